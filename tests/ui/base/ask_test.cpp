#include "ui/base/ask.h"

#include "tests/ui/support.h"
#include "ui/base/background.h"

namespace baolei {

using namespace Qt::StringLiterals;

TEST(Ask, takesAnswersInOrderAndRemembersWhatWasShown) {
    ask::Script script;
    script.yes().text(u"/tmp/名册.xlsx"_s).option(1).no();
    EXPECT_TRUE(ask::confirm(nullptr, {u"删除?"_s, u"可以撤销"_s, u"删除"_s}));
    EXPECT_EQ(ask::openFile(nullptr, {u"roster"_s, u"选择花名册"_s}), u"/tmp/名册.xlsx"_s);
    EXPECT_EQ(ask::choose(nullptr, u"怎么办"_s, {}, {u"甲"_s, u"乙"_s}), 1);
    EXPECT_FALSE(ask::confirm(nullptr, {u"再来?"_s, {}, u"好"_s}));
    EXPECT_TRUE(script.allAnswered());
    EXPECT_EQ(script.shown().size(), 4);
}

TEST(Ask, answersASurpriseWithNo) {
    ask::Script script;
    EXPECT_FALSE(ask::confirm(nullptr, {u"没想到?"_s, {}, u"好"_s}));
    EXPECT_FALSE(ask::saveFile(nullptr, {u"x"_s, u"存到哪里"_s}, u"a"_s, u".pdf"_s));
    EXPECT_FALSE(script.allAnswered());
}

TEST(Ask, saysAnErrorInThreePartsAndNothingWhenStopped) {
    ask::Script script;
    ask::error(nullptr, {ErrorCode::Io, u"写不进优盘"_s, u"本机的数据没有改动"_s, u"换一个优盘"_s});
    ask::error(nullptr, Progress::stopped());
    ASSERT_EQ(script.shown().size(), 1);
    EXPECT_EQ(script.shown().first(), u"写不进优盘\n本机的数据没有改动。\n换一个优盘。"_s);
}

TEST(Background, givesTheResultOnTheWindowsThread) {
    QWidget window;
    int answer = 0;
    const QThread* workedOn = nullptr;
    const QThread* answeredOn = nullptr;
    runInBackground(
        &window, u"算"_s,
        [&](Progress& progress) -> Result<int> {
            workedOn = QThread::currentThread();
            progress.report(1, 2);
            return 42;
        },
        [&](const Result<int>& outcome) {
            answeredOn = QThread::currentThread();
            answer = outcome.value_or(0);
        });
    EXPECT_EQ(answer, 0); // not before the event loop turns
    ASSERT_TRUE(eventually([&] { return answer == 42; }));
    EXPECT_EQ(answeredOn, qApp->thread());
    EXPECT_NE(workedOn, qApp->thread());
}

TEST(Background, stopsAndStaysSilentWhenItsWindowGoes) {
    auto window = std::make_unique<QWidget>();
    std::atomic<bool> hasEnded = false;
    bool isDone = false;
    runInBackground(
        window.get(), u"很久"_s,
        [&](Progress& progress) -> Result<int> {
            while (progress.report(0, 0))
                QThread::msleep(5);
            hasEnded = true;
            return fail(Progress::stopped());
        },
        [&](const Result<int>&) { isDone = true; });
    QTest::qWait(20);
    window.reset();
    EXPECT_TRUE(hasEnded);
    QTest::qWait(20);
    EXPECT_FALSE(isDone);
}

TEST(Background, showsADialogWithStopOnlyWhenItTakesLong) {
    QWidget window;
    window.show();
    bool isStopped = false;
    runInBackground(
        &window, u"很久"_s,
        [](Progress& progress) -> Result<int> {
            while (progress.report(1, 10))
                QThread::msleep(5);
            return fail(Progress::stopped());
        },
        [&](const Result<int>& outcome) {
            isStopped = outcome.error().code == ErrorCode::Cancelled;
        });
    auto* dialog = window.findChild<QWidget*>(u"progress"_s);
    ASSERT_TRUE(dialog);
    QTest::qWait(100);
    EXPECT_FALSE(dialog->isVisible());
    ASSERT_TRUE(eventually([&] { return dialog->isVisible(); }));
    dialog->findChild<QPushButton*>()->click();
    EXPECT_TRUE(eventually([&] { return isStopped; }));
}

} // namespace baolei
