#include "core/handbook/handbook.h"

#include "core/demo/demo.h"
#include "core/forms/form_reader.h"
#include "core/people/queries.h"
#include "core/plans/commands.h"
#include "core/spreadsheet/reader.h"
#include "tests/support/town.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct DemoTown {
    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    std::unique_ptr<Store> store;
    Fonts fonts;

    DemoTown() {
        StoreOptions options;
        options.clock = &clock;
        store = std::move(*Store::create(folder.path(u"示范镇.baolei"_s), u"示范镇"_s, options));
        EXPECT_TRUE(ok(fillDemo(*store, DemoScale::Town)));
    }
    Organisation branch(const QString& name = u"西荡村党支部"_s) const {
        return organisationNamed(store->reader(), name).value();
    }
    PrintSubject subject(const Period& period) const { return {branch(), period, clock.today()}; }
    QString pdfText(const QString& path) const {
        QProcess tool;
        tool.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        EXPECT_TRUE(tool.waitForFinished());
        return QString::fromUtf8(tool.readAllStandardOutput());
    }
};

int pagesOf(const Document& document, const QString& form) {
    int pages = 0;
    for (const PaperPage& page : document.pages)
        pages += page.form == form;
    return pages;
}
}

TEST(Handbook, readsNamesAndFiguresBackFromThePdf) {
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        GTEST_SKIP() << "pdftotext is missing: install poppler-utils";
    DemoTown town;
    const QString path = town.folder.path(u"手册.pdf"_s);
    const auto pages = printToFile(town.store->reader(), kHandbook,
                                   town.subject(Period::ofYear(2026)), path, town.fonts);
    ASSERT_TRUE(ok(pages));
    EXPECT_GT(*pages, 20);
    const QString text = town.pdfText(path);
    const auto people
        = peopleOf(town.store->reader(), town.branch().id, town.clock.today()).value();
    ASSERT_FALSE(people.isEmpty());
    for (const Person& person : people) {
        EXPECT_TRUE(!isMember(person.stage) || text.contains(person.name))
            << person.name.toStdString();
    }
    const auto figures = branchFigures(town.store->reader(), town.branch().id, town.clock.today())
                             .value()
                             .value(town.branch().id);
    EXPECT_TRUE(text.contains(
        QRegularExpression(u"党员总数：%1 人（正式 %2 人，预备 %3 人）"_s.arg(figures.members)
                               .arg(figures.full)
                               .arg(figures.probationary))))
        << text.left(3000).toStdString();
    EXPECT_TRUE(text.contains(u"中共示范镇西荡村支部委员会"_s));
}

TEST(Handbook, holdsAPageForEachMeetingOfTheYear) {
    DemoTown town;
    const auto document = documentOf(town.store->reader(), kHandbook,
                                     town.subject(Period::ofYear(2026)), town.fonts);
    ASSERT_TRUE(ok(document));
    const auto meetings = activitiesIn(town.store->reader(), town.branch().id, Period::ofYear(2026),
                                       u"branch-meeting"_s)
                              .value();
    ASSERT_FALSE(meetings.isEmpty());
    EXPECT_EQ(pagesOf(*document, u"p10"_s), meetings.size());
    EXPECT_EQ(document->pages.first().form, u"p01"_s);
    EXPECT_EQ(document->title, u"西荡村党支部2026年基层党组织工作纪实手册"_s);
    EXPECT_EQ(document->pages.first().number, 0); // the cover is not counted
    int last = 0;
    for (const PaperPage& page : document->pages)
        if (page.counted) {
            EXPECT_EQ(page.number, ++last);
        }
}

