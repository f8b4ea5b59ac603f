#pragma once
// 议题: numbered lines; Enter makes the next one, in an empty last line it moves on.

#include <QWidget>
#include <functional>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QMenu;
class QVBoxLayout;
QT_END_NAMESPACE

namespace baolei {

class LinesField final : public QWidget {
    Q_OBJECT
public:
    /// `usual` gives what is often written there; asked when its menu opens.
    explicit LinesField(std::function<QStringList()> usual, QWidget* parent = nullptr);
    void setText(const QString& text); ///< one item a line
    QString text() const;

signals:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override; ///< to the first line

private:
    QLineEdit* addLine(const QString& text);
    void add(const QString& text);
    void removeLine(QLineEdit* line);
    void fillMenu();

    std::function<QStringList()> m_usual;
    QVBoxLayout* m_column;
    QMenu* m_menu;
    QWidget* m_tail; ///< the buttons, last in the order of Tab
    QList<QLineEdit*> m_lines;
};

} // namespace baolei
