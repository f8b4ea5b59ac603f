#include "tests/ui/people/support.h"

#include <QAction>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

TEST(PersonDialog, addsAPersonAndUndoTakesItBack) {
    PeopleTown town;
    town.scope.setOrganisation(town.dongyan.id);
    ShownPage shown(town, 1);
    inDialog("personDialog", [&](FormDialog* dialog) {
        type(dialog, "name", u"陈明"_s);
        type(dialog, "id_number", idNumber(22));
        EXPECT_EQ(child<QLineEdit>(dialog, "born_on")->text(), u"1970-01-01"_s);
        EXPECT_EQ(child<ChoiceField>(dialog, "sex")->code(), u"2"_s); // an even number of order
        EXPECT_EQ(child<ChoiceField>(dialog, "branch_id")->code(), town.dongyan.id.value.toText());
        type(dialog, "stage", u"yb"_s); // by its initials
        EXPECT_EQ(child<ChoiceField>(dialog, "stage")->code(), u"probationary"_s);
        type(dialog, "joined_on", u"20260701"_s);
        EXPECT_TRUE(dialog->save());
    });
    child<QPushButton>(&shown.page, "addPerson")->click();
    shown.settle(2);
    const auto added = shown.table->currentId();
    EXPECT_TRUE(eventually([&] { return shown.detailText().contains(u"陈明"_s); }));
    const auto saved = town.reader().find(Id<Person>{added});
    ASSERT_TRUE(ok(saved));
    ASSERT_TRUE(*saved);
    EXPECT_EQ((*saved)->joinedOn, PartialDate(2026, 7, 1));
    EXPECT_EQ((*saved)->idNumber, idNumber(22));
    ASSERT_TRUE(ok(town.store->undo()));
    shown.settle(1);
}

TEST(PersonDialog, asksForTheStageOfWhoIsNew) {
    PeopleTown town;
    town.scope.setOrganisation(town.dongyan.id);
    ShownPage shown(town, 1);
    inDialog("personDialog", [&](FormDialog* dialog) {
        type(dialog, "name", u"陈明"_s);
        EXPECT_FALSE(dialog->save());
        EXPECT_EQ(child<QLabel>(dialog, "stageProblem")->text(), u"请选择人员类别"_s);
        type(dialog, "stage", u"zs"_s);
        EXPECT_TRUE(dialog->save());
    });
    child<QPushButton>(&shown.page, "addPerson")->click();
    shown.settle(2);
}

TEST(PersonDialog, changesTheRowThatIsOpenedByEnter) {
    PeopleTown town;
    ShownPage shown(town);
    shown.choose(town.zhang);
    inDialog("personDialog", [&](FormDialog* dialog) {
        EXPECT_EQ(child<QLineEdit>(dialog, "name")->text(), u"张丽"_s);
        type(dialog, "education", u"大专"_s);
        EXPECT_TRUE(dialog->save());
    });
    QTest::keyClick(shown.table, Qt::Key_Return);
    const Person changed = town.again(town.zhang);
    EXPECT_FALSE(changed.education.isEmpty());
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(town.again(town.zhang), town.zhang);
}

TEST(PersonDialog, keepsEveryColumnThatIsNotTouched) {
    PeopleTown town;
    town.wang.seniorityCorrection = 7;
    town.wang.isFloating = true;
    town.wang.floatingTo = u"外省"_s;
    town.wang.note = u"两行\n备注"_s;
    town.wang.membership = u"99"_s; // a code that no table has
    ASSERT_TRUE(ok(savePerson(*town.store, town.wang)));
    ShownPage shown(town);
    shown.choose(town.wang);
    bool isSaved = false;
    inDialog("personDialog", [&](FormDialog* dialog) { isSaved = dialog->save(); });
    QTest::keyClick(shown.table, Qt::Key_F2);
    EXPECT_TRUE(isSaved);
    EXPECT_EQ(town.again(town.wang), town.wang);
}

