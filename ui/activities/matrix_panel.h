#pragma once
// The matrix with what the chosen cell means below it, in words, and the button that opens it.

#include "ui/activities/matrix_table.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace baolei {

class MatrixPanel final : public QWidget {
    Q_OBJECT
public:
    explicit MatrixPanel(QWidget* parent = nullptr);
    MatrixTable* table() const { return m_table; }
    static QString legend(); ///< what each symbol means, on one line

signals:
    void openWanted(const QPoint& at); ///< global place of the cell

protected:
    void changeEvent(QEvent* event) override;

private:
    void explain();
    void followType();

    MatrixTable* m_table;
    QLabel* m_explanation;
    QPushButton* m_open;
};

} // namespace baolei
