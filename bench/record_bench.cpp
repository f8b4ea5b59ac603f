// One meeting of forty, from the moment that somebody sets out to record it to its last byte in the
// store: rules and kinds, who is expected and how the last one was, what the rules say to it, the
// operation with the plan that it fulfils. The widgets are left out; what a bare transaction takes,
// which is the disk's sync, is taken off.
//   record_bench STORE SCALE        writes into STORE: give it a copy

#include "bench/bare_table.h"
#include "bench/figures.h"
#include "core/plans/commands.h"
#include "ui/activities/record_judge.h"
#include "ui/activities/record_setup.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr int kMeetings = 40;
constexpr int kAttendees = 40;

Person memberNo(int number, Id<Organisation> branch) {
    Person person;
    person.name = QString(u'王') + QChar(0x4E00 + number);
    person.branchId = branch;
    person.stage = u"full"_s;
    person.membership = u"1"_s;
    person.joinedOn = PartialDate(2001, 7, 1);
    person.fullOn = PartialDate(2002, 7, 1);
    return person;
}

/// A branch of forty beside the others of the store.
Id<Organisation> newBranch(Store& store) {
    Organisation branch;
    bench::must(store.reader().each(
        "SELECT parent_id FROM live_organisation"
        " WHERE type = 'branch' ORDER BY id LIMIT 1",
        {}, [&](const Row& row) { branch.parentId = row.as<Id<Organisation>>(0); }));
    // A store that was measured before has one already.
    branch.name = branch.shortName
        = u"量速度的党支部%1"_s.arg(store.clock().nowUtc().toSecsSinceEpoch());
    branch.type = u"branch"_s;
    const Id<Organisation> id = bench::must(saveOrganisation(store, branch)).id;
    for (int i = 0; i < kAttendees; ++i)
        bench::must(savePerson(store, memberNo(i, id)));
    return id;
}

int recordOne(Store& store, Id<Organisation> branch, QDate day, qsizetype& remarks) {
    const Reader& reader = store.reader();
    const auto setup = bench::must(recordSetup(store, {branch, u"party-day"_s, day}));
    const auto source = bench::must(
        recordSource(reader, setup.kind, {setup.holder, setup.branch.id, setup.joint}, day));
    const auto judge
        = bench::must(RecordJudge::load(reader, setup.rules, setup.branch, day, {}, setup.today));
    ActivityRecord record = newRecord(source, day);
    record.activity.host = source.people.first().name;
    record.activity.hostId = {source.people.first().expected.person};
    record.activity.place = u"村党群服务中心"_s;
    record.activity.agenda = u"集中学习\n民主议事"_s;
    record.activity.content = u"全体党员逐项讨论。"_s.repeated(20);
    for (qsizetype absent : {3, 7}) {
        record.attendance[absent].mark = Mark::Leave;
        record.attendance[absent].reason = u"外出"_s;
    }
    remarks += judge.judge(record, setup.kind).size();
    QList<PlanItem> fulfilled;
    return bench::must(saveActivity(store, record, fulfillingPlan(fulfilled))).due;
}
}

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const QString path = QString::fromLocal8Bit(argv[1]);
    const auto store = bench::must(Store::open(path));
    const Id<Organisation> branch = newBranch(*store);
    bench::BareTable table(path + u".bare"_s);
    QList<double> work;
    QList<double> bare;
    int due = 0;
    qsizetype remarks = 0;
    for (int i = 0; i < kMeetings; ++i) {
        bare.append(bench::secondsOf([&] { table.save(i); }));
        const QDate day = store->clock().today().addDays(-i);
        const double whole
            = bench::secondsOf([&] { due = recordOne(*store, branch, day, remarks); });
        work.append(whole - bare.last());
    }
    bench::print({{u"name"_s, u"record"_s},
                  {u"scale"_s, QString::fromLocal8Bit(argv[2])},
                  {u"seconds"_s, bench::medianOf(work)},
                  {u"reference_seconds"_s, bench::medianOf(bare)},
                  {u"attendees"_s, due},
                  {u"remarks"_s, remarks}});
    return 0;
}
