// 台账: what everything below an organisation held in a period, summed up and line by line.

#include "core/handbook/page_data.h"
#include "core/activities/own_kinds.h"
#include "core/people/queries.h"

#include <QCoreApplication>
#include <QSet>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

/// More lines nobody prints; they would hold up the machine that lays them out.
constexpr qsizetype kMostLines = 20'000;

struct Sums {
    QHash<QString, int> held; ///< by kind
    int all = 0;
    int due = 0;
    int present = 0;
    void add(const ActivityLine& line, const QStringList& kinds) {
        for (const QString& kind : kinds)
            ++held[kind];
        ++all;
        due += line.due;
        present += line.present;
    }
};

QVariant rateText(int present, int due) {
    return due > 0 ? QVariant(u"%1%"_s.arg(present * 100 / due)) : QVariant();
}

class TownPages {
public:
    TownPages(const Reader& reader, const PrintSubject& subject, TownShows shows)
        : m_reader(reader)
        , m_subject(subject)
        , m_shows(shows) { }
    Result<FormData> run();

private:
    Result<void> readTown();
    Result<void> readJoint();
    Result<void> readHeld();
    Result<void> readStudy();
    void take(const ActivityLine& line);
    void addKinds();
    FormData row(const QString& name, const Sums& sums) const;
    void addBranches(const QHash<Id<Organisation>, BranchFigures>& figures);

    const Reader& m_reader;
    const PrintSubject& m_subject;
    TownShows m_shows;
    FormData m_data;
    QList<ActivityKind> m_kinds;
    QList<Organisation> m_branches;
    QHash<Id<Organisation>, Id<Organisation>> m_branchOf; ///< of branches and their groups
    QHash<Id<Organisation>, QString> m_names;
    QMultiHash<Id<Activity>, Id<Organisation>> m_joint; ///< who joined it
    QHash<Id<Organisation>, Sums> m_sums;
    Sums m_total;
    struct Study {
        int people = 0;
        int asked = 0; ///< of whom hours are asked
        int reached = 0;
        StudyHours hours;
    };
    QHash<Id<Organisation>, Study> m_study;
    static void addStudy(FormData& row, const Study& study);
    QList<FormData> m_lines;
    qsizetype m_count = 0;
};

Result<void> TownPages::readTown() {
    auto kinds = townKinds(m_reader);
    if (!kinds) return fail(kinds.error());
    m_kinds = std::move(*kinds);
    const auto all = organisationsUnder(m_reader, m_subject.branch.id, m_subject.period.first());
    if (!all) return fail(all.error());
    m_branches = branchesIn(*all);
    for (const Organisation& branch : std::as_const(m_branches))
        m_branchOf.insert(branch.id, branch.id);
    for (const Organisation& each : *all) {
        m_names.insert(each.id, each.shortName);
        if (each.type == u"group"_s) m_branchOf.insert(each.id, each.parentId);
    }
    return {};
}

Result<void> TownPages::readJoint() {
    const Binds days{{":first", m_subject.period.first()},
                     {":after", m_subject.period.last().addDays(1)}};
    return m_reader.each("SELECT id, joint FROM live_activity WHERE joint IS NOT NULL"
                         " AND starts_at >= :first AND starts_at < :after",
                         days, [this](const Row& row) {
                             const QByteArray joint = row.bytes(1);
                             for (qsizetype at = 0; at + 16 <= joint.size(); at += 16)
                                 m_joint.insert(row.as<Id<Activity>>(0),
                                                {Uuid::fromBytes(joint.mid(at, 16))});
                         });
}

// What several held together counts for each of them, and once in the sum of the town.
void TownPages::take(const ActivityLine& line) {
    if (line.state != u"final"_s || line.startsAt.date() > m_subject.printedOn) return;
    const QStringList kinds = kindsServed(line.kind, line.also);
    QSet<Id<Organisation>> holders{m_branchOf.value(line.organisationId)};
    for (const Id<Organisation>& each : m_joint.values(line.id))
        holders.insert(m_branchOf.value(each));
    for (const Id<Organisation>& each : std::as_const(holders))
        if (!each.isNull()) m_sums[each].add(line, kinds);
    m_total.add(line, kinds);
    if (m_shows != TownShows::Meetings || ++m_count > kMostLines) return;
    FormData row;
    row.record = u"activity/"_s + line.id.value.toText();
    row.values = {{u"from"_s, line.startsAt},
                  {u"holder"_s, m_names.value(line.organisationId)},
                  {u"kind"_s, combinedKind(m_kinds, kinds).name},
                  {u"title"_s, line.title},
                  {u"place"_s, line.place}};
    if (line.due > 0)
        row.values.insert({{u"due"_s, line.due},
                           {u"present"_s, line.present},
                           {u"rate"_s, rateText(line.present, line.due)}});
    m_lines.append(row);
}

