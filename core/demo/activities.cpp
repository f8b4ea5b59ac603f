#include "core/demo/activities.h"

#include "core/people/queries.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
/// How often a kind is held and on which day of the month.
struct Plan {
    QString kind;
    QString title;
    QList<int> months;
    int hour;
    int minutes;
};

const QList<Plan>& plans() {
    static const QList<int> every{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    static const QList<Plan> all{
        {u"branch-meeting"_s, u"%1季度支部党员大会"_s, {3, 6, 9, 12}, 9, 90},
        {u"committee-meeting"_s, u"%1月支委会"_s, every, 15, 60},
        {u"group-meeting"_s, u"%1月党小组会"_s, every, 19, 60},
        {u"party-lecture"_s, u"%1季度党课"_s, {2, 5, 8, 11}, 9, 60},
        {u"party-day"_s, u"%1月主题党日"_s, every, 9, 120},
        {u"life-meeting"_s, u"年度组织生活会"_s, {1}, 9, 150},
        {u"appraisal"_s, u"年度民主评议党员"_s, {1}, 14, 120},
        {u"talk"_s, u"谈心谈话"_s, {4, 10}, 16, 40},
    };
    return all;
}

class Year {
public:
    Year(const DemoSource& source, const DemoBranch& branch, const DemoPeople& people, Dice& dice,
         Session& session, QDate today)
        : m_source(source)
        , m_branch(branch)
        , m_people(people)
        , m_dice(dice)
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
        for (const Plan& plan : plans())
            for (const int month : plan.months)
                hold(all, plan, month);
        return all;
    }

private:
    void choosePeople();
    void hold(QList<Activity>& all, const Plan& plan, int month);
    ActivityRecord recordOf(const Plan& plan, QDate day, Id<Organisation> holder);
    Attendance attendanceOf(const Plan& plan, QDate day, Id<Organisation> holder);
    void fillKind(ActivityRecord& record, const Plan& plan);

    const DemoSource& m_source;
    const DemoBranch& m_branch;
    const DemoPeople& m_people;
    Dice& m_dice;
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

void Year::hold(QList<Activity>& all, const Plan& plan, int month) {
    const bool isCommittee = plan.kind == u"committee-meeting"_s;
    if (isCommittee && m_seated.size() < 2) return;
    if (plan.kind == u"group-meeting"_s && m_branch.groups.isEmpty()) return;
    // Each kind has its own day of the month: no member is asked to two places at once.
    const int day
        = 3 + (m_branch.organisation.position * 3 + int(&plan - plans().constData()) * 3) % 24;
    const QDate date(m_today.year(), month, day);
    if (date > m_today) return;
    // Most branches hold what they owe; every fifth is careless.
    const bool isCareless = m_branch.organisation.position % 5 == 3;
    if (m_dice.chance(isCareless ? 18 : 2)) return;
    if (plan.kind == u"group-meeting"_s) {
        for (const Organisation& group : m_branch.groups)
            all.append(pack(recordOf(plan, date, group.id)));
        return;
    }
    all.append(pack(recordOf(plan, date, m_branch.organisation.id)));
}

Attendance Year::attendanceOf(const Plan& plan, QDate day, Id<Organisation> holder) {
    static const QStringList reasons{u"外出务工"_s, u"生病"_s, u"家中有事"_s, u"外地出差"_s};
    Attendance attendance;
    const bool isTalk = plan.kind == u"talk"_s;
    for (const Person& person : m_people.people) {
        if (person.joinedOn.earliest() > day) continue;
        if (isTalk && (person.id == m_host.id || !attendance.isEmpty())) continue;
        if (plan.kind == u"committee-meeting"_s && !m_seated.contains(person.id)) continue;
        if (plan.kind == u"group-meeting"_s && person.groupId != holder) continue;
        Attendee attendee{person.id.value, Mark::Present, person.stage == u"full"_s, {}, {}};
        if (isTalk) {
            attendee.voting = false;
        } else if (!person.exemptSince.isNull()) {
            attendee.mark = Mark::Exempt;
        } else if (person.isFloating ? m_dice.chance(70) : m_dice.chance(6)) {
            attendee.mark = m_dice.chance(80) ? Mark::Leave : Mark::Absent;
            attendee.reason = attendee.mark == Mark::Leave ? m_dice.pick(reasons) : QString();
        }
        attendance.append(attendee);
    }
    return attendance;
}

void Year::fillKind(ActivityRecord& record, const Plan& plan) {
    if (plan.kind == u"party-lecture"_s) {
        record.details.insert(u"speaker"_s, m_host.name);
        record.details.insert(u"speakerPost"_s, u"党支部书记"_s);
        record.details.insert(u"hours"_s, u"1"_s);
    }
    if (plan.kind == u"talk"_s) {
        record.details.insert(u"reason"_s, u"日常谈心"_s);
        record.details.insert(u"opinions"_s, u"希望多组织实用技术培训"_s);
    }
    if (plan.kind == u"party-day"_s) {
        record.details.insert(u"method"_s, u"集中学习、志愿服务"_s);
        record.details.insert(u"volunteerHours"_s, u"2"_s);
    }
    if (plan.kind != u"branch-meeting"_s) return;
    const AttendanceCounts counts = countsOf(record.attendance);
    VoteItem item;
    item.title = record.activity.agenda.section(u'\n', 0, 0);
    item.due = counts.votingDue;
    item.present = counts.votingPresent;
    item.votesFor = qMax(0, counts.votingPresent - m_dice.below(2));
    item.abstain = item.present - item.votesFor;
    item.passed = judgeVote(item).passes;
    record.votes.append(item);
}

ActivityRecord Year::recordOf(const Plan& plan, QDate day, Id<Organisation> holder) {
    ActivityRecord record;
    Activity& activity = record.activity;
    activity.id = m_session.newId<Activity>();
    activity.kind = plan.kind;
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
        = m_branch.organisation.shortName.section(u"党支部"_s, 0, 0) + m_dice.pick(m_source.rooms);
    Person host = m_host;
    for (const Person& person : m_people.people)
        if (person.id == m_leaders.value(holder)) host = person;
    activity.host = host.name;
    activity.hostId = host.id;
    activity.recorder = m_recorder;
    const QStringList topics = m_source.topics.value(plan.kind);
    if (!topics.isEmpty()) {
        activity.agenda = m_dice.pick(topics);
        const QString second = m_dice.pick(topics);
        if (second != activity.agenda) activity.agenda += u'\n' + second;
    }
    activity.content = m_dice.pick(m_source.contents);
    activity.resolution = m_dice.pick(m_source.resolutions);
    activity.state = u"final"_s;
    // One in twenty is written down more than a month late.
    activity.recordedOn
        = qMin(m_today, day.addDays(m_dice.chance(5) ? 35 + m_dice.below(20) : m_dice.below(4)));
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
