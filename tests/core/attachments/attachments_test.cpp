#include "core/attachments/commands.h"
#include "core/attachments/queries.h"
#include "core/plans/commands.h"
#include "core/store/backup.h"
#include "core/store/contents.h"
#include "core/store/verify.h"
#include "tests/core/activities/meetings.h"
#include "tests/support/pictures.h"

#include <QDir>
#include <QFileInfo>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct Album : Town {
    Album() {
        member(u"钟山"_s, xidang.id);
        member(u"石桥"_s, dongyan.id);
        activity = hold(*this, u"party-day"_s, xidang.id, QDate(2026, 11, 10));
    }
    EnteredFile photo(int seed) const {
        return {u"照片%1"_s.arg(seed), u"jpg"_s, encodedAs(photoOf(120, 90, seed), "jpg")};
    }
    QList<Attachment> there() const {
        return attachmentsOf(reader(), activity.id).value_or(QList<Attachment>{});
    }
    QStringList names() const {
        QStringList all;
        for (const Attachment& each : there())
            all.append(each.name);
        return all;
    }
    qint64 contents() const { return *reader().integer("SELECT count(*) FROM content"); }
    qint64 operations() const { return *reader().integer("SELECT count(*) FROM operation"); }
    QStringList problems() const { return verifyStore(reader())->problems; }

    Activity activity;
};
}

TEST(Attachments, areAddedInOneStepAndTakenBackInOne) {
    Album album;
    const qint64 before = album.operations();
    const auto added = attach(*album.store, album.activity.id, {album.photo(1), album.photo(2)});
    ASSERT_TRUE(ok(added));
    EXPECT_EQ(added->size(), 2);
    EXPECT_EQ(album.operations(), before + 1);
    EXPECT_EQ(album.names(), (QStringList{u"照片1"_s, u"照片2"_s}));
    EXPECT_EQ(album.there().first().addedOn, QDate(2026, 11, 20));
    const auto undone = album.store->undo();
    ASSERT_TRUE(ok(undone));
    EXPECT_TRUE(undone->label.contains(u"添加附件 2 个"_s)) << undone->label.toStdString();
    EXPECT_TRUE(album.there().isEmpty());
    ASSERT_TRUE(ok(album.store->redo()));
    EXPECT_EQ(album.names().size(), 2);
    const auto bytes = contentNamed(album.reader(), album.there().first().contentHash);
    ASSERT_TRUE(ok(bytes));
    EXPECT_EQ(*bytes, album.photo(1).bytes);
    EXPECT_EQ(album.problems(), QStringList());
}

TEST(Attachments, keepTheSameContentOnce) {
    Album album;
    const Activity other = hold(album, u"party-day"_s, album.dongyan.id, QDate(2026, 11, 10));
    ASSERT_TRUE(ok(attach(*album.store, album.activity.id, {album.photo(1)})));
    ASSERT_TRUE(ok(attach(*album.store, other.id, {album.photo(1), album.photo(2)})));
    EXPECT_EQ(album.contents(), 2);
    // Again in the same activity: nothing is added, and no step is made.
    const qint64 before = album.operations();
    const auto again = attach(*album.store, album.activity.id, {album.photo(1), album.photo(1)});
    ASSERT_TRUE(ok(again));
    EXPECT_TRUE(again->isEmpty());
    EXPECT_EQ(album.operations(), before);
}

TEST(Attachments, areNamedOrderedAndRemoved) {
    Album album;
    ASSERT_TRUE(ok(
        attach(*album.store, album.activity.id, {album.photo(1), album.photo(2), album.photo(3)})));
    QList<AttachmentEntry> wanted;
    for (const Attachment& each : album.there())
        wanted.prepend({each, {}});
    wanted.removeAt(1);
    wanted[0].attachment.caption = u"参观教育基地"_s;
    ASSERT_TRUE(ok(changeAttachments(*album.store, album.activity.id, wanted)));
    EXPECT_EQ(album.names(), (QStringList{u"照片3"_s, u"照片1"_s}));
    EXPECT_EQ(album.there().first().title(), u"参观教育基地"_s);
    ASSERT_TRUE(ok(detach(*album.store, album.there().last().id)));
    EXPECT_EQ(album.names(), QStringList{u"照片3"_s});
    ASSERT_TRUE(ok(album.store->undo()));
    ASSERT_TRUE(ok(album.store->undo()));
    EXPECT_EQ(album.names(), (QStringList{u"照片1"_s, u"照片2"_s, u"照片3"_s}));
    EXPECT_EQ(album.problems(), QStringList());
}

