#include "core/base/pipe.h"
#include "core/people/moving.h"
#include "core/people/roster_import.h"
#include "core/people/roster_import_source.h"
#include "core/store/backup.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <thread>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RosterImport)
};

constexpr std::size_t kPeopleOfBatch = 100; // between reports, too
constexpr std::size_t kBatchesAhead = 8;

Error stopped() {
    return {ErrorCode::Cancelled,
            Text::tr("已停止导入"),
            Text::tr("什么都没有导入，原有数据没有改动"),
            {}};
}

/// Ids of what the plan names, made where it is new.
struct Targets {
    QList<Id<Organisation>> branches;
    QList<Id<Organisation>> groups;
};

Result<Id<Organisation>> ensure(Session& session, Organisation organisation) {
    if (!organisation.id.isNull()) return organisation.id;
    organisation.id = session.newId<Organisation>();
    if (const auto added = session.add(organisation); !added) return fail(added.error());
    return organisation.id;
}

Result<Targets> makeTargets(Session& session, const ImportPlan& plan) {
    Targets targets;
    for (const PlannedBranch& branch : plan.branches) {
        // A branch none of whose rows is taken is not entered either.
        const auto id = branch.rows > 0 ? ensure(session, branch.organisation)
                                        : Result<Id<Organisation>>(branch.organisation.id);
        if (!id) return fail(id.error());
        targets.branches.append(*id);
    }
    for (const PlannedGroup& group : plan.groups) {
        Organisation organisation = group.organisation;
        organisation.parentId = targets.branches.value(group.branch);
        const auto id = ensure(session, organisation);
        if (!id) return fail(id.error());
        targets.groups.append(*id);
    }
    return targets;
}

/// What is written next: a new record, or a person of the store to be changed.
using Step = std::variant<NewRow, PackedPerson>;
struct Batch {
    std::vector<Step> steps;
    std::size_t people = 0;
};

Post postOf(const Session& session, const QString& kind, const Person& person) {
    Post post;
    post.id = session.newId<Post>();
    post.personId = person.id;
    post.organisationId = person.branchId;
    post.kind = kind;
    return post;
}

void encode(const Session& session, const PackedPerson& packed, const Targets& targets,
            std::vector<Step>& steps) {
    Person person = packed.person;
    person.id = session.newId<Person>();
    person.branchId = targets.branches.value(packed.branch);
    if (packed.group >= 0) person.groupId = targets.groups.value(packed.group);
    steps.emplace_back(NewRow(person));
    for (const QString& kind : packed.posts)
        steps.emplace_back(NewRow(postOf(session, kind, person)));
}

/// Unpacks and encodes, while another thread writes.
void makeBatches(const Session& session, const PackedPeople& people, const Targets& targets,
                 Pipe<Batch>& pipe) {
    Batch batch;
    const auto flush = [&] { return pipe.put(std::exchange(batch, {})); };
    const bool isWhole = people.each([&](const PackedPerson& packed) {
        if (packed.person.id.isNull())
            encode(session, packed, targets, batch.steps);
        else
            batch.steps.emplace_back(packed);
        return ++batch.people < kPeopleOfBatch || flush();
    });
    if (isWhole && batch.people > 0) flush();
    pipe.end();
}

Result<void> changePerson(Session& session, const PackedPerson& packed, const Targets& targets,
                          QDate today) {
    auto person = session.find(packed.person.id);
    if (!person) return fail(person.error());
    const auto& columns = tableOf<Person>().columns();
    for (int i = 0; i < int(columns.size()); ++i)
        if (packed.columns >> i & 1) columns[i].write(&*person, columns[i].read(&packed.person));
    if (packed.isMoved) {
        auto moved = movedTo(session, *person, targets.branches.value(packed.branch),
                             PartialDate(today), Text::tr("导入花名册"));
        if (!moved) return fail(moved.error());
        *person = std::move(*moved);
    }
    if (packed.group >= 0) person->groupId = targets.groups.value(packed.group);
    if (const auto put = session.put(*person); !put) return fail(put.error());
    for (const QString& kind : packed.posts)
        if (const auto added = session.add(postOf(session, kind, *person)); !added) return added;
    return {};
}

Result<void> checkStillTrue(const Session& session, const ImportPlan& plan) {
    const auto newest = session.reader().integer("SELECT max(seq) FROM operation");
    if (!newest) return fail(newest.error());
    if (*newest == plan.basedOn) return {};
    return fail(ErrorCode::Refused, Text::tr("预览之后数据又有改动"),
                Text::tr("请重新读取花名册，核对后再导入"), Text::tr("什么都没有导入"));
}

Result<void> writeBatch(Session& session, const Batch& batch, const Targets& targets, QDate today) {
    for (const Step& step : batch.steps) {
        const auto* row = std::get_if<NewRow>(&step);
        const auto written = row
            ? session.add(*row)
            : changePerson(session, std::get<PackedPerson>(step), targets, today);
        if (!written) return written;
    }
    return {};
}

Result<void> writePeople(Session& session, const ImportPlan& plan, const Targets& targets,
                         const ImportProgress& progress) {
    Pipe<Batch> pipe(kBatchesAhead);
    std::thread encoding([&] { makeBatches(session, plan.people, targets, pipe); });
    Result<void> written;
    qint64 done = 0;
    while (written) {
        if (progress && !progress(done, plan.people.size())) {
            written = fail(stopped());
            break;
        }
        const auto batch = pipe.take();
        if (!batch) break;
        written = writeBatch(session, *batch, targets, plan.today);
        done += qint64(batch->people);
    }
    pipe.abandon();
    encoding.join();
    return written;
}

Result<void> write(Session& session, const ImportPlan& plan, const ImportProgress& progress) {
    if (const auto fine = checkStillTrue(session, plan); !fine) return fine;
    const auto targets = makeTargets(session, plan);
    if (!targets) return fail(targets.error());
    if (const auto done = writePeople(session, plan, *targets, progress); !done) return done;
    if (plan.isRemembered)
        return putSetting(session, mappingSetting(plan.mapping), mappingText(plan.mapping));
    return {};
}

Result<void> backUpFirst(const Store& store, const ImportProgress& progress) {
    const auto reader = store.newReader();
    if (!reader) return fail(reader.error());
    const auto people = reader->integer("SELECT EXISTS(SELECT 1 FROM live_person)");
    if (!people) return fail(people.error());
    if (*people == 0) return {};
    const auto made = backUpAutomatically(store.path(), store.clock(),
                                          [&](int, int) { return !progress || progress(0, 0); });
    if (!made) return fail(made.error());
    return {};
}
}

Result<void> applyImport(Store& store, const ImportPlan& plan, const ImportProgress& progress) {
    if (const auto may = store.mayWrite(); !may) return may;
    if (!plan.isEmpty())
        if (const auto safe = backUpFirst(store, progress); !safe) return safe;
    const Operation operation{kImportRoster,
                              {QFileInfo(plan.path).fileName(), QString::number(plan.added),
                               QString::number(plan.changed)}};
    return store.run(operation, [&](Session& session) { return write(session, plan, progress); });
}

} // namespace baolei
