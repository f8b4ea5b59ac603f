#include "tests/core/activities/meetings.h"

#include "core/activities/own_kinds.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
ActivityKind kindIn(const Result<QList<ActivityKind>>& kinds, const QString& id) {
    EXPECT_TRUE(ok(kinds));
    const ActivityKind* kind = kinds ? kindWithId(*kinds, id) : nullptr;
    EXPECT_TRUE(kind) << "no kind " << id.toStdString();
    return kind ? *kind : ActivityKind();
}
}

ActivityKind kindNamed(const QString& id) {
    return kindIn(loadKinds(), id);
}

ActivityRecord meetingOf(const Town& town, const QString& kind, Id<Organisation> organisation,
                         QDate day) {
    ActivityRecord record;
    Activity& activity = record.activity;
    activity.kind = kind;
    activity.organisationId = organisation;
    activity.startsAt = QDateTime(day, QTime(9, 0));
    activity.endsAt = QDateTime(day, QTime(10, 0));
    activity.title = u"例会"_s;
    activity.place = u"会议室"_s;
    activity.host = u"钟山"_s;
    activity.recorder = u"李明"_s;
    activity.agenda = u"学习"_s;
    activity.content = u"讨论发言"_s;
    activity.state = u"final"_s;
    activity.recordedOn = day;
    QList<Expected> everyone;
    const ActivityKind of = kindIn(townKinds(town.reader()), kind);
    const auto expected = expectedAt(town.reader(), of, organisation, day);
    EXPECT_TRUE(ok(expected));
    for (const ExpectedPerson& person : *expected) {
        everyone.append(person.expected);
        if (person.name == activity.host) activity.hostId = person.id;
    }
    record.attendance = everyonePresent(everyone);
    for (const ActivityField& field : of.fields)
        if (field.required) record.details.insert(field.id, u"有"_s);
    return record;
}

Activity hold(Town& town, const QString& kind, Id<Organisation> organisation, QDate day,
              const Edit& edit) {
    ActivityRecord record = meetingOf(town, kind, organisation, day);
    if (edit) edit(record);
    const auto saved = saveActivity(*town.store, record);
    EXPECT_TRUE(ok(saved));
    return saved.value_or(Activity{});
}

Post seat(Town& town, const Person& person, Id<Organisation> organisation, const QString& kind) {
    Post post;
    post.personId = person.id;
    post.organisationId = organisation;
    post.kind = kind;
    post.fromOn = PartialDate(2024, 1, 1);
    const auto appointed = appoint(*town.store, post);
    EXPECT_TRUE(ok(appointed));
    return appointed.value_or(post);
}

QList<Person> settle(Town& town, Id<Organisation> branch, int count) {
    QList<Person> people{town.member(u"钟山"_s, branch)};
    for (int i = 1; i < count; ++i)
        people.append(town.member(u"党员%1"_s.arg(QChar(0x4e00 + i)), branch));
    seat(town, people.first(), branch, u"secretary"_s);
    return people;
}

QList<Finding> findingsOf(const Town& town, const QString& rule, Id<Organisation> organisation,
                          QDate today) {
    const auto all = check(town.reader(), {}, today);
    EXPECT_TRUE(ok(all));
    QList<Finding> fitting;
    for (const Finding& finding : all.value_or(QList<Finding>{}))
        if (finding.rule == rule && finding.organisation == organisation.value)
            fitting.append(finding);
    return fitting;
}

} // namespace baolei
