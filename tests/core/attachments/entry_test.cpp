#include "core/attachments/entry.h"
#include "core/pictures/picture.h"
#include "tests/support/pictures.h"
#include "tests/support/support.h"

#include <QColorSpace>
#include <QFile>
#include <QImageReader>
#include <QtEndian>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
QImage decoded(const QByteArray& bytes) {
    return QImage::fromData(bytes);
}

QByteArray bigEndian(quint16 number) {
    QByteArray bytes(2, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

// Behind the start of the file, as cameras do: the orientation, and a place where it was taken.
QByteArray withExif(const QByteArray& jpeg, quint16 orientation) {
    QByteArray exif = QByteArray("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01", 16) + "\x01\x12"
        + QByteArray("\0\x03\0\0\0\x01", 6) + bigEndian(orientation) + QByteArray(6, '\0')
        + "GPS 31.2N 121.5E";
    const QByteArray segment = "\xFF\xE1" + bigEndian(quint16(exif.size() + 2)) + exif;
    const QByteArray comment = QByteArray("\xFF\xFE\0\x08", 4) + "author";
    return jpeg.first(2) + segment + comment + jpeg.sliced(2);
}

Error refusal(const QString& name, const QByteArray& bytes) {
    const auto entered = enteredFile(name, bytes);
    EXPECT_FALSE(entered) << name.toStdString();
    return entered ? Error{} : entered.error();
}

void expectPlain(const Error& error) {
    EXPECT_FALSE(error.what.isEmpty());
    EXPECT_FALSE(error.kept.isEmpty());
    EXPECT_FALSE(error.next.isEmpty());
}
}

TEST(Entry, shrinksAPhotoToPaper) {
    const QByteArray original = encodedAs(photoOf(4000, 3000), "jpg", 95);
    const auto entered = enteredFile(u"IMG_0001.JPG"_s, original);
    ASSERT_TRUE(ok(entered));
    EXPECT_EQ(entered->name, u"IMG_0001"_s);
    EXPECT_EQ(entered->type, u"jpg"_s);
    EXPECT_LT(entered->bytes.size(), original.size() / 3);
    EXPECT_EQ(decoded(entered->bytes).size(), QSize(2000, 1500));
}

TEST(Entry, turnsAPhotoUprightAndForgetsWhereItWasTaken) {
    const QByteArray original = withExif(encodedAs(photoOf(400, 300), "jpg", 95), 6);
    QBuffer buffer;
    buffer.setData(original);
    ASSERT_EQ(QImageReader(&buffer).transformation(), QImageIOHandler::TransformationRotate90);
    const auto entered = enteredFile(u"竖.jpg"_s, original);
    ASSERT_TRUE(ok(entered));
    EXPECT_EQ(decoded(entered->bytes).size(), QSize(300, 400));
    for (const char* trace : {"Exif", "GPS", "author"})
        EXPECT_FALSE(entered->bytes.contains(trace)) << trace;
    // Its top left corner is what was at the bottom left.
    const QColor corner = decoded(entered->bytes).pixelColor(2, 2);
    const QColor before = photoOf(400, 300).pixelColor(2, 297);
    EXPECT_NEAR(corner.green(), before.green(), 40);
}

TEST(Entry, keepsWhatDoesNotGetSmallerButNotItsMetadata) {
    const QByteArray plain = encodedAs(photoOf(640, 480), "jpg", 20);
    const auto entered = enteredFile(u"小.jpg"_s, withExif(plain, 1) + "a film behind the end");
    ASSERT_TRUE(ok(entered));
    EXPECT_EQ(entered->bytes, plain);
}

TEST(Entry, keepsTheFormOfAScanInFewColours) {
    const QImage scan = drawingOf(2480, 3508); // A4 at 300 dpi
    for (const char* format : {"png", "bmp"}) {
        const auto entered
            = enteredFile(u"扫描."_s + QLatin1String(format), encodedAs(scan, format));
        ASSERT_TRUE(ok(entered)) << format;
        EXPECT_EQ(entered->type, u"png"_s);
        EXPECT_LT(entered->bytes.size(), 200'000);
        EXPECT_EQ(decoded(entered->bytes).convertToFormat(QImage::Format_RGB32), scan) << format;
    }
}

TEST(Entry, dropsTheTextsOfAPng) {
    QImage image = drawingOf(300, 200);
    image.setText(u"Author"_s, u"somebody"_s);
    const QByteArray original = encodedAs(image, "png");
    ASSERT_TRUE(original.contains("somebody"));
    const auto entered = enteredFile(u"图.png"_s, original);
    ASSERT_TRUE(ok(entered));
    EXPECT_FALSE(entered->bytes.contains("somebody"));
    EXPECT_EQ(decoded(entered->bytes).size(), image.size());
}

TEST(Entry, putsWhatIsTransparentOnWhitePaper) {
    QImage image(600, 400, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    for (int x = 0; x < 600; ++x)
        image.setPixel(x, 10, qRgba(x % 256, x % 99, 3, 255));
    const auto entered = enteredFile(u"透明.png"_s, encodedAs(image, "png"));
    ASSERT_TRUE(ok(entered));
    const Picture copied = shrunkPicture(image);
    EXPECT_GT(decoded(copied.bytes).pixelColor(300, 300).lightness(), 250);
}

TEST(Entry, goesByTheContentAndNotByTheName) {
    const auto entered = enteredFile(u"其实是.jpg"_s, encodedAs(drawingOf(200, 100), "png"));
    ASSERT_TRUE(ok(entered));
    EXPECT_EQ(entered->type, u"png"_s);
    const Error program = refusal(u"照片.jpg"_s, "MZ\x90 this is a program");
    EXPECT_TRUE(program.what.contains(u"照片.jpg"_s));
    expectPlain(program);
    expectPlain(refusal(u"名单.pdf"_s, "PK\x03\x04 a workbook"));
    expectPlain(refusal(u"图.svg"_s, "<svg xmlns='http://www.w3.org/2000/svg'/>"));
    expectPlain(refusal(u"空.png"_s, {}));
    const Error phone = refusal(u"IMG.HEIC"_s, QByteArray("\0\0\0\x18", 4) + "ftypheic");
    EXPECT_TRUE(phone.next.contains(u"兼容性最佳"_s));
}

TEST(Entry, refusesWhatIsCutOffAtAnyPlace) {
    const QByteArray jpeg = encodedAs(photoOf(200, 150), "jpg");
    const QByteArray png = encodedAs(drawingOf(200, 150), "png");
    const QByteArray bmp = encodedAs(drawingOf(60, 40), "bmp");
    for (const QByteArray& whole : {jpeg, png, bmp}) {
        ASSERT_TRUE(ok(enteredFile(u"照片"_s, whole)));
        for (qsizetype at = 0; at < whole.size() - 1; at += 1 + whole.size() / 150)
            expectPlain(refusal(u"照片"_s, whole.first(at)));
    }
    expectPlain(refusal(u"文件.pdf"_s, pdfOf().chopped(30)));
}

TEST(Entry, survivesAnyByteThatIsWrong) {
    const QByteArray jpeg = withExif(encodedAs(photoOf(64, 48), "jpg"), 3);
    const QByteArray png = encodedAs(photoOf(24, 16), "png");
    for (const QByteArray& whole : {jpeg, png}) {
        for (qsizetype at = 0; at < whole.size(); at += 3) {
            QByteArray wrong = whole;
            wrong[at] = char(~wrong[at]);
            const auto entered = enteredFile(u"坏"_s, wrong);
            EXPECT_TRUE(!entered || !decoded(entered->bytes).isNull()) << at;
        }
    }
}

TEST(Entry, refusesABombBeforeItIsDecoded) {
    // A header that claims 60000 × 60000; nothing of it is there.
    QByteArray png = encodedAs(drawingOf(16, 16), "png");
    qToBigEndian<quint32>(60'000, png.data() + 16);
    qToBigEndian<quint32>(60'000, png.data() + 20);
    quint32 sum = 0xFFFFFFFF;
    for (qsizetype i = 12; i < 29; ++i) {
        sum ^= quint8(png[i]);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ (sum & 1 ? 0xEDB88320 : 0);
    }
    qToBigEndian<quint32>(~sum, png.data() + 29);
    const Error error = refusal(u"炸弹.png"_s, png);
    EXPECT_TRUE(error.what.contains(u"60000×60000"_s)) << error.what.toStdString();
    expectPlain(error);
}

TEST(Entry, keepsAPdfAsItIsUpToTheLimit) {
    const QByteArray pdf = pdfOf();
    const auto entered = enteredFile(u"会议签到表.pdf"_s, pdf);
    ASSERT_TRUE(ok(entered));
    EXPECT_EQ(entered->type, u"pdf"_s);
    EXPECT_EQ(entered->bytes, pdf);
    const Error error = refusal(u"大.pdf"_s, pdfOf(kLargestPdf));
    EXPECT_TRUE(error.what.contains(u"超过 10 MB"_s)) << error.what.toStdString();
    expectPlain(error);
}

TEST(Entry, namesTheFileAndNeverItsFolder) {
    const TempFolder folder;
    const QString path = folder.path(u"不在.jpg"_s);
    const auto missing = enteredFile(path);
    ASSERT_FALSE(missing);
    expectPlain(missing.error());
    EXPECT_TRUE(missing.error().text().contains(u"不在.jpg"_s));
    EXPECT_FALSE(missing.error().text().contains(folder.path()));
    QFile file(folder.path(u"合影.1.jpg"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(encodedAs(photoOf(100, 80), "jpg"));
    file.close();
    const auto entered = enteredFile(file.fileName());
    ASSERT_TRUE(ok(entered));
    EXPECT_EQ(entered->name, u"合影.1"_s);
    EXPECT_FALSE(enteredFile(folder.path())); // a folder
}
