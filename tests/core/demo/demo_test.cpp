// The invented towns: the numbers of their names, sound records, the same each time.

#include "core/activities/compliance.h"
#include "core/activities/queries.h"
#include "core/demo/demo.h"
#include "core/demo/people.h"
#include "core/people/id_number.h"
#include "core/store/verify.h"
#include "tests/support/support.h"

#include <algorithm>
#include <map>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);

std::unique_ptr<Store> emptyStore(const TempFolder& folder, const Clock& clock,
                                  const QString& name = u"示范.baolei"_s) {
    StoreOptions options;
    options.clock = &clock;
    auto store = Store::create(folder.path(name), u"示范"_s, options);
    EXPECT_TRUE(ok(store));
    return std::move(*store);
}

// A filled town, made once for all tests that only look.
const Store& town() {
    static const TempFolder folder;
    static const FixedClock clock(kToday);
    static const std::unique_ptr<Store> store = [] {
        auto made = emptyStore(folder, clock);
        EXPECT_TRUE(ok(fillDemo(*made, DemoScale::Town)));
        return made;
    }();
    return *store;
}

qint64 count(const Store& store, const QByteArray& from) {
    return store.reader().integer("SELECT count(*) FROM " + from).value();
}

QStringList content(const Store& store) {
    QStringList lines;
    const auto take = [&](const Row& row) {
        QString line;
        for (int i = 0; i < row.columnCount(); ++i)
            line += row.text(i) + u'|';
        lines.append(line);
    };
    EXPECT_TRUE(ok(store.reader().each(
        "SELECT p.name, p.id_number, p.joined_on, o.name FROM person p JOIN organisation o"
        " ON o.id = p.branch_id ORDER BY p.rowid",
        {}, take)));
    EXPECT_TRUE(ok(store.reader().each("SELECT title, starts_at, host, agenda, due, present,"
                                       " length(attendance) FROM activity ORDER BY rowid",
                                       {}, take)));
    return lines;
}
}

TEST(DemoTown, isASmallTown) {
    EXPECT_EQ(count(town(),
                    "live_organisation WHERE parent_id IN (SELECT id FROM organisation"
                    " WHERE type = 'committee') AND sector = '3'"),
              12);
    const qint64 members = count(town(), "live_person WHERE stage IN ('full', 'probationary')");
    EXPECT_GE(members, 380);
    EXPECT_LE(members, 420);
    EXPECT_GT(count(town(), "live_person WHERE stage IN ('applicant', 'activist')"), 0);
    EXPECT_GT(count(town(), "live_activity"), 400);
    EXPECT_GT(count(town(), "live_organisation WHERE type = 'group'"), 0);
}

TEST(DemoTown, isWhole) {
    const auto report = verifyStore(town().reader());
    ASSERT_TRUE(ok(report));
    EXPECT_TRUE(report->problems.isEmpty()) << report->problems.join(u'\n').toStdString();
    EXPECT_EQ(report->operations, 5); // made, filled, and three for the plans
}

TEST(DemoTown, hasAPlanOfEveryBranchThatIsMostlyDone) {
    const qint64 branches = count(town(), "live_organisation WHERE type = 'branch'");
    const qint64 items = count(town(), "live_plan_item");
    EXPECT_GT(items, branches * 30);
    EXPECT_EQ(count(town(), "(SELECT DISTINCT organisation_id FROM live_plan_item)"), branches);
    const qint64 done
        = count(town(), "live_plan_item WHERE activity_id IS NOT NULL OR done_on <> ''");
    EXPECT_GT(done, items / 2);
    EXPECT_LT(done, items);
}

TEST(DemoTown, everyIdNumberIsValidAndOfNoRealRegion) {
    const auto people = town().reader().all<Person>("WHERE r.id_number <> ''");
    ASSERT_TRUE(ok(people));
    EXPECT_GT(people->size(), 380);
    for (const Person& person : *people) {
        const IdNumber number = readIdNumber(person.idNumber);
        EXPECT_EQ(number.fault, IdFault::None);
        EXPECT_EQ(number.region, u"329999"_s);
        EXPECT_EQ(number.birth, person.bornOn.earliest());
        EXPECT_EQ(number.sex, person.sex);
    }
}

TEST(DemoTown, everyPersonPassesTheCheckOfPeople) {
    const auto people = town().reader().all<Person>("ORDER BY r.id");
    ASSERT_TRUE(ok(people));
    for (const Person& person : *people) {
        for (const FieldProblem& problem : checkPerson(person, kToday))
            EXPECT_TRUE(problem.column == "id_number" || problem.column == "joined_on")
                << problem.message.toStdString();
        const bool isMemberBeforeToday
            = !isMember(person.stage) || person.joinedOn.latest() <= kToday;
        EXPECT_TRUE(isMemberBeforeToday);
    }
}

TEST(DemoTown, everyActivityPassesTheCheckOfItsKind) {
    const auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    std::map<QString, ActivityKind> byId;
    for (const ActivityKind& kind : *kinds)
        byId[kind.id] = kind;
    const auto all = town().reader().all<Activity>("ORDER BY r.id");
    ASSERT_TRUE(ok(all));
    QSet<QString> seen;
    for (const Activity& activity : *all) {
        const auto record = unpack(activity);
        ASSERT_TRUE(ok(record));
        seen.insert(activity.kind);
        for (const FieldProblem& problem : checkActivity(*record, byId[activity.kind]))
            ADD_FAILURE() << activity.title.toStdString() << problem.message.toStdString();
        EXPECT_LE(activity.startsAt.date(), kToday);
        EXPECT_EQ(pack(*record), activity);
    }
    EXPECT_EQ(seen.size(), kinds->size()); // some of every kind
}

