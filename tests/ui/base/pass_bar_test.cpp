// The quiet line below a page.

#include "ui/base/pass_bar.h"

#include "tests/ui/support.h"

#include <QLabel>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

TEST(PassBar, saysHowFarALongReadingIsAndStopsIt) {
    QWidget page;
    PassBar bar(&page);
    page.show();
    const auto progress = std::make_shared<Progress>();
    progress->report(1200, 15'300);
    bar.follow(u"正在统计"_s, progress);
    EXPECT_FALSE(bar.isVisible()) << "a short reading is not spoken of";
    ASSERT_TRUE(eventually([&] { return bar.isVisible(); }));
    EXPECT_EQ(child<QLabel>(&bar, "passText")->text(), u"正在统计：1200 / 15300"_s);
    child<QPushButton>(&bar, "passButton")->click();
    EXPECT_TRUE(progress->isCancelled());
}

TEST(PassBar, offersToGoOnAfterAStop) {
    QWidget page;
    PassBar bar(&page);
    page.show();
    int wanted = 0;
    QObject::connect(&bar, &PassBar::goOnWanted, [&] { ++wanted; });
    bar.follow(u"正在统计"_s, std::make_shared<Progress>());
    bar.endStopped(u"已停止。"_s);
    EXPECT_TRUE(bar.isVisible());
    child<QPushButton>(&bar, "passButton")->click();
    EXPECT_EQ(wanted, 1);
}

TEST(PassBar, isNotSeenWhereNothingIsToBeSaid) {
    QWidget page;
    PassBar bar(&page);
    page.show();
    bar.follow(u"正在统计"_s, std::make_shared<Progress>());
    bar.end();
    EXPECT_FALSE(bar.isVisible());
    bar.end(u"共 60001 次，列出最早的 60000 次。"_s);
    EXPECT_TRUE(bar.isVisible());
    EXPECT_FALSE(child<QPushButton>(&bar, "passButton")->isVisible());
}

} // namespace baolei
