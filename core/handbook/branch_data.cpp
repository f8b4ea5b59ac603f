#include "core/handbook/page_data.h"
#include "core/names/name_order.h"
#include "core/people/codes.h"
#include "core/people/queries.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

constexpr int kPostingWorkingDays = 5;
const QString kFarmers = u"1"_s; // first digit of the job codes of 农牧渔民

// Saturdays and Sundays are skipped; a holiday lengthens the posting, which harms nobody.
QDate addWorkingDays(QDate day, int days) {
    while (days > 0) {
        day = day.addDays(1);
        if (day.dayOfWeek() <= 5) --days;
    }
    return day;
}

QVariant dateValue(const PartialDate& date) {
    return date.text();
}

struct Branch {
    QList<Person> people; ///< on the books, in 姓氏笔画 order
    QList<Post> posts;
    QHash<Uuid, QString> names;
    QHash<Uuid, QStringList> postNames; ///< by person
    QHash<Uuid, QString> groupNames;
    QList<Organisation> groups;
};

Result<Branch> readBranch(const Reader& reader, const PrintSubject& subject) {
    Branch branch;
    auto people = peopleOf(reader, subject.branch.id, subject.asOf());
    if (!people) return fail(people.error());
    branch.people = std::move(*people);
    QHash<Uuid, QByteArray> keys;
    for (const Person& person : branch.people) {
        keys.insert(person.id.value, strokeKey(person.name));
        branch.names.insert(person.id.value, person.name);
    }
    std::stable_sort(
        branch.people.begin(), branch.people.end(),
        [&](const Person& a, const Person& b) { return keys[a.id.value] < keys[b.id.value]; });
    auto posts = postsIn(reader, subject.branch.id, subject.asOf());
    if (!posts) return fail(posts.error());
    branch.posts = std::move(*posts);
    for (const Post& post : branch.posts)
        branch.postNames[post.personId.value].append(
            post.title.isEmpty() ? nameOf(u"post", post.kind) : post.title);
    auto below = organisationsUnder(reader, subject.branch.id);
    if (!below) return fail(below.error());
    for (const Organisation& each : *below) {
        if (each.type != u"group"_s) continue;
        branch.groups.append(each);
        branch.groupNames.insert(each.id.value, each.shortName);
    }
    return branch;
}

FormData personRow(const Branch& branch, const Person& person) {
    FormData row;
    row.record = u"person/"_s + person.id.value.toText();
    QStringList remarks;
    if (!person.exemptSince.isNull()) remarks.append(Text::tr("免作要求"));
    if (person.isFloating) remarks.append(Text::tr("流动：%1").arg(person.floatingTo));
    if (person.isLost) remarks.append(Text::tr("失联"));
    row.values = {{u"name"_s, person.name},
                  {u"sex"_s, nameOf(u"sex", person.sex)},
                  {u"ethnic"_s, nameOf(u"ethnicity", person.ethnicity)},
                  {u"born"_s, dateValue(person.bornOn)},
                  {u"education"_s, nameOf(u"education", person.education)},
                  {u"kind"_s, nameOf(u"category", person.stage)},
                  {u"joined"_s, dateValue(person.joinedOn)},
                  {u"confirmed"_s, dateValue(person.fullOn)},
                  {u"worked"_s, dateValue(person.workStartedOn)},
                  {u"job"_s, nameOf(u"job", person.job)},
                  {u"post"_s, branch.postNames.value(person.id.value).join(u'、')},
                  {u"group"_s, branch.groupNames.value(person.groupId.value)},
                  {u"status"_s, nameOf(u"membership", person.membership)},
                  {u"idNumber"_s, person.idNumber},
                  {u"phone"_s, person.phone},
                  {u"address"_s, person.address},
                  {u"remark"_s, remarks.join(u'；')}};
    return row;
}

// One row a person: who holds two seats has both names in one cell.
QList<FormData> committeeRows(const Branch& branch) {
    QHash<Uuid, const Person*> people;
    for (const Person& person : branch.people)
        people.insert(person.id.value, &person);
    QList<FormData> rows;
    QHash<Uuid, qsizetype> rowOf;
    for (const Post& post : branch.posts) {
        const Person* person = people.value(post.personId.value);
        if (!person || !isCommitteePost(post.kind)) continue;
        const QString name = post.title.isEmpty() ? nameOf(u"post", post.kind) : post.title;
        if (const auto known = rowOf.constFind(post.personId.value); known != rowOf.constEnd()) {
            QVariant& posts = rows[*known].values[u"post"_s];
            posts = posts.toString() + u'、' + name;
            continue;
        }
        FormData row = personRow(branch, *person);
        row.values[u"post"_s] = name;
        row.values[u"duty"_s] = post.duty;
        row.values[u"since"_s] = dateValue(post.fromOn);
        row.values[u"votes"_s] = post.votes > 0 ? QVariant(post.votes) : QVariant();
        rowOf.insert(post.personId.value, rows.size());
        rows.append(row);
    }
    return rows;
}

