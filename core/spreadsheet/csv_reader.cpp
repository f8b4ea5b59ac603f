// .csv as Excel, WPS and web systems write it: RFC 4180 with any of four separators. Long numbers
// come guarded (="0123", '0123, a tab) or already spoilt (3.29999E+17); both are told apart here.

#include "core/spreadsheet/number_text.h"
#include "core/spreadsheet/read_errors.h"
#include "core/spreadsheet/readers.h"
#include "core/spreadsheet/row_buffer.h"
#include "core/spreadsheet/text_source.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <array>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(CsvReader)
};

constexpr qsizetype kMaxField = 1'000'000;

Error openQuote(int row) {
    return {ErrorCode::BadFile,
            Text::tr("表格第 %1 行的引号没有配对，后面的内容分不清行列").arg(row),
            Text::tr("没有读入任何内容"),
            Text::tr("请重新导出一次，或用 WPS 或 Excel 打开它，另存为 .xlsx 后再试")};
}

/// The separator that occurs most outside quotes; a comma where none does.
QChar separatorOf(QStringView text) {
    constexpr std::array kCandidates{u',', u'\t', u';', u'|'};
    std::array<int, kCandidates.size()> counts{};
    bool quoted = false;
    for (QChar c : text) {
        if (c == u'"') quoted = !quoted;
        for (std::size_t i = 0; i < kCandidates.size() && !quoted; ++i)
            if (c == kCandidates[i]) ++counts[i];
    }
    return kCandidates[std::size_t(std::max_element(counts.begin(), counts.end())
                                   - counts.begin())];
}

int digitsFrom(QStringView text, qsizetype at) {
    qsizetype end = at;
    while (end < text.size() && text[end] >= u'0' && text[end] <= u'9')
        ++end;
    return int(end - at);
}

/// 3.29999E+17, which is how Excel writes a number too long for its column.
bool fillExponent(Cell& cell, const QString& text) {
    qsizetype at = text.startsWith(u'-') ? 1 : 0;
    if (digitsFrom(text, at) != 1) return false;
    ++at;
    int decimals = 0;
    if (at < text.size() && text[at] == u'.') {
        decimals = digitsFrom(text, ++at);
        if (decimals == 0) return false;
    }
    at += decimals;
    if (at + 2 >= text.size() || text[at].toUpper() != u'E' || text[at + 1] != u'+') return false;
    const int width = digitsFrom(text, at + 2);
    if (width < 2 || width > 3 || at + 2 + width != text.size()) return false;
    const int exponent = QStringView(text).sliced(at + 2).toInt();
    if (exponent > decimals || exponent >= 15) {
        cell = {CellType::Number, true, text};
    } else {
        setNumber(cell, text.toStdString(), {}, false);
    }
    return true;
}

void setText(Cell& cell, QString text) {
    cell.type = text.isEmpty() ? CellType::Empty : CellType::Text;
    cell.text = std::move(text);
}

void fillCell(Cell& cell, QString field) {
    if (field.contains(u'\r')) {
        field.replace("\r\n"_L1, "\n"_L1);
        field.replace(u'\r', u'\n');
    }
    if (field.startsWith(u'\'')) return setText(cell, field.sliced(1));
    if (field.size() >= 3 && field.startsWith("=\""_L1) && field.endsWith(u'"'))
        return setText(cell, field.sliced(2, field.size() - 3).replace("\"\""_L1, "\""_L1));
    qsizetype from = 0;
    qsizetype to = field.size();
    while (from < to && field[from] == u'\t')
        ++from;
    while (to > from && field[to - 1] == u'\t')
        --to;
    if (to - from < field.size()) return setText(cell, field.sliced(from, to - from));
    if (!fillExponent(cell, field)) setText(cell, std::move(field));
}

/// Takes the text piece by piece; a piece may end anywhere.
class CsvParser {
public:
    CsvParser(QChar separator, const RowHandler& handler)
        : m_separator(separator)
        , m_handler(handler) {
        m_row.number = 1;
    }

    /// False: stop, by the handler's wish or because of `error`.
    bool take(QStringView text) {
        for (QChar c : text)
            if (!take(c)) return false;
        return true;
    }

