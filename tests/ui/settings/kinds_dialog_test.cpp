// 活动种类 as a clerk adds one of the town's own.

#include "ui/settings/kinds_dialog.h"

#include "tests/ui/settings/fill_in.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"

#include <QCheckBox>
#include <QTableWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
template <typename W> W* field(FormDialog* dialog, const QString& key) {
    auto* found = qobject_cast<W*>(dialog->findChild<Form*>()->field(key));
    EXPECT_TRUE(found) << key.toStdString();
    return found;
}

struct KindsTown : PageTown {
    KindsDialog dialog{*store, nullptr};
    RecordTable* table = child<RecordTable>(&dialog, "kinds");
    KindsTown() { dialog.show(); }
    void press(const char* name) {
        QTest::mouseClick(child<QPushButton>(&dialog, name), Qt::LeftButton);
    }
    bool isOn(const char* name) { return child<QPushButton>(&dialog, name)->isEnabled(); }
    /// The town's own, of which there is one.
    OwnKind own() {
        const auto all = ownKinds(reader());
        EXPECT_TRUE(all && all->size() == 1);
        return all && !all->isEmpty() ? all->first() : OwnKind();
    }
    // 读书会, monthly, with a book and a table of who spoke.
    void addCircle() {
        fillIn([this] { press("newKind"); },
               [](FormDialog* form) {
                   field<QLineEdit>(form, u"name"_s)->setText(u"读书会"_s);
                   field<QLineEdit>(form, u"short"_s)->setText(u"读书"_s);
                   field<QLineEdit>(form, u"source"_s)->setText(u"本镇做法"_s);
                   field<ChoiceField>(form, u"cadence"_s)->setCode(u"2"_s);
                   auto* fields = child<QTableWidget>(form, "kindFields");
                   auto* add = child<QPushButton>(form, "addField");
                   add->click();
                   fields->item(0, 0)->setText(u"书目"_s);
                   fields->item(0, 2)->setCheckState(Qt::Checked);
                   add->click();
                   fields->item(1, 0)->setText(u"发言"_s);
                   auto* type = qobject_cast<QComboBox*>(fields->cellWidget(1, 1));
                   type->setCurrentIndex(static_cast<int>(FieldType::Rows));
                   fields->item(1, 3)->setText(u"姓名、内容"_s);
                   EXPECT_TRUE(form->save());
               });
    }
};
}

TEST(KindsDialog, addsAKindOfTheTown) {
    KindsTown town;
    const int before = town.table->recordModel()->rowCount();
    town.addCircle();
    EXPECT_EQ(town.table->recordModel()->rowCount(), before + 1);
    const OwnKind own = town.own();
    EXPECT_EQ(own.kind.symbol, u"读"_s); // of itself
    EXPECT_EQ(own.times, 1);
    EXPECT_EQ(own.per, Period::Unit::Month);
    EXPECT_EQ(own.from, QDate(2026, 11, 1)); // not for months that are over
    ASSERT_EQ(own.kind.fields.size(), 2);
    EXPECT_TRUE(own.kind.fields[0].required);
    EXPECT_EQ(own.kind.fields[1].columns.size(), 2);
    EXPECT_TRUE(own.kind.required.contains(u"attendance"_s));
    EXPECT_EQ(own.kind.hours.otherwise, StudyWorth::By::Hour);
}

TEST(KindsDialog, changesItAndKeepsWhatTheFormDoesNotShow) {
    KindsTown town;
    town.addCircle();
    const OwnKind before = town.own();
    town.table->selectRow(0);
    fillIn([&] { town.press("changeKind"); },
           [](FormDialog* form) {
               EXPECT_EQ(field<QLineEdit>(form, u"name"_s)->text(), u"读书会"_s);
               EXPECT_TRUE(form->save()); // as it is
           });
    EXPECT_EQ(town.own(), before);
    fillIn([&] { town.press("changeKind"); },
           [](FormDialog* form) {
               field<ChoiceField>(form, u"cadence"_s)->setCode(u"3"_s);
               field<ChoiceField>(form, u"worth"_s)->setCode(u"2"_s);
               child<QTableWidget>(form, "kindFields")->setCurrentCell(1, 0);
               child<QPushButton>(form, "fieldUp")->click();
               EXPECT_TRUE(form->save());
           });
    const OwnKind now = town.own();
    EXPECT_EQ(now.times, 0);
    EXPECT_EQ(now.kind.fields[0], before.kind.fields[1]); // moved with its key
    EXPECT_EQ(now.kind.hours.field, u"hours"_s);
    EXPECT_TRUE(fieldWithId(now.kind, u"hours"_s));
    fillIn([&] { town.press("changeKind"); },
           [](FormDialog* form) {
               field<ChoiceField>(form, u"worth"_s)->setCode(u"0"_s);
               EXPECT_TRUE(form->save());
           });
    EXPECT_FALSE(town.own().kind.hours.isStudy());
    EXPECT_FALSE(fieldWithId(town.own().kind, u"hours"_s));
}

TEST(KindsDialog, saysAtTheFieldWhatIsMissing) {
    KindsTown town;
    fillIn([&] { town.press("newKind"); },
           [](FormDialog* form) {
               field<QLineEdit>(form, u"name"_s)->setText(u"主题党日"_s);
               EXPECT_FALSE(form->save());
           });
    EXPECT_TRUE(ownKinds(town.reader())->isEmpty());
}

TEST(KindsDialog, leavesShippedOnesAloneAndCopiesThem) {
    KindsTown town;
    town.table->selectRow(0); // 党员大会
    EXPECT_FALSE(town.isOn("changeKind"));
    EXPECT_FALSE(town.isOn("retireKind"));
    EXPECT_FALSE(town.isOn("removeKind"));
    fillIn([&] { town.press("kindLike"); },
           [](FormDialog* form) {
               field<QLineEdit>(form, u"name"_s)->setText(u"村民党员议事会"_s);
               field<QLineEdit>(form, u"short"_s)->setText(u"议事"_s);
               field<QLineEdit>(form, u"source"_s)->setText(u"本镇做法"_s);
               EXPECT_TRUE(form->save());
           });
    const OwnKind own = town.own();
    EXPECT_EQ(own.kind.quorum, Quorum::HalfOfVoting);
    EXPECT_EQ(own.kind.voting, Voting::Any);
    EXPECT_TRUE(own.kind.required.contains(u"agenda"_s));
    EXPECT_TRUE(own.kind.required.contains(u"from"_s)); // has no box in the form
    EXPECT_EQ(own.kind.form, u"record"_s);
}

TEST(KindsDialog, retiresAndRemoves) {
    KindsTown town;
    town.addCircle();
    town.table->selectRow(0);
    town.press("retireKind");
    EXPECT_TRUE(town.own().kind.isRetired);
    EXPECT_EQ(child<QPushButton>(&town.dialog, "retireKind")->text(), u"重新启用"_s);
    town.press("retireKind");
    EXPECT_FALSE(town.own().kind.isRetired);
    town.press("removeKind");
    EXPECT_TRUE(ownKinds(town.reader())->isEmpty());
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(ownKinds(town.reader())->size(), 1);
}

} // namespace baolei
