#include "core/plans/belonging.h"

namespace baolei {

using namespace Qt::StringLiterals;

Result<QList<Id<Organisation>>> branchesOf(const Reader& reader, const Activity& activity) {
    QList<Id<Organisation>> branches;
    for (const Id<Organisation> holder : holdersOf(activity)) {
        const auto done
            = reader.each("SELECT type, parent_id FROM live_organisation WHERE id = :holder",
                          {{":holder", holder}}, [&](const Row& row) {
                              const bool isGroup = row.text(0) == u"group"_s;
                              const Id<Organisation> branch
                                  = isGroup ? row.as<Id<Organisation>>(1) : holder;
                              if (!branches.contains(branch)) branches.append(branch);
                          });
        if (!done) return fail(done.error());
    }
    return branches;
}

Result<bool> haveAllMet(const Reader& reader, const ActivityKind& kind, Id<Organisation> branch,
                        QDate monthOf) {
    if (kind.attends != Attends::Group) return true;
    const QDate first(monthOf.year(), monthOf.month(), 1);
    const auto lacking = reader.integer(
        "SELECT count(*) FROM live_organisation g WHERE g.parent_id = :branch"
        " AND g.type = 'group' AND g.dissolved_on IS NULL AND NOT EXISTS ("
        "  SELECT 1 FROM live_activity a WHERE a.organisation_id = g.id AND (a.kind = :kind"
        "  OR instr(' ' || a.also || ' ', ' ' || :kind || ' '))"
        "  AND a.state = 'final' AND a.starts_at >= :first AND a.starts_at < :after)",
        {{":branch", branch},
         {":kind", kind.id},
         {":first", first},
         {":after", first.addMonths(1)}});
    if (!lacking) return fail(lacking.error());
    return *lacking == 0;
}

} // namespace baolei
