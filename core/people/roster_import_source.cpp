#include "core/people/roster_import_source.h"

#include "core/people/cell_text.h"
#include "core/people/roster_import_title.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <atomic>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RosterImport)
};

constexpr int kMostSheets = 50; // that are looked into

struct Candidate {
    int sheet = -1;
    QList<QStringList> top;
    std::optional<Mapping> mapping;
    int known() const {
        if (!mapping) return 0;
        return int(mapping->fields.size() - mapping->fields.count(QString()));
    }
};

Result<Candidate> lookInto(SpreadsheetReader& file, int sheet) {
    auto top = topRows(file, sheet);
    if (!top) return fail(top.error());
    Candidate candidate{sheet, std::move(*top), {}};
    candidate.mapping = findHeader(candidate.top);
    return candidate;
}

/// The sheet that names most columns; hidden ones only where all are hidden.
Result<Candidate> bestSheet(SpreadsheetReader& file, const QList<SheetInfo>& sheets) {
    const bool allHidden = std::all_of(sheets.begin(), sheets.end(),
                                       [](const SheetInfo& sheet) { return sheet.hidden; });
    Candidate best;
    for (int i = 0; i < int(qMin<qsizetype>(sheets.size(), kMostSheets)); ++i) {
        if (sheets[i].hidden && !allHidden) continue;
        auto candidate = lookInto(file, i);
        if (!candidate) return candidate;
        if (best.sheet < 0 || candidate->known() > best.known()) best = std::move(*candidate);
    }
    return best;
}

/// Whose members the sheet lists, where no column says so.
QString branchOf(const RosterSource& source, const Candidate& candidate, const QString& sheet) {
    if (candidate.mapping->columnOf(u"branch") >= 0) return {};
    const QString title
        = branchInTitle(candidate.top.first(candidate.mapping->firstHeaderRow), source.town);
    return title.isEmpty() ? branchInName(sheet, source.town) : title;
}

/// A roster by its header: a page of instructions may name a column or two.
bool looksLikeRoster(const Candidate& candidate) {
    constexpr int kFewestColumns = 3;
    return candidate.known() >= kFewestColumns && candidate.mapping->columnOf(u"name") >= 0;
}

/// Sheets with the same header that are called after their branches are one roster in parts. Any
/// other may be last year's, or of those who left: it is named and left out.
Result<void> addOtherSheets(RosterSource& source, bool isChosen) {
    const bool inParts = !isChosen && !source.parts.first().branch.isEmpty();
    for (int i = 0; i < int(qMin<qsizetype>(source.sheets.size(), kMostSheets)); ++i) {
        if (i == source.sheet || source.sheets[i].hidden) continue;
        const auto other = lookInto(*source.file, i);
        if (!other) return fail(other.error());
        if (!looksLikeRoster(*other)) continue;
        const QString branch = branchOf(source, *other, source.sheets[i].name);
        if (inParts && !branch.isEmpty() && other->mapping->headers == source.mapping.headers)
            source.parts.append({i, other->mapping->lastHeaderRow, branch});
        else
            source.leftOut.append(source.sheets[i].name);
    }
    std::sort(source.parts.begin(), source.parts.end(),
              [](const RosterSheet& a, const RosterSheet& b) { return a.sheet < b.sheet; });
    return {};
}

Result<void> addSheets(RosterSource& source, const QString& path, Candidate shown, bool isChosen) {
    shown.mapping = source.mapping;
    RosterSheet first{source.sheet, source.mapping.lastHeaderRow,
                      branchOf(source, shown, source.sheets[source.sheet].name)};
    source.parts.append(first);
    if (const auto added = addOtherSheets(source, isChosen); !added) return added;
    const bool isAlone = source.parts.size() == 1 && source.leftOut.isEmpty();
    if (isAlone && first.branch.isEmpty() && source.mapping.columnOf(u"branch") < 0)
        source.parts.first().branch
            = branchNamedIn(QFileInfo(path).completeBaseName(), source.town);
    return {};
}

Result<void> checkMapping(const Mapping& mapping) {
    if (mapping.columnOf(u"name") >= 0) return {};
    return fail(ErrorCode::BadFile, Text::tr("表头里没有“姓名”列"),
                Text::tr("请在表格里写明“姓名”列，或在导入时指定哪一列是姓名"));
}

