#include "core/people/cell_text.h"
#include "core/people/codes.h"
#include "core/people/commands.h"
#include "core/people/id_number.h"
#include "core/people/moving.h"
#include "core/people/queries.h"

#include "core/names/name_text.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(People)
};

constexpr int kJoiningAge = 18; // 发展党员工作细则 art. 5
constexpr int kProbationMonths = 12; // art. 31

void checkDates(const Person& person, QDate today, QList<FieldProblem>& problems) {
    if (!isMember(person.stage)) return;
    if (!person.bornOn.isNull() && !person.joinedOn.isNull()
        && person.joinedOn.latest() < person.bornOn.earliest().addYears(kJoiningAge))
        problems.append(
            {"joined_on", Text::tr("入党时不满 18 岁（发展党员工作细则第五条）"), true});
    if (!person.joinedOn.isNull() && person.joinedOn.earliest() > today)
        problems.append({"joined_on", Text::tr("入党日期晚于今天"), true});
    if (person.joinedOn.isNull()) problems.append({"joined_on", Text::tr("没有入党日期"), false});
    if (!person.fullOn.isNull() && !person.joinedOn.isNull()
        && person.fullOn.latest() < person.joinedOn.earliest().addMonths(kProbationMonths))
        problems.append(
            {"full_on", Text::tr("转正早于入党满一年（发展党员工作细则第三十一条）"), false});
    if (person.stage == u"probationary"_s && !person.fullOn.isNull()
        && person.fullOn.earliest() <= today)
        problems.append({"stage", Text::tr("已有转正日期，人员类别却是预备党员"), false});
}

// Rulebook 1.3: the superior must have agreed; until then the person is counted.
void checkExclusion(const Person& person, QList<FieldProblem>& problems) {
    if (person.quorumExclusion.isEmpty()) return;
    if (person.quorumExcludedOn.isNull())
        problems.append({"quorum_excluded_on",
                         Text::tr("不计入应到须报上级党组织同意：没有批准日，仍计入应到"), false});
    if (person.quorumExcludedBy.trimmed().isEmpty())
        problems.append({"quorum_excluded_by", Text::tr("没有写明哪个上级党组织批准"), false});
}

void checkId(const Person& person, QList<FieldProblem>& problems) {
    if (person.idNumber.isEmpty()) {
        problems.append({"id_number", Text::tr("没有身份证号"), false});
        return;
    }
    const IdNumber number = readIdNumber(person.idNumber);
    if (number.fault != IdFault::None) {
        if (person.idRemark.isEmpty())
            problems.append({"id_number", idFaultText(number.fault), false});
        return;
    }
    if (!person.sex.isEmpty() && person.sex != number.sex)
        problems.append({"sex", Text::tr("性别与身份证号不一致，以档案为准"), false});
    if (person.bornOn.isFull() && person.bornOn.earliest() != number.birth)
        problems.append({"born_on", Text::tr("出生日期与身份证号不一致，以档案为准"), false});
}

Result<void> checkNobodyElse(const Session& session, const Person& person) {
    if (person.idNumber.isEmpty()) return {};
    std::optional<QString> other;
    const auto done = session.reader().each(
        // The index holds numbers that are there, and is used only where the question says so.
        "SELECT p.name FROM live_person p WHERE p.id_number = :number AND p.id_number <> ''"
        " AND p.id <> :id",
        {{":number", person.idNumber}, {":id", person.id}},
        [&](const Row& row) { other = row.text(0); });
    if (!done) return done;
    if (other)
        return fail(ErrorCode::Refused,
                    Text::tr("“%1”填的身份证号，“%2”已经在用").arg(person.name, *other),
                    Text::tr("请核对两人的身份证；同一个人请只留一条"));
    return {};
}

/// A movement has a day, and has happened.
Result<void> checkDay(const Store& store, const PartialDate& on) {
    if (on.isNull()) return fail(ErrorCode::Refused, Text::tr("请填写日期"));
    if (on.earliest() > store.clock().today())
        return fail(ErrorCode::Refused, Text::tr("日期晚于今天"), Text::tr("请到那一天再登记"));
    return {};
}

Result<void> checkKind(QStringView table, const QString& kind) {
    for (const Code& code : codesOf(table))
        if (code.code == kind) return {};
    return fail(ErrorCode::Refused, Text::tr("没有选择方式"), Text::tr("请从列表中选择一种"));
}

Result<void> refuseWhoIsGone(const Person& person) {
    if (person.leftOn.isNull()) return {};
    return fail(ErrorCode::Refused, Text::tr("%1已于%2离开").arg(person.name, person.leftOn.text()),
                Text::tr("如又回来，请先登记转入或恢复"));
}