TEST(Attachments, refuseWhatWasRemovedElsewhereAndTooMany) {
    Album album;
    ASSERT_TRUE(ok(attach(*album.store, album.activity.id, {album.photo(1)})));
    const QList<AttachmentEntry> stale{{album.there().first(), {}}};
    ASSERT_TRUE(ok(detach(*album.store, stale.first().attachment.id)));
    EXPECT_FALSE(changeAttachments(*album.store, album.activity.id, stale));
    QList<EnteredFile> many;
    for (int i = 0; i <= kMostAttachments; ++i)
        many.append({QString::number(i), u"pdf"_s, pdfOf(i)});
    const auto refused = attach(*album.store, album.activity.id, many);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().what.contains(u"60"_s));
    EXPECT_TRUE(album.there().isEmpty());
    EXPECT_EQ(album.contents(), 1);
}

TEST(Attachments, goWithTheirActivityAndComeBackWithIt) {
    Album album;
    ASSERT_TRUE(ok(attach(*album.store, album.activity.id, {album.photo(1)})));
    ASSERT_TRUE(ok(removeActivity(*album.store, album.activity.id,
                                  inTurn({reopeningPlan(), removingAttachments()}))));
    EXPECT_EQ(*album.reader().integer("SELECT count(*) FROM live_attachment"), 0);
    ASSERT_TRUE(ok(album.store->undo()));
    EXPECT_EQ(album.names(), QStringList{u"照片1"_s});
    ASSERT_TRUE(ok(album.store->redo()));
    EXPECT_EQ(*album.reader().integer("SELECT count(*) FROM live_attachment"), 0);
    EXPECT_EQ(album.problems(), QStringList());
}

TEST(Attachments, areRecordedInTheStepOfTheActivity) {
    Album album;
    ActivityRecord record = meetingOf(album, u"party-day"_s, album.xidang.id, QDate(2026, 11, 12));
    const qint64 before = album.operations();
    const auto saved
        = saveActivity(*album.store, record, keepingAttachments({newEntry(album.photo(1))}));
    ASSERT_TRUE(ok(saved));
    EXPECT_EQ(album.operations(), before + 1);
    EXPECT_EQ(attachmentsOf(album.reader(), saved->id)->size(), 1);
    ASSERT_TRUE(ok(album.store->undo()));
    EXPECT_FALSE(album.reader().find(saved->id)->has_value());
    EXPECT_EQ(attachmentsOf(album.reader(), saved->id)->size(), 0);
}

TEST(Attachments, verifyFindsAnAlteredByteAndWhatIsMissing) {
    Album album;
    ASSERT_TRUE(ok(attach(*album.store, album.activity.id, {album.photo(1), album.photo(2)})));
    const QByteArray hash = album.there().first().contentHash;
    const QString path = album.store->path();
    album.store.reset();
    const auto tampered = [&](const QByteArray& sql) {
        auto connection = Connection::open(path, Connection::Mode::ReadWrite);
        EXPECT_TRUE(ok((*connection)->execute("DROP TRIGGER IF EXISTS content_stays;" + sql)));
        connection->reset();
        return verifyStore(*Reader::open(path))->problems;
    };
    EXPECT_EQ(tampered(""), QStringList());
    const QByteArray name = "x'" + hash.toHex() + "'";
    const QStringList altered = tampered(
        "UPDATE content SET bytes = CAST(substr(bytes, 1, 99) || x'00' || substr(bytes, 101) AS"
        " BLOB) WHERE hash = "
        + name);
    ASSERT_EQ(altered.size(), 1);
    EXPECT_TRUE(altered.first().contains(u"1 个附件"_s)) << altered.first().toStdString();
    const auto read = contentNamed(*Reader::open(path), hash);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Damaged);
    EXPECT_EQ(tampered("DELETE FROM content WHERE hash = " + name).size(), 1);
    EXPECT_EQ(contentNamed(*Reader::open(path), hash).error().code, ErrorCode::NotFound);
    // The link itself stands in the journal.
    EXPECT_FALSE(
        tampered("UPDATE attachment SET content_hash = x'00' WHERE name = '照片2'").isEmpty());
}

