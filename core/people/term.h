#pragma once
// 延期换届: the term of an organisation goes on beyond its end, as its superior has approved.

#include "core/people/organisation.h"
#include "core/store/reader.h"

#include <optional>

namespace baolei {

struct TermExtension {
    Id<TermExtension> id;
    Id<Organisation> organisationId;
    QDate untilOn; ///< 延期至
    QString approver; ///< 批准机关; empty: not approved yet
    QDate approvedOn;
    QString document; ///< 批复文号
    bool isApproved() const { return !approver.isEmpty(); }
    bool operator==(const TermExtension&) const = default;
};
template <> const Table& tableOf<TermExtension>();

/// 延长或提前换届一般不超过1年 (基层组织选举工作条例 art. 3; rulebook 5).
inline constexpr int kLongestExtension = 12; // months

/// That of the term on record, the latest if there are several; those of earlier terms end before
/// it does.
Result<std::optional<TermExtension>> extensionOf(const Reader& reader,
                                                 const Organisation& organisation);

} // namespace baolei
