#include "core/store/contents.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Contents)
};

constexpr auto kHash = QCryptographicHash::Sha256;

// Tables of records that name contents, as the schema has them.
Result<QList<QByteArray>> naming(const Reader& reader) {
    QList<QByteArray> tables;
    const auto done
        = reader.each("SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c"
                      " WHERE m.type = 'table' AND c.name = 'content_hash' ORDER BY m.name",
                      {}, [&](const Row& row) { tables.append(row.text(0).toLatin1()); });
    if (!done) return fail(done.error());
    return tables;
}

QByteArray unusedWhere(const QList<QByteArray>& tables) {
    QByteArray where = " WHERE 1";
    for (const QByteArray& table : tables)
        where += " AND hash NOT IN (SELECT content_hash FROM live_" + table
            + " WHERE content_hash IS NOT NULL)";
    return where;
}

Result<void> checkHashes(const Reader& reader, QStringList& problems,
                         const std::function<Result<void>()>& goOn) {
    Result<void> going;
    qint64 wrong = 0;
    const auto done
        = reader.each("SELECT hash, bytes FROM content ORDER BY hash", {}, [&](const Row& row) {
              if (going) going = goOn();
              if (!going) return;
              const QByteArrayView bytes = row.view(1);
              const auto raw = QByteArray::fromRawData(bytes.data(), bytes.size());
              wrong += QCryptographicHash::hash(raw, kHash) != row.bytes(0);
          });
    if (!done) return done;
    if (wrong > 0)
        problems.append(Text::tr("有 %1 个附件的内容已损坏，与当初存入的不一样").arg(wrong));
    return going;
}
}

QByteArray contentHash(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, kHash);
}

Result<QByteArray> contentNamed(const Reader& reader, const QByteArray& hash) {
    std::optional<QByteArray> bytes;
    const auto done = reader.each("SELECT bytes FROM content WHERE hash = :hash", {{":hash", hash}},
                                  [&](const Row& row) { bytes = row.bytes(0); });
    if (!done) return fail(done.error());
    if (!bytes)
        return fail(ErrorCode::NotFound, Text::tr("这个附件的内容不在这份数据文件里"),
                    Text::tr("它可能已被清理；原来的照片或文件还在的话，请重新添加"));
    if (contentHash(*bytes) != hash)
        return fail(ErrorCode::Damaged, Text::tr("这个附件的内容已损坏"),
                    Text::tr("请从最近一次完好的备份恢复，或移除后重新添加"),
                    Text::tr("其他内容不受影响"));
    return *bytes;
}

Result<UnusedContents> unusedContents(const Reader& reader) {
    const auto tables = naming(reader);
    if (!tables) return fail(tables.error());
    UnusedContents unused;
    const auto done
        = reader.each("SELECT count(*), sum(length(bytes)) FROM content" + unusedWhere(*tables), {},
                      [&](const Row& row) {
                          unused = {row.integer(0), row.integer(1)};
                      });
    if (!done) return fail(done.error());
    return unused;
}

Result<UnusedContents> dropUnusedContents(Store& store) {
    const auto known = unusedContents(store.reader());
    if (!known || known->count == 0) return known;
    const Operation operation{kDropContents,
                              {QString::number(known->count), sizeText(known->bytes)}};
    return store.run(operation, [&](Session& session) -> Result<UnusedContents> {
        const auto tables = naming(session.reader());
        if (!tables) return fail(tables.error());
        QList<QByteArray> hashes;
        const auto found = session.reader().each(
            "SELECT hash FROM content" + unusedWhere(*tables) + " ORDER BY hash", {},
            [&](const Row& row) { hashes.append(row.bytes(0)); });
        if (!found) return fail(found.error());
        for (const QByteArray& hash : std::as_const(hashes))
            if (const auto done = session.dropContent(hash); !done) return fail(done.error());
        return known;
    });
}

Result<QStringList> contentProblems(const Reader& reader,
                                    const std::function<Result<void>()>& goOn) {
    QStringList problems;
    const auto tables = naming(reader);
    if (!tables) return fail(tables.error());
    if (tables->isEmpty()) return problems; // written before there were any
    if (const auto done = checkHashes(reader, problems, goOn); !done) return fail(done.error());
    for (const QByteArray& table : *tables) {
        const auto missing = reader.integer(
            "SELECT count(*) FROM live_" + table
            + " WHERE content_hash IS NULL OR content_hash NOT IN (SELECT hash FROM content)");
        if (!missing) return fail(missing.error());
        if (*missing > 0) problems.append(Text::tr("有 %1 个附件的内容不见了").arg(*missing));
    }
    return problems;
}

Result<void> checkContents(const Reader& reader, qint64 seq) {
    const auto tables = naming(reader);
    if (!tables) return fail(tables.error());
    for (const QByteArray& table : *tables) {
        const auto missing
            = reader.integer("SELECT count(*) FROM journal j JOIN live_" + table
                                 + " r ON r.id = j.row WHERE j.seq = :seq"
                                   " AND r.content_hash NOT IN (SELECT hash FROM content)",
                             {{":seq", seq}});
        if (!missing) return fail(missing.error());
        if (*missing > 0)
            return fail(ErrorCode::Refused,
                        Text::tr("不能撤销：其中 %1 个附件的内容已经清理掉了").arg(*missing),
                        Text::tr("原来的照片或文件还在的话，请重新添加"),
                        Text::tr("什么都没有改动"));
    }
    return {};
}

QString sizeText(qint64 bytes) {
    constexpr qint64 kKilo = 1024;
    if (bytes < kKilo) return Text::tr("%1 字节").arg(bytes);
    if (bytes < 1000 * kKilo) return u"%1 KB"_s.arg((bytes + kKilo - 1) / kKilo);
    if (bytes % (kKilo * kKilo) == 0) return u"%1 MB"_s.arg(bytes / (kKilo * kKilo));
    const qint64 tenths = (bytes * 10 + kKilo * kKilo / 2) / (kKilo * kKilo);
    return u"%1.%2 MB"_s.arg(tenths / 10).arg(tenths % 10);
}

} // namespace baolei
