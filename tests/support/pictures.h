#pragma once
// Invented pictures: colours, stripes and a number, no person.

#include <QBuffer>
#include <QImage>
#include <cmath>

namespace baolei {

/// Like a photo: every place of another colour; `seed` makes another one.
inline QImage photoOf(int width, int height, int seed = 1) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const int wave = int(40 * std::sin(x * 0.05 * seed) * std::cos(y * 0.03));
            const int grain = int((quint32(x) * 2654435761U ^ quint32(y) * 40503U * 97U) >> 8) % 20;
            line[x] = qRgb(qBound(0, 255 * x / width + wave + grain, 255),
                           qBound(0, 255 * y / height - wave + grain, 255),
                           (x / 4 + y / 3 * seed) % 200 + grain);
        }
    }
    return image;
}

/// Like a scan in black and white.
inline QImage drawingOf(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < height; y += 20)
        for (int x = width / 10; x < width * 9 / 10; ++x)
            if (x % 30 < 20) image.setPixel(x, y, qRgb(0, 0, 0));
    return image;
}

inline QByteArray encodedAs(const QImage& image, const char* format, int quality = -1) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

/// A PDF of the least that opens one, with `filling` bytes of comment in it.
inline QByteArray pdfOf(qsizetype filling = 100) {
    return "%PDF-1.4\n%" + QByteArray(filling, 'x') + "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

} // namespace baolei
