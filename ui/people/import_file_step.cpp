#include "ui/people/import_file_step.h"

#include "ui/base/ask.h"
#include "ui/base/figures.h"
#include "ui/base/icons.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QLabel* centred(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}
}

ImportFileStep::ImportFileStep(QWidget* parent)
    : QWidget(parent) {
    auto* card = new Card(this);
    m_invitation = centred({}, card);
    setTypeRole(m_invitation, TypeRole::Title);
    m_pick = new QPushButton(icon(u"folder"_s, Tone::OnAccent), tr("选择文件…"), card);
    m_pick->setObjectName(u"pickFile"_s);
    m_pick->setProperty("role", u"primary"_s);
    m_pick->setAutoDefault(false);
    auto* kinds = centred(tr("可以是 .xlsx、.xls、.ods、.csv。系统导出的花名册不用先改："
                             "标题、合计行、各种日期和支部写法都认得。"),
                          card);
    setInk(kinds, Tone::Secondary);
    auto* promise = centred(tr("先核对，后导入；在最后一步点“导入”之前，什么都不会改动。"), card);
    setInk(promise, Tone::Secondary);
    m_what = centred({}, card);
    m_what->setObjectName(u"fileError"_s);
    setInk(m_what, Tone::Missing);
    m_rest = centred({}, card);
    m_rest->setObjectName(u"fileErrorRest"_s);

    QVBoxLayout* box = card->box();
    box->setSpacing(space::medium);
    box->addStretch(1);
    box->addWidget(m_invitation);
    box->addWidget(m_pick, 0, Qt::AlignHCenter);
    box->addWidget(kinds);
    box->addWidget(promise);
    box->addSpacing(space::large);
    box->addWidget(m_what);
    box->addWidget(m_rest);
    box->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    setFocusProxy(m_pick);
    connect(m_pick, &QPushButton::clicked, this, &ImportFileStep::pick);
    clearError();
    setHovered(false);
}

void ImportFileStep::pick() {
    const auto path = ask::openFile(
        this,
        {u"roster"_s, tr("选择花名册文件"), tr("表格 (*.xlsx *.xls *.ods *.csv);;所有文件 (*)")});
    if (path) emit chosen(*path);
}

void ImportFileStep::showError(const Error& error) {
    m_what->setText(u"○ "_s + error.what);
    m_rest->setText(ask::restOf(error));
    m_what->show();
    m_rest->show();
    m_what->setAccessibleName(error.what);
}

void ImportFileStep::clearError() {
    m_what->hide();
    m_rest->hide();
}

void ImportFileStep::setHovered(bool isHovered) {
    m_invitation->setText(isHovered ? tr("松开鼠标，就读这个文件")
                                    : tr("把花名册文件拖到这里，或者"));
}

} // namespace baolei
