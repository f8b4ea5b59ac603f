#include "ui/activities/search_popup.h"

#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 320;
constexpr int kLeastLines = 3;
constexpr int kMostLines = 10;

bool isEnter(int key) {
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}
}

SearchPopup::SearchPopup(const QStringList& names, const QString& hint, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_box(new QVBoxLayout(this)) {
    setObjectName(u"searchPopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_search->setObjectName(u"popupSearch"_s);
    m_search->setAccessibleName(hint);
    m_search->setPlaceholderText(hint);
    m_list->setObjectName(u"popupList"_s);
    const int lines = qBound(kLeastLines, int(names.size()), kMostLines);
    m_list->setMinimumWidth(scaled(kWidth));
    m_list->setFixedHeight(lines * rowHeight());
    m_list->addItems(names);
    for (const QString& name : names)
        m_keys.append(nameKeys(name));
    m_list->setCurrentRow(0);
    m_box->setContentsMargins(space::small, space::small, space::small, space::small);
    m_box->addWidget(m_search);
    m_box->addWidget(m_list);
    setFocusProxy(m_search);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &SearchPopup::search);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &SearchPopup::pick);
}

void SearchPopup::openBelow(const QRect& at) {
    adjustSize();
    const QWidget* parent = parentWidget();
    const QRect screen = parent->screen()->availableGeometry();
    QPoint place = parent->mapToGlobal(at.bottomLeft() + QPoint(0, 1));
    if (place.y() + height() > screen.bottom())
        place.setY(qMax(screen.top(), parent->mapToGlobal(at.topLeft()).y() - height()));
    place.setX(qBound(screen.left(), place.x(), qMax(screen.left(), screen.right() - width())));
    move(place);
    show();
    setFocus();
}

void SearchPopup::search() {
    const QString typed = m_search->text().trimmed();
    const QString query = pinyinQuery(typed);
    int first = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        const bool fits = m_list->item(i)->text().contains(typed, Qt::CaseInsensitive)
            || (!query.isEmpty() && matchesKeys(m_keys[i], query));
        m_list->item(i)->setHidden(!fits);
        if (fits && first < 0) first = i;
    }
    m_list->setCurrentRow(first);
}

void SearchPopup::step(int by) {
    for (int i = m_list->currentRow() + by; i >= 0 && i < m_list->count(); i += by) {
        if (m_list->item(i)->isHidden()) continue;
        m_list->setCurrentRow(i);
        return;
    }
}

void SearchPopup::pick() {
    const QListWidgetItem* item = m_list->currentItem();
    if (!item || item->isHidden()) return;
    m_search->selectAll(); // the next letters look for the next one
    emit picked(m_list->currentRow());
}

bool SearchPopup::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (isEnter(key)) {
        pick();
        return true;
    }
    const bool isStep = key == Qt::Key_Down || key == Qt::Key_Up;
    if (watched != m_search || !isStep) return false;
    step(key == Qt::Key_Down ? 1 : -1);
    return true;
}

void SearchPopup::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    emit closed();
}

} // namespace baolei