Error noHeader(const QString& sheet) {
    return {ErrorCode::BadFile,
            Text::tr("在工作表“%1”的前%2行里没有找到表头")
                .arg(sheet, QString::number(kHeaderSearchRows)),
            {},
            Text::tr("请让其中一行写明姓名、公民身份号码、所在党支部、入党日期等列名，再导入")};
}
}

Result<bool> recallMapping(const Reader& reader, Mapping& mapping) {
    const auto text = settingOf(reader, mappingSetting(mapping));
    if (!text) return fail(text.error());
    const QStringList fields = text->split(u',');
    if (text->isEmpty() || fields.size() != mapping.fields.size()) return false;
    mapping.fields = fields;
    mapping.unmatched.clear();
    for (int i = 0; i < int(fields.size()); ++i) {
        // A field of another version of the program is left out rather than trusted.
        if (!rosterColumn(fields[i])) mapping.fields[i].clear();
        if (mapping.fields[i].isEmpty() && !mapping.headers[i].isEmpty()
            && !columnForHeader(mapping.headers[i]))
            mapping.unmatched.append(i);
    }
    return true;
}

QString rejectReasonHeader() {
    return Text::tr("退回原因");
}

QStringList textsOf(const SheetRow& row) {
    QStringList texts;
    texts.reserve(qsizetype(row.cells.size()));
    for (const Cell& cell : row.cells)
        texts.append(cell.text);
    return texts;
}

Result<QList<QStringList>> topRows(SpreadsheetReader& file, int sheet) {
    QList<QStringList> rows;
    const auto done = file.read(sheet, [&](const SheetRow& row) {
        if (row.number > kHeaderSearchRows) return false;
        while (rows.size() + 1 < row.number)
            rows.append(QStringList());
        rows.append(textsOf(row));
        return row.number < kHeaderSearchRows;
    });
    if (!done) return fail(done.error());
    return rows;
}

Result<RosterSource> openRoster(const QString& path, const Reader& reader,
                                const ImportOptions& options, const ReadOn& goOn) {
    const auto isFound = std::make_shared<std::atomic<bool>>(false);
    auto file = openSpreadsheet(path, [goOn, isFound] { return *isFound || !goOn || goOn(); });
    if (!file) return fail(file.error());
    RosterSource source;
    source.file = std::move(*file);
    source.sheets = source.file->sheets();
    const bool isChosen = options.sheet >= 0 && options.sheet < source.sheets.size();
    auto found
        = isChosen ? lookInto(*source.file, options.sheet) : bestSheet(*source.file, source.sheets);
    if (!found) return fail(found.error());
    source.sheet = found->sheet;
    source.top = found->top;
    const auto town
        = options.town.isEmpty() ? settingOf(reader, kTownName) : Result<QString>(options.town);
    if (!town) return fail(town.error());
    source.town = *town;
    if (options.mapping) {
        source.mapping = *options.mapping;
        source.isRemembered = true;
    } else if (!found->mapping) {
        return fail(noHeader(source.sheets[source.sheet].name));
    } else {
        source.mapping = *found->mapping;
        const auto remembered = recallMapping(reader, source.mapping);
        if (!remembered) return fail(remembered.error());
        source.isRemembered = *remembered;
    }
    if (const auto fine = checkMapping(source.mapping); !fine) return fail(fine.error());
    const auto added = addSheets(source, path, std::move(*found), isChosen);
    if (!added) return fail(added.error());
    *isFound = true;
    return source;
}

QString mappingSetting(const Mapping& mapping) {
    QString signature;
    for (const QString& header : mapping.headers)
        if (header != rejectReasonHeader()) signature += compactCell(header) + u'\n';
    while (signature.endsWith(u"\n\n"))
        signature.chop(1);
    const QByteArray hash
        = QCryptographicHash::hash(signature.toUtf8(), QCryptographicHash::Blake2b_256);
    return u"import.mapping."_s + QString::fromLatin1(hash.first(16).toHex());
}

QString mappingText(const Mapping& mapping) {
    return mapping.fields.join(u',');
}

} // namespace baolei
