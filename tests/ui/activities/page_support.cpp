#include "tests/ui/activities/page_support.h"

namespace baolei {

using namespace Qt::StringLiterals;

DemoPage::DemoPage() {
    StoreOptions options;
    options.clock = &clock;
    auto made = Store::create(folder.path(u"示范镇.baolei"_s), u"示范镇"_s, options);
    EXPECT_TRUE(ok(made));
    store = std::move(*made);
    EXPECT_TRUE(ok(fillDemo(*store, DemoScale::Town)));
    QObject::connect(&navigator, &Navigator::opened,
                     [this](const Target& target) { opened.append(target); });
    QObject::connect(&navigator, &Navigator::said,
                     [this](const QString& line) { said.append(line); });
    page = std::make_unique<ActivitiesPage>(PageContext{*store, scope, navigator});
    page->resize(1150, 700);
    page->QWidget::show();
    page->activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(page.get())); // shortcuts work in active windows
    settle();
}

void DemoPage::settle() {
    QApplication::processEvents(); // a refresh that is waiting begins
    EXPECT_TRUE(eventually([this] { return !page->isReading(); }));
}

void DemoPage::press(Qt::Key key) {
    QTest::keyClick(page.get(), key, Qt::ControlModifier);
    // Buttons show that they are pressed before they act.
    static_cast<void>(QTest::qWaitFor([this] {
        const auto buttons = page->findChildren<QPushButton*>();
        return std::none_of(buttons.begin(), buttons.end(),
                            [](const QPushButton* each) { return each->isDown(); });
    }));
    settle();
}

void DemoPage::setScope(Id<Organisation> organisation, const Period& period) {
    scope.setOrganisation(organisation);
    scope.setPeriod(period);
    settle();
}

bool DemoPage::chooseCell(Status status) {
    const auto* lines = matrix()->lines();
    for (int row = 0; row < lines->rowCount(); ++row)
        for (int month = 0; month < 12; ++month)
            if (statusOf(lines->record(row).months[size_t(month)]) == status)
                return matrix()->choose(lines->record(row).organisation, month);
    return false;
}

QString DemoPage::activeView() {
    for (const char* name : {"viewMatrix", "viewFindings", "viewList"})
        if (part<QPushButton>(name)->isChecked()) return QString::fromLatin1(name);
    return {};
}

Asked askedBy(const std::function<void()>& act) {
    Asked asked;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        auto* window = qobject_cast<RecordWindow*>(QApplication::activeModalWidget());
        if (!window) return;
        asked.wasOpened = true;
        asked.setup = window->setup();
        window->done(QDialog::Rejected);
    });
    look.start(10);
    act();
    // A menu opens the dialog in a later turn of the loop.
    static_cast<void>(QTest::qWaitFor([&] { return asked.wasOpened; }, 1000));
    return asked;
}

} // namespace baolei
