#include "ui/activities/record_attendance.h"

#include "ui/activities/record_attendee.h"
#include "ui/activities/record_matches.h"
#include "ui/activities/record_tabs.h"
#include "ui/base/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kShownMatches = 5;
constexpr QChar kWideSpace = u'\u2003'; // plain spaces shrink in rich text

QString part(const QString& name, int count) {
    return count > 0 ? u"　%1 %2"_s.arg(name).arg(count) : QString();
}
}

QString countsText(const AttendanceCounts& counts, Attends attends) {
    if (attends == Attends::Chosen) return AttendanceField::tr("到会 %1 人").arg(counts.present);
    QString text = AttendanceField::tr("应到 %1（有表决权 %2）　实到 %3（有表决权 %4）")
                       .arg(counts.due)
                       .arg(counts.votingDue)
                       .arg(counts.present)
                       .arg(counts.votingPresent);
    text += part(markName(Mark::Leave), counts.leave) + part(markName(Mark::Absent), counts.absent)
        + part(markName(Mark::MadeUp), counts.madeUp)
        + part(markName(Mark::Observer), counts.observers);
    if (counts.exempt > 0) text += AttendanceField::tr("　免作要求 %1 人不计").arg(counts.exempt);
    text += part(markName(Mark::Excluded), counts.excluded);
    return text;
}

AttendanceField::AttendanceField(const RecordSource& source, const QHash<Uuid, QString>& names,
                                 QDate day, QWidget* parent)
    : QWidget(parent)
    , m_source(source)
    , m_names(names)
    , m_day(day)
    , m_counts(new QLabel(this))
    , m_input(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_list(new QMenu(this))
    , m_grid(new QGridLayout) {
    m_counts->setObjectName(u"attendanceCounts"_s);
    m_counts->setWordWrap(true);
    m_input->setObjectName(u"absentInput"_s);
    m_input->setAccessibleName(isChosenKind() ? tr("到会人") : tr("缺席人、列席人"));
    m_input->setPlaceholderText(isChosenKind() ? tr("到会人的姓名或拼音首字母")
                                               : tr("缺席人的姓名或拼音首字母"));
    m_input->setToolTip(tr("空一格后可以接着写原因；按 ↑ ↓ 换人"));
    m_input->setMinimumWidth(scaled(260));
    m_hint->setObjectName(u"absentMatches"_s);
    m_hint->setTextFormat(Qt::RichText);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* list = new QPushButton(tr("名单 ▾"), this);
    list->setObjectName(u"attendanceList"_s);
    list->setProperty("role", u"plain"_s);
    list->setAutoDefault(false);
    list->setMenu(m_list);
    list->setFocusPolicy(Qt::ClickFocus); // the keyboard has the field
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_input);
    line->addWidget(m_hint, 1);
    line->addWidget(list);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::huge);
    m_grid->setVerticalSpacing(space::tiny);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addWidget(m_counts);
    column->addLayout(line);
    column->addLayout(m_grid);
    setFocusPolicy(Qt::ClickFocus); // no stop for Tab beside its lines
    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, [this] {
        m_chosen = 0;
        showMatches();
    });
    connect(m_hint, &QLabel::linkActivated, this, [this](const QString& link) {
        m_chosen = link.toInt();
        enter(false);
    });
    connect(m_list, &QMenu::aboutToShow, this, &AttendanceField::fillList);
    showMatches();
}

QString AttendanceField::nameOf(const Uuid& id) const {
    const RecordPerson* person = m_source.find(id);
    if (!person) return m_names.value(id, tr("（已删除的人）"));
    return person->branch.isEmpty() ? person->name
                                    : tr("%1（%2）").arg(person->name, person->branch);
}

// There, or exempt as the rules have it: nothing needs to be said.
bool AttendanceField::isPlain(const Attendee& attendee) const {
    if (isChosenKind() || !attendee.reason.isEmpty() || attendee.madeUpOn.isValid()) return false;
    const RecordPerson* person = m_source.find(attendee.person);
    const Mark usual = person && person->isExpected ? person->expected.mark : Mark::Present;
    const bool needsNoReason = attendee.mark == Mark::Exempt || attendee.mark == Mark::Excluded;
    return attendee.mark == usual || (!person && needsNoReason);
}

void AttendanceField::setAttendance(const Attendance& attendance) {
    qDeleteAll(m_rows);
    m_rows.clear();
    m_order.clear();
    m_attendance = attendance;
    for (const Attendee& each : attendance)
        if (!isPlain(each)) addRow(each);
    layRows();
    showCounts();
}

