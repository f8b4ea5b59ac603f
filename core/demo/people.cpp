#include "core/demo/people.h"

#include "core/people/id_number.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr const char16_t* kRegion = u"329999";

QString nameOfPerson(const DemoSource& source, Dice& dice, bool isWoman) {
    const QStringList& given = isWoman ? source.women : source.men;
    QString name = dice.pick(source.surnames) + dice.pick(given);
    if (dice.chance(80)) name += dice.pick(given);
    return name;
}

// 17 digits from the day of birth and a serial, the 18th from the other 17.
QString idNumberFor(QDate born, bool isWoman, DemoCount& count) {
    const QString head = QString::fromUtf16(kRegion) + born.toString(u"yyyyMMdd"_s);
    for (int i = 0; i < 500; ++i) {
        const int order = ((count.people + i) * 2 + (isWoman ? 0 : 1)) % 1000;
        const QString first = head + QString::number(order).rightJustified(3, u'0');
        const QString number = first + idCheckDigit(first);
        if (count.idNumbers.contains(number)) continue;
        count.idNumbers.insert(number);
        return number;
    }
    return {}; // 500 people of one sex born on one day: the rest go without
}

QDate someDay(Dice& dice, int year) {
    return {year, dice.between(1, 12), dice.between(1, 28)};
}

struct Life {
    QDate born;
    QDate joined;
    bool isProbationary = false;
};

Life lifeOf(Dice& dice, QDate today, int position) {
    Life life;
    life.isProbationary = position % 17 == 16;
    // Villages are old: four in ten are over sixty.
    const int age = life.isProbationary ? dice.between(22, 34)
        : dice.chance(40)               ? dice.between(60, 86)
                                        : dice.between(26, 59);
    life.born = someDay(dice, today.year() - age);
    const QDate earliest = life.born.addYears(18);
    const qint64 span = earliest.daysTo(today.addYears(-2));
    life.joined = life.isProbationary
        ? today.addMonths(-dice.between(2, 9))
        : earliest.addDays(dice.between(30, int(qMax<qint64>(60, qMin<qint64>(span, 9000)))));
    return life;
}

Person memberOf(const DemoSource& source, const DemoBranch& branch, Dice& dice, Session& session,
                QDate today, int position, DemoCount& count) {
    const int serial = count.people++;
    Person person;
    person.id = session.newId<Person>();
    person.branchId = branch.organisation.id;
    if (!branch.groups.isEmpty())
        person.groupId = branch.groups[position % branch.groups.size()].id;
    const bool isWoman = dice.chance(28);
    person.name = nameOfPerson(source, dice, isWoman);
    person.sex = isWoman ? u"2"_s : u"1"_s;
    person.ethnicity = dice.chance(96) ? u"01"_s : u"03"_s;
    const Life life = lifeOf(dice, today, position);
    person.bornOn = PartialDate(life.born);
    person.joinedOn = PartialDate(life.joined);
    person.stage = life.isProbationary ? u"probationary"_s : u"full"_s;
    if (!life.isProbationary) person.fullOn = PartialDate(life.joined.addYears(1));
    person.membership = u"1"_s;
    person.idNumber = idNumberFor(life.born, isWoman, count);
    static const QStringList educations{u"81"_s, u"71"_s, u"71"_s, u"61"_s,
                                        u"41"_s, u"31"_s, u"21"_s};
    person.education
        = life.born.year() > 1985 ? educations[3 + dice.below(4)] : educations[dice.below(5)];
    person.phone = u"1990000%1"_s.arg(serial % 10000, 4, 10, QChar(u'0'));
    person.address = branch.organisation.shortName.section(u"党支部"_s, 0, 0)
        + u"%1组"_s.arg(dice.between(1, 12));
    person.household = person.address;
    const int age = today.year() - life.born.year();
    if (age >= 78 && dice.chance(60)) person.exemptSince = PartialDate(today.year() - 1, 1, 1);
    if (age < 50 && dice.chance(10)) {
        person.isFloating = true;
        person.floatingTo = dice.pick(source.companies);
    }
    // Some records wait to be completed, as in every real roster.
    if (serial % 97 == 96) person.education.clear();
    if (serial % 131 == 130) person.idNumber.clear();
    return person;
}

