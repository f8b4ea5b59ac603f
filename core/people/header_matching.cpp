#include "core/people/header_matching.h"

#include "core/people/cell_text.h"
#include "core/people/organisation_names.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

QString cellAt(const QStringList& row, qsizetype column) {
    return column < row.size() ? row[column].trimmed() : QString();
}

struct Names {
    QStringList headers;
    QList<const RosterColumn*> columns; ///< null: not known
    /// A cell like the one before it, of which a row may have sixteen thousand.
    void repeatLast() {
        headers.append(headers.last());
        columns.append(columns.last());
    }
    int known() const {
        QSet<QString> different;
        for (const RosterColumn* column : columns)
            if (column) different.insert(column->title);
        return int(different.size());
    }
};

Names namesIn(const QStringList& row) {
    Names out;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (i > 0 && row[i] == row[i - 1]) {
            out.repeatLast();
            continue;
        }
        out.headers.append(cellAt(row, i));
        out.columns.append(columnForHeader(out.headers.back()));
    }
    return out;
}

/// Two rows read as one header: a group stands over the names below it, and reaches to the right
/// until the next group; a name merged downwards stands in the upper row alone.
Names namesIn(const QStringList& upper, const QStringList& lower) {
    Names out;
    QString group;
    for (qsizetype i = 0; i < qMax(upper.size(), lower.size()); ++i) {
        const QString above = cellAt(upper, i);
        const QString below = cellAt(lower, i);
        if (i > 0 && above == cellAt(upper, i - 1) && below == cellAt(lower, i - 1)) {
            out.repeatLast();
            continue;
        }
        if (!above.isEmpty()) group = above;
        if (below.isEmpty()) {
            out.headers.append(above);
            out.columns.append(columnForHeader(above));
            continue;
        }
        // 失联情况 over 日期 says more than either: the joined name goes first.
        // 时间 over 入党 is read the other way round.
        const QString over = plainHeader(group);
        const QString under = plainHeader(below);
        const RosterColumn* joined = columnForHeader(over + under);
        if (!joined && !columnForHeader(below)) joined = columnForHeader(under + over);
        out.headers.append(group == below ? below : group + u' ' + below);
        out.columns.append(joined ? joined : columnForHeader(below));
    }
    return out;
}

/// Groups of groups: of two upper rows, the name that stands lower.
QStringList lowerOf(const QStringList& upper, const QStringList& lower) {
    QStringList out;
    for (qsizetype i = 0; i < qMax(upper.size(), lower.size()); ++i)
        out.append(cellAt(lower, i).isEmpty() ? cellAt(upper, i) : cellAt(lower, i));
    return out;
}

Mapping mappingFrom(const Names& names, int firstRow, int lastRow) {
    Mapping mapping{firstRow, lastRow, names.headers, {}, {}};
    QSet<QString> taken;
    for (int i = 0; i < int(names.columns.size()); ++i) {
        const RosterColumn* column = names.columns[i];
        const bool again = column && taken.contains(column->title);
        const bool kept = column && !again && column->kind != ColumnKind::Ignored;
        if (column) taken.insert(column->title);
        mapping.fields.append(kept ? column->field : QString());
        if (!names.headers[i].isEmpty() && (!column || again)) mapping.unmatched.append(i);
    }
    return mapping;
}

QList<int> filledCells(const QStringList& cells) {
    QList<int> out;
    for (int i = 0; i < int(cells.size()); ++i)
        if (!compactCell(cells[i]).isEmpty()) out.append(i);
    return out;
}

/// A number in a column that is known and not kept, such as 序号 or a computed 党龄: templates have
/// them in rows where nobody stands yet.
bool isFilledInAdvance(QStringView cell, int column, const Mapping& mapping) {
    static const QRegularExpression numberOrError(u"^(\\d[\\d.年岁个月%]*|[.#].*)$"_s);
    if (column >= mapping.headers.size() || !mapping.fields[column].isEmpty()) return false;
    const RosterColumn* known = columnForHeader(mapping.headers[column].section(u' ', -1));
    return known && known->kind == ColumnKind::Ignored
        && numberOrError.match(compactCell(cell)).hasMatch();
}

bool isHeaderAgain(const QStringList& cells, const Mapping& mapping) {
    int same = 0;
    int named = 0;
    for (int i = 0; i < int(mapping.fields.size()); ++i) {
        if (mapping.fields[i].isEmpty()) continue;
        ++named;
        const RosterColumn* column = columnForHeader(cellAt(cells, i));
        if (column && column->field == mapping.fields[i]) ++same;
    }
    return same >= 2 && same * 2 >= named;
}

