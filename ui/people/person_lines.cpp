#include "ui/people/person_lines.h"

#include "core/names/name_order.h"
#include "core/people/codes.h"
#include "core/people/id_number.h"

#include <QCoreApplication>
#include <algorithm>
#include <unordered_map>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PersonLines)
};

// Above this many branches one pass over everything is quicker than one question a branch.
constexpr qsizetype kManyBranches = 400;

bool isHere(const PersonLine& line) {
    return line.person.leftOn.isNull();
}

template <const char16_t* Stage> bool hasStage(const PersonLine& line) {
    return isHere(line) && line.person.stage == QStringView(Stage);
}
template <PersonGap Gap> bool hasGap(const PersonLine& line) {
    return isHere(line) && line.gaps.testFlag(Gap);
}
constexpr char16_t kFull[] = u"full";
constexpr char16_t kProbationary[] = u"probationary";
constexpr char16_t kDevelopment[] = u"development";
constexpr char16_t kActivist[] = u"activist";
constexpr char16_t kApplicant[] = u"applicant";

struct OrganisationName {
    QString name;
    int order = 0;
};
using OrganisationNames = QHash<Id<Organisation>, OrganisationName>;

Result<OrganisationNames> organisationNames(const Reader& reader) {
    const auto all = organisations(reader);
    if (!all) return fail(all.error());
    OrganisationNames names;
    for (const Organisation& each : *all)
        names.insert(each.id, {each.shortName, int(names.size())});
    return names;
}

// Asks of the people of all branches, or of those in `branches` one after another. `sql` ends in
// "WHERE p.deleted_at IS NULL".
Result<void> askOfPeople(const Reader& reader, const QByteArray& sql,
                         const QSet<Id<Organisation>>& branches,
                         const std::function<void(const Row&)>& row) {
    if (branches.size() > kManyBranches) return reader.each(sql, {}, row);
    for (const auto& branch : branches)
        if (const auto done
            = reader.each(sql + " AND p.branch_id IS :branch", {{":branch", branch}}, row);
            !done)
            return done;
    return {};
}

using Places = QHash<Id<Person>, qsizetype>;

Result<void> addNumbers(const Reader& reader, const QSet<Id<Organisation>>& branches,
                        const Places& places, QDate today, QList<PersonLine>& lines) {
    return askOfPeople(
        reader,
        "SELECT p.id, p.id_number, p.phone, p.id_remark <> '', p.probation_until FROM person p"
        " WHERE p.deleted_at IS NULL",
        branches, [&](const Row& row) {
            const qsizetype at = places.value(row.as<Id<Person>>(0), -1);
            if (at < 0) return;
            const QString number = row.text(1);
            const RosterLine& person = lines[at].person;
            lines[at].gaps
                = gapsOf({person.stage, person.joinedOn, row.as<PartialDate>(4), number,
                          row.integer(3) != 0, !row.view(2).isEmpty(), !person.branchId.isNull()},
                         today);
            lines[at].idNumber = number.isEmpty() ? QString() : maskedIdNumber(number);
            lines[at].phone = maskedPhone(row.text(2));
        });
}

Result<void> addPosts(const Reader& reader, const QSet<Id<Organisation>>& branches,
                      const Places& places, QDate today, QList<PersonLine>& lines) {
    const QString day = today.toString(Qt::ISODate);
    return askOfPeople(
        reader,
        "SELECT o.person_id, o.kind, o.title, o.from_on, o.until_on FROM post o"
        " JOIN person p ON p.id = o.person_id WHERE o.deleted_at IS NULL AND p.deleted_at IS NULL",
        branches, [&](const Row& row) {
            const qsizetype at = places.value(row.as<Id<Person>>(0), -1);
            if (at < 0 || (!row.isNull(4) && row.text(4) < day) || row.text(3) > day) return;
            const QString title
                = row.text(2).isEmpty() ? nameOf(u"post", row.text(1)) : row.text(2);
            QString& posts = lines[at].posts;
            posts += posts.isEmpty() ? title : u'、' + title;
        });
}

// Codes and days are the same few thousand again and again; a city's people hold each of them once.
class Pool {
public:
    void share(RosterLine& person) {
        for (QString* text : {&person.sex, &person.ethnicity, &person.education, &person.stage,
                              &person.membership, &person.job})
            *text = *m_texts.insert(*text);
        for (PartialDate* date : {&person.bornOn, &person.joinedOn, &person.fullOn,
                                  &person.exemptSince, &person.leftOn})
            *date = m_dates.try_emplace(date->text(), *date).first->second;
    }

private:
    QSet<QString> m_texts;
    std::unordered_map<QString, PartialDate> m_dates;
};

