#pragma once
// The facts of many organisations, in the order of the tree. What all of them need is read once;
// the rest is read organisation by organisation, by one thread or by several.

#include "core/activities/compliance.h"

#include <vector>

namespace baolei {

struct FactsTown; ///< what was read once

class FactsPass {
public:
    /// Over the organisations of `scope` (null: all) that hold members or lead those who do.
    static Result<FactsPass> over(const Reader& reader, const TownRules& rules,
                                  Id<Organisation> scope, const FactDays& days);
    /// Over these; what it reads does not depend on how many others there are.
    static Result<FactsPass> overThese(const Reader& reader, const TownRules& rules,
                                       const QList<Id<Organisation>>& these, const FactDays& days);
    qsizetype size() const;
    /// Calls `each` with the facts of `count` organisations from `first` on; may be called on
    /// several threads, each with a reader of its own. `each` returning false stops.
    Result<void> read(const Reader& reader, qsizetype first, qsizetype count,
                      const std::function<bool(const OrganisationFacts&)>& each) const;

private:
    explicit FactsPass(std::shared_ptr<const FactsTown> town)
        : m_town(std::move(town)) { }
    static Result<FactsPass> prepared(const Reader& reader, const TownRules& rules, FactsTown town);
    std::shared_ptr<const FactsTown> m_town;
};

/// Organisations that are judged by one thread in one go.
inline constexpr qsizetype kPartSize = 128;

/// Judges on several threads: `judge` collects into a Part of its own for every kPartSize
/// organisations; `take` is given the parts on this thread, in order, whatever the number of
/// threads. `take` returning false stops.
template <typename Part>
Result<void> judgeInParts(const Reader& reader, const FactsPass& pass,
                          const std::function<void(Part&, const OrganisationFacts&)>& judge,
                          const std::function<bool(Part&&, const PassState&)>& take,
                          int threads = usefulThreads()) {
    const qsizetype parts = (pass.size() + kPartSize - 1) / kPartSize;
    std::vector<Part> found(static_cast<size_t>(parts));
    const bool isAlone = threads <= 1 || parts <= 1;
    const auto hire = [&]() -> Result<BlockWork> {
        auto own = isAlone ? Result<Reader>(reader) : Reader::open(reader.connection().path());
        if (!own) return fail(own.error());
        return BlockWork([&, with = *own](qsizetype part) {
            return pass.read(with, part * kPartSize, kPartSize,
                             [&](const OrganisationFacts& facts) {
                                 judge(found[static_cast<size_t>(part)], facts);
                                 return true;
                             });
        });
    };
    return inOrder(parts, threads, hire, [&](qsizetype part) {
        const PassState state{qMin((part + 1) * kPartSize, pass.size()), pass.size()};
        return take(std::exchange(found[static_cast<size_t>(part)], Part()), state);
    });
}

} // namespace baolei
