#include "core/spreadsheet/compound_file.h"

#include "core/spreadsheet/read_errors.h"

#include <QtEndian>
#include <algorithm>

namespace baolei {

namespace {

constexpr qint64 kMaxFile = 200'000'000;
constexpr qsizetype kHeader = 512;
constexpr qsizetype kEntrySize = 128;
constexpr qsizetype kMiniSector = 64;
constexpr quint64 kMiniCutoff = 4096; // smaller streams are kept in the mini stream
constexpr quint32 kLastSector = 0xFFFFFFFA; // above: marks, such as end of chain

quint32 u32(QByteArrayView bytes, qsizetype at) {
    return at + 4 <= bytes.size() ? qFromLittleEndian<quint32>(bytes.data() + at) : kLastSector;
}

} // namespace

quint32 CompoundFile::headerField(qsizetype at) const {
    return u32(m_bytes, at);
}

QByteArrayView CompoundFile::sector(quint32 number) const {
    const qint64 size = qint64(1) << m_sectorShift;
    const qint64 at = (qint64(number) + 1) << m_sectorShift;
    if (number >= kLastSector || at >= m_bytes.size()) return {};
    // The last sector of a file may be cut short.
    return QByteArrayView(m_bytes).sliced(at, std::min(size, m_bytes.size() - at));
}

Result<CompoundFile> CompoundFile::read(QIODevice& file) {
    CompoundFile container;
    if (file.size() > kMaxFile) return fail(expandsTooMuch());
    container.m_bytes = file.readAll();
    if (container.m_bytes.size() < 2 * kHeader) return fail(damagedFile());
    container.m_sectorShift = int(container.headerField(30) & 0xFFFF);
    if (container.m_sectorShift != 9 && container.m_sectorShift != 12) return fail(damagedFile());
    if (!container.readTable() || !container.readDirectory(container.headerField(48)))
        return fail(damagedFile());
    return container;
}

bool CompoundFile::readTable() {
    const qsizetype sectors = m_bytes.size() >> m_sectorShift;
    const qsizetype perSector = (qsizetype(1) << m_sectorShift) / 4;
    // 109 parts of the table are named in the header, further ones in sectors of their own.
    QList<quint32> parts;
    for (qsizetype i = 0; i < 109; ++i)
        parts.append(headerField(76 + 4 * i));
    quint32 next = headerField(68);
    for (qsizetype guard = 0; next < kLastSector && guard < sectors; ++guard) {
        const QByteArrayView more = sector(next);
        if (more.size() < perSector * 4) return false;
        for (qsizetype i = 0; i < perSector - 1; ++i)
            parts.append(u32(more, 4 * i));
        next = u32(more, 4 * (perSector - 1));
    }
    for (quint32 part : parts) {
        if (part >= kLastSector) continue;
        const QByteArrayView entries = sector(part);
        for (qsizetype i = 0; i < perSector; ++i)
            m_table.append(u32(entries, 4 * i));
        if (m_table.size() > 2 * sectors + perSector) break;
    }
    return !m_table.isEmpty();
}

std::optional<QByteArray> CompoundFile::chain(quint32 first) const {
    QByteArray all;
    for (quint32 at = first; at < kLastSector;) {
        const QByteArrayView bytes = sector(at);
        if (bytes.isEmpty() || all.size() > m_bytes.size() || at >= m_table.size())
            return std::nullopt; // beyond the end, or in a circle
        all.append(bytes);
        at = m_table[at];
    }
    return all;
}

std::optional<QByteArray> CompoundFile::miniChain(quint32 first) const {
    QByteArray all;
    for (quint32 at = first; at < kLastSector; at = u32(m_miniTable, 4 * qsizetype(at))) {
        const qsizetype from = qsizetype(at) * kMiniSector;
        if (from >= m_miniStream.size() || all.size() > m_miniStream.size()) return std::nullopt;
        all.append(QByteArrayView(m_miniStream)
                       .sliced(from, std::min(kMiniSector, m_miniStream.size() - from)));
    }
    return all;
}

bool CompoundFile::readDirectory(quint32 first) {
    const auto directory = chain(first);
    if (!directory) return false;
    for (qsizetype at = 0; at + kEntrySize <= directory->size(); at += kEntrySize) {
        const QByteArrayView raw = QByteArrayView(*directory).sliced(at, kEntrySize);
        const int kind = uchar(raw[66]);
        const qsizetype length = qFromLittleEndian<quint16>(raw.data() + 64) / 2 - 1;
        if ((kind != 2 && kind != 5) || length < 0 || length > 31) continue;
        QString name(length, Qt::Uninitialized);
        for (qsizetype i = 0; i < length; ++i)
            name[i] = QChar(qFromLittleEndian<quint16>(raw.data() + 2 * i));
        m_entries.append({name, u32(raw, 116), u32(raw, 120)});
        if (kind == 5) m_miniStream = chain(u32(raw, 116)).value_or(QByteArray());
    }
    m_miniTable = chain(headerField(60)).value_or(QByteArray());
    return !m_entries.isEmpty();
}

bool CompoundFile::contains(QStringView name) const {
    return std::any_of(m_entries.begin(), m_entries.end(), [name](const Entry& entry) {
        return entry.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

Result<QByteArray> CompoundFile::stream(QStringView name) const {
    for (const Entry& entry : m_entries) {
        if (entry.name.compare(name, Qt::CaseInsensitive) != 0) continue;
        auto bytes = entry.size < kMiniCutoff ? miniChain(entry.first) : chain(entry.first);
        if (!bytes || quint64(bytes->size()) < entry.size) return fail(damagedFile());
        bytes->truncate(qsizetype(entry.size));
        return std::move(*bytes);
    }
    return fail(notASpreadsheet());
}

} // namespace baolei
