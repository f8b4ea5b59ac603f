#include "core/people/cell_text.h"
#include "core/people/roster_import.h"
#include "core/people/roster_import_judge.h"
#include "core/people/roster_import_source.h"
#include "core/spreadsheet/read_ahead.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RosterImport)
};

constexpr int kRowsBetweenReports = 500;

Error stopped() {
    return {ErrorCode::Cancelled, Text::tr("已停止读取花名册"), {}, {}};
}

/// Of the branch column, by sheet.
using MergedRanges = QHash<int, QList<CellRange>>;

/// What one reading of the file needs from row to row.
class Planner {
public:
    Planner(const Reader& reader, ImportBranches& branches, ImportPlan& plan,
            const ImportOptions& options, const MergedRanges& merged, bool from1904)
        : m_reader(plan.mapping, from1904)
        , m_judge(reader, branches, plan, m_reader)
        , m_plan(plan)
        , m_default(options.defaultBranch)
        , m_mergeLikely(options.mergeLikely)
        , m_branchColumn(plan.mapping.columnOf(u"branch"))
        , m_merged(merged) { }

    /// Gives the merged ranges of the branch column that were come across.
    Result<MergedRanges> read(const RosterSource& source, const ImportProgress& progress) {
        if (const auto begun = m_judge.begin(m_mergeLikely); !begun) return fail(begun.error());
        MergedRanges found;
        for (const RosterSheet& part : source.parts) {
            m_part = part;
            m_section.clear();
            m_lastBranch = {};
            if (const auto read = readSheet(*source.file, progress); !read)
                return fail(read.error());
            QList<CellRange> ranges = source.file->mergedRanges();
            ranges.removeIf([&](const CellRange& range) { return !coversBranch(range); });
            std::sort(ranges.begin(), ranges.end(), [](const CellRange& a, const CellRange& b) {
                return a.firstRow < b.firstRow;
            });
            if (!ranges.isEmpty()) found.insert(part.sheet, ranges);
        }
        return found;
    }

    int hiddenRows() const { return m_hidden; }

private:
    Result<void> readSheet(SpreadsheetReader& file, const ImportProgress& progress) {
        std::optional<Error> error;
        const auto done = readAhead(file, m_part.sheet, [&](const SheetRow& row) {
            if (progress && ++m_seen % kRowsBetweenReports == 0 && !progress(m_seen, 0))
                error = stopped();
            else if (const auto taken = take(row); !taken)
                error = taken.error();
            return !error;
        });
        if (error) return fail(*error);
        return done;
    }

    /// The branch is written once for several rows: the cells were merged.
    bool coversBranch(const CellRange& range) const {
        return m_branchColumn >= range.firstColumn && m_branchColumn <= range.lastColumn
            && range.lastRow > range.firstRow && range.lastRow > m_part.lastHeaderRow + 1;
    }

    Result<void> take(const SheetRow& row) {
        if (row.number <= m_part.lastHeaderRow + 1) return {};
        const QStringList texts = textsOf(withoutFarCells(row));
        const RowKind kind = rowKind(texts, m_plan.mapping);
        if (kind == RowKind::Section) m_section = sectionIn(texts);
        if (kind != RowKind::Person) return {};
        RowFacts facts = m_reader.read(row);
        const bool isNamed = !isWordForNothing(facts.branch);
        if (isNamed) m_lastBranch = {row.number, facts.branch};
        const QString branch = isNamed ? facts.branch : branchAbove(row.number);
        if (row.hidden) ++m_hidden;
        const qsizetype changes = m_plan.changes.size();
        const auto judged = m_judge.judge(row.number, facts, branch);
        if (!judged) return judged;
        PlannedRow& planned = m_plan.rows.last();
        planned.sheet = m_part.sheet;
        for (qsizetype i = changes; i < m_plan.changes.size(); ++i)
            m_plan.changes[i].sheet = m_part.sheet;
        // The workbook of refused rows has no sections, so it names their branch itself.
        if (!isNamed && !branch.isEmpty() && planned.verdict == Verdict::Refuse)
            m_plan.sectionOf.insert({m_part.sheet, row.number}, branch);
        return {};
    }

