#include "app/cli/command.h"
#include "core/base/files.h"
#include "core/handbook/handbook.h"
#include "core/people/queries.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Result<void> printAllBranches(const Call& call, const Reader& reader, const Period& period,
                              const Fonts& fonts) {
    const auto all = organisations(reader);
    if (!all) return fail(all.error());
    const QString folder = call.option("output");
    if (folder.endsWith(u".pdf"_s) || folder.endsWith(u".xlsx"_s) || !QDir().mkpath(folder))
        return fail(ErrorCode::Usage, Text::tr("打印所有支部时，-o 后面要写一个文件夹"),
                    Text::tr("只打印一个支部，请加 --org 名称"));
    const QString form = call.words[1];
    const auto items
        = printAll(reader, form, branchesIn(*all), period, call.clock.today(), folder, fonts, {});
    int failed = 0;
    for (const BatchItem& item : items) {
        failed += item.path.isEmpty();
        call.out << (item.path.isEmpty() ? item.branch + u"  "_s + item.problem
                                         : shownPath(item.path))
                 << "\n";
    }
    if (failed == items.size() && failed > 0)
        return fail(ErrorCode::Refused, Text::tr("一个支部也没有印成"), items.first().problem);
    return {};
}

bool isForTown(const QString& form) {
    for (const PrintableForm& each : printableForms())
        if (each.id == form) return each.isForTown;
    return false;
}

// Without --org the whole store, which only forms about a town are made of.
Result<PrintSubject> subjectOf(const Call& call, const Reader& reader, const Period& period) {
    if (!call.has("org")) return townSubject(reader, {}, period, call.clock.today());
    const auto branch = organisationNamed(reader, call.option("org"));
    if (!branch) return fail(branch.error());
    return PrintSubject{*branch, period, call.clock.today()};
}

Result<void> print(const Call& call) {
    if (!call.has("period") || !call.has("output"))
        return fail(
            ErrorCode::Usage, Text::tr("缺少 --period 或 -o"),
            Text::tr("请写成 print 数据文件 handbook --org 支部 --period 2026 -o 手册.pdf"));
    const auto period = Period::parse(call.option("period"));
    if (!period) return fail(period.error());
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const Fonts fonts;
    const QString form = call.words[1];
    if (!call.has("org") && !isForTown(form))
        return printAllBranches(call, *reader, *period, fonts);
    const auto subject = subjectOf(call, *reader, *period);
    if (!subject) return fail(subject.error());
    const QString path = call.option("output");
    const auto pages = printToFile(*reader, form, *subject, path, fonts);
    if (!pages) return fail(pages.error());
    call.out << Text::tr("已写成 %1 页：%2")
                    .arg(*pages)
                    .arg(shownPath(QFileInfo(path).absoluteFilePath()))
             << "\n";
    return {};
}

Result<void> forms(const Call& call) {
    QStringList problems;
    for (const PrintableForm& form : printableForms(&problems))
        call.out << form.id << "  " << form.title << "\n";
    if (problems.isEmpty()) return {};
    return fail(ErrorCode::BadFile, problems.join(u"。\n"_s));
}
}

QList<Command> printCommands() {
    return {
        {"print",
         {u"STORE"_s, u"FORM"_s},
         QT_TRANSLATE_NOOP(
             "Cli", "打印一张表或整本手册（handbook）；不写 --org 时每个支部一份，台账是全镇一份"),
         {{"org", "NAME", QT_TRANSLATE_NOOP("Cli", "党支部")},
          {"period", "2026|2026-11", QT_TRANSLATE_NOOP("Cli", "期间：年、季度或月")},
          {"output", "FILE.pdf|FILE.xlsx", QT_TRANSLATE_NOOP("Cli", "写到哪里，也可写 -o")}},
         print,
         true},
        {"forms", {}, QT_TRANSLATE_NOOP("Cli", "列出可以打印的表"), {}, forms, true},
    };
}

} // namespace baolei::cli
