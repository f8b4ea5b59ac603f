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

Result<qint64> writeScreen(const QString& path, const ShownPeople& shown, QDate today) {
    const NameOrder order = NameOrder::Strokes; // nothing is sorted here
    const QList<RecordColumn<PersonLine>> all = personColumns(order, today);
    QList<const RecordColumn<PersonLine>*> columns;
    QStringList titles;
    for (const QString& key : shown.columns)
        for (const auto& column : all)
            if (column.key == key && !isPrivateColumn(key)) {
                columns.append(&column);
                titles.append(column.title);
            }
    QList<QStringList> rows;
    rows.reserve(shown.lines.size());
    for (const PersonLine& line : shown.lines) {
        QStringList& row = rows.emplaceBack();
        for (const auto* column : columns)
            row.append(column->text(line));
    }
    const auto written = exportRows(path, Text::tr("党员名册"), titles, rows);
    if (!written) return fail(written.error());
    return rows.size();
}

Result<qint64> writeRoster(const Store& store, const QString& path, const ShownPeople& shown,
                           bool withPrivate) {
    const auto reader = store.newReader();
    if (!reader) return fail(reader.error());
    RosterExport wanted{{}, {}, withPrivate, Leavers::Kept, RosterExport::Chosen()};
    QSet<Id<Organisation>> branches;
    for (const PersonLine& line : shown.lines) {
        wanted.chosen->people.insert(line.person.id);
        if (branches.contains(line.person.branchId)) continue;
        branches.insert(line.person.branchId);
        wanted.chosen->branches.append(line.person.branchId);
    }
    return exportRoster(*reader, path, wanted);
}
}

void exportPeople(QWidget* parent, const PageContext& context, ShownPeople shown) {
    const auto extent = askExtent(parent, shown.lines.size());
    if (!extent) return;
    const auto path = ask::saveFile(
        parent,
        {u"export"_s, Text::tr("导出党员名册"), Text::tr("Excel 表格 (*.xlsx);;CSV 文本 (*.csv)")},
        Text::tr("%1党员名册").arg(shown.title), u".xlsx"_s);
    if (!path) return;
    const auto work
        = [store = &context.store, shown = std::move(shown), path = *path, extent = *extent,
           today = context.clock().today()](Progress&) -> Result<qint64> {
        if (extent == Extent::Screen) return writeScreen(path, shown, today);
        return writeRoster(*store, path, shown, extent == Extent::RosterWithPrivate);
    };
    runInBackground(
        parent, Text::tr("正在导出"), work,
        [parent, navigator = &context.navigator](const Result<qint64>& written) {
            if (!written) {
                ask::error(parent, written.error());
            } else {
                navigator->say(Text::tr("已导出 %1 人").arg(*written));
            }
        },
        BackgroundLook::Steady);
}

} // namespace baolei
