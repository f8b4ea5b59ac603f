#include "core/forms/table_document.h"

#include "core/forms/form_reader.h"
#include "core/forms/layout.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr qreal kSize = 10.5; // points
constexpr qreal kEm = kSize * 25.4 / 72; // millimetres
constexpr qreal kPadding = 3; // of a cell, both sides
constexpr qreal kUpright = 180; // text area of A4 with margins of 15
constexpr qreal kAcross = 267;
constexpr qreal kMostEms = 22; // longer texts go on in the next line
constexpr qsizetype kMeasured = 2000; // rows; as good as all of them

// As wide as its longest text, within reason.
qreal widthOf(const TableSheet& sheet, qsizetype column, const Fonts& fonts) {
    qreal ems = fonts.width(FontRole::Label, sheet.heads[column]);
    for (qsizetype i = 0; i < qMin(kMeasured, sheet.rows.size()); ++i)
        ems = qMax(ems, fonts.width(FontRole::Body, sheet.rows[i].value(column)));
    return qBound(1.0, ems, kMostEms) * kEm + kPadding;
}

QList<qreal> widthsOf(const TableSheet& sheet, const Fonts& fonts, qreal& area) {
    QList<qreal> widths;
    qreal sum = 0;
    for (qsizetype i = 0; i < sheet.heads.size(); ++i) {
        widths.append(widthOf(sheet, i, fonts));
        sum += widths.last();
    }
    area = sum <= kUpright ? kUpright : kAcross;
    for (qreal& width : widths)
        width *= area / sum;
    return widths;
}

QString fieldName(qsizetype column) {
    return u"c%1"_s.arg(column);
}

FieldCatalogue catalogueOf(const TableSheet& sheet) {
    FieldCatalogue catalogue;
    const auto add = [&](const QString& name, const QString& meaning, bool isList) {
        catalogue.byName.insert(name, catalogue.fields.size());
        catalogue.fields.append({name, meaning, isList, false, false});
    };
    add(u"note"_s, sheet.title, false);
    add(u"rows"_s, sheet.title, true);
    for (qsizetype i = 0; i < sheet.heads.size(); ++i)
        add(u"rows."_s + fieldName(i), sheet.heads[i], false);
    return catalogue;
}

// Braces begin a field in a form.
QString plain(QString text) {
    return text.replace(u'{', u'｛').replace(u'}', u'｝').toHtmlEscaped();
}

QByteArray formOf(const TableSheet& sheet, const QList<qreal>& widths, qreal area) {
    QStringList columns;
    QString heads;
    QString cells;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        columns.append(QString::number(widths[i], 'f', 2));
        heads += u"<label>%1</label>"_s.arg(plain(sheet.heads[i]));
        cells += u"<field bind=\"%1\"/>"_s.arg(fieldName(i));
    }
    columns.last() = u"*"_s; // what rounding left over
    return u"<form id=\"table\" title=\"%1\" orientation=\"%2\" binding=\"15\" margins=\"15\">"
           "<footer outer=\"— {page} —\"/><title>%1</title>"
           "<text role=\"body\" size=\"10.5\" repeat=\"yes\">{note}</text>"
           "<table each=\"rows\" columns=\"%3\" size=\"%4\" label-size=\"%4\">"
           "<head><row height=\"8\">%5</row></head><row height=\"7\">%6</row></table></form>"_s
               .arg(plain(sheet.title), area == kUpright ? u"portrait"_s : u"landscape"_s,
                    columns.join(u' '), QString::number(kSize), heads, cells)
               .toUtf8();
}

FormData dataOf(const TableSheet& sheet) {
    FormData data;
    data.values.insert(u"note"_s, sheet.note);
    QList<FormData>& rows = data.lists[u"rows"_s];
    rows.reserve(sheet.rows.size());
    for (const QStringList& texts : sheet.rows) {
        FormData row;
        for (qsizetype i = 0; i < sheet.heads.size(); ++i)
            row.values.insert(fieldName(i), texts.value(i));
        rows.append(std::move(row));
    }
    return data;
}
}

Result<Document> tableDocument(const TableSheet& sheet, const Fonts& fonts) {
    qreal area = 0;
    const QList<qreal> widths = widthsOf(sheet, fonts, area);
    const auto form = readForm(formOf(sheet, widths, area), sheet.title, catalogueOf(sheet));
    if (!form) return fail(form.error());
    auto document = layOut(*form, dataOf(sheet), fonts);
    if (document) document->title = sheet.title;
    return document;
}

} // namespace baolei