TEST(Handbook, hasAPageForARecordOfEveryKind) {
    DemoTown town;
    const auto held = activitiesIn(town.store->reader(), {}, Period::ofYear(2026)).value();
    const auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    for (const ActivityKind& kind : *kinds) {
        const auto at = std::find_if(held.begin(), held.end(), [&](const ActivityLine& line) {
            return line.kind == kind.id && line.state == u"final"_s;
        });
        ASSERT_NE(at, held.end()) << kind.id.toStdString();
        const auto document
            = recordDocument(town.store->reader(), {at->id}, town.clock.today(), town.fonts);
        ASSERT_TRUE(ok(document)) << kind.id.toStdString();
        ASSERT_FALSE(document->pages.isEmpty());
        const QString text = plainText(document->pages.first());
        const QDate day = at->startsAt.date();
        QStringList spellings{chineseDate(day)};
        if (kind.isRegister) // its columns are narrow
            spellings
                = {valueText(day, ValueFormat::DottedDay), valueText(day, ValueFormat::DayOfYear)};
        EXPECT_TRUE(std::any_of(spellings.begin(), spellings.end(),
                                [&](const QString& each) { return text.contains(each); }))
            << kind.id.toStdString() << text.toStdString();
    }
}

TEST(Handbook, tellsWhoWasElectedOnTheMeetingsPage) {
    DemoTown town;
    const auto meetings = activitiesIn(town.store->reader(), town.branch().id, Period::ofYear(2026),
                                       u"branch-meeting"_s)
                              .value();
    ASSERT_FALSE(meetings.isEmpty());
    auto record = unpack(town.store->reader().find(meetings.last().id).value().value()).value();
    VoteItem item;
    item.kind = VoteKind::Election;
    item.title = u"补选支部委员"_s;
    item.due = record.activity.votingDue;
    item.present = record.activity.votingPresent;
    item.seats = 1;
    item.secret = item.passed = true;
    item.ballotsOut = item.ballotsBack = item.present;
    item.choices = {{Uuid(), u"张三丰"_s, item.present - 1, true}, {Uuid(), u"李四光"_s, 1, false}};
    record.votes = {item};
    ASSERT_TRUE(ok(saveActivity(*town.store, record)));
    const auto document = recordDocument(town.store->reader(), {meetings.last().id},
                                         town.clock.today(), town.fonts);
    ASSERT_TRUE(ok(document));
    QString text;
    for (const PaperPage& page : document->pages)
        text += plainText(page).remove(u'\n');
    EXPECT_TRUE(text.contains(u"张三丰 %1 票（当选）、李四光 1 票"_s.arg(item.present - 1)));
    EXPECT_TRUE(text.contains(u"选举有效"_s));
    EXPECT_FALSE(text.contains(u"赞成"_s));
}

TEST(Handbook, hasAStudySheetForEachMember) {
    DemoTown town;
    const PrintSubject year = town.subject(Period::ofYear(2026));
    const auto sheets = documentOf(town.store->reader(), u"p19"_s, year, town.fonts);
    ASSERT_TRUE(ok(sheets));
    const auto pages = studyPages(town.store->reader(), year);
    ASSERT_TRUE(ok(pages));
    const QList<PersonStudy>& people = pages->study.people;
    ASSERT_EQ(sheets->pages.size(), people.size());
    for (qsizetype i = 0; i < people.size(); ++i) {
        const QString text = plainText(sheets->pages[i]);
        EXPECT_TRUE(text.contains(people[i].name)) << i;
        EXPECT_TRUE(text.contains(u"%1 学时"_s.arg(people[i].hours.text()))) << i;
    }
    PrintRecord person;
    person.person = people.first().id;
    person.year = 2026;
    const auto one = recordDocument(town.store->reader(), person, town.clock.today(), town.fonts);
    ASSERT_TRUE(ok(one));
    ASSERT_EQ(one->pages.size(), 1);
    EXPECT_EQ(plainText(one->pages.first()), plainText(sheets->pages.first()));
    EXPECT_EQ(one->title, people.first().name + u"2026年党员学时登记表"_s);
    const auto whole = documentOf(town.store->reader(), kHandbook, year, town.fonts);
    ASSERT_TRUE(ok(whole));
    EXPECT_EQ(pagesOf(*whole, u"p19"_s), people.size());
    EXPECT_GE(pagesOf(*whole, u"study-summary"_s), 1);
}

