#include "ui/activities/year_reading.h"

#include "core/activities/facts_pass.h"
#include "core/people/organisation_tree.h"
#include "ui/activities/text_ranks.h"
#include "ui/base/background.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
class Reading {
public:
    Reading(const Reader& reader, const PageQuestion& question, const GoOn& goOn)
        : m_reader(reader)
        , m_question(question)
        , m_goOn(goOn)
        , m_year(question.period.year, question.today) { }

    Result<void> run(const std::function<void(const PageAnswer&)>& deliver,
                     const std::optional<PageAnswer>& known) {
        if (const auto done = readNames(); !done) return done;
        using Steps = QList<Result<void> (Reading::*)()>;
        Steps steps{&Reading::readFirstCells, &Reading::readHeld, &Reading::readAllCells,
                    &Reading::readHeldTexts};
        if (known) {
            m_answer = *known;
            steps = {&Reading::readHeld, &Reading::readHeldTexts};
        }
        for (const auto step : steps) {
            if (const auto done = (this->*step)(); !done) return done;
            if (m_isStopped) return fail(Progress::stopped());
            deliver(m_answer);
        }
        return {};
    }
    Result<QList<BranchYear>> cellsOf(const QList<Id<Organisation>>& branches);
    Result<void> loadRules();

private:
    Result<QList<OrganisationNode>> loadNames();
    Result<void> readNames();
    Result<void> readFirstCells();
    Result<void> readAllCells();
    Result<void> addPlans(QList<BranchYear>& branches, Id<Organisation> scope);
    Result<void> readHeld();
    Result<void> readHeldTexts();
    void addSums();
    BranchYear named(BranchYear branch) const;
    Id<Organisation> scopeOfCells() const;

    const Reader& m_reader;
    const PageQuestion& m_question;
    const GoOn& m_goOn;
    MatrixYear m_year;
    TownRules m_rules;
    QHash<Id<Organisation>, QString> m_names;
    QHash<Id<Organisation>, Id<Organisation>> m_parents;
    QSet<Id<Organisation>> m_groups;
    PageAnswer m_answer;
    bool m_isStopped = false;
};

Result<void> Reading::loadRules() {
    auto rules = townRules(m_reader);
    if (!rules) return fail(rules.error());
    m_rules = std::move(*rules);
    return {};
}

Result<QList<OrganisationNode>> Reading::loadNames() {
    auto all = organisationNames(m_reader);
    if (!all) return all;
    for (const OrganisationNode& each : std::as_const(*all)) {
        m_names.insert(each.id, each.shortName);
        m_parents.insert(each.id, each.parentId);
        if (each.type == u"group"_s) m_groups.insert(each.id);
    }
    return all;
}

Result<void> Reading::readNames() {
    if (const auto done = loadRules(); !done) return done;
    m_answer.period = m_question.period;
    m_answer.today = m_question.today;
    m_answer.kinds = m_rules.kinds;
    for (const ActivityKind& kind : m_rules.kinds) {
        const Rule* rule = m_rules.book.find(kind.cadence, m_question.today);
        m_answer.demands.append(rule && rule->enabled ? rule->title : QString());
    }
    const auto all = loadNames();
    if (!all) return fail(all.error());
    const Id<Organisation> scope = scopeOfCells();
    for (const OrganisationNode& each : namesUnder(*all, scope))
        if (holdsMembers(each.type)) m_answer.branches.append(named({each.id, {}, {}, 0, {}}));
    m_answer.isOneBranch = m_answer.branches.size() == 1 && !scope.isNull()
        && m_answer.branches.first().organisation == scope;
    return {};
}

Id<Organisation> Reading::scopeOfCells() const {
    const Id<Organisation> scope = m_question.scope;
    return m_groups.contains(scope) ? m_parents.value(scope) : scope;
}

BranchYear Reading::named(BranchYear branch) const {
    branch.name = m_names.value(branch.organisation);
    branch.parent = m_names.value(m_parents.value(branch.organisation));
    return branch;
}

Result<QList<BranchYear>> Reading::cellsOf(const QList<Id<Organisation>>& branches) {
    QList<BranchYear> cells;
    const auto pass = FactsPass::overThese(m_reader, m_rules, branches, m_year.days());
    if (!pass) return fail(pass.error());
    const auto done = pass->read(m_reader, 0, pass->size(), [&](const OrganisationFacts& facts) {
        if (const auto row = m_year.rowOf(facts, m_rules.book))
            cells.append(branchYear(*row, m_rules, m_question.period.year, m_question.today));
        return true;
    });
    if (!done) return fail(done.error());
    for (const Id<Organisation> each : branches)
        if (const auto planned = addPlans(cells, each); !planned) return fail(planned.error());
    return cells;
}

// What the branches below `scope` have planned for themselves.
Result<void> Reading::addPlans(QList<BranchYear>& branches, Id<Organisation> scope) {
    QHash<Id<Organisation>, BranchYear*> byId;
    for (BranchYear& each : branches)
        byId.insert(each.organisation, &each);
    QHash<QString, int> places;
    for (int i = 0; i < m_rules.kinds.size(); ++i)
        places.insert(m_rules.kinds[i].id, i);
    const int year = m_question.period.year;
    return forEachPlannedMonth(m_reader, scope, year, [&](const PlannedMonth& planned) {
        BranchYear* branch = byId.value(planned.organisation);
        const int kind = places.value(planned.kind, -1);
        if (branch && kind >= 0) addPlanned(*branch, kind, planned, year, m_question.today);
    });
}