Attendance AttendanceField::attendance() const {
    Attendance attendance = m_attendance;
    for (Attendee& each : attendance)
        if (const AttendeeRow* row = m_rows.value(each.person)) each = row->attendee();
    return attendance;
}

QString AttendanceField::problem() const {
    if (const QString typed = m_input->text().trimmed(); !typed.isEmpty())
        return tr("“%1”还没有记上：按回车记下，或者删去").arg(typed);
    for (const Uuid& person : m_order)
        if (const QString problem = m_rows[person]->problem(); !problem.isEmpty()) return problem;
    return {};
}

AttendeeRow* AttendanceField::addRow(const Attendee& attendee) {
    auto* row = new AttendeeRow(attendee, nameOf(attendee.person), m_day, this);
    m_rows.insert(attendee.person, row);
    m_order.append(attendee.person);
    connect(row, &AttendeeRow::edited, this, [this] {
        showCounts();
        emit edited();
    });
    connect(row, &AttendeeRow::left, m_input, [this] { m_input->setFocus(); });
    connect(row, &AttendeeRow::removed, this, [this, person = attendee.person] { unmark(person); });
    return row;
}

// Where several hold it together: one list, branch after branch.
void AttendanceField::orderByBranch() {
    if (m_source.holders.joint.isEmpty()) return;
    QHash<Uuid, qsizetype> places;
    for (qsizetype i = 0; i < m_source.people.size(); ++i)
        places.insert(m_source.people[i].expected.person, i);
    std::stable_sort(m_order.begin(), m_order.end(), [&](const Uuid& a, const Uuid& b) {
        return places.value(a, places.size()) < places.value(b, places.size());
    });
}

void AttendanceField::layRows() {
    orderByBranch();
    const int columns = isLargeType() ? 1 : 2;
    for (qsizetype i = 0; i < m_order.size(); ++i) {
        AttendeeRow* row = m_rows[m_order[i]];
        m_grid->addWidget(row, int(i) / columns, int(i) % columns);
        row->show();
    }
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
    orderTabs(window());
}

void AttendanceField::showCounts() {
    const Attendance all = attendance();
    QString text = countsText(countsOf(all), m_source.kind.attends);
    if (!m_source.holders.joint.isEmpty()) text += u'\n' + countsByBranch(all);
    m_counts->setText(text);
}

// 西荡村党支部 38/41　东堰村党支部 20/20
QString AttendanceField::countsByBranch(const Attendance& all) const {
    QStringList order;
    QHash<QString, Attendance> byBranch;
    for (const RecordPerson& each : m_source.people)
        if (!order.contains(each.branch)) order.append(each.branch);
    for (const Attendee& each : all)
        if (const RecordPerson* person = m_source.find(each.person))
            byBranch[person->branch].append(each);
    QStringList texts;
    for (const QString& branch : std::as_const(order)) {
        const AttendanceCounts own = countsOf(byBranch.value(branch));
        texts.append(tr("%1 %2/%3").arg(branch).arg(own.present).arg(own.due));
    }
    return texts.join(u"　"_s);
}

void AttendanceField::showMatches() {
    const AbsentEntry entry = readAbsentEntry(m_input->text());
    QSet<Uuid> marked;
    for (const Uuid& person : m_order)
        marked.insert(person);
    m_matches = matchingPeople(m_source.people, entry.who, marked);
    m_chosen = qBound(0, m_chosen, qMax(0, int(m_matches.size()) - 1));
    setInk(m_hint, Tone::Secondary);
    if (entry.who.isEmpty()) {
        m_hint->setText(isChosenKind()
                            ? tr("回车：记为到会")
                            : tr("回车：请假；Shift+回车：缺席；不在应到之列的人：列席"));
        return;
    }
    if (m_matches.isEmpty()) {
        setInk(m_hint, Tone::Due);
        m_hint->setText(tr("本支部没有这个人，或已在下面；外单位列席人员请写进内容"));
        return;
    }
    QStringList names;
    const int from = m_chosen / kShownMatches * kShownMatches;
    for (int i = from; i < m_matches.size() && i < from + kShownMatches; ++i) {
        const RecordPerson& person = m_source.people[m_matches[i]];
        const QString name = nameOf(person.expected.person).toHtmlEscaped();
        const QString link = u"<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>"_s.arg(
            QString::number(i), colourOf(i == m_chosen ? Tone::Text : Tone::Secondary).name(),
            i == m_chosen ? u"<b>%1</b>"_s.arg(name) : name);
        names.append(person.isExpected || isChosenKind() ? link : link + tr("（列席）"));
    }
    m_hint->setText(u"→ "_s + names.join(u"　"_s)
                    + (m_matches.size() > from + kShownMatches ? u" …"_s : QString()) + kWideSpace
                    + (isChosenKind() ? tr("回车：到会") : tr("回车：请假；Shift+回车：缺席")));
}

