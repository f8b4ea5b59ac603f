#include "ui/people/import_done_step.h"

#include "core/base/files.h"
#include "ui/base/figures.h"
#include "ui/base/icons.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImportWizard)
};

QString doneText(const ImportPlan& plan) {
    QStringList parts;
    if (plan.added > 0) parts.append(Text::tr("新增%1人").arg(plan.added));
    if (plan.changed > 0) parts.append(Text::tr("更新%1人").arg(plan.changed));
    if (const int made = plan.newBranches(); made > 0)
        parts.append(Text::tr("新建%1个党支部").arg(made));
    return Text::tr("已导入%1人：%2").arg(plan.added + plan.changed).arg(parts.join(u'，'));
}
}

QString importedText(const ImportPlan& plan) {
    return Text::tr("%1；可按 Ctrl+Z 撤销").arg(doneText(plan));
}

ImportDoneStep::ImportDoneStep(QWidget* parent)
    : QWidget(parent) {
    auto* card = new Card(this);
    const auto label = [card](const QString& name) {
        auto* made = new QLabel(card);
        made->setObjectName(name);
        made->setWordWrap(true);
        made->setTextFormat(Qt::PlainText);
        made->setAlignment(Qt::AlignCenter);
        return made;
    };
    m_done = label(u"importDone"_s);
    setTypeRole(m_done, TypeRole::Title);
    m_undo = label(u"importUndo"_s);
    setInk(m_undo, Tone::Secondary);
    m_refused = label(u"importRefused"_s);
    m_save = new QPushButton(icon(u"export"_s), tr("另存退回的行…"), card);
    m_save->setObjectName(u"saveRejectsHere"_s);
    m_save->setAutoDefault(false);
    m_saved = label(u"rejectsSaved"_s);
    setInk(m_saved, Tone::Done);
    QVBoxLayout* box = card->box();
    box->setSpacing(space::medium);
    box->addStretch(1);
    box->addWidget(m_done);
    box->addWidget(m_undo);
    box->addSpacing(space::large);
    box->addWidget(m_refused);
    box->addWidget(m_save, 0, Qt::AlignHCenter);
    box->addWidget(m_saved);
    box->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_save, &QPushButton::clicked, this, &ImportDoneStep::saveRejectsWanted);
}

void ImportDoneStep::load(const ImportPlan& plan) {
    m_done->setText(u"● "_s + doneText(plan));
    m_undo->setText(tr("是一步操作：关上这里以后，按 Ctrl+Z 就全部收回。"));
    m_refused->setText(
        tr("有%1行退回，没有导入。可以另存成带原因的表格，改好以后再导入。").arg(plan.refused));
    for (QWidget* each : std::initializer_list<QWidget*>{m_refused, m_save})
        each->setVisible(plan.refused > 0);
    m_saved->hide();
}

void ImportDoneStep::showSaved(const QString& path) {
    m_saved->setText(tr("退回的行存在：%1").arg(shownPath(path)));
    m_saved->show();
}

} // namespace baolei
