#include "app/cli/command.h"
#include "app/cli/listing.h"
#include "core/base/files.h"
#include "core/people/finder.h"
#include "core/people/roster_import.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

void printRemarks(const Call& call, const ImportPlan& plan) {
    for (const PlannedRow& row : plan.rows) {
        if (row.reasons == 0) continue;
        const QString verdict = row.verdict == Verdict::Refuse ? Text::tr("退回")
            : row.verdict == Verdict::Warn                     ? Text::tr("提醒")
                                                               : Text::tr("收下");
        // A row without a name is told by its number alone.
        const QString who = row.name.isEmpty() ? verdict : verdict + u' ' + row.name;
        call.out << Text::tr("第%1行 %2：%3")
                        .arg(plan.placeOf(row.sheet, row.row))
                        .arg(who, reasonTexts(row.reasons).join(u'；'))
                 << "\n";
    }
}

void printChanges(const Call& call, const ImportPlan& plan) {
    for (const PlannedBranch& branch : plan.branches)
        if (branch.state == PlannedBranch::State::New && branch.rows > 0)
            call.out << Text::tr("新建党组织：%1（%2），%3 人")
                            .arg(branch.organisation.shortName, branch.organisation.name)
                            .arg(branch.rows)
                     << "\n";
    for (const PlannedChange& change : plan.changes)
        // Who has a new telephone number is told, and not which.
        call.out << Text::tr("第%1行 %2 %3：")
                        .arg(plan.placeOf(change.sheet, change.row), change.name, change.column)
                 << (change.isPrivate ? Text::tr("有变化")
                                      : u"%1 → %2"_s.arg(change.before, change.after))
                 << "\n";
    for (const QString& note : plan.notes)
        call.out << Text::tr("说明：%1").arg(note) << "\n";
}

void printPlan(const Call& call, const ImportPlan& plan) {
    if (call.has("json")) {
        call.printJson(jsonOf(plan));
        return;
    }
    printRemarks(call, plan);
    printChanges(call, plan);
    call.out << Text::tr(
                    "共 %1 行：收下 %2（其中提醒 %3），退回 %4；新增 %5 人，更新 %6 人，不变 %7 人")
                    .arg(plan.rows.size())
                    .arg(plan.accepted())
                    .arg(plan.warned)
                    .arg(plan.refused)
                    .arg(plan.added)
                    .arg(plan.changed)
                    .arg(plan.same)
             << "\n";
}

Result<void> reject(const Call& call, const ImportPlan& plan) {
    if (!call.has("rejects")) return {};
    const QString path = call.option("rejects");
    if (const auto written = writeRejects(plan, path); !written) return written;
    if (plan.refused > 0 && !call.has("json"))
        call.out << Text::tr("退回的 %1 行写在：%2，改好后可以再导入")
                        .arg(plan.refused)
                        .arg(shownPath(path))
                 << "\n";
    return {};
}

Result<void> dryRun(const Call& call) {
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto plan = planImport(call.words[1], *reader, {call.clock.today()});
    if (!plan) return fail(plan.error());
    if (const auto written = reject(call, *plan); !written) return written;
    printPlan(call, *plan);
    if (!call.has("json")) call.out << Text::tr("这是试读，什么都没有导入") << "\n";
    return {};
}

Result<void> import(const Call& call) {
    if (call.has("rejects") && QFileInfo(call.option("rejects")).suffix().toLower() != u"xlsx")
        return fail(ErrorCode::Usage, Text::tr("退回的行只能写成 .xlsx 文件"),
                    Text::tr("请把 --rejects 后面的文件名改成以 .xlsx 结尾"));
    if (call.has("dry-run")) return dryRun(call);
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto plan = planImport(call.words[1], (*store)->reader(), {call.clock.today()});
    if (!plan) return fail(plan.error());
    // First the workbook: where it cannot be written, nothing has been changed yet.
    if (const auto written = reject(call, *plan); !written) return written;
    if (const auto done = applyImport(**store, *plan); !done) return done;
    printPlan(call, *plan);
    return {};
}

Result<void> search(const Call& call) {
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto finder = Finder::load(*reader);
    if (!finder) return fail(finder.error());
    const auto found = describeFound(*reader, finder->find(call.words[1]));
    if (!found) return fail(found.error());
    for (const FoundPerson& person : *found)
        call.out << person.name << "  " << person.branch
                 << (person.hasLeft ? Text::tr("（已离开）") : QString()) << "\n";
    if (found->isEmpty()) call.err << Text::tr("没有找到") << "\n";
    return {};
}
}

QList<Command> peopleCommands() {
    static const OptionSpec json{"json", nullptr, QT_TRANSLATE_NOOP("Cli", "按 JSON 输出")};
    return {
        {"import",
         {u"STORE"_s, u"FILE"_s},
         QT_TRANSLATE_NOOP("Cli", "导入花名册（.xlsx .xls .ods .csv），一次撤销可全部收回"),
         {{"dry-run", nullptr, QT_TRANSLATE_NOOP("Cli", "只试读，不导入")},
          json,
          {"rejects", "FILE.xlsx", QT_TRANSLATE_NOOP("Cli", "把退回的行和原因写成表格")}},
         import},
        {"list",
         {u"STORE"_s, u"orgs|people|activities"_s},
         QT_TRANSLATE_NOOP("Cli", "列出党组织、党员或组织生活"),
         {{"org", "NAME", QT_TRANSLATE_NOOP("Cli", "只列这个党组织及其下级")},
          {"period", "2026|2026-11", QT_TRANSLATE_NOOP("Cli", "组织生活的期间，默认今年")},
          {"kind", "KIND", QT_TRANSLATE_NOOP("Cli", "只列这一类组织生活，如 党课")},
          json,
          {"csv", nullptr, QT_TRANSLATE_NOOP("Cli", "按 CSV 输出")},
          {"private", nullptr, QT_TRANSLATE_NOOP("Cli", "连同身份证号、电话、住址")}},
         list},
        {"search",
         {u"STORE"_s, u"TEXT"_s},
         QT_TRANSLATE_NOOP("Cli", "按姓名、拼音、首字母，或身份证、电话的末几位找人"),
         {},
         search},
    };
}

} // namespace baolei::cli
