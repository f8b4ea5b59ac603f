#include "core/spreadsheet/biff8_records.h"

#include <QtEndian>
#include <bit>

namespace baolei {

bool BiffData::settle() {
    while (m_piece < m_pieces.size() && m_at >= m_pieces[m_piece].size()) {
        ++m_piece;
        m_at = 0;
    }
    return m_piece < m_pieces.size();
}

bool BiffData::atEnd() {
    return !settle();
}

quint8 BiffData::u8() {
    return settle() ? quint8(m_pieces[m_piece][m_at++]) : quint8(0);
}

quint16 BiffData::u16() {
    const quint16 low = u8();
    return quint16(low | u8() << 8);
}

quint32 BiffData::u32() {
    const quint32 low = u16();
    return low | quint32(u16()) << 16;
}

double BiffData::f64() {
    const quint64 low = u32();
    return std::bit_cast<double>(low | quint64(u32()) << 32);
}

void BiffData::skip(qint64 bytes) {
    while (bytes > 0 && settle()) {
        const qint64 step = std::min<qint64>(bytes, m_pieces[m_piece].size() - m_at);
        m_at += step;
        bytes -= step;
    }
}

QString BiffData::characters(int count, bool wide) {
    QString text;
    while (text.size() < count) {
        if (m_piece < m_pieces.size() && m_at >= m_pieces[m_piece].size()) {
            // A text that goes on in the next piece begins there with its width anew.
            if (!settle()) break;
            wide = (u8() & 1) != 0;
        }
        if (m_piece >= m_pieces.size()) break;
        text += QChar(wide ? u16() : quint16(u8()));
    }
    return text;
}

QString BiffData::text(int count) {
    const quint8 flags = u8();
    const int runs = (flags & 8) != 0 ? u16() : 0;
    const quint32 extra = (flags & 4) != 0 ? u32() : 0;
    const QString text = characters(count, (flags & 1) != 0);
    skip(qint64(runs) * 4 + extra); // formats and readings
    return text;
}

std::optional<BiffRecord> BiffRecords::next() {
    constexpr qsizetype kHead = 4;
    if (m_at < 0 || m_at + kHead > m_stream.size()) return std::nullopt;
    const auto type = qFromLittleEndian<quint16>(m_stream.data() + m_at);
    const auto size = qFromLittleEndian<quint16>(m_stream.data() + m_at + 2);
    if (m_at + kHead + size > m_stream.size()) return std::nullopt;
    const BiffRecord record{Biff(type), m_at, m_stream.sliced(m_at + kHead, size)};
    m_at += kHead + size;
    return record;
}

BiffData BiffRecords::whole(const BiffRecord& record) {
    BiffData data(record.data);
    while (true) {
        const qsizetype before = m_at;
        const std::optional<BiffRecord> more = next();
        if (!more || more->type != Biff::Continue) {
            m_at = before;
            return data;
        }
        data.addContinuation(more->data);
    }
}

double rkNumber(quint32 rk) {
    const double value
        = (rk & 2) != 0 ? double(qint32(rk) >> 2) : std::bit_cast<double>(quint64(rk & ~3U) << 32);
    return (rk & 1) != 0 ? value / 100 : value;
}

} // namespace baolei