Post postOf(Session& session, const Person& person, const Organisation& organisation,
            const QString& kind, const QString& duty, int votes) {
    return {session.newId<Post>(),
            person.id,
            organisation.id,
            kind,
            {},
            duty,
            organisation.termStartedOn,
            {},
            votes};
}

void addCommittee(DemoPeople& made, const DemoBranch& branch, Dice& dice, Session& session) {
    struct Seat {
        QString kind;
        QString duty;
    };
    static const QList<Seat> seats{{u"secretary"_s, u"主持支部全面工作"_s},
                                   {u"deputy_secretary"_s, u"协助书记,分管发展党员"_s},
                                   {u"organisation_member"_s, u"组织、党员教育管理"_s},
                                   {u"publicity_member"_s, u"宣传、主题党日"_s},
                                   {u"discipline_member"_s, u"纪律检查、监督"_s}};
    QList<Person> able;
    for (const Person& person : made.people)
        if (person.stage == u"full"_s && person.bornOn.year() > 1963 && !person.isFloating
            && person.joinedOn < branch.organisation.termStartedOn)
            able.append(person);
    // 7 full members or more have a committee (支部工作条例); one branch in fourteen lost its
    // secretary.
    const qsizetype wanted = branch.members >= 7 ? (branch.members >= 25 ? 5 : 3) : 1;
    const bool isVacant = branch.organisation.position % 14 == 13;
    for (qsizetype i = 0; i < qMin(wanted, able.size()); ++i) {
        if (i == 0 && isVacant) continue;
        const Seat& seat = seats[wanted == 3 && i > 0 ? i + 1 : i];
        made.posts.append(postOf(session, able[i], branch.organisation, seat.kind, seat.duty,
                                 branch.members - dice.below(4) - 1));
        if (i == 0 && branch.organisation.sector == u"3"_s)
            made.posts.append(postOf(session, able[i], branch.organisation, u"village_director"_s,
                                     u"一肩挑"_s, 0));
    }
    for (qsizetype i = 0; i < branch.groups.size() && able.size() > wanted + i; ++i)
        made.posts.append(
            postOf(session, able[wanted + i], branch.groups[i], u"group_leader"_s, {}, 0));
}
}

DemoPeople demoPeople(const DemoSource& source, const DemoBranch& branch, Dice& dice,
                      Session& session, QDate today, DemoCount& count) {
    DemoPeople made;
    for (int i = 0; i < branch.members; ++i)
        made.people.append(memberOf(source, branch, dice, session, today, i, count));
    addCommittee(made, branch, dice, session);
    return made;
}

QList<Person> demoApplicants(const DemoSource& source, const DemoBranch& branch, Dice& dice,
                             Session& session, QDate today) {
    QList<Person> people;
    for (const QString& stage : {u"applicant"_s, u"activist"_s, u"development"_s}) {
        if (!dice.chance(60)) continue;
        Person person;
        person.id = session.newId<Person>();
        person.branchId = branch.organisation.id;
        const bool isWoman = dice.chance(45);
        person.name = nameOfPerson(source, dice, isWoman);
        person.sex = isWoman ? u"2"_s : u"1"_s;
        person.ethnicity = u"01"_s;
        person.education = u"31"_s;
        person.stage = stage;
        person.bornOn = PartialDate(someDay(dice, today.year() - dice.between(22, 40)));
        person.appliedOn = PartialDate(someDay(dice, today.year() - 2));
        if (stage != u"applicant"_s)
            person.activistOn = PartialDate(someDay(dice, today.year() - 1));
        people.append(person);
    }
    return people;
}

} // namespace baolei
