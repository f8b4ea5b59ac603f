#include "tests/stress/older_store.h"

#include "core/people/person.h"
#include "core/store/journal.h"
#include "core/store/migrations.h"
#include "core/store/setting.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// Writes one operation as the program of that time did.
class OlderOperation {
public:
    OlderOperation(Connection& connection, OperationInfo head, const QByteArray& previous)
        : m_connection(connection)
        , m_head(std::move(head))
        , m_hash(previous, m_head) { }

    template <typename T> Result<void> add(const T& record) {
        const Table& table = tableOf<T>();
        const QList<Value> values = valuesOf(record);
        QByteArray places = "?";
        for (qsizetype i = 1; i < values.size(); ++i)
            places += ",?";
        Result<void> done = run("INSERT INTO " + table.name() + "(" + table.columnList()
                                    + ") VALUES(" + places + ")",
                                values);
        if (done)
            done = run("INSERT INTO journal(seq, position, table_name, row) VALUES(?,?,?,?)",
                       {Value{m_head.seq}, Value{m_head.lines++},
                        Value{QString::fromLatin1(table.name())}, toValue(record.id)});
        QMap<QByteArray, Value> written;
        for (qsizetype i = 0; i < values.size(); ++i)
            if (i > 0 && !isDefault(values[i])) written.insert(table.columns()[i].name, values[i]);
        Cells cells;
        for (auto cell = written.cbegin(); cell != written.cend(); ++cell)
            cells.append({cell.key(), cell.value()});
        m_hash.addLine(table.name(), record.id.value, cells);
        return done;
    }

    Result<QByteArray> finish() {
        const QByteArray hash = m_hash.result();
        const auto done
            = run("INSERT INTO operation VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
                  {Value{m_head.seq}, toValue(m_head.id), toValue(QString::fromUtf8(m_head.key)),
                   toValue(m_head.label), toValue(m_head.actor), toValue(m_head.replica),
                   Value{m_head.clock}, toValue(m_head.wallTime), Value{m_head.schema}, Value{},
                   Value{m_head.lines}, Value{hash}});
        if (!done) return fail(done.error());
        return hash;
    }

private:
    Result<void> run(const QByteArray& sql, const QList<Value>& values) {
        const auto statement = m_connection.prepare(sql);
        if (!statement) return fail(statement.error());
        for (qsizetype i = 0; i < values.size(); ++i)
            (*statement)->bind(int(i) + 1, values[i]);
        return (*statement)->run();
    }

    Connection& m_connection;
    OperationInfo m_head;
    ChainHash m_hash;
};

OperationInfo headOf(qint64 seq, int version, const Uuid& replica) {
    OperationInfo head;
    head.seq = seq;
    head.id = newUuid(0);
    head.key = "older";
    head.label = u"旧程序的第%1步"_s.arg(seq);
    head.replica = replica;
    head.clock = seq;
    head.wallTime = QDateTime(QDate(2025, 1, 1), QTime(9, 0), Qt::UTC);
    head.schema = version;
    return head;
}

Result<QByteArray> addSettings(Connection& connection, int version, const Uuid& replica) {
    OlderOperation operation(connection, headOf(1, version, replica), {});
    for (int i = 0; i < 30; ++i) {
        const auto done = operation.add(Setting{{newUuid(0)}, u"旧设置%1"_s.arg(i), u"值"_s});
        if (!done) return fail(done.error());
    }
    return operation.finish();
}

Result<QByteArray> addPeople(Connection& connection, int version, const Uuid& replica, int people,
                             const QByteArray& previous) {
    OlderOperation operation(connection, headOf(2, version, replica), previous);
    for (int i = 0; i < people; ++i) {
        Person person;
        person.id = {newUuid(0)};
        person.name = u"老党员%1"_s.arg(i);
        person.stage = u"full"_s;
        person.joinedOn = PartialDate(1990, 7, 1);
        if (const auto done = operation.add(person); !done) return fail(done.error());
    }
    return operation.finish();
}
}

Result<void> makeOlderStore(const QString& path, int version, int people) {
    const auto connection = Connection::open(path, Connection::Mode::Create);
    if (!connection) return fail(connection.error());
    const Uuid replica = newUuid(0);
    Result<void> done = (*connection)->execute("PRAGMA synchronous = OFF");
    if (done) done = migrate(**connection, version);
    if (done) done = (*connection)->execute("BEGIN");
    if (done)
        done
            = (*connection)
                  ->execute("INSERT INTO store_info VALUES('store', randomblob(16)), ('replica', x'"
                            + replica.toBytes().toHex() + "')");
    if (!done) return done;
    const auto settings = addSettings(**connection, version, replica);
    if (!settings) return fail(settings.error());
    if (version >= 2) {
        const auto added = addPeople(**connection, version, replica, people, *settings);
        if (!added) return fail(added.error());
    }
    return (*connection)->execute("COMMIT; PRAGMA journal_mode = WAL");
}

} // namespace baolei
