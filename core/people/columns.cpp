#include "core/people/columns.h"

#include "core/base/data_files.h"
#include "core/people/cell_text.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

ColumnKind kindOf(const QString& text) {
    static const QHash<QString, ColumnKind> kinds{
        {u"name"_s, ColumnKind::Name},      {u"id"_s, ColumnKind::IdNumber},
        {u"date"_s, ColumnKind::Date},      {u"yes_no"_s, ColumnKind::YesNo},
        {u"code"_s, ColumnKind::Code},      {u"number"_s, ColumnKind::Number},
        {u"post"_s, ColumnKind::Post},      {u"organisation"_s, ColumnKind::Organisation},
        {u"ignored"_s, ColumnKind::Ignored}};
    return kinds.value(text, ColumnKind::Text);
}

QStringList wordsIn(const QJsonValue& json) {
    QStringList words;
    for (const auto& word : json.toArray())
        words.append(word.toString());
    return words;
}

RosterColumn readColumn(const QJsonObject& json) {
    RosterColumn column;
    column.field = json["field"_L1].toString();
    column.title = json["title"_L1].toString();
    column.kind = kindOf(json["kind"_L1].toString());
    column.table = json["table"_L1].toString();
    column.isPrivate = json["private"_L1].toBool();
    column.synonyms = wordsIn(json["synonyms"_L1]);
    return column;
}

struct Columns {
    QList<RosterColumn> list;
    QHash<QString, qsizetype> byHeader;
    QStringList prefixes; ///< words around a name that do not change it: 本人, 所属
    QStringList suffixes; ///< 名称, 情况
};

const Columns& columns() {
    static const Columns loaded = [] {
        Columns out;
        const Result<QByteArray> file = readDataFile(u"people/columns.json"_s);
        if (!file) return out;
        const QJsonObject root = QJsonDocument::fromJson(*file).object();
        out.prefixes = wordsIn(root["prefixes"_L1]);
        out.suffixes = wordsIn(root["suffixes"_L1]);
        for (const auto& json : root["columns"_L1].toArray())
            out.list.append(readColumn(json.toObject()));
        for (qsizetype i = 0; i < out.list.size(); ++i) {
            out.byHeader.insert(out.list[i].title.toUpper(), i);
            for (const QString& synonym : out.list[i].synonyms)
                out.byHeader.insert(synonym.toUpper(), i);
        }
        return out;
    }();
    return loaded;
}

const RosterColumn* columnNamed(const QString& name) {
    const auto found = columns().byHeader.constFind(name.toUpper());
    return found == columns().byHeader.constEnd() ? nullptr : &columns().list[*found];
}

/// The name without a word in front of it or behind it: 本人联系电话2, 所属党支部名称.
const RosterColumn* columnInside(const QString& name) {
    static const QRegularExpression count(u"[0-9一二三]$"_s);
    QStringList starts{name};
    for (const QString& prefix : columns().prefixes)
        if (name.startsWith(prefix)) starts.append(name.sliced(prefix.size()));
    for (const QString& start : starts) {
        QStringList names{start, QString(start).remove(count)};
        for (const QString& suffix : columns().suffixes)
            if (start.endsWith(suffix)) names.append(start.chopped(suffix.size()));
        for (const QString& each : names)
            if (const RosterColumn* column = columnNamed(each)) return column;
    }
    return nullptr;
}

} // namespace

const QList<RosterColumn>& rosterColumns() {
    return columns().list;
}

const RosterColumn* rosterColumn(QStringView field) {
    for (const RosterColumn& column : columns().list)
        if (column.field == field && !field.isEmpty()) return &column;
    return nullptr;
}

QString plainHeader(QStringView header) {
    static const QRegularExpression hints(
        u"\\([^()]*\\)|\\[[^\\[\\]]*\\]|【[^【】]*】|〔[^〔〕]*〕"_s);
    static const QRegularExpression numbering(u"^\\d{1,2}[.、,:\\-]?(?=\\p{Han})"_s);
    static const QRegularExpression marks(u"[*★☆※▲△#:;、,.。\"“”]+"_s);
    const QString whole = compactCell(header);
    QString text = whole;
    text.remove(hints);
    text.remove(numbering).remove(marks);
    // 党员(姓名) without its bracket is another word, but a header all in brackets is its own name.
    return text.isEmpty() ? QString(whole).remove(QRegularExpression(u"[()\\[\\]【】〔〕]"_s))
                          : text;
}

const RosterColumn* columnForHeader(QStringView header) {
    const QString name = plainHeader(header);
    if (name.isEmpty()) return nullptr;
    if (const RosterColumn* column = columnNamed(name)) return column;
    // 姓 名/身份证号: either name will do. 是否失联及失联日期 has no part that is a name by itself.
    static const QRegularExpression either(u"[/|\\\\]|或者?"_s);
    const QStringList parts = name.split(either, Qt::SkipEmptyParts);
    if (parts.size() > 1)
        for (const QString& part : parts)
            if (const RosterColumn* column = columnNamed(part)) return column;
    return columnInside(name);
}

} // namespace baolei