void AttendanceField::choose(int step) {
    m_chosen = qBound(0, m_chosen + step, qMax(0, int(m_matches.size()) - 1));
    showMatches();
}

void AttendanceField::enter(bool isAbsent) {
    if (m_chosen >= m_matches.size()) return;
    mark(m_matches[m_chosen], isAbsent, readAbsentEntry(m_input->text()).reason);
    m_input->clear();
    m_input->setFocus();
}

void AttendanceField::mark(qsizetype at, bool isAbsent, const QString& reason) {
    const RecordPerson& person = m_source.people[at];
    Attendee attendee{person.expected.person, Mark::Observer, false, reason, {}};
    if (person.isExpected) {
        attendee.voting = person.expected.voting;
        attendee.mark = isAbsent ? Mark::Absent : Mark::Leave;
        // Who need not come or is not counted: whoever names one means that he came all the same.
        if (isChosenKind() || person.expected.mark != Mark::Present) attendee.mark = Mark::Present;
    }
    const auto had
        = std::find_if(m_attendance.begin(), m_attendance.end(),
                       [&](const Attendee& each) { return each.person == attendee.person; });
    if (had == m_attendance.end()) {
        m_attendance.append(attendee);
    } else {
        attendee.voting = had->voting; // as it was on that day
        *had = attendee;
    }
    addRow(attendee);
    layRows();
    showCounts();
    emit edited();
}

void AttendanceField::unmark(const Uuid& id) {
    const RecordPerson* person = m_source.find(id);
    AttendeeRow* row = m_rows.take(id);
    m_order.removeAll(id);
    const bool staysDue = person && person->isExpected && !isChosenKind();
    for (qsizetype i = m_attendance.size() - 1; i >= 0; --i) {
        if (m_attendance[i].person != id) continue;
        if (!staysDue) {
            m_attendance.removeAt(i);
            continue;
        }
        m_attendance[i] = {id, person->expected.mark, m_attendance[i].voting, {}, {}};
    }
    m_grid->removeWidget(row);
    row->hide();
    row->deleteLater();
    layRows();
    showCounts();
    showMatches();
    m_input->setFocus();
    emit edited();
}

// For the mouse: everybody who is not listed below.
void AttendanceField::fillList() {
    m_list->clear();
    QHash<QString, QMenu*> menus;
    for (qsizetype i = 0; i < m_source.people.size(); ++i) {
        const RecordPerson& person = m_source.people[i];
        if (m_rows.contains(person.expected.person)) continue;
        const QString note = person.isExpected ? QString() : tr("（列席）");
        QMenu*& of = menus[person.branch];
        if (!of) of = person.branch.isEmpty() ? m_list : m_list->addMenu(person.branch);
        connect(of->addAction(person.name + note), &QAction::triggered, this,
                [this, i] { mark(i, false, {}); });
    }
}

void AttendanceField::focusInEvent(QFocusEvent*) {
    m_input->setFocus();
}

// Enter with nobody typed: all the absent are there. Their rows are for the arrow and for Tab.
void AttendanceField::leaveForward() {
    for (QWidget* next = m_input->nextInFocusChain(); next != m_input;
         next = next->nextInFocusChain()) {
        const bool isStop = next->isVisible() && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus) != 0 && !next->focusProxy();
        if (next == this || isAncestorOf(next) || !isStop) continue;
        next->setFocus(Qt::TabFocusReason);
        return;
    }
}

bool AttendanceField::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_input || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    const bool isShift = pressed->modifiers().testFlag(Qt::ShiftModifier);
    if (pressed->modifiers().testFlag(Qt::ControlModifier)) return false;
    switch (pressed->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_input->text().trimmed().isEmpty())
            leaveForward();
        else
            enter(isShift);
        return true;
    case Qt::Key_Down:
        if (m_input->text().isEmpty() && !m_order.isEmpty())
            m_rows[m_order.last()]->reasonField()->setFocus();
        else
            choose(1);
        return true;
    case Qt::Key_Up:
        choose(-1);
        return true;
    default:
        return false;
    }
}

} // namespace baolei
