#pragma once
// 设置: how it looks, who sits here, the rules of the town, backups and restoring, checking the
// data, what this is.
//
// Targets: {"settings", "rule", {}, id} opens the rules with this one chosen.

#include "core/store/backup.h"
#include "core/store/verify.h"
#include "ui/base/page.h"
#include "ui/base/record_table.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace baolei {

class Card;

class SettingsPage final : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(const PageContext& context);
    void show(const Target& target) override;
    using Page::show;

protected:
    QSet<QByteArray> tables() const override { return {"setting"}; }
    void refresh() override;
    void scopeChanged() override { } // settings are of the whole store
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Card* makeLook();
    Card* makeNames();
    Card* makeRules();
    Card* makeBackups();
    Card* makeCheck();
    Card* makeAbout();
    void readRules();
    void openRules(const QString& chosen = {});
    void readBackups();
    void backUpNow();
    void checkChosen();
    void restoreChosen();
    void verifyNow();
    void showReport(const Result<VerifyReport>& report);
    void keepActor();
    void keepTown();

    RecordModel<BackupInfo>* m_backups = nullptr;
    RecordTable* m_list = nullptr;
    QCheckBox* m_largeType = nullptr;
    QLineEdit* m_actor = nullptr;
    QLineEdit* m_town = nullptr;
    QLabel* m_rules = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_verify = nullptr;
    QLabel* m_report = nullptr;
};

} // namespace baolei
