#include "core/pictures/metadata.h"

#include <QSet>
#include <QtEndian>

namespace baolei {

namespace {
// Markers of JPEG (ITU T.81, table B.1).
constexpr uchar kStartOfImage = 0xD8;
constexpr uchar kEndOfImage = 0xD9;
constexpr uchar kStartOfScan = 0xDA;
constexpr uchar kComment = 0xFE;
constexpr uchar kFirstApplication = 0xE0;
constexpr uchar kProfile = 0xE2;
constexpr uchar kAdobe = 0xEE;
constexpr uchar kLastApplication = 0xEF;

uchar byteAt(const QByteArray& bytes, qsizetype at) {
    return at < bytes.size() ? static_cast<uchar>(bytes[at]) : uchar(0);
}

bool standsAlone(uchar marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

bool isMetadata(uchar marker, QByteArrayView segment) {
    if (marker == kComment) return true;
    if (marker < kFirstApplication || marker > kLastApplication) return false;
    if (marker == kProfile) return !segment.startsWith("ICC_PROFILE");
    return marker != kFirstApplication && marker != kAdobe;
}

// Where the coded picture that begins at `at` is followed by a marker.
qsizetype endOfScan(const QByteArray& jpeg, qsizetype at) {
    for (; at + 1 < jpeg.size(); ++at) {
        if (byteAt(jpeg, at) != 0xFF) continue;
        const uchar next = byteAt(jpeg, at + 1);
        if (next != 0 && next != 0xFF && !standsAlone(next)) break;
    }
    return at;
}

quint32 numberAt(const QByteArray& bytes, qsizetype at) {
    return qFromBigEndian<quint32>(bytes.constData() + at);
}
}

std::optional<QByteArray> bareJpeg(const QByteArray& jpeg) {
    if (byteAt(jpeg, 0) != 0xFF || byteAt(jpeg, 1) != kStartOfImage) return std::nullopt;
    QByteArray bare = jpeg.first(2);
    bare.reserve(jpeg.size());
    qsizetype at = 2;
    while (at + 1 < jpeg.size()) {
        if (byteAt(jpeg, at) != 0xFF) return std::nullopt;
        const uchar marker = byteAt(jpeg, at + 1);
        if (marker == 0xFF) { // filling
            ++at;
            continue;
        }
        if (marker == kEndOfImage) return bare + jpeg.sliced(at, 2);
        if (standsAlone(marker)) {
            bare += jpeg.sliced(at, 2);
            at += 2;
            continue;
        }
        if (at + 4 > jpeg.size()) break;
        const qsizetype length = qFromBigEndian<quint16>(jpeg.constData() + at + 2);
        if (length < 2 || at + 2 + length > jpeg.size()) break;
        const qsizetype end
            = marker == kStartOfScan ? endOfScan(jpeg, at + 2 + length) : at + 2 + length;
        if (!isMetadata(marker, QByteArrayView(jpeg).sliced(at + 4, length - 2)))
            bare += jpeg.sliced(at, end - at);
        at = end;
    }
    return std::nullopt;
}

std::optional<QByteArray> barePng(const QByteArray& png) {
    // Those that change how the picture looks (PNG, third edition, 11.3).
    static const QSet<QByteArray> kept{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA",
                                       "cHRM", "sRGB", "iCCP", "sBIT", "pHYs"};
    constexpr qsizetype kSignature = 8;
    constexpr qsizetype kFrame = 12; // length, name, sum
    if (!png.startsWith("\x89PNG\r\n\x1a\n")) return std::nullopt;
    QByteArray bare = png.first(kSignature);
    bare.reserve(png.size());
    for (qsizetype at = kSignature; at + kFrame <= png.size();) {
        const qsizetype length = numberAt(png, at);
        if (length > png.size() - at - kFrame) break;
        const QByteArray name = png.sliced(at + 4, 4);
        if (kept.contains(name)) bare += png.sliced(at, length + kFrame);
        if (name == "IEND") return bare;
        at += length + kFrame;
    }
    return std::nullopt;
}

} // namespace baolei