Result<void> TownPages::readHeld() {
    return forEachActivity(m_reader, m_subject.branch.id, m_subject.period,
                           [this](const ActivityLine& line) { take(line); });
}

Result<void> TownPages::readStudy() {
    const auto rules = townRules(m_reader);
    if (!rules) return fail(rules.error());
    const StudyYear year = studyYearOf(m_subject);
    const auto terms = studyTerms(*rules, year.asOf());
    if (!terms) return fail(terms.error());
    const auto pass = StudyPass::over(m_reader, *terms, m_subject.branch.id, year);
    if (!pass) return fail(pass.error());
    return forEachStudy(m_reader, *pass, [this](const Organisation& branch, StudyOf&& found) {
        Study& study = m_study[branch.id];
        study.people = int(found.people.size());
        study.reached = found.count(StudyState::Reached);
        study.asked = study.people - found.count(StudyState::Exempt);
        study.hours = found.sum();
        return true;
    });
}

// 人均 in whole tenths; of nobody there is none.
void TownPages::addStudy(FormData& row, const Study& study) {
    if (study.people == 0) return;
    row.values.insert({{u"hours"_s, StudyHours{study.hours.tenths / study.people}.text()},
                       {u"reached"_s, u"%1/%2"_s.arg(study.reached).arg(study.asked)}});
}

// A column for each kind that has to be held so many times, and for what was held besides.
void TownPages::addKinds() {
    m_kinds.removeIf([this](const ActivityKind& kind) {
        return kind.cadence.isEmpty() && m_total.held.value(kind.id) == 0;
    });
    QList<FormData> columns;
    for (const ActivityKind& kind : std::as_const(m_kinds)) {
        FormData column;
        column.values.insert(u"title"_s, kind.shortName);
        columns.append(column);
    }
    m_data.lists.insert(u"townKinds"_s, columns);
}

FormData TownPages::row(const QString& name, const Sums& sums) const {
    FormData row;
    row.values = {{u"name"_s, name},
                  {u"all"_s, sums.all},
                  {u"due"_s, sums.due},
                  {u"present"_s, sums.present},
                  {u"rate"_s, rateText(sums.present, sums.due)}};
    QList<FormData> counts;
    for (const ActivityKind& kind : m_kinds) {
        FormData count;
        count.values.insert(u"count"_s, sums.held.value(kind.id));
        counts.append(count);
    }
    row.lists.insert(u"counts"_s, counts);
    return row;
}

void TownPages::addBranches(const QHash<Id<Organisation>, BranchFigures>& figures) {
    QList<FormData> rows;
    int members = 0;
    Study all;
    for (const Organisation& branch : std::as_const(m_branches)) {
        rows.append(row(branch.shortName, m_sums.value(branch.id)));
        rows.last().record = u"organisation/"_s + branch.id.value.toText();
        rows.last().values.insert(u"number"_s, int(rows.size()));
        rows.last().values.insert(u"members"_s, figures.value(branch.id).members);
        members += figures.value(branch.id).members;
        const Study study = m_study.value(branch.id);
        addStudy(rows.last(), study);
        all.people += study.people;
        all.asked += study.asked;
        all.reached += study.reached;
        all.hours += study.hours;
    }
    rows.append(row(Text::tr("合  计"), m_total));
    rows.last().values.insert(u"members"_s, members);
    addStudy(rows.last(), all);
    m_data.lists.insert(u"townBranches"_s, rows);
    m_data.values.insert({{u"town.branches"_s, int(m_branches.size())},
                          {u"town.members"_s, members},
                          {u"town.held"_s, m_total.all}});
}

Result<FormData> TownPages::run() {
    Result<void> done = readTown();
    if (done) done = readJoint();
    if (done) done = readHeld();
    if (done && m_shows == TownShows::Branches) done = readStudy();
    if (!done) return fail(done.error());
    const auto figures = branchFigures(m_reader, m_subject.branch.id, m_subject.asOf());
    if (!figures) return fail(figures.error());
    const Organisation& town = m_subject.branch;
    m_data.record = u"organisation/"_s + town.id.value.toText();
    m_data.values = {{u"branch.name"_s, town.name},
                     {u"branch.shortName"_s, town.shortName},
                     {u"period.text"_s, m_subject.period.chinese()},
                     {u"period.year"_s, m_subject.period.year},
                     {u"print.date"_s, m_subject.printedOn}};
    addKinds();
    addBranches(*figures);
    m_data.lists.insert(u"townMeetings"_s, m_lines);
    if (m_count > kMostLines)
        return fail(ErrorCode::Refused,
                    Text::tr("%1%2有 %3 次活动，多得不便印成一份")
                        .arg(town.shortName, m_subject.period.chinese())
                        .arg(m_count),
                    Text::tr("请选一个乡镇，或一个季度、一个月"));
    return m_data;
}
}

Result<FormData> townData(const Reader& reader, const PrintSubject& subject, TownShows shows) {
    return TownPages(reader, subject, shows).run();
}

} // namespace baolei
