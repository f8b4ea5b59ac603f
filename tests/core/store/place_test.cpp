// Where a store lies and what happens to it there: read-only folders, strange and long names, a
// file that is moved away, a stick that comes back, a clock that is wrong.

#include "core/store/backup.h"
#include "core/store/migrations.h"
#include "core/store/verify.h"
#include "tests/core/store/toys.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/read_only_folder.h"

#include <QDir>
#include <QFile>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
void expectWhole(const Error& error) {
    EXPECT_FALSE(error.what.isEmpty());
    EXPECT_FALSE(error.kept.isEmpty()) << error.what.toStdString();
    EXPECT_FALSE(error.next.isEmpty()) << error.what.toStdString();
}

#ifndef Q_OS_WIN
void expectReadOnly(Store& store, const Club& club) {
    EXPECT_TRUE(store.isReadOnly());
    EXPECT_EQ(store.reader().find(club.id).value(), club);
    EXPECT_EQ(verifyStore(store.reader()).value().problems, QStringList());
    ASSERT_EQ(store.notices().size(), 1);
    EXPECT_TRUE(store.notices().first().contains(u"不能修改"_s));
    int troubles = 0;
    QObject::connect(&store, &Store::troubled, [&] { ++troubles; });
    const auto saved = store.run({kDraw, {u"晚"_s}}, [&](Session& s) { return s.put(club); });
    const auto undone = store.undo();
    ASSERT_FALSE(saved);
    ASSERT_FALSE(undone);
    for (const Error& error : {saved.error(), undone.error()}) {
        EXPECT_EQ(error.code, ErrorCode::ReadOnly);
        expectWhole(error);
    }
    EXPECT_EQ(troubles, 0) << "the disk is well";
    EXPECT_TRUE(ok(store.reconnect()));
    EXPECT_EQ(store.reader().find(club.id).value(), club);
}

TEST(ReadOnlyFolder, isOpenedForReading) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"东风"_s));
    toys.store.reset();
    const QStringList before = QDir(toys.folder.path()).entryList(QDir::Files | QDir::Hidden);
    {
        const ReadOnlyFolder folder(toys.folder.path());
        const auto opened = Store::open(toys.path, {.clock = &toys.clock});
        ASSERT_TRUE(ok(opened));
        expectReadOnly(**opened, club);
        EXPECT_EQ(QDir(toys.folder.path()).entryList(QDir::Files | QDir::Hidden), before);
    }
    toys.reopen();
    EXPECT_FALSE(toys->isReadOnly());
    toys.save(toys.club(u"复制以后"_s));
}

TEST(ReadOnlyFolder, aFileThatAloneIsReadOnlyIsOpenedForReading) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"东风"_s));
    toys.store.reset();
    const ReadOnlyFolder folder(toys.folder.path(), ReadOnlyFolder::What::FilesOnly);
    const auto opened = Store::open(toys.path, {.clock = &toys.clock});
    ASSERT_TRUE(ok(opened));
    expectReadOnly(**opened, club);
}

TEST(ReadOnlyFolder, anOldStoreIsNotMigratedThereAndSaysSo) {
    const TempFolder place;
    const QString path = place.path(u"旧镇.baolei"_s);
    {
        const auto older = Connection::open(path, Connection::Mode::Create);
        ASSERT_TRUE(ok(migrate(**older, 1)));
    }
    const ReadOnlyFolder folder(place.path());
    const auto opened = Store::open(path);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::ReadOnly);
    EXPECT_TRUE(opened.error().what.contains(u"升级"_s));
    expectWhole(opened.error());
}

TEST(ReadOnlyFolder, takesNoNewStore) {
    const TempFolder place;
    const ReadOnlyFolder folder(place.path());
    const auto made = Store::create(place.path(u"新镇.baolei"_s), u"新镇"_s);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::ReadOnly);
    expectWhole(made.error());
}

