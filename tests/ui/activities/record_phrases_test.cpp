// 常用语 in the dialog: put in where the keyboard is, and kept from what was written.

#include "tests/ui/activities/record_support.h"
#include "ui/activities/search_popup.h"
#include "ui/base/ask.h"

#include <QListWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct PhraseTown : RecordTown {
    SearchPopup* popUp(const char* field) {
        this->field<QWidget>(field)->setFocus();
        press(Qt::Key_T, Qt::ControlModifier);
        auto* popup = window->findChild<SearchPopup*>();
        EXPECT_TRUE(popup);
        return popup;
    }
    void pick(const char* field, const QString& letters) {
        SearchPopup* popup = popUp(field);
        if (!popup) return;
        auto* search = child<QLineEdit>(popup, "popupSearch");
        search->setText(letters);
        QTest::keyClick(search, Qt::Key_Return);
        settle();
    }
    void settle() {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        window->activateWindow();
        EXPECT_TRUE(eventually([this] { return window->isActiveWindow(); }));
    }
};
}

TEST(RecordPhrases, areFoundByInitialsAndFilledIn) {
    PhraseTown town;
    town.open(town.meeting());
    town.enter("absentInput", u"wq"_s);
    town.press(Qt::Key_Return);
    town.pick("content", u"ktydsd"_s); // 开头：应到实到
    EXPECT_EQ(town.field<QPlainTextEdit>("content")->toPlainText(),
              u"2026年11月18日，西荡村党支部召开会议，由钟建国主持。应到10人，实到9人。"_s);
}

TEST(RecordPhrases, areTemplatesOfAnAgenda) {
    PhraseTown town;
    town.open(town.meeting());
    town.enter("agenda1", u"通报近期工作"_s);
    town.pick("agenda1", u"换届选举"_s);
    EXPECT_EQ(town.field<QLineEdit>("agenda1")->text(), u"通报近期工作"_s);
    EXPECT_EQ(town.field<QLineEdit>("agenda2")->text(), u"听取上届支部委员会工作报告"_s);
    EXPECT_EQ(town.field<QLineEdit>("agenda7")->text(), u"宣布选举结果"_s);
}

TEST(RecordPhrases, offerWhatWasOnTheAgendaBefore) {
    PhraseTown town;
    town.held(u"branch-meeting"_s, QDate(2026, 8, 20), u"讨论修路"_s);
    town.open(town.meeting());
    town.pick("agenda1", u"修路"_s);
    EXPECT_EQ(town.field<QLineEdit>("agenda1")->text(), u"讨论修路"_s);
}

TEST(RecordPhrases, areKeptFromWhatIsMarkedOrAll) {
    PhraseTown town;
    town.open(town.meeting());
    town.enter("content", u"第一段。第二段。"_s);
    ask::Script script;
    script.text(u"两段话"_s);
    QTest::mouseClick(child<QPushButton>(town.popUp("content"), "keepPhrase"), Qt::LeftButton);
    town.settle();
    EXPECT_TRUE(script.allAnswered());
    town.field<QPlainTextEdit>("content")->clear();
    town.pick("content", u"ldh"_s);
    EXPECT_EQ(town.field<QPlainTextEdit>("content")->toPlainText(), u"第一段。第二段。"_s);
    QTextCursor cursor = town.field<QPlainTextEdit>("content")->textCursor();
    cursor.setPosition(0);
    cursor.setPosition(4, QTextCursor::KeepAnchor);
    town.field<QPlainTextEdit>("content")->setTextCursor(cursor);
    script.text(u"头一段"_s);
    QTest::mouseClick(child<QPushButton>(town.popUp("content"), "keepPhrase"), Qt::LeftButton);
    const auto all = phrasesOf(town.reader());
    ASSERT_TRUE(ok(all));
    const QList<Phrase> own = phrasesFor(*all, {u"branch-meeting"_s}, u"content"_s);
    ASSERT_GE(own.size(), 2);
    EXPECT_EQ(own[1].name, u"头一段"_s);
    EXPECT_EQ(own[1].text, u"第一段。"_s);
}

TEST(RecordPhrases, areNotOfferedWhereNoTextIsWritten) {
    PhraseTown town;
    town.open(town.meeting());
    town.field<QWidget>("title")->setFocus();
    town.press(Qt::Key_T, Qt::ControlModifier);
    EXPECT_FALSE(town.window->findChild<SearchPopup*>());
}

} // namespace baolei
