#include "ui/people/people_export.h"

#include "core/people/roster_export.h"
#include "ui/base/ask.h"
#include "ui/base/background.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PeopleExport)
};

enum class Extent { Screen, Roster, RosterWithPrivate };

std::optional<Extent> askExtent(QWidget* parent, qsizetype people) {
    const auto chosen
        = ask::choose(parent, Text::tr("导出表里的 %1 人").arg(people),
                      Text::tr("按现在的筛选，一个不多，一个不少。导出的花名册可以再导入。"),
                      {Text::tr("屏幕上的这些栏"), Text::tr("花名册全部栏，不含个人信息"),
                       Text::tr("花名册全部栏，含个人信息…")});
    if (!chosen) return std::nullopt;
    const auto extent = static_cast<Extent>(*chosen);
    if (extent == Extent::RosterWithPrivate
        && !ask::confirm(parent,
                         {Text::tr("确实要带上个人信息吗？"),
                          Text::tr("身份证号、电话和住址会原样写进文件。请只交给有权看的人，"
                                   "用完就删除。"),
                          Text::tr("带上个人信息"),
                          {},
                          true}))
        return std::nullopt;
    return extent;
}

// Columns as on the screen, without the private ones.
QList<RecordColumn<PersonLine>> columnsOf(const ShownPeople& shown, QDate today) {
    static const NameOrder order = NameOrder::Strokes; // nothing is sorted here
    const QList<RecordColumn<PersonLine>> all = personColumns(order, today);
    QList<RecordColumn<PersonLine>> columns;
    for (const QString& key : shown.columns)
        for (const auto& column : all)
            if (column.key == key && !isPrivateColumn(key)) columns.append(column);
    return columns;
}

Result<qint64> writeScreen(const Reader& reader, const QString& path, const ShownPeople& shown,
                           QDate today, const ExportProgress& progress) {
    constexpr int kDigitsOfCharacter = 2;
    constexpr int kPadding = 4;
    const auto columns = columnsOf(shown, today);
    TableFile table;
    table.name = Text::tr("党员名册");
    for (const auto& column : columns)
        table.columns.append({column.title, qreal(column.width * kDigitsOfCharacter + kPadding)});
    qsizetype at = 0;
    bool isStopped = false;
    Result<void> read;
    table.next = [&](QList<CellValue>& row) {
        if (at == shown.people.size()) return false;
        const auto lines = readPersonLines(reader, {shown.people[at++]}, today);
        if (!lines) read = fail(lines.error());
        isStopped = !lines || !progress(at);
        if (isStopped) return false;
        for (const auto& column : columns)
            row.append(column.text(lines->first()));
        return true;
    };
    const auto written = writeWhole(path, table, isStopped);
    if (!read) return fail(read.error());
    if (!written) return fail(written.error());
    return shown.people.size();
}

Result<qint64> writeRoster(const Reader& reader, const QString& path, const ShownPeople& shown,
                           bool withPrivate, const ExportProgress& progress) {
    RosterExport wanted{{}, {}, withPrivate, Leavers::Kept, RosterExport::Chosen()};
    QSet<Id<Organisation>> branches;
    for (const Uuid& id : shown.people) {
        wanted.chosen->people.insert({id});
        const auto done = reader.each("SELECT branch_id FROM live_person WHERE id = :id",
                                      {{":id", id}}, [&](const Row& row) {
                                          const auto branch = row.as<Id<Organisation>>(0);
                                          if (branches.contains(branch)) return;
                                          branches.insert(branch);
                                          wanted.chosen->branches.append(branch);
                                      });
        if (!done) return fail(done.error());
    }
    return exportRoster(reader, path, wanted, progress);
}
}

void exportPeople(QWidget* parent, const PageContext& context, ShownPeople shown) {
    const auto extent = askExtent(parent, shown.people.size());
    if (!extent) return;
    const auto path = ask::saveFile(
        parent,
        {u"export"_s, Text::tr("导出党员名册"), Text::tr("Excel 表格 (*.xlsx);;CSV 文本 (*.csv)")},
        Text::tr("%1党员名册").arg(shown.title), u".xlsx"_s);
    if (!path) return;
    const auto work
        = [store = &context.store, shown = std::move(shown), path = *path, extent = *extent,
           today = context.clock().today()](Progress& progress) -> Result<qint64> {
        const auto reader = store->newReader();
        if (!reader) return fail(reader.error());
        const auto report = [&](qint64 done) { return progress.report(done, shown.people.size()); };
        if (extent == Extent::Screen) return writeScreen(*reader, path, shown, today, report);
        return writeRoster(*reader, path, shown, extent == Extent::RosterWithPrivate, report);
    };
    runInBackground(parent, Text::tr("正在导出"), work,
                    [parent, navigator = &context.navigator](const Result<qint64>& written) {
                        if (!written) {
                            ask::error(parent, written.error());
                        } else {
                            navigator->say(Text::tr("已导出 %1 人").arg(*written));
                        }
                    });
}

} // namespace baolei
