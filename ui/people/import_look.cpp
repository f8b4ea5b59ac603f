#include "ui/people/import_look.h"

#include "core/base/normal_text.h"
#include "core/people/cell_text.h"
#include "core/people/roster_import_source.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImportWizard)
};

constexpr int kSamples = 3;
constexpr qsizetype kSampleLength = 16;

qsizetype filledCells(const QStringList& row) {
    return std::count_if(row.begin(), row.end(),
                         [](const QString& cell) { return !cell.trimmed().isEmpty(); });
}

/// Fields by the headers' names, each once.
void matchHeaders(Mapping& mapping) {
    mapping.fields.clear();
    mapping.unmatched.clear();
    for (int i = 0; i < int(mapping.headers.size()); ++i) {
        const RosterColumn* known = columnForHeader(mapping.headers[i]);
        const bool isKept
            = known && known->kind != ColumnKind::Ignored && !mapping.fields.contains(known->field);
        mapping.fields.append(isKept ? known->field : QString());
        if (!mapping.headers[i].isEmpty() && !isKept) mapping.unmatched.append(i);
    }
}

Mapping mappingOfRow(const QList<QStringList>& top, int row) {
    Mapping mapping;
    mapping.firstHeaderRow = mapping.lastHeaderRow = row;
    for (const QString& cell : top[row])
        mapping.headers.append(cell.trimmed());
    matchHeaders(mapping);
    return mapping;
}

/// A header that nothing is known of is likely the fullest row near the top.
int likelyHeaderRow(const QList<QStringList>& top) {
    constexpr qsizetype kNearTop = 10;
    int best = 0;
    for (int i = 1; i < int(qMin(top.size(), kNearTop)); ++i)
        if (filledCells(top[i]) > filledCells(top[best])) best = i;
    return best;
}

int firstVisible(const QList<SheetInfo>& sheets) {
    for (int i = 0; i < int(sheets.size()); ++i)
        if (!sheets[i].hidden) return i;
    return 0;
}

/// For a file whose header says too little: its first rows, for a person to read.
Result<RosterLook> lookWithoutHeader(const QString& path, const Reader& reader, int sheet,
                                     const ReadOn& goOn, const Error& error) {
    const auto file = openSpreadsheet(path, goOn);
    if (!file) return fail(file.error());
    RosterLook look;
    look.path = path;
    look.sheets = (*file)->sheets();
    look.sheet = sheet;
    look.isWhole = false;
    look.isUnderstood = false;
    if (sheet < 0) look.sheet = firstVisible(look.sheets);
    auto top = topRows(**file, look.sheet);
    if (!top) return fail(top.error());
    look.top = std::move(*top);
    const bool isBlank = std::all_of(look.top.begin(), look.top.end(),
                                     [](const QStringList& row) { return filledCells(row) == 0; });
    if (isBlank) return fail(error);
    const auto found = findHeader(look.top);
    const auto taken
        = takeHeaderRow(look, reader, found ? found->lastHeaderRow : likelyHeaderRow(look.top));
    if (!taken) return fail(taken.error());
    return look;
}

bool isPrivateHeader(const QString& header) {
    const RosterColumn* known = columnForHeader(header);
    return known && known->isPrivate;
}

/// Numbers of identity and telephones, whatever their column is called.
bool looksPrivate(const QString& text) {
    static const QRegularExpression number(u"\\d{11}|\\d{7}"_s);
    static const QRegularExpression date(u"^(19|20)\\d{6}$"_s);
    const QString plain = compactCell(text);
    return number.match(plain).hasMatch() && !date.match(plain).hasMatch() && !plain.contains(u'-')
        && !plain.contains(u':');
}

QString described(const QString& text) {
    static const QRegularExpression digits(u"^[0-9Xx]+$"_s);
    const QString plain = compactCell(text);
    if (digits.match(plain).hasMatch()) return Text::tr("%1位号码").arg(plain.size());
    return maskedCell();
}

QString shortened(QString text) {
    text = text.simplified();
    if (text.size() > kSampleLength) text = startOf(text, kSampleLength - 1) + u'…';
    return text;
}
}

Result<RosterLook> lookAtRoster(const QString& path, const Reader& reader, int sheet,
                                const ReadOn& goOn) {
    ImportOptions options;
    options.sheet = sheet;
    auto source = openRoster(path, reader, options, goOn);
    if (!source && source.error().code == ErrorCode::Cancelled) return fail(source.error());
    if (!source) return lookWithoutHeader(path, reader, sheet, goOn, source.error());
    RosterLook look;
    look.path = path;
    look.sheets = source->sheets;
    look.sheet = source->sheet;
    look.parts = int(source->parts.size());
    look.isWhole = sheet < 0;
    look.top = std::move(source->top);
    look.mapping = std::move(source->mapping);
    look.isRemembered = source->isRemembered;
    return look;
}

Result<void> takeHeaderRow(RosterLook& look, const Reader& reader, int row) {
    // Two rows may make one header: what the program finds by itself is better where it fits.
    const auto found = findHeader(look.top);
    look.mapping = found && found->lastHeaderRow == row ? *found : mappingOfRow(look.top, row);
    look.isUnderstood = found && found->lastHeaderRow == row && found->columnOf(u"name") >= 0;
    const auto recalled = recallMapping(reader, look.mapping);
    if (!recalled) return fail(recalled.error());
    look.isRemembered = *recalled;
    return {};
}

void forgetMapping(RosterLook& look) {
    const auto found = findHeader(look.top);
    if (found && found->lastHeaderRow == look.mapping.lastHeaderRow)
        look.mapping = *found;
    else
        matchHeaders(look.mapping);
    look.isUnderstood = false; // a plan made without this mapping would use the remembered one
    look.isRemembered = false;
}

QString columnLetters(int column) {
    QString letters;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        letters.prepend(QChar(u'A' + rest % 26));
    return letters;
}

QString samplesOf(const RosterLook& look, int column, const QString& field) {
    const RosterColumn* target = rosterColumn(field);
    const bool isPrivate = (!field.isEmpty() && target && target->isPrivate)
        || isPrivateHeader(look.mapping.headers.value(column));
    QStringList samples;
    for (int row = look.mapping.lastHeaderRow + 1; row < int(look.top.size()); ++row) {
        const QString text = look.top[row].value(column).trimmed();
        if (text.isEmpty()) continue;
        const QString shown = isPrivate || looksPrivate(text) ? described(text) : shortened(text);
        if (!samples.contains(shown)) samples.append(shown);
        if (samples.size() == kSamples) break;
    }
    return samples.join(u'、');
}

QString maskedCell() {
    return u"＊＊＊"_s;
}

} // namespace baolei
