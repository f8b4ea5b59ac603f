// Secret ballots: person after person, and counted ballot after ballot by the keyboard.

#include "tests/ui/activities/record_support.h"
#include "ui/activities/count_panel.h"

#include <QCheckBox>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct VotingTown : RecordTown {
    VotingTown() {
        open(meeting());
        field<QPushButton>("addVote")->click();
    }
    void choose(const char* name, VoteKind kind) {
        auto* box = field<QComboBox>(name);
        box->setCurrentIndex(box->findData(static_cast<int>(kind)));
        emit box->activated(box->currentIndex());
    }
    void keys(const QString& pressed) {
        auto* panel = field<CountPanel>("vote1Panel");
        for (const QChar key : pressed) {
            if (key == u'\n')
                QTest::keyClick(panel, Qt::Key_Return);
            else
                QTest::keyClick(panel, key.toLatin1());
        }
    }
    QString number(const char* name) { return field<QLineEdit>(name)->text(); }
    /// Everything that a final record wants beside the vote.
    void complete() {
        enter("starts_at", u"9:00"_s);
        enter("ends_at", u"10:30"_s);
        enter("place", u"会议室"_s);
        enter("host", u"王强"_s);
        enter("recorder", u"李秀英"_s);
        enter("agenda1", u"选举支部书记"_s);
        enter("content", u"选举支部书记。"_s);
        enter("resolution", u"王强当选。"_s);
    }
};
}

TEST(SecretVote, isSecretWithoutAsking) {
    VotingTown town;
    EXPECT_FALSE(town.field<QCheckBox>("vote1Secret")->isChecked());
    town.choose("vote1Kind", VoteKind::Admission);
    EXPECT_TRUE(town.field<QCheckBox>("vote1Secret")->isChecked());
}

TEST(SecretVote, dividesSeveralPersonsIntoAVoteEach) {
    VotingTown town;
    town.choose("vote1Kind", VoteKind::Admission);
    town.enter("vote1Title", u"讨论接收甲某、乙某为预备党员"_s);
    town.enter("vote1For", u"9"_s);
    town.enter("vote1Choices", u"甲某\n乙某"_s);
    EXPECT_TRUE(town.label("vote1Verdict").contains(u"逐个讨论表决"_s));
    auto* next = town.field<QPushButton>("vote1Next");
    ASSERT_FALSE(next->isHidden());
    EXPECT_EQ(next->text(), u"分成每人一项"_s);
    next->click();
    EXPECT_EQ(town.number("vote2Title"), u"讨论接收甲某为预备党员"_s);
    EXPECT_EQ(town.number("vote3Title"), u"讨论接收乙某为预备党员"_s);
    for (const char* due : {"vote2Due", "vote3Due", "vote2Present", "vote3Present"})
        EXPECT_EQ(town.number(due), u"10"_s);
    EXPECT_TRUE(town.number("vote2For").isEmpty()); // what was counted together is of nobody
    EXPECT_TRUE(town.field<QCheckBox>("vote3Secret")->isChecked());
    town.enter("vote2For", u"9"_s);
    EXPECT_TRUE(town.label("vote2Verdict").startsWith(u'✔'));
}

TEST(SecretVote, goesOnToTheNextPerson) {
    VotingTown town;
    town.choose("vote1Kind", VoteKind::Admission);
    auto* next = town.field<QPushButton>("vote1Next");
    EXPECT_TRUE(next->isHidden()); // of whom?
    town.enter("vote1Title", u"讨论甲某转正"_s);
    town.enter("vote1Choices", u"甲某"_s);
    town.enter("vote1For", u"9"_s);
    EXPECT_EQ(next->text(), u"下一个人"_s);
    next->click();
    EXPECT_EQ(town.number("vote1For"), u"9"_s);
    EXPECT_EQ(town.number("vote2Title"), u"讨论转正"_s);
    EXPECT_EQ(town.number("vote2Due"), u"10"_s);
    EXPECT_TRUE(town.field<QPlainTextEdit>("vote2Choices")->toPlainText().isEmpty());
}

