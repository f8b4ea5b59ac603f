#include "app/cli/command.h"
#include "core/base/files.h"
#include "core/store/backup.h"
#include "core/store/history.h"
#include "core/store/verify.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Result<void> init(const Call& call) {
    const QString town = call.option("town");
    if (town.trimmed().isEmpty())
        return fail(ErrorCode::Usage, Text::tr("缺少乡镇名称"),
                    Text::tr("请写成 init 文件 --town 名称"));
    const auto store = Store::create(call.words[0], town.trimmed(), storeOptions(call.clock));
    if (!store) return fail(store.error());
    call.out << Text::tr("已建立“%1”的数据文件：%2").arg(town.trimmed(), shownPath(call.words[0]))
             << "\n";
    return {};
}

QJsonObject jsonOf(const OperationInfo& info) {
    return {{u"seq"_s, info.seq},
            {u"key"_s, QString::fromUtf8(info.key)},
            {u"label"_s, info.label},
            {u"actor"_s, info.actor},
            {u"time"_s, info.wallTime.toString(Qt::ISODate)},
            {u"clock"_s, info.clock},
            {u"lines"_s, info.lines},
            {u"reverted"_s, info.isReverted}};
}

/// How many steps are asked for.
Result<HistoryFilter> filterOf(const Call& call) {
    HistoryFilter filter;
    if (!call.has("limit")) return filter;
    bool isNumber = false;
    filter.limit = call.option("limit").toLongLong(&isNumber);
    if (isNumber && filter.limit > 0) return filter;
    return fail(ErrorCode::Usage, Text::tr("步数“%1”看不懂").arg(call.option("limit")),
                Text::tr("请写成一个正整数，如 --limit 50"));
}

Result<void> history(const Call& call) {
    const auto filter = filterOf(call);
    if (!filter) return fail(filter.error());
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto found = operations(*reader, *filter);
    if (!found) return fail(found.error());
    QJsonArray array;
    for (const OperationInfo& info : *found) {
        if (call.has("json")) {
            array.append(jsonOf(info));
            continue;
        }
        call.out << info.seq << "  " << info.wallTime.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)
                 << "  " << info.actor << "  " << info.label
                 << (info.isReverted ? Text::tr("（已撤销）") : QString()) << "\n";
    }
    if (call.has("json")) call.printJson(array);
    return {};
}

using TakingBack = Result<OperationInfo> (Store::*)(const Store::WorkProgress&);

Result<void> takeBack(const Call& call, TakingBack action, const QString& said) {
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto done = ((**store).*action)({});
    if (!done) return fail(done.error());
    call.out << said.arg(done->label) << "\n";
    return {};
}

Result<void> undo(const Call& call) {
    return takeBack(call, &Store::undo, Text::tr("已撤销：%1"));
}

Result<void> redo(const Call& call) {
    return takeBack(call, &Store::redo, Text::tr("已重做：%1"));
}

Result<void> backup(const Call& call) {
    const auto made = backUp(call.words[0], call.words[1], call.clock);
    if (!made) return fail(made.error());
    call.out << Text::tr("已备份并检查：%1").arg(shownPath(*made)) << "\n";
    return {};
}

Result<void> restore(const Call& call) {
    const auto kept = restoreBackup(call.words[0], call.words[1], call.clock);
    if (!kept) return fail(kept.error());
    call.out << Text::tr("已从备份恢复：%1").arg(shownPath(call.words[1])) << "\n";
    if (!kept->isEmpty())
        call.out << Text::tr("恢复前的数据留在：%1").arg(shownPath(*kept)) << "\n";
    return {};
}

Result<void> verify(const Call& call) {
    const auto reader = openReaderAsItIs(call);
    if (!reader) return fail(reader.error());
    const auto report = verifyStore(*reader);
    if (!report) return fail(report.error());
    if (report->problems.isEmpty()) {
        call.out << Text::tr("数据完好：%1 步操作、%2 条记录，逐条核对无误")
                        .arg(report->operations)
                        .arg(report->records)
                 << "\n";
        return {};
    }
    return fail(ErrorCode::BadFile, report->problems.join(u"。\n"_s),
                Text::tr("请先复制一份数据文件保存，再从最近一次备份恢复"),
                Text::tr("程序没有改动它"));
}
}

QList<Command> storeCommands() {
    static const OptionSpec json{"json", nullptr, QT_TRANSLATE_NOOP("Cli", "按 JSON 输出")};
    return {
        {"init",
         {u"STORE"_s},
         QT_TRANSLATE_NOOP("Cli", "建立一个乡镇的数据文件"),
         {{"town", "NAME", QT_TRANSLATE_NOOP("Cli", "乡镇名称")}},
         init},
        {"history",
         {u"STORE"_s},
         QT_TRANSLATE_NOOP("Cli", "谁在什么时候做了什么，新的在前"),
         {json, {"limit", "N", QT_TRANSLATE_NOOP("Cli", "最多列出多少步，默认 200")}},
         history},
        {"undo", {u"STORE"_s}, QT_TRANSLATE_NOOP("Cli", "撤销最近一步"), {}, undo},
        {"redo", {u"STORE"_s}, QT_TRANSLATE_NOOP("Cli", "重做刚撤销的一步"), {}, redo},
        {"backup",
         {u"STORE"_s, u"DIR"_s},
         QT_TRANSLATE_NOOP("Cli", "备份到文件夹，并检查备份能用"),
         {},
         backup},
        {"restore",
         {u"BACKUP"_s, u"STORE"_s},
         QT_TRANSLATE_NOOP("Cli", "从备份恢复；现在的数据另存一份"),
         {},
         restore},
        {"verify",
         {u"STORE"_s},
         QT_TRANSLATE_NOOP("Cli", "检查数据文件：结构、引用，以及每条记录与历史是否一致"),
         {},
         verify},
    };
}

} // namespace baolei::cli