TEST(Handbook, hasTheYearsPlanAndASheetForEachMonth) {
    DemoTown town;
    const Reader& reader = town.store->reader();
    const PrintSubject year = town.subject(Period::ofYear(2026));
    const PrintSubject month = town.subject(Period::ofMonth(2026, 11));
    QList<Id<PlanItem>> own; // the demo comes with a plan
    const auto made = planItems(reader, town.branch().id, 2026);
    ASSERT_TRUE(ok(made));
    for (const PlanItem& each : *made)
        own.append(each.id);
    ASSERT_TRUE(ok(removePlanItems(*town.store, own)));
    EXPECT_FALSE(documentOf(reader, u"p09"_s, year, town.fonts)); // nothing is planned yet
    ASSERT_TRUE(ok(makePlan(*town.store, {town.branch().id}, 2026)));
    PlanItem item;
    item.organisationId = town.branch().id;
    item.year = 2026;
    item.month = 11;
    item.title = u"清理河道"_s;
    item.method = u"集中劳动"_s;
    item.responsible = u"甲某"_s;
    item.doneOn = QDate(2026, 11, 18);
    ASSERT_TRUE(ok(savePlanItem(*town.store, item)));
    const auto found = planCandidates(reader, town.branch().id, 2026, town.clock.today());
    ASSERT_TRUE(found && !found->isEmpty());
    const Id<Activity> held = found->first().activity;
    ASSERT_TRUE(ok(linkPlan(*town.store, {{found->first().item, held}})));
    const auto whole = documentOf(reader, u"p08"_s, year, town.fonts);
    ASSERT_TRUE(ok(whole));
    QString text;
    QSet<QString> records; // where a click leads besides the branch: to what fulfilled an item
    for (const PaperPage& page : whole->pages) {
        text += plainText(page).remove(u'\n');
        for (const TextBlock& block : page.blocks)
            if (!block.record.startsWith(u"organisation/"_s)) records.insert(block.record);
    }
    records.remove({}); // labels, and what is still to be done
    EXPECT_EQ(records, QSet<QString>{u"activity/"_s + held.value.toText()});
    const auto items = planItems(reader, town.branch().id, 2026);
    ASSERT_TRUE(ok(items));
    for (const PlanItem& each : *items)
        EXPECT_TRUE(text.contains(each.title)) << each.title.toStdString();
    const auto months = documentOf(reader, u"p09"_s, year, town.fonts);
    ASSERT_TRUE(ok(months));
    EXPECT_GE(pagesOf(*months, u"p09"_s), 12);
    const auto november = documentOf(reader, u"p09"_s, month, town.fonts);
    ASSERT_TRUE(ok(november));
    ASSERT_EQ(november->pages.size(), 1);
    const QString sheet = plainText(november->pages.first());
    for (const QString& part :
         {u"2026年11月"_s, u"清理河道"_s, u"集中劳动"_s, u"甲某"_s, u"11月18日"_s})
        EXPECT_TRUE(sheet.contains(part)) << part.toStdString() << sheet.toStdString();
    EXPECT_FALSE(sheet.contains(u"未完成"_s)); // November is not over
    EXPECT_TRUE(text.contains(u"未完成"_s));
}

TEST(Handbook, addsUpTheHoursOfASheetToItsSum) {
    DemoTown town;
    const auto pages = studyPages(town.store->reader(), town.subject(Period::ofYear(2026)));
    ASSERT_TRUE(ok(pages));
    for (const PersonStudy& person : pages->study.people) {
        const FormData data = memberData({}, *pages, person);
        const QList<FormData> rows = data.lists[u"study"_s];
        ASSERT_FALSE(rows.isEmpty() && person.hours > StudyHours{});
        if (rows.isEmpty()) continue;
        EXPECT_EQ(rows.last().values[u"sum"_s], data.values[u"person.hours"_s]);
        EXPECT_EQ(rows.first().values[u"holder"_s].toString().isEmpty(), false);
    }
    // A month's sheet goes as far as the month does.
    const auto spring = studyPages(town.store->reader(), town.subject(Period::ofMonth(2026, 3)));
    ASSERT_TRUE(ok(spring));
    EXPECT_LT(spring->study.sum(), pages->study.sum());
}

