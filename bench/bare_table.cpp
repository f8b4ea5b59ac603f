#include "bench/bare_table.h"

#include <QFile>
#include <sqlite3.h>

namespace baolei::bench {

using namespace Qt::StringLiterals;

BareTable::BareTable(const QString& path)
    : m_path(path) {
    QFile::remove(path);
    sqlite3_open(path.toUtf8().constData(), &m_database);
    execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
            "CREATE TABLE bare(id INTEGER PRIMARY KEY, cells TEXT);"
            "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
            "INSERT INTO bare SELECT i, hex(zeroblob(200)) FROM n;");
    sqlite3_prepare_v2(m_database, "UPDATE bare SET cells = ? WHERE id = ?", -1, &m_update,
                       nullptr);
}

BareTable::~BareTable() {
    sqlite3_finalize(m_update);
    sqlite3_close(m_database);
    for (const QString& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_path + suffix);
}

void BareTable::execute(const char* sql) {
    if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return;
    std::fprintf(stderr, "%s\n", sqlite3_errmsg(m_database));
    std::_Exit(1);
}

void BareTable::save(int n) {
    const QByteArray cells = QByteArray::number(n).rightJustified(400, 'x');
    execute("BEGIN IMMEDIATE");
    sqlite3_bind_text(m_update, 1, cells.constData(), int(cells.size()), SQLITE_TRANSIENT);
    sqlite3_bind_int(m_update, 2, n % 400 + 1);
    sqlite3_step(m_update);
    sqlite3_reset(m_update);
    execute("COMMIT");
}

} // namespace baolei::bench
