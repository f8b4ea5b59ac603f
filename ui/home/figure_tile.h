#pragma once
// One figure with its name above and, below, what it is to be compared with. A button: it opens
// where the figure comes from.

#include "ui/base/figures.h"

namespace baolei {

class FigureTile final : public QFrame {
    Q_OBJECT
public:
    FigureTile(const QString& name, QWidget* parent);
    void setFigure(const QString& title, const QString& figure, const QString& comparison,
                   Tone tone = Tone::Text);

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QLabel* m_title;
    QLabel* m_figure;
    QLabel* m_comparison;
};

} // namespace baolei