Result<QList<FormData>> groupRows(const Reader& reader, const Branch& branch,
                                  const PrintSubject& subject) {
    QList<FormData> rows;
    for (const Organisation& group : branch.groups) {
        FormData row;
        row.record = u"organisation/"_s + group.id.value.toText();
        QStringList members;
        for (const Person& person : branch.people)
            if (person.groupId == group.id && isMember(person.stage)) members.append(person.name);
        const auto posts = postsIn(reader, group.id, subject.asOf());
        if (!posts) return fail(posts.error());
        QString leader;
        for (const Post& post : *posts)
            if (post.kind == u"group_leader"_s) leader = branch.names.value(post.personId.value);
        QString name = group.shortName;
        if (name.startsWith(subject.branch.shortName))
            name = name.sliced(subject.branch.shortName.size());
        row.values = {{u"name"_s, name},
                      {u"leader"_s, leader},
                      {u"count"_s, int(members.size())},
                      {u"members"_s, members},
                      {u"place"_s, group.place}};
        rows.append(row);
    }
    return rows;
}

void addFigures(FormData& data, const BranchFigures& figures, const Branch& branch) {
    int farmers = 0;
    for (const Person& person : branch.people)
        farmers += isMember(person.stage) && person.job.startsWith(kFarmers);
    data.values.insert({{u"branch.members"_s, figures.members},
                        {u"branch.formal"_s, figures.full},
                        {u"branch.probationary"_s, figures.probationary},
                        {u"branch.women"_s, figures.women},
                        {u"branch.minority"_s, figures.minority},
                        {u"branch.under35"_s, figures.upTo35},
                        {u"branch.over60"_s, figures.from60},
                        {u"branch.college"_s, figures.college},
                        {u"branch.farmers"_s, farmers},
                        {u"branch.mobile"_s, figures.floating},
                        {u"branch.lost"_s, figures.lost},
                        {u"branch.applicants"_s, figures.applicants},
                        {u"branch.activists"_s, figures.activists},
                        {u"branch.candidates"_s, figures.candidates},
                        {u"branch.groups"_s, figures.groups},
                        {u"branch.committeeSize"_s, figures.committee}});
}

void addHead(FormData& data, const PrintSubject& subject, const QString& parent,
             const QString& town) {
    const Organisation& branch = subject.branch;
    QStringList approval;
    if (!branch.approval.isEmpty()) approval.append(branch.approval);
    if (!branch.establishedOn.isNull()) approval.append(branch.establishedOn.chinese());
    const int term = branch.termStartedOn.isNull() || branch.termEndsOn.isNull()
        ? 0
        : branch.termEndsOn.year() - branch.termStartedOn.year();
    data.values.insert({{u"branch.name"_s, branch.name},
                        {u"branch.shortName"_s, branch.shortName},
                        {u"branch.parent"_s, parent},
                        {u"branch.approval"_s, approval.join(u'，')},
                        {u"branch.founded"_s, dateValue(branch.establishedOn)},
                        {u"branch.electedOn"_s, dateValue(branch.termStartedOn)},
                        {u"branch.termEnds"_s, dateValue(branch.termEndsOn)},
                        {u"branch.term"_s, term > 0 ? QVariant(term) : QVariant()},
                        {u"branch.place"_s, branch.place},
                        {u"branch.partyDay"_s, branch.partyDay},
                        {u"branch.phone"_s, branch.publicPhone},
                        {u"period.text"_s, subject.period.chinese()},
                        {u"period.year"_s, subject.period.year},
                        {u"period.from"_s, subject.period.first()},
                        {u"period.to"_s, subject.period.last()},
                        {u"print.date"_s, subject.printedOn},
                        {u"posting.from"_s, subject.printedOn},
                        {u"posting.to"_s, addWorkingDays(subject.printedOn, kPostingWorkingDays)},
                        {u"posting.date"_s, subject.printedOn},
                        {u"posting.office"_s, Text::tr("%1党建办").arg(town)},
                        {u"posting.phone"_s, branch.publicPhone}});
}
}

Result<FormData> branchData(const Reader& reader, const PrintSubject& subject) {
    const auto branch = readBranch(reader, subject);
    if (!branch) return fail(branch.error());
    const auto figures = branchFigures(reader, subject.branch.id, subject.asOf());
    if (!figures) return fail(figures.error());
    const auto parent = reader.find(subject.branch.parentId);
    if (!parent) return fail(parent.error());
    const auto town = settingOf(reader, kTownName);
    if (!town) return fail(town.error());
    const auto groups = groupRows(reader, *branch, subject);
    if (!groups) return fail(groups.error());

    FormData data;
    data.record = u"organisation/"_s + subject.branch.id.value.toText();
    addHead(data, subject, *parent ? (*parent)->name : QString(), *town);
    const BranchFigures ofBranch = figures->value(subject.branch.id);
    addFigures(data, ofBranch, *branch);
    data.values.insert(u"branch.secretary"_s, branch->names.value(ofBranch.secretary.value));
    data.lists.insert(u"committee"_s, committeeRows(*branch));
    data.lists.insert(u"groups"_s, *groups);
    QList<FormData> members;
    for (const Person& person : branch->people)
        if (isMember(person.stage)) members.append(personRow(*branch, person));
    data.lists.insert(u"members"_s, members);
    return data;
}

} // namespace baolei
