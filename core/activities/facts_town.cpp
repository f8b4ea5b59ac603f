#include "core/activities/facts_town.h"

#include "core/activities/exemption.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// Above so many organisations one pass over all secretaries is quicker than one question each.
constexpr qsizetype kMany = 400;

const QByteArray kOffices
    = "SELECT p.organisation_id, p.person_id, p.from_on, p.until_on, o.type"
      "  FROM live_post p JOIN live_organisation o ON o.id = p.organisation_id"
      " WHERE (o.dissolved_on IS NULL OR o.dissolved_on > :day)";
const QByteArray kSecretaries = kOffices + " AND p.kind = 'secretary'";
// By the index of the person: that of the kind would go through every secretary for each.
const QByteArray kSecretaryships
    = kOffices + " AND +p.kind = 'secretary' AND p.person_id = :person";

void addSecretary(FactsTown& town, const Row& row) {
    town.secretaries[row.as<Uuid>(0)].append(
        {row.as<Uuid>(1), row.as<PartialDate>(2), row.as<PartialDate>(3)});
}

void addOffice(FactsTown& town, const Row& row) {
    const Office office{row.as<Uuid>(1), row.as<PartialDate>(2), row.as<PartialDate>(3)};
    if (office.isHeldOn(town.days.asOf) && holdsMembers(row.text(4)))
        town.offices[office.person].insert(row.as<Uuid>(0));
}

Result<void> loadSecretariesOf(FactsTown& town, const Reader& reader) {
    for (const Organisation& each : std::as_const(town.organisations)) {
        const auto done = reader.each(kSecretaries + " AND p.organisation_id = :holder",
                                      {{":day", town.days.asOf}, {":holder", each.id}},
                                      [&](const Row& row) { addSecretary(town, row); });
        if (!done) return done;
    }
    QSet<Uuid> persons;
    for (const QList<Office>& each : std::as_const(town.secretaries))
        for (const Office& office : each)
            persons.insert(office.person);
    for (const Uuid& person : std::as_const(persons)) {
        const auto done
            = reader.each(kSecretaryships, {{":day", town.days.asOf}, {":person", person}},
                          [&](const Row& row) { addOffice(town, row); });
        if (!done) return done;
    }
    return {};
}

// Of the whole town, whatever the scope: the second branch of a secretary may lie outside it.
Result<void> loadSecretaries(FactsTown& town, const Reader& reader) {
    if (town.organisations.size() <= kMany) return loadSecretariesOf(town, reader);
    return reader.each(kSecretaries, {{":day", town.days.asOf}}, [&](const Row& row) {
        addSecretary(town, row);
        addOffice(town, row);
    });
}

Result<void> loadJoint(FactsTown& town, const Reader& reader) {
    const QString away = PartialDate(town.away().first()).text();
    const QString first = town.days.awayMonths > 0 ? qMin(town.firstDay, away) : town.firstDay;
    return reader.each("SELECT id, joint FROM live_activity WHERE joint IS NOT NULL"
                       " AND starts_at >= :first AND starts_at < :after",
                       {{":first", first}, {":after", town.dayAfter}}, [&](const Row& row) {
                           const auto id = row.as<Uuid>(0);
                           const QByteArrayView joint = row.view(1);
                           town.joint.insert(id);
                           for (qsizetype at = 0; at + 16 <= joint.size(); at += 16)
                               town.joined.insert(Uuid::fromBytes(joint.sliced(at, 16)), id);
                       });
}

Result<void> loadExemptionsOf(FactsTown& town, const Reader& reader) {
    for (const Organisation& each : std::as_const(town.organisations)) {
        const auto granted = exemptionsOver(reader, each.id, town.days.from, town.days.to);
        if (!granted) return fail(granted.error());
        for (const GrantedExemption& one : *granted)
            town.exemptions[each.id.value].append({one.rule, one.fromOn, one.untilOn});
    }
    return {};
}

// Most towns have none, which one look tells.
Result<void> loadExemptions(FactsTown& town, const Reader& reader) {
    const Binds days{{":first", town.days.from}, {":last", town.days.to}};
    const auto any = reader.integer("SELECT EXISTS (SELECT 1 FROM live_exemption"
                                    " WHERE from_on <= :last AND until_on >= :first)",
                                    days);
    if (!any) return fail(any.error());
    if (*any == 0) return {};
    if (town.organisations.size() <= kMany) return loadExemptionsOf(town, reader);
    return reader.each(
        "WITH RECURSIVE covered(id, granted) AS (SELECT organisation_id, id FROM live_exemption"
        " WHERE from_on <= :last AND until_on >= :first UNION SELECT o.id, c.granted"
        " FROM live_organisation o JOIN covered c ON o.parent_id = c.id)"
        " SELECT c.id, e.rule, e.from_on, e.until_on FROM covered c"
        " JOIN exemption e ON e.id = c.granted",
        days, [&](const Row& row) {
            town.exemptions[row.as<Uuid>(0)].append(
                {row.text(1), row.as<QDate>(2), row.as<QDate>(3)});
        });
}

void addExtension(FactsTown& town, const Row& row) {
    town.extensions.insert(row.as<Uuid>(0), {row.as<QDate>(1), !row.text(2).isEmpty()});
}

// What was approved later is not there yet.
const QByteArray kExtensions = "SELECT organisation_id, until_on, approver FROM live_term_extension"
                               " WHERE (approved_on IS NULL OR approved_on <= :day)";

Result<void> loadExtensions(FactsTown& town, const Reader& reader) {
    const QByteArray order = " ORDER BY until_on, id"; // the latest takes the place of the others
    const auto add = [&](const Row& row) { addExtension(town, row); };
    if (town.organisations.size() > kMany)
        return reader.each(kExtensions + order, {{":day", town.days.asOf}}, add);
    for (const Organisation& each : std::as_const(town.organisations)) {
        const auto done = reader.each(kExtensions + " AND organisation_id = :holder" + order,
                                      {{":day", town.days.asOf}, {":holder", each.id}}, add);
        if (!done) return done;
    }
    return {};
}
}

bool Office::isHeldOn(QDate day) const {
    return (from.isNull() || from.earliest() <= day) && (until.isNull() || until.latest() >= day);
}

FactsTown::FactsTown(const TownRules& rules, const FactDays& factDays)
    : days(factDays)
    , firstDay(PartialDate(factDays.from).text())
    , dayAfter(PartialDate(factDays.to.addDays(1)).text()) {
    for (const QString& kind : rules.book.kinds)
        kindNames.append(kind.toLatin1());
}

void FactsTown::add(const QList<Organisation>& all) {
    for (const Organisation& each : all) {
        if (!each.dissolvedOn.isNull() && each.dissolvedOn.latest() <= days.asOf) continue;
        if (each.type == u"group"_s)
            groups[each.parentId].append(each);
        else if (each.type != u"unit"_s)
            organisations.append(each);
    }
}

Result<void> FactsTown::load(const Reader& reader, const TownRules& rules) {
    Result<void> done = loadSecretaries(*this, reader);
    if (done) done = loadExemptions(*this, reader);
    if (done) done = loadExtensions(*this, reader);
    if (done) done = loadJoint(*this, reader);
    if (done && days.studyYear > 0) done = loadStudy(reader, rules);
    return done;
}

Result<void> FactsTown::loadStudy(const Reader& reader, const TownRules& rules) {
    auto terms = studyTerms(rules, days.today);
    if (!terms) return fail(terms.error());
    study = StudyTown{std::move(*terms), {days.studyYear, days.today}, true};
    return study->load(reader);
}

} // namespace baolei
