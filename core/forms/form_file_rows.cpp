#include "core/forms/form_file.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};
}

const Aligns& alignWords() {
    static const Aligns words{
        {u"left"_s, Align::Left}, {u"center"_s, Align::Center}, {u"right"_s, Align::Right}};
    return words;
}

const Roles& roleWords() {
    static const Roles words{{u"title"_s, FontRole::Title},
                             {u"label"_s, FontRole::Label},
                             {u"body"_s, FontRole::Body},
                             {u"kai"_s, FontRole::Kai},
                             {u"plain"_s, FontRole::Plain}};
    return words;
}

const Borders& borderWords() {
    static const Borders words{
        {u"box"_s, Border::Box}, {u"none"_s, Border::None}, {u"bottom"_s, Border::Bottom}};
    return words;
}

FormRow FormFile::readRow(const FieldScopes& scopes, FormRow::Kind kind) {
    FormRow row;
    row.kind = kind;
    FormAttributes a(m_xml);
    row.height = a.number(u"height"_s, 9, 1, 400);
    if (a.has(u"grow"_s)) {
        row.kind = FormRow::Kind::Grow;
        row.height = a.number(u"grow"_s, 9, 1, 400);
    }
    if (a.has(u"fill"_s)) {
        row.kind = FormRow::Kind::Fill;
        row.height = a.number(u"fill"_s, 20, 1, 400);
    }
    row.when = m_words.condition(a.text(u"if"_s));
    a.refuseOthers();
    while (m_xml.readNextStartElement()) {
        FieldScopes inside = scopes;
        if (name() != u"across"_s) {
            row.cells.append(readCell(inside));
            continue;
        }
        inside.across = scopes.row.isEmpty() ? m_acrossInHead : m_acrossInRow;
        FormAttributes(m_xml).refuseOthers();
        if (m_xml.readNextStartElement()) {
            row.cells.append(readCell(inside));
            row.cells.last().across = true;
        }
        expectEmpty();
    }
    return row;
}

FormCell FormFile::readCell(const FieldScopes& scopes) {
    FormCell cell;
    const QString element = name();
    if (element != u"label"_s && element != u"field"_s && element != u"picture"_s
        && element != u"blank"_s)
        refuseElement(u"label、field、picture、blank、across"_s);
    cell.isLabel = element == u"label"_s;
    cell.isPicture = element == u"picture"_s;
    const bool isSign = element == u"blank"_s;
    FormAttributes a(m_xml);
    cell.span = a.count(u"span"_s, 1);
    cell.rows = a.count(u"rows"_s, 1);
    cell.vertical = a.yes(u"vertical"_s, false);
    cell.endMark = a.yes(u"end-mark"_s, false);
    cell.indent = a.number(u"indent"_s, 0, 0, 20);
    cell.leading = a.number(u"leading"_s, 1.25, 1, 4);
    cell.align = a.choice(u"align"_s, isSign ? Align::Right : Align::Center, alignWords());
    cell.valign = a.choice<VAlign>(
        u"valign"_s, isSign || cell.isPicture ? VAlign::Bottom : VAlign::Middle,
        {{u"top"_s, VAlign::Top}, {u"middle"_s, VAlign::Middle}, {u"bottom"_s, VAlign::Bottom}});
    cell.role = a.choice(u"role"_s, cell.isLabel ? FontRole::Label : FontRole::Body, roleWords());
    cell.size
        = a.number(u"size"_s, cell.isLabel ? m_defaults.labelSize : m_defaults.fieldSize, 5, 100);
    cell.border = a.choice(u"border"_s, m_defaults.border, borderWords());
    const QString bind = a.text(u"bind"_s);
    const QString until = a.text(u"to"_s);
    const QString format = a.text(u"format"_s, u"text"_s);
    a.refuseOthers();
    const QString words = content();
    if (cell.isPicture) {
        if (bind.isEmpty()) complain(m_xml, Text::tr("<picture> 缺属性 bind"));
        cell.picture = m_words.binding(bind, scopes);
        cell.text = m_words.parts(words, scopes);
        return cell;
    }
    if (!bind.isEmpty() && !words.isEmpty())
        complain(m_xml, Text::tr("bind 和格子里的文字只能有一样"));
    if (bind.isEmpty()) {
        cell.text = m_words.parts(words, scopes);
        return cell;
    }
    FieldBinding field = m_words.binding(bind, scopes);
    if (!until.isEmpty()) field.until = m_words.binding(until, scopes).name;
    if (field.scope != DataScope::RowNumber) field.format = m_words.format(format);
    cell.text.append({{}, true, field});
    return cell;
}

// Every row must fill all columns, counting what hangs down from the rows above.
void FormFile::checkSpans(const QList<FormRow>& rows, const FormBlock& block) {
    QList<int> hanging(block.columns.size(), 0);
    for (qsizetype r = 0; r < rows.size(); ++r) {
        qsizetype column = 0;
        const auto skip = [&] {
            while (column < hanging.size() && hanging[column] > 0)
                --hanging[column++];
        };
        bool isOver = false;
        for (const FormCell& cell : rows[r].cells) {
            if (cell.across) continue;
            skip();
            for (int i = 0; i < cell.span; ++i) {
                isOver = isOver || column >= hanging.size() || hanging[column] > 0;
                if (column < hanging.size()) hanging[column++] = cell.rows - 1;
            }
        }
        skip();
        if (isOver || column != hanging.size())
            complain(
                m_xml,
                Text::tr("第%1行的格子与 columns 的 %2 栏对不上").arg(r + 1).arg(hanging.size()));
    }
    if (std::any_of(hanging.begin(), hanging.end(), [](int n) { return n > 0; }))
        complain(m_xml, Text::tr("最后一行有格子的 rows 伸出了表外"));
}

// Words and <br/>; the blanks that come from breaking and indenting the file do not count.
QString FormFile::content() {
    QString words;
    while (!m_xml.atEnd()) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        if (token == QXmlStreamReader::EndElement) break;
        if (token == QXmlStreamReader::StartElement) {
            if (name() != u"br"_s) refuseElement(u"br"_s);
            expectEmpty();
            words += u'\n';
            continue;
        }
        if (token != QXmlStreamReader::Characters) continue;
        const QStringList lines = m_xml.text().toString().split(u'\n');
        words += lines.first();
        for (qsizetype i = 1; i < lines.size(); ++i) {
            qsizetype start = 0;
            while (start < lines[i].size() && (lines[i][start] == u' ' || lines[i][start] == u'\t'))
                ++start;
            words += lines[i].mid(start);
        }
    }
    return words;
}

void FormFile::refuseElement(const QString& allowed) {
    complain(m_xml, Text::tr("这里不能有 <%1>；可用的有：%2").arg(name(), allowed));
}

void FormFile::expectEmpty() {
    if (m_xml.readNextStartElement()) refuseElement(Text::tr("无"));
}
} // namespace baolei
