#include "core/pictures/picture.h"

#include "core/pictures/metadata.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>
#include <QSet>
#include <QtEndian>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pictures)
};

constexpr int kQuality = 82;
constexpr int kFewColours = 16;
// Decoded whole, four bytes each. A JPEG is decoded at the size that is wanted.
constexpr qint64 kMostPixels = 32'000'000;
constexpr qint64 kMostPixelsOfJpeg = 120'000'000;
// What a new coding loses in sharpness it must save in size.
constexpr qint64 kWorthwhilePercent = 90;
constexpr qint64 kWorthwhilePercentOfPng = 50; // a scan, mostly

bool hasFewColours(const QImage& image) {
    if (image.depth() == 1) return true;
    const QImage plain = image.convertToFormat(QImage::Format_ARGB32);
    QSet<QRgb> colours;
    for (int y = 0; y < plain.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(plain.constScanLine(y));
        for (int x = 0; x < plain.width(); ++x) {
            if (x > 0 && line[x] == line[x - 1]) continue;
            colours.insert(line[x]);
            if (colours.size() > kFewColours) return false;
        }
    }
    return true;
}

QImage within(const QImage& image, int longest) {
    if (qMax(image.width(), image.height()) <= longest) return image;
    return image.scaled(longest, longest, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

// Paper is white behind what is transparent; and nothing comes along but the picture.
QImage onPaper(const QImage& image) {
    QImage paper(image.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.drawImage(0, 0, image);
    painter.end();
    return paper.isGrayscale() ? paper.convertToFormat(QImage::Format_Grayscale8) : paper;
}

QByteArray encoded(const QImage& image, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(format == QByteArray("jpg") ? kQuality : 0); // PNG: smallest
    writer.setOptimizedWrite(true);
    return writer.write(image) ? bytes : QByteArray();
}

Picture coded(const QImage& image) {
    if (!hasFewColours(image)) {
        const QByteArray jpeg = encoded(within(onPaper(image), kLongestSide), "jpg");
        return {u"jpg"_s, bareJpeg(jpeg).value_or(jpeg)};
    }
    QImage drawing = within(onPaper(image), kLongestSideOfDrawing);
    if (hasFewColours(drawing) && !drawing.isGrayscale())
        drawing = drawing.convertToFormat(QImage::Format_Indexed8, Qt::ThresholdDither);
    const QByteArray png = encoded(drawing, "png");
    return {u"png"_s, barePng(png).value_or(png)};
}

Error damaged(const QString& name) {
    return {ErrorCode::BadFile, Text::tr("“%1”不完整或已损坏，没有添加").arg(name),
            Text::tr("已有的附件没有改动"), Text::tr("请重新拷贝或重新拍一张再添加")};
}

// What Qt takes for a picture whose lower half is black.
bool isCutOff(const QByteArray& bytes, const QByteArray& format) {
    constexpr qsizetype kSizeAt = 2; // where a BMP says how long it is
    if (format == "jpeg") return !bareJpeg(bytes);
    if (format == "png") return !barePng(bytes);
    if (format != "bmp") return false;
    return bytes.size() < kSizeAt + 4
        || qFromLittleEndian<quint32>(bytes.constData() + kSizeAt) > bytes.size();
}

Result<void> checkPixels(const QString& name, const QSize& size, bool isJpeg) {
    if (size.isEmpty()) return fail(damaged(name));
    const qint64 pixels = qint64(size.width()) * size.height();
    if (pixels <= (isJpeg ? kMostPixelsOfJpeg : kMostPixels)) return {};
    return fail(ErrorCode::Refused,
                Text::tr("“%1”的画面太大（%2×%3），没有添加")
                    .arg(name)
                    .arg(size.width())
                    .arg(size.height()),
                Text::tr("请用看图软件缩小，或扫描时选低一些的分辨率（200–300 dpi），再添加"),
                Text::tr("已有的附件没有改动"));
}
}

QByteArray pictureFormat(const QByteArray& bytes) {
    if (bytes.startsWith("\xFF\xD8\xFF")) return "jpeg";
    if (bytes.startsWith("\x89PNG")) return "png";
    if (bytes.startsWith("BM")) return "bmp";
    if (bytes.startsWith("GIF8")) return "gif";
    if (bytes.startsWith("II*") || bytes.startsWith(QByteArrayView("MM\0*", 4))) return "tiff";
    if (bytes.startsWith("RIFF")
        && bytes.sliced(qMin<qsizetype>(8, bytes.size())).startsWith("WEBP"))
        return "webp";
    const QByteArray brand = bytes.mid(4, 8);
    if (brand.startsWith("ftyphei") || brand.startsWith("ftyphev") || brand == "ftypmif1")
        return "heic";
    return {};
}

QList<QByteArray> readableFormats() {
    QList<QByteArray> formats = QImageReader::supportedImageFormats();
    formats.removeIf([](const QByteArray& format) {
        // Of a GIF nobody can tell that it was cut off; the others are no photos.
        static const QList<QByteArray> taken{"jpeg", "png", "bmp", "webp", "tiff", "heic"};
        return !taken.contains(format);
    });
    return formats;
}

Result<Picture> shrunkPicture(const QString& name, const QByteArray& bytes) {
    const QByteArray format = pictureFormat(bytes);
    const bool isJpeg = format == "jpeg";
    const bool isPng = format == "png";
    if (isCutOff(bytes, format)) return fail(damaged(name));
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (const auto fine = checkPixels(name, size, isJpeg); !fine) return fail(fine.error());
    const int longest = qMax(size.width(), size.height());
    if (isJpeg && longest > kLongestSide)
        reader.setScaledSize(size.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull()) return fail(damaged(name));
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace::SRgb);
    Picture picture = coded(image);
    if (picture.bytes.isEmpty()) return fail(damaged(name));
    const bool isUpright = reader.transformation() == QImageIOHandler::TransformationNone;
    if (!isUpright || !(isJpeg || isPng)) return picture;
    if (longest > (isPng ? kLongestSideOfDrawing : kLongestSide)) return picture;
    const QByteArray bare = *(isJpeg ? bareJpeg(bytes) : barePng(bytes));
    const qint64 percent = isPng ? kWorthwhilePercentOfPng : kWorthwhilePercent;
    const bool isWorthwhile = picture.bytes.size() * 100 < bare.size() * percent;
    return isWorthwhile ? picture : Picture{isJpeg ? u"jpg"_s : u"png"_s, bare};
}

Picture shrunkPicture(const QImage& image) {
    return coded(image);
}

QImage shownPicture(const QByteArray& bytes, QSize most) {
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!most.isEmpty() && (size.width() > most.width() || size.height() > most.height()))
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace baolei
