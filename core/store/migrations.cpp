#include "core/store/migrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// Shipped ones only: the schema is not for users to change.
QStringList migrationFiles() {
    return QDir(u":/migrations"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

Result<QByteArray> migrationText(int version) {
    QFile file(u":/migrations/"_s + migrationFiles().value(version - 1));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Broken, Text::tr("程序缺少数据文件的升级步骤 %1").arg(version),
                    Text::tr("请重新安装本程序"), Text::tr("程序没有改动数据文件"));
    return file.readAll();
}
}

int newestSchema() {
    return int(migrationFiles().size());
}

Result<int> schemaOf(Connection& connection) {
    const auto application = connection.integer("PRAGMA application_id");
    if (!application) return fail(application.error());
    if (*application != kApplicationId)
        return fail(ErrorCode::BadFile, Text::tr("这个文件不是本程序的数据文件"),
                    Text::tr("请选择以“.baolei”结尾的文件"), Text::tr("程序没有改动它"));
    const auto version = connection.integer("PRAGMA user_version");
    if (!version) return fail(version.error());
    if (*version < 1)
        return fail(ErrorCode::Damaged, Text::tr("数据文件已损坏（版本号不对）"),
                    Text::tr("请从最近一次完好的备份恢复"), Text::tr("程序没有改动它"));
    if (*version > newestSchema())
        return fail(ErrorCode::NewerFile,
                    Text::tr("这个数据文件由较新版本的程序写成，本程序看不懂"),
                    Text::tr("请先升级本程序再打开"), Text::tr("程序没有改动它"));
    return int(*version);
}

Result<void> migrate(Connection& connection, int to) {
    const auto from = connection.integer("PRAGMA user_version");
    if (!from) return fail(from.error());
    QByteArray script = "BEGIN IMMEDIATE;\n";
    for (int version = int(*from) + 1; version <= to; ++version) {
        const auto sql = migrationText(version);
        if (!sql) return fail(sql.error());
        script += *sql + "\n";
    }
    script += "PRAGMA application_id = " + QByteArray::number(kApplicationId) + ";\n";
    script += "PRAGMA user_version = " + QByteArray::number(to) + ";\nCOMMIT;";
    const auto done = connection.execute(script);
    if (!done) {
        // Already gone where the failure itself ended the transaction.
        (void)connection.execute("ROLLBACK");
        if (done.error().code != ErrorCode::Broken) return fail(done.error());
        // A step that does not fit what is there: the file is not what its version says.
        return fail(ErrorCode::Damaged, Text::tr("数据文件的内容与它的版本号不符，没有升级"),
                    Text::tr("请从最近一次完好的备份恢复"), Text::tr("程序没有改动它"));
    }
    return {};
}

} // namespace baolei
