// Attachments in the panel beside the list and in the dialog: dropped, pasted, chosen, shown,
// removed.

#include "core/attachments/queries.h"
#include "tests/support/pictures.h"
#include "tests/ui/activities/page_support.h"
#include "tests/ui/activities/record_support.h"
#include "ui/activities/attachments_box.h"
#include "ui/activities/attachments_viewer.h"
#include "ui/base/ask.h"
#include "ui/base/record_table.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
QString saved(const TempFolder& folder, const QString& name, const QByteArray& bytes) {
    QFile file(folder.path(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return file.fileName();
}

void dropOn(QWidget* area, const QStringList& paths) {
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls.append(QUrl::fromLocalFile(path));
    mime.setUrls(urls);
    QDragEnterEvent enter({9, 9}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(area, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop({9, 9}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(area, &drop);
}

/// The page with the first party day of the list chosen.
struct AlbumPage : DemoPage {
    AlbumPage() {
        press(Qt::Key_3);
        box = part<AttachmentsBox>("attachments");
        id = {list()->currentId()};
        EXPECT_FALSE(id.isNull());
    }
    QList<Attachment> stored() const {
        return attachmentsOf(reader(), id).value_or(QList<Attachment>{});
    }
    QListWidget* items() { return child<QListWidget>(box, "attachmentList"); }
    bool has(int count) {
        return bool(
            eventually([&] { return stored().size() == count && items()->count() == count; }));
    }
    QString photo(int seed) const {
        return saved(folder, u"照片%1.jpg"_s.arg(seed), encodedAs(photoOf(400, 300, seed), "jpg"));
    }
    AttachmentsBox* box;
    Id<Activity> id;
};
}

TEST(AttachmentsPanel, takesWhatIsDroppedAndShowsIt) {
    AlbumPage page;
    QWidget* detail = page.part<QScrollArea>("activityDetail");
    dropOn(detail, {page.photo(1), page.photo(2)});
    ASSERT_TRUE(page.has(2));
    EXPECT_EQ(page.stored().first().name, u"照片1"_s);
    EXPECT_EQ(page.items()->item(0)->text(), u"照片1"_s);
    // The small picture has the colours of the photo, once it is read.
    EXPECT_TRUE(eventually([&] {
        const QImage icon = page.items()->item(1)->icon().pixmap(96, 96).toImage();
        return !icon.isNull() && icon.pixelColor(icon.width() - 3, icon.height() / 2).red() > 180;
    }));
    // The same again adds nothing.
    dropOn(detail, {page.photo(1)});
    EXPECT_TRUE(eventually([&] { return !page.box->isBusy(); }));
    EXPECT_TRUE(page.has(2));
}

TEST(AttachmentsPanel, removesDescribesAndFollowsUndo) {
    AlbumPage page;
    page.box->enterFiles({page.photo(1), page.photo(2)});
    ASSERT_TRUE(page.has(2));
    page.items()->setCurrentRow(0);
    page.items()->setFocus();
    {
        ask::Script script;
        script.text(u"参观教育基地"_s);
        QTest::keyClick(page.items(), Qt::Key_F2);
        EXPECT_TRUE(eventually([&] { return page.stored().first().caption == u"参观教育基地"_s; }));
    }
    EXPECT_TRUE(eventually([&] { return page.items()->item(0)->text() == u"参观教育基地"_s; }));
    page.items()->setCurrentRow(0);
    QTest::keyClick(page.items(), Qt::Key_Right, Qt::ControlModifier);
    EXPECT_TRUE(eventually([&] { return page.stored().first().name == u"照片2"_s; }));
    page.items()->setCurrentRow(0);
    QTest::keyClick(page.items(), Qt::Key_Delete);
    ASSERT_TRUE(page.has(1));
    ASSERT_TRUE(ok(page.store->undo()));
    EXPECT_TRUE(page.has(2));
}

TEST(AttachmentsPanel, saysWhatCannotBeAddedAndAddsTheRest) {
    AlbumPage page;
    const QString wrong = saved(page.folder, u"名单.docx"_s, "PK\x03\x04");
    ask::Script script;
    script.text(page.photo(1) + u'\n' + wrong);
    QTest::mouseClick(child<QPushButton>(page.box, "addAttachments"), Qt::LeftButton);
    ASSERT_TRUE(page.has(1));
    EXPECT_TRUE(eventually([&] { return script.shown().size() == 2; }));
    EXPECT_TRUE(script.shown().last().contains(u"名单.docx"_s))
        << script.shown().last().toStdString();
    EXPECT_FALSE(script.shown().last().contains(page.folder.path()));
}

TEST(AttachmentsPanel, opensAPdfOutsideAndExportsAll) {
    AlbumPage page;
    page.box->enterFiles({saved(page.folder, u"签到表.pdf"_s, pdfOf())});
    ASSERT_TRUE(page.has(1));
    page.items()->setCurrentRow(0);
    page.items()->setFocus();
    ask::Script script;
    QTest::keyClick(page.items(), Qt::Key_Return);
    ASSERT_EQ(script.shown().size(), 1);
    EXPECT_TRUE(script.shown().first().endsWith(u"签到表.pdf"_s));
    EXPECT_EQ(contentOf(script.shown().first()), pdfOf());
    QTest::mouseClick(child<QPushButton>(page.box, "printAttachments"), Qt::LeftButton);
    ASSERT_EQ(page.opened.size(), 1);
    EXPECT_EQ(page.opened.last(),
              (Target{u"printing"_s, u"activity"_s, {page.id.value}, u"attachments"_s}));
    const QString out = page.folder.path(u"导出"_s);
    script.text(out);
    QTest::mouseClick(child<QPushButton>(page.box, "exportAttachments"), Qt::LeftButton);
    EXPECT_TRUE(eventually([&] { return QDir(out).entryList(QDir::Files).size() == 1; }));
    EXPECT_TRUE(eventually([&] { return script.shown().last() == out; }));
}

TEST(AttachmentsPanel, showsPicturesLargeOneAfterTheOther) {
    AlbumPage page;
    page.box->enterFiles({page.photo(1), saved(page.folder, u"表.pdf"_s, pdfOf()), page.photo(2)});
    ASSERT_TRUE(page.has(3));
    page.items()->setCurrentRow(2);
    page.items()->setFocus();
    bool wasShown = false;
    QTimer::singleShot(0, page.page.get(), [&] {
        auto* viewer = qobject_cast<AttachmentViewer*>(QApplication::activeModalWidget());
        if (!viewer) return;
        const auto width = [&] {
            return child<QLabel>(viewer, "viewerPicture")->pixmap(Qt::ReturnByValue).width();
        };
        EXPECT_EQ(viewer->shown(), 1);
        EXPECT_TRUE(eventually([&] { return width() == 400; }));
        QTest::keyClick(viewer, Qt::Key_Plus);
        EXPECT_EQ(width(), 500);
        QTest::keyClick(viewer, Qt::Key_Left);
        EXPECT_EQ(viewer->shown(), 0);
        EXPECT_EQ(viewer->zoom(), 0);
        QTest::keyClick(viewer, Qt::Key_Left);
        EXPECT_EQ(viewer->shown(), 0);
        EXPECT_TRUE(child<QLabel>(viewer, "viewerTitle")->text().startsWith(u"照片1"_s));
        wasShown = true;
        QTest::keyClick(viewer, Qt::Key_Escape);
    });
    QTest::keyClick(page.items(), Qt::Key_Return);
    EXPECT_TRUE(wasShown);
}

TEST(AttachmentsInDialog, areSavedWithTheRecordInOneStep) {
    RecordTown town;
    RecordWindow& window = town.open(town.meeting());
    auto* box = town.field<AttachmentsBox>("attachments");
    dropOn(&window, {saved(town.folder, u"会场.jpg"_s, encodedAs(photoOf(300, 200), "jpg"))});
    ASSERT_TRUE(eventually([&] { return box->entries().size() == 1; }));
    // A copied picture, while the keyboard is in a line of text.
    QApplication::clipboard()->setImage(photoOf(320, 240, 3));
    auto* title = town.field<QLineEdit>("title");
    title->setFocus();
    const QString before = title->text();
    QTest::keyClick(title, Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(eventually([&] { return box->entries().size() == 2; }));
    EXPECT_EQ(title->text(), before);
    // What is text goes where text is written.
    QApplication::clipboard()->setText(u"甲"_s);
    QTest::keyClick(title, Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(title->text().contains(u"甲"_s));

    town.enter("agenda", u"学习"_s);
    const qint64 operations = *town.reader().integer("SELECT count(*) FROM operation");
    ASSERT_TRUE(window.save(u"draft"_s));
    EXPECT_EQ(*town.reader().integer("SELECT count(*) FROM operation"), operations + 1);
    const auto stored = attachmentsOf(town.reader(), window.saved().id);
    ASSERT_TRUE(ok(stored));
    ASSERT_EQ(stored->size(), 2);
    EXPECT_EQ(stored->first().name, u"会场"_s);
    EXPECT_EQ(stored->last().name, u"粘贴的图片"_s);

    // Opened again, one is taken away and the record is saved.
    RecordStart again;
    again.organisation = town.xidang.id;
    again.activity = window.saved().id;
    town.open(again);
    box = town.field<AttachmentsBox>("attachments");
    ASSERT_EQ(box->entries().size(), 2);
    auto* items = child<QListWidget>(box, "attachmentList");
    items->setCurrentRow(0);
    items->setFocus();
    QTest::keyClick(items, Qt::Key_Delete);
    ASSERT_TRUE(town.window->save(u"draft"_s));
    EXPECT_EQ(attachmentsOf(town.reader(), again.activity)->size(), 1);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(attachmentsOf(town.reader(), again.activity)->size(), 2);
}
