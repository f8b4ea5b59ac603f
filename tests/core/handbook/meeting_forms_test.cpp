// Notices, sheets to sign, ballots and reports, made from what the store holds; and the ledgers of
// a town.

#include "core/demo/demo.h"
#include "core/handbook/handbook.h"
#include "core/names/name_order.h"
#include "core/people/queries.h"
#include "core/plans/commands.h"
#include "core/spreadsheet/reader.h"
#include "tests/support/town.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct Paper : Town {
    Fonts fonts;
    QList<Person> people;

    explicit Paper(int members = 5) {
        const QStringList names{u"王建国"_s, u"丁一"_s, u"欧阳春"_s, u"阿卜杜热合曼·买买提"_s,
                                u"李秀英"_s};
        for (int i = 0; i < members; ++i)
            people.append(member(i < names.size() ? names[i] : u"甲%1"_s.arg(i), xidang.id));
    }
    ActivityRecord meeting(const QString& state = u"final"_s) {
        ActivityRecord record;
        Activity& activity = record.activity;
        activity.kind = u"branch-meeting"_s;
        activity.organisationId = xidang.id;
        activity.title = u"第四季度党员大会"_s;
        activity.startsAt = QDateTime(QDate(2026, 11, 27), QTime(9, 0));
        activity.place = u"二楼会议室"_s;
        activity.agenda = u"学习条例\n讨论道路整修"_s;
        activity.state = state;
        if (state == u"draft"_s) return record;
        activity.endsAt = activity.startsAt.addSecs(3600);
        activity.host = activity.recorder = people.first().name;
        for (const Person& person : people)
            record.attendance.append({person.id.value, Mark::Present, true, {}, {}});
        return record;
    }
    Activity saved(const ActivityRecord& record) {
        const auto done = saveActivity(*store, record);
        EXPECT_TRUE(ok(done));
        return done.value_or(Activity());
    }
    Result<Document> of(const Activity& activity, const QString& form) {
        return recordDocument(reader(), {activity.id, form}, clock.today(), fonts);
    }
    Result<Document> ofMonth(const QString& form) {
        return documentOf(reader(), form, {xidang, Period::ofMonth(2026, 11), clock.today()},
                          fonts);
    }
    static QString text(const Result<Document>& document) {
        QString all;
        if (!document) return all;
        for (const PaperPage& page : document->pages)
            all += plainText(page).remove(u'\n');
        return all;
    }
};

VoteItem election(int due, int present) {
    VoteItem item;
    item.title = u"选举支部委员"_s;
    item.kind = VoteKind::Election;
    item.secret = item.differential = true;
    item.due = due;
    item.present = present;
    item.seats = 2;
    item.choices = {{Uuid(), u"王建国"_s, 0, false},
                    {Uuid(), u"丁一"_s, 0, false},
                    {Uuid(), u"阿卜杜热合曼·买买提"_s, 0, false}};
    return item;
}

qsizetype places(const QString& text, const QString& part) {
    return text.count(part);
}
}

TEST(MeetingNotice, isMadeOfADraft) {
    Paper town;
    const auto document = town.of(town.saved(town.meeting(u"draft"_s)), u"notice"_s);
    ASSERT_TRUE(ok(document));
    ASSERT_EQ(document->pages.size(), 1);
    const QString text = Paper::text(document);
    for (const QString& part :
         {u"关于召开第四季度党员大会的通知"_s, u"全体党员："_s, u"2026年11月27日（星期五）9:00"_s,
          u"二楼会议室"_s, u"共 5 人"_s, u"（2）讨论道路整修"_s, u"2026年11月20日"_s})
        EXPECT_TRUE(text.contains(part)) << part.toStdString() << '\n' << text.toStdString();
}

TEST(MeetingNotice, leavesToThePenWhatIsNotFixedInThePlan) {
    Paper town;
    PlanItem item;
    item.organisationId = town.xidang.id;
    item.year = 2026;
    item.month = 11;
    item.kind = u"party-day"_s;
    item.title = u"主题党日：清理河道、走访老党员和困难党员"_s;
    ASSERT_TRUE(ok(savePlanItem(*town.store, item)));
    const auto items = planItems(town.reader(), town.xidang.id, 2026);
    ASSERT_TRUE(items && items->size() == 1);
    PrintRecord record;
    record.item = items->first().id;
    record.form = u"notice"_s;
    const auto document = recordDocument(town.reader(), record, town.clock.today(), town.fonts);
    ASSERT_TRUE(ok(document));
    const QString text = Paper::text(document);
    EXPECT_TRUE(text.contains(u"关于开展主题党日的通知"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"（主题党日：清理河道"_s));
    EXPECT_TRUE(text.contains(u"＿＿月＿＿日"_s));
    // The month's notices are those of the plan while nothing is recorded.
    EXPECT_EQ(Paper::text(town.ofMonth(u"notice"_s)), text);
}

