#pragma once
// 议题: numbered lines; Enter makes the next one, in an empty last line it moves on.

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QVBoxLayout;
QT_END_NAMESPACE

namespace baolei {

class LinesField final : public QWidget {
    Q_OBJECT
public:
    explicit LinesField(QWidget* parent = nullptr);
    void setText(const QString& text); ///< one item a line
    QString text() const;
    /// Adds items, one a line; the first goes into the last line if that is empty.
    void add(const QString& items);

signals:
    void edited();
    void phrasesWanted(); ///< by the button

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override; ///< to the first line

private:
    QLineEdit* addLine(const QString& text);
    void removeLine(QLineEdit* line);

    QVBoxLayout* m_column;
    QWidget* m_tail; ///< the buttons, last in the order of Tab
    QList<QLineEdit*> m_lines;
};

} // namespace baolei
