#pragma once
// The records of an .xls workbook (MS-XLS): type, length, data. All reading is bounds-checked;
// beyond the end there are zeros. Internal to core/spreadsheet.

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <optional>

namespace baolei {

enum class Biff : quint16 {
    Formula = 0x06,
    Eof = 0x0A,
    DateMode = 0x22,
    FilePass = 0x2F,
    Continue = 0x3C,
    BoundSheet = 0x85,
    MulRk = 0xBD,
    RString = 0xD6,
    Xf = 0xE0,
    MergedCells = 0xE5,
    Sst = 0xFC,
    LabelSst = 0xFD,
    Number = 0x203,
    Label = 0x204,
    BoolErr = 0x205,
    String = 0x207,
    Row = 0x208,
    Rk = 0x27E,
    Format = 0x41E,
    Bof = 0x809,
};

/// Data of a record, with its continuations where asked for.
class BiffData {
public:
    explicit BiffData(QByteArrayView data)
        : m_pieces{data} { }
    void addContinuation(QByteArrayView data) { m_pieces.append(data); }

    quint8 u8();
    quint16 u16();
    quint32 u32();
    double f64();
    void skip(qint64 bytes);
    /// `count` characters, after flags that tell how they are written.
    QString text(int count);
    bool atEnd();

private:
    bool settle(); ///< onto the next byte; false at the end
    QString characters(int count, bool wide);

    QList<QByteArrayView> m_pieces;
    qsizetype m_piece = 0;
    qsizetype m_at = 0;
};

struct BiffRecord {
    Biff type;
    qsizetype at = 0; ///< where the record begins
    QByteArrayView data;
};

/// Walks over records.
class BiffRecords {
public:
    BiffRecords(QByteArrayView stream, qsizetype at)
        : m_stream(stream)
        , m_at(at) { }
    /// Nothing at the end, also where the stream is broken off.
    std::optional<BiffRecord> next();
    /// The data of `record` and of the continuations behind it.
    BiffData whole(const BiffRecord& record);

private:
    QByteArrayView m_stream;
    qsizetype m_at;
};

/// The number that an RK value packs into four bytes.
double rkNumber(quint32 rk);

} // namespace baolei