    void finish() {
        if (m_state == State::Quoted)
            error = openQuote(m_quoteRow);
        else if (m_column > 0 || m_state != State::Start)
            endRow();
    }

    std::optional<Error> error;

private:
    enum class State { Start, Plain, Quoted, QuoteSeen };

    bool take(QChar c) {
        if (m_state == State::Quoted) {
            if (c == u'"')
                m_state = State::QuoteSeen;
            else
                return append(c);
            return true;
        }
        const bool afterReturn = std::exchange(m_afterReturn, c == u'\r');
        if (c == m_separator) return endField();
        if (c == u'\n' && afterReturn) return true;
        if (c == u'\n' || c == u'\r') return endRow();
        if (c == u'"' && m_state == State::Start) {
            m_state = State::Quoted;
            m_quoteRow = m_row.number;
            return true;
        }
        if (c == u'"' && m_state == State::QuoteSeen)
            m_state = State::Quoted;
        else
            m_state = State::Plain;
        return append(c);
    }

    bool append(QChar c) {
        m_field += c;
        if (m_field.size() <= kMaxField) return true;
        error = m_state == State::Quoted ? openQuote(m_quoteRow) : notASpreadsheet();
        return false;
    }

    bool endField() {
        if (m_column >= kMaxSheetColumns) {
            error = tooManyColumns();
            return false;
        }
        if (m_row.number > kMaxSheetRows) {
            error = tooManyRows(m_row.number);
            return false;
        }
        if (!m_field.isEmpty()) fillCell(m_row.at(m_column), m_field);
        m_field.clear();
        ++m_column;
        m_state = State::Start;
        return true;
    }

    bool endRow() {
        if (!endField()) return false;
        m_column = 0;
        const bool goOn = m_row.deliver(m_handler);
        ++m_row.number;
        return goOn;
    }

    const QChar m_separator;
    const RowHandler& m_handler;
    RowBuffer m_row;
    QString m_field;
    State m_state = State::Start;
    int m_column = 0;
    int m_quoteRow = 0;
    bool m_afterReturn = false;
};

class CsvReader final : public SpreadsheetReader {
public:
    CsvReader(std::unique_ptr<TextSource> source, QString name)
        : m_source(std::move(source))
        , m_name(std::move(name)) { }

    SpreadsheetKind kind() const override { return SpreadsheetKind::Csv; }
    QList<SheetInfo> sheets() const override { return {{m_name, false}}; }

    Result<void> read(int sheet, const RowHandler& handler) override {
        if (sheet != 0) return fail(damagedFile());
        if (Result<void> ready = m_source->rewind(); !ready) return ready;
        Result<QString> text = m_source->next();
        if (!text) return fail(text.error());
        QStringView rest(*text);
        CsvParser parser(takeSeparator(rest), handler);
        while (!rest.isEmpty()) {
            if (!parser.take(rest)) return outcome(parser);
            text = m_source->next();
            if (!text) return fail(text.error());
            rest = *text;
        }
        parser.finish();
        return outcome(parser);
    }

private:
    /// Excel's own first line `sep=;` names the separator and is no row.
    static QChar takeSeparator(QStringView& text) {
        constexpr qsizetype kSample = 65'536;
        if (text.size() > 5 && text.startsWith("sep="_L1, Qt::CaseInsensitive)
            && (text[5] == u'\r' || text[5] == u'\n')) {
            const QChar separator = text[4];
            text = text.sliced(text.size() > 6 && text[5] == u'\r' && text[6] == u'\n' ? 7 : 6);
            return separator;
        }
        return separatorOf(text.first(std::min(text.size(), kSample)));
    }

    static Result<void> outcome(const CsvParser& parser) {
        if (parser.error) return fail(*parser.error);
        return {};
    }

    std::unique_ptr<TextSource> m_source;
    QString m_name;
};

} // namespace

ReaderResult openCsv(const QString& path) {
    Result<std::unique_ptr<TextSource>> source = TextSource::open(path);
    if (!source) return fail(source.error());
    return std::make_unique<CsvReader>(std::move(*source), QFileInfo(path).completeBaseName());
}

} // namespace baolei
