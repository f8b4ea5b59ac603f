#include "core/activities/exemption.h"

#include "core/activities/compliance.h"
#include "core/base/normal_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Activities)
};

Result<QString> holderName(const Reader& reader, Id<Organisation> id) {
    const auto organisation = reader.find(id);
    if (!organisation) return fail(organisation.error());
    if (!*organisation) return fail(ErrorCode::NotFound, Text::tr("所选的党组织已不在"));
    if ((*organisation)->type == u"group"_s)
        return fail(ErrorCode::Refused, Text::tr("党小组不能单独登记免除"),
                    Text::tr("请登记在它所在的党支部"));
    return (*organisation)->shortName;
}

Result<void> refuseWhatCannotBeWaived(const Reader& reader, const GrantedExemption& exemption) {
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    const Rule* rule = rules->book.find(exemption.rule, exemption.fromOn);
    if (!rule)
        return fail(ErrorCode::NotFound, Text::tr("没有规则“%1”").arg(exemption.rule),
                    Text::tr("请核对编号，如 R-104"));
    if (rule->kind != RuleKind::Frequency)
        return fail(ErrorCode::Refused,
                    Text::tr("规则 %1 管的不是要开几次，不能免除").arg(rule->id),
                    Text::tr("会议和表决是否有效，只能按规定改正记录"));
    return {};
}
}

template <> const Table& tableOf<GrantedExemption>() {
    using G = GrantedExemption;
    static const Table table{"exemption",
                             Text::tr("批准免除"),
                             {column("id", Text::tr("编号"), &G::id),
                              column("organisation_id", Text::tr("党组织"), &G::organisationId),
                              column("rule", Text::tr("规则"), &G::rule),
                              column("from_on", Text::tr("起"), &G::fromOn).inGroup("days"),
                              column("until_on", Text::tr("止"), &G::untilOn).inGroup("days"),
                              column("reason", Text::tr("原因"), &G::reason),
                              column("approver", Text::tr("批准人或机关"), &G::approver),
                              column("approved_on", Text::tr("批准日期"), &G::approvedOn)}};
    return table;
}

QList<FieldProblem> checkExemption(const GrantedExemption& exemption, QDate today) {
    QList<FieldProblem> problems = tooLongTexts(exemption);
    const auto refuse = [&](const char* name, const QString& message) {
        problems.append({name, message, true});
    };
    if (exemption.rule.isEmpty()) refuse("rule", Text::tr("请选择免哪一项"));
    if (!exemption.fromOn.isValid()) refuse("from_on", Text::tr("请填写从哪天起"));
    if (!exemption.untilOn.isValid()) refuse("until_on", Text::tr("请填写到哪天止"));
    if (exemption.fromOn.isValid() && exemption.untilOn.isValid()
        && exemption.untilOn < exemption.fromOn)
        refuse("until_on", Text::tr("止日早于起日"));
    if (exemption.reason.isEmpty()) refuse("reason", Text::tr("请填写原因"));
    if (exemption.approver.isEmpty()) refuse("approver", Text::tr("请填写批准人或批准机关"));
    if (exemption.approvedOn > today) refuse("approved_on", Text::tr("批准日期还没有到"));
    return problems;
}

Result<GrantedExemption> saveExemption(Store& store, GrantedExemption exemption) {
    exemption.rule = exemption.rule.trimmed();
    exemption.reason = normalLine(exemption.reason).trimmed();
    exemption.approver = normalLine(exemption.approver).trimmed();
    const auto name = holderName(store.reader(), exemption.organisationId);
    if (!name) return fail(name.error());
    QStringList wrong;
    for (const FieldProblem& problem : checkExemption(exemption, store.clock().today()))
        wrong.append(problem.message);
    if (!wrong.isEmpty())
        return fail(ErrorCode::Refused, wrong.join(u'、'), Text::tr("请补上再保存"));
    if (const auto may = refuseWhatCannotBeWaived(store.reader(), exemption); !may)
        return fail(may.error());
    const bool isNew = exemption.id.isNull();
    return store.run({isNew ? kGrantExemption : kChangeExemption, {*name, exemption.rule}},
                     [&](Session& session) -> Result<GrantedExemption> {
                         if (isNew) exemption.id = session.newId<GrantedExemption>();
                         const auto put = session.put(exemption);
                         if (!put) return fail(put.error());
                         return exemption;
                     });
}

Result<void> removeExemption(Store& store, Id<GrantedExemption> id) {
    const auto found = store.reader().find(id);
    if (!found) return fail(found.error());
    if (!*found) return fail(ErrorCode::NotFound, Text::tr("这项免除已不在"));
    const auto name = holderName(store.reader(), (*found)->organisationId);
    return store.run({kRemoveExemption, {name.value_or(QString()), (*found)->rule}},
                     [&](Session& session) { return session.erase(id); });
}

Result<QList<GrantedExemption>> exemptionsIn(const Reader& reader, Id<Organisation> scope) {
    const QByteArray order = " ORDER BY r.from_on DESC, r.id";
    if (scope.isNull()) return reader.all<GrantedExemption>(order);
    return reader.all<GrantedExemption>(
        "WHERE r.organisation_id IN (WITH RECURSIVE below(id) AS (SELECT :scope UNION"
        " SELECT o.id FROM live_organisation o JOIN below b ON o.parent_id = b.id)"
        " SELECT id FROM below)"
            + order,
        {{":scope", scope}});
}

Result<QList<GrantedExemption>> exemptionsOver(const Reader& reader, Id<Organisation> organisation,
                                               QDate first, QDate last) {
    return reader.all<GrantedExemption>(
        "WHERE r.organisation_id IN (WITH RECURSIVE above(id) AS (SELECT :holder UNION"
        " SELECT o.parent_id FROM organisation o JOIN above a ON o.id = a.id"
        " WHERE o.parent_id IS NOT NULL) SELECT id FROM above)"
        " AND r.from_on <= :last AND r.until_on >= :first ORDER BY r.from_on, r.id",
        {{":holder", organisation}, {":first", first}, {":last", last}});
}

bool isOfRule(const GrantedExemption& exemption, const Rule& rule) {
    return exemption.rule == rule.id || rule.also.contains(exemption.rule);
}

} // namespace baolei
