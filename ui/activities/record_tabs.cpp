#include "ui/activities/record_tabs.h"

#include <QGridLayout>
#include <QList>
#include <QScrollArea>
#include <QWidget>
#include <algorithm>
#include <numeric>

namespace baolei {

namespace {
void collect(QWidget* widget, QList<QWidget*>& found);

QList<int> inReadingOrder(const QGridLayout& grid) {
    QList<int> order(grid.count());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        int row[2];
        int column[2];
        int rows = 0;
        int columns = 0;
        grid.getItemPosition(a, &row[0], &column[0], &rows, &columns);
        grid.getItemPosition(b, &row[1], &column[1], &rows, &columns);
        return std::pair(row[0], column[0]) < std::pair(row[1], column[1]);
    });
    return order;
}

void collect(const QLayout& layout, QList<QWidget*>& found) {
    const auto* grid = qobject_cast<const QGridLayout*>(&layout);
    const QList<int> order = grid ? inReadingOrder(*grid) : QList<int>();
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(grid ? order[i] : i);
        if (item->widget())
            collect(item->widget(), found);
        else if (item->layout())
            collect(*item->layout(), found);
    }
}

void collect(QWidget* widget, QList<QWidget*>& found) {
    if (const auto* scroll = qobject_cast<QScrollArea*>(widget)) {
        if (scroll->widget()) collect(scroll->widget(), found);
    } else if (widget->layout()) {
        collect(*widget->layout(), found);
    } else if (widget->focusPolicy() & Qt::TabFocus) {
        found.append(widget);
    }
}
}

void orderTabs(QWidget* root) {
    QList<QWidget*> found;
    collect(root, found);
    for (qsizetype i = 1; i < found.size(); ++i)
        QWidget::setTabOrder(found[i - 1], found[i]);
}

} // namespace baolei
