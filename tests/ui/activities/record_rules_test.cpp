// What the rules say while somebody types, and how votes are judged.
#include "tests/ui/activities/record_support.h"

#include <QCheckBox>
#include <QComboBox>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// The remark comes when the typing pauses.
QString remarkOf(RecordTown& town, const QString& part) {
    EXPECT_TRUE(eventually([&] { return town.label("recordRemark").contains(part); }))
        << town.label("recordRemark").toStdString();
    return town.label("recordRemark");
}

void absent(RecordTown& town, const QStringList& names) {
    for (const QString& name : names) {
        town.enter("absentInput", name);
        town.press(Qt::Key_Return);
    }
}

// Nothing left to ask for.
void complete(RecordTown& town) {
    town.enter("place", u"村部"_s);
    town.enter("ends_at", u"10:30"_s);
    town.enter("recorder", u"李秀英"_s);
    town.enter("agenda1", u"学习"_s);
}
}

TEST(RecordRules, praiseAQuorumAndWarnOneBelowIt) {
    RecordTown town;
    town.open(town.meeting());
    complete(town);
    absent(town, {u"王强"_s, u"王芳"_s, u"赵丽"_s, u"孙华"_s, u"周明"_s});
    EXPECT_TRUE(remarkOf(town, u"实到 5 人，达到应到 10 人的半数"_s).contains(u"第11条"_s));
    absent(town, {u"吴桂兰"_s});
    remarkOf(town, u"不足应到 10 人的半数（至少 5 人）"_s);
    EXPECT_TRUE(town.window->save(u"final"_s)); // warned, not held back
}

TEST(RecordRules, speakOfAHostWhoIsNotTheSecretaryUntilThereIsADelegation) {
    RecordTown town;
    town.open(town.meeting());
    complete(town);
    town.enter("host", u"李秀英"_s);
    EXPECT_TRUE(remarkOf(town, u"不是书记主持"_s).contains(u"第14条"_s));
    town.enter("delegation", u"书记外出培训，委托组织委员主持"_s);
    remarkOf(town, u"✔"_s);
}

TEST(RecordRules, speakOfADayThatIsStillToCome) {
    RecordTown town;
    town.open(town.meeting());
    complete(town);
    town.enter("day", u"2026-11-21"_s);
    town.press(Qt::Key_Return);
    remarkOf(town, u"还没有到"_s);
}

TEST(RecordRules, speakOfTwoMeetingsInOneHour) {
    RecordTown town;
    town.held(u"committee-meeting"_s, QDate(2026, 11, 18), u"研究"_s); // 14:30 – 16:00
    town.open(town.meeting());
    complete(town);
    town.enter("starts_at", u"15"_s);
    town.enter("ends_at", u"17"_s);
    remarkOf(town, u"时间重叠"_s);
    town.enter("starts_at", u"16"_s);
    EXPECT_EQ(town.field<QLineEdit>("starts_at")->text(), u"16"_s);
    remarkOf(town, u"✔"_s);
}

TEST(RecordRules, sayWhatIsMissingAndWhatCannotBe) {
    RecordTown town;
    town.open(town.meeting());
    remarkOf(town, u"议题没有填"_s);
    complete(town);
    town.enter("ends_at", u"8:00"_s);
    remarkOf(town, u"结束时间早于开始时间"_s);
    EXPECT_FALSE(town.window->save(u"draft"_s));
    EXPECT_EQ(town.label("timeProblem"), u"结束时间早于开始时间"_s);
}

