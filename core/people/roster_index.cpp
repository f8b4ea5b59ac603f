#include "core/people/roster_index.h"

#include <algorithm>
#include <limits>

namespace baolei {

namespace {
constexpr qint64 kPause = 4096; ///< people between two questions whether the reading is wanted

constexpr const char* kColumns
    = "SELECT id, branch_id, group_id, stage, joined_on, probation_until, id_number,"
      " id_remark <> '', phone <> '', is_floating, is_lost, exempt_since IS NOT NULL,"
      " left_on IS NOT NULL FROM live_person";

quint32 stageMark(QByteArrayView stage) {
    if (stage == "full") return bit(RosterMark::Full);
    if (stage == "probationary") return bit(RosterMark::Probationary);
    if (stage == "development") return bit(RosterMark::Development);
    if (stage == "activist") return bit(RosterMark::Activist);
    return stage == "applicant" ? bit(RosterMark::Applicant) : 0;
}

quint32 marksOf(const Row& row, QDate today) {
    if (row.integer(12) != 0) return bit(RosterMark::Left);
    quint32 marks = stageMark(row.view(3));
    if (row.integer(9) != 0) marks |= bit(RosterMark::Floating);
    if (row.integer(10) != 0) marks |= bit(RosterMark::Lost);
    if (row.integer(11) != 0) marks |= bit(RosterMark::Exempt);
    const GapCells cells{row.text(3),   row.as<PartialDate>(4), row.as<PartialDate>(5),
                         row.text(6),   row.integer(7) != 0,    row.integer(8) != 0,
                         !row.isNull(1)};
    return marks | bit(RosterMark::FirstGap) * quint32(gapsOf(cells, today).toInt());
}

RosterEntry entryOf(const Row& row, const Outline& outline, QDate today) {
    return {row.as<Uuid>(0), outline.placeOf(row.as<Id<Organisation>>(1)),
            row.isNull(2) ? -1 : outline.placeOf(row.as<Id<Organisation>>(2)), marksOf(row, today),
            std::numeric_limits<quint32>::max()};
}

bool isBefore(const RosterEntry& entry, const Uuid& id) {
    return entry.id < id;
}

// Organisations of a scope, parents before children, each asked for only when it is needed.
class Walk {
public:
    Walk(const Reader& reader, Id<Organisation> scope)
        : m_reader(reader) {
        if (scope.isNull()) {
            m_waiting.append(Uuid{});
            m_error = push("parent_id IS NULL", {});
        } else {
            m_waiting.append(scope.value);
        }
    }
    /// The next one, null for those of no organisation; nothing at the end.
    std::optional<Uuid> next() {
        if (m_error || m_waiting.isEmpty()) return std::nullopt;
        const bool isTop = m_waiting.size() > 1 && m_waiting.first().isNull();
        const Uuid id = isTop ? m_waiting.takeFirst() : m_waiting.takeLast();
        if (!id.isNull()) m_error = push("parent_id = :parent", {{":parent", id}});
        return id;
    }
    const std::optional<Error>& error() const { return m_error; }

private:
    std::optional<Error> push(const QByteArray& which, const Binds& binds) {
        const auto done = m_reader.each(
            "SELECT id FROM live_organisation WHERE " + which + " ORDER BY position DESC, id DESC",
            binds, [this](const Row& row) { m_waiting.append(row.as<Uuid>(0)); });
        return done ? std::nullopt : std::optional<Error>(done.error());
    }