TEST(PersonDialog, saysBelowTheFieldWhatIsWrongAndDoesNotSave) {
    PeopleTown town;
    ShownPage shown(town);
    shown.choose(town.wang);
    bool isSeen = false;
    inDialog("personDialog", [&](FormDialog* dialog) {
        isSeen = true;
        type(dialog, "joined_on", u"1980-01-01"_s); // ten years old
        type(dialog, "born_on", u"1971-01-01"_s); // not that of the number
        EXPECT_FALSE(dialog->save());
        auto* refused = child<QLabel>(dialog, "joined_onProblem");
        EXPECT_TRUE(refused->isVisible());
        EXPECT_TRUE(refused->text().contains(u"18"_s));
        auto* warning = child<QLabel>(dialog, "born_onProblem");
        EXPECT_TRUE(warning->text().startsWith(u"⚠"_s));
        EXPECT_FALSE(warning->text().contains(idNumber(11)));
        EXPECT_TRUE(dialog->isVisible());
    });
    QTest::keyClick(shown.table, Qt::Key_F2);
    EXPECT_TRUE(isSeen);
    EXPECT_EQ(town.again(town.wang), town.wang);
}

TEST(PeopleActions, deleteAsksAndRecordsADeparture) {
    PeopleTown town;
    ShownPage shown(town);
    shown.choose(town.wang);
    ask::Script script;
    script.option(0);
    inDialog("leaveDialog", [](FormDialog* dialog) {
        EXPECT_FALSE(dialog->save()); // how is not said yet
        EXPECT_TRUE(child<QLabel>(dialog, "kindProblem")->isVisible());
        type(dialog, "kind", u"zczzgx"_s);
        type(dialog, "on", u"11-5"_s);
        type(dialog, "to", u"外省某支部"_s);
        EXPECT_TRUE(dialog->save());
    });
    QTest::keyClick(shown.table, Qt::Key_Delete);
    shown.settle(3);
    EXPECT_EQ(town.again(town.wang).leftOn, PartialDate(2026, 11, 5));
    const auto moves = movementsOf(town.reader(), town.wang.id);
    ASSERT_TRUE(ok(moves));
    ASSERT_EQ(moves->size(), 1);
    EXPECT_EQ(moves->first().kind, u"2"_s);
    EXPECT_EQ(moves->first().counterpart, u"外省某支部"_s);
    child<QPushButton>(&shown.page, "left")->click();
    EXPECT_EQ(shown.names(), QStringList{u"王强"_s});
    inDialog("arrivalDialog", [](FormDialog* dialog) {
        type(dialog, "kind", u"3"_s);
        EXPECT_TRUE(dialog->save());
    });
    QTest::qWait(100);
    child<QPushButton>(&shown.page, "arrivePerson")->click();
    EXPECT_TRUE(town.again(town.wang).leftOn.isNull());
    shown.settle(4);
}

TEST(PeopleActions, deletesWhatWasEnteredByMistake) {
    PeopleTown town;
    ShownPage shown(town);
    shown.choose(town.li);
    {
        ask::Script script; // changed my mind
        QTest::keyClick(shown.table, Qt::Key_Delete);
        EXPECT_EQ(town.count("person"), 4);
    }
    ask::Script script;
    script.option(1);
    QTest::keyClick(shown.table, Qt::Key_Delete);
    EXPECT_EQ(town.count("person"), 3);
    shown.settle(3);
}

TEST(PeopleActions, movesToAnotherBranch) {
    PeopleTown town;
    ShownPage shown(town);
    shown.choose(town.zhang);
    EXPECT_TRUE(eventually([&] { return shown.detailText().contains(u"张丽"_s); }));
    inDialog("moveDialog", [&](FormDialog* dialog) {
        type(dialog, "to", u"东堰村党支部"_s);
        EXPECT_TRUE(dialog->save());
    });
    child<QPushButton>(&shown.page, "movePerson")->click();
    EXPECT_EQ(town.again(town.zhang).branchId, town.dongyan.id);
    EXPECT_EQ(town.count("movement"), 2);
    EXPECT_TRUE(eventually([&] { return shown.detailText().contains(u"东堰村党支部"_s); }));
}