// Keys are made once and forgotten; a place in the order is all that a table needs.
template <typename Key> void rank(QList<PersonLine>& lines, Key key, int PersonLine::*place) {
    std::vector<std::pair<QByteArray, qsizetype>> keyed;
    keyed.reserve(size_t(lines.size()));
    for (qsizetype i = 0; i < lines.size(); ++i)
        keyed.emplace_back(key(lines[i].person.name), i);
    std::sort(keyed.begin(), keyed.end());
    int at = 0;
    for (size_t i = 0; i < keyed.size(); ++i) {
        if (i > 0 && keyed[i].first != keyed[i - 1].first) ++at;
        lines[keyed[i].second].*place = at;
    }
}

void count(PersonLines& read) {
    for (const PersonLine& line : read.lines) {
        if (isHere(line)) ++read.figures[QString()];
        for (const PersonFilter& filter : personFilters())
            if (filter.passes(line)) ++read.figures[filter.key];
    }
}
}

const QList<PersonFilter>& personFilters() {
    static const QList<PersonFilter> filters{
        {u"full"_s, Text::tr("正式党员"), hasStage<kFull>},
        {u"probationary"_s, Text::tr("预备党员"), hasStage<kProbationary>},
        {u"development"_s, Text::tr("发展对象"), hasStage<kDevelopment>},
        {u"activist"_s, Text::tr("积极分子"), hasStage<kActivist>},
        {u"applicant"_s, Text::tr("申请人"), hasStage<kApplicant>},
        {u"floating"_s, Text::tr("流动"),
         [](const PersonLine& line) { return isHere(line) && line.person.isFloating; }},
        {u"lost"_s, Text::tr("失联"),
         [](const PersonLine& line) { return isHere(line) && line.person.isLost; }},
        {u"exempt"_s, Text::tr("免作要求"),
         [](const PersonLine& line) { return isHere(line) && !line.person.exemptSince.isNull(); }},
        {u"noIdNumber"_s, Text::tr("缺身份证"), hasGap<PersonGap::NoIdNumber>},
        {u"badIdNumber"_s, Text::tr("身份证有误"), hasGap<PersonGap::DoubtfulIdNumber>},
        {u"noJoinDate"_s, Text::tr("缺入党日期"), hasGap<PersonGap::NoJoinDate>},
        {u"noPhone"_s, Text::tr("缺手机号"), hasGap<PersonGap::NoPhone>},
        {u"probationOver"_s, Text::tr("预备期已满"), hasGap<PersonGap::ProbationOver>},
        {u"noBranch"_s, Text::tr("不在支部"), hasGap<PersonGap::NoBranch>},
        {u"left"_s, Text::tr("已离开"), [](const PersonLine& line) { return !isHere(line); }},
    };
    return filters;
}

bool passesFilter(const PersonLine& line, const QString& key) {
    for (const PersonFilter& filter : personFilters())
        if (filter.key == key) return filter.passes(line);
    return isHere(line);
}

Result<PersonLines> readPersonLines(const Reader& reader, Id<Organisation> scope, QDate today) {
    auto people = roster(reader, scope, Leavers::Kept);
    if (!people) return fail(people.error());
    const auto names = organisationNames(reader);
    if (!names) return fail(names.error());
    PersonLines read;
    read.lines.reserve(people->size());
    Places places;
    places.reserve(people->size());
    QSet<Id<Organisation>> branches;
    Pool pool;
    for (RosterLine& person : *people) {
        const OrganisationName branch = names->value(person.branchId);
        const QString group = names->value(person.groupId).name;
        places.insert(person.id, read.lines.size());
        branches.insert(person.branchId);
        PersonLine line;
        line.person = std::move(person);
        pool.share(line.person);
        line.branch = branch.name;
        line.group = group;
        line.branchOrder = branch.order;
        read.lines.append(std::move(line));
    }
    if (const auto done = addNumbers(reader, branches, places, today, read.lines); !done)
        return fail(done.error());
    if (const auto done = addPosts(reader, branches, places, today, read.lines); !done)
        return fail(done.error());
    rank(
        read.lines, [](const QString& name) { return strokeKey(name); }, &PersonLine::byStrokes);
    rank(
        read.lines, [](const QString& name) { return pinyinKey(name); }, &PersonLine::byPinyin);
    std::stable_sort(
        read.lines.begin(), read.lines.end(),
        [](const PersonLine& a, const PersonLine& b) { return a.branchOrder < b.branchOrder; });
    count(read);
    return read;
}

QString maskedPhone(const QString& phone) {
    if (phone.size() < 7) return phone.isEmpty() ? phone : u"****"_s;
    return phone.left(3) + u"****"_s + phone.right(4);
}

QString stateText(const RosterLine& person) {
    QStringList states;
    if (!person.leftOn.isNull()) states.append(Text::tr("已离开 %1").arg(person.leftOn.text()));
    if (person.isLost) states.append(Text::tr("失联"));
    if (person.isFloating) states.append(Text::tr("流动"));
    if (!person.exemptSince.isNull()) states.append(Text::tr("免作要求"));
    if (!person.membership.isEmpty() && person.membership != u"1"_s)
        states.append(nameOf(u"membership", person.membership));
    return states.join(u'、');
}

} // namespace baolei
