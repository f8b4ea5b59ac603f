#pragma once
// Lines of the journal as values, and the hash that chains operations. The journal holds what
// cells were before; what they became is found by walking back from the present.

#include "core/store/reader.h"

#include <QCryptographicHash>

namespace baolei {

/// Cells by column name, in the order in which they were written.
using Cells = QList<std::pair<QByteArray, Value>>;

QByteArray encodeCells(const Cells& cells);
/// Refuses bytes that this program did not write.
Result<Cells> decodeCells(const QByteArray& bytes);

/// A table or column name as our schema has them: what a line names is put into SQL.
bool isIdentifier(QByteArrayView name);

/// Marks a deletion in a line: the pseudo-column that every table has.
inline constexpr const char* kDeletedAt = "deleted_at";

struct OperationInfo {
    qint64 seq = 0;
    Uuid id;
    QByteArray key;
    QString label;
    QString actor;
    Uuid replica;
    qint64 clock = 0;
    QDateTime wallTime;
    qint64 schema = 0;
    Uuid reverts; ///< null: an ordinary operation
    qint64 lines = 0;
    QByteArray hash;
    bool isReverted = false; ///< another operation has taken it back
};

/// Columns of `operation o` in the order that operationOf reads.
QByteArray operationColumns();
OperationInfo operationOf(const Row& row);

/// One line as the hash takes it. `written`: new record: its cells sorted by name, defaults left
/// out (so that a column added later changes nothing); changed record: the changed cells as they
/// became.
QByteArray hashedLineOf(const QByteArray& table, const Uuid& row, const Cells& written);

/// Hash over one operation: begin with its head, add each line, take the result.
class ChainHash {
public:
    ChainHash(const QByteArray& previous, const OperationInfo& head);
    void addLine(const QByteArray& table, const Uuid& row, const Cells& written) {
        addLine(hashedLineOf(table, row, written));
    }
    void addLine(const QByteArray& hashedLine) { m_hash.addData(hashedLine); }
    QByteArray result() { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Blake2b_256};
};

} // namespace baolei
