#include "core/people/roster_import.h"
#include "core/people/roster_import_source.h"
#include "core/spreadsheet/xlsx_writer.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RosterImport)
};

constexpr int kRowsBetweenReports = 500;

/// The header as the file has it, unless it would not be understood again without being mapped.
QString headerOf(const Mapping& mapping, int column) {
    const QString& header = mapping.headers[column];
    const QString& field = mapping.fields[column];
    const RosterColumn* understood = columnForHeader(header);
    if (field.isEmpty() || (understood && understood->field == field)) return header;
    return rosterColumn(field) ? rosterColumn(field)->title : header;
}

struct Layout {
    QList<int> columns; ///< of the file; an earlier reason is left out
    bool addsBranch = false;
    QList<CellValue> titles;
    int branchAt = -1; ///< position of the branch in the row to be written
};

Layout layoutOf(const Mapping& mapping) {
    Layout layout;
    for (int i = 0; i < int(mapping.headers.size()); ++i) {
        if (mapping.headers[i] == rejectReasonHeader()) continue;
        if (mapping.fields[i] == u"branch") layout.branchAt = int(layout.columns.size());
        layout.columns.append(i);
        layout.titles.append(headerOf(mapping, i));
    }
    layout.addsBranch = layout.branchAt < 0;
    if (layout.addsBranch) {
        layout.branchAt = int(layout.titles.size());
        layout.titles.append(rosterColumn(u"branch")->title);
    }
    layout.titles.append(rejectReasonHeader());
    return layout;
}

QList<CellValue> rejectedRow(const Layout& layout, const SheetRow& row, const ImportPlan& plan,
                             const PlannedRow& planned) {
    QList<CellValue> values;
    for (const int column : layout.columns)
        values.append(row.text(column));
    if (layout.addsBranch) values.append(QString());
    if (const auto section = plan.sectionOf.constFind({planned.sheet, planned.row});
        section != plan.sectionOf.constEnd())
        values[layout.branchAt] = *section;
    values.append(reasonTexts(planned.reasons).join(u'；'));
    return values;
}

SheetSetup setupOf(const Layout& layout) {
    SheetSetup setup;
    setup.name = Text::tr("退回的行");
    setup.landscape = true;
    setup.frozenRows = 1;
    for (qsizetype i = 0; i < layout.titles.size(); ++i)
        setup.columnWidths.append(i + 1 == layout.titles.size() ? 50 : 14);
    return setup;
}
}

Result<void> writeRejects(const ImportPlan& plan, const QString& path,
                          const ImportProgress& progress) {
    if (plan.refused == 0) return {};
    const QFileInfo info(plan.path);
    if (info.size() != plan.fileSize || info.lastModified() != plan.fileTime)
        return fail(ErrorCode::Refused, Text::tr("花名册文件在读取之后又改动过"),
                    Text::tr("请重新读取，再写出退回的行"));
    const auto goesOn = [&] {
        return !progress || progress(0, 0); // rows that are not refused are read, too
    };
    const auto source = openSpreadsheet(plan.path, goesOn);
    if (!source) return fail(source.error());
    const auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Streaming);
    if (!writer) return fail(writer.error());
    const Layout layout = layoutOf(plan.mapping);
    (*writer)->addSheet(setupOf(layout));
    CellStyle head;
    head.bold = head.wrap = true;
    head.background = 0xF2F2F2;
    (*writer)->putRow(1, layout.titles, (*writer)->addStyle(head.boxed()));
    int written = 1;
    bool isStopped = false;
    auto next = plan.rows.begin();
    for (const int sheet : plan.sheetsRead) {
        const auto read = (*source)->read(sheet, [&](const SheetRow& row) {
            while (next != plan.rows.end() && next->sheet == sheet && next->row < row.number)
                ++next;
            if (next == plan.rows.end() || next->sheet != sheet) return false;
            isStopped = row.number % kRowsBetweenReports == 0 && !goesOn();
            if (isStopped) return false;
            if (next->row == row.number && next->verdict == Verdict::Refuse)
                (*writer)->putRow(++written, rejectedRow(layout, row, plan, *next));
            return true;
        });
        if (!read) return fail(read.error());
        if (isStopped) return fail(ErrorCode::Cancelled, Text::tr("已停止，没有写出文件"));
        while (next != plan.rows.end() && next->sheet == sheet)
            ++next;
    }
    return (*writer)->finish();
}

} // namespace baolei
