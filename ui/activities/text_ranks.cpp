#include "ui/activities/text_ranks.h"

#include "ui/base/record_model.h"

#include <algorithm>

namespace baolei {

namespace {
template <typename L, typename Text, typename Rank>
void rank(QList<L>& lines, const Text& textOf, const Rank& rankOf) {
    QSet<QString> texts;
    for (const L& line : std::as_const(lines))
        texts.insert(textOf(line));
    const QHash<QString, int> ranks = ranksOf(texts);
    for (L& line : lines)
        rankOf(line) = ranks.value(textOf(line));
}
}

QHash<QString, int> ranksOf(const QSet<QString>& texts) {
    std::vector<std::pair<SortKey, QString>> keyed;
    keyed.reserve(size_t(texts.size()));
    for (const QString& text : texts)
        keyed.emplace_back(textKey(text), text);
    std::stable_sort(keyed.begin(), keyed.end()); // GCC 12 finds fault with the heap of std::sort
    QHash<QString, int> ranks;
    ranks.reserve(texts.size());
    int next = 0;
    for (const auto& [key, text] : keyed)
        ranks.insert(text, next++);
    return ranks;
}

void rankBranches(QList<BranchYear>& branches) {
    rank(
        branches, [](const BranchYear& each) { return each.name; },
        [](BranchYear& each) -> int& { return each.rank; });
}

void rankHeld(QList<HeldLine>& lines) {
    const auto rankBy = [&](int HeldRanks::*place, const auto& textOf) {
        rank(lines, textOf, [place](HeldLine& line) -> int& { return line.ranks.*place; });
    };
    rankBy(&HeldRanks::title, [](const HeldLine& line) { return line.activity.title; });
    rankBy(&HeldRanks::organisation, [](const HeldLine& line) { return line.organisation; });
    rankBy(&HeldRanks::kind, [](const HeldLine& line) { return line.kind; });
    rankBy(&HeldRanks::place, [](const HeldLine& line) { return line.activity.place; });
}

void rankFindings(QList<FindingLine>& lines) {
    rank(
        lines, [](const FindingLine& line) { return line.organisation; },
        [](FindingLine& line) -> int& { return line.rank; });
}

} // namespace baolei
