#include "core/people/roster_import_judge.h"

#include "core/people/codes.h"
#include "core/people/queries.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RosterImport)
};

constexpr Reasons kRefusedBeforehand = bit(Reason::NameMissing) | bit(Reason::BranchMissing)
    | bit(Reason::BranchAmbiguous) | bit(Reason::BranchRefused) | bit(Reason::TextTooLong);

/// The 18 places of a number as one number: X is a place's eleventh digit.
quint64 packedNumber(QStringView number) {
    quint64 packed = 0;
    for (const QChar c : number)
        packed = packed * 11 + quint64(c == u'X' ? 10 : c.digitValue());
    return packed;
}

size_t nameKey(const QString& name, const Uuid& branch) {
    return qHashMulti(0, name, branch);
}

bool isCompatible(const PartialDate& a, const PartialDate& b) {
    return a.isNull() || b.isNull() || a == b;
}

/// Whether two people under one number may be one who changed the name or whose name was mended:
/// something else must agree, or the number was given to the wrong person.
bool mayBeRenamed(const Person& known, const Person& row, bool sameBranch) {
    for (const QChar c : row.name)
        if (known.name.contains(c)) return true;
    const bool sameJoining = !row.joinedOn.isNull() && known.joinedOn == row.joinedOn;
    return sameBranch && sameJoining;
}
}

Person merged(Person person, const RowFacts& facts) {
    const auto& columns = tableOf<Person>().columns();
    for (int i = 0; i < int(columns.size()); ++i)
        if (facts.given >> i & 1) columns[i].write(&person, columns[i].read(&facts.person));
    return person;
}

QString shownCell(const Column& column, const Value& value) {
    const RosterColumn* roster = rosterColumn(QString::fromUtf8(column.name));
    if (!roster) return textIn(value);
    if (roster->kind == ColumnKind::YesNo)
        return integerIn(value) != 0 ? Text::tr("是") : Text::tr("否");
    if (roster->kind == ColumnKind::Number) return QString::number(integerIn(value));
    if (roster->kind == ColumnKind::Code) return nameOf(roster->table, textIn(value));
    return textIn(value);
}

RosterJudge::RosterJudge(const Reader& reader, ImportBranches& branches, ImportPlan& plan,
                         const RosterRowReader& columns)
    : m_reader(reader)
    , m_branches(branches)
    , m_plan(plan)
    , m_hasStage(columns.hasColumn("stage"))
    , m_hasJoined(columns.hasColumn("joined_on")) { }

Result<void> RosterJudge::begin(bool mergeLikely) {
    m_mergeLikely = mergeLikely;
    const auto people = m_reader.integer("SELECT EXISTS(SELECT 1 FROM live_person)");
    if (!people) return fail(people.error());
    m_storeHasPeople = *people != 0;
    return {};
}

Id<Organisation> RosterJudge::idOf(int branch) const {
    return branch < 0 ? Id<Organisation>{} : m_branches.planned()[branch].organisation.id;
}

size_t RosterJudge::identity(const Person& person, int branch) const {
    const auto days = [](const PartialDate& date) { // 2001 and 2001-01-01 differ in the last
        return std::pair(date.earliest().toJulianDay(), date.latest().toJulianDay());
    };
    return qHashMulti(0, person.name, branch, days(person.bornOn), days(person.joinedOn));
}

Result<void> RosterJudge::indexNames() {
    if (m_isIndexed) return {};
    m_isIndexed = true;
    return m_reader.each("SELECT p.id, p.name, p.branch_id FROM live_person p ORDER BY p.id", {},
                         [&](const Row& row) {
                             m_byName.insert(nameKey(row.text(1), row.as<Uuid>(2)),
                                             row.as<Uuid>(0));
                         });
}

