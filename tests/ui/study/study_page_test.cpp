// 学时: the lines of people and branches, one person's record, and where it leads.

#include "ui/study/study_page.h"

#include "core/activities/queries.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"
#include "ui/base/figures.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct StudiedTown : PageTown {
    QList<Target> opened;
    Person wang = member(u"王强"_s, xidang.id);
    Person li = member(u"李明"_s, xidang.id);
    Person zhao = member(u"赵丽"_s, dongyan.id);

    StudiedTown() {
        QObject::connect(&navigator, &Navigator::opened,
                         [this](const Target& target) { opened.append(target); });
    }
    /// Everybody of 西荡 is there but for those marked otherwise.
    Activity lecture(QDate day, const QString& hours, Mark ofLi = Mark::Present) {
        ActivityRecord record;
        record.activity.kind = u"party-lecture"_s;
        record.activity.organisationId = xidang.id;
        record.activity.title = u"党章"_s;
        record.activity.place = u"会议室"_s;
        record.activity.startsAt = {day, QTime(9, 0)};
        record.activity.state = u"final"_s;
        record.activity.recordedOn = day;
        record.details = {{u"speaker"_s, u"钟山"_s}, {u"hours"_s, hours}};
        record.attendance
            = {{wang.id.value, Mark::Present, true, {}, {}}, {li.id.value, ofLi, true, {}, {}}};
        const auto saved = saveActivity(*store, record);
        EXPECT_TRUE(ok(saved));
        return saved.value_or(Activity{});
    }
};

struct Shown {
    explicit Shown(StudiedTown& town)
        : page(town.context()) {
        page.resize(1100, 700);
        page.QWidget::show();
        EXPECT_TRUE(read());
    }
    testing::AssertionResult read() {
        QApplication::processEvents(); // what has changed is heard of first
        return eventually([this] { return !page.isReading(); });
    }
    QStringList rows(const char* table) {
        QStringList rows;
        const auto* model = child<RecordTable>(&page, table)->recordModel();
        for (int row = 0; row < model->rowCount(); ++row)
            rows.append(model->textsOfRow(row).join(u'|'));
        return rows;
    }
    void press(const char* button) { child<QPushButton>(&page, button)->click(); }
    StudyPage page;
};
}

TEST(StudyPage, showsBranchesOfATownAndPeopleOfABranch) {
    StudiedTown town;
    town.lecture(QDate(2026, 3, 5), u"31.5"_s);
    Shown shown(town);
    EXPECT_EQ(shown.rows("studyBranches"),
              QStringList({u"西荡村党支部|2|0|2|0|31.5"_s, u"东堰村党支部|1|0|1|0|0"_s}));
    EXPECT_FALSE(child<RecordTable>(&shown.page, "studyPeople")->isVisible());
    town.scope.setOrganisation(town.xidang.id);
    ASSERT_TRUE(shown.read());
    EXPECT_TRUE(child<RecordTable>(&shown.page, "studyPeople")->isVisible());
    EXPECT_EQ(shown.rows("studyPeople"),
              QStringList({u"王强|西荡村党支部||1|1|0|0|31.5|32|◐ 还差 0.5"_s,
                           u"李明|西荡村党支部||1|1|0|0|31.5|32|◐ 还差 0.5"_s}));
}

TEST(StudyPage, saysTheTargetsAndThatOneIsNotConfirmed) {
    StudiedTown town;
    Shown shown(town);
    const QString note = child<QLabel>(&shown.page, "studyNote")->text();
    EXPECT_TRUE(note.contains(u"党员 32 学时"_s)) << note.toStdString();
    EXPECT_TRUE(note.contains(u"56 学时"_s) && note.contains(u"未查证"_s));
}

TEST(StudyPage, followsWhatIsRecordedAndTheYear) {
    StudiedTown town;
    Shown shown(town);
    town.lecture(QDate(2026, 3, 5), u"40"_s, Mark::Absent);
    ASSERT_TRUE(shown.read());
    EXPECT_EQ(shown.rows("studyBranches").first(), u"西荡村党支部|2|1|1|0|20"_s);
    town.scope.setPeriod(Period::ofYear(2025));
    ASSERT_TRUE(shown.read());
    EXPECT_EQ(shown.rows("studyBranches").first(), u"西荡村党支部|2|0|2|0|0"_s);
}

TEST(StudyPage, filtersByFigureAndWords) {
    StudiedTown town;
    town.lecture(QDate(2026, 3, 5), u"32"_s, Mark::Leave);
    Shown shown(town);
    shown.press("viewPeople");
    EXPECT_EQ(shown.rows("studyPeople").size(), 3);
    auto* figures = child<FigureBar>(&shown.page, "studyFigures");
    figures->choose(u"reached"_s);
    ASSERT_EQ(shown.rows("studyPeople").size(), 1);
    EXPECT_TRUE(shown.rows("studyPeople").first().startsWith(u"王强"_s));
    figures->choose(u"short"_s);
    EXPECT_EQ(shown.rows("studyPeople").size(), 2);
    child<QLineEdit>(&shown.page, "studySearch")->setText(u"东堰"_s);
    EXPECT_EQ(shown.rows("studyPeople").size(), 1);
    shown.press("viewBranches");
    EXPECT_EQ(shown.rows("studyBranches").size(), 1);
    child<QLineEdit>(&shown.page, "studySearch")->setText(u"没有"_s);
    EXPECT_TRUE(child<RecordTable>(&shown.page, "studyBranches")->emptyState().isVisible());
}

