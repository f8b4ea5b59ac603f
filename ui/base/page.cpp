#include "ui/base/page.h"

#include "ui/base/ask.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QLabel>

namespace baolei {

using namespace Qt::StringLiterals;

Page::Page(const PageContext& context, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(title, this))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout) {
    setAccessibleName(title);
    m_title->setObjectName(u"pageTitle"_s);
    setTypeRole(m_title, TypeRole::Title);
    m_head->setSpacing(space::small);
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_body->setSpacing(space::medium);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::large, space::medium, space::large, space::medium);
    whole->setSpacing(space::medium);
    whole->addLayout(m_head);
    whole->addLayout(m_body, 1);
    connect(&m_context.store, &Store::changed, this, &Page::storeChanged);
    connect(&m_context.scope, &Scope::changed, this, [this] { scopeChanged(); });
}

QString Page::title() const {
    return m_title->text();
}

void Page::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void Page::show(const Target& /*target*/) { }

void Page::storeChanged(const Changes& changes) {
    if (tables().intersects(changes.tables)) refreshLater();
}

void Page::refreshLater() {
    if (m_isStale) return;
    m_isStale = true;
    // Several changes in one turn of the event loop cost one reading.
    if (isVisible()) QMetaObject::invokeMethod(this, &Page::refreshIfStale, Qt::QueuedConnection);
}

void Page::refreshIfStale() {
    if (!m_isStale) return;
    m_isStale = false;
    refresh();
}

void Page::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refreshIfStale();
}

QPushButton* Page::addHeadButton(const QString& text, const QString& iconName,
                                 const QKeySequence& shortcut) {
    auto* button = new QPushButton(text, this);
    button->setAccessibleName(text);
    if (!iconName.isEmpty()) button->setIcon(icon(iconName));
    button->setShortcut(shortcut);
    if (!shortcut.isEmpty())
        button->setToolTip(u"%1  %2"_s.arg(text, shortcut.toString(QKeySequence::NativeText)));
    m_head->addWidget(button);
    return button;
}

QPushButton* Page::addPrimaryButton(const QString& text, const QString& iconName,
                                    const QKeySequence& shortcut) {
    QPushButton* button = addHeadButton(text, {}, shortcut);
    if (!iconName.isEmpty()) button->setIcon(icon(iconName, Tone::OnAccent));
    button->setProperty("role", u"primary"_s);
    m_head->removeWidget(button);
    m_head->insertWidget(2, button); // before the others: first in the order of reading
    return button;
}

void Page::showError(const Error& error) {
    ask::error(this, error);
    navigator().failed(error);
}

} // namespace baolei
