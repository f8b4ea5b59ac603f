// A failing disk under the daily work: making, opening, saving, taking back, importing, reading.

#include "core/store/history.h"
#include "core/store/verify.h"
#include "tests/core/store/faults.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace baolei {
INSTANTIATE_TEST_SUITE_P(Disk, Faults, everyFault(), faultName);

TEST_P(Faults, creating) {
    sweep({[](Desk& desk) { desk.path = desk.folder + u"/新镇.baolei"_s; },
           [](Desk& desk) -> Result<void> {
               const auto made = Store::create(desk.path, u"新镇"_s, desk.options());
               if (!made) {
                   EXPECT_FALSE(QFile::exists(desk.path)) << "a half-made store";
                   return fail(made.error());
               }
               return {};
           },
           expectSound, false});
}

TEST_P(Faults, openingAndClosing) {
    sweep({[](Desk&) {},
           [](Desk& desk) {
               const auto done = desk.open();
               desk.store.reset();
               return done;
           }});
}

TEST_P(Faults, openingAndGoingOn) {
    sweep({[](Desk&) {}, [](Desk& desk) { return desk.open(); }});
}

TEST_P(Faults, editing) {
    sweep({[](Desk& desk) { ASSERT_TRUE(ok(desk.open())); },
           [](Desk& desk) {
               Result<void> first;
               for (int i = 0; i < 3; ++i)
                   if (const auto done = desk.save(); !done && first) first = done;
               return first;
           }});
}

TEST_P(Faults, editingAndClosing) {
    sweep({[](Desk& desk) { ASSERT_TRUE(ok(desk.open())); },
           [](Desk& desk) {
               const auto done = desk.save();
               desk.store.reset();
               return done;
           }});
}

TEST_P(Faults, editingWithoutWriteAhead) {
    if (networkPath(start()).isEmpty()) GTEST_SKIP() << "there is no server";
    sweep({[](Desk& desk) {
               desk.path = networkPath(desk.path);
               ASSERT_TRUE(ok(desk.open()));
           },
           [](Desk& desk) {
               Result<void> first;
               for (int i = 0; i < 2; ++i)
                   if (const auto done = desk.save(); !done && first) first = done;
               return first;
           }});
}

TEST_P(Faults, undoingAndRedoing) {
    sweep({[](Desk& desk) {
               ASSERT_TRUE(ok(desk.open()));
               ASSERT_TRUE(ok(desk.save()));
           },
           [](Desk& desk) -> Result<void> {
               const Deed last = desk.saved.takeLast();
               const auto undone = desk.store->undo();
               const auto redone = undone ? desk.store->redo() : undone;
               (undone && !redone ? desk.either : desk.saved).append(last);
               if (!undone) return fail(undone.error());
               if (!redone) return fail(redone.error());
               return {};
           }});
}

TEST_P(Faults, verifying) {
    sweep({[](Desk& desk) { ASSERT_TRUE(ok(desk.open())); },
           [](Desk& desk) -> Result<void> {
               const auto reader = Reader::open(desk.path);
               if (!reader) return fail(reader.error());
               const auto report = verifyStore(*reader);
               if (!report) return fail(report.error());
               EXPECT_EQ(report->problems, QStringList()) << "a false alarm";
               return {};
           }});
}

TEST_P(Faults, importing) {
    constexpr int kRows = 300;
    const auto rows = [](const Desk& desk) {
        return desk.store->reader()
            .integer("SELECT count(*) FROM club WHERE name LIKE '导入%'")
            .value_or(-1);
    };
    sweep({[](Desk& desk) { ASSERT_TRUE(ok(desk.open())); },
           [&](Desk& desk) {
               return desk.store->run({kDraw, {u"导入"_s}}, [&](Session& s) -> Result<void> {
                   for (int i = 0; i < kRows; ++i) {
                       Club club = desk.deed().club;
                       club.name = u"导入"_s.repeated(40);
                       if (const auto put = s.add(club); !put) return put;
                   }
                   return {};
               });
           },
           [&](Desk& desk) {
               expectSound(desk);
               EXPECT_TRUE(rows(desk) == 0 || rows(desk) == kRows) << rows(desk);
           }});
}

} // namespace baolei