TEST(DemoTown, nobodyIsAtAMeetingBeforeJoining) {
    const auto people = town().reader().all<Person>("WHERE r.stage = 'probationary'");
    ASSERT_TRUE(ok(people));
    ASSERT_FALSE(people->isEmpty());
    QHash<Uuid, QDate> joined;
    for (const Person& person : *people)
        joined.insert(person.id.value, person.joinedOn.earliest());
    const auto all = town().reader().all<Activity>("ORDER BY r.id");
    for (const Activity& activity : *all) {
        const auto record = unpack(activity);
        ASSERT_TRUE(ok(record));
        for (const Attendee& attendee : record->attendance)
            EXPECT_LE(joined.value(attendee.person, QDate(1900, 1, 1)), activity.startsAt.date());
    }
}

TEST(DemoTown, showsBothWhatIsDoneAndWhatIsMissing) {
    const auto findings = check(town().reader(), {}, kToday);
    ASSERT_TRUE(ok(findings));
    const auto with = [&](const QString& rule) {
        return std::count_if(findings->begin(), findings->end(),
                             [&](const Finding& each) { return each.rule == rule; });
    };
    for (const QString& rule : {u"R-102"_s, u"R-104"_s, u"C05"_s, u"R-111"_s})
        EXPECT_GT(with(rule), 0) << rule.toStdString();
    EXPECT_LT(with(u"R-104"_s), 40); // of 18 branches in 11 months
    for (const QString& never : {u"C20"_s, u"C23"_s, u"C22"_s, u"R-110"_s, u"C09"_s})
        EXPECT_EQ(with(never), 0) << never.toStdString();
}

TEST(Demo, twoFillsTellTheSameStory) {
    const TempFolder folder;
    const FixedClock clock(kToday);
    const auto again = emptyStore(folder, clock);
    ASSERT_TRUE(ok(fillDemo(*again, DemoScale::Town)));
    EXPECT_EQ(content(*again), content(town()));
}

TEST(Demo, anyDayOfTheYearWillDo) {
    for (const QDate day : {QDate(2027, 1, 1), QDate(2024, 2, 29), QDate(2026, 12, 31)}) {
        const TempFolder folder;
        const FixedClock clock(day);
        const auto store = emptyStore(folder, clock);
        ASSERT_TRUE(ok(fillDemo(*store, DemoScale::Town)));
        EXPECT_EQ(count(*store,
                        "live_activity WHERE substr(starts_at, 1, 10) > '"
                            + day.toString(Qt::ISODate).toLatin1() + "'"),
                  0);
        const auto problems = verifyStore(store->reader());
        ASSERT_TRUE(ok(problems));
        EXPECT_TRUE(problems->problems.isEmpty());
    }
}

TEST(Demo, stoppedLeavesNothing) {
    const TempFolder folder;
    const FixedClock clock(kToday);
    const auto store = emptyStore(folder, clock);
    const auto filled = fillDemo(*store, DemoScale::Town, [](int done, int) { return done < 3; });
    ASSERT_FALSE(filled.has_value());
    EXPECT_EQ(filled.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(count(*store, "organisation"), 0);
}

TEST(Demo, countyHasItsExactNumbers) {
    const TempFolder folder;
    const FixedClock clock(kToday);
    const auto store = emptyStore(folder, clock);
    int last = 0;
    ASSERT_TRUE(ok(fillDemo(*store, DemoScale::County, [&](int done, int total) {
        last = done;
        return done < total;
    })));
    EXPECT_EQ(last, 1174); // of 1,175 branches
    EXPECT_EQ(count(*store, "live_organisation"), 1'200);
    EXPECT_EQ(count(*store, "live_person"), 19'600);
    EXPECT_EQ(count(*store, "(SELECT name FROM live_organisation GROUP BY name)"), 1'200);
    EXPECT_GT(count(*store, "live_activity"), 20'000);
    EXPECT_EQ(count(*store, "live_activity WHERE host = ''"), 0);
    const auto odd = store->reader().integer(
        "SELECT count(*) FROM person WHERE id_number <> '' AND id_number NOT LIKE '329999%'");
    EXPECT_EQ(odd.value(), 0);
}

TEST(Demo, cityHasItsExactNumbers) {
    const TempFolder folder;
    const FixedClock clock(kToday);
    const auto store = emptyStore(folder, clock);
    const auto source = readDemoSource();
    ASSERT_TRUE(ok(source));
    const Op op{"test.tree", "tree"};
    ASSERT_TRUE(ok(store->run({op}, [&](Session& session) -> Result<void> {
        const DemoTree tree = demoTree(*source, DemoScale::City, session, kToday);
        EXPECT_EQ(tree.above.size() + tree.branches.size(), 15'300);
        qint64 members = 0;
        QSet<QString> names;
        QSet<int> seeds;
        for (const DemoBranch& branch : tree.branches) {
            members += branch.members;
            names.insert(branch.organisation.name);
            seeds.insert(branch.organisation.position);
        }
        EXPECT_EQ(members, 323'200);
        EXPECT_EQ(names.size(), tree.branches.size());
        EXPECT_EQ(seeds.size(), tree.branches.size()); // none is the copy of another
        return {};
    })));
}

TEST(Demo, scalesAreReadFromTheirNames) {
    EXPECT_EQ(demoScaleFrom(u"county"_s).value(), DemoScale::County);
    const auto odd = demoScaleFrom(u"planet"_s);
    ASSERT_FALSE(odd.has_value());
    EXPECT_EQ(odd.error().code, ErrorCode::Usage);
}
