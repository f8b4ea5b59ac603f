#pragma once
// The line at the foot that always says that it is safe: saved when, backed up when, what undo
// would take back, and what the last entry has produced.

#include "core/base/clock.h"
#include "ui/window/undo_state.h"

#include <QFrame>
#include <QPushButton>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace baolei {

class StatusLine final : public QFrame {
    Q_OBJECT
public:
    explicit StatusLine(const Clock& clock, QWidget* parent = nullptr);
    void setState(const UndoState& state);
    void say(const QString& line);
    void setBackupRunning();
    void setBackup(const QDateTime& madeAt);
    void setBackupFailed(const Error& error);

signals:
    void undoWanted();
    void redoWanted();
    void backupsWanted();

private:
    QString momentText(const QDateTime& local) const;

    const Clock& m_clock;
    QLabel* m_saved;
    QPushButton* m_backup;
    QLabel* m_said;
    QPushButton* m_undo;
    QPushButton* m_redo;
};

} // namespace baolei
