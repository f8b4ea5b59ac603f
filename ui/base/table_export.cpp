#include "ui/base/table_export.h"

#include "core/base/files.h"
#include "core/people/roster_export.h"
#include "ui/base/ask.h"
#include "ui/base/background.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(TableExport)
};
}

void exportShown(QWidget* parent, Navigator& navigator, const RecordModelBase& model,
                 const QString& name, const QString& suffix) {
    const auto path = ask::saveFile(
        parent, {u"tables"_s, Text::tr("导出"), Text::tr("表格 (*.xlsx);;逗号分隔 (*.csv)")},
        name + suffix, u".xlsx"_s);
    if (!path) return;
    ShownRows shown{name, model.titles(), {}};
    shown.rows.reserve(model.rowCount());
    for (int row = 0; row < model.rowCount(); ++row)
        shown.rows.append(model.textsOfRow(row));
    const auto count = shown.rows.size();
    runInBackground(
        parent, Text::tr("正在导出"),
        [path = *path, shown = std::move(shown)](Progress& progress) {
            return exportRows(
                path, shown, [&](qint64 done) { return progress.report(done, shown.rows.size()); });
        },
        [parent, &navigator, path = *path, count](const Result<void>& done) {
            if (done)
                navigator.say(Text::tr("已导出 %1 行：%2").arg(count).arg(shownPath(path)));
            else
                ask::error(parent, done.error());
        });
}

} // namespace baolei
