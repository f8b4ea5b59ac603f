#include "tests/stress/clerk.h"

#include "core/attachments/commands.h"
#include "core/attachments/queries.h"
#include "core/people/id_number.h"
#include "core/people/roster_import.h"
#include "core/spreadsheet/xlsx_writer.h"
#include "core/store/contents.h"
#include "core/store/setting.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr Op kMergeDrafts{"stress.merge", "合并草稿：%1次"};
constexpr int kPeopleOfRoster = 240;
constexpr int kDraftsOfMerge = 40;

// Invented: the region is not assigned.
QString idNumber(int index) {
    const QDate born = QDate(1950, 1, 1).addDays(index * 37 % 12'000);
    const QString first = u"329999"_s + born.toString(u"yyyyMMdd"_s)
        + u"%1"_s.arg(index % 1000, 3, 10, QChar(u'0'));
    return first + idCheckDigit(first);
}

ActivityRecord draft(Id<Organisation> branch, const QList<Person>& people, int number) {
    ActivityRecord record;
    Activity& activity = record.activity;
    activity.kind = u"party-day"_s;
    activity.organisationId = branch;
    activity.title = u"第%1次主题党日"_s.arg(number);
    activity.startsAt = QDateTime(QDate(2026, 1 + number % 10, 15), QTime(9, 0));
    activity.endsAt = activity.startsAt.addSecs(5400);
    activity.place = u"活动室"_s;
    activity.host = u"书记"_s;
    activity.content = QString(200 + number % 1500, u'学');
    activity.state = u"draft"_s;
    QList<Expected> expected;
    for (const Person& each : people)
        expected.append({each.id.value, true});
    record.attendance = everyonePresent(expected);
    if (!record.attendance.isEmpty()) {
        Attendee& absent = record.attendance[number % record.attendance.size()];
        absent.mark = Mark::Leave;
        absent.reason = u"外出务工"_s;
    }
    return record;
}
}

