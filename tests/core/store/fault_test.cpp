// Every call that SQLite makes to the disk fails once, at each place in turn, alone and for good,
// with a full disk and with one that does not answer. Whatever was reported as saved is there
// afterwards, whatever was not is there whole or not at all, and the store that is open goes on.

#include "tests/support/fault_vfs.h"

#include "core/store/backup.h"
#include "core/store/history.h"
#include "core/store/migrations.h"
#include "core/store/verify.h"
#include "tests/core/store/toys.h"

#include <QDir>
#include <QFile>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {

/// One operation of two records, told apart by its label.
struct Deed {
    QString label;
    Club club;
    Player player;
};

/// A store at work: what it has reported as saved, and what it has reported as not saved.
struct Desk {
    explicit Desk(const QString& folder_)
        : folder(folder_)
        , path(folder + u"/示范镇.baolei"_s) { }

    StoreOptions options() const { return {.clock = &clock, .actor = u"小林"_s}; }
    Result<void> open() {
        auto opened = Store::open(path, options());
        if (!opened) return fail(opened.error());
        store = std::move(*opened);
        return {};
    }
    Deed deed() {
        const qint64 now = clock.nowUtc().toMSecsSinceEpoch();
        Deed made;
        made.label = u"第%1件"_s.arg(++number);
        made.club = {{newUuid(now)}, {}, made.label, 0, {}};
        made.player.id = {newUuid(now)};
        made.player.clubId = made.club.id;
        made.player.name = made.label;
        return made;
    }
    Result<void> save() {
        const Deed made = deed();
        auto done = store->run({kDraw, {made.label}}, [&](Session& s) -> Result<void> {
            if (const auto put = s.put(made.club); !put) return fail(put.error());
            if (const auto put = s.put(made.player); !put) return fail(put.error());
            return {};
        });
        (done ? saved : refused).append(made);
        return done;
    }

    QString folder;
    QString path;
    FixedClock clock{QDate(2026, 11, 23)};
    int number = 0;
    QList<Deed> saved;
    QList<Deed> refused;
    QList<Deed> either; ///< taken back or not: whole or absent
    std::unique_ptr<Store> store;
};

void expectPlain(const Error& error, const QByteArray& call) {
    EXPECT_FALSE(error.what.isEmpty()) << call.toStdString();
    EXPECT_FALSE(error.kept.isEmpty()) << call.toStdString() << ": " << error.what.toStdString();
    EXPECT_FALSE(error.next.isEmpty()) << call.toStdString() << ": " << error.what.toStdString();
    EXPECT_NE(error.code, ErrorCode::Broken) << error.text().toStdString();
    EXPECT_TRUE(error.code != ErrorCode::BadFile && error.code != ErrorCode::Damaged)
        << call.toStdString() << " makes no sound file a damaged one: " << error.what.toStdString();
}

bool isThere(const Reader& reader, const Deed& deed) {
    const auto club = reader.find(deed.club.id);
    const auto player = reader.find(deed.player.id);
    if (!ok(club) || !ok(player)) return false;
    EXPECT_EQ(club->has_value(), player->has_value()) << "half of " << deed.label.toStdString();
    return club->has_value();
}

qint64 stepsOf(const Reader& reader, const Deed& deed) {
    return reader
        .integer("SELECT count(*) FROM operation WHERE key = 'toy.draw' AND label LIKE :label",
                 {{":label", u"%:"_s + deed.label}})
        .value_or(-1);
}

void expectSound(Desk& desk) {
    if (desk.store) {
        EXPECT_TRUE(ok(desk.save())) << "the open store goes on once the disk is back";
    }
    desk.store.reset();
    if (!QFile::exists(desk.path)) {
        EXPECT_TRUE(desk.saved.isEmpty());
        return;
    }
    ASSERT_TRUE(ok(desk.open()));
    const Reader& reader = desk.store->reader();
    for (const Deed& deed : desk.saved) {
        EXPECT_TRUE(isThere(reader, deed)) << "lost: " << deed.label.toStdString();
        EXPECT_EQ(stepsOf(reader, deed), 1) << deed.label.toStdString();
    }
    for (const Deed& deed : desk.refused)
        EXPECT_EQ(stepsOf(reader, deed), isThere(reader, deed) ? 1 : 0) << deed.label.toStdString();
    for (const Deed& deed : desk.either)
        (void)isThere(reader, deed);
    EXPECT_EQ(verifyStore(reader).value().problems, QStringList());
}

