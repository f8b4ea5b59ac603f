// What the page is told, and in which order.

#include "ui/activities/year_reading.h"

#include "core/people/organisation_tree.h"
#include "tests/ui/activities/page_support.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);
constexpr Op kGrow{"test.grow", "添加支部"};

/// The invented town on a store of its own, and as many branches more.
struct GrownTown {
    TempFolder folder;
    FixedClock clock{kToday};
    std::unique_ptr<Store> store;

    explicit GrownTown(int more) {
        StoreOptions options;
        options.clock = &clock;
        store = std::move(*Store::create(folder.path(u"示范镇.baolei"_s), u"示范镇"_s, options));
        EXPECT_TRUE(ok(fillDemo(*store, DemoScale::Town)));
        EXPECT_TRUE(ok(store->run({kGrow}, [more](Session& session) -> Result<void> {
            for (int i = 0; i < more; ++i) {
                Organisation branch;
                branch.id = session.newId<Organisation>();
                branch.name = branch.shortName = u"第%1支部"_s.arg(i);
                branch.type = u"branch"_s;
                branch.position = 1000 + i;
                if (const auto done = session.add(branch); !done) return done;
            }
            return {};
        })));
    }
};

const GoOn kGoOn = [](const PassState&) { return true; };

QList<PageAnswer> answersOf(const Reader& reader, const PageQuestion& question) {
    QList<PageAnswer> answers;
    EXPECT_TRUE(ok(readPage(reader, question, kGoOn,
                            [&](const PageAnswer& known) { answers.append(known); })));
    return answers;
}

bool isSame(const BranchYear& a, const BranchYear& b) {
    for (qsizetype i = 0; i < a.kinds.size(); ++i)
        if (a.kinds[i].months != b.kinds[i].months || a.kinds[i].need != b.kinds[i].need)
            return false;
    return a.organisation == b.organisation && a.name == b.name && a.parent == b.parent
        && a.kinds.size() == b.kinds.size();
}
}

TEST(YearReading, tellsTheFirstLinesBeforeTheRest) {
    const GrownTown town(100);
    const auto answers = answersOf(town.store->reader(), {{}, Period::ofMonth(2026, 11), kToday});
    ASSERT_EQ(answers.size(), 4);
    const PageAnswer& first = answers.first();
    const PageAnswer& last = answers.last();
    ASSERT_GT(first.branches.size(), kFirstLines + 50);
    EXPECT_FALSE(first.hasCells || first.hasHeld);
    EXPECT_TRUE(last.hasCells && last.hasHeld);
    ASSERT_EQ(first.branches.size(), last.branches.size());
    for (qsizetype i = 0; i < last.branches.size(); ++i) {
        EXPECT_EQ(first.branches[i].isRead(), i < kFirstLines);
        EXPECT_EQ(first.branches[i].name, last.branches[i].name);
        EXPECT_TRUE(i >= kFirstLines || isSame(first.branches[i], last.branches[i])) << i;
    }
}

TEST(YearReading, readsAnyLinesAsThePassOverAllDoes) {
    const GrownTown town(0);
    const PageQuestion question{{}, Period::ofYear(2026), kToday};
    const auto answers = answersOf(town.store->reader(), question);
    const QList<BranchYear>& all = answers.last().branches;
    const QList<BranchYear> wanted{all[3], all[0], all.last()};
    auto cells
        = readCells(town.store->reader(), question,
                    {wanted[0].organisation, wanted[1].organisation, wanted[2].organisation});
    ASSERT_TRUE(ok(cells));
    PageAnswer known = answers.first();
    addCells(known, std::move(*cells));
    for (const BranchYear& each : wanted)
        for (const BranchYear& read : known.branches)
            EXPECT_TRUE(read.organisation != each.organisation || isSame(read, each));
}

TEST(YearReading, listsWhatWasHeldWithItsTextsFirstOnTheScreen) {
    const GrownTown town(0);
    const Period year = Period::ofYear(2026);
    const auto answers = answersOf(town.store->reader(), {{}, year, kToday});
    const auto lines = activitiesIn(town.store->reader(), {}, year);
    ASSERT_TRUE(ok(lines));
    ASSERT_GT(lines->size(), 2 * kFirstLines);
    const PageAnswer& early = answers[1];
    const PageAnswer& last = answers.last();
    ASSERT_EQ(last.held.size(), lines->size());
    EXPECT_EQ(last.heldCount, lines->size());
    for (qsizetype i = 0; i < lines->size(); ++i) {
        EXPECT_EQ(last.held[i].activity.id, (*lines)[i].id);
        EXPECT_EQ(last.held[i].activity.title, (*lines)[i].title);
        EXPECT_EQ(last.held[i].activity.place, (*lines)[i].place);
        EXPECT_EQ(last.held[i].activity.startsAt, (*lines)[i].startsAt);
        EXPECT_TRUE(i >= kFirstLines || early.held[i].activity.title == (*lines)[i].title);
    }
}

TEST(YearReading, stopsWhenNobodyWaits) {
    const GrownTown town(0);
    int told = 0;
    const auto done = readPage(
        town.store->reader(), {{}, Period::ofYear(2026), kToday},
        [](const PassState&) { return false; },
        [&](const PageAnswer& known) {
            EXPECT_FALSE(known.hasCells);
            ++told;
        });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(told, 2); // the first lines, and what was held
}

TEST(YearReading, findingsCanBeStopped) {
    const GrownTown town(0);
    const PageQuestion question{{}, Period::ofYear(2026), kToday};
    const auto stopped
        = readFindings(town.store->reader(), question, [](const PassState&) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    const auto found = readFindings(town.store->reader(), question, kGoOn);
    const auto expected = check(town.store->reader(), {}, kToday);
    ASSERT_TRUE(ok(found) && ok(expected));
    EXPECT_EQ(found->count, expected->size());
    ASSERT_EQ(found->lines.size(), expected->size());
    for (qsizetype i = 0; i < expected->size(); ++i)
        EXPECT_TRUE(found->lines[i].finding == (*expected)[i]);
}

TEST(OrganisationTree, hasTheOrderOfOrganisations) {
    const GrownTown town(20);
    const auto names = organisationNames(town.store->reader());
    const auto whole = organisations(town.store->reader());
    ASSERT_TRUE(ok(names) && ok(whole));
    for (const Id<Organisation>& root : {Id<Organisation>{}, whole->at(1).id}) {
        const auto expected = organisationsUnder(town.store->reader(), root);
        const auto tree = namesUnder(*names, root);
        ASSERT_EQ(tree.size(), expected->size());
        for (qsizetype i = 0; i < tree.size(); ++i) {
            EXPECT_EQ(tree[i].id, (*expected)[i].id);
            EXPECT_EQ(tree[i].shortName, (*expected)[i].shortName);
        }
    }
}

} // namespace baolei
