// The sample files, each against the expectation that lies beside them.

#include "core/people/queries.h"
#include "core/people/roster_import.h"
#include "core/store/history.h"
#include "tests/support/support.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);

struct EmptyTown {
    TempFolder folder;
    FixedClock clock{kToday};
    std::unique_ptr<Store> store;
    EmptyTown() {
        StoreOptions options;
        options.clock = &clock;
        auto made = Store::create(folder.path(u"示范镇.baolei"_s), u"示范镇"_s, options);
        EXPECT_TRUE(ok(made));
        store = std::move(*made);
    }
    Result<ImportPlan> plan(const QString& file) const {
        return planImport(file, store->reader(), {kToday});
    }
    qint64 count(const QByteArray& table) const {
        return store->reader().integer("SELECT count(*) FROM " + table).value_or(-1);
    }
};

QJsonObject expected() {
    return QJsonDocument::fromJson(contentOf(sampleFile(u"roster-export.expected.json"_s)))
        .object();
}

void expectAsExpected(const ImportPlan& plan) {
    const QJsonObject want = expected();
    const QJsonObject have = jsonOf(plan);
    EXPECT_EQ(have.keys(), want.keys());
    for (const QString& key : {u"rows"_s, u"accepted"_s, u"warned"_s, u"refused"_s, u"branches"_s})
        EXPECT_EQ(have[key].toInt(), want[key].toInt()) << key.toStdString();
    QHash<int, QString> wanted;
    for (const auto& remark : want[u"remarks"_s].toArray())
        wanted.insert(remark[u"row"_s].toInt(),
                      QString::fromUtf8(QJsonDocument(remark.toObject()).toJson()));
    for (const auto& remark : have[u"remarks"_s].toArray())
        EXPECT_EQ(QString::fromUtf8(QJsonDocument(remark.toObject()).toJson()),
                  wanted.take(remark[u"row"_s].toInt()));
    for (const QString& missing : std::as_const(wanted))
        ADD_FAILURE() << "not said: " << missing.toStdString();
}

class RosterSample : public testing::TestWithParam<const char*> { };
}

TEST_P(RosterSample, isJudgedAsExpectedAndImportedOnce) {
    const QString file = sampleFile(QLatin1String(GetParam()));
    if (file.isEmpty()) GTEST_SKIP() << "the sample rosters are not here: " << GetParam();
    const EmptyTown town;
    const auto first = town.plan(file);
    ASSERT_TRUE(ok(first));
    expectAsExpected(*first);
    EXPECT_EQ(first->added, 378);
    EXPECT_EQ(first->newBranches(), 12);
    EXPECT_EQ(town.count("live_person"), 0) << "planning changed the store";
    ASSERT_TRUE(ok(applyImport(*town.store, *first)));
    EXPECT_EQ(town.count("live_person"), 378);
    EXPECT_EQ(town.count("live_organisation"), 12);

    const qint64 operations = town.count("operation");
    const qint64 lines = town.count("journal");
    const auto again = town.plan(file);
    ASSERT_TRUE(ok(again));
    expectAsExpected(*again);
    EXPECT_EQ(again->same, 378);
    EXPECT_TRUE(again->changes.isEmpty());
    EXPECT_TRUE(again->isEmpty());
    ASSERT_TRUE(ok(applyImport(*town.store, *again)));
    EXPECT_EQ(town.count("operation"), operations);
    EXPECT_EQ(town.count("journal"), lines);

    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(town.count("live_person"), 0);
    EXPECT_EQ(town.count("live_organisation"), 0);
}

INSTANTIATE_TEST_SUITE_P(AllKinds, RosterSample,
                         testing::Values("roster-export.xlsx", "roster-export.xls",
                                         "roster-export.ods", "roster-export-gbk.csv"));

TEST(RosterSamples, oneKindUpdatesNothingAfterAnother) {
    const QString xlsx = sampleFile(u"roster-export.xlsx"_s);
    const QString csv = sampleFile(u"roster-export-gbk.csv"_s);
    if (xlsx.isEmpty()) GTEST_SKIP() << "the sample rosters are not here";
    const EmptyTown town;
    ASSERT_TRUE(ok(applyImport(*town.store, *town.plan(xlsx))));
    const auto again = town.plan(csv);
    ASSERT_TRUE(ok(again));
    EXPECT_EQ(again->added, 0);
    for (const PlannedChange& change : again->changes)
        ADD_FAILURE() << change.row << " " << change.column.toStdString();
}

TEST(RosterSamples, inlineStringsComeInClean) {
    const QString file = sampleFile(u"roster-inline.xlsx"_s);
    if (file.isEmpty()) GTEST_SKIP() << "the sample rosters are not here";
    const EmptyTown town;
    const auto plan = town.plan(file);
    ASSERT_TRUE(ok(plan));
    EXPECT_EQ(plan->rows.size(), 250);
    EXPECT_EQ(plan->refused, 0);
    EXPECT_EQ(plan->warned, 0);
    EXPECT_TRUE(plan->mapping.unmatched.isEmpty());
    ASSERT_TRUE(ok(applyImport(*town.store, *plan)));
    EXPECT_EQ(town.count("live_person"), 250);
}
