#include "core/forms/pdf_text_map.h"

#include <QString>
#include <algorithm>

namespace baolei {

namespace {

struct PdfFont {
    qint64 object = 0; ///< Qt numbers fonts in the order of their first use
    qint64 textMap = 0;
};

qint64 numberAt(const QByteArray& pdf, qsizetype at) {
    qint64 number = 0;
    while (at < pdf.size() && pdf[at] >= '0' && pdf[at] <= '9')
        number = number * 10 + pdf[at++] - '0';
    return number;
}

QList<PdfFont> fontsIn(const QByteArray& pdf) {
    QList<PdfFont> fonts;
    const QByteArray mark = "/Subtype /Type0";
    for (qsizetype at = pdf.indexOf(mark); at >= 0; at = pdf.indexOf(mark, at + 1)) {
        const qsizetype start = pdf.lastIndexOf(" 0 obj", at);
        const qsizetype map = pdf.indexOf("/ToUnicode ", at);
        const qsizetype end = pdf.indexOf("endobj", at);
        if (start < 0 || map < 0 || map > end) continue;
        const qsizetype line = pdf.lastIndexOf('\n', start) + 1;
        fonts.append({numberAt(pdf, line), numberAt(pdf, map + 11)});
    }
    std::sort(fonts.begin(), fonts.end(),
              [](const PdfFont& a, const PdfFont& b) { return a.object < b.object; });
    return fonts;
}

QByteArray hex(quint32 number) {
    return QByteArray::number(number, 16).rightJustified(4, '0');
}

// Glyph n of the embedded font is the n-th that was drawn; 0 is the empty one.
QByteArray textMap(const QList<char32_t>& characters) {
    QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr qsizetype kMost = 100; // entries in one section, PDF reference 9.10.3
    for (qsizetype first = 0; first < characters.size(); first += kMost) {
        const qsizetype count = qMin(kMost, characters.size() - first);
        map += QByteArray::number(count) + " beginbfchar\n";
        for (qsizetype i = first; i < first + count; ++i) {
            map += '<' + hex(quint32(i + 1)) + "> <";
            for (const QChar unit : QString::fromUcs4(&characters[i], 1))
                map += hex(unit.unicode());
            map += ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}
}

QByteArray textMapUpdate(const QByteArray& pdf, const DrawnGlyphs& drawn) {
    const QList<PdfFont> fonts = fontsIn(pdf);
    if (fonts.isEmpty() || fonts.size() != drawn.faces().size()) return {};
    const qsizetype trailer = pdf.lastIndexOf("trailer");
    const qsizetype startAt = pdf.lastIndexOf("startxref");
    if (trailer < 0 || startAt < trailer) return {};
    const qint64 previous = numberAt(pdf, startAt + 10);
    QByteArray entries = pdf.mid(trailer, startAt - trailer);
    const qsizetype close = entries.lastIndexOf(">>");
    if (previous == 0 || close < 0) return {};

    QByteArray update = "\n", index = "xref\n0 1\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < fonts.size(); ++i) {
        const QByteArray map = textMap(drawn.faces()[i].characters);
        const QByteArray id = QByteArray::number(fonts[i].textMap);
        const qint64 offset = pdf.size() + update.size();
        update += id + " 0 obj\n<< /Length " + QByteArray::number(map.size()) + " >>\nstream\n"
            + map + "\nendstream\nendobj\n";
        index += id + " 1\n" + QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    const qint64 indexAt = pdf.size() + update.size();
    entries.insert(close, "/Prev " + QByteArray::number(previous) + '\n');
    return update + index + entries + "startxref\n" + QByteArray::number(indexAt) + "\n%%EOF\n";
}

} // namespace baolei
