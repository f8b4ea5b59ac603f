#include "core/people/gaps.h"

#include "core/people/id_number.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gaps)
};

// Above this many branches one pass over everyone is quicker than one question a branch.
constexpr qsizetype kManyBranches = 400;

struct PersonSentence {
    PersonGap gap;
    QString sentence;
    QString source;
};

const QList<PersonSentence>& sentences() {
    static const QString roster = Text::tr("党员花名册必填栏目");
    static const QString number = Text::tr("国家标准《公民身份号码》（GB 11643-1999）");
    static const QString rules = Text::tr("《中国共产党发展党员工作细则》");
    static const QString books = Text::tr("每名党员都要编入一个支部");
    static const QList<PersonSentence> all{
        {PersonGap::ProbationOver, Text::tr("%1 名预备党员预备期已满，还没有转正记录"), rules},
        {PersonGap::NoBranch, Text::tr("%1 人不在任何支部"), books},
        {PersonGap::NoJoinDate, Text::tr("%1 名党员缺入党日期"), roster},
        {PersonGap::NoIdNumber, Text::tr("%1 名党员缺身份证号"), roster},
        {PersonGap::DoubtfulIdNumber, Text::tr("%1 名党员的身份证号校验不符，请核对"), number},
        {PersonGap::NoPhone, Text::tr("%1 名党员缺手机号"), roster},
    };
    return all;
}

QString keyOf(PersonGap gap) {
    for (const GapName& name : personGapNames())
        if (name.gap == gap) return name.key;
    return {};
}

struct Concerned {
    int count = 0;
    QSet<Id<Organisation>> branches;
};

class Survey {
public:
    Survey(const Reader& reader, Id<Organisation> scope, int year, QDate today)
        : m_reader(reader)
        , m_scope(scope)
        , m_year(year)
        , m_today(today) { }

    Result<Books> run() {
        auto inScope = organisationsUnder(m_reader, m_scope);
        if (!inScope) return fail(inScope.error());
        for (const Organisation& each : *inScope)
            m_ids.insert(each.id);
        const QList<Organisation> branches = branchesIn(*inScope);
        m_books.branches = int(branches.size());
        for (const auto step : {&Survey::countPeople, &Survey::countMovements})
            if (const auto done = (this->*step)(); !done) return fail(done.error());
        const auto secretaries = branchesWithSecretary();
        if (!secretaries) return fail(secretaries.error());
        addPersonGaps(*inScope);
        addBranchGaps(branches, *secretaries);
        return m_books;
    }

private:
    Result<void> countPeople();
    Result<void> countMovements();
    Result<QSet<Id<Organisation>>> branchesWithSecretary() const;
    void countPerson(const Row& row);
    void addPersonGaps(const QList<Organisation>& inScope);
    void addBranchGaps(const QList<Organisation>& branches,
                       const QSet<Id<Organisation>>& secretaries);

    const Reader& m_reader;
    Id<Organisation> m_scope;
    int m_year;
    QDate m_today;
    QSet<Id<Organisation>> m_ids;
    Books m_books;
    QHash<PersonGap, Concerned> m_concerned;
};

// Everybody on the books, also of branches that are dissolved; `branch` null: of no branch at all.
Result<void> Survey::countPeople() {
    const QByteArray sql = "SELECT branch_id, stage, joined_on, probation_until, id_number,"
                           " id_remark <> '', phone <> '' FROM live_person WHERE left_on IS NULL";
    const auto count = [this](const Row& row) { countPerson(row); };
    if (m_scope.isNull()) return m_reader.each(sql, {}, count);
    if (m_ids.size() > kManyBranches)
        return m_reader.each(sql, {}, [&](const Row& row) {
            if (m_ids.contains(row.as<Id<Organisation>>(0))) count(row);
        });
    for (const auto& each : std::as_const(m_ids))
        if (const auto done
            = m_reader.each(sql + " AND branch_id = :branch", {{":branch", each}}, count);
            !done)
            return done;
    return {};
}

void Survey::countPerson(const Row& row) {
    const GapCells cells{row.text(1),   row.as<PartialDate>(2), row.as<PartialDate>(3),
                         row.text(4),   row.integer(5) != 0,    row.integer(6) != 0,
                         !row.isNull(0)};
    if (isMember(cells.stage)) ++(cells.stage == u"full"_s ? m_books.full : m_books.probationary);
    const PersonGaps gaps = gapsOf(cells, m_today);
    if (!gaps) return;
    for (const PersonSentence& each : sentences()) {
        if (!gaps.testFlag(each.gap)) continue;
        Concerned& concerned = m_concerned[each.gap];
        ++concerned.count;
        if (cells.hasBranch) concerned.branches.insert(row.as<Id<Organisation>>(0));
    }
}