TEST(MeetingNotice, ofAMonthIsOfWhatIsStillToBeHeld) {
    Paper town;
    ActivityRecord held = town.meeting();
    held.activity.startsAt = QDateTime(QDate(2026, 11, 6), QTime(9, 0));
    held.activity.endsAt = held.activity.startsAt.addSecs(3600);
    held.activity.title = u"已经开过的会"_s;
    town.saved(held);
    const QString past = Paper::text(town.ofMonth(u"notice"_s));
    EXPECT_TRUE(past.contains(u"已经开过的会"_s));
    town.saved(town.meeting(u"draft"_s));
    const QString ahead = Paper::text(town.ofMonth(u"notice"_s));
    EXPECT_TRUE(ahead.contains(u"第四季度党员大会"_s));
    EXPECT_FALSE(ahead.contains(u"已经开过的会"_s));
}

TEST(SignIn, listsWhoIsExpectedInTheOrderOfStrokes) {
    Paper town;
    Person exempt = town.member(u"免作要求者"_s, town.xidang.id);
    exempt.exemptSince = PartialDate(2026, 1, 1);
    ASSERT_TRUE(ok(savePerson(*town.store, exempt)));
    const auto document = town.of(town.saved(town.meeting(u"draft"_s)), u"sign-in"_s);
    const QString text = Paper::text(document);
    QStringList names;
    for (const Person& person : town.people)
        names.append(person.name);
    std::sort(names.begin(), names.end(), strokeLess);
    qsizetype at = -1;
    for (const QString& name : std::as_const(names)) {
        const qsizetype next = text.indexOf(name);
        EXPECT_GT(next, at) << name.toStdString();
        at = next;
    }
    EXPECT_FALSE(text.contains(exempt.name));
    EXPECT_TRUE(text.contains(u"应到 5 人"_s));
}

TEST(Ballots, areAsManyAsMayVoteAndNameCandidatesByStrokes) {
    Paper town;
    ActivityRecord record = town.meeting(u"draft"_s);
    record.votes = {election(5, 0)};
    Activity activity = town.saved(record);
    auto document = town.of(activity, u"election-ballot"_s);
    EXPECT_EQ(places(Paper::text(document), u"阿卜杜热合曼·买买提"_s), 5); // 应到
    const QString text = Paper::text(document);
    EXPECT_LT(text.indexOf(u"丁一"_s), text.indexOf(u"王建国"_s));
    EXPECT_TRUE(text.contains(u"应选 2 人，候选人 3 人（差额选举）"_s));
    record = unpack(activity).value();
    record.votes = {election(5, 4)};
    activity = town.saved(record);
    EXPECT_EQ(places(Paper::text(town.of(activity, u"election-ballot"_s)), u"丁一"_s), 4); // 实到
    const auto none = town.of(activity, u"ballot"_s); // nobody is admitted there
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::NotFound);
}

TEST(Ballots, areOneForEachPersonOfAnAdmission) {
    Paper town;
    ActivityRecord record = town.meeting(u"draft"_s);
    for (const QString& name : {u"甲某"_s, u"乙某"_s}) {
        VoteItem item;
        item.kind = VoteKind::Admission;
        item.title = u"接收预备党员"_s;
        item.due = 3;
        item.choices = {{Uuid(), name, 0, false}};
        record.votes.append(item);
    }
    const auto document = town.of(town.saved(record), u"ballot"_s);
    ASSERT_TRUE(ok(document));
    const QString text = Paper::text(document);
    EXPECT_EQ(places(text, u"甲某"_s), 3);
    EXPECT_EQ(places(text, u"乙某"_s), 3);
    for (const PaperPage& page : document->pages) { // never two persons on one sheet
        const QString sheet = plainText(page);
        EXPECT_NE(sheet.contains(u"甲某"_s), sheet.contains(u"乙某"_s));
    }
}

TEST(VoteReport, tellsTheCountOfEachCandidateAndWhoIsElected) {
    Paper town;
    ActivityRecord record = town.meeting();
    record.activity.startsAt = QDateTime(QDate(2026, 11, 6), QTime(9, 0));
    record.activity.endsAt = record.activity.startsAt.addSecs(3600);
    VoteItem item = election(5, 5);
    item.ballotsOut = item.ballotsBack = 5;
    item.ballotsVoid = 1;
    item.choices[0] = {Uuid(), u"王建国"_s, 4, true, 1, 0};
    item.choices[1] = {Uuid(), u"丁一"_s, 3, true, 0, 2};
    item.passed = true;
    record.votes = {item};
    const Activity activity = town.saved(record);
    const QString report = Paper::text(town.of(activity, u"vote-report"_s));
    for (const QString& part : {u"选举结果报告单"_s, u"有 效 票4 张"_s, u"无 效 票1 张"_s,
                                u"丁一302当选"_s, u"王建国410当选"_s, u"当 选 人丁一、王建国"_s})
        EXPECT_TRUE(report.contains(part)) << part.toStdString() << '\n' << report.toStdString();
    const QString tally = Paper::text(town.of(activity, u"tally"_s));
    EXPECT_TRUE(tally.contains(u"发出 5 票　收回 5 票　有效 4 票　无效 1 票"_s))
        << tally.toStdString();
}