TEST(RecordVotes, areJudgedAtTheBoundary) {
    RecordTown town;
    town.open(town.meeting());
    town.field<QPushButton>("addVote")->click();
    EXPECT_EQ(town.field<QLineEdit>("vote1Due")->text(), u"10"_s);
    EXPECT_EQ(town.field<QLineEdit>("vote1Present")->text(), u"10"_s);
    town.enter("vote1For", u"5"_s);
    EXPECT_TRUE(town.label("vote1Verdict").startsWith(u'⚠'));
    EXPECT_FALSE(town.field<QCheckBox>("vote1Passed")->isChecked());
    town.enter("vote1For", u"6"_s);
    EXPECT_TRUE(town.label("vote1Verdict").startsWith(u'✔'));
    EXPECT_TRUE(town.field<QCheckBox>("vote1Passed")->isChecked());
    // Admission asks for a secret ballot besides.
    auto* kind = town.field<QComboBox>("vote1Kind");
    kind->setCurrentIndex(kind->findData(static_cast<int>(VoteKind::Admission)));
    EXPECT_TRUE(town.label("vote1Verdict").contains(u"无记名"_s));
    town.field<QCheckBox>("vote1Secret")->setChecked(true);
    EXPECT_TRUE(town.label("vote1Verdict").startsWith(u'✔'));
}

TEST(RecordVotes, followTheAttendanceUntilTheyAreTyped) {
    RecordTown town;
    town.open(town.meeting());
    town.field<QPushButton>("addVote")->click();
    absent(town, {u"王强"_s});
    EXPECT_EQ(town.field<QLineEdit>("vote1Present")->text(), u"9"_s);
    town.field<QLineEdit>("vote1Present")->setFocus();
    town.field<QLineEdit>("vote1Present")->selectAll();
    QTest::keyClicks(town.field<QLineEdit>("vote1Present"), u"8"_s);
    absent(town, {u"王芳"_s, u"孙华"_s});
    EXPECT_EQ(town.field<QLineEdit>("vote1Present")->text(), u"8"_s);
    EXPECT_EQ(town.field<QLineEdit>("vote1Due")->text(), u"10"_s);
}

TEST(RecordVotes, keepAnElectionWithItsCandidates) {
    RecordTown town;
    town.open(town.meeting());
    complete(town);
    town.field<QPushButton>("addVote")->click();
    town.enter("vote1Title", u"选举支部委员"_s);
    auto* kind = town.field<QComboBox>("vote1Kind");
    kind->setCurrentIndex(kind->findData(static_cast<int>(VoteKind::Election)));
    town.enter("vote1Seats", u"1"_s);
    town.enter("vote1Out", u"10"_s);
    town.enter("vote1Back", u"10"_s);
    town.enter("vote1Choices", u"王强 6 当选\n赵丽 4"_s);
    EXPECT_TRUE(town.label("vote1Verdict").startsWith(u'✔'));
    ASSERT_TRUE(town.window->save(u"final"_s));
    const VoteItem item = town.only().votes.value(0);
    ASSERT_EQ(item.choices.size(), 2);
    EXPECT_EQ(item.choices[0].name, u"王强"_s);
    EXPECT_EQ(item.choices[0].votes, 6);
    EXPECT_TRUE(item.choices[0].elected);
    EXPECT_FALSE(item.choices[1].elected);
    // And again, unchanged.
    town.open({{}, {}, {}, town.only().activity.id});
    EXPECT_EQ(town.field<QPlainTextEdit>("vote1Choices")->toPlainText(), u"王强 6 当选\n赵丽 4"_s);
    ASSERT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.only().votes.value(0), item);
}

TEST(RecordVotes, doNotLoseCandidatesThatCannotBeRead) {
    RecordTown town;
    town.open(town.meeting());
    complete(town);
    town.field<QPushButton>("addVote")->click();
    auto* kind = town.field<QComboBox>("vote1Kind");
    kind->setCurrentIndex(kind->findData(static_cast<int>(VoteKind::Election)));
    town.enter("vote1Choices", u"6 王强"_s);
    EXPECT_FALSE(town.window->save(u"final"_s));
    EXPECT_TRUE(town.label("votesProblem").contains(u"6 王强"_s));
    EXPECT_EQ(town.field<QPlainTextEdit>("vote1Choices")->toPlainText(), u"6 王强"_s);
}

} // namespace baolei
