#include "core/store/log_check.h"

#include <QFile>
#include <QtEndian>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// The format of the log: https://www.sqlite.org/fileformat2.html, 4.
constexpr qsizetype kHeader = 32;
constexpr qsizetype kFrameHeader = 24;
constexpr quint32 kMagic = 0x377F0682; // its last bit: the sums are big-endian
constexpr quint32 kGenerations = 1'000'000;

quint32 word(const QByteArray& bytes, qsizetype at) {
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

/// Two running sums over pairs of words.
struct Sum {
    quint32 a = 0;
    quint32 b = 0;
    bool isBig = true;

    void add(const QByteArray& bytes, qsizetype from, qsizetype to) {
        const auto at = [&](qsizetype i) {
            return isBig ? word(bytes, i) : qFromLittleEndian<quint32>(bytes.constData() + i);
        };
        for (qsizetype i = from; i + 8 <= to; i += 8) {
            a += at(i) + b;
            b += at(i + 4) + a;
        }
    }
    bool matches(const QByteArray& bytes, qsizetype at) const {
        return word(bytes, at) == a && word(bytes, at + 4) == b;
    }
};

bool isZero(const QByteArray& frame) {
    return frame.count('\0') == frame.size();
}

// A frame behind the first broken one: of this log and the end of a save, or of no log at all.
// The frames of an earlier round of the log have an older salt and are home already.
bool looksSaved(const QByteArray& frame, const QByteArray& header) {
    if (frame.sliced(8, 8) == header.sliced(16, 8)) return word(frame, 4) != 0;
    return !isZero(frame) && word(header, 16) - word(frame, 8) > kGenerations;
}
}

bool hasBrokenLog(const QString& storePath) {
    QFile log(storePath + u"-wal"_s);
    if (!log.open(QIODevice::ReadOnly)) return false;
    const QByteArray header = log.read(kHeader);
    if (header.size() < kHeader) return false;
    Sum sum;
    sum.isBig = (word(header, 0) & 1) != 0;
    sum.add(header, 0, kHeader - 8);
    const auto pageSize = qsizetype(word(header, 8));
    const bool isWhole = (word(header, 0) & ~1U) == kMagic && sum.matches(header, kHeader - 8)
        && pageSize >= 512 && pageSize <= 65536;
    if (!isWhole) return log.size() > kHeader + kFrameHeader;
    bool isBroken = false;
    while (true) {
        const QByteArray frame = log.read(kFrameHeader + pageSize);
        if (frame.size() < kFrameHeader + pageSize) return false;
        if (!isBroken) {
            sum.add(frame, 0, 8);
            sum.add(frame, kFrameHeader, frame.size());
            isBroken = frame.sliced(8, 8) != header.sliced(16, 8) || !sum.matches(frame, 16);
        }
        if (isBroken && looksSaved(frame, header)) return true;
    }
}

} // namespace baolei
