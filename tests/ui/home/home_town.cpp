#include "tests/ui/home/home_town.h"

#include "core/people/id_number.h"

namespace baolei {

using namespace Qt::StringLiterals;

QList<Person> HomeTown::settle(const Organisation& branch, int count) {
    QList<Person> people;
    for (int i = 0; i < count; ++i) {
        Person person = member(u"党员%1"_s.arg(QChar(0x4e00 + m_number)), branch.id);
        const QString first = u"32999919700101%1"_s.arg(101 + 2 * m_number++);
        person.idNumber = first + idCheckDigit(first);
        person.phone = u"19900000000"_s;
        EXPECT_TRUE(ok(savePerson(*store, person)));
        people.append(person);
    }
    Post post;
    post.personId = people.first().id;
    post.organisationId = branch.id;
    post.kind = u"secretary"_s;
    post.fromOn = PartialDate(2024, 3, 1);
    EXPECT_TRUE(ok(appoint(*store, post)));
    return people;
}

void HomeTown::hold(const QString& kindId, const Organisation& branch, QDate day,
                    const QString& state) {
    const auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    const auto kind = std::find_if(kinds->begin(), kinds->end(),
                                   [&](const ActivityKind& each) { return each.id == kindId; });
    ASSERT_NE(kind, kinds->end());
    ActivityRecord record;
    Activity& activity = record.activity;
    activity.kind = kindId;
    activity.organisationId = branch.id;
    activity.startsAt = QDateTime(day, QTime(9, 0));
    activity.endsAt = QDateTime(day, QTime(10, 0));
    activity.title = activity.agenda = activity.content = u"学习"_s;
    activity.place = u"会议室"_s;
    activity.host = activity.recorder = u"党员一"_s;
    activity.state = state;
    activity.recordedOn = day;
    const auto expected = expectedAt(reader(), *kind, branch.id, day);
    ASSERT_TRUE(ok(expected));
    QList<Expected> everyone;
    for (const ExpectedPerson& person : *expected)
        everyone.append(person.expected);
    record.attendance = everyonePresent(everyone);
    for (const ActivityField& field : kind->fields)
        if (field.required) record.details.insert(field.id, u"有"_s);
    ASSERT_TRUE(ok(saveActivity(*store, record)));
}

void HomeTown::holdEverything(const Organisation& branch) {
    for (int month = 1; month <= 11; ++month)
        hold(u"party-day"_s, branch, QDate(2026, month, 10));
    for (const int month : {2, 5, 8, 11}) {
        hold(u"branch-meeting"_s, branch, QDate(2026, month, 12));
        hold(u"party-lecture"_s, branch, QDate(2026, month, 13));
    }
    for (const QString& kind : {u"life-meeting"_s, u"appraisal"_s, u"talk"_s})
        hold(kind, branch, QDate(2026, 11, 14));
}

void HomeTown::setTerm(Organisation& branch, const PartialDate& ends) {
    branch.termStartedOn = PartialDate(2024, 3, 1);
    branch.termEndsOn = ends;
    ASSERT_TRUE(ok(saveOrganisation(*store, branch)));
}

HomeAnswer HomeTown::answer(Id<Organisation> of, const Period& period) {
    const auto read
        = readHome(reader(), {of, period, clock.today()}, [](const PassState&) { return true; });
    EXPECT_TRUE(ok(read));
    return read.value_or(HomeAnswer{});
}

const TodoLine* lineWith(const QList<TodoLine>& lines, const QString& words) {
    for (const TodoLine& line : lines)
        if (line.text.contains(words)) return &line;
    return nullptr;
}

} // namespace baolei
