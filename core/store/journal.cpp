#include "core/store/journal.h"

#include <QCborMap>
#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCborValue>
#include <QCoreApplication>
#include <algorithm>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

void appendSized(QByteArray& buffer, QByteArrayView bytes) {
    const auto size = static_cast<quint32>(bytes.size());
    buffer.append(reinterpret_cast<const char*>(&size), sizeof size);
    buffer.append(bytes);
}

void appendValue(QByteArray& buffer, const Value& value) {
    buffer.append(static_cast<char>('0' + value.index()));
    if (const auto* number = std::get_if<qint64>(&value))
        buffer.append(reinterpret_cast<const char*>(number), sizeof *number);
    else if (const auto* text = std::get_if<QString>(&value))
        appendSized(buffer, text->toUtf8());
    else if (const auto* bytes = std::get_if<QByteArray>(&value))
        appendSized(buffer, *bytes);
}

void writeValue(QCborStreamWriter& out, const Value& value) {
    if (const auto* number = std::get_if<qint64>(&value))
        out.append(*number);
    else if (const auto* text = std::get_if<QString>(&value))
        out.append(*text);
    else if (const auto* bytes = std::get_if<QByteArray>(&value))
        out.append(*bytes);
    else
        out.append(nullptr);
}
}

bool isIdentifier(QByteArrayView name) {
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char each) {
        return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '_';
    });
}

QByteArray encodeCells(const Cells& cells) {
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    out.startMap(quint64(cells.size()));
    for (const auto& [name, value] : cells) {
        out.appendTextString(name.constData(), name.size());
        writeValue(out, value);
    }
    out.endMap();
    return bytes;
}

Result<Cells> decodeCells(const QByteArray& bytes) {
    const auto damaged = [] {
        return fail(ErrorCode::BadFile, Text::tr("历史记录中有一行已损坏"),
                    Text::tr("请从最近一次备份恢复"));
    };
    QCborParserError error;
    const QCborValue map = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !map.isMap()) return damaged();
    Cells cells;
    for (const auto& [key, value] : map.toMap()) {
        const QByteArray name = key.toString().toUtf8();
        if (!isIdentifier(name)) return damaged();
        Value cell;
        if (value.isInteger())
            cell = qint64(value.toInteger());
        else if (value.isString())
            cell = value.toString();
        else if (value.isByteArray())
            cell = value.toByteArray();
        else if (!value.isNull())
            return damaged();
        cells.append({name, cell});
    }
    return cells;
}

QByteArray operationColumns() {
    return "o.seq, o.id, o.key, o.label, o.actor, o.replica, o.clock, o.wall_time, o.schema, "
           "o.reverts, o.lines, o.hash, "
           "EXISTS(SELECT 1 FROM operation later WHERE later.reverts = o.id)";
}

OperationInfo operationOf(const Row& row) {
    OperationInfo info;
    info.seq = row.integer(0);
    info.id = row.as<Uuid>(1);
    info.key = row.text(2).toUtf8();
    info.label = row.text(3);
    info.actor = row.text(4);
    info.replica = row.as<Uuid>(5);
    info.clock = row.integer(6);
    info.wallTime = row.as<QDateTime>(7);
    info.schema = row.integer(8);
    info.reverts = row.as<Uuid>(9);
    info.lines = row.integer(10);
    info.hash = row.bytes(11);
    info.isReverted = row.integer(12) != 0;
    return info;
}

ChainHash::ChainHash(const QByteArray& previous, const OperationInfo& head) {
    QByteArray buffer;
    appendSized(buffer, previous);
    for (const Value& value :
         {toValue(head.id), toValue(QString::fromUtf8(head.key)), toValue(head.label),
          toValue(head.actor), toValue(head.replica), toValue(head.clock), toValue(head.wallTime),
          toValue(head.schema), toValue(head.reverts)})
        appendValue(buffer, value);
    m_hash.addData(buffer);
}

QByteArray hashedLineOf(const QByteArray& table, const Uuid& row, const Cells& written) {
    constexpr qsizetype kUsualSize = 1024;
    QByteArray line;
    line.reserve(kUsualSize);
    appendSized(line, table);
    line.append(QByteArrayView(row.bytes));
    for (const auto& [name, value] : written) {
        appendSized(line, name);
        appendValue(line, value);
    }
    return line;
}

} // namespace baolei
