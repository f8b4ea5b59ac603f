#include "ui/base/empty_state.h"

#include "ui/base/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this)) {
    setObjectName(u"emptyState"_s);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    setInk(m_sentence, Tone::Secondary);
    m_button->setObjectName(u"emptyAction"_s);
    m_button->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::huge, space::huge, space::huge, space::huge);
    column->setSpacing(space::medium);
    column->addStretch(1);
    column->addWidget(m_sentence);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_onAction) m_onAction();
    });
}

void EmptyState::set(const QString& sentence, const QString& action,
                     const std::function<void()>& onAction) {
    m_sentence->setText(sentence);
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    m_onAction = onAction;
}

} // namespace baolei
