// What `check` finds, with the names that a table shows.

#include "core/people/organisation_tree.h"
#include "ui/activities/text_ranks.h"
#include "ui/base/background.h"

#include <QCryptographicHash>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
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

// What mends it by being held; empty where nothing does.
QString kindOf(const Finding& finding, const RuleBook& book, QDate today) {
    const Rule* rule = book.find(finding.rule, today);
    const bool isOwed = rule && rule->kind == RuleKind::Frequency && !rule->activities.isEmpty();
    return isOwed ? rule->activities.first() : QString();
}
}

Result<PageFindings> readFindings(const Reader& reader, const PageQuestion& question,
                                  const GoOn& goOn) {
    const auto names = organisationNames(reader);
    if (!names) return fail(names.error());
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    QHash<Id<Organisation>, QString> nameOf;
    Id<Organisation> scope = question.scope;
    for (const OrganisationNode& each : *names) {
        nameOf.insert(each.id, each.shortName);
        if (each.id == question.scope && each.type == u"group"_s) scope = each.parentId;
    }
    bool isStopped = false;
    CheckCourse course;
    course.goOn = [&](const PassState& state) {
        isStopped = !goOn(state);
        return !isStopped;
    };
    const auto found = check(reader, scope, question.today, course);
    if (!found) return fail(found.error());
    if (isStopped) return fail(Progress::stopped());
    PageFindings findings;
    findings.count = found->size();
    for (const Finding& each : found->first(qMin(kMostFindings, found->size())))
        findings.lines.append({idOf(each), each, nameOf.value({each.organisation}),
                               kindOf(each, rules->book, question.today), 0});
    rankFindings(findings.lines);
    return findings;
}

} // namespace baolei
