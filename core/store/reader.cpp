#include "core/store/reader.h"

namespace baolei {

Result<Reader> Reader::open(const QString& path) {
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    if (!connection) return fail(connection.error());
    return Reader(std::shared_ptr<Connection>(std::move(*connection)));
}

Result<void> Reader::each(const QByteArray& sql, const Binds& binds,
                          const std::function<void(const Row&)>& row) const {
    const auto prepared = m_connection->prepare(sql);
    if (!prepared) return fail(prepared.error());
    Statement& statement = **prepared;
    for (const Bind& bind : binds)
        if (!statement.bind(bind.name, bind.value))
            return fail(ErrorCode::Broken, QString::fromLatin1(bind.name) + QString::fromUtf8(sql));
    while (true) {
        const auto stepped = statement.step();
        if (!stepped) return fail(stepped.error());
        if (!*stepped) break;
        row(statement);
    }
    statement.reset();
    return {};
}

Result<qint64> Reader::integer(const QByteArray& sql, const Binds& binds) const {
    std::optional<qint64> first;
    const auto done = each(sql, binds, [&](const Row& row) {
        if (!first) first = row.integer(0);
    });
    if (!done) return fail(done.error());
    return first.value_or(0);
}

} // namespace baolei
