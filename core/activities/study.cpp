#include "core/activities/study.h"

#include "core/activities/study_reading.h"
#include "core/store/snapshot.h"

#include <algorithm>
#include <vector>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
using Places = QHash<Uuid, int>; ///< of people in StudyOf::people

Places placesOf(const StudyOf& study) {
    Places places;
    for (const PersonStudy& person : study.people)
        places.insert(person.id.value, int(places.size()));
    return places;
}

void count(PersonStudy& person, const StudyMark& mark, const StudyActivity& activity,
           bool isChosen) {
    person.hours += mark.hours;
    person.months[static_cast<size_t>(activity.from.date().month() - 1)] += mark.hours;
    if (isChosen) return;
    const bool isMissed = mark.mark == Mark::Leave || mark.mark == Mark::Absent;
    person.present += mark.mark == Mark::Present;
    person.madeUp += mark.mark == Mark::MadeUp;
    person.missed += isMissed;
    person.due = person.present + person.madeUp + person.missed;
}

// One activity after another into the years of those who have a mark there.
void enter(StudyOf& study, const HeldStudy& held, const Places& places, const StudyTown& town) {
    const ActivityKind* kind = kindWithId(town.terms.kinds, held.activity.kind);
    const bool isChosen = kind && kind->attends == Attends::Chosen;
    bool isKept = false;
    for (const Attendee& each : held.attendance) {
        const auto place = places.constFind(each.person);
        if (place == places.constEnd()) continue;
        if (!isKept) study.activities.append(held.activity);
        isKept = true;
        StudyMark mark{int(study.activities.size()) - 1, each.mark, {}, each.madeUpOn, each.reason};
        // Made up for on a day that is still to come: planned, not done.
        const bool isToCome = each.mark == Mark::MadeUp && each.madeUpOn > town.year.today;
        if (town.terms.conversion.counts[static_cast<size_t>(each.mark)] && !isToCome)
            mark.hours = held.activity.worth.value_or(StudyHours{});
        PersonStudy& person = study.people[*place];
        count(person, mark, held.activity, isChosen);
        person.marks.append(mark);
    }
}

// Fills in the years of `study.people` out of what their branches and the committees held.
Result<void> fill(StudyOf& study, const StudyReading& reading, const StudyTown& town) {
    const auto branches = reading.branchesOf(study.branch, study.people);
    if (!branches) return fail(branches.error());
    auto held = reading.heldBy(*branches);
    if (!held) return fail(held.error());
    for (const PersonStudy& person : std::as_const(study.people))
        for (const Id<Activity>& id : town.seenAbove.values(person.id.value))
            if (!held->contains(id)) held->insert(id, *town.above.constFind(id));
    QList<const HeldStudy*> inOrder;
    inOrder.reserve(held->size());
    for (const HeldStudy& each : std::as_const(*held))
        inOrder.append(&each);
    std::sort(inOrder.begin(), inOrder.end(), [](const HeldStudy* a, const HeldStudy* b) {
        return std::tie(a->activity.from, a->activity.id)
            < std::tie(b->activity.from, b->activity.id);
    });
    const Places places = placesOf(study);
    for (const HeldStudy* each : inOrder)
        enter(study, *each, places, town);
    return {};
}
}

Result<StudyOf> readStudy(const Reader& reader, const StudyTown& town, Id<Organisation> branch) {
    const Snapshot snapshot(reader);
    const StudyReading reading(reader, town);
    auto members = reading.membersOf(branch);
    if (!members) return fail(members.error());
    StudyOf study{branch, {}, std::move(*members)};
    if (const auto done = fill(study, reading, town); !done) return fail(done.error());
    return study;
}

StudyState PersonStudy::state() const {
    if (isExempt || target == StudyHours{}) return StudyState::Exempt;
    return hours < target ? StudyState::Short : StudyState::Reached;
}

StudyHours PersonStudy::lacking() const {
    return state() == StudyState::Short ? StudyHours{target.tenths - hours.tenths} : StudyHours{};
}

int StudyOf::count(StudyState state) const {
    return int(std::count_if(people.begin(), people.end(),
                             [state](const PersonStudy& one) { return one.state() == state; }));
}

StudyHours StudyOf::sum() const {
    StudyHours sum;
    for (const PersonStudy& person : people)
        sum += person.hours;
    return sum;
}

Result<StudyPass> StudyPass::over(const Reader& reader, const StudyTerms& terms,
                                  Id<Organisation> scope, const StudyYear& year) {
    auto town = std::make_shared<StudyTown>(StudyTown{terms, year});
    auto all = organisationsUnder(reader, scope, year.asOf());
    if (all && all->size() == 1 && all->first().type == u"group"_s) {
        town->group = scope;
        all = reader.all<Organisation>("WHERE r.id = :id", {{":id", all->first().parentId}});
    }
    if (!all) return fail(all.error());
    town->branches = branchesIn(*all);
    if (const auto done = town->load(reader); !done) return fail(done.error());
    return StudyPass(std::move(town));
}

const QList<Organisation>& StudyPass::branches() const {
    return m_town->branches;
}

Result<StudyOf> StudyPass::read(const Reader& reader, qsizetype branch) const {
    return readStudy(reader, *m_town, m_town->branches.at(branch).id);
}

Result<StudyOf> studyOfBranch(const Reader& reader, const StudyTerms& terms,
                              Id<Organisation> branch, const StudyYear& year) {
    StudyTown town{terms, year};
    if (const auto done = town.load(reader); !done) return fail(done.error());
    return readStudy(reader, town, branch);
}

Result<StudyOf> studyOfPerson(const Reader& reader, const StudyTerms& terms, Id<Person> person,
                              const StudyYear& year) {
    const auto found = reader.find(person);
    if (!found) return fail(found.error());
    if (!*found) return StudyOf{};
    StudyTown town{terms, year};
    if (const auto done = town.load(reader); !done) return fail(done.error());
    const Snapshot snapshot(reader);
    const StudyReading reading(reader, town);
    auto one = reading.person(**found);
    if (!one) return fail(one.error());
    StudyOf study{(*found)->branchId, {}, {std::move(*one)}};
    if (const auto done = fill(study, reading, town); !done) return fail(done.error());
    return study;
}

Result<void> forEachStudy(const Reader& reader, const StudyPass& pass,
                          const std::function<bool(const Organisation&, StudyOf&&)>& take,
                          int threads) {
    const QList<Organisation>& branches = pass.branches();
    std::vector<StudyOf> found(static_cast<size_t>(branches.size()));
    const bool isAlone = threads <= 1 || branches.size() <= 1;
    const auto hire = [&]() -> Result<BlockWork> {
        auto own = isAlone ? Result<Reader>(reader) : Reader::open(reader.connection().path());
        if (!own) return fail(own.error());
        return BlockWork([&, with = *own](qsizetype branch) -> Result<void> {
            auto study = pass.read(with, branch);
            if (!study) return fail(study.error());
            found[static_cast<size_t>(branch)] = std::move(*study);
            return {};
        });
    };
    return inOrder(branches.size(), threads, hire, [&](qsizetype branch) {
        return take(branches.at(branch),
                    std::exchange(found[static_cast<size_t>(branch)], StudyOf()));
    });
}

} // namespace baolei