TEST(Disclosure, saysWhatWasHeldAndNothingPrivate) {
    DemoTown town;
    const auto document = documentOf(town.store->reader(), u"meetings-disclosure"_s,
                                     town.subject(Period::ofMonth(2026, 10)), town.fonts);
    ASSERT_TRUE(ok(document));
    QString text;
    for (const PaperPage& page : document->pages)
        text += plainText(page);
    const auto held = activitiesIn(town.store->reader(), town.branch().id,
                                   Period::ofMonth(2026, 10), u"party-day"_s)
                          .value();
    ASSERT_FALSE(held.isEmpty());
    EXPECT_TRUE(text.contains(held.first().title));
    EXPECT_TRUE(text.contains(u"受理电话"_s));
    // Talks are held that month and are nobody's business.
    EXPECT_FALSE(
        activitiesIn(town.store->reader(), town.branch().id, Period::ofMonth(2026, 10), u"talk"_s)
            .value()
            .isEmpty());
    EXPECT_FALSE(text.contains(u"谈心"_s));
    const auto people
        = peopleOf(town.store->reader(), town.branch().id, town.clock.today()).value();
    for (const Person& person : people)
        for (const QString& secret : {person.idNumber, person.phone, person.address})
            if (!secret.isEmpty()) {
                EXPECT_FALSE(text.contains(secret));
            }
}

TEST(Handbook, isWrittenAsAWorkbookToo) {
    DemoTown town;
    const QString path = town.folder.path(u"花名册.xlsx"_s);
    ASSERT_TRUE(ok(printToFile(town.store->reader(), u"p06"_s, town.subject(Period::ofYear(2026)),
                               path, town.fonts)));
    const auto book = openSpreadsheet(path);
    ASSERT_TRUE(ok(book));
    QStringList cells;
    ASSERT_TRUE(ok((*book)->read(0, [&](const SheetRow& row) {
        for (const Cell& cell : row.cells)
            cells.append(cell.text);
        return true;
    })));
    const auto people
        = peopleOf(town.store->reader(), town.branch().id, town.clock.today()).value();
    for (const Person& person : people)
        if (isMember(person.stage)) {
            EXPECT_TRUE(cells.contains(person.name));
        }
}

TEST(Batch, makesOneFileForEachBranchAndStopsWhenTold) {
    DemoTown town;
    const auto all = organisations(town.store->reader()).value();
    const auto branches = branchesIn(all);
    const QString folder = town.folder.path(u"全部"_s);
    ASSERT_TRUE(QDir().mkpath(folder));
    const auto items
        = printAll(town.store->reader(), u"p03"_s, branches, Period::ofYear(2026),
                   town.clock.today(), folder, town.fonts, [](int done, int) { return done < 3; });
    ASSERT_EQ(items.size(), 3);
    for (const BatchItem& item : items)
        EXPECT_TRUE(QFile::exists(item.path)) << item.problem.toStdString();
}

TEST(Printing, saysWhatIsWrong) {
    DemoTown town;
    const auto subject = town.subject(Period::ofYear(2026));
    EXPECT_FALSE(documentOf(town.store->reader(), u"p99"_s, subject, town.fonts));
    const auto none = documentOf(town.store->reader(), u"p10"_s,
                                 town.subject(Period::ofMonth(2020, 1)), town.fonts);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(printToFile(town.store->reader(), u"p03"_s, subject, town.folder.path(u"x.docx"_s),
                             town.fonts));
}

TEST(Printing, everyFormOfThePrinterIsReadable) {
    QStringList problems;
    const auto forms = printableForms(&problems);
    EXPECT_TRUE(problems.isEmpty()) << problems.join(u'\n').toStdString();
    EXPECT_EQ(forms.size(), formIds().size() + 1);
}

TEST(Batch, givesNamesakesFilesOfTheirOwn) {
    DemoTown town;
    Organisation namesake = town.branch(u"柘沟村党支部"_s);
    namesake.shortName = u"西荡村党支部"_s;
    const QString folder = town.folder.path(u"全部"_s);
    ASSERT_TRUE(QDir().mkpath(folder));
    const auto items = printAll(town.store->reader(), u"p03"_s, {town.branch(), namesake},
                                Period::ofYear(2026), town.clock.today(), folder, town.fonts, {});
    ASSERT_EQ(items.size(), 2);
    EXPECT_NE(items[0].path, items[1].path);
    EXPECT_TRUE(QFile::exists(items[0].path));
    EXPECT_TRUE(QFile::exists(items[1].path));
}
