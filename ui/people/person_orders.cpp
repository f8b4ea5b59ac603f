#include "ui/people/person_orders.h"

#include "core/people/id_number.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kFirstCell = 1; ///< after the id

// What a column reads of live_person p, and how a line is made of it. Cells count from kFirstCell.
struct Cells {
    QByteArray sql;
    void (*fill)(PersonLine& line, const Row& row);
};

template <QString RosterLine::*Member> void fillText(PersonLine& line, const Row& row) {
    line.person.*Member = row.text(kFirstCell);
}
template <PartialDate RosterLine::*Member> void fillDate(PersonLine& line, const Row& row) {
    line.person.*Member = row.as<PartialDate>(kFirstCell);
}

void fillState(PersonLine& line, const Row& row) {
    const QStringList parts = row.text(kFirstCell).split(u'|');
    line.person.leftOn = PartialDate::fromText(parts.value(0));
    line.person.isLost = parts.value(1) == u"1"_s;
    line.person.isFloating = parts.value(2) == u"1"_s;
    line.person.exemptSince = PartialDate::fromText(parts.value(3));
    line.person.membership = parts.value(4);
}

const Cells* cellsOf(const QString& column) {
    static const QHash<QString, Cells> all{
        {u"name"_s, {"p.name", fillText<&RosterLine::name>}},
        {u"sex"_s, {"p.sex", fillText<&RosterLine::sex>}},
        {u"age"_s, {"p.born_on", fillDate<&RosterLine::bornOn>}},
        {u"education"_s, {"p.education", fillText<&RosterLine::education>}},
        {u"stage"_s, {"p.stage", fillText<&RosterLine::stage>}},
        {u"joined"_s, {"p.joined_on", fillDate<&RosterLine::joinedOn>}},
        {u"state"_s,
         {"ifnull(p.left_on, '') || '|' || p.is_lost || '|' || p.is_floating || '|'"
          " || ifnull(p.exempt_since, '') || '|' || p.membership",
          fillState}},
        {u"group"_s,
         {"(SELECT g.short_name FROM live_organisation g WHERE g.id = p.group_id)",
          [](PersonLine& line, const Row& row) { line.group = row.text(kFirstCell); }}},
        {u"born"_s, {"p.born_on", fillDate<&RosterLine::bornOn>}},
        {u"ethnicity"_s, {"p.ethnicity", fillText<&RosterLine::ethnicity>}},
        {u"partyAge"_s, {"p.joined_on", fillDate<&RosterLine::joinedOn>}},
        {u"full"_s, {"p.full_on", fillDate<&RosterLine::fullOn>}},
        {u"job"_s, {"p.job", fillText<&RosterLine::job>}},
        {u"exempt"_s, {"p.exempt_since", fillDate<&RosterLine::exemptSince>}},
        {u"left"_s, {"p.left_on", fillDate<&RosterLine::leftOn>}},
        {u"idNumber"_s,
         {"substr(p.id_number, 1, 6)",
          [](PersonLine& line, const Row& row) { line.idNumber = row.text(kFirstCell); }}},
        {u"phone"_s,
         {"substr(p.phone, 1, 3)",
          [](PersonLine& line, const Row& row) { line.phone = row.text(kFirstCell); }}},
    };
    const auto at = all.constFind(column);
    return at == all.constEnd() ? nullptr : &*at;
}

// Values by their number, each once, and which one each person has.
struct Values {
    std::vector<SortKey> keys;
    std::vector<quint32> ofEntry;
};

class Reading {
public:
    Reading(const RosterIndex& index, const RecordColumn<PersonLine>& column)
        : m_index(index)
        , m_column(column) {
        m_values.ofEntry.assign(index.entries().size(), numberOf({}, {}));
    }

    Result<Values> ofColumn(const Reader& reader, const Cells& cells,
                            const RosterIndex::IsWanted& isWanted);
    Result<Values> ofPosts(const Reader& reader, QDate today);
    Values ofBranches();

private:
    quint32 numberOf(const QByteArray& raw, const PersonLine& line) {
        const auto at = m_numbers.constFind(raw);
        if (at != m_numbers.constEnd()) return *at;
        const auto number = quint32(m_values.keys.size());
        m_values.keys.push_back(m_column.sortKey ? m_column.sortKey(line)
                                                 : textKey(m_column.text(line)));
        m_numbers.insert(raw, number);
        return number;
    }

