#include "core/activities/unsaved.h"

#include "core/activities/commands.h"
#include "tests/support/town.h"

#include <QDir>
#include <QFile>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct UnsavedTown : Town {
    UnsavedFile file = *unsavedFileOf(*store);

    UnsavedEntry entry(const QString& title) {
        UnsavedEntry entry;
        entry.id = newUuid(clock.nowUtc().toMSecsSinceEpoch());
        entry.writtenAt = clock.nowUtc();
        ActivityRecord record;
        record.activity.kind = u"branch-meeting"_s;
        record.activity.organisationId = xidang.id;
        record.activity.title = title;
        record.activity.startsAt = QDateTime(QDate(2026, 11, 18), QTime(9, 0));
        record.activity.content = u"第一行\n第二行"_s;
        record.attendance.append(
            {member(u"王强"_s, xidang.id).id.value, Mark::Leave, true, u"生病"_s, {}});
        record.details.insert(u"topic"_s, u"四中全会"_s);
        entry.edited = pack(record);
        return entry;
    }
    QList<UnsavedEntry> kept() {
        const auto entries = unsavedEntries(file);
        EXPECT_TRUE(ok(entries));
        return entries.value_or(QList<UnsavedEntry>{});
    }
};

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}
}

TEST(Unsaved, comesBackAsItWasWritten) {
    UnsavedTown town;
    UnsavedEntry entry = town.entry(u"没写完"_s);
    ASSERT_TRUE(ok(keepUnsaved(town.file, entry)));
    EXPECT_EQ(town.kept(), QList<UnsavedEntry>{entry});
    entry.opened = entry.edited;
    entry.edited.title = u"又写了一点"_s;
    ASSERT_TRUE(ok(keepUnsaved(town.file, entry)));
    EXPECT_EQ(town.kept(), QList<UnsavedEntry>{entry});
}

TEST(Unsaved, leavesNeitherFileNorJournalLineWhenItIsDropped) {
    UnsavedTown town;
    const UnsavedEntry first = town.entry(u"一"_s);
    const UnsavedEntry second = town.entry(u"二"_s);
    const auto operations = town.reader().integer("SELECT count(*) FROM operation");
    ASSERT_TRUE(ok(keepUnsaved(town.file, first)));
    ASSERT_TRUE(ok(keepUnsaved(town.file, second)));
    ASSERT_TRUE(ok(dropUnsaved(town.file, first.id)));
    EXPECT_EQ(town.kept(), QList<UnsavedEntry>{second});
    ASSERT_TRUE(ok(dropUnsaved(town.file, second.id)));
    EXPECT_FALSE(QFile::exists(town.file.path));
    EXPECT_FALSE(QFile::exists(town.file.path + u".part"_s));
    EXPECT_EQ(*town.reader().integer("SELECT count(*) FROM operation"), *operations);
    EXPECT_TRUE(ok(dropUnsaved(town.file, second.id))); // gone already
}

TEST(Unsaved, isNotOfferedBesideAnotherStore) {
    UnsavedTown town;
    ASSERT_TRUE(ok(keepUnsaved(town.file, town.entry(u"一"_s))));
    UnsavedFile other = town.file;
    other.store.bytes[0] ^= 1;
    EXPECT_TRUE(unsavedEntries(other)->isEmpty());
}

TEST(Unsaved, belongsToACopyOfTheStoreToo) {
    UnsavedTown town;
    const QString copy = town.folder.path(u"备份.baolei"_s);
    ASSERT_TRUE(QFile::copy(town.store->path(), copy));
    town.store.reset();
    StoreOptions options;
    options.clock = &town.clock;
    const auto opened = Store::open(copy, options);
    ASSERT_TRUE(ok(opened));
    EXPECT_EQ(unsavedFileOf(**opened)->store, town.file.store);
}

TEST(Unsaved, takesAnyBytesForNothing) {
    UnsavedTown town;
    ASSERT_TRUE(ok(keepUnsaved(town.file, town.entry(u"一"_s))));
    const QByteArray whole = bytesOf(town.file.path);
    for (qsizetype end = 0; end < whole.size(); ++end) {
        overwrite(town.file.path, whole.first(end));
        EXPECT_TRUE(town.kept().isEmpty()) << end;
    }
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray turned = whole;
        turned[at] = char(turned[at] ^ 0x55);
        overwrite(town.file.path, turned);
        for (const UnsavedEntry& each : town.kept())
            (void)unpack(each.edited); // an Error or a record
    }
    overwrite(town.file.path, whole.first(whole.size() / 2));
    ASSERT_TRUE(ok(keepUnsaved(town.file, town.entry(u"二"_s)))); // what is damaged gives way
    EXPECT_EQ(town.kept().size(), 1);
}

TEST(Unsaved, saysThatItIsNotKeptWhereNothingCanBeWritten) {
    UnsavedTown town;
    ASSERT_TRUE(QDir(town.folder.path({})).mkpath(town.file.path + u".part/x"_s));
    const auto done = keepUnsaved(town.file, town.entry(u"一"_s));
    ASSERT_FALSE(done);
    EXPECT_FALSE(done.error().what.contains(u"王强"_s));
    EXPECT_TRUE(town.kept().isEmpty());
}

} // namespace baolei