    const Reader& m_reader;
    QList<Uuid> m_waiting; ///< the last one is the next
    std::optional<Error> m_error;
};
}

Result<RosterIndex> RosterIndex::read(const Reader& reader, QDate today, const IsWanted& isWanted) {
    auto outline = Outline::read(reader);
    if (!outline) return fail(outline.error());
    RosterIndex index;
    index.m_outline = std::make_shared<const Outline>(std::move(*outline));
    // Stretch after stretch, so that a reading that nobody waits for any more ends soon.
    QByteArray after;
    for (bool isMore = true; isMore;) {
        if (isWanted && !isWanted()) return fail(Error{ErrorCode::Cancelled, {}, {}, {}});
        isMore = false;
        const auto done = reader.each(
            kColumns + QByteArray(" WHERE id > coalesce(:after, x'') ORDER BY id LIMIT :limit"),
            {{":after", after}, {":limit", kPause}}, [&](const Row& row) {
                index.m_entries.push_back(entryOf(row, *index.m_outline, today));
                isMore = true;
            });
        if (!done) return fail(done.error());
        if (isMore) after = index.m_entries.back().id.toBytes();
    }
    index.m_entries.shrink_to_fit();
    index.arrange();
    return index;
}

Result<RosterIndex> RosterIndex::readFirst(const Reader& reader, Id<Organisation> scope,
                                           QDate today, qsizetype limit) {
    RosterIndex index;
    Outline few; // of those that are met, in their order
    QSet<Uuid> known;
    Walk walk(reader, scope);
    int place = -1;
    std::vector<RosterEntry> found;
    while (qsizetype(found.size()) < limit) {
        const auto organisation = walk.next();
        if (!organisation) break;
        const auto done = reader.each(
            kColumns
                + QByteArray(
                    " WHERE (branch_id IS :here OR group_id = :here) ORDER BY id LIMIT :limit"),
            {{":here", Id<Organisation>{*organisation}},
             {":limit", qint64(limit) - qint64(found.size())}},
            [&](const Row& row) {
                RosterEntry entry = entryOf(row, few, today);
                if (known.contains(entry.id)) return;
                known.insert(entry.id);
                entry.branch = place;
                found.push_back(entry);
            });
        if (!done) return fail(done.error());
        ++place;
    }
    if (walk.error()) return fail(*walk.error());
    std::sort(found.begin(), found.end(),
              [](const RosterEntry& a, const RosterEntry& b) { return a.id < b.id; });
    index.m_entries = std::move(found);
    index.arrange();
    return index;
}

Result<void> RosterIndex::refresh(const Reader& reader, QDate today, const QList<Uuid>& people) {
    for (const Uuid& id : people) {
        std::optional<RosterEntry> now;
        const auto done
            = reader.each(kColumns + QByteArray(" WHERE id = :id"), {{":id", id}},
                          [&](const Row& row) { now = entryOf(row, *m_outline, today); });
        if (!done) return done;
        const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), id, isBefore);
        const bool isKnown = at != m_entries.end() && at->id == id;
        if (now && isKnown) {
            now->rank = at->rank;
            *at = *now;
        } else if (now) {
            m_entries.insert(at, *now);
        } else if (isKnown) {
            m_entries.erase(at);
        }
    }
    arrange();
    return {};
}

int RosterIndex::placeOf(const Uuid& person) const {
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), person, isBefore);
    return at != m_entries.end() && at->id == person ? int(at - m_entries.begin()) : -1;
}

// Counted rather than compared: entries of one branch keep their order.
void RosterIndex::arrange() {
    int branches = 1;
    for (const RosterEntry& entry : m_entries)
        branches = qMax(branches, entry.branch + 2);
    std::vector<int> next(size_t(branches) + 1);
    for (const RosterEntry& entry : m_entries)
        ++next[size_t(entry.branch) + 2];
    for (size_t i = 1; i < next.size(); ++i)
        next[i] += next[i - 1];
    m_byBranch.resize(m_entries.size());
    for (size_t place = 0; place < m_entries.size(); ++place)
        m_byBranch[size_t(next[size_t(m_entries[place].branch) + 1]++)] = int(place);
}

std::vector<int>
RosterIndex::inScope(Id<Organisation> scope,
                     const std::function<bool(const RosterEntry&)>& isShown) const {
    const int first = scope.isNull() ? -1 : m_outline->placeOf(scope);
    const bool isEveryone = scope.isNull() || m_outline->lines().isEmpty();
    const int end = isEveryone ? std::numeric_limits<int>::max()
        : first < 0            ? -1
                               : m_outline->lines()[first].end;
    const auto isIn = [=](int place) { return place >= first && place < end; };
    std::vector<int> places;
    for (const int place : m_byBranch) {
        const RosterEntry& entry = m_entries[size_t(place)];
        if ((isEveryone || isIn(entry.branch) || (entry.group >= 0 && isIn(entry.group)))
            && isShown(entry))
            places.push_back(place);
    }
    return places;
}

void RosterIndex::rankBy(const std::vector<quint32>& ranks) {
    m_ranks = 1;
    for (size_t i = 0; i < m_entries.size() && i < ranks.size(); ++i) {
        m_entries[i].rank = ranks[i];
        m_ranks = qMax(m_ranks, ranks[i] + 1);
    }
}

std::vector<int> RosterIndex::ranked(const std::vector<int>& places, bool isDescending) const {
    const auto bucket = [&](int place) {
        const quint32 rank = qMin(m_entries[size_t(place)].rank, m_ranks);
        return size_t(isDescending ? m_ranks - rank : rank);
    };
    std::vector<int> next(size_t(m_ranks) + 2);
    for (const int place : places)
        ++next[bucket(place) + 1];
    for (size_t i = 1; i < next.size(); ++i)
        next[i] += next[i - 1];
    std::vector<int> ordered(places.size());
    for (const int place : places)
        ordered[size_t(next[bucket(place)]++)] = place;
    return ordered;
}

} // namespace baolei