/// 1 2 3 4 below the names, as forms number their columns; the first ones may be 甲, 乙.
bool isNumbering(const QStringList& cells, const QList<int>& filled) {
    constexpr QStringView kStems = u"甲乙丙丁";
    constexpr qsizetype kFewest = 3;
    constexpr char16_t kBeforeCircledOne = u'\u245f';
    int last = 0;
    for (const int column : filled) {
        const QString text = compactCell(cells[column]).remove(u'(').remove(u')');
        if (last == 0 && text.size() == 1 && kStems.contains(text[0])) continue;
        const bool isCircled = text.size() == 1 && text[0] >= u'①' && text[0] <= u'⑳';
        bool isNumber = isCircled;
        const int number
            = isCircled ? text[0].unicode() - kBeforeCircledOne : text.toInt(&isNumber);
        if (!isNumber || (last == 0 ? number > 1 : number != last + 1)) return false;
        last = number;
    }
    return filled.size() >= kFewest && last > 0;
}

bool isTotal(QStringView first) {
    static const QRegularExpression total(
        u"^(本页|本村|本支部|全镇)?(合计|总计|小计|共计|累计|总数|总人数|合计人数)([:;,(]|\\d|共|$).*$"_s);
    return total.match(compactCell(first)).hasMatch();
}

bool isRemark(QStringView first) {
    static const QRegularExpression remark(u"^(填表人|填报人|填表单位|填报单位|填报日期|填表日期|"
                                           u"填报时间|制表|审核|复核|经办人|负责人|单位负责人|"
                                           u"党组织书记|书记签|采集员|采集人|签字|签名|联系人|注:|"
                                           u"注意|说明|备注:|附注|填表说明|打印日期|"
                                           u"导出日期|第\\d+页|共\\d+[人页名]|以下空白|以上共)"_s);
    return remark.match(compactCell(first)).hasMatch();
}

/// A name beside a number that only a person has: true for nearly every row of a roster, and found
/// without looking at the other cells.
bool isPlainlyPerson(const QStringList& cells, const Mapping& mapping) {
    const int name = mapping.columnOf(u"name");
    const int number = mapping.columnOf(u"id_number");
    if (name < 0 || number < 0 || cells.size() <= qMax(name, number)) return false;
    constexpr qsizetype kShortest = 15;
    const QString& digits = cells[number];
    return !cells[name].trimmed().isEmpty() && digits.size() >= kShortest
        && std::all_of(digits.begin(), digits.begin() + kShortest,
                       [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

int Mapping::columnOf(QStringView field) const {
    for (int i = 0; i < int(fields.size()); ++i)
        if (fields[i] == field) return i;
    return -1;
}

std::optional<Mapping> findHeader(const QList<QStringList>& rows) {
    std::optional<Mapping> best;
    int most = 1; // one known word may stand in a title
    const int count = int(qMin<qsizetype>(rows.size(), kHeaderSearchRows));
    QList<int> known;
    for (int i = 0; i < count; ++i) {
        const Names names = namesIn(rows[i]);
        known.append(names.known());
        if (known[i] > most) {
            most = known[i];
            best = mappingFrom(names, i, i);
        }
    }
    for (int i = 0; i + 1 < count; ++i) {
        const Names both = namesIn(rows[i], rows[i + 1]);
        // The lower row must add names: people below a plain header only hide some.
        if (both.known() > most) {
            most = both.known();
            best = mappingFrom(both, i, i + 1);
        }
    }
    for (int i = 0; i + 2 < count; ++i) {
        const Names all = namesIn(lowerOf(rows[i], rows[i + 1]), rows[i + 2]);
        if (all.known() > most) {
            most = all.known();
            best = mappingFrom(all, i, i + 2);
        }
    }
    return best;
}

QString sectionName(QStringView text) {
    static const QRegularExpression number(
        u"^([一二三四五六七八九十\\d]+[、.]|\\([一二三四五六七八九十\\d]+\\))"_s);
    static const QRegularExpression count(u"(\\([^()]*\\d+[人名个]?[^()]*\\)|共?\\d+[人名])$"_s);
    return compactCell(text).remove(number).remove(count);
}

RowKind rowKind(const QStringList& cells, const Mapping& mapping) {
    if (isPlainlyPerson(cells, mapping)) return RowKind::Person;
    QList<int> filled = filledCells(cells);
    if (filled.isEmpty()) return RowKind::Blank;
    const QString first = cells[filled.first()];
    if (isHeaderAgain(cells, mapping) || isNumbering(cells, filled)) return RowKind::Header;
    if (isTotal(first)) return RowKind::Total;
    // A person's row may lack much, but does not begin like this and end at once.
    constexpr qsizetype kFewCells = 4;
    if (filled.size() <= kFewCells && isRemark(first)) return RowKind::Remark;
    filled.removeIf([&](int column) { return isFilledInAdvance(cells[column], column, mapping); });
    if (filled.isEmpty()) return RowKind::Blank;
    if (filled.size() > 1) return RowKind::Person;
    if (!organisationName(sectionName(cells[filled.first()]), {}).type.isEmpty())
        return RowKind::Section;
    return filled.first() == mapping.columnOf(u"name") ? RowKind::Person : RowKind::Remark;
}

} // namespace baolei
