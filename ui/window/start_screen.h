#pragma once
// What is there while no store is open: the four ways in, and, where one could not be opened, why
// and what can be done.

#include "core/base/result.h"
#include "core/store/backup.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace baolei {

class StartScreen final : public QWidget {
    Q_OBJECT
public:
    explicit StartScreen(bool hasDemo, QWidget* parent = nullptr);
    /// The file that was opened last, offered first; empty: none.
    void setLastStore(const QString& path);
    /// `backup`: the last good one of that file, where there is one.
    void showFailure(const QString& path, const Error& error,
                     const std::optional<BackupInfo>& backup);
    void clearFailure();

signals:
    void openWanted();
    void createWanted();
    void restoreWanted();
    void demoWanted();
    void againWanted(const QString& path);
    void latestBackupWanted(const QString& backup, const QString& path);

private:
    QPushButton* addWay(const QString& name, const QString& iconName, const QString& verb,
                        const QString& teaching);
    QFrame* makeFailure();

    QVBoxLayout* m_ways;
    QPushButton* m_last;
    QFrame* m_failure;
    QLabel* m_what;
    QLabel* m_next;
    QLabel* m_offer;
    QPushButton* m_useBackup;
    QString m_lastPath;
    QString m_failedPath;
    QString m_backup;
};

} // namespace baolei
