#include "ui/base/form_dialog.h"

#include "tests/ui/support.h"
#include "ui/base/ask.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QWheelEvent>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);

void leave(QLineEdit& field) {
    QTest::keyClick(&field, Qt::Key_Return);
}
}

TEST(DateField, readsEverySpelling) {
    DateField field(kToday);
    const QList<std::pair<QString, QString>> spellings{
        {u"20261103"_s, u"2026-11-03"_s}, {u"2026.11.3"_s, u"2026-11-03"_s},
        {u"2026年7月"_s, u"2026-07"_s},   {u"11-3"_s, u"2026-11-03"_s},
        {u"11.3"_s, u"2026-11-03"_s},     {u"11月3日"_s, u"2026-11-03"_s},
        {u" 今天 "_s, u"2026-11-20"_s},   {u"昨天"_s, u"2026-11-19"_s},
        {u"2001"_s, u"2001"_s},
    };
    for (const auto& [typed, stored] : spellings) {
        field.setText(typed);
        leave(field);
        EXPECT_EQ(field.text(), stored) << typed.toStdString();
        EXPECT_EQ(field.date().text(), stored);
        EXPECT_TRUE(field.problem().isEmpty());
    }
}

TEST(DateField, keepsAndNamesWhatItCannotRead) {
    DateField field(kToday);
    for (const QString& typed : {u"2-30"_s, u"20260230"_s, u"下周"_s}) {
        field.setText(typed);
        leave(field);
        EXPECT_EQ(field.text(), typed);
        EXPECT_FALSE(field.problem().isEmpty()) << typed.toStdString();
    }
    field.clear();
    EXPECT_TRUE(field.problem().isEmpty());
    EXPECT_TRUE(field.date().isNull());
}

TEST(ChoiceField, isFoundByInitialsAndCode) {
    ChoiceField field({{u"01"_s, u"汉族"_s}, {u"02"_s, u"蒙古族"_s}, {u"03"_s, u"回族"_s}});
    EXPECT_TRUE(field.code().isEmpty());
    field.setEditText(u"mgz"_s);
    leave(*field.lineEdit());
    EXPECT_EQ(field.code(), u"02"_s);
    EXPECT_EQ(field.currentText(), u"蒙古族"_s);
    field.setEditText(u"03"_s);
    leave(*field.lineEdit());
    EXPECT_EQ(field.code(), u"03"_s);
    field.setEditText(u"火星族"_s);
    leave(*field.lineEdit());
    EXPECT_TRUE(field.code().isEmpty());
    EXPECT_FALSE(field.problem().isEmpty());
    field.setCode(u"99"_s); // not in the list: shown all the same
    EXPECT_EQ(field.code(), u"99"_s);
}

TEST(ChoiceField, takesInitialsInFullBeforePartsOfOthers) {
    ChoiceField field({{u"deputy"_s, u"副书记"_s}, {u"secretary"_s, u"书记"_s}});
    field.setEditText(u"sj"_s);
    leave(*field.lineEdit());
    EXPECT_EQ(field.code(), u"secretary"_s);
    field.setEditText(u"f"_s);
    leave(*field.lineEdit());
    EXPECT_EQ(field.code(), u"deputy"_s);
}

TEST(ChoiceField, isNotChangedByAPassingWheel) {
    ChoiceField field({{u"1"_s, u"男"_s}, {u"2"_s, u"女"_s}}, false);
    field.setCode(u"1"_s);
    QWheelEvent wheel({5, 5}, {5, 5}, {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&field, &wheel);
    EXPECT_EQ(field.code(), u"1"_s);
}

TEST(Form, movesOnWithEnterAndEndsAtTheLastField) {
    const OwnSettings settings;
    Form form(2);
    QLineEdit* name = form.addLine(u"name"_s, u"姓名"_s);
    DateField* born = form.addDate(u"born"_s, u"出生日期"_s, kToday);
    ChoiceField* sex = form.addChoice(u"sex"_s, u"性别"_s, {{u"1"_s, u"男"_s}});
    form.show();
    form.activateWindow();
    ASSERT_TRUE(eventually([&] { return form.isActiveWindow(); }));
    bool isFinished = false;
    QObject::connect(&form, &Form::finished, &form, [&] { isFinished = true; });
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_TRUE(born->hasFocus());
    QTest::keyClick(born, Qt::Key_Return);
    EXPECT_TRUE(sex->hasFocus());
    EXPECT_FALSE(isFinished);
    QTest::keyClick(sex->lineEdit(), Qt::Key_Return);
    EXPECT_TRUE(isFinished);
}

TEST(Form, showsWhatIsWrongBelowTheField) {
    const OwnSettings settings;
    Form form;
    form.addLine(u"name"_s, u"姓名"_s);
    form.addLine(u"note"_s, u"备注"_s);
    form.show();
    form.showProblems({{u"name"_s, u"要写姓名"_s}, {u"note"_s, u"有点长"_s, true}});
    EXPECT_EQ(child<QLabel>(&form, "nameProblem")->text(), u"要写姓名"_s);
    EXPECT_TRUE(child<QLabel>(&form, "nameProblem")->isVisible());
    EXPECT_TRUE(child<QLabel>(&form, "noteProblem")->text().startsWith(u'⚠'));
    EXPECT_EQ(form.field(u"name"_s)->property("state").toString(), u"wrong"_s);
    EXPECT_TRUE(form.field(u"note"_s)->property("state").toString().isEmpty());
    form.showProblems({});
    EXPECT_FALSE(child<QLabel>(&form, "nameProblem")->isVisible());
}

TEST(FormDialog, savesWithCtrlSOnlyWhatIsSound) {
    const OwnSettings settings;
    auto* form = new Form;
    DateField* day = form->addDate(u"day"_s, u"日期"_s, kToday);
    FormDialog dialog(u"记录"_s, form, nullptr);
    QString saved;
    dialog.setSave([&]() -> Result<void> {
        saved = day->date().text();
        return {};
    });
    dialog.show();
    dialog.activateWindow();
    ASSERT_TRUE(eventually([&] { return dialog.isActiveWindow(); }));
    day->setText(u"13-45"_s);
    QTest::keyClick(day, Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_TRUE(saved.isEmpty());
    day->setText(u"11-20"_s);
    QTest::keyClick(day, Qt::Key_S, Qt::ControlModifier);
    EXPECT_FALSE(dialog.isVisible());
    EXPECT_EQ(saved, u"2026-11-20"_s);
}

TEST(FormDialog, keepsTheEntryWhenSavingFailsAndAsksBeforeThrowingItAway) {
    const OwnSettings settings;
    auto* form = new Form;
    QLineEdit* name = form->addLine(u"name"_s, u"姓名"_s);
    FormDialog dialog(u"记录"_s, form, nullptr);
    dialog.setSave([]() -> Result<void> { return fail(ErrorCode::Io, u"磁盘满了"_s); });
    dialog.show();
    QTest::keyClicks(name, u"abc"_s);
    ask::Script script;
    EXPECT_FALSE(dialog.save());
    EXPECT_TRUE(script.shown().first().contains(u"磁盘满了"_s));
    script.no();
    dialog.reject();
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_EQ(name->text(), u"abc"_s);
    script.yes();
    dialog.reject();
    EXPECT_FALSE(dialog.isVisible());
    EXPECT_TRUE(script.allAnswered());
}

} // namespace baolei
