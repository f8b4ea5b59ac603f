#include "ui/activities/record_judge.h"

#include "core/activities/activity_facts.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

// Stands for a record that has no key yet: findings must be told from those of other meetings.
Uuid ownKey(Id<Activity> id) {
    if (!id.isNull()) return id.value;
    Uuid key;
    key.bytes.fill(0xFF);
    return key;
}

int minutesOf(QTime time) {
    return time.hour() * 60 + time.minute();
}

QString missingText(const QList<FieldProblem>& problems) {
    QStringList missing;
    for (const FieldProblem& problem : problems)
        if (!problem.isRefused) missing.append(problem.message);
    return missing.join(u'、');
}

// Whether enough are there, by the kind's own demand; nothing for kinds without one.
std::optional<RecordRemark> quorumRemark(const AttendanceCounts& counts, const ActivityKind& kind) {
    if (kind.quorum == Quorum::None) return std::nullopt;
    const bool ofVoting = kind.quorum == Quorum::HalfOfVoting;
    const int due = ofVoting ? counts.votingDue : counts.due;
    const int present = ofVoting ? counts.votingPresent : counts.present;
    const int needed = presentNeeded(VoteKind::Ordinary, due);
    const bool isEnough = due > 0 && present >= needed;
    const QString whom = ofVoting ? Text::tr("有表决权的") : QString();
    const QString text = isEnough
        ? Text::tr("✔ %1实到 %2 人，达到应到 %3 人的半数（至少 %4 人）〔%5〕")
        : Text::tr("⚠ %1实到 %2 人，不足应到 %3 人的半数（至少 %4 人）〔%5〕");
    return RecordRemark{text.arg(whom).arg(present).arg(due).arg(needed).arg(kind.source.text()),
                        isEnough ? Tone::Done : Tone::Due};
}
}

ActivityFacts RecordJudge::factsOf(const Activity& activity) const {
    ActivityFacts facts;
    facts.id = ownKey(activity.id);
    for (const QString& kind : kindsServed(activity.kind, activity.also))
        facts.kinds |= m_rules->book.kindBit(kind);
    using A = ActivityFact;
    facts.row[A::Date] = dayNumber(activity.startsAt.date());
    facts.row[A::From] = minutesOf(activity.startsAt.time());
    if (activity.endsAt.isValid()) facts.row[A::To] = minutesOf(activity.endsAt.time());
    facts.row[A::Final] = activity.state != u"draft"_s;
    return facts;
}

Result<RecordJudge> RecordJudge::load(const Reader& reader, const TownRules& rules,
                                      const Organisation& branch, QDate day, Id<Activity> own,
                                      QDate today) {
    RecordJudge judge;
    judge.m_rules = &rules;
    judge.m_today = today;
    judge.m_facts.id = branch.id.value;
    judge.m_facts.name = branch.shortName;
    if (!branch.establishedOn.isNull())
        judge.m_facts.row[OrganisationFact::Established]
            = dayNumber(branch.establishedOn.earliest());
    const auto posts = postsIn(reader, branch.id, day);
    if (!posts) return fail(posts.error());
    for (const Post& post : *posts)
        if (post.kind == u"secretary"_s) judge.m_secretaries.insert(post.personId.value);
    const auto month = Period::containing(day, Period::Unit::Month);
    const auto others = activitiesOf(reader, branch.id, month);
    if (!others) return fail(others.error());
    for (const Activity& each : *others)
        if (each.startsAt.date() == day && each.id != own && each.organisationId == branch.id)
            judge.m_facts.activities.append(judge.factsOf(each));
    return judge;
}

QList<RecordRemark> RecordJudge::judge(const ActivityRecord& record,
                                       const ActivityKind& kind) const {
    QList<RecordRemark> remarks;
    const QList<FieldProblem> problems = checkActivity(record, kind);
    for (const FieldProblem& problem : problems)
        if (problem.isRefused) remarks.append({u"⚠ "_s + problem.message, Tone::Missing});
    if (!record.activity.startsAt.isValid()) return remarks;
    ActivityFacts own = factsOf(record.activity);
    own.row[ActivityFact::RecordedOn]
        = dayNumber(record.activity.recordedOn.isValid() ? record.activity.recordedOn : m_today);
    own.row[ActivityFact::HasDelegation] = !record.activity.delegation.isEmpty();
    if (!record.activity.hostId.isNull() && !m_secretaries.isEmpty())
        own.row[ActivityFact::HostIsSecretary]
            = m_secretaries.contains(record.activity.hostId.value);
    const AttendanceCounts counts = countsOf(record.attendance);
    fillCounts(own.row, counts);
    for (const VoteItem& item : record.votes)
        own.votes.append(voteRow(item));
    own.row[ActivityFact::VoteItems] = own.votes.size();
    OrganisationFacts facts = m_facts;
    facts.activities.append(own);
    QList<Finding> findings;
    evaluateInto(findings, m_rules->book, facts, Window(record.activity.startsAt.date(), m_today));
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    QStringList told;
    for (const Finding& finding : std::as_const(findings)) {
        if (finding.standing != Standing::Wrong || finding.activity.isNull()) continue;
        if (told.contains(finding.message)) continue;
        told.append(finding.message);
        remarks.append({Text::tr("⚠ %1〔%2〕").arg(finding.message, finding.source), Tone::Due});
    }
    const auto quorum = quorumRemark(counts, kind);
    if (quorum && quorum->tone == Tone::Due && told.isEmpty()) remarks.append(*quorum);
    if (const QString missing = missingText(problems); !missing.isEmpty())
        remarks.append({missing, Tone::Secondary});
    if (remarks.isEmpty() && quorum) remarks.append(*quorum);
    return remarks;
}

} // namespace baolei
