#include "ui/activities/record_attendee.h"

#include "ui/base/fields.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

namespace baolei {

using namespace Qt::StringLiterals;

AttendeeRow::AttendeeRow(const Attendee& attendee, const QString& name, QDate day, QWidget* parent)
    : QWidget(parent)
    , m_attendee(attendee)
    , m_name(name)
    , m_mark(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_madeUpOn(new DateField(day, this)) {
    auto* label = new QLabel(name, this);
    label->setMinimumWidth(scaled(56));
    m_mark->setObjectName(u"mark/"_s + name);
    m_mark->setAccessibleName(tr("%1的到会情况").arg(name));
    for (int i = 0; i < kMarks; ++i)
        m_mark->addItem(markName(static_cast<Mark>(i)), i);
    m_mark->setCurrentIndex(static_cast<int>(attendee.mark));
    m_reason->setObjectName(u"reason/"_s + name);
    m_reason->setAccessibleName(tr("%1没有到会的原因").arg(name));
    m_reason->setPlaceholderText(tr("原因"));
    m_reason->setText(attendee.reason);
    m_madeUpOn->setObjectName(u"madeUp/"_s + name);
    m_madeUpOn->setAccessibleName(tr("%1补学日期").arg(name));
    m_madeUpOn->setPlaceholderText(tr("补学日期"));
    m_madeUpOn->setMaximumWidth(scaled(116));
    if (attendee.madeUpOn.isValid()) m_madeUpOn->setDate(attendee.madeUpOn);
    auto* remove = new QToolButton(this);
    remove->setObjectName(u"unmark/"_s + name);
    remove->setAccessibleName(tr("取消%1的标记").arg(name));
    remove->setToolTip(remove->accessibleName());
    remove->setIcon(icon(u"close"_s, Tone::Secondary));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tiny);
    row->addWidget(label);
    row->addWidget(m_mark);
    row->addWidget(m_reason, 1);
    row->addWidget(m_madeUpOn);
    row->addWidget(remove);
    connect(m_mark, &QComboBox::currentIndexChanged, this, [this] {
        showMadeUp();
        emit edited();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &AttendeeRow::edited);
    connect(m_madeUpOn, &QLineEdit::textChanged, this, &AttendeeRow::edited);
    connect(remove, &QToolButton::clicked, this, &AttendeeRow::removed);
    m_reason->installEventFilter(this);
    m_madeUpOn->installEventFilter(this);
    showMadeUp();
}

// Only who has made up has a day for it; what stands there already is never hidden.
void AttendeeRow::showMadeUp() {
    const bool isMadeUp = m_mark->currentIndex() == static_cast<int>(Mark::MadeUp);
    m_madeUpOn->setVisible(isMadeUp || !m_madeUpOn->text().isEmpty());
}

Attendee AttendeeRow::attendee() const {
    Attendee attendee = m_attendee;
    attendee.mark = static_cast<Mark>(m_mark->currentIndex());
    attendee.reason = m_reason->text().trimmed();
    const PartialDate madeUp = m_madeUpOn->date();
    attendee.madeUpOn = madeUp.isNull() ? QDate() : madeUp.earliest();
    return attendee;
}

QString AttendeeRow::problem() const {
    const QString problem = m_madeUpOn->problem();
    return problem.isEmpty() ? QString() : tr("%1的补学日期：%2").arg(m_name, problem);
}

bool AttendeeRow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        if (pressed->modifiers() == Qt::NoModifier
            && (pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter)) {
            if (watched == m_reason && m_madeUpOn->isVisible())
                m_madeUpOn->setFocus();
            else
                emit left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace baolei
