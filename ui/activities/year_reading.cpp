#include "ui/activities/year_reading.h"

#include "ui/base/background.h"

#include <QCryptographicHash>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
using Organisations = QHash<Id<Organisation>, Organisation>;

Uuid idOf(const Finding& finding) {
    QCryptographicHash hash(QCryptographicHash::Md5);
    hash.addData(finding.rule.toUtf8());
    for (const Uuid& each : {finding.organisation, finding.group, finding.activity})
        hash.addData(each.toBytes());
    if (finding.period) hash.addData(finding.period->text().toLatin1());
    hash.addData(QByteArray::number(finding.vote));
    hash.addData(finding.message.toUtf8());
    return Uuid::fromBytes(hash.result());
}

class Reading {
public:
    Reading(const Reader& reader, const PageQuestion& question, const std::function<bool()>& goOn)
        : m_reader(reader)
        , m_question(question)
        , m_goOn(goOn) { }

    Result<PageAnswer> run() {
        Result<void> done = readNames();
        if (done) done = readBranches();
        if (done && m_goOn()) done = readHeld();
        if (done && m_goOn() && m_question.wantsFindings) done = readFindings();
        if (!done) return fail(done.error());
        if (!m_goOn()) return fail(Progress::stopped());
        return std::move(m_answer);
    }

private:
    Result<void> readNames();
    Result<void> readBranches();
    Result<void> addUnruled();
    Result<void> readHeld();
    Result<void> readFindings();
    Id<Organisation> branchOf(Id<Organisation> id) const;
    QString nameOf(Id<Organisation> id) const { return m_organisations.value(id).shortName; }

    const Reader& m_reader;
    const PageQuestion& m_question;
    const std::function<bool()>& m_goOn;
    Organisations m_organisations;
    TownRules m_rules;
    PageAnswer m_answer;
};

Result<void> Reading::readNames() {
    const auto all = organisations(m_reader);
    if (!all) return fail(all.error());
    for (const Organisation& each : *all)
        m_organisations.insert(each.id, each);
    auto rules = townRules(m_reader);
    if (!rules) return fail(rules.error());
    m_rules = std::move(*rules);
    m_answer.kinds = m_rules.kinds;
    for (const ActivityKind& kind : m_rules.kinds) {
        const Rule* rule = m_rules.book.find(kind.cadence, m_question.today);
        m_answer.demands.append(rule && rule->enabled ? rule->title : QString());
    }
    m_answer.period = m_question.period;
    m_answer.today = m_question.today;
    return {};
}

Id<Organisation> Reading::branchOf(Id<Organisation> id) const {
    const Organisation organisation = m_organisations.value(id);
    return organisation.type == u"group"_s ? organisation.parentId : id;
}

Result<void> Reading::readBranches() {
    const int year = m_question.period.year;
    const Id<Organisation> scope = branchOf(m_question.scope);
    const auto done = forEachMatrixRow(
        m_reader, m_rules, scope, year, m_question.today, [&](const MatrixRow& row) {
            BranchYear branch = branchYear(row, m_rules, year, m_question.today);
            const Organisation organisation = m_organisations.value(row.organisation);
            branch.name = organisation.shortName;
            branch.parent = nameOf(organisation.parentId);
            m_answer.branches.append(std::move(branch));
            return m_goOn();
        });
    if (!done) return done;
    m_answer.isOneBranch = m_answer.branches.size() == 1 && !scope.isNull()
        && m_answer.branches.first().organisation == scope;
    return addUnruled();
}

// Kinds that no rule speaks of are not among the facts that rules judge; they were held all the
// same.
Result<void> Reading::addUnruled() {
    QHash<Id<Organisation>, BranchYear*> byId;
    for (BranchYear& branch : m_answer.branches)
        byId.insert(branch.organisation, &branch);
    for (qsizetype i = 0; i < m_rules.kinds.size(); ++i) {
        const QString& kind = m_rules.kinds[i].id;
        if (m_rules.book.kindBit(kind) != 0) continue;
        const Period year = Period::ofYear(m_question.period.year);
        const auto lines = activitiesIn(m_reader, branchOf(m_question.scope), year, kind);
        if (!lines) return fail(lines.error());
        for (const ActivityLine& line : *lines) {
            BranchYear* branch = byId.value(branchOf(line.organisationId));
            if (!branch || line.startsAt.date() > m_question.today) continue;
            MonthCell& cell = branch->kinds[i].months[size_t(line.startsAt.date().month() - 1)];
            ++(line.state == u"final"_s ? cell.held : cell.drafts);
        }
    }
    return {};
}

Result<void> Reading::readHeld() {
    const auto lines = activitiesIn(m_reader, m_question.scope, m_question.period);
    if (!lines) return fail(lines.error());
    QHash<QString, QString> kindNames;
    for (const ActivityKind& kind : m_rules.kinds)
        kindNames.insert(kind.id, kind.name);
    m_answer.held.reserve(lines->size());
    for (const ActivityLine& line : *lines)
        m_answer.held.append(
            {line, nameOf(line.organisationId), kindNames.value(line.kind, line.kind)});
    return {};
}

Result<void> Reading::readFindings() {
    const auto found = check(m_reader, branchOf(m_question.scope), m_question.today);
    if (!found) return fail(found.error());
    m_answer.findings.reserve(found->size());
    for (const Finding& finding : *found) {
        FindingLine line{idOf(finding), finding, nameOf({finding.organisation}), {}};
        const Rule* rule = m_rules.book.find(finding.rule, m_question.today);
        if (rule && rule->kind == RuleKind::Frequency && !rule->activities.isEmpty())
            line.kind = rule->activities.first();
        m_answer.findings.append(std::move(line));
    }
    m_answer.hasFindings = true;
    return {};
}
}

Result<PageAnswer> readPage(const Reader& reader, const PageQuestion& question,
                            const std::function<bool()>& goOn) {
    return Reading(reader, question, goOn).run();
}

MonthCell figuresOf(const PageAnswer& answer, int kind) {
    MonthCell sum;
    for (const BranchYear& branch : answer.branches)
        sum += cellOf(branch, kind, answer.period);
    // As the list counts them: once, whoever held them together, and also what committees held.
    sum.held = 0;
    sum.drafts = 0;
    for (const HeldLine& line : answer.held) {
        if (kind >= 0 && line.activity.kind != answer.kinds[kind].id) continue;
        if (line.activity.state != u"final"_s)
            ++sum.drafts;
        else if (line.activity.startsAt.date() <= answer.today)
            ++sum.held;
    }
    return sum;
}

} // namespace baolei