    const RosterIndex& m_index;
    const RecordColumn<PersonLine>& m_column;
    QHash<QByteArray, quint32> m_numbers;
    Values m_values;
};

Result<Values> Reading::ofColumn(const Reader& reader, const Cells& cells,
                                 const RosterIndex::IsWanted& isWanted) {
    constexpr qint64 kPause = 8192;
    const QByteArray sql = "SELECT p.id, " + cells.sql
        + " FROM live_person p WHERE p.id > coalesce(:after, x'') ORDER BY p.id LIMIT :limit";
    QByteArray after;
    for (bool isMore = true; isMore;) {
        if (!isWanted()) return fail(Error{ErrorCode::Cancelled, {}, {}, {}});
        isMore = false;
        const auto done
            = reader.each(sql, {{":after", after}, {":limit", kPause}}, [&](const Row& row) {
                  isMore = true;
                  const auto id = row.as<Uuid>(0);
                  after = id.toBytes();
                  const int place = m_index.placeOf(id);
                  if (place < 0) return;
                  const QByteArrayView raw = row.view(kFirstCell);
                  const auto known
                      = m_numbers.constFind(QByteArray::fromRawData(raw.data(), raw.size()));
                  if (known != m_numbers.constEnd()) {
                      m_values.ofEntry[size_t(place)] = *known;
                      return;
                  }
                  PersonLine line;
                  cells.fill(line, row);
                  m_values.ofEntry[size_t(place)] = numberOf(raw.toByteArray(), line);
              });
        if (!done) return fail(done.error());
    }
    return std::move(m_values);
}

Result<Values> Reading::ofPosts(const Reader& reader, QDate today) {
    QHash<Uuid, QString> posts;
    const auto done = reader.each("SELECT person_id, kind, title FROM live_post"
                                  " WHERE (from_on IS NULL OR from_on <= :day)"
                                  " AND (until_on IS NULL OR until_on >= :day) ORDER BY id",
                                  {{":day", today}}, [&](const Row& row) {
                                      addPost(posts[row.as<Uuid>(0)], row.text(1), row.text(2));
                                  });
    if (!done) return fail(done.error());
    for (auto it = posts.cbegin(); it != posts.cend(); ++it) {
        const int place = m_index.placeOf(it.key());
        if (place < 0) continue;
        PersonLine line;
        line.posts = it.value();
        m_values.ofEntry[size_t(place)] = numberOf(it.value().toUtf8(), line);
    }
    return std::move(m_values);
}

// As in the tree; it is known already.
Values Reading::ofBranches() {
    Values values;
    const qsizetype branches = m_index.outline().lines().size();
    values.keys.reserve(size_t(branches) + 1);
    for (qint64 i = -1; i < branches; ++i)
        values.keys.emplace_back(i);
    for (const RosterEntry& entry : m_index.entries())
        values.ofEntry.push_back(quint32(entry.branch + 1));
    return values;
}

std::vector<quint32> ranksOf(const Values& values) {
    std::vector<quint32> order(values.keys.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = quint32(i);
    std::sort(order.begin(), order.end(),
              [&](quint32 a, quint32 b) { return values.keys[a] < values.keys[b]; });
    std::vector<quint32> rankOfValue(order.size());
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && values.keys[order[i - 1]] < values.keys[order[i]]) ++rank;
        rankOfValue[order[i]] = rank;
    }
    std::vector<quint32> ranks;
    ranks.reserve(values.ofEntry.size());
    for (const quint32 value : values.ofEntry)
        ranks.push_back(rankOfValue[value]);
    return ranks;
}
}

Result<std::vector<quint32>> readRanks(const Reader& reader, const RosterIndex& index,
                                       const RecordColumn<PersonLine>& column, QDate today,
                                       const RosterIndex::IsWanted& isWanted) {
    Reading reading(index, column);
    if (column.key == u"branch"_s) return ranksOf(reading.ofBranches());
    const Cells* cells = cellsOf(column.key);
    const auto values
        = cells ? reading.ofColumn(reader, *cells, isWanted) : reading.ofPosts(reader, today);
    if (!values) return fail(values.error());
    return ranksOf(*values);
}

} // namespace baolei
