#include "core/people/roster_import_source.h"

#include "core/people/cell_text.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QCryptographicHash>

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

Result<void> checkMapping(const Mapping& mapping) {
    if (mapping.columnOf(u"name") >= 0) return {};
    return fail(ErrorCode::BadFile, Text::tr("表头里没有“姓名”列"),
                Text::tr("请在表格里写明“姓名”列，或在导入时指定哪一列是姓名"));
}

Error noHeader(const QString& sheet) {
    return {ErrorCode::BadFile,
            Text::tr("在工作表“%1”的前%2行里没有找到表头").arg(sheet).arg(kHeaderSearchRows),
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
                                const ImportOptions& options) {
    auto file = openSpreadsheet(path);
    if (!file) return fail(file.error());
    RosterSource source;
    source.file = std::move(*file);
    source.sheets = source.file->sheets();
    const bool isChosen = options.sheet >= 0 && options.sheet < source.sheets.size();
    auto found
        = isChosen ? lookInto(*source.file, options.sheet) : bestSheet(*source.file, source.sheets);
    if (!found) return fail(found.error());
    source.sheet = found->sheet;
    source.top = std::move(found->top);
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
