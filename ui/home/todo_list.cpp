#include "ui/home/todo_list.h"

#include "ui/home/todo_delegate.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace baolei {

using namespace Qt::StringLiterals;

TodoList::TodoList(QWidget* parent)
    : QTreeWidget(parent) {
    setObjectName(u"todoList"_s);
    setAccessibleName(tr("待办"));
    setColumnCount(1);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setExpandsOnDoubleClick(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setItemDelegate(new TodoDelegate(this));
    connect(this, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem* item) { openItem(item); });
}

void TodoList::setLines(const QList<TodoLine>& lines) {
    QSet<QString> wereOpen;
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (topLevelItem(i)->isExpanded())
            wereOpen.insert(topLevelItem(i)->data(0, kKeyRole).toString());
    const QString current = currentItem() ? currentItem()->data(0, kKeyRole).toString() : QString();
    const int scrolled = verticalScrollBar()->value();
    clear();
    m_lines.clear();
    std::optional<TodoGroup> group;
    for (const TodoLine& line : lines) {
        if (line.group != group) addHeading(line.group, lines);
        group = line.group;
        QTreeWidgetItem* item = addLine(invisibleRootItem(), line);
        for (const TodoLine& part : line.parts)
            addLine(item, part);
        item->setExpanded(wereOpen.contains(line.key));
    }
    for (QTreeWidgetItemIterator at(this); *at; ++at)
        if (!current.isEmpty() && (*at)->data(0, kKeyRole).toString() == current)
            setCurrentItem(*at);
    if (!currentItem()) selectFirst();
    verticalScrollBar()->setValue(scrolled);
}

// A heading cannot be chosen: the arrows pass over it.
void TodoList::addHeading(TodoGroup group, const QList<TodoLine>& lines) {
    auto* item = new QTreeWidgetItem(this);
    item->setFlags(Qt::NoItemFlags);
    // Data to be mended is counted by kind; one kind may concern hundreds of persons.
    qsizetype count = countOf(lines, {group});
    if (group == TodoGroup::Data)
        count = std::count_if(lines.begin(), lines.end(),
                              [group](const TodoLine& line) { return line.group == group; });
    item->setText(0, tr("%1  %2 项").arg(titleOf(group)).arg(count));
    item->setData(0, kLineRole, -1);
    const Tone tone = group == TodoGroup::Overdue ? Tone::Missing : Tone::Text;
    item->setData(0, kToneRole, int(tone));
}

QTreeWidgetItem* TodoList::addLine(QTreeWidgetItem* parent, const TodoLine& line) {
    auto* item = new QTreeWidgetItem(parent);
    item->setText(0, line.text);
    item->setData(0, kLineRole, int(m_lines.size()));
    item->setData(0, kSymbolRole, symbolOf(line.status));
    item->setData(0, kToneRole, int(toneOf(line.status)));
    item->setData(0, kDetailRole, line.detail);
    item->setData(0, kVerbRole, line.verb);
    item->setData(0, kPartsRole, int(line.parts.size()));
    item->setData(0, kKeyRole, line.key);
    item->setData(0, Qt::AccessibleTextRole, line.spoken());
    const QString full = line.detail.isEmpty() ? line.text : line.text + u'\n' + line.detail;
    item->setToolTip(0, line.source.isEmpty() ? full : tr("%1\n依据：%2").arg(full, line.source));
    m_lines.append(line);
    return item;
}

const TodoLine* TodoList::lineOf(const QTreeWidgetItem* item) const {
    const int place = item ? item->data(0, kLineRole).toInt() : -1;
    return place < 0 ? nullptr : &m_lines[place];
}

void TodoList::openItem(QTreeWidgetItem* item) {
    const TodoLine* line = lineOf(item);
    if (!line) return;
    if (!line->parts.isEmpty()) {
        item->setExpanded(!item->isExpanded());
        return;
    }
    const Target target = line->target; // the lines may be read again while it is open
    emit opened(target);
}

void TodoList::selectFirst() {
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (!lineOf(topLevelItem(i))) continue;
        setCurrentItem(topLevelItem(i));
        return;
    }
}

void TodoList::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentItem()) {
        openItem(currentItem());
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

void TodoList::focusInEvent(QFocusEvent* event) {
    QTreeWidget::focusInEvent(event);
    if (!currentItem()) selectFirst();
}

void TodoList::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    // Heights of rows follow the type.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace baolei
