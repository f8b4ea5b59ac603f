#include "core/people/term.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Term)
};
}

template <> const Table& tableOf<TermExtension>() {
    using E = TermExtension;
    static const Table table{"term_extension",
                             Text::tr("延期换届"),
                             {column("id", Text::tr("编号"), &E::id),
                              column("organisation_id", Text::tr("党组织"), &E::organisationId),
                              column("until_on", Text::tr("延期至"), &E::untilOn),
                              column("approver", Text::tr("批准机关"), &E::approver),
                              column("approved_on", Text::tr("批准日期"), &E::approvedOn),
                              column("document", Text::tr("批复文号"), &E::document)}};
    return table;
}

Result<std::optional<TermExtension>> extensionOf(const Reader& reader,
                                                 const Organisation& organisation) {
    if (organisation.termEndsOn.isNull()) return std::optional<TermExtension>();
    const auto found = reader.all<TermExtension>(
        "WHERE r.organisation_id = :holder AND r.until_on > :ends"
        " ORDER BY r.until_on DESC, r.id DESC LIMIT 1",
        {{":holder", organisation.id}, {":ends", organisation.termEndsOn.latest()}});
    if (!found) return fail(found.error());
    return found->isEmpty() ? std::optional<TermExtension>() : found->first();
}

} // namespace baolei