struct Scene {
    std::function<void(Desk&)> prepare; ///< on a sound disk
    std::function<Result<void>(Desk&)> act; ///< on the failing one
    std::function<void(Desk&)> check = expectSound; ///< when the disk is sound again
};

void copyFolder(const QString& from, const QString& to) {
    QDir().mkpath(to);
    for (const QFileInfo& each :
         QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        const QString target = to + u'/' + each.fileName();
        if (each.isDir())
            copyFolder(each.filePath(), target);
        else
            ASSERT_TRUE(QFile::copy(each.filePath(), target));
    }
}

class Faults : public testing::TestWithParam<std::tuple<FaultVfs::Kind, FaultVfs::Lasting>> {
protected:
    Faults() {
        // A store with a past: the toy tables, three deeds, one of them taken back.
        Desk first(start());
        QDir().mkpath(first.folder);
        EXPECT_TRUE(ok(Store::create(first.path, u"示范镇"_s, first.options())));
        tamper(first.path, kToyTables);
        EXPECT_TRUE(ok(first.open()));
        for (int i = 0; i < 3; ++i)
            EXPECT_TRUE(ok(first.save()));
        EXPECT_TRUE(ok(first.store->undo()));
        m_past = first.saved;
        m_past.removeLast();
        m_number = first.number;
    }

    QString start() const { return m_folder.path(u"起点"_s); }

    void sweep(const Scene& scene, bool hasPast = true) {
        const auto [kind, lasting] = GetParam();
        const int most = 5000;
        int nth = 1;
        for (; nth < most && !HasFailure(); ++nth) {
            const QString work = m_folder.path(u"工作"_s);
            QDir(work).removeRecursively();
            copyFolder(start(), work);
            FaultVfs faults;
            Desk desk(work);
            if (hasPast) desk.saved = m_past;
            desk.number = m_number;
            scene.prepare(desk);
            faults.failAt(nth, kind, lasting);
            const auto done = scene.act(desk);
            faults.heal();
            if (!done) expectPlain(done.error(), faults.failedCall());
            if (!faults.hasFailed()) {
                EXPECT_TRUE(ok(done)) << "on a sound disk";
            }
            scene.check(desk);
            if (HasFailure())
                ADD_FAILURE() << "call " << nth << ": " << faults.failedCall().toStdString();
            if (!faults.hasFailed()) break;
        }
        EXPECT_LT(nth, most) << "it never ran through";
    }

