#pragma once
// The list on the first page: lines in groups, two rows of words each, folded lines that open.
// Enter or a click opens the place that mends a line; on a folded line it shows what is in it.

#include "ui/home/todo.h"

#include <QTreeWidget>

namespace baolei {

class TodoList final : public QTreeWidget {
    Q_OBJECT
public:
    explicit TodoList(QWidget* parent = nullptr);
    /// Keeps what was open and the current line.
    void setLines(const QList<TodoLine>& lines);
    /// The line under the cursor; null: none.
    const TodoLine* currentLine() const { return lineOf(currentItem()); }

signals:
    void opened(const baolei::Target& target);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void addHeading(TodoGroup group, const QList<TodoLine>& lines);
    QTreeWidgetItem* addLine(QTreeWidgetItem* parent, const TodoLine& line);
    const TodoLine* lineOf(const QTreeWidgetItem* item) const;
    void openItem(QTreeWidgetItem* item);
    void selectFirst();

    QList<TodoLine> m_lines; ///< by place, as the items hold it
};

} // namespace baolei
