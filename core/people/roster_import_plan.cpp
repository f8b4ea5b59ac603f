#include "core/people/cell_text.h"
#include "core/people/roster_import.h"
#include "core/people/roster_import_judge.h"
#include "core/people/roster_import_source.h"
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

/// What one reading of the sheet needs from row to row.
class Planner {
public:
    Planner(const Reader& reader, ImportBranches& branches, ImportPlan& plan,
            const ImportOptions& options, const QList<CellRange>& merged)
        : m_reader(plan.mapping)
        , m_judge(reader, branches, plan, m_reader)
        , m_plan(plan)
        , m_default(options.defaultBranch)
        , m_mergeLikely(options.mergeLikely)
        , m_branchColumn(plan.mapping.columnOf(u"branch")) {
        for (const CellRange& range : merged)
            if (coversBranch(range)) m_merged.append(range);
    }

    Result<void> read(SpreadsheetReader& file, const ImportProgress& progress) {
        if (const auto begun = m_judge.begin(m_mergeLikely); !begun) return begun;
        std::optional<Error> error;
        qint64 seen = 0;
        const auto done = file.read(m_plan.sheet, [&](const SheetRow& row) {
            if (progress && ++seen % kRowsBetweenReports == 0 && !progress(seen, 0))
                error = stopped();
            else if (const auto taken = take(row); !taken)
                error = taken.error();
            return !error;
        });
        if (error) return fail(*error);
        return done;
    }

    /// The branch is written once for several rows: the cells were merged, which an .xlsx says only
    /// at its end.
    bool coversBranch(const CellRange& range) const {
        return m_branchColumn >= range.firstColumn && m_branchColumn <= range.lastColumn
            && range.lastRow > range.firstRow && range.lastRow > m_plan.mapping.lastHeaderRow + 1;
    }

private:
    Result<void> take(const SheetRow& row) {
        if (row.number <= m_plan.mapping.lastHeaderRow + 1) return {};
        const QStringList texts = textsOf(row);
        const RowKind kind = rowKind(texts, m_plan.mapping);
        if (kind == RowKind::Section) m_section = sectionName(texts);
        if (kind != RowKind::Person) return {};
        RowFacts facts = m_reader.read(row);
        const bool isNamed = !isWordForNothing(facts.branch);
        if (isNamed) m_lastBranch = {row.number, facts.branch};
        const QString branch = isNamed ? facts.branch : branchAbove(row.number);
        const qsizetype refused = m_plan.refused;
        const auto judged = m_judge.judge(row.number, std::move(facts), branch);
        // The workbook of refused rows has no sections, so it names their branch itself.
        if (!isNamed && !branch.isEmpty() && m_plan.refused > refused)
            m_plan.sectionOf.insert(row.number, branch);
        return judged;
    }

    QString sectionName(const QStringList& texts) const {
        for (const QString& text : texts)
            if (const QString name = compactCell(text); !name.isEmpty()) return name;
        return {};
    }

    QString branchAbove(int row) const {
        for (const CellRange& range : m_merged)
            if (row > range.firstRow && row <= range.lastRow
                && m_lastBranch.first >= range.firstRow)
                return m_lastBranch.second;
        return m_section.isEmpty() ? m_default : m_section;
    }

    RosterRowReader m_reader;
    RosterJudge m_judge;
    ImportPlan& m_plan;
    QString m_default;
    bool m_mergeLikely;
    int m_branchColumn;
    QList<CellRange> m_merged;
    std::pair<int, QString> m_lastBranch;
    QString m_section;
};

void note(ImportPlan& plan) {
    const auto has = [&](QStringView field) { return plan.mapping.columnOf(field) >= 0; };
    if (!has(u"id_number"))
        plan.notes.append(Text::tr("没有身份证号列：按姓名、支部、出生日期、入党日期认人"));
    if (!has(u"branch")) plan.notes.append(Text::tr("没有所在党支部列：按分段标题或指定的支部归属"));
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
    const auto town
        = options.town.isEmpty() ? settingOf(reader, kTownName) : Result<QString>(options.town);
    if (!town) return fail(town.error());
    plan.town = *town;
    const auto newest = reader.integer("SELECT max(seq) FROM operation");
    if (!newest) return fail(newest.error());
    plan.basedOn = *newest;
    return plan;
}

Result<ImportPlan> planned(const QString& path, const Reader& reader, const RosterSource& source,
                           const ImportOptions& options, const QList<CellRange>& merged,
                           const ImportProgress& progress) {
    auto plan = emptyPlan(path, reader, source, options);
    if (!plan) return plan;
    auto branches = ImportBranches::load(reader, plan->town, options.branches);
    if (!branches) return fail(branches.error());
    Planner planner(reader, *branches, *plan, options, merged);
    if (const auto read = planner.read(*source.file, progress); !read) return fail(read.error());
    if (merged.isEmpty()) {
        QList<CellRange> found = source.file->mergedRanges();
        found.removeIf([&](const CellRange& range) { return !planner.coversBranch(range); });
        if (!found.isEmpty()) return planned(path, reader, source, options, found, progress);
    }
    plan->branches = branches->planned();
    plan->groups = branches->groups();
    note(*plan);
    return plan;
}
}

Result<ImportPlan> planImport(const QString& path, const Reader& reader,
                              const ImportOptions& options, const ImportProgress& progress) {
    const auto source = openRoster(path, reader, options);
    if (!source) return fail(source.error());
    return planned(path, reader, *source, options, {}, progress);
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
    for (const PlannedRow& row : plan.rows)
        if (row.reasons)
            remarks.append(
                QJsonObject{{u"row"_s, row.row},
                            {u"verdict"_s, verdictCode(row.verdict)},
                            {u"why"_s, QJsonArray::fromStringList(reasonCodes(row.reasons))}});
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
