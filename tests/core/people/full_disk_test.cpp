// Rosters and rejected rows are written whole or not at all, wherever the disk runs full.

#include "tests/support/full_disk.h"

#include "core/people/roster_export.h"
#include "core/spreadsheet/reader.h"
#include "tests/core/people/roster_fixture.h"

#ifndef Q_OS_WIN

namespace baolei {

namespace {
constexpr int kPeople = 40;

QStringList roster(const QString& joined) {
    QStringList lines{u"姓名|身份证号|所在支部|入党时间"_s};
    for (int i = 0; i < kPeople; ++i)
        lines.append(u"张%1|%2|东村党支部|%3"_s.arg(
            QChar(0x4E00 + i), idOf(u"19800101"_s, QString::number(100 + i)), joined));
    return lines;
}

void expectRows(const QString& path) {
    const auto table = openSpreadsheet(path);
    ASSERT_TRUE(ok(table));
    int rows = 0;
    ASSERT_TRUE(ok((*table)->read(0, [&](const auto&...) { return ++rows > 0; })));
    EXPECT_GE(rows, kPeople) << "cut off in silence";
}
}

TEST(FullDisk, anExportedRosterIsWholeOrNotThere) {
    RosterTown town;
    town.import(roster(u"2001-07-01"_s));
    for (const QString& name : {u"名册.csv"_s, u"名册.xlsx"_s})
        expectWholeOrNothing(
            name,
            [&](const QString& path) -> Result<void> {
                const auto done = exportRoster(town.reader(), path, {});
                if (!done) return fail(done.error());
                return {};
            },
            expectRows);
}

TEST(FullDisk, theRejectedRowsOfAnImportAreWholeOrNotThere) {
    RosterTown town;
    const ImportPlan plan = town.plan(roster(u"不详"_s));
    ASSERT_EQ(plan.refused, kPeople);
    expectWholeOrNothing(
        u"退回.xlsx"_s, [&](const QString& path) { return writeRejects(plan, path); }, expectRows);
}

} // namespace baolei
#endif