TEST(ReadOnlyFolder, aLogThatCannotGoHomeIsNotPassedOver) {
    ToyStore toys;
    toys.save(toys.club(u"东风"_s));
    const TempFolder other;
    const QString crashed = other.path(u"断电.baolei"_s);
    ASSERT_TRUE(QFile::copy(toys.path, crashed));
    ASSERT_TRUE(QFile::copy(toys.path + u"-wal"_s, crashed + u"-wal"_s));
    const ReadOnlyFolder folder(other.path());
    const auto reader = Reader::open(crashed);
    ASSERT_FALSE(reader) << "it would answer without the last day's work";
    EXPECT_EQ(reader.error().code, ErrorCode::Io);
    expectWhole(reader.error());
}

TEST(ReadOnlyFolder, takesNoBackupAndSaysSo) {
    ToyStore toys;
    toys.store.reset();
    const QString target = toys.folder.path(u"光盘"_s);
    QDir().mkpath(target);
    QFile::setPermissions(target,
                          QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    const ReadOnlyFolder folder(toys.folder.path());
    const auto made = backUp(toys.path, target, toys.clock);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Io);
    EXPECT_TRUE(made.error().what.contains(u"光盘"_s)) << made.error().text().toStdString();
    expectWhole(made.error());
}
#endif
}

TEST(StorePath, mayHoldWhatPeopleType) {
    const TempFolder folder;
    const FixedClock clock(QDate(2026, 11, 23));
    for (const QString& name : {u"党建 资料"_s, u"带'单引号"_s, u"百分%20号"_s, u"井#号"_s,
                                u"加+与&"_s, u"问;号=1"_s, u"表情😀𬭚"_s, u" 前后空格 "_s,
                                u"点.多.个"_s, u"file:假"_s, u"长"_s.repeated(60)}) {
        const QString inside = folder.path(name) + u"/"_s + name + u".baolei"_s;
        QDir().mkpath(folder.path(name));
        auto store = Store::create(inside, u"镇"_s, {.clock = &clock});
        ASSERT_TRUE(ok(store)) << name.toStdString();
        const auto made = backUpAutomatically(inside, clock);
        ASSERT_TRUE(ok(made)) << name.toStdString();
        EXPECT_TRUE(made->startsWith(backupFolderOf(inside)));
        store->reset();
        ASSERT_TRUE(ok(restoreBackup(*made, inside, clock))) << name.toStdString();
        ASSERT_TRUE(ok(Store::open(inside, {.clock = &clock}))) << name.toStdString();
        const auto reader = Reader::open(inside);
        ASSERT_TRUE(ok(reader)) << name.toStdString();
        EXPECT_EQ(verifyStore(*reader).value().problems, QStringList());
    }
}

TEST(StorePath, isAsLongAsSqliteTakesItAndRefusedInWordsBeyond) {
    const TempFolder folder;
    const FixedClock clock(QDate(2026, 11, 23));
    QString deep = folder.path();
    while (deep.size() < 260)
        deep += u"/archive-of-the-town-and-its-villages"_s;
    QDir().mkpath(deep);
    auto store = Store::create(deep + u"/镇.baolei"_s, u"镇"_s, {.clock = &clock});
    ASSERT_TRUE(ok(store));
    EXPECT_TRUE(ok(backUpAutomatically(deep + u"/镇.baolei"_s, clock)));
#ifndef Q_OS_WIN // which takes 32,767 characters
    QString deeper = deep;
    while (deeper.toUtf8().size() < 700)
        deeper += u"/组织生活与党员花名册的历年资料"_s;
    QDir().mkpath(deeper);
    const auto refused = Store::create(deeper + u"/镇.baolei"_s, u"镇"_s, {.clock = &clock});
    ASSERT_FALSE(refused);
    expectWhole(refused.error());
    EXPECT_TRUE(refused.error().what.contains(u"太长"_s)) << refused.error().text().toStdString();
    EXPECT_EQ(QDir(deeper).entryList(QDir::Files | QDir::Hidden), QStringList());
#endif
}

