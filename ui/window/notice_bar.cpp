#include "ui/window/notice_bar.h"

#include "ui/base/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_act(new QPushButton(this))
    , m_close(new QPushButton(tr("知道了"), this)) {
    setObjectName(u"noticeBar"_s);
    setProperty("role", u"bar"_s);
    m_text->setObjectName(u"notice"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_act->setObjectName(u"noticeAct"_s);
    m_act->setProperty("role", u"primary"_s);
    m_close->setObjectName(u"noticeClose"_s);
    m_close->setAccessibleName(m_close->text());
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::large, space::small, space::large, space::small);
    line->setSpacing(space::medium);
    line->addWidget(m_icon);
    line->addWidget(m_text, 1);
    line->addWidget(m_act);
    line->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &NoticeBar::clear);
    connect(m_act, &QPushButton::clicked, this, [this] { m_action(); });
    hide();
}

void NoticeBar::put(const QString& text, Tone tone) {
    m_icon->setPixmap(icon(u"warning"_s, tone).pixmap(scaled(20), scaled(20)));
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_act->setVisible(m_action != nullptr);
    m_isOffer = m_action && tone != Tone::Missing;
    show();
}

void NoticeBar::setAction(const QString& verb, std::function<void()> action) {
    m_action = std::move(action);
    m_act->setText(verb);
    m_act->setAccessibleName(verb);
}

void NoticeBar::tell(const QString& text) {
    setAction({}, {});
    put(text, Tone::Due);
}

void NoticeBar::offer(const QString& text, const QString& verb, std::function<void()> action) {
    setAction(verb, std::move(action));
    put(text, Tone::Due);
}

void NoticeBar::warn(const QString& text, const QString& verb, std::function<void()> action) {
    setAction(verb, std::move(action));
    put(text, Tone::Missing);
}

void NoticeBar::withdraw() {
    if (m_isOffer) clear();
}

void NoticeBar::clear() {
    hide();
}

} // namespace baolei