TEST(CountPanel, countsAnElectionByTheKeyboard) {
    VotingTown town;
    town.choose("vote1Kind", VoteKind::Election);
    auto* count = town.field<QPushButton>("vote1Count");
    EXPECT_TRUE(count->isHidden()); // no candidates yet
    town.enter("vote1Title", u"选举支部委员"_s);
    town.enter("vote1Seats", u"2"_s);
    town.enter("vote1Choices", u"王强\n赵丽\n孙华"_s);
    ASSERT_FALSE(count->isHidden());
    count->click();
    auto* panel = town.field<CountPanel>("vote1Panel");
    ASSERT_TRUE(panel->isVisible());
    for (int i = 0; i < 6; ++i)
        town.keys(u"12\n"_s);
    town.keys(u"1223\n"_s); // 王强 ○, 赵丽 ×, 孙华 ○
    town.keys(u"111\n"_s); // taken back mark by mark: nobody
    town.keys(u"123"_s); // three for two seats
    EXPECT_TRUE(town.label("vote1PanelHead").contains(u"多于应选 2 人"_s));
    town.keys(u"\n0"_s); // and one that nobody can read
    EXPECT_EQ(town.label("vote1PanelSum1"), u"正丅  7　不赞成 0　弃权 1"_s);
    EXPECT_EQ(town.field<QPlainTextEdit>("vote1Choices")->toPlainText(),
              u"王强 7 当选\n赵丽 6 当选\n孙华 1"_s);
    EXPECT_EQ(town.number("vote1Back"), u"10"_s);
    EXPECT_EQ(town.number("vote1Void"), u"2"_s);
    EXPECT_EQ(town.number("vote1Out"), u"10"_s);
    EXPECT_TRUE(town.label("vote1Verdict").startsWith(u'✔'));
    QTest::keyClick(panel, Qt::Key_Backspace); // the unreadable one was a slip
    EXPECT_EQ(town.number("vote1Back"), u"9"_s);
    EXPECT_EQ(town.number("vote1Void"), u"1"_s);
    QTest::keyClick(panel, Qt::Key_Escape);
    EXPECT_FALSE(panel->isVisible());
    EXPECT_TRUE(town.window->isVisible()); // Esc ended the count, not the record
}

TEST(CountPanel, keepsWhoWasAgainst) {
    VotingTown town;
    town.complete();
    town.choose("vote1Kind", VoteKind::Election);
    town.enter("vote1Title", u"选举支部书记"_s);
    town.enter("vote1Seats", u"1"_s);
    town.enter("vote1Choices", u"王强"_s);
    town.field<QPushButton>("vote1Count")->click();
    for (int i = 0; i < 8; ++i)
        town.keys(u"1\n"_s);
    town.keys(u"11\n\n"_s);
    QTest::keyClick(town.field<CountPanel>("vote1Panel"), Qt::Key_Escape);
    ASSERT_TRUE(town.window->save(u"final"_s));
    const VoteItem item = town.only().votes.value(0);
    EXPECT_EQ(item.choices.value(0),
              (VoteChoice{item.choices.value(0).person, u"王强"_s, 8, true, 1, 1}));
    EXPECT_TRUE(item.passed);
}

TEST(CountPanel, countsAnswersOnOnePerson) {
    VotingTown town;
    town.choose("vote1Kind", VoteKind::Admission);
    town.enter("vote1Choices", u"甲某"_s);
    town.field<QPushButton>("vote1Count")->click();
    for (int i = 0; i < 8; ++i)
        town.keys(u"1\n"_s);
    town.keys(u"2\n3\n"_s);
    EXPECT_EQ(town.number("vote1For"), u"8"_s);
    EXPECT_EQ(town.number("vote1Against"), u"1"_s);
    EXPECT_EQ(town.number("vote1Abstain"), u"1"_s);
    EXPECT_TRUE(town.label("vote1Verdict").startsWith(u'✔'));
}

} // namespace baolei
