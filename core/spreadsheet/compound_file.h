#pragma once
// The container of an .xls (MS-CFB): a small file system of streams. Held in memory; an .xls ends
// at 65,536 rows. Internal to core/spreadsheet.

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QList>
#include <optional>

namespace baolei {

class CompoundFile {
public:
    static Result<CompoundFile> read(QIODevice& file);

    bool contains(QStringView name) const;
    /// The bytes of the stream `name`.
    Result<QByteArray> stream(QStringView name) const;

private:
    struct Entry {
        QString name;
        quint32 first = 0;
        quint64 size = 0;
    };
    bool readTable();
    bool readDirectory(quint32 first);
    /// The sectors from `first` on, joined; nothing if the chain is broken.
    std::optional<QByteArray> chain(quint32 first) const;
    std::optional<QByteArray> miniChain(quint32 first) const;
    QByteArrayView sector(quint32 number) const;
    quint32 headerField(qsizetype at) const;

    QByteArray m_bytes;
    int m_sectorShift = 9;
    QList<quint32> m_table; ///< which sector follows which
    QList<Entry> m_entries;
    QByteArray m_miniTable;
    QByteArray m_miniStream;
};

} // namespace baolei