Result<void> checkSpan(const PartialDate& from, const PartialDate& until) {
    if (from.isNull() || until.isNull() || until.latest() >= from.earliest()) return {};
    return fail(ErrorCode::Refused, Text::tr("免职日期早于任职日期"), Text::tr("请核对两个日期"));
}

/// Where a beginning is not on record, an end is enough to tell them apart.
bool endsBefore(const Post& former, const Post& next) {
    return !former.untilOn.isNull()
        && (next.fromOn.isNull() || former.untilOn.earliest() <= next.fromOn.latest());
}

/// A branch has one secretary at a time (支部工作条例, chapter 6): the former one goes first.
Result<void> refuseASecondSecretary(Session& session, const Post& post) {
    if (post.kind != u"secretary"_s) return {};
    auto others = session.reader().all<Post>(
        "WHERE r.organisation_id = :organisation AND r.kind = 'secretary'"
        " AND r.person_id <> :person",
        {{":organisation", post.organisationId}, {":person", post.personId}});
    if (!others) return fail(others.error());
    for (const Post& other : *others) {
        // The day on which one goes and the other comes may be the same.
        if (endsBefore(other, post) || endsBefore(post, other)) continue;
        const auto holder = session.find(other.personId);
        return fail(
            ErrorCode::Refused,
            Text::tr("这一时期的书记是%1").arg(holder ? holder->name : QString()),
            Text::tr("请先登记%1的免职日期，再登记新书记").arg(holder ? holder->name : QString()));
    }
    return {};
}

Result<QString> nameFor(const Store& store, Id<Person> id) {
    const auto person = store.reader().find(id);
    if (!person) return fail(person.error());
    return *person ? (*person)->name : QString();
}
}

QList<FieldProblem> checkPerson(const Person& person, QDate today) {
    QList<FieldProblem> problems = tooLongTexts(person);
    if (person.name.trimmed().isEmpty()) problems.append({"name", Text::tr("没有姓名"), true});
    if (person.branchId.isNull()) problems.append({"branch_id", Text::tr("没有所在党支部"), true});
    if (!person.bornOn.isNull() && person.bornOn.earliest() > today)
        problems.append({"born_on", Text::tr("出生日期晚于今天"), true});
    checkDates(person, today, problems);
    checkExclusion(person, problems);
    checkId(person, problems);
    return problems;
}

Result<Person> savePerson(Store& store, Person person) {
    person.name = cleanName(person.name);
    if (!person.idNumber.isEmpty()) person.idNumber = readIdNumber(person.idNumber).text;
    for (QString* number : {&person.phone, &person.landline, &person.registeredPhone})
        *number = plainCell(*number);
    for (const FieldProblem& problem : checkPerson(person, store.clock().today()))
        if (problem.isRefused)
            return fail(ErrorCode::Refused, problem.message, Text::tr("请改正后再保存"));
    const bool isNew = person.id.isNull();
    return store.run({isNew ? kAddPerson : kChangePerson, {person.name}},
                     [&](Session& session) -> Result<Person> {
                         if (isNew) person.id = session.newId<Person>();
                         if (const auto fine = checkNobodyElse(session, person); !fine)
                             return fail(fine.error());
                         const auto put = session.put(person);
                         if (!put) return fail(put.error());
                         return person;
                     });
}

Result<void> removePerson(Store& store, Id<Person> id) {
    const auto name = nameFor(store, id);
    if (!name) return fail(name.error());
    return store.run({kRemovePerson, {*name}}, [&](Session& session) -> Result<void> {
        const auto used = session.reader().integer(
            "SELECT (SELECT count(*) FROM live_post WHERE person_id = :id)"
            " + (SELECT count(*) FROM live_movement WHERE person_id = :id)",
            {{":id", id}});
        if (!used) return fail(used.error());
        if (*used != 0)
            return fail(ErrorCode::Refused, Text::tr("“%1”有任职或增减记录，不能删除").arg(*name),
                        Text::tr("人已离开的，请用“转出、减少”登记去向"));
        return session.erase(id);
    });
}