Result<void> Reading::readFirstCells() {
    QList<Id<Organisation>> first;
    for (const BranchYear& each :
         m_answer.branches.first(qMin(kFirstLines, m_answer.branches.size())))
        first.append(each.organisation);
    auto cells = cellsOf(first);
    if (!cells) return fail(cells.error());
    addCells(m_answer, std::move(*cells));
    return {};
}

Result<void> Reading::readAllCells() {
    using Part = QList<BranchYear>;
    const auto pass = FactsPass::over(m_reader, m_rules, scopeOfCells(), m_year.days());
    if (!pass) return fail(pass.error());
    Part branches;
    const auto done = judgeInParts<Part>(
        m_reader, *pass,
        [&](Part& part, const OrganisationFacts& facts) {
            if (const auto row = m_year.rowOf(facts, m_rules.book))
                part.append(
                    named(branchYear(*row, m_rules, m_question.period.year, m_question.today)));
        },
        [&](Part&& part, const PassState& state) {
            branches.append(std::move(part));
            m_isStopped = !m_goOn(state);
            return !m_isStopped;
        });
    if (!done || m_isStopped) return done;
    if (const auto planned = addPlans(branches, scopeOfCells()); !planned) return planned;
    rankBranches(branches);
    m_answer.branches = std::move(branches);
    m_answer.hasCells = true;
    addSums();
    return {};
}

void Reading::addSums() {
    m_answer.sums = QList<MonthSums>(m_rules.kinds.size());
    for (const BranchYear& branch : std::as_const(m_answer.branches))
        for (qsizetype kind = 0; kind < branch.kinds.size(); ++kind)
            for (size_t month = 0; month < 12; ++month)
                m_answer.sums[kind][month] += branch.kinds[kind].months[month];
}

Result<void> Reading::readHeld() {
    const auto overview
        = heldOverview(m_reader, m_question.scope, m_question.period, m_question.today, kMostHeld);
    if (!overview) return fail(overview.error());
    KindNames kindNames(m_rules.kinds);
    m_answer.held.reserve(overview->lines.size());
    for (const ActivityLine& line : overview->lines)
        m_answer.held.append(
            {line, m_names.value(line.organisationId), kindNames.of(line.kind, line.also), {}});
    m_answer.heldByKind = overview->byKind;
    m_answer.heldCount = overview->count;
    m_answer.hasHeld = true;
    for (qsizetype i = 0; i < qMin(kFirstLines, m_answer.held.size()); ++i)
        if (const auto done = addTexts(m_reader, m_answer.held[i].activity); !done) return done;
    return {};
}

Result<void> Reading::readHeldTexts() {
    QSet<QString> words; // the same title stands in thousands of lines: kept once
    const auto kept = [&words](QString& text) { text = *words.insert(text); };
    for (qsizetype i = 0; i < m_answer.held.size(); ++i) {
        ActivityLine& line = m_answer.held[i].activity;
        if (const auto done = addTexts(m_reader, line); !done) return done;
        kept(line.title);
        kept(line.place);
        if (i % kPartSize == 0 && !m_goOn({})) {
            m_isStopped = true;
            return {};
        }
    }
    rankHeld(m_answer.held);
    return {};
}
}

Result<void> readPage(const Reader& reader, const PageQuestion& question, const GoOn& goOn,
                      const std::function<void(const PageAnswer&)>& deliver,
                      const std::optional<PageAnswer>& known) {
    return Reading(reader, question, goOn).run(deliver, known);
}

PageAnswer answerFor(const PageAnswer& ofTheYear, const Period& period) {
    PageAnswer answer = ofTheYear;
    answer.period = period;
    answer.held.clear();
    answer.heldByKind.clear();
    answer.heldCount = 0;
    answer.hasHeld = false;
    return answer;
}

Result<QList<BranchYear>> readCells(const Reader& reader, const PageQuestion& question,
                                    const QList<Id<Organisation>>& branches) {
    const GoOn always = [](const PassState&) { return true; };
    Reading reading(reader, question, always);
    if (const auto done = reading.loadRules(); !done) return fail(done.error());
    return reading.cellsOf(branches);
}

void addCells(PageAnswer& answer, QList<BranchYear>&& cells) {
    QHash<Id<Organisation>, BranchYear*> byId;
    for (BranchYear& each : cells)
        byId.insert(each.organisation, &each);
    for (BranchYear& branch : answer.branches)
        if (BranchYear* read = byId.value(branch.organisation))
            branch.kinds = std::move(read->kinds);
}

MonthSum figuresOf(const PageAnswer& answer, int kind) {
    MonthSum sum;
    const Period& period = answer.period;
    for (qsizetype i = 0; i < answer.sums.size(); ++i) {
        if (kind >= 0 && i != kind) continue;
        for (int month = period.first().month(); month <= period.last().month(); ++month)
            sum += answer.sums[i][size_t(month - 1)];
    }
    // As the list counts them: once, whoever held them together, and also what committees held.
    sum.held = 0;
    sum.drafts = 0;
    for (auto it = answer.heldByKind.begin(); it != answer.heldByKind.end(); ++it) {
        if (kind >= 0 && it.key() != answer.kinds[kind].id) continue;
        sum.held += it->held;
        sum.drafts += it->drafts;
    }
    return sum;
}

} // namespace baolei
