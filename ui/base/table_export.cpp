#include "ui/base/table_export.h"

#include "core/base/files.h"
#include "core/forms/pdf.h"
#include "core/forms/table_document.h"
#include "core/people/roster_export.h"
#include "ui/base/ask.h"
#include "ui/base/background.h"

#include <QCoreApplication>
#include <QTimer>
#include <QWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(TableExport)
};

constexpr int kRowsAtOnce = 500;

// The texts of a long table are made by its columns, on the window's thread: some rows at a time,
// so that the window goes on. A table that shows something else meanwhile is gathered anew.
class Gathering final : public QObject {
public:
    using Done = std::function<void(QList<QStringList>&&)>;

    Gathering(const RecordModelBase& model, QObject* parent, Done done)
        : QObject(parent)
        , m_model(model)
        , m_done(std::move(done)) {
        const auto again = [this] { m_rows.clear(); };
        connect(&model, &QAbstractItemModel::modelReset, this, again);
        connect(&model, &QAbstractItemModel::layoutChanged, this, again);
        connect(&model, &QObject::destroyed, this, &Gathering::end);
        connect(&m_next, &QTimer::timeout, this, &Gathering::gather);
        m_next.start(0);
        gather(); // a short table needs no more
    }

private:
    void gather() {
        const int rows = m_model.rowCount();
        const int until = qMin(rows, int(m_rows.size()) + kRowsAtOnce);
        for (int row = int(m_rows.size()); row < until; ++row)
            m_rows.append(m_model.textsOfRow(row));
        if (until < rows) return;
        m_done(std::move(m_rows));
        end();
    }
    void end() {
        m_next.stop();
        deleteLater();
    }

    const RecordModelBase& m_model;
    Done m_done;
    QList<QStringList> m_rows;
    QTimer m_next;
};

// What only pages have.
struct PaperWords {
    QString title;
    QString legend;
};

// As pages: the table itself is what is to hang on the wall or to lie before the meeting.
Result<void> printRows(const QString& path, const ShownRows& shown, const PaperWords& words,
                       Progress& progress) {
    const Fonts fonts;
    const QString count = Text::tr("共 %1 行").arg(shown.rows.size());
    const QString note = words.legend.isEmpty() ? count : count + u"　　"_s + words.legend;
    const auto document = tableDocument({words.title, note, shown.headers, shown.rows}, fonts);
    if (!document) return fail(document.error());
    return writePdf(*document, path, fonts, std::ref(progress));
}

bool isPaper(const QString& path) {
    return path.endsWith(u".pdf"_s, Qt::CaseInsensitive);
}

void write(QWidget* parent, Navigator& navigator, const QString& path, ShownRows&& shown,
           const PaperWords& words) {
    const auto count = shown.rows.size();
    runInBackground(
        parent, Text::tr("正在导出"),
        [path, shown = std::move(shown), words](Progress& progress) {
            if (isPaper(path)) return printRows(path, shown, words, progress);
            return exportRows(
                path, shown, [&](qint64 done) { return progress.report(done, shown.rows.size()); });
        },
        [parent, &navigator, path, count](const Result<void>& done) {
            if (!done) {
                ask::error(parent, done.error());
                return;
            }
            navigator.say(Text::tr("已导出 %1 行：%2").arg(count).arg(shownPath(path)));
            if (isPaper(path)) ask::openOutside(path);
        });
}
}

void exportShown(QWidget* parent, Navigator& navigator, const RecordModelBase& model,
                 const QString& name, const QString& suffix, const QString& legend) {
    const auto path = ask::saveFile(parent,
                                    {u"tables"_s, Text::tr("导出"),
                                     Text::tr("表格 (*.xlsx);;打印稿 (*.pdf);;逗号分隔 (*.csv)")},
                                    name + suffix, u".xlsx"_s);
    if (!path) return;
    const PaperWords words{suffix.isEmpty() ? name : name + u' ' + suffix.mid(1), legend};
    new Gathering(
        model, parent,
        [parent, &navigator, &model, name, words, path = *path](QList<QStringList>&& rows) {
            write(parent, navigator, path, {name, model.titles(), std::move(rows)}, words);
        });
}

} // namespace baolei
