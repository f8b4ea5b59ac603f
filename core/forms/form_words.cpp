#include "core/forms/form_words.h"

#include "core/forms/form_attributes.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

const QList<std::pair<QString, ValueFormat>>& formats() {
    static const QList<std::pair<QString, ValueFormat>> all{
        {u"text"_s, ValueFormat::Text},
        {u"date"_s, ValueFormat::Date},
        {u"date-dots"_s, ValueFormat::DottedDate},
        {u"month"_s, ValueFormat::Month},
        {u"day"_s, ValueFormat::DayOfYear},
        {u"day-dots"_s, ValueFormat::DottedDay},
        {u"datetime"_s, ValueFormat::DateTime},
        {u"datetime-range"_s, ValueFormat::DateTimeRange},
        {u"number"_s, ValueFormat::Number},
        {u"check"_s, ValueFormat::Check}};
    return all;
}
}

ValueFormat FormWords::format(const QString& word) {
    QStringList names;
    for (const auto& [name, value] : formats()) {
        if (name == word) return value;
        names.append(name);
    }
    complain(m_xml, Text::tr("没有格式“%1”；可用的格式：%2").arg(word, names.join(u'、')));
    return ValueFormat::Text;
}

bool FormWords::isAllowed(const QString& fullName) {
    const FieldInfo* field = m_fields.find(fullName);
    if (!field) {
        const QString nearest = m_fields.nearest(fullName);
        complain(m_xml,
                 nearest.isEmpty() ? Text::tr("没有字段“%1”").arg(fullName)
                                   : Text::tr("没有字段“%1”，是不是“%2”？").arg(fullName, nearest));
        return false;
    }
    if (m_forDisclosure && !field->onDisclosure) {
        complain(m_xml, Text::tr("公示表不得使用字段“%1”（%2）").arg(fullName, field->meaning));
        return false;
    }
    return true;
}

FieldBinding FormWords::binding(const QString& name, const FieldScopes& scopes) {
    if (name == u"row.number"_s && !scopes.row.isEmpty())
        return {DataScope::RowNumber, name, {}, ValueFormat::Number};
    const auto inList
        = [&](const QString& list) { return !list.isEmpty() && m_fields.find(list + u'.' + name); };
    FieldBinding field{DataScope::Whole, name, {}, ValueFormat::Text};
    QString fullName = name;
    if (inList(scopes.across)) {
        field.scope = DataScope::Across;
        fullName = scopes.across + u'.' + name;
    } else if (inList(scopes.row)) {
        field.scope = DataScope::TableRow;
        fullName = scopes.row + u'.' + name;
    }
    if (!isAllowed(fullName)) return field;
    if (m_fields.find(fullName)->isList)
        complain(m_xml, Text::tr("“%1”是一张名单，不能放进一个格子").arg(name));
    return field;
}

bool FormWords::list(const QString& name) {
    if (!isAllowed(name)) return false;
    if (m_fields.find(name)->isList) return true;
    complain(m_xml, Text::tr("“%1”不是名单，不能逐行列出").arg(name));
    return false;
}

Condition FormWords::condition(const QString& text) {
    Condition when;
    if (text.isEmpty()) return when;
    when.isNegated = text.startsWith(u'!');
    const QString bare = when.isNegated ? text.mid(1) : text;
    when.name = bare.section(u'=', 0, 0).trimmed();
    when.equals = bare.section(u'=', 1).trimmed();
    if (isAllowed(when.name)) when.isList = m_fields.find(when.name)->isList;
    return when;
}

QList<TextPart> FormWords::parts(const QString& words, const FieldScopes& scopes) {
    QList<TextPart> parts;
    const auto addWords = [&parts](const QString& text) {
        if (text.isEmpty()) return;
        if (!parts.isEmpty() && !parts.last().isField)
            parts.last().words += text;
        else
            parts.append({text, false, {}});
    };
    qsizetype at = 0;
    while (at < words.size() && !m_xml.hasError()) {
        const qsizetype open = words.indexOf(u'{', at);
        if (open < 0) break;
        const qsizetype close = words.indexOf(u'}', open);
        if (close < 0) {
            complain(m_xml, Text::tr("“{”后面缺“}”"));
            break;
        }
        addWords(words.mid(at, open - at));
        at = close + 1;
        const QString inside = words.mid(open + 1, close - open - 1);
        if (inside == u"page"_s || inside == u"pages"_s) {
            addWords(u'{' + inside + u'}');
            continue;
        }
        const QStringList ends = inside.section(u'|', 0, 0).split(u".."_s);
        FieldBinding field = binding(ends.first(), scopes);
        if (ends.size() > 1) field.until = binding(ends[1], scopes).name;
        if (inside.contains(u'|')) field.format = format(inside.section(u'|', 1));
        parts.append({{}, true, field});
    }
    addWords(words.mid(at));
    return parts;
}

} // namespace baolei
