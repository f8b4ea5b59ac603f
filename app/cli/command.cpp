#include "app/cli/command.h"

#include "core/base/files.h"
#include "core/people/queries.h"
#include "core/store/backup.h"
#include "core/store/file.h"
#include "core/store/migrations.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QList<Command> allCommands() {
    return storeCommands() + peopleCommands() + activityCommands() + attachCommands()
        + kindCommands() + ruleCommands() + exemptCommands() + studyCommands() + planCommands()
        + printCommands();
}

const Command* find(const QList<Command>& commands, const QString& name) {
    for (const Command& command : commands)
        if (name == QLatin1String(command.name)) return &command;
    return nullptr;
}

QString translated(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

QString synopsis(const Command& command) {
    QString line = u"baolei-cli %1"_s.arg(QLatin1String(command.name));
    for (const QString& word : command.words)
        line += u' ' + word;
    for (const OptionSpec& option : command.options) {
        line += u" [--"_s + QLatin1String(option.name);
        if (option.value) line += u' ' + QLatin1String(option.value);
        line += u']';
    }
    return line;
}

void printHelp(const QList<Command>& commands, QTextStream& out) {
    out << Text::tr("堡垒：乡镇党建办的党务台账。命令行程序与窗口程序共用同一套数据。") << "\n\n";
    for (const Command& command : commands)
        out << synopsis(command) << "\n    " << translated(command.meaning) << "\n";
    out << "\n"
        << Text::tr("退出码：0 完成；1 未做（原因见错误输出，什么都没有改动）；2 用法不对。")
        << "\n";
}

void printHelp(const Command& command, QTextStream& out) {
    out << synopsis(command) << "\n    " << translated(command.meaning) << "\n";
    for (const OptionSpec& option : command.options)
        out << "    --" << option.name << (option.value ? " " : "")
            << (option.value ? option.value : "") << "  " << translated(option.meaning) << "\n";
}

// A damaged store: which backup is whole, and the command that puts it back.
void adviseBackup(const Call& call, const Error& error) {
    const QString store = call.words.value(0);
    const bool isDamaged = error.code == ErrorCode::Damaged
        || (error.code == ErrorCode::BadFile && QFileInfo::exists(backupFolderOf(store)));
    if (!isDamaged) return;
    const auto backup = lastGoodBackup(store);
    if (!backup) {
        call.err << Text::tr("没有找到完好的备份：%1").arg(shownPath(backupFolderOf(store)))
                 << "\n";
        return;
    }
    call.err << Text::tr("最近一份完好的备份：%1（%2）")
                    .arg(shownPath(backup->path), backup->madeAt.toString(u"yyyy-MM-dd HH:mm"_s))
             << "\n"
             << Text::tr("恢复它：baolei-cli restore \"%1\" \"%2\"")
                    .arg(shownPath(backup->path), shownPath(store))
             << "\n";
}

bool takes(const Command& command, qsizetype words) {
    const qsizetype least
        = std::count_if(command.words.begin(), command.words.end(),
                        [](const QString& word) { return !word.startsWith(u'['); });
    const bool isOpen = command.words.last().endsWith(u"…]"_s);
    return words >= least && (isOpen || words <= command.words.size());
}

Result<Call> parse(const Command& command, const QStringList& arguments, QTextStream& out,
                   QTextStream& err, const Clock& clock) {
    QCommandLineParser parser;
    for (const OptionSpec& option : command.options) {
        QStringList names{QLatin1String(option.name)};
        if (names.first() == u"output"_s) names.append(u"o"_s);
        parser.addOption(QCommandLineOption(
            names, {}, option.value ? QString::fromUtf8(option.value) : QString()));
    }
    const bool isRead = parser.parse(arguments);
    if (!isRead || !takes(command, parser.positionalArguments().size()))
        return fail(ErrorCode::Usage,
                    parser.unknownOptionNames().isEmpty()
                        ? Text::tr("命令的写法不对")
                        : Text::tr("没有“%1”这个选项").arg(parser.unknownOptionNames().first()),
                    Text::tr("正确写法：%1").arg(synopsis(command)));
    Call call{parser.positionalArguments(), {}, out, err, clock};
    for (const OptionSpec& option : command.options) {
        const QString name = QLatin1String(option.name);
        if (parser.isSet(name)) call.options.insert(name, parser.values(name));
    }
    return call;
}
}