TEST(Attachments, areDroppedForGoodOnlyByAPerson) {
    Album album;
    ASSERT_TRUE(ok(attach(*album.store, album.activity.id, {album.photo(1), album.photo(2)})));
    ASSERT_TRUE(ok(detach(*album.store, album.there().first().id)));
    EXPECT_EQ(album.contents(), 2);
    EXPECT_EQ(unusedContents(album.reader())->count, 1);
    const auto dropped = dropUnusedContents(*album.store);
    ASSERT_TRUE(ok(dropped));
    EXPECT_EQ(dropped->count, 1);
    EXPECT_EQ(dropped->bytes, album.photo(1).bytes.size());
    EXPECT_EQ(album.contents(), 1);
    EXPECT_EQ(album.problems(), QStringList());
    // It stands in the history, has no way back, and neither has the removal.
    Uuid last;
    ASSERT_TRUE(ok(album.reader().each("SELECT id FROM operation WHERE key = 'content.drop'", {},
                                       [&](const Row& row) { last = row.as<Uuid>(0); })));
    EXPECT_FALSE(album.store->revert(last));
    const auto undone = album.store->undo();
    ASSERT_FALSE(undone);
    EXPECT_TRUE(undone.error().what.contains(u"清理"_s)) << undone.error().text().toStdString();
    EXPECT_EQ(album.names(), QStringList{u"照片2"_s});
    // What was dropped may be added anew.
    ASSERT_TRUE(ok(attach(*album.store, album.activity.id, {album.photo(1)})));
    EXPECT_EQ(album.names().size(), 2);
    EXPECT_EQ(dropUnusedContents(*album.store)->count, 0);
}

TEST(Attachments, areInBackupsAndComeBackWithThem) {
    Album album;
    ASSERT_TRUE(ok(attach(*album.store, album.activity.id, {album.photo(1)})));
    const QString path = album.store->path();
    const auto backup = backUp(path, album.folder.path(u"备份"_s), album.clock);
    ASSERT_TRUE(ok(backup));
    ASSERT_TRUE(ok(detach(*album.store, album.there().first().id)));
    ASSERT_TRUE(ok(dropUnusedContents(*album.store)));
    album.store.reset();
    ASSERT_TRUE(ok(restoreBackup(*backup, path, album.clock)));
    album.store = std::move(*Store::open(path, {.clock = &album.clock}));
    EXPECT_EQ(album.names(), QStringList{u"照片1"_s});
    EXPECT_TRUE(ok(contentNamed(album.reader(), album.there().first().contentHash)));
    EXPECT_EQ(album.problems(), QStringList());
}

TEST(Attachments, areExportedUnderNamesThatSayWhatTheyAre) {
    Album album;
    ASSERT_TRUE(ok(attach(*album.store, album.activity.id,
                          {album.photo(1), {u"签到表"_s, u"pdf"_s, pdfOf()}})));
    const QString folder = album.folder.path(u"导出/照片"_s);
    const auto paths = exportAttachments(album.reader(), {album.activity.id}, folder);
    ASSERT_TRUE(ok(paths));
    ASSERT_EQ(paths->size(), 2);
    const QString name = QFileInfo((*paths)[0]).fileName();
    EXPECT_TRUE(name.startsWith(u"2026-11-10-主题党日-"_s)) << name.toStdString();
    EXPECT_TRUE(name.endsWith(u"-1.jpg"_s));
    EXPECT_TRUE((*paths)[1].endsWith(u"-2.pdf"_s));
    EXPECT_EQ(contentOf((*paths)[0]), album.photo(1).bytes);
    // Again beside them: nothing is overwritten.
    ASSERT_TRUE(ok(exportAttachments(album.reader(), {album.activity.id}, folder)));
    EXPECT_EQ(QDir(folder).entryList(QDir::Files).size(), 4);
    const Activity other = hold(album, u"party-day"_s, album.dongyan.id, QDate(2026, 11, 11));
    EXPECT_FALSE(exportAttachments(album.reader(), {other.id}, folder));
    const auto stopped = exportAttachments(album.reader(), {album.activity.id}, folder,
                                           [](qint64 done, qint64) { return done < 1; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(QDir(folder).entryList(QDir::Files).size(), 5);
}

TEST(Attachments, ofAnUnfinishedStepLeaveNothing) {
    Album album;
    const auto failed = album.store->run({kAttach, {u"1"_s, u"测试"_s}}, [&](Session& session) {
        const auto kept = session.keepContent("bytes");
        EXPECT_TRUE(ok(kept));
        return Result<void>(fail(ErrorCode::Refused, u"不做了"_s));
    });
    EXPECT_FALSE(failed);
    EXPECT_EQ(album.contents(), 0);
}