#ifndef Q_OS_WIN // Windows moves no file that is open
TEST(StoreMoved, isNotWrittenWhereNobodyWouldFindIt) {
    ToyStore toys;
    const Club before = toys.save(toys.club(u"早"_s));
    const QString away = toys.folder.path(u"别处.baolei"_s);
    ASSERT_TRUE(QFile::rename(toys.path, away));
    const auto saved
        = toys->run({kDraw, {u"晚"_s}}, [&](Session& s) { return s.put(toys.club(u"晚"_s)); });
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::NotFound);
    expectWhole(saved.error());
    ASSERT_TRUE(QFile::rename(away, toys.path));
    toys.save(toys.club(u"放回以后"_s));
    EXPECT_EQ(toys.saved(before), before);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(StoreMoved, anotherFileInItsPlaceIsLeftAlone) {
    ToyStore toys;
    toys.save(toys.club(u"早"_s));
    ToyStore other;
    other.store.reset();
    ASSERT_TRUE(QFile::rename(toys.path, toys.path + u".away"_s));
    ASSERT_TRUE(QFile::rename(toys.path + u"-wal"_s, toys.path + u".away-wal"_s));
    ASSERT_TRUE(QFile::copy(other.path, toys.path));
    const auto saved
        = toys->run({kDraw, {u"晚"_s}}, [&](Session& s) { return s.put(toys.club(u"晚"_s)); });
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::Refused);
    expectWhole(saved.error());
    EXPECT_EQ(Reader::open(toys.path)->integer("SELECT count(*) FROM club").value(), 0);
}
#endif

TEST(StickPulledOut, savesAgainInTheSameStoreWhenItIsBack) {
    FaultVfs disk;
    ToyStore toys;
    const Club before = toys.save(toys.club(u"早"_s));
    int again = 0;
    QObject::connect(toys.store.get(), &Store::reconnected, [&] { ++again; });
    disk.failAt(1, FaultVfs::Kind::Io, FaultVfs::Lasting::FromThenOn);
    for (int i = 0; i < 2; ++i) {
        const auto saved
            = toys->run({kDraw, {u"晚"_s}}, [&](Session& s) { return s.put(toys.club(u"晚"_s)); });
        ASSERT_FALSE(saved);
        EXPECT_EQ(saved.error().code, ErrorCode::Io);
        expectWhole(saved.error());
    }
    EXPECT_FALSE(toys->reconnect());
    EXPECT_EQ(again, 0);
    disk.heal();
    EXPECT_TRUE(ok(toys->reconnect()));
    EXPECT_EQ(again, 1);
    const Club after = toys.save(toys.club(u"插回以后"_s));
    EXPECT_EQ(toys.saved(before), before);
    EXPECT_EQ(toys.saved(after), after);
    EXPECT_EQ(toys.problems(), QStringList());
    toys.store.reset();
}

#ifndef Q_OS_WIN // where nobody can remove the lock of a program that runs
namespace {
/// Out while something is being saved, and back.
void pullOut(ToyStore& toys, FaultVfs& disk, const std::function<void()>& elsewhere) {
    disk.failAt(1, FaultVfs::Kind::Io, FaultVfs::Lasting::FromThenOn);
    EXPECT_FALSE(
        toys->run({kDraw, {u"晚"_s}}, [&](Session& s) { return s.put(toys.club(u"晚"_s)); }));
    elsewhere();
    disk.heal();
}

void writeLock(const ToyStore& toys, const QByteArray& text) {
    QFile lock(toys.path + u".lock"_s);
    ASSERT_TRUE(lock.open(QIODevice::WriteOnly));
    lock.write(text);
}
}