    TempFolder m_folder;
    QList<Deed> m_past;
    int m_number = 0;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(
    Disk, Faults,
    testing::Combine(testing::Values(FaultVfs::Kind::Full, FaultVfs::Kind::Io),
                     testing::Values(FaultVfs::Lasting::Once, FaultVfs::Lasting::FromThenOn)),
    [](const auto& each) {
        return std::string(std::get<0>(each.param) == FaultVfs::Kind::Full ? "full" : "io")
            + (std::get<1>(each.param) == FaultVfs::Lasting::Once ? "Once" : "ForGood");
    });

TEST_P(Faults, creating) {
    sweep({[](Desk& desk) { desk.path = desk.folder + u"/新镇.baolei"_s; },
           [](Desk& desk) -> Result<void> {
               const auto made = Store::create(desk.path, u"新镇"_s, desk.options());
               if (!made) {
                   EXPECT_FALSE(QFile::exists(desk.path)) << "a half-made store";
                   return fail(made.error());
               }
               return {};
           }},
          false);
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

TEST_P(Faults, openingAfterACrash) {
    sweep({[](Desk& desk) {
               ASSERT_TRUE(ok(desk.open()));
               ASSERT_TRUE(ok(desk.save()));
               const QString crashed = desk.folder + u"/断电.baolei"_s;
               ASSERT_TRUE(QFile::copy(desk.path, crashed));
               ASSERT_TRUE(QFile::copy(desk.path + u"-wal"_s, crashed + u"-wal"_s));
               desk.store.reset();
               desk.path = crashed;
           },
           [](Desk& desk) { return desk.open(); }});
}

TEST_P(Faults, migrating) {
    sweep({
              [](Desk& desk) {
                  desk.path = desk.folder + u"/旧镇.baolei"_s;
                  const auto older = Connection::open(desk.path, Connection::Mode::Create);
                  ASSERT_TRUE(ok(older));
                  ASSERT_TRUE(ok(migrate(**older, 1)));
                  ASSERT_TRUE(ok((*older)->execute("INSERT INTO store_info VALUES('store', x'01'),"
                                                   " ('replica', x'02')")));
              },
              [](Desk& desk) { return desk.open(); },
              [](Desk& desk) {
                  const bool isOpen = desk.store != nullptr;
                  desk.store.reset();
                  if (!isOpen) {
                      const auto half = Connection::open(desk.path, Connection::Mode::ReadWrite);
                      const qint64 version = (*half)->integer("PRAGMA user_version").value_or(-1);
                      EXPECT_TRUE(version == 1 || version == newestSchema()) << version;
                  }
                  for (const BackupInfo& copy : backupsIn(backupFolderOf(desk.path)))
                      EXPECT_TRUE(ok(checkBackup(copy.path)));
                  ASSERT_TRUE(ok(desk.open()));
                  EXPECT_EQ(desk.store->reader().integer("PRAGMA user_version").value(),
                            newestSchema());
                  EXPECT_EQ(verifyStore(desk.store->reader()).value().problems, QStringList());
              },
          },
          false);
}

TEST_P(Faults, backingUp) {
    sweep({[](Desk& desk) {
               ASSERT_TRUE(ok(desk.open()));
               ASSERT_TRUE(ok(desk.save()));
           },
           [](Desk& desk) -> Result<void> {
               const QString folder = desk.folder + u"/优盘"_s;
               const auto made = backUp(desk.path, folder, desk.clock);
               const auto there = backupsIn(folder);
               EXPECT_EQ(there.size(), made ? 1 : 0) << "only whole copies bear the name of one";
               if (!made) return fail(made.error());
               return {};
           },
           [](Desk& desk) {
               for (const BackupInfo& made : backupsIn(desk.folder + u"/优盘"_s))
                   EXPECT_TRUE(ok(checkBackup(made.path)));
               EXPECT_TRUE(ok(backUp(desk.path, desk.folder + u"/另一个"_s, desk.clock)));
               expectSound(desk);
           }});
}

TEST_P(Faults, restoring) {
    QString former; // has what came after the backup
    sweep({[&](Desk& desk) {
               ASSERT_TRUE(ok(desk.open()));
               ASSERT_TRUE(ok(backUp(desk.path, desk.folder + u"/优盘"_s, desk.clock)));
               ASSERT_TRUE(ok(desk.save()));
               desk.store.reset();
               former.clear();
           },
           [&](Desk& desk) -> Result<void> {
               const QString backup = backupsIn(desk.folder + u"/优盘"_s).first().path;
               const auto kept = restoreBackup(backup, desk.path, desk.clock);
               if (!kept) return fail(kept.error());
               former = *kept;
               return {};
           },
           [&](Desk& desk) {
               if (!former.isEmpty()) {
                   const auto kept = Reader::open(former);
                   EXPECT_TRUE(ok(kept) && isThere(*kept, desk.saved.takeLast()));
               }
               expectSound(desk);
               desk.store.reset();
               const QString backup = backupsIn(desk.folder + u"/优盘"_s).first().path;
               EXPECT_TRUE(ok(restoreBackup(backup, desk.path, desk.clock)));
           }});
}
