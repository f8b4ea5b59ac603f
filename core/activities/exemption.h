#pragma once
// 批准免: an organisation, and what is below it, need not hold what a rule asks for in some days,
// as its superior has approved. Only what is to be held so many times can be left out; whether a
// meeting or a vote was valid nobody can waive.

#include "core/people/commands.h"
#include "core/rules/rule.h"

namespace baolei {

inline constexpr Op kGrantExemption{"exemption.grant", QT_TRANSLATE_NOOP("Op", "登记免除：%1 %2")};
inline constexpr Op kChangeExemption{"exemption.change",
                                     QT_TRANSLATE_NOOP("Op", "修改免除：%1 %2")};
inline constexpr Op kRemoveExemption{"exemption.remove",
                                     QT_TRANSLATE_NOOP("Op", "取消免除：%1 %2")};

struct GrantedExemption {
    Id<GrantedExemption> id;
    Id<Organisation> organisationId; ///< no group: its branch
    QString rule; ///< R-104
    QDate fromOn;
    QDate untilOn;
    QString reason;
    QString approver; ///< 批准人或批准机关
    QDate approvedOn;
    bool operator==(const GrantedExemption&) const = default;
};
template <> const Table& tableOf<GrantedExemption>();

/// What is missing or wrong, by column. `today`: nothing is approved in the future.
QList<FieldProblem> checkExemption(const GrantedExemption& exemption, QDate today);

/// Adds or changes one. Refuses what checkExemption refuses, a rule that is none or does not say
/// how often, and a group.
Result<GrantedExemption> saveExemption(Store& store, GrantedExemption exemption);
Result<void> removeExemption(Store& store, Id<GrantedExemption> id);

/// Those granted to organisations of `scope` and below (null: all), the newest days first.
Result<QList<GrantedExemption>> exemptionsIn(const Reader& reader, Id<Organisation> scope);
/// Those that free `organisation` in some of these days: its own and those of what is above it.
Result<QList<GrantedExemption>> exemptionsOver(const Reader& reader, Id<Organisation> organisation,
                                               QDate first, QDate last);
/// Whether it frees from `rule`, by any of its names.
bool isOfRule(const GrantedExemption& exemption, const Rule& rule);

} // namespace baolei
