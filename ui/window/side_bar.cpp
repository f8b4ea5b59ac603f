#include "ui/window/side_bar.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/window/side_entry.h"

#include <QEvent>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

SideBar::SideBar(const QList<PageEntry>& pages, QWidget* parent)
    : QFrame(parent) {
    setObjectName(u"sideBar"_s);
    setProperty("role", u"side"_s);
    setAccessibleName(tr("页面"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::small, 0, space::small);
    column->setSpacing(2);
    for (int i = 0; i < pages.size(); ++i) {
        auto* entry = new SideEntry(pages[i].title, icon(pages[i].icon), this);
        entry->setObjectName(u"side-"_s + pages[i].id);
        entry->setToolTip(u"%1  Alt+%2"_s.arg(pages[i].title).arg(i + 1));
        connect(entry, &SideEntry::clicked, this, [this, i] { emit chosen(i); });
        column->addWidget(entry);
        m_entries.append(entry);
    }
    column->addStretch(1);
    followType();
}

void SideBar::setCurrent(int position) {
    m_entries[position]->setChecked(true);
}

void SideBar::setWaiting(int position, int count) {
    m_entries[position]->setWaiting(count);
}

void SideBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) followType();
}

void SideBar::followType() {
    int width = 0;
    for (SideEntry* entry : m_entries) {
        entry->setFixedHeight(entry->sizeHint().height());
        width = qMax(width, entry->sizeHint().width());
    }
    setFixedWidth(width);
}

} // namespace baolei