TEST(StickPulledOut, isLockedAgainWhereTheLockWasRemovedMeanwhile) {
    FaultVfs disk;
    ToyStore toys;
    pullOut(toys, disk, [&] { ASSERT_TRUE(QFile::remove(toys.path + u".lock"_s)); });
    toys.save(toys.club(u"插回以后"_s));
    const auto second = Store::open(toys.path);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Locked);
    toys.store.reset();
    EXPECT_FALSE(QFile::exists(toys.path + u".lock"_s));
}

TEST(StickPulledOut, isNotWrittenWhileAnotherComputersLockLiesOnIt) {
    FaultVfs disk;
    ToyStore toys;
    const QByteArray theirs = "1\nbaolei\nelsewhere\n\n\n";
    pullOut(toys, disk, [&] { writeLock(toys, theirs); });
    for (int i = 0; i < 2; ++i) {
        const auto saved = toys->reconnect();
        ASSERT_FALSE(saved);
        EXPECT_EQ(saved.error().code, ErrorCode::Locked);
        EXPECT_TRUE(saved.error().what.contains(u"elsewhere"_s));
        expectWhole(saved.error());
    }
    EXPECT_EQ(contentOf(toys.path + u".lock"_s), theirs);
    ASSERT_TRUE(QFile::remove(toys.path + u".lock"_s)); // as the message says
    toys.save(toys.club(u"插回以后"_s));
    writeLock(toys, theirs);
    toys.store.reset();
    EXPECT_EQ(contentOf(toys.path + u".lock"_s), theirs) << "closing removes only what is ours";
}
#endif

TEST(WrongClock, isToldOfOnceAndChangesNoOrder) {
    ToyStore toys;
    const Club first = toys.save(toys.club(u"早"_s));
    const QString before = backUpAutomatically(toys.path, toys.clock).value();
    toys.clock.set(QDate(2016, 11, 23));
    toys.reopen();
    ASSERT_EQ(toys->notices().size(), 1);
    EXPECT_TRUE(toys->notices().first().contains(u"2016年11月23日"_s));
    EXPECT_TRUE(toys->notices().first().contains(u"2026年11月23日"_s));
    const Club second = toys.save(toys.club(u"晚"_s));
    EXPECT_GT(second.id, first.id) << "keys go on growing";
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(second), std::nullopt);
    EXPECT_EQ(toys.saved(first), first);
    EXPECT_EQ(toys.count("SELECT count(*) FROM operation a JOIN operation b ON b.seq = a.seq + 1"
                         " WHERE b.clock <= a.clock"),
              0);
    EXPECT_EQ(toys.problems(), QStringList());
    // The newest backup is the one made last, and the ones from before stay.
    const QString after = backUpAutomatically(toys.path, toys.clock).value();
    const auto all = backupsIn(backupFolderOf(toys.path));
    ASSERT_EQ(all.size(), 2);
    EXPECT_EQ(all[0].path, after);
    EXPECT_EQ(all[1].path, before);
    // Put right again.
    toys.clock.set(QDate(2026, 11, 24));
    toys.save(toys.club(u"次日"_s));
    EXPECT_EQ(backupsIn(backupFolderOf(toys.path)).first().path,
              backUpAutomatically(toys.path, toys.clock).value_or(QString()));
}

TEST(WrongClock, tenYearsAheadAndBackDropsNoBackupOfTheLastTen) {
    ToyStore toys;
    QStringList made;
    for (const int year : {2026, 2026, 2036, 2036, 2026, 2016, 2026, 2026, 2026, 2026}) {
        toys.clock.set(QDate(year, 11, 23));
        toys.clock.advanceSeconds(60);
        toys.save(toys.club(u"又一个"_s));
        made.prepend(backUpAutomatically(toys.path, toys.clock).value());
    }
    QStringList there;
    for (const BackupInfo& each : backupsIn(backupFolderOf(toys.path)))
        there.append(each.path);
    EXPECT_EQ(there, made);
}