// Dates may be partial, so that a year is compared as the text it begins with.
Result<void> Survey::countMovements() {
    QHash<std::pair<Uuid, QString>, int> net; // by person and day
    const auto done = m_reader.each(
        "SELECT person_id, happened_on, direction, organisation_id FROM live_movement"
        " WHERE happened_on >= :first AND happened_on < :after",
        {{":first", QString::number(m_year)}, {":after", QString::number(m_year + 1)}},
        [&](const Row& row) {
            if (!m_scope.isNull() && !m_ids.contains(row.as<Id<Organisation>>(3))) return;
            net[{row.as<Uuid>(0), row.text(1)}] += row.view(2) == "in" ? 1 : -1;
        });
    if (!done) return done;
    for (const int each : std::as_const(net)) {
        m_books.arrived += each > 0;
        m_books.departed += each < 0;
    }
    return {};
}

Result<QSet<Id<Organisation>>> Survey::branchesWithSecretary() const {
    QSet<Id<Organisation>> found;
    const auto done = m_reader.each(
        "SELECT organisation_id, from_on, until_on FROM live_post WHERE kind = 'secretary'", {},
        [&](const Row& row) {
            const auto from = row.as<PartialDate>(1);
            const auto until = row.as<PartialDate>(2);
            if (!from.isNull() && from.earliest() > m_today) return;
            if (until.isNull() || until.latest() >= m_today)
                found.insert(row.as<Id<Organisation>>(0));
        });
    if (!done) return fail(done.error());
    return found;
}

void Survey::addPersonGaps(const QList<Organisation>& inScope) {
    for (const PersonSentence& each : sentences()) {
        const Concerned concerned = m_concerned.value(each.gap);
        if (concerned.count == 0) continue;
        Gap gap{keyOf(each.gap),
                each.sentence.arg(concerned.count),
                each.source,
                concerned.count,
                {},
                false};
        for (const Organisation& organisation : inScope)
            if (concerned.branches.contains(organisation.id)) gap.branches.append(organisation.id);
        m_books.gaps.append(gap);
    }
}

void Survey::addBranchGaps(const QList<Organisation>& branches,
                           const QSet<Id<Organisation>>& secretaries) {
    const QString rules = Text::tr("《中国共产党支部工作条例（试行）》");
    Gap secretary{u"noSecretary"_s, Text::tr("%1 个支部没有在任的书记"), rules, 0, {}, true};
    Gap term{u"noTermEnd"_s, Text::tr("%1 个支部缺届满日，换届提醒不出来"), rules, 0, {}, true};
    for (const Organisation& each : branches) {
        if (!secretaries.contains(each.id)) secretary.branches.append(each.id);
        if (each.termEndsOn.isNull()) term.branches.append(each.id);
    }
    for (Gap* gap : {&secretary, &term}) {
        gap->count = int(gap->branches.size());
        if (gap->count == 0) continue;
        gap->sentence = gap->sentence.arg(gap->count);
        m_books.gaps.append(*gap);
    }
}
}

QDate probationEnds(const PartialDate& joinedOn, const PartialDate& probationUntil) {
    const QDate oneYear = joinedOn.isNull() ? QDate() : joinedOn.latest().addYears(1);
    const QDate granted = probationUntil.isNull() ? QDate() : probationUntil.latest();
    if (!oneYear.isValid()) return granted;
    return granted.isValid() ? qMax(oneYear, granted) : oneYear;
}

PersonGaps gapsOf(const GapCells& cells, QDate today) {
    PersonGaps gaps;
    gaps.setFlag(PersonGap::NoBranch, !cells.hasBranch);
    if (!isMember(cells.stage)) return gaps;
    gaps.setFlag(PersonGap::NoJoinDate, cells.joinedOn.isNull());
    gaps.setFlag(PersonGap::NoPhone, !cells.hasPhone);
    if (cells.idNumber.isEmpty())
        gaps.setFlag(PersonGap::NoIdNumber);
    else if (!cells.isIdExplained)
        gaps.setFlag(PersonGap::DoubtfulIdNumber,
                     readIdNumber(cells.idNumber).fault != IdFault::None);
    if (cells.stage != u"probationary"_s) return gaps;
    const QDate ends = probationEnds(cells.joinedOn, cells.probationUntil);
    gaps.setFlag(PersonGap::ProbationOver, ends.isValid() && ends < today);
    return gaps;
}

const QList<GapName>& personGapNames() {
    static const QList<GapName> names{
        {PersonGap::NoJoinDate, u"noJoinDate"_s, Text::tr("缺入党日期")},
        {PersonGap::NoIdNumber, u"noIdNumber"_s, Text::tr("缺身份证")},
        {PersonGap::DoubtfulIdNumber, u"badIdNumber"_s, Text::tr("身份证有误")},
        {PersonGap::NoPhone, u"noPhone"_s, Text::tr("缺手机号")},
        {PersonGap::ProbationOver, u"probationOver"_s, Text::tr("预备期已满")},
        {PersonGap::NoBranch, u"noBranch"_s, Text::tr("不在支部")},
    };
    return names;
}

Result<Books> surveyBooks(const Reader& reader, Id<Organisation> scope, int year, QDate today) {
    return Survey(reader, scope, year, today).run();
}

} // namespace baolei