// Nobody is merged on a likeness: without a number, name, branch, birth and day of joining must all
// be the same, as they are when a file is imported once more.
Result<RosterJudge::Found> RosterJudge::findByName(const RowFacts& facts, int branch) {
    Found found;
    const Id<Organisation> branchId = idOf(branch);
    if (branchId.isNull()) return found;
    if (const auto done = indexNames(); !done) return fail(done.error());
    const Person& wanted = facts.person;
    std::optional<Person> exact;
    std::optional<Person> exactNumbered;
    QList<Person> likely;
    for (const Uuid& id : m_byName.values(nameKey(wanted.name, branchId.value))) {
        const auto candidate = m_reader.find(Id<Person>{id});
        if (!candidate) return fail(candidate.error());
        if (!*candidate || m_claimed.contains((*candidate)->id)) continue;
        const Person& person = **candidate;
        if (person.name != wanted.name || person.branchId != branchId) continue;
        const bool hasOtherNumber = !person.idNumber.isEmpty() && !wanted.idNumber.isEmpty();
        if (hasOtherNumber) continue;
        if (person.bornOn == wanted.bornOn && person.joinedOn == wanted.joinedOn)
            (person.idNumber.isEmpty() ? exact : exactNumbered) = person;
        else if (isCompatible(person.bornOn, wanted.bornOn))
            likely.append(person);
    }
    if (!exact) exact = exactNumbered;
    if (!exact && m_mergeLikely && likely.size() == 1) exact = likely.first();
    if (exact) {
        found.person = exact;
        found.byName = true;
        if (exact->idNumber.isEmpty() && !wanted.idNumber.isEmpty())
            found.reasons = bit(Reason::IdAdded);
    } else if (!likely.isEmpty()) {
        found.reasons = bit(Reason::MaybeSamePerson);
    }
    return found;
}

Result<RosterJudge::Found> RosterJudge::find(const RowFacts& facts, int branch) {
    Found found;
    if (!m_storeHasPeople) return found;
    const Person& row = facts.person;
    if (row.idNumber.isEmpty()) return findByName(facts, branch);
    const auto known = m_reader.all<Person>("WHERE r.id_number = :number AND r.id_number <> ''",
                                            {{":number", row.idNumber}});
    if (!known) return fail(known.error());
    if (known->isEmpty()) return findByName(facts, branch);
    found.person = known->first();
    if (found.person->name == row.name) return found;
    const bool sameBranch = found.person->branchId == idOf(branch);
    found.reasons = mayBeRenamed(*found.person, row, sameBranch) ? bit(Reason::NameDiffers)
                                                                 : bit(Reason::DuplicateId);
    return found;
}

Reasons RosterJudge::branchReasons(int branch) const {
    if (branch < 0) return bit(Reason::BranchMissing);
    switch (m_branches.planned()[branch].state) {
    case PlannedBranch::State::Ambiguous:
        return bit(Reason::BranchAmbiguous);
    case PlannedBranch::State::Refused:
        return bit(Reason::BranchRefused);
    case PlannedBranch::State::Existing:
    case PlannedBranch::State::New:
        break;
    }
    return 0;
}

Reasons RosterJudge::repeated(const RowFacts& facts, const Found& found, int branch) const {
    const bool isClaimed = found.person && m_claimed.contains(found.person->id);
    if (!facts.person.idNumber.isEmpty())
        return isClaimed || m_numbers.contains(packedNumber(facts.person.idNumber))
            ? bit(Reason::DuplicateId)
            : 0;
    return isClaimed || m_identities.contains(identity(facts.person, branch))
        ? bit(Reason::DuplicatePerson)
        : 0;
}

Result<void> RosterJudge::judge(int row, const RowFacts& facts, const QString& branch) {
    PlannedRow planned;
    planned.row = row;
    planned.name = facts.person.name;
    planned.branch = m_branches.branchFor(branch);
    planned.reasons = facts.reasons | branchReasons(planned.branch);
    const bool isTooLong = facts.reasons & bit(Reason::TextTooLong); // it may be the name
    if (facts.person.name.isEmpty() && !isTooLong) planned.reasons |= bit(Reason::NameMissing);
    Found found;
    if (!(planned.reasons & kRefusedBeforehand)) {
        auto known = find(facts, planned.branch);
        if (!known) return fail(known.error());
        found = std::move(*known);
        planned.reasons |= found.reasons | repeated(facts, found, planned.branch);
    }
    Person person = found.person ? merged(*found.person, facts) : facts.person;
    Reasons derived = 0;
    deriveMissing(person, m_plan.today, derived);
    planned.reasons |= m_hasStage ? derived : derived & bit(Reason::NotMember);
    planned.reasons |= dayReasons(person, facts.hasJoinedFault, m_plan.today);
    if (m_hasJoined && person.joinedOn.isNull() && !facts.hasJoinedFault && isMember(person.stage))
        planned.reasons |= bit(Reason::JoinedMissing);
    planned.reasons = decisive(planned.reasons);
    planned.verdict = verdictOf(planned.reasons);
    if (planned.verdict == Verdict::Refuse)
        ++m_plan.refused;
    else if (const auto done = take(planned, facts, found, std::move(person)); !done)
        return done;
    planned.verdict = verdictOf(planned.reasons);
    if (planned.verdict == Verdict::Warn) ++m_plan.warned;
    m_plan.rows.append(std::move(planned));
    return {};
}