void Call::printJson(const QJsonObject& object) const {
    out << QJsonDocument(object).toJson(QJsonDocument::Indented);
}

void Call::printJson(const QJsonArray& array) const {
    out << QJsonDocument(array).toJson(QJsonDocument::Indented);
}

StoreOptions storeOptions(const Clock& clock) {
    StoreOptions options;
    options.clock = &clock;
    options.actor = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return options;
}

Result<std::unique_ptr<Store>> openStore(const QString& path, const Clock& clock) {
    auto store = Store::open(path, storeOptions(clock));
    if (!store) return store;
    if (const auto may = (*store)->mayWrite(); !may) return fail(may.error());
    return store;
}

Result<Reader> openReaderAsItIs(const Call& call) {
    const QString& path = call.words[0];
    if (const auto fine = checkIsStoreFile(path); !fine) return fail(fine.error());
    auto reader = Reader::open(path);
    if (!reader) return reader;
    if (const auto version = schemaOf(reader->connection()); !version) return fail(version.error());
    return reader;
}

Result<Reader> openReader(const Call& call) {
    auto reader = openReaderAsItIs(call);
    if (!reader) return reader;
    const auto version = schemaOf(reader->connection());
    if (!version) return fail(version.error());
    if (*version == newestSchema()) return reader;
    const auto store = Store::open(call.words[0], storeOptions(call.clock));
    if (!store) return fail(store.error());
    call.err << Text::tr("数据文件是旧版本的程序写的，已升级；升级前的样子留在 %1")
                    .arg((*store)->copyBeforeMigration())
             << Qt::endl;
    return openReaderAsItIs(call);
}

Result<Id<Organisation>> scopeOf(const Call& call, const Reader& reader) {
    if (!call.has("org")) return Id<Organisation>{};
    const auto organisation = organisationNamed(reader, call.option("org"));
    if (!organisation) return fail(organisation.error());
    return organisation->id;
}

Result<QDate> dayOf(const Call& call, const char* option) {
    if (!call.has(option)) return QDate();
    const QDate day = QDate::fromString(call.option(option), Qt::ISODate);
    if (day.isValid()) return day;
    return fail(ErrorCode::Usage, Text::tr("日期“%1”看不懂").arg(call.option(option)),
                Text::tr("请写成 2026-09-15"));
}

bool needsFonts(const QStringList& arguments) {
    const QList<Command> commands = allCommands();
    const Command* command = find(commands, arguments.value(1));
    return command && command->needsFonts;
}

int runCli(const QStringList& arguments, QTextStream& out, QTextStream& err, const Clock& clock) {
    const QList<Command> commands = allCommands();
    const QString name = arguments.value(1);
    if (name == u"--help"_s || name == u"-h"_s || name == u"help"_s) {
        printHelp(commands, out);
        return 0;
    }
    const Command* command = find(commands, name);
    if (!command) {
        err << (name.isEmpty() ? Text::tr("请写明要做什么")
                               : Text::tr("没有“%1”这个命令").arg(name))
            << "\n";
        printHelp(commands, err);
        return 2;
    }
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        printHelp(*command, out);
        return 0;
    }
    const auto call = parse(*command, arguments.sliced(1), out, err, clock);
    Result<void> done = call ? command->run(*call) : fail(call.error());
    out.flush();
    // What nobody can read has not been told: a full disk behind `> file` must not look like done.
    if (done && out.status() == QTextStream::WriteFailed)
        done = fail(ErrorCode::Io, Text::tr("命令已执行，但结果没有写全"),
                    Text::tr("请检查输出到的磁盘是否已满"));
    if (done) return 0;
    err << done.error().text() << "\n";
    if (call) adviseBackup(*call, done.error());
    return done.error().code == ErrorCode::Usage ? 2 : 1;
}

} // namespace baolei::cli
