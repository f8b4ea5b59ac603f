// The appendix: photos of what was held, on paper.

#include "core/attachments/commands.h"
#include "core/forms/form_reader.h"
#include "core/forms/painter.h"
#include "core/handbook/handbook.h"
#include "tests/core/activities/meetings.h"
#include "tests/support/pictures.h"

#include <QFile>
#include <QPainter>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct PhotoTown : Town {
    PhotoTown() {
        member(u"钟山"_s, xidang.id);
        activity = hold(*this, u"party-day"_s, xidang.id, QDate(2026, 11, 10));
        hold(*this, u"party-day"_s, xidang.id, QDate(2026, 11, 12)); // without any
        QList<AttachmentEntry> entries;
        for (int seed = 1; seed <= 5; ++seed)
            entries.append(newEntry(
                {u"IMG_%1"_s.arg(seed), u"jpg"_s, encodedAs(photoOf(600, 400, seed), "jpg")}));
        entries.append(newEntry({u"签到表"_s, u"pdf"_s, pdfOf()}));
        entries[1].attachment.caption = u"参观村史馆"_s;
        EXPECT_TRUE(ok(changeAttachments(*store, activity.id, entries)));
    }
    PrintSubject subject() const { return {xidang, Period::ofYear(2026), clock.today()}; }
    Fonts fonts;
    Activity activity;
};

qsizetype picturesOn(const PaperPage& page) {
    return std::count_if(page.blocks.begin(), page.blocks.end(),
                         [](const TextBlock& block) { return !block.picture.isEmpty(); });
}

QByteArray whole(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}
}

TEST(AttachmentPages, haveFourPhotosEachWithCaptionsAndListTheFiles) {
    const PhotoTown town;
    const auto document = documentOf(town.reader(), u"attachments"_s, town.subject(), town.fonts);
    ASSERT_TRUE(ok(document));
    ASSERT_EQ(document->pages.size(), 2);
    EXPECT_EQ(picturesOn(document->pages[0]), 4);
    EXPECT_EQ(picturesOn(document->pages[1]), 1);
    const QString first = plainText(document->pages[0]);
    for (const QString& part : {u"主题党日附件"_s, u"西荡村党支部"_s, u"2026年11月10日"_s,
                                u"例会"_s, u"图1"_s, u"图2　参观村史馆"_s})
        EXPECT_TRUE(first.contains(part)) << part.toStdString() << first.toStdString();
    EXPECT_FALSE(first.contains(u"IMG_"_s));
    EXPECT_TRUE(plainText(document->pages[1]).contains(u"签到表.pdf"_s));
    for (const TextBlock& block : document->pages[0].blocks)
        EXPECT_TRUE(block.picture.isEmpty() || block.rect.contains(block.pictureRect));
}

TEST(AttachmentPages, haveTwoLargePhotosEachOnTheOtherForm) {
    const PhotoTown town;
    const auto document
        = documentOf(town.reader(), u"attachments-large"_s, town.subject(), town.fonts);
    ASSERT_TRUE(ok(document));
    ASSERT_EQ(document->pages.size(), 3);
    EXPECT_EQ(picturesOn(document->pages[0]), 2);
}

TEST(AttachmentPages, areMadeOfOneActivityToo) {
    const PhotoTown town;
    const auto document = recordDocument(town.reader(), {town.activity.id, u"attachments"_s},
                                         town.clock.today(), town.fonts);
    ASSERT_TRUE(ok(document));
    EXPECT_EQ(document->pages.size(), 2);
    // The record's own page has none of it.
    const auto record
        = recordDocument(town.reader(), {town.activity.id}, town.clock.today(), town.fonts);
    ASSERT_TRUE(ok(record));
    EXPECT_EQ(picturesOn(record->pages[0]), 0);
}

TEST(AttachmentPages, refuseWhatHasNone) {
    const PhotoTown town;
    PrintSubject other = town.subject();
    other.branch = town.dongyan;
    const auto document = documentOf(town.reader(), u"attachments"_s, other, town.fonts);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::NotFound);
}

TEST(AttachmentPages, showThePhotosOnScreenAndInThePdf) {
    const PhotoTown town;
    const auto document = documentOf(town.reader(), u"attachments"_s, town.subject(), town.fonts);
    ASSERT_TRUE(ok(document));
    const PaperPage& page = document->pages[0];
    constexpr qreal kScale = 4;
    QImage screen((page.size * kScale).toSize(), QImage::Format_RGB32);
    screen.fill(Qt::white);
    QPainter painter(&screen);
    paintPage(painter, page, town.fonts, kScale);
    painter.end();
    for (const TextBlock& block : page.blocks) {
        if (block.picture.isEmpty()) continue;
        const QPointF middle = (page.origin + block.pictureRect.center()) * kScale;
        EXPECT_NE(screen.pixelColor(middle.toPoint()), QColor(Qt::white));
        // Upright and whole: red grows to the right, green downwards.
        const QColor left = screen.pixelColor((middle - QPointF(30, 0) * kScale).toPoint());
        const QColor right = screen.pixelColor((middle + QPointF(30, 0) * kScale).toPoint());
        EXPECT_GT(right.red(), left.red());
    }
    const QString path = town.folder.path(u"附件.pdf"_s);
    ASSERT_TRUE(ok(printToFile(town.reader(), u"attachments"_s, town.subject(), path, town.fonts)));
    EXPECT_EQ(whole(path).count("/Subtype /Image"), 5);
    const QString sheet = town.folder.path(u"附件.xlsx"_s);
    EXPECT_TRUE(
        ok(printToFile(town.reader(), u"attachments"_s, town.subject(), sheet, town.fonts)));
}

TEST(AttachmentPages, neverStandOnASheetForThePublic) {
    const auto fields = fieldCatalogue();
    ASSERT_TRUE(ok(fields));
    const QByteArray form = R"(<form id="x" title="公示" disclosure="%1">
        <table each="photos" columns="170"><row><picture bind="picture"/></row></table></form>)";
    EXPECT_TRUE(ok(readForm(QByteArray(form).replace("%1", "no"), u"x"_s, *fields)));
    EXPECT_FALSE(readForm(QByteArray(form).replace("%1", "yes"), u"x"_s, *fields));
}