    /// What stands far to the right of the header belongs to nobody, and may be 16,384 cells a row.
    SheetRow withoutFarCells(SheetRow row) const {
        constexpr std::size_t kNear = 256;
        const auto width = std::max(std::size_t(m_plan.mapping.headers.size()), kNear);
        row.cells = row.cells.first(std::min(row.cells.size(), width));
        return row;
    }

    QString sectionIn(const QStringList& texts) const {
        for (const QString& text : texts)
            if (const QString name = sectionName(text); !name.isEmpty()) return name;
        return {};
    }

    /// Whether the cell of the branch in `row` belongs to a merged one that begins further up.
    bool isCovered(int row) const {
        const auto merged = m_merged.constFind(m_part.sheet);
        if (merged == m_merged.constEnd()) return false;
        const auto next = std::lower_bound(
            merged->begin(), merged->end(), row,
            [](const CellRange& range, int wanted) { return range.firstRow < wanted; });
        return next != merged->begin() && row <= std::prev(next)->lastRow
            && m_lastBranch.first >= std::prev(next)->firstRow;
    }

    QString branchAbove(int row) const {
        if (isCovered(row)) return m_lastBranch.second;
        if (!m_section.isEmpty()) return m_section;
        return m_default.isEmpty() ? m_part.branch : m_default;
    }

    RosterRowReader m_reader;
    RosterJudge m_judge;
    ImportPlan& m_plan;
    QString m_default;
    bool m_mergeLikely;
    int m_branchColumn;
    MergedRanges m_merged;
    RosterSheet m_part;
    qint64 m_seen = 0;
    int m_hidden = 0;
    std::pair<int, QString> m_lastBranch;
    QString m_section;
};

void noteSheets(ImportPlan& plan, const RosterSource& source, int hiddenRows) {
    if (plan.sheetsRead.size() > 1)
        plan.notes.append(Text::tr("读入了%1张工作表，每张是一个支部").arg(plan.sheetsRead.size()));
    if (!source.leftOut.isEmpty())
        plan.notes.append(
            Text::tr("还有工作表也像花名册，这次没有读入：%1").arg(source.leftOut.join(u'、')));
    if (hiddenRows > 0)
        plan.notes.append(Text::tr("表格里有%1行党员被隐藏或筛选掉，也读入了").arg(hiddenRows));
}

void noteBranch(ImportPlan& plan, const RosterSource& source) {
    QStringList named;
    for (const RosterSheet& part : source.parts)
        if (!part.branch.isEmpty() && !named.contains(part.branch)) named.append(part.branch);
    plan.notes.append(
        named.isEmpty() ? Text::tr("没有所在党支部列：按分段标题或指定的支部归属")
                        : Text::tr("没有所在党支部列：按标题或表名归入%1").arg(named.join(u'、')));
}

void note(ImportPlan& plan, const RosterSource& source) {
    const auto has = [&](QStringView field) { return plan.mapping.columnOf(field) >= 0; };
    if (!has(u"id_number"))
        plan.notes.append(Text::tr("没有身份证号列：按姓名、支部、出生日期、入党日期认人"));
    if (!has(u"branch")) noteBranch(plan, source);
    if (!has(u"joined_on")) plan.notes.append(Text::tr("没有入党日期列"));
    if (!has(u"stage"))
        plan.notes.append(Text::tr("没有人员类别列：按入党和转正日期判断正式或预备"));
    const auto byName = std::count_if(plan.rows.begin(), plan.rows.end(),
                                      [](const PlannedRow& row) { return row.foundByName; });
    if (byName > 0)
        plan.notes.append(
            Text::tr("%1人凭姓名、支部、出生日期、入党日期认出，与库中为同一人").arg(byName));
    if (plan.rows.isEmpty()) plan.notes.append(Text::tr("表头下面没有党员"));
}

