#include "core/store/integrity.h"

#include <QRegularExpression>
#include <sqlite3.h>

namespace baolei {

using namespace Qt::StringLiterals;

Result<QStringList> structureProblems(Connection& connection, int most) {
    static const QRegularExpression kUnread(u"error code=(\\d+)"_s);
    const auto check
        = connection.prepare("PRAGMA integrity_check(" + QByteArray::number(most) + ")");
    if (!check) return fail(check.error());
    QStringList problems;
    while (true) {
        const auto row = (*check)->step();
        if (!row) return fail(row.error());
        if (!*row) break;
        const QString line = (*check)->text(0);
        // A page that the disk did not give is told of among the damage.
        const int code = kUnread.match(line).captured(1).toInt();
        if ((code & 0xFF) == SQLITE_IOERR) {
            (*check)->reset();
            return fail(storeError(code, {}));
        }
        if (line != u"ok"_s) problems.append(line);
    }
    (*check)->reset();
    return problems;
}

} // namespace baolei