Result<Post> appoint(Store& store, Post post) {
    const auto name = nameFor(store, post.personId);
    if (!name) return fail(name.error());
    const QString title = post.title.isEmpty() ? nameOf(u"post", post.kind) : post.title;
    return store.run({kAppoint, {*name, title}}, [&](Session& session) -> Result<Post> {
        const auto person = session.find(post.personId);
        if (!person) return fail(person.error());
        Result<void> fine = checkSpan(post.fromOn, post.untilOn);
        if (fine && post.untilOn.isNull()) fine = refuseWhoIsGone(*person);
        if (fine) fine = refuseASecondSecretary(session, post);
        if (!fine) return fail(fine.error());
        const auto open = session.reader().integer(
            "SELECT count(*) FROM live_post WHERE person_id = :person AND kind = :kind"
            " AND organisation_id = :organisation AND until_on IS NULL AND id IS NOT :id",
            {{":person", post.personId},
             {":kind", post.kind},
             {":organisation", post.organisationId},
             {":id", post.id}});
        if (!open) return fail(open.error());
        if (*open != 0)
            return fail(ErrorCode::Refused, Text::tr("%1现在就任%2，不必再登记").arg(*name, title));
        if (post.id.isNull()) post.id = session.newId<Post>();
        const auto put = session.put(post);
        if (!put) return fail(put.error());
        return post;
    });
}

Result<void> endPost(Store& store, Id<Post> id, PartialDate until) {
    if (until.isNull()) return fail(ErrorCode::Refused, Text::tr("请填写日期"));
    const auto post = store.reader().find(id);
    if (!post) return fail(post.error());
    const auto name = *post ? nameFor(store, (*post)->personId) : Result<QString>(QString());
    if (!name) return fail(name.error());
    const QString title = *post ? nameOf(u"post", (*post)->kind) : QString();
    return store.run({kEndPost, {*name, title}}, [&](Session& session) -> Result<void> {
        auto found = session.find(id);
        if (!found) return fail(found.error());
        if (const auto fine = checkSpan(found->fromOn, until); !fine) return fine;
        found->untilOn = until;
        const auto put = session.put(*found);
        if (!put) return fail(put.error());
        return {};
    });
}

Result<void> movePerson(Store& store, Id<Person> id, Id<Organisation> to, PartialDate on,
                        const QString& basis) {
    if (const auto fine = checkDay(store, on); !fine) return fine;
    const auto name = nameFor(store, id);
    const auto target = store.reader().find(to);
    if (!name) return fail(name.error());
    if (!target) return fail(target.error());
    const QString toName = *target ? (*target)->shortName : QString();
    return store.run({kMove, {*name, toName}}, [&](Session& session) -> Result<void> {
        auto person = session.find(id);
        if (!person) return fail(person.error());
        if (const auto branch = session.find(to); !branch) return fail(branch.error());
        if (const auto fine = refuseWhoIsGone(*person); !fine) return fine;
        if (person->branchId == to)
            return fail(ErrorCode::Refused, Text::tr("%1已经在%2").arg(*name, toName));
        const auto moved = movedTo(session, *person, to, on, basis);
        if (!moved) return fail(moved.error());
        const auto put = session.put(*moved);
        if (!put) return fail(put.error());
        return {};
    });
}

Result<void> leaveBranch(Store& store, Id<Person> id, const QString& kind, PartialDate on,
                         const QString& to, const QString& basis) {
    if (const auto fine = checkDay(store, on); !fine) return fine;
    if (const auto fine = checkKind(u"leave_kind", kind); !fine) return fine;
    const auto name = nameFor(store, id);
    if (!name) return fail(name.error());
    return store.run(
        {kLeave, {*name, nameOf(u"leave_kind", kind)}}, [&](Session& session) -> Result<void> {
            auto person = session.find(id);
            if (!person) return fail(person.error());
            Result<void> done = refuseWhoIsGone(*person);
            if (done)
                done
                    = recordMovement(session, *person, {{}, {}, {}, u"out"_s, kind, on, to, basis});
            if (done) done = endOpenPosts(session, id, on);
            if (!done) return done;
            person->leftOn = on;
            const auto put = session.put(*person);
            if (!put) return fail(put.error());
            return {};
        });
}

Result<void> arriveAtBranch(Store& store, Id<Person> id, Id<Organisation> branch,
                            const QString& kind, PartialDate on, const QString& from,
                            const QString& basis) {
    if (const auto fine = checkDay(store, on); !fine) return fine;
    if (const auto fine = checkKind(u"join_kind", kind); !fine) return fine;
    const auto name = nameFor(store, id);
    if (!name) return fail(name.error());
    return store.run(
        {kArrive, {*name, nameOf(u"join_kind", kind)}}, [&](Session& session) -> Result<void> {
            auto person = session.find(id);
            if (!person) return fail(person.error());
            if (const auto there = session.find(branch); !there) return fail(there.error());
            person->branchId = branch;
            person->groupId = {};
            person->leftOn = {};
            const auto done
                = recordMovement(session, *person, {{}, {}, {}, u"in"_s, kind, on, from, basis});
            if (!done) return done;
            const auto put = session.put(*person);
            if (!put) return fail(put.error());
            return {};
        });
}

} // namespace baolei
