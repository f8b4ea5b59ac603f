#pragma once
// Small rosters made in the test, with our own writer.

#include "core/people/id_number.h"
#include "core/people/queries.h"
#include "core/people/roster_import.h"
#include "core/spreadsheet/csv_writer.h"
#include "core/spreadsheet/xlsx_writer.h"
#include "tests/support/town.h"

namespace baolei {

using namespace Qt::StringLiterals;

inline QStringList cells(const QString& line) {
    return line.split(u'|');
}

/// An invented number of the unassigned region.
inline QString idOf(const QString& birth, const QString& order) {
    const QString first = u"329999"_s + birth + order;
    return first + idCheckDigit(first);
}

/// Writes lines of cells, separated by |, as a workbook.
inline QString writeSheet(const QString& path, const QStringList& lines,
                          const QList<CellRange>& merged = {}) {
    auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Plain);
    EXPECT_TRUE(ok(writer));
    (*writer)->addSheet({});
    for (int i = 0; i < int(lines.size()); ++i) {
        QList<CellValue> values;
        for (const QString& cell : cells(lines[i]))
            values.append(cell.isEmpty() ? CellValue{} : CellValue{cell});
        (*writer)->putRow(i + 1, values);
    }
    for (const CellRange& range : merged) {
        const QStringList row = cells(lines[range.firstRow - 1]);
        (*writer)->merge(range, row.value(range.firstColumn));
    }
    EXPECT_TRUE(ok((*writer)->finish()));
    return path;
}

/// The town with a folder for rosters.
struct RosterTown : Town {
    ImportOptions options{clock.today()};
    int files = 0;

    QString file(const QStringList& lines, const QList<CellRange>& merged = {}) {
        return writeSheet(folder.path(u"花名册%1.xlsx"_s.arg(++files)), lines, merged);
    }
    ImportPlan planOf(const QString& path) {
        auto plan = planImport(path, reader(), options);
        EXPECT_TRUE(ok(plan));
        return plan ? *plan : ImportPlan{};
    }
    ImportPlan plan(const QStringList& lines) { return planOf(file(lines)); }
    ImportPlan import(const QStringList& lines) {
        const ImportPlan made = plan(lines);
        EXPECT_TRUE(ok(applyImport(*store, made)));
        return made;
    }
    Person person(const QString& name) {
        const auto found = reader().all<Person>("WHERE r.name = :name", {{":name", name}});
        EXPECT_TRUE(ok(found));
        EXPECT_EQ(found->size(), 1) << name.toStdString();
        return found->value(0);
    }
    qint64 count(const QByteArray& table) {
        return reader().integer("SELECT count(*) FROM " + table).value_or(-1);
    }
};

/// What is said of each row: codes, or the verdict where there are none.
inline QStringList said(const ImportPlan& plan) {
    QStringList all;
    for (const PlannedRow& row : plan.rows)
        all.append(row.reasons ? reasonCodes(row.reasons).join(u' ') : verdictCode(row.verdict));
    return all;
}

} // namespace baolei
