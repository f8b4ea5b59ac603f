#include "core/store/connection.h"

#include "core/base/files.h"
#include "core/store/file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>
#include <sqlite3.h>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Error errorOf(sqlite3* db) {
    return storeError(sqlite3_extended_errcode(db), QString::fromUtf8(sqlite3_errmsg(db)));
}

// SQLite refuses longer names, counted in bytes: a Chinese character is three.
bool isTooLong(const QByteArray& name, const char* vfs) {
    constexpr int kTail = 8; // "-journal"
    const sqlite3_vfs* layer = sqlite3_vfs_find(vfs);
    return layer && name.size() + kTail > layer->mxPathname;
}
}

Error storeError(int sqliteCode, const QString& technical) {
    const QString kept = Text::tr("此前已保存的内容都在，这一次的改动没有写入");
    const QString untouched = Text::tr("程序没有改动它");
    const Error full{ErrorCode::Io, Text::tr("磁盘已满，没有存成"), kept,
                     Text::tr("请清理磁盘，再做一次")};
    if (sqliteCode == SQLITE_IOERR_SHMSIZE) return full;
    switch (sqliteCode & 0xFF) {
    case SQLITE_FULL:
        return full;
    case SQLITE_IOERR:
        return {ErrorCode::Io, Text::tr("磁盘读写出错（U盘可能被拔出，或文件夹断开了）"), kept,
                Text::tr("请插好U盘或检查磁盘，再做一次；仍不行请重新打开这个文件")};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::Io, Text::tr("这个文件夹只能读，不能写"), kept,
                Text::tr("请把数据文件放到可以写入的文件夹，或请管理员放开权限")};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Io, Text::tr("数据文件打不开"), untouched,
                Text::tr("请检查U盘是否插好、文件是否还在、磁盘是否已满，再试一次")};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Locked, Text::tr("数据文件正被另一个程序使用"), kept,
                Text::tr("请关闭另一个程序，稍后再试")};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Damaged, Text::tr("数据文件已损坏"), untouched,
                Text::tr("请从最近一次完好的备份恢复")};
    case SQLITE_CONSTRAINT:
        return {ErrorCode::Refused, Text::tr("内容之间互相矛盾，没有存成（%1）").arg(technical),
                kept, Text::tr("请核对后再存")};
    case SQLITE_NOMEM:
        return {ErrorCode::Io, Text::tr("内存不够，没有做成"), kept,
                Text::tr("请关闭别的程序，再做一次")};
    default:
        return {ErrorCode::Broken, Text::tr("数据文件操作出错（%1）").arg(technical), kept,
                Text::tr("请重新打开程序再试；仍不行请从备份恢复")};
    }
}

Statement::~Statement() {
    sqlite3_finalize(m_handle);
}

void Statement::bind(int position, const Value& value) {
    if (const auto* number = std::get_if<qint64>(&value)) {
        sqlite3_bind_int64(m_handle, position, *number);
    } else if (const auto* text = std::get_if<QString>(&value)) {
        const QByteArray utf8 = text->toUtf8();
        sqlite3_bind_text(m_handle, position, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    } else if (const auto* bytes = std::get_if<QByteArray>(&value)) {
        sqlite3_bind_blob(m_handle, position, bytes->constData(), int(bytes->size()),
                          SQLITE_TRANSIENT);
    } else {
        sqlite3_bind_null(m_handle, position);
    }
}

// SQLite takes a null pointer for NULL.
void Statement::bindText(int position, QByteArrayView utf8) {
    sqlite3_bind_text(m_handle, position, utf8.isEmpty() ? "" : utf8.data(), int(utf8.size()),
                      SQLITE_STATIC);
}

void Statement::bindBytes(int position, QByteArrayView bytes) {
    sqlite3_bind_blob(m_handle, position, bytes.isEmpty() ? "" : bytes.data(), int(bytes.size()),
                      SQLITE_STATIC);
}

bool Statement::bind(const char* name, const Value& value) {
    const int position = sqlite3_bind_parameter_index(m_handle, name);
    if (position > 0) bind(position, value);
    return position > 0;
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    Error error = errorOf(sqlite3_db_handle(m_handle));
    sqlite3_reset(m_handle);
    return fail(std::move(error));
}

Result<void> Statement::run() {
    const auto stepped = step();
    if (!stepped) return fail(stepped.error());
    sqlite3_reset(m_handle);
    return {};
}

void Statement::reset() {
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
}

bool Statement::isBusy() const {
    return sqlite3_stmt_busy(m_handle) != 0;
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_handle, column);
}