TEST(PeopleActions, givesAPostAndEndsIt) {
    PeopleTown town;
    ShownPage shown(town);
    shown.choose(town.wang);
    EXPECT_TRUE(eventually([&] { return shown.detailText().contains(u"王强"_s); }));
    inDialog("postDialog", [](FormDialog* dialog) {
        type(dialog, "kind", u"secretary"_s);
        type(dialog, "from", u"2024-3-10"_s);
        EXPECT_TRUE(dialog->save());
    });
    child<QPushButton>(&shown.page, "appoint")->click();
    ASSERT_TRUE(eventually([&] { return shown.page.findChild<QPushButton*>(u"post"_s); }));
    const auto row = [&] { return shown.table->recordModel()->textsOfRow(0).join(u'|'); };
    EXPECT_TRUE(eventually([&] { return row().contains(u"书记"_s); })) << row().toStdString();
    inDialog("postDialog", [](FormDialog* dialog) {
        type(dialog, "until", u"2020-1-1"_s);
        EXPECT_FALSE(dialog->save()); // ended before it began
        type(dialog, "until", u"2026-11-1"_s);
        EXPECT_TRUE(dialog->save());
    });
    child<QPushButton>(&shown.page, "post")->click();
    const auto posts = postsOf(town.reader(), town.wang.id);
    ASSERT_TRUE(ok(posts));
    ASSERT_EQ(posts->size(), 1);
    EXPECT_EQ(posts->first().untilOn, PartialDate(2026, 11, 1));
    EXPECT_TRUE(eventually([&] { return !row().contains(u"书记"_s); }));
}

TEST(OrganisationSide, putsNoBranchBelowABranch) {
    PeopleTown town;
    ShownPage shown(town);
    shown.focus(shown.tree);
    town.scope.setOrganisation(town.xidang.id);
    inDialog("organisationDialog", [](FormDialog* dialog) {
        type(dialog, "name", u"中共示范镇柘沟村支部委员会"_s);
        EXPECT_FALSE(dialog->save());
        EXPECT_TRUE(child<QLabel>(dialog, "parentProblem")->isVisible());
        type(dialog, "shortName", u"第一党小组"_s);
        type(dialog, "type", u"党小组"_s);
        EXPECT_TRUE(dialog->save());
    });
    QTest::keyClick(shown.tree, Qt::Key_Insert);
    EXPECT_EQ(town.count("organisation"), 4);
}

TEST(OrganisationSide, registersAnApprovedExtensionOfTheTerm) {
    PeopleTown town;
    ShownPage shown(town);
    shown.focus(shown.tree);
    town.scope.setOrganisation(town.xidang.id);
    inDialog("organisationDialog", [](FormDialog* dialog) {
        type(dialog, "termEndsOn", u"2026-10-01"_s);
        type(dialog, "extensionApprover", u"镇党委"_s);
        EXPECT_FALSE(dialog->save()); // until when?
        type(dialog, "extendedTo", u"2026-09-30"_s);
        EXPECT_FALSE(dialog->save()); // not after the end of the term
        EXPECT_TRUE(child<QLabel>(dialog, "extendedToProblem")->isVisible());
        type(dialog, "extendedTo", u"2027-03-31"_s);
        EXPECT_TRUE(dialog->save());
    });
    QTest::keyClick(shown.tree, Qt::Key_F2);
    const auto branch = town.reader().find(town.xidang.id).value().value();
    const auto extension = extensionOf(town.reader(), branch).value();
    ASSERT_TRUE(extension);
    EXPECT_EQ(extension->untilOn, QDate(2027, 3, 31));
    inDialog("organisationDialog", [](FormDialog* dialog) {
        EXPECT_EQ(child<QLineEdit>(dialog, "extendedTo")->text(), u"2027-03-31"_s);
        EXPECT_EQ(child<QLineEdit>(dialog, "extensionApprover")->text(), u"镇党委"_s);
        for (const char* field : {"extendedTo", "extensionApprover"})
            child<QLineEdit>(dialog, field)->clear();
        EXPECT_TRUE(dialog->save());
    });
    shown.focus(shown.tree);
    QTest::keyClick(shown.tree, Qt::Key_F2);
    EXPECT_FALSE(extensionOf(town.reader(), branch).value());
}