TEST(FormsOfARecord, areThoseThatItHasSomethingFor) {
    Paper town;
    const auto ids = [&](const Activity& activity) {
        QStringList list;
        const auto forms = formsOf(town.reader(), activity.id);
        EXPECT_TRUE(ok(forms));
        for (const PrintableForm& each : forms.value_or(QList<PrintableForm>()))
            list.append(each.id);
        return list;
    };
    ActivityRecord record = town.meeting(u"draft"_s);
    Activity activity = town.saved(record);
    EXPECT_EQ(ids(activity), (QStringList{u"notice"_s, u"sign-in"_s}));
    record = town.meeting();
    record.votes = {election(5, 5)};
    activity = town.saved(record);
    EXPECT_EQ(ids(activity),
              (QStringList{u"p10"_s, u"notice"_s, u"sign-in"_s, u"election-ballot"_s, u"tally"_s,
                           u"vote-report"_s}));
    record = town.meeting();
    record.activity.kind = u"life-meeting"_s;
    EXPECT_EQ(ids(town.saved(record)),
              (QStringList{u"p15"_s, u"notice"_s, u"sign-in"_s, u"mending"_s}));
}

TEST(TownLedger, sumsUpWhatItsBranchesHeld) {
    Paper town;
    const auto at
        = [&](Id<Organisation> holder, int day, const QString& kind, const QByteArray& joint = {}) {
              ActivityRecord record = town.meeting();
              record.activity.kind = kind;
              record.activity.organisationId = holder;
              record.activity.joint = joint;
              record.activity.startsAt = QDateTime(QDate(2026, 11, day), QTime(9, 0));
              record.activity.endsAt = record.activity.startsAt.addSecs(3600);
              record.attendance.first().mark = Mark::Leave;
              return town.saved(record);
          };
    at(town.xidang.id, 6, u"branch-meeting"_s);
    at(town.xidang.id, 13, u"party-day"_s, town.dongyan.id.value.toBytes()); // held by both
    at(town.xidang.id, 27, u"party-day"_s); // still to come: not held
    const auto subject = townSubject(town.reader(), {}, Period::ofYear(2026), town.clock.today());
    ASSERT_TRUE(ok(subject));
    const auto data = townData(town.reader(), *subject, TownShows::Meetings);
    ASSERT_TRUE(ok(data));
    const QList<FormData> rows = data->lists[u"townBranches"_s];
    const auto row = [&](const QString& name) {
        for (const FormData& each : rows)
            if (each.values[u"name"_s] == name) return each;
        ADD_FAILURE() << name.toStdString();
        return FormData();
    };
    const FormData own = row(town.xidang.shortName);
    EXPECT_EQ(own.values[u"all"_s], 2);
    EXPECT_EQ(own.values[u"due"_s], 10);
    EXPECT_EQ(own.values[u"present"_s], 8);
    EXPECT_EQ(own.values[u"rate"_s], u"80%"_s);
    EXPECT_EQ(row(town.dongyan.shortName).values[u"all"_s], 1);
    EXPECT_EQ(rows.last().values[u"all"_s], 2); // once, though two held it
    EXPECT_EQ(data->lists[u"townMeetings"_s].size(), 2);
    const QList<FormData> kinds = data->lists[u"townKinds"_s];
    const QList<FormData> counts = own.lists[u"counts"_s];
    ASSERT_EQ(kinds.size(), counts.size());
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const QString kind = kinds[i].values[u"title"_s].toString();
        const int held = kind == u"大会"_s || kind == u"党日"_s ? 1 : 0;
        EXPECT_EQ(counts[i].values[u"count"_s], held) << kind.toStdString();
    }
}

TEST(TownLedger, isPrintedAndBecomesAWorkbook) {
    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    StoreOptions options;
    options.clock = &clock;
    const auto store = std::move(*Store::create(folder.path(u"镇.baolei"_s), u"示范镇"_s, options));
    ASSERT_TRUE(ok(fillDemo(*store, DemoScale::Town)));
    const Fonts fonts;
    for (const QString& form : {u"town-summary"_s, u"town-ledger"_s}) {
        const auto subject
            = townSubject(store->reader(), {}, Period::ofMonth(2026, 10), clock.today());
        ASSERT_TRUE(ok(subject));
        const auto document = documentOf(store->reader(), form, *subject, fonts);
        ASSERT_TRUE(ok(document));
        EXPECT_TRUE(document->title.startsWith(u"示范镇2026年10月"_s));
        EXPECT_TRUE(plainText(document->pages.first()).contains(u"西荡村党支部"_s));
        const QString path = folder.path(form + u".xlsx"_s);
        ASSERT_TRUE(ok(printToFile(store->reader(), form, *subject, path, fonts)));
        const auto book = openSpreadsheet(path);
        ASSERT_TRUE(ok(book));
        bool isNamed = false;
        ASSERT_TRUE(ok((*book)->read(0, [&](const SheetRow& row) {
            for (const Cell& cell : row.cells)
                isNamed |= cell.text == u"西荡村党支部"_s;
            return true;
        })));
        EXPECT_TRUE(isNamed);
    }
}
