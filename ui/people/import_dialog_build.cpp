// The parts of the import's dialog and how they are joined.

#include "ui/base/ask.h"
#include "ui/base/icons.h"
#include "ui/people/import_columns_step.h"
#include "ui/people/import_dialog.h"
#include "ui/people/import_done_step.h"
#include "ui/people/import_file_step.h"
#include "ui/people/import_preview_step.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace baolei {

using namespace Qt::StringLiterals;

QWidget* ImportDialog::makeTrail() {
    auto* trail = new QWidget(this);
    trail->setObjectName(u"trail"_s);
    auto* line = new QHBoxLayout(trail);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::small);
    const QStringList names{tr("选择文件"), tr("对应各列"), tr("对应支部"), tr("核对"), tr("完成")};
    for (int i = 0; i < int(names.size()); ++i) {
        if (i > 0) {
            auto* arrow = new QLabel(u"›"_s, trail);
            setInk(arrow, Tone::Secondary);
            line->addWidget(arrow);
        }
        auto* label = new QLabel(tr("%1 %2").arg(i + 1).arg(names[i]), trail);
        m_trail.append(label);
        line->addWidget(label);
    }
    line->addStretch(1);
    return trail;
}

QHBoxLayout* ImportDialog::makeButtons() {
    const auto button = [this](const QString& name, const QString& text) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAutoDefault(false);
        return made;
    };
    m_rejects = button(u"saveRejects"_s, tr("另存退回的行…"));
    m_rejects->setIcon(icon(u"export"_s));
    m_cancel = button(u"cancel"_s, tr("取消"));
    m_back = button(u"back"_s, tr("上一步"));
    m_back->setToolTip(tr("Alt+←"));
    m_next = button(u"next"_s, tr("下一步"));
    m_next->setToolTip(tr("Ctrl+Enter"));
    m_next->setProperty("role", u"primary"_s);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_rejects);
    line->addStretch(1);
    line->addWidget(m_cancel);
    line->addWidget(m_back);
    line->addWidget(m_next);
    connect(m_rejects, &QPushButton::clicked, this, &ImportDialog::saveRejects);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
    for (const auto& keys :
         {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &ImportDialog::goOn);
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this), &QShortcut::activated, this,
            &ImportDialog::goBack);
    return line;
}

void ImportDialog::connectSteps() {
    connect(m_file, &ImportFileStep::chosen, this, [this](const QString& path) { readFile(path); });
    connect(m_columns, &ImportColumnsStep::completeChanged, this, &ImportDialog::showButtons);
    connect(m_columns, &ImportColumnsStep::sheetChosen, this, [this](int sheet) {
        const int shown = m_state.look.isWhole ? -1 : m_state.look.sheet;
        if (sheet != shown) readFile(m_state.look.path, sheet);
    });
    connect(m_columns, &ImportColumnsStep::headerRowChosen, this, [this](int row) {
        RosterLook look = m_state.look;
        if (const auto taken = takeHeaderRow(look, m_store.reader(), row); !taken)
            ask::error(this, taken.error());
        else
            takeLook(look);
        m_state.touch();
    });
    connect(m_columns, &ImportColumnsStep::resetWanted, this, [this] {
        RosterLook look = m_state.look;
        forgetMapping(look);
        takeLook(look);
        m_state.touch();
    });
    connect(m_preview, &ImportPreviewStep::mergeWanted, this, [this](bool isWanted) {
        m_state.options.mergeLikely = isWanted;
        m_state.touch();
        read(Step::Preview);
    });
    connect(m_done, &ImportDoneStep::saveRejectsWanted, this, &ImportDialog::saveRejects);
}

void ImportDialog::showTrail() {
    for (int i = 0; i < int(m_trail.size()); ++i) {
        const bool isHere = i == int(m_step);
        QFont font = m_trail[i]->font();
        font.setBold(isHere);
        m_trail[i]->setFont(font);
        setInk(m_trail[i], isHere ? Tone::Missing : Tone::Secondary);
    }
}

} // namespace baolei