TEST(OrganisationSide, addsChangesDissolvesAndDeletes) {
    PeopleTown town;
    ShownPage shown(town);
    shown.focus(shown.tree);
    town.scope.setOrganisation(town.committee.id);
    inDialog("organisationDialog", [](FormDialog* dialog) {
        EXPECT_FALSE(dialog->save());
        EXPECT_TRUE(child<QLabel>(dialog, "nameProblem")->isVisible());
        type(dialog, "name", u"中共示范镇柘沟村支部委员会"_s);
        EXPECT_EQ(child<QLineEdit>(dialog, "shortName")->text(), u"柘沟村党支部"_s);
        EXPECT_EQ(child<ChoiceField>(dialog, "type")->code(), u"branch"_s);
        EXPECT_TRUE(dialog->save());
    });
    QTest::keyClick(shown.tree, Qt::Key_Insert);
    EXPECT_EQ(town.count("organisation"), 4);
    ASSERT_TRUE(eventually([&] { return shown.tree->tree().organisations.size() == 4; }));
    const Organisation made = shown.tree->tree().organisations.last();
    EXPECT_EQ(made.parentId, town.committee.id);

    shown.focus(shown.tree);
    town.scope.setOrganisation(town.xidang.id); // which has people
    {
        ask::Script script;
        script.option(0);
        bool isRefused = false;
        inDialog("dissolveDialog", [&](FormDialog* dialog) { isRefused = !dialog->save(); });
        QTest::keyClick(shown.tree, Qt::Key_Delete);
        EXPECT_TRUE(isRefused);
        ASSERT_EQ(script.shown().size(), 2);
        EXPECT_TRUE(script.shown().last().contains(u"不能撤销"_s));
    }
    shown.focus(shown.tree);
    town.scope.setOrganisation(made.id);
    inDialog("organisationDialog", [](FormDialog* dialog) {
        type(dialog, "place", u"村委会二楼"_s);
        EXPECT_TRUE(dialog->save());
    });
    QTest::keyClick(shown.tree, Qt::Key_Return);
    EXPECT_EQ(town.reader().find(made.id)->value().place, u"村委会二楼"_s);
    shown.focus(shown.tree);
    {
        ask::Script script;
        script.option(0);
        inDialog("dissolveDialog", [](FormDialog* dialog) {
            type(dialog, "on", u"11-15"_s);
            EXPECT_TRUE(dialog->save());
        });
        QTest::keyClick(shown.tree, Qt::Key_Delete);
    }
    EXPECT_EQ(town.reader().find(made.id)->value().dissolvedOn, PartialDate(2026, 11, 15));
    EXPECT_TRUE(town.scope.isWholeTown()); // nothing looks at what is not there any more
    ASSERT_TRUE(ok(town.store->undo()));
    town.scope.setOrganisation(made.id);
    ASSERT_TRUE(eventually([&] { return shown.tree->current() == made.id; }));
    shown.focus(shown.tree);
    ask::Script script;
    script.option(1);
    QTest::keyClick(shown.tree, Qt::Key_Delete);
    EXPECT_EQ(town.count("organisation"), 3);
}

} // namespace baolei
