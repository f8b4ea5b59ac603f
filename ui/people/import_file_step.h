#pragma once
// First step of the import: a place to drop the file on, and a button.

#include "core/base/result.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace baolei {

class ImportFileStep final : public QWidget {
    Q_OBJECT
public:
    explicit ImportFileStep(QWidget* parent = nullptr);
    /// Says why a file cannot be read.
    void showError(const Error& error);
    void clearError();
    void setHovered(bool isHovered); ///< a file is held over the dialog

signals:
    void chosen(const QString& path);

private:
    void pick();

    QLabel* m_invitation;
    QPushButton* m_pick;
    QLabel* m_what;
    QLabel* m_rest;
};

} // namespace baolei
