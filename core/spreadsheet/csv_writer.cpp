#include "core/spreadsheet/csv_writer.h"

#include "core/base/normal_text.h"
#include "core/spreadsheet/write_errors.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBuffer = 1 << 16;

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

/// 3-1 and 2001/07 become days, 1E5 becomes 100000, 2001.10 becomes 2001.1 on opening in Excel.
bool looksLikeSomethingElse(const QString& text) {
    constexpr qsizetype kLongest = 24;
    if (text.isEmpty() || text.size() > kLongest || !isDigit(text.front())) return false;
    if (!isDigit(text.back())) return false;
    int marks = 0;
    int points = 0;
    for (QChar c : text) {
        if (c == u'.') ++points;
        if (isDigit(c) || c == u'.' || c == u'+') continue;
        if (c != u'-' && c != u'/' && c != u'E' && c != u'e') return false;
        ++marks;
    }
    if (marks == 0) return points == 1 && text.endsWith(u'0');
    return marks == 1; // two marks are a full date, which stays one
}

/// Blanks before it do not keep a spreadsheet from taking = for a formula, and Chinese ones take
/// the full-width signs for it too.
bool looksLikeFormula(const QString& text) {
    const QString bare = text.trimmed();
    return !bare.isEmpty() && u"=+-@＝＋－＠"_s.contains(bare.front());
}

} // namespace

QString csvField(const QString& text) {
    QString field = text;
    field.remove(QChar(u'\0'));
    field.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    const bool isGuarded
        = !field.isEmpty() && (u"'\t\n"_s.contains(field.front()) || field.endsWith(u'\t'));
    if (isGuarded || looksLikeFormula(field))
        field.prepend(u'\'');
    else if (isFragileNumber(field) || looksLikeSomethingElse(field))
        field.append(u'\t');
    const bool quoted = std::any_of(field.begin(), field.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u';' || c == u'\t';
    });
    if (!quoted) return field;
    return u'"' + field.replace("\""_L1, "\"\""_L1) + u'"';
}

QString tabbedLine(const QStringList& cells) {
    QStringList fields = cells;
    for (QString& field : fields) {
        field = normalLine(field);
        if (looksLikeFormula(field) || isFragileNumber(field) || field.startsWith(u'\''))
            field.prepend(u'\'');
    }
    return fields.join(u'\t');
}

Result<std::unique_ptr<CsvWriter>> CsvWriter::create(const QString& path) {
    std::unique_ptr<CsvWriter> writer(new CsvWriter(path));
    if (!writer->m_file.open(QIODevice::WriteOnly)) return fail(cannotWrite(path));
    writer->m_buffer = "\xEF\xBB\xBF";
    return writer;
}

void CsvWriter::addRow(const QList<CellValue>& values) {
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i > 0) m_buffer += ',';
        const bool isText = std::holds_alternative<QString>(values[i]);
        const QString text = textOf(values[i]);
        m_buffer += (isText ? csvField(text) : text).toUtf8();
    }
    m_buffer += "\r\n";
    if (m_buffer.size() > kBuffer) flush();
}

void CsvWriter::flush() {
    if (m_file.write(m_buffer) != m_buffer.size()) m_failed = true;
    m_buffer.clear();
}

Result<void> CsvWriter::finish() {
    flush();
    // The last piece lies in the buffer of the file, whose commit() does not say that it was lost.
    if (!m_file.flush()) m_failed = true;
    if (m_failed) m_file.cancelWriting();
    if (!m_file.commit()) return fail(cannotWrite(m_file.fileName()));
    return {};
}

} // namespace baolei