Result<void> Clerk::makeTree() {
    const auto save = [&](const QString& name, const QString& type, Id<Organisation> parent) {
        Organisation organisation;
        organisation.shortName = name;
        organisation.name = u"中共示范镇"_s + name;
        organisation.type = type;
        organisation.sector = u"3"_s;
        organisation.parentId = parent;
        return saveOrganisation(*m_store, organisation);
    };
    const auto committees = m_store->reader().all<Organisation>("WHERE r.parent_id IS NULL");
    if (!committees) return fail(committees.error());
    if (committees->isEmpty()) {
        const auto made = save(u"示范镇党委"_s, u"committee"_s, {});
        if (!made) return fail(made.error());
        return {};
    }
    const auto made
        = save(u"第%1村党支部"_s.arg(below(100'000)), u"branch"_s, committees->first().id);
    if (!made) return fail(made.error());
    return {};
}

Result<Id<Organisation>> Clerk::branch() {
    const auto all = m_store->reader().all<Organisation>("WHERE r.type = 'branch' ORDER BY r.id");
    if (!all) return fail(all.error());
    if (all->isEmpty()) return fail(ErrorCode::Refused, u"还没有支部"_s);
    return (*all)[below(int(all->size()))].id;
}

Result<Person> Clerk::person() {
    const auto count = m_store->reader().integer("SELECT count(*) FROM live_person");
    if (!count) return fail(count.error());
    if (*count == 0) return fail(ErrorCode::Refused, u"还没有人"_s);
    const auto found = m_store->reader().all<Person>("ORDER BY r.id LIMIT 1 OFFSET :n",
                                                     {{":n", below(int(*count))}});
    if (!found) return fail(found.error());
    return found->first();
}

Result<void> Clerk::edit() {
    const auto branches
        = m_store->reader().integer("SELECT count(*) FROM live_organisation WHERE type = 'branch'");
    if (!branches) return fail(branches.error());
    if (*branches < 3) return makeTree();
    switch (below(8)) {
    case 0:
        return editOrganisation();
    case 1:
        return moveSomebody();
    case 2:
        return changeSetting(*m_store, u"stress"_s, QString::number(below(1000)));
    case 3: {
        const auto gone = person();
        if (!gone) return fail(gone.error());
        return removePerson(*m_store, gone->id);
    }
    default:
        return editPerson();
    }
}

Result<void> Clerk::editOrganisation() {
    const auto id = branch();
    if (!id) return fail(id.error());
    auto organisation = m_store->reader().find(*id);
    if (!organisation) return fail(organisation.error());
    (*organisation)->place = u"活动室%1"_s.arg(below(1000));
    const auto saved = saveOrganisation(*m_store, **organisation);
    if (!saved) return fail(saved.error());
    return {};
}

Result<void> Clerk::editPerson() {
    auto someone = below(2) == 0 ? person() : Result<Person>(Person{});
    if (!someone) return fail(someone.error());
    if (someone->id.isNull()) {
        const auto home = branch();
        if (!home) return fail(home.error());
        someone->branchId = *home;
        someone->name = u"新人%1"_s.arg(below(10'000));
        someone->sex = u"1"_s;
        someone->ethnicity = u"01"_s;
        someone->stage = u"full"_s;
        someone->membership = u"1"_s;
        someone->bornOn = PartialDate(1970, 1, 1);
        someone->joinedOn = PartialDate(2001, 7, 1);
        someone->fullOn = PartialDate(2002, 7, 1);
    }
    someone->job = u"岗位%1"_s.arg(below(1000));
    if (below(2) == 0) someone->note = QString(1 + below(3000), u'记');
    const auto saved = savePerson(*m_store, *someone);
    if (!saved) return fail(saved.error());
    return {};
}

Result<void> Clerk::moveSomebody() {
    const auto someone = person();
    const auto home = branch();
    if (!someone) return fail(someone.error());
    if (!home) return fail(home.error());
    if (below(2) == 0) {
        Post post;
        post.personId = someone->id;
        post.organisationId = someone->branchId;
        post.kind = u"commissioner"_s;
        post.fromOn = PartialDate(2024, 3, 1);
        const auto appointed = appoint(*m_store, post);
        if (!appointed) return fail(appointed.error());
        return {};
    }
    return movePerson(*m_store, someone->id, *home, PartialDate(m_clock.today()), u"介绍信"_s);
}

Result<void> Clerk::recordActivity() {
    const auto home = branch();
    if (!home) return fail(home.error());
    const auto people = m_store->reader().all<Person>(
        "WHERE r.branch_id = :branch AND r.left_on IS NULL ORDER BY r.id", {{":branch", *home}});
    if (!people) return fail(people.error());
    ActivityRecord record = draft(*home, *people, below(1000));
    if (below(2) == 0) {
        const auto known = m_store->reader().all<Activity>(
            "WHERE r.organisation_id = :branch ORDER BY r.id LIMIT 1", {{":branch", *home}});
        if (!known) return fail(known.error());
        if (!known->isEmpty() && below(4) == 0)
            return removeActivity(*m_store, known->first().id, removingAttachments());
        if (!known->isEmpty() && below(3) == 0) return editAttachments(known->first().id);
        if (!known->isEmpty()) record.activity.id = known->first().id;
        if (!people->isEmpty()) record.activity.state = u"final"_s;
    }
    const auto saved = saveActivity(
        *m_store, record, below(2) == 0 ? keepingAttachments({newEntry(scan())}) : AlongWith());
    if (!saved) return fail(saved.error());
    return {};
}

// From a few pages to many; some are kept already, for another activity.
EnteredFile Clerk::scan() {
    const int number = below(8);
    return {u"扫描件%1"_s.arg(number), u"pdf"_s,
            "%PDF-1.4" + QByteArray(2000 + number * 40'000, char('a' + number)) + "%%EOF"};
}

Result<void> Clerk::editAttachments(Id<Activity> activity) {
    if (below(6) == 0) {
        const auto dropped = dropUnusedContents(*m_store);
        if (!dropped) return fail(dropped.error());
        return {};
    }
    const auto there = attachmentsOf(m_store->reader(), activity);
    if (!there) return fail(there.error());
    if (!there->isEmpty() && below(3) == 0) return detach(*m_store, there->first().id);
    const auto added = attach(*m_store, activity, {scan(), scan()});
    if (!added) return fail(added.error());
    return {};
}

// Drafts that came from elsewhere, entered together: each is new, or takes the place of what it
// was.
Result<void> Clerk::mergeDrafts() {
    const auto home = branch();
    if (!home) return fail(home.error());
    const auto known = m_store->reader().all<Activity>("WHERE r.state = 'draft' ORDER BY r.id");
    if (!known) return fail(known.error());
    const int first = below(1000);
    return m_store->run(
        {kMergeDrafts, {QString::number(kDraftsOfMerge)}}, [&](Session& session) -> Result<void> {
            for (int i = 0; i < kDraftsOfMerge; ++i) {
                Activity activity = pack(draft(*home, {}, first + i));
                activity.id
                    = i % 2 == 0 && i < known->size() ? (*known)[i].id : session.newId<Activity>();
                activity.recordedOn = m_clock.today();
                const auto put = session.put(activity);
                if (!put) return fail(put.error());
            }
            return {};
        });
}

Result<QString> Clerk::writeRoster() {
    const QString path = m_folder + u"/花名册.xlsx"_s;
    auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Plain);
    if (!writer) return fail(writer.error());
    (*writer)->addSheet({});
    (*writer)->putRow(1,
                      {u"姓名"_s, u"性别"_s, u"身份证号码"_s, u"所在党组织"_s, u"入党时间"_s,
                       u"人员类别"_s, u"工作岗位"_s});
    const int first = below(3) * kPeopleOfRoster / 2;
    for (int i = 0; i < kPeopleOfRoster; ++i) {
        const int who = first + i;
        (*writer)->putRow(i + 2,
                          {u"成员%1"_s.arg(who), who % 2 == 0 ? u"女"_s : u"男"_s, idNumber(who),
                           u"第%1村党支部"_s.arg(who % 5), u"20010701"_s, u"正式党员"_s,
                           u"岗位%1"_s.arg(below(50))});
    }
    if (const auto done = (*writer)->finish(); !done) return fail(done.error());
    return path;
}

Result<void> Clerk::import() {
    const auto roster = writeRoster();
    if (!roster) return fail(roster.error());
    ImportOptions options;
    options.today = m_clock.today();
    const auto plan = planImport(*roster, m_store->reader(), options);
    if (!plan) return fail(plan.error());
    return applyImport(*m_store, *plan);
}

} // namespace baolei
