#pragma once
// Last step of the import: what was done, how to take it back, what was not taken.

#include "core/people/roster_import.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace baolei {

/// 已导入378人：新增370人…；可按 Ctrl+Z 撤销
QString importedText(const ImportPlan& plan);

class ImportDoneStep final : public QWidget {
    Q_OBJECT
public:
    explicit ImportDoneStep(QWidget* parent = nullptr);
    void load(const ImportPlan& plan);
    /// The refused rows were written there.
    void showSaved(const QString& path);

signals:
    void saveRejectsWanted();

private:
    QLabel* m_done;
    QLabel* m_undo;
    QLabel* m_refused;
    QPushButton* m_save;
    QLabel* m_saved;
};

} // namespace baolei
