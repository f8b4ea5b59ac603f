#include "ui/window/status_line.h"

#include "core/base/normal_text.h"
#include "ui/base/icons.h"
#include "ui/base/plain_texts.h"
#include "ui/base/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// Long labels, such as of an import with a file name, must not push the rest out of the window.
constexpr qsizetype kLabelLength = 24;

QString shortened(const QString& label) {
    return label.size() > kLabelLength ? startOf(label, kLabelLength - 1) + u'…' : label;
}

QPushButton* plainButton(const QString& name, QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("role", u"plain"_s);
    return button;
}
}

StatusLine::StatusLine(const Clock& clock, QWidget* parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_saved(new QLabel(this))
    , m_backup(plainButton(u"backupState"_s, this))
    , m_said(new QLabel(this))
    , m_undo(plainButton(u"undo"_s, this))
    , m_redo(plainButton(u"redo"_s, this)) {
    setObjectName(u"statusLine"_s);
    setProperty("role", u"foot"_s);
    m_saved->setObjectName(u"saved"_s);
    setInk(m_saved, Tone::Secondary);
    m_said->setObjectName(u"said"_s);
    m_said->setTextFormat(Qt::PlainText);
    // A long line is cut rather than widening the window.
    m_said->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_undo->setIcon(icon(u"undo"_s));
    m_redo->setIcon(icon(u"redo"_s));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::medium, 2, space::medium, 2);
    line->setSpacing(space::small);
    line->addWidget(m_saved);
    line->addWidget(m_backup);
    line->addWidget(m_said, 1);
    line->addWidget(m_redo);
    line->addWidget(m_undo);
    connect(m_undo, &QPushButton::clicked, this, &StatusLine::undoWanted);
    connect(m_redo, &QPushButton::clicked, this, &StatusLine::redoWanted);
    connect(m_backup, &QPushButton::clicked, this, &StatusLine::backupsWanted);
    setBackup({});
}

QString StatusLine::momentText(const QDateTime& local) const {
    const QString time = local.toString(u"HH:mm"_s);
    const qint64 days = local.date().daysTo(m_clock.today());
    if (days == 0) return tr("今天 %1").arg(time);
    if (days == 1) return tr("昨天 %1").arg(time);
    return tr("%1月%2日 %3").arg(local.date().month()).arg(local.date().day()).arg(time);
}

void StatusLine::setState(const UndoState& state) {
    const QString saved = state.isReadOnly ? tr("只能查看，最后保存于 %1") : tr("已保存 %1");
    m_saved->setText(state.savedAt.isValid() ? saved.arg(momentText(state.savedAt.toLocalTime()))
                                             : tr("已保存"));
    m_undo->setVisible(!state.undoLabel.isEmpty());
    m_undo->setText(onButton(tr("撤销：%1").arg(shortened(state.undoLabel))));
    m_undo->setAccessibleName(m_undo->text());
    m_undo->setToolTip(tr("撤销“%1”  Ctrl+Z").arg(state.undoLabel));
    m_redo->setVisible(!state.redoLabel.isEmpty());
    m_redo->setText(onButton(tr("重做：%1").arg(shortened(state.redoLabel))));
    m_redo->setAccessibleName(m_redo->text());
    m_redo->setToolTip(tr("重做“%1”  Ctrl+Y").arg(state.redoLabel));
}

void StatusLine::say(const QString& line) {
    m_said->setText(line);
    m_said->setToolTip(line);
    m_said->setAccessibleName(line);
}

void StatusLine::setBackupRunning() {
    m_backup->setText(tr("正在备份……"));
    m_backup->setToolTip({});
}

void StatusLine::setBackup(const QDateTime& madeAt) {
    m_backup->setText(madeAt.isValid() ? tr("上次备份 %1（已验证）").arg(momentText(madeAt))
                                       : tr("还没有备份"));
    m_backup->setToolTip(tr("看备份，或恢复到从前"));
    m_backup->setIcon({});
}

void StatusLine::setBackupFailed(const Error& error) {
    m_backup->setIcon(icon(u"warning"_s, Tone::Missing));
    m_backup->setText(tr("没有做成备份"));
    m_backup->setToolTip(error.text());
}

} // namespace baolei