TEST(StudyPage, showsOnePersonsRecordAndOpensItsActivities) {
    StudiedTown town;
    const Activity held = town.lecture(QDate(2026, 3, 5), u"2"_s, Mark::MadeUp);
    town.scope.setOrganisation(town.xidang.id);
    Shown shown(town);
    ASSERT_TRUE(child<RecordTable>(&shown.page, "studyPeople")->selectId(town.li.id.value));
    ASSERT_TRUE(shown.read());
    EXPECT_EQ(child<QLabel>(&shown.page, "personYearHeading")->text(), u"李明　2026年"_s);
    EXPECT_EQ(shown.rows("attended"), QStringList(u"3月5日|党课：党章|西荡村党支部|○ 补学|2"_s));
    auto* attended = child<RecordTable>(&shown.page, "attended");
    emit attended->recordActivated(held.id.value);
    EXPECT_EQ(town.opened.value(0), (Target{u"activities"_s, u"open"_s, {held.id.value}}));
    shown.press("printPersonYear");
    EXPECT_EQ(town.opened.value(1),
              (Target{u"printing"_s, u"person"_s, {town.li.id.value}, u"2026"_s}));
    shown.press("printStudy");
    EXPECT_EQ(town.opened.value(2),
              (Target{u"printing"_s, u"form"_s, {town.xidang.id.value}, u"study-summary"_s}));
}

TEST(StudyPage, opensThePersonThatItIsAskedForWhateverIsShown) {
    StudiedTown town;
    town.scope.setOrganisation(town.dongyan.id);
    Person gone = town.li;
    gone.leftOn = PartialDate(2026, 5, 1);
    ASSERT_TRUE(ok(savePerson(*town.store, gone)));
    Shown shown(town);
    for (const Person& person : {town.wang, town.li, town.zhao}) {
        shown.page.show({u"study"_s, u"person"_s, {person.id.value}});
        ASSERT_TRUE(shown.read());
        EXPECT_TRUE(
            child<QLabel>(&shown.page, "personYearHeading")->text().startsWith(person.name));
        EXPECT_TRUE(child<QWidget>(&shown.page, "personYear")->isVisible());
    }
    EXPECT_EQ(town.scope.organisation(), town.dongyan.id);
}

TEST(StudyPage, showsWhoLacksHoursOfAnOrganisationThatItIsAskedFor) {
    StudiedTown town;
    town.lecture(QDate(2026, 3, 5), u"32"_s, Mark::Absent);
    Shown shown(town);
    shown.page.show({u"study"_s, u"organisation"_s, {town.xidang.id.value}});
    ASSERT_TRUE(shown.read());
    EXPECT_EQ(town.scope.organisation(), town.xidang.id);
    ASSERT_EQ(shown.rows("studyPeople").size(), 1);
    EXPECT_TRUE(shown.rows("studyPeople").first().startsWith(u"李明"_s));
}

TEST(StudyPage, showsTheFirstPersonUnasked) {
    StudiedTown town;
    town.scope.setOrganisation(town.xidang.id);
    Shown shown(town);
    ASSERT_TRUE(shown.read());
    EXPECT_EQ(child<QLabel>(&shown.page, "personYearHeading")->text(), u"王强　2026年"_s);
}

TEST(StudyPage, opensABranchWithEnter) {
    StudiedTown town;
    Shown shown(town);
    emit child<RecordTable>(&shown.page, "studyBranches")->recordActivated(town.dongyan.id.value);
    ASSERT_TRUE(shown.read());
    EXPECT_EQ(town.scope.organisation(), town.dongyan.id);
    EXPECT_EQ(shown.rows("studyPeople").size(), 1);
}

TEST(StudyPage, writesTheTablesAsTheyAreShown) {
    StudiedTown town;
    town.lecture(QDate(2026, 3, 5), u"2"_s);
    town.scope.setOrganisation(town.xidang.id);
    Shown shown(town);
    ASSERT_TRUE(child<RecordTable>(&shown.page, "studyPeople")->selectId(town.wang.id.value));
    ASSERT_TRUE(shown.read());
    const auto written = [&](const char* button) {
        const QString path = town.folder.path(QString::fromLatin1(button) + u".csv"_s);
        ask::Script script;
        script.text(path);
        shown.press(button);
        EXPECT_TRUE(eventually([&] { return QFile::exists(path); })) << button;
        return QString::fromUtf8(contentOf(path));
    };
    EXPECT_TRUE(written("exportStudy").contains(u"王强,西荡村党支部"_s));
    EXPECT_TRUE(written("exportPersonYear").contains(u"3月5日,党课：党章"_s));
}

TEST(StudyPage, saysWhereThereIsNobodyYet) {
    StudiedTown town;
    for (const Person& person : {town.wang, town.li, town.zhao})
        ASSERT_TRUE(ok(removePerson(*town.store, person.id)));
    Shown shown(town);
    shown.press("viewPeople");
    EXPECT_TRUE(child<RecordTable>(&shown.page, "studyPeople")->emptyState().isVisible());
}

TEST(StudyPage, saysThatTheHoursCannotBeToldWithoutAnEnd) {
    StudiedTown town;
    town.lecture(QDate(2026, 3, 5), {});
    town.scope.setOrganisation(town.xidang.id);
    Shown shown(town);
    ASSERT_TRUE(child<RecordTable>(&shown.page, "studyPeople")->selectId(town.wang.id.value));
    ASSERT_TRUE(shown.read());
    EXPECT_TRUE(shown.rows("attended").value(0).endsWith(u"缺时间"_s));
}

} // namespace baolei
