#include "core/store/reader.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// A log with something in it, or the lock of a program that has the store open or that crashed.
bool isClosed(const QString& path) {
    return QFileInfo(path + u"-wal"_s).size() == 0 && QFileInfo(path + u"-journal"_s).size() == 0
        && !QFileInfo::exists(path + u".lock"_s);
}

// A store of a fixed disk wants its log beside it even to be read, and a CD or a stick behind a
// lock has no room for one. Where nothing was left in a log, the file alone is the whole truth.
Result<std::unique_ptr<Connection>> openWithoutLog(const QString& path, const char* vfs) {
    if (isClosed(path)) return Connection::open(path, Connection::Mode::Unchanging, vfs);
    return fail(
        ErrorCode::Io,
        Text::tr("“%1”正开着，或上次没有正常关闭，而它的文件夹现在写不进去")
            .arg(QFileInfo(path).fileName()),
        Text::tr("请先在别处关闭它；若已无人使用，请把它和旁边以“-wal”“-journal”结尾的同名文件"
                 "一起复制到能写入的文件夹，在那里打开"),
        Text::tr("程序没有改动它"));
}
}

Result<Reader> Reader::open(const QString& path, const char* vfs) {
    auto connection = Connection::open(path, Connection::Mode::ReadOnly, vfs);
    if (!connection) return fail(connection.error());
    if (const auto read = (*connection)->integer("PRAGMA schema_version"); !read) {
        if (!(*connection)->mayNotWrite()) return fail(read.error());
        connection->reset();
        connection = openWithoutLog(path, vfs);
        if (!connection) return fail(connection.error());
        if (const auto again = (*connection)->integer("PRAGMA schema_version"); !again)
            return fail(again.error());
    }
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
