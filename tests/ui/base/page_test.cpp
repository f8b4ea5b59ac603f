#include "ui/base/page.h"

#include "tests/ui/support.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
class CountingPage final : public Page {
public:
    explicit CountingPage(const PageContext& context)
        : Page(context, u"数一数"_s) { }
    int count = 0;

protected:
    QSet<QByteArray> tables() const override { return {"person"}; }
    void refresh() override { ++count; }
};
}

TEST(Page, readsWhenItIsShownAndNotBefore) {
    PageTown town;
    CountingPage page(town.context());
    EXPECT_EQ(page.count, 0);
    page.QWidget::show();
    EXPECT_EQ(page.count, 1);
    page.hide();
    page.QWidget::show();
    EXPECT_EQ(page.count, 1);
}

TEST(Page, readsAgainOnlyForItsOwnTables) {
    PageTown town;
    CountingPage page(town.context());
    page.QWidget::show();
    town.add(u"南圩村党支部"_s, u"branch"_s, town.committee.id);
    QApplication::processEvents();
    EXPECT_EQ(page.count, 1);
    town.member(u"王强"_s, town.xidang.id);
    town.member(u"李娜"_s, town.xidang.id);
    QApplication::processEvents();
    EXPECT_EQ(page.count, 2); // two changes, one look
}

TEST(Page, isStaleWhileHiddenAndFreshWhenShown) {
    PageTown town;
    CountingPage page(town.context());
    page.QWidget::show();
    page.hide();
    town.member(u"王强"_s, town.xidang.id);
    town.scope.setOrganisation(town.xidang.id);
    QApplication::processEvents();
    EXPECT_EQ(page.count, 1);
    page.QWidget::show();
    EXPECT_EQ(page.count, 2);
    town.scope.setPeriod(Period::ofYear(2026));
    QApplication::processEvents();
    EXPECT_EQ(page.count, 3);
}

} // namespace baolei