Result<void> RosterJudge::take(PlannedRow& planned, const RowFacts& facts, Found& found,
                               Person person) {
    m_branches.count(planned.branch);
    if (!facts.person.idNumber.isEmpty()) m_numbers.insert(packedNumber(facts.person.idNumber));
    m_identities.insert(identity(facts.person, planned.branch));
    planned.foundByName = found.byName;
    if (!found.person) {
        planned.action = RowAction::Add;
        ++m_plan.added;
        m_plan.people.append({planned.row, planned.branch,
                              m_branches.groupFor(facts.group, planned.branch), false,
                              filledColumns(person), std::move(person), facts.posts});
        return {};
    }
    m_claimed.insert(found.person->id);
    if (!found.person->leftOn.isNull()) planned.reasons |= bit(Reason::HasLeft);
    const auto changed = packChanges(planned, facts, *found.person, person);
    if (!changed) return fail(changed.error());
    planned.action = *changed ? RowAction::Change : RowAction::Same;
    ++(*changed ? m_plan.changed : m_plan.same);
    return {};
}

void RosterJudge::tell(const PlannedRow& planned, const Person& person, const Column& column,
                       const QString& before, const QString& after) {
    m_plan.changes.append(
        {planned.row, person.name, column.title, before, after, column.isPrivate, 0});
}

Result<QStringList> RosterJudge::newPosts(const Person& person, const QStringList& posts,
                                          int branch) const {
    QStringList missing = posts;
    if (missing.isEmpty()) return missing;
    const auto held = postsOf(m_reader, person.id);
    if (!held) return fail(held.error());
    for (const Post& post : *held)
        if (post.untilOn.isNull() && post.organisationId == idOf(branch))
            missing.removeAll(post.kind);
    return missing;
}

Result<bool> RosterJudge::packChanges(PlannedRow& planned, const RowFacts& facts,
                                      const Person& before, const Person& after) {
    static const int kBranch = personColumn("branch_id");
    static const int kGroup = personColumn("group_id");
    const auto& columns = tableOf<Person>().columns();
    PackedPerson packed{planned.row, planned.branch, -1, false, 0, after, {}};
    packed.person.id = before.id;
    for (int i = kGroup + 1; i < int(columns.size()); ++i) {
        const Value was = columns[i].read(&before);
        const Value becomes = columns[i].read(&after);
        if (was == becomes) continue;
        packed.columns |= quint64(1) << i;
        tell(planned, before, columns[i], shownCell(columns[i], was),
             shownCell(columns[i], becomes));
    }
    const bool isHere = before.leftOn.isNull();
    const Organisation& branch = m_branches.planned()[planned.branch].organisation;
    if (isHere && (branch.id.isNull() || branch.id != before.branchId)) {
        packed.isMoved = true;
        ++m_plan.moved;
        planned.reasons |= bit(Reason::Moved);
        tell(planned, before, columns[kBranch], m_branches.nameOf(before.branchId),
             branch.shortName);
    }
    const int group = isHere ? m_branches.groupFor(facts.group, planned.branch) : -1;
    if (group >= 0) {
        const Organisation& named = m_branches.groups()[group].organisation;
        if (named.id.isNull() || named.id != before.groupId) {
            packed.group = group;
            tell(planned, before, columns[kGroup], m_branches.nameOf(before.groupId),
                 named.shortName);
        }
    }
    const Result<QStringList> posts = isHere ? newPosts(before, facts.posts, planned.branch)
                                             : Result<QStringList>(QStringList{});
    if (!posts) return fail(posts.error());
    packed.posts = *posts;
    for (const QString& post : packed.posts)
        m_plan.changes.append({planned.row,
                               before.name,
                               Text::tr("党内职务"),
                               {},
                               baolei::nameOf(u"post", post),
                               false,
                               0});
    const bool isChanged
        = packed.columns != 0 || packed.isMoved || packed.group >= 0 || !packed.posts.isEmpty();
    if (isChanged) m_plan.people.append(packed);
    return isChanged;
}

} // namespace baolei