QString Statement::text(int column) const {
    const auto* raw = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, column));
    return QString::fromUtf8(raw, sqlite3_column_bytes(m_handle, column));
}

QByteArray Statement::bytes(int column) const {
    const auto* raw = static_cast<const char*>(sqlite3_column_blob(m_handle, column));
    return {raw, sqlite3_column_bytes(m_handle, column)};
}

QByteArrayView Statement::view(int column) const {
    const auto* raw = static_cast<const char*>(sqlite3_column_blob(m_handle, column));
    return {raw, sqlite3_column_bytes(m_handle, column)};
}

Value Statement::value(int column) const {
    switch (sqlite3_column_type(m_handle, column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return bytes(column);
    default:
        return {};
    }
}

int Statement::columnCount() const {
    return sqlite3_column_count(m_handle);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, Mode mode,
                                                     const char* vfs) {
    QByteArray name = systemPath(path).toUtf8();
    const char* layer = vfs ? vfs : vfsFor(path);
    if (isTooLong(name, layer))
        return fail(ErrorCode::Refused, Text::tr("文件夹的路径太长，放不了数据文件"),
                    Text::tr("请换一个名字较短、层次较少的文件夹"), Text::tr("什么都没有改动"));
    int flags = SQLITE_OPEN_NOMUTEX;
    switch (mode) {
    case Mode::Unchanging:
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        name = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded() + "?immutable=1";
        break;
    case Mode::ReadOnly:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Mode::ReadWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Mode::Create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    }
    sqlite3* db = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &db, flags, layer);
    std::unique_ptr<Connection> connection(new Connection(db, path));
    if (code != SQLITE_OK) return fail(storeError(code, QString::fromUtf8(sqlite3_errstr(code))));
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, 5000);
    return connection;
}

bool Connection::mayNotWrite() const {
    const int code = sqlite3_errcode(m_handle) & 0xFF;
    return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

bool Connection::isReadOnly() const {
    return sqlite3_db_readonly(m_handle, "main") == 1;
}

bool Connection::hasMoved() const {
    int isMoved = 0;
    const int code = sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &isMoved);
    return code == SQLITE_OK && isMoved != 0;
}

Connection::~Connection() {
    m_statements.clear();
    sqlite3_close_v2(m_handle);
}

bool Connection::isInTransaction() const {
    return sqlite3_get_autocommit(m_handle) == 0;
}

Result<void> Connection::execute(const QByteArray& sql) {
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(errorOf(m_handle));
    return {};
}

Result<Statement*> Connection::prepare(const QByteArray& sql) {
    auto& known = m_statements[sql];
    for (const auto& statement : known) {
        if (statement->isBusy()) continue;
        statement->reset();
        return statement.get();
    }
    sqlite3_stmt* handle = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &handle, nullptr)
        != SQLITE_OK)
        return fail(errorOf(m_handle));
    known.append(std::make_shared<Statement>(handle));
    return known.last().get();
}

Result<qint64> Connection::integer(const QByteArray& sql) {
    const auto statement = prepare(sql);
    if (!statement) return fail(statement.error());
    const auto row = (*statement)->step();
    if (!row) return fail(row.error());
    const qint64 number = *row ? (*statement)->integer(0) : 0;
    (*statement)->reset();
    return number;
}

} // namespace baolei
