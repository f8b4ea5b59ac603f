#include "core/demo/activities.h"

#include "core/people/queries.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// Occasional kinds have dice of their own: what is held regularly does not depend on them.
constexpr quint32 kOccasionSeed = 20'260'701;

class Year {
public:
    Year(const DemoSource& source, const DemoBranch& branch, const DemoPeople& people, Dice& dice,
         Session& session, QDate today)
        : m_source(source)
        , m_branch(branch)
        , m_people(people)
        , m_regular(dice)
        , m_session(session)
        , m_today(today) {
        for (const Post& post : people.posts) {
            if (isCommitteePost(post.kind)) m_seated.insert(post.personId);
            if (post.kind == u"group_leader"_s)
                m_leaders.insert(post.organisationId, post.personId);
        }
        choosePeople();
    }

    QList<Activity> held() {
        QList<Activity> all;
        const int position = m_branch.organisation.position;
        Dice occasions(kOccasionSeed + quint32(position));
        for (const DemoActivity& plan : m_source.activities) {
            if (position % plan.every != 0) continue;
            m_dice = plan.every == 1 ? &m_regular : &occasions;
            for (const int month : plan.months)
                hold(all, plan, month);
        }
        return all;
    }

private:
    void choosePeople();
    void hold(QList<Activity>& all, const DemoActivity& plan, int month);
    ActivityRecord recordOf(const DemoActivity& plan, QDate day, Id<Organisation> holder);
    QDate dayOf(const DemoActivity& plan, int month) const;
    bool isExpected(const Person& person, const DemoActivity& plan, Id<Organisation> holder) const;
    Attendance attendanceOf(const DemoActivity& plan, QDate day, Id<Organisation> holder);
    void fillKind(ActivityRecord& record, const DemoActivity& plan);

    const DemoSource& m_source;
    const DemoBranch& m_branch;
    const DemoPeople& m_people;
    Dice& m_regular;
    Dice* m_dice = nullptr;
    Session& m_session;
    QDate m_today;
    QSet<Id<Person>> m_seated;
    QHash<Id<Organisation>, Id<Person>> m_leaders; ///< of groups
    Person m_host;
    QString m_recorder;
};

// The first who has a seat presides (the secretary, where there is one), else the first member.
void Year::choosePeople() {
    for (const Person& person : m_people.people) {
        const bool isSeated = m_seated.contains(person.id);
        if (m_host.id.isNull() && isSeated)
            m_host = person;
        else if (m_recorder.isEmpty() && person.stage == u"full"_s)
            m_recorder = person.name;
    }
    if (m_host.id.isNull()) m_host = m_people.people.value(0);
    if (m_recorder.isEmpty()) m_recorder = m_host.name;
}

void Year::hold(QList<Activity>& all, const DemoActivity& plan, int month) {
    const Attends attends = plan.kind.attends;
    if (attends == Attends::Committee && m_seated.size() < 2) return;
    if (attends == Attends::Group && m_branch.groups.isEmpty()) return;
    const QDate date = dayOf(plan, month);
    if (date > m_today) return;
    // Most branches hold what they owe; every fifth is careless.
    const bool isCareless = m_branch.organisation.position % 5 == 3;
    if (m_dice->chance(isCareless ? 18 : 2)) return;
    if (attends == Attends::Group) {
        for (const Organisation& group : m_branch.groups)
            all.append(pack(recordOf(plan, date, group.id)));
        return;
    }
    const ActivityRecord record = recordOf(plan, date, m_branch.organisation.id);
    const bool hasNobody = attends == Attends::Chosen && record.attendance.isEmpty();
    if (!hasNobody) all.append(pack(record));
}

// Each kind has its own day of the month: no member is asked to two places at once.
QDate Year::dayOf(const DemoActivity& plan, int month) const {
    const QDate regular = regularDay(plan.kind, QDate(m_today.year(), month, 1));
    if (regular.isValid()) return regular;
    const auto place = int(&plan - m_source.activities.constData());
    return {m_today.year(), month, 3 + (m_branch.organisation.position * 3 + place * 3) % 24};
}

bool Year::isExpected(const Person& person, const DemoActivity& plan,
                      Id<Organisation> holder) const {
    switch (plan.kind.attends) {
    case Attends::Committee:
        return m_seated.contains(person.id);
    case Attends::Group:
        return person.groupId == holder;
    case Attends::Chosen:
        return person.id != m_host.id && plan.isForExempt == !person.exemptSince.isNull();
    case Attends::None:
        return false;
    case Attends::Members:
        break;
    }
    return true;
}

