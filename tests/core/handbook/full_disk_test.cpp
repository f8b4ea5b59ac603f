// A handbook and a page are written whole or not at all, wherever the disk runs full.

#include "tests/support/full_disk.h"

#include "core/demo/demo.h"
#include "core/handbook/handbook.h"
#include "core/people/queries.h"
#include "core/spreadsheet/reader.h"

#ifndef Q_OS_WIN

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct PrintedTown {
    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    std::unique_ptr<Store> store;
    Fonts fonts;

    PrintedTown() {
        store = std::move(
            *Store::create(folder.path(u"示范镇.baolei"_s), u"示范镇"_s, {.clock = &clock}));
        EXPECT_TRUE(ok(fillDemo(*store, DemoScale::Town)));
    }
    Result<void> print(const QString& form, const QString& path) const {
        const auto branch = organisationNamed(store->reader(), u"西荡村党支部"_s);
        if (!branch) return fail(branch.error());
        const auto made = printToFile(store->reader(), form,
                                      {*branch, Period::ofYear(2026), clock.today()}, path, fonts);
        if (!made) return fail(made.error());
        return {};
    }
};

void expectWholePdf(const QString& path) {
    const QByteArray text = contentOf(path);
    EXPECT_TRUE(text.startsWith("%PDF-")) << "cut off in silence";
    EXPECT_TRUE(text.trimmed().endsWith("%%EOF")) << "cut off in silence";
}
}

TEST(FullDisk, aHandbookIsWholeOrNotThere) {
    const PrintedTown town;
    expectWholeOrNothing(
        u"手册.pdf"_s, [&](const QString& path) { return town.print(kHandbook, path); },
        expectWholePdf);
}

TEST(FullDisk, aPageAsAWorkbookIsWholeOrNotThere) {
    const PrintedTown town;
    expectWholeOrNothing(
        u"名册.xlsx"_s, [&](const QString& path) { return town.print(u"p06"_s, path); },
        [](const QString& path) { EXPECT_TRUE(ok(openSpreadsheet(path))); });
}

#endif
