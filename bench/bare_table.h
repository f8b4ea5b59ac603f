#pragma once
// What a saved operation is compared with: bare SQLite with the same sync setting.

#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace baolei::bench {

/// One table, one row of a person's size, one prepared statement. The file goes with it.
class BareTable {
public:
    explicit BareTable(const QString& path);
    ~BareTable();
    BareTable(const BareTable&) = delete;
    BareTable& operator=(const BareTable&) = delete;
    void save(int n);

private:
    void execute(const char* sql);

    QString m_path;
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_update = nullptr;
};

} // namespace baolei::bench