Attendance Year::attendanceOf(const DemoActivity& plan, QDate day, Id<Organisation> holder) {
    static const QStringList reasons{u"外出务工"_s, u"生病"_s, u"家中有事"_s, u"外地出差"_s};
    Attendance attendance;
    const bool isChosen = plan.kind.attends == Attends::Chosen;
    for (const Person& person : m_people.people) {
        if (person.joinedOn.earliest() > day || !isExpected(person, plan, holder)) continue;
        if (isChosen && attendance.size() == plan.people) break;
        Attendee attendee{person.id.value, Mark::Present, person.stage == u"full"_s, {}, {}};
        if (isChosen) {
            attendee.voting = false;
        } else if (!person.exemptSince.isNull()) {
            attendee.mark = Mark::Exempt;
        } else if (person.isFloating ? m_dice->chance(70) : m_dice->chance(6)) {
            attendee.mark = m_dice->chance(80) ? Mark::Leave : Mark::Absent;
            attendee.reason = attendee.mark == Mark::Leave ? m_dice->pick(reasons) : QString();
        }
        attendance.append(attendee);
    }
    return attendance;
}

void Year::fillKind(ActivityRecord& record, const DemoActivity& plan) {
    for (auto detail = plan.details.begin(); detail != plan.details.end(); ++detail)
        record.details.insert(detail.key(),
                              QString(detail.value()).replace(u"{host}"_s, m_host.name));
    if (plan.kind.quorum != Quorum::HalfOfVoting) return;
    const AttendanceCounts counts = countsOf(record.attendance);
    VoteItem item;
    item.title = record.activity.agenda.section(u'\n', 0, 0);
    item.due = counts.votingDue;
    item.present = counts.votingPresent;
    item.votesFor = qMax(0, counts.votingPresent - m_dice->below(2));
    item.abstain = item.present - item.votesFor;
    item.passed = judgeVote(item).passes;
    record.votes.append(item);
}

ActivityRecord Year::recordOf(const DemoActivity& plan, QDate day, Id<Organisation> holder) {
    ActivityRecord record;
    Activity& activity = record.activity;
    activity.id = m_session.newId<Activity>();
    activity.kind = plan.kind.id;
    activity.organisationId = holder;
    const bool isQuarterly = plan.title.contains(u"季度"_s);
    static const QStringList quarters{u"第一"_s, u"第二"_s, u"第三"_s, u"第四"_s};
    activity.title = !plan.title.contains(u'%')
        ? plan.title
        : plan.title.arg(isQuarterly ? quarters[(day.month() - 1) / 3]
                                     : QString::number(day.month()));
    activity.startsAt = QDateTime(day, QTime(plan.hour, 0));
    activity.endsAt = activity.startsAt.addSecs(plan.minutes * 60LL);
    activity.place
        = m_branch.organisation.shortName.section(u"党支部"_s, 0, 0) + m_dice->pick(m_source.rooms);
    Person host = m_host;
    for (const Person& person : m_people.people)
        if (person.id == m_leaders.value(holder)) host = person;
    activity.host = host.name;
    activity.hostId = host.id;
    activity.recorder = m_recorder;
    const QStringList topics = m_source.topics.value(plan.kind.id);
    if (!topics.isEmpty()) {
        activity.agenda = m_dice->pick(topics);
        const QString second = m_dice->pick(topics);
        if (second != activity.agenda) activity.agenda += u'\n' + second;
    }
    activity.content = m_dice->pick(m_source.contents);
    activity.resolution = m_dice->pick(m_source.resolutions);
    activity.state = u"final"_s;
    // One in twenty is written down more than a month late.
    activity.recordedOn
        = qMin(m_today, day.addDays(m_dice->chance(5) ? 35 + m_dice->below(20) : m_dice->below(4)));
    record.attendance = attendanceOf(plan, day, holder);
    fillKind(record, plan);
    return record;
}
}

QList<Activity> demoActivities(const DemoSource& source, const DemoBranch& branch,
                               const DemoPeople& people, Dice& dice, Session& session,
                               QDate today) {
    return Year(source, branch, people, dice, session, today).held();
}

} // namespace baolei
