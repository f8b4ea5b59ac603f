#include "core/activities/field_rows.h"

#include "core/base/normal_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(FieldRows)
};

constexpr QChar kCellEnd = u'\t';

bool isEmptyRow(const FieldRow& row) {
    return std::all_of(row.begin(), row.end(), [](const QString& cell) { return cell.isEmpty(); });
}

QString rowText(const FieldRow& row, const QList<FieldColumn>& columns) {
    QStringList others;
    for (qsizetype i = 1; i < row.size(); ++i)
        if (!row[i].isEmpty()) others.append(columns[i].title + u'：' + row[i]);
    return others.isEmpty() ? row.first()
                            : Text::tr("%1（%2）").arg(row.first(), others.join(u'；'));
}
}

QList<FieldRow> rowsIn(const QString& stored, const ActivityField& field) {
    QList<FieldRow> rows;
    for (const QString& line : stored.split(u'\n', Qt::SkipEmptyParts)) {
        FieldRow row = line.split(kCellEnd);
        row.resize(field.columns.size());
        if (!isEmptyRow(row)) rows.append(row);
    }
    return rows;
}

QString storedRows(const QList<FieldRow>& rows) {
    QStringList lines;
    for (const FieldRow& row : rows) {
        FieldRow cells;
        for (const QString& cell : row)
            cells.append(normalLine(cell).trimmed());
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        if (!cells.isEmpty()) lines.append(cells.join(kCellEnd));
    }
    return lines.join(u'\n');
}

QStringList namesIn(const QString& text) {
    QStringList names;
    QString name;
    const auto end = [&] {
        if (const QString whole = name.trimmed(); !whole.isEmpty() && !names.contains(whole))
            names.append(whole);
        name.clear();
    };
    for (const QChar c : text) {
        if (u"、，,；;\n\t"_s.contains(c))
            end();
        else
            name += c;
    }
    end();
    return names;
}

QString fieldText(const QString& stored, const ActivityField& field) {
    if (field.type == FieldType::People) return namesIn(stored).join(u'、');
    if (field.type != FieldType::Rows) return stored;
    const QList<FieldRow> rows = rowsIn(stored, field);
    QStringList lines;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString text = rowText(rows[i], field.columns);
        lines.append(rows.size() == 1 ? text : u"%1．%2"_s.arg(i + 1).arg(text));
    }
    return lines.join(u'\n');
}

} // namespace baolei