/// Everything of the plan that does not depend on the rows.
Result<ImportPlan> emptyPlan(const QString& path, const Reader& reader, const RosterSource& source,
                             const ImportOptions& options) {
    ImportPlan plan;
    plan.path = path;
    plan.fileSize = QFileInfo(path).size();
    plan.fileTime = QFileInfo(path).lastModified();
    plan.today = options.today;
    plan.sheets = source.sheets;
    plan.sheet = source.sheet;
    plan.top = source.top;
    plan.mapping = source.mapping;
    plan.isRemembered = source.isRemembered;
    plan.town = source.town;
    for (const RosterSheet& part : source.parts)
        plan.sheetsRead.append(part.sheet);
    const auto newest = reader.integer("SELECT max(seq) FROM operation");
    if (!newest) return fail(newest.error());
    plan.basedOn = *newest;
    return plan;
}

Result<ImportPlan> planned(const QString& path, const Reader& reader, const RosterSource& source,
                           const ImportOptions& options, const MergedRanges& merged,
                           const ImportProgress& progress) {
    auto plan = emptyPlan(path, reader, source, options);
    if (!plan) return plan;
    auto branches = ImportBranches::load(reader, plan->town, options.branches);
    if (!branches) return fail(branches.error());
    Planner planner(reader, *branches, *plan, options, merged, source.file->from1904());
    const auto found = planner.read(source, progress);
    if (!found) return fail(found.error());
    // An .xlsx names its merged cells only at its end: then it is read once more.
    if (merged.isEmpty() && !found->isEmpty())
        return planned(path, reader, source, options, *found, progress);
    plan->branches = branches->planned();
    plan->groups = branches->groups();
    noteSheets(*plan, source, planner.hiddenRows());
    note(*plan, source);
    return plan;
}
}

Result<ImportPlan> planImport(const QString& path, const Reader& reader,
                              const ImportOptions& options, const ImportProgress& progress) {
    const auto source
        = openRoster(path, reader, options, [&] { return !progress || progress(0, 0); });
    if (!source) return fail(source.error());
    return planned(path, reader, *source, options, {}, progress);
}

QString ImportPlan::placeOf(int atSheet, int row) const {
    const QString number = QString::number(row);
    return sheetsRead.size() > 1 ? sheets[atSheet].name + u'!' + number : number;
}

int ImportPlan::branchesNamed() const {
    return int(std::count_if(branches.begin(), branches.end(),
                             [](const PlannedBranch& branch) { return branch.rows > 0; }));
}

int ImportPlan::newBranches() const {
    return int(std::count_if(branches.begin(), branches.end(), [](const PlannedBranch& branch) {
        return branch.rows > 0 && branch.state == PlannedBranch::State::New;
    }));
}

QJsonObject jsonOf(const ImportPlan& plan) {
    QJsonArray remarks;
    for (const PlannedRow& row : plan.rows) {
        if (!row.reasons) continue;
        QJsonObject remark{{u"row"_s, row.row},
                           {u"verdict"_s, verdictCode(row.verdict)},
                           {u"why"_s, QJsonArray::fromStringList(reasonCodes(row.reasons))}};
        if (plan.sheetsRead.size() > 1) remark.insert(u"sheet"_s, plan.sheets[row.sheet].name);
        remarks.append(remark);
    }
    return {{u"rows"_s, plan.rows.size()},
            {u"accepted"_s, plan.accepted()},
            {u"warned"_s, plan.warned},
            {u"refused"_s, plan.refused},
            {u"branches"_s, plan.branchesNamed()},
            {u"remarks"_s, remarks}};
}

Mapping mappingWith(Mapping mapping, int column, const QString& field) {
    if (column < 0 || column >= mapping.fields.size()) return mapping;
    for (QString& each : mapping.fields)
        if (!field.isEmpty() && each == field) each.clear();
    mapping.fields[column] = field;
    mapping.unmatched.clear();
    for (int i = 0; i < int(mapping.fields.size()); ++i) {
        const RosterColumn* known = columnForHeader(mapping.headers[i]);
        const bool isIgnored = known && known->kind == ColumnKind::Ignored;
        if (mapping.fields[i].isEmpty() && !mapping.headers[i].isEmpty() && !isIgnored)
            mapping.unmatched.append(i);
    }
    return mapping;
}

void choose(ImportOptions& options, const PlannedBranch& branch, const BranchChoice& choice) {
    for (const QString& spelling : branch.spellings)
        options.branches.insert(spelling, choice);
}

} // namespace baolei
