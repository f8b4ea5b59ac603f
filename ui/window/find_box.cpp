#include "ui/window/find_box.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QListWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kShownLines = 9;
}

FindBox::FindBox(Navigator& navigator, FindFunction find, QWidget* parent)
    : QLineEdit(parent)
    , m_navigator(navigator)
    , m_find(std::move(find))
    , m_list(new QListWidget(parent->window())) {
    setObjectName(u"find"_s);
    setAccessibleName(tr("查找"));
    setPlaceholderText(tr("姓名、拼音、证号尾数…   Ctrl+K"));
    setClearButtonEnabled(false);
    addAction(icon(u"search"_s, Tone::Secondary), LeadingPosition);
    m_list->setObjectName(u"findHits"_s);
    m_list->setProperty("role", u"hits"_s);
    m_list->setAccessibleName(tr("查找结果"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->hide();
    m_wait.setSingleShot(true);
    m_wait.setInterval(0); // until the keys that are already typed are in
    connect(this, &QLineEdit::textChanged, &m_wait, qOverload<>(&QTimer::start));
    connect(&m_wait, &QTimer::timeout, this, &FindBox::search);
    connect(m_list, &QListWidget::itemClicked, this, [this] { openHit(m_list->currentRow()); });
}

void FindBox::begin() {
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void FindBox::search() {
    m_list->clear();
    m_hits = m_find && !text().trimmed().isEmpty() ? m_find(text().trimmed()) : QList<FindHit>();
    for (const FindHit& hit : m_hits)
        m_list->addItem(hit.detail.isEmpty() ? hit.title : hit.title + u"    "_s + hit.detail);
    if (m_hits.isEmpty() && !text().trimmed().isEmpty()) {
        m_list->addItem(tr("没有找到。可以试试姓名的首字母，或证号、电话的后几位。"));
        m_list->item(0)->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(m_hits.isEmpty() ? -1 : 0);
    m_list->setVisible(hasFocus() && m_list->count() > 0);
    place();
}

void FindBox::place() {
    const int lines = qBound(1, m_list->count(), kShownLines);
    const int width = qMax(this->width(), scaled(420));
    const QPoint corner = mapTo(window(), QPoint(this->width() - width, height() + 2));
    m_list->setGeometry(QRect(corner, QSize(width, lines * rowHeight() + space::small)));
    m_list->raise();
}

void FindBox::openHit(int row) {
    if (row < 0 || row >= m_hits.size()) return;
    const Target target = m_hits[row].target;
    m_list->hide();
    clear();
    m_navigator.open(target);
}

void FindBox::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, qMax(0, m_list->count() - 1)));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_wait.isActive()) {
            m_wait.stop();
            search();
        }
        openHit(m_list->currentRow());
        return;
    case Qt::Key_Escape:
        clear();
        m_list->hide();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FindBox::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    m_list->hide();
}

void FindBox::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    if (m_list->isVisible()) place();
}

} // namespace baolei
