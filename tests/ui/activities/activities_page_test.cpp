#include "tests/ui/activities/page_support.h"
#include "ui/activities/missing_count.h"
#include "ui/base/ask.h"
#include "ui/base/figures.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
int figureOf(DemoPage& town, const char* key) {
    return town.part<QPushButton>(key)->text().section(u' ', -1).toInt();
}

int shownRows(const RecordTable* table) {
    return table->recordModel()->rowCount();
}
}

TEST(ActivitiesPage, matrixSaysWhatCoreSays) {
    DemoPage town;
    const auto rules = townRules(town.reader());
    ASSERT_TRUE(ok(rules));
    const auto rows = activityMatrix(town.reader(), *rules, {}, 2026, town.clock.today());
    ASSERT_TRUE(ok(rows));
    ASSERT_EQ(town.matrix()->lines()->rowCount(), rows->size());
    auto* kinds = town.part<QComboBox>("activityKind");
    kinds->setCurrentIndex(kinds->findText(u"支委会"_s)); // owed month by month
    int compared = 0;
    for (int row = 0; row < rows->size(); ++row) {
        const MatrixLine& line = town.matrix()->lines()->record(row);
        EXPECT_EQ(line.organisation, (*rows)[row].organisation);
        for (const Obligation& duty : (*rows)[row].obligations) {
            if (duty.rule->id != u"R-102"_s) continue;
            const QString symbol = duty.state == ObligationState::Done ? u"●"_s
                : duty.state == ObligationState::Missing               ? u"○"_s
                                                                       : u"!"_s;
            EXPECT_EQ(symbolAt(line, duty.period.number - 1), symbol)
                << line.title.toStdString() << duty.period.number;
            ++compared;
        }
    }
    EXPECT_GT(compared, 100);
}

TEST(ActivitiesPage, missingCellOpensTheDialogFilledIn) {
    DemoPage town;
    auto* kinds = town.part<QComboBox>("activityKind");
    kinds->setCurrentIndex(kinds->findText(u"支委会"_s));
    ASSERT_TRUE(town.chooseCell(Status::Missing));
    const MatrixLine line = *town.matrix()->currentLine();
    const int month = town.matrix()->currentMonth();
    EXPECT_TRUE(town.part<QLabel>("cellExplanation")->text().contains(u"应开未开 1 项"_s));
    const Asked asked = askedBy([&] { QTest::keyClick(town.matrix(), Qt::Key_Return); });
    ASSERT_TRUE(asked.wasOpened);
    EXPECT_EQ(asked.setup.holder.id, line.organisation);
    EXPECT_EQ(asked.setup.kind.id, u"committee-meeting"_s);
    EXPECT_EQ(asked.setup.day.month(), month + 1);
    EXPECT_FALSE(asked.setup.opened.has_value());
}

TEST(ActivitiesPage, cellOfOneMeetingOpensThatMeeting) {
    DemoPage town;
    auto* kinds = town.part<QComboBox>("activityKind");
    kinds->setCurrentIndex(kinds->findText(u"支委会"_s));
    ASSERT_TRUE(town.chooseCell(Status::Done));
    const MatrixLine line = *town.matrix()->currentLine();
    const auto held = activitiesOf(town.reader(), line.organisation,
                                   Period::ofMonth(2026, town.matrix()->currentMonth() + 1),
                                   u"committee-meeting"_s);
    ASSERT_TRUE(ok(held));
    ASSERT_EQ(held->size(), 1);
    const Asked asked = askedBy([&] { town.part<QPushButton>("openCell")->click(); });
    ASSERT_TRUE(asked.setup.opened.has_value());
    EXPECT_EQ(asked.setup.opened->activity.id, held->first().id);
}

TEST(ActivitiesPage, cellOfSeveralOffersThemAndWhatIsMissing) {
    DemoPage town;
    ASSERT_TRUE(town.chooseCell(Status::Incomplete)); // of all kinds: some held, some missing
    const MatrixLine line = *town.matrix()->currentLine();
    const Period month = Period::ofMonth(2026, town.matrix()->currentMonth() + 1);
    const auto held = activitiesIn(town.reader(), line.organisation, month);
    ASSERT_TRUE(ok(held));
    QTest::keyClick(town.matrix(), Qt::Key_Return);
    auto* menu = town.part<QMenu>("cellMenu");
    QList<QAction*> opens, records;
    for (QAction* each : menu->actions()) {
        if (each->text().startsWith(u"打开"_s)) opens.append(each);
        if (each->text().startsWith(u"记一次"_s)) records.append(each);
    }
    EXPECT_EQ(opens.size(), held->size());
    ASSERT_FALSE(records.isEmpty());
    const Asked asked = askedBy([&] { records.first()->trigger(); });
    ASSERT_TRUE(asked.wasOpened);
    EXPECT_TRUE(records.isEmpty() || asked.setup.day.month() == month.number);
    EXPECT_EQ(asked.setup.branch.id, line.organisation);
}

TEST(ActivitiesPage, arrowsWalkAndShortcutsChangeTheView) {
    DemoPage town;
    const int row = town.matrix()->currentIndex().row();
    const int column = town.matrix()->currentIndex().column();
    EXPECT_EQ(town.matrix()->currentMonth(), 10); // the window's month
    QTest::keyClick(town.matrix(), Qt::Key_Left);
    QTest::keyClick(town.matrix(), Qt::Key_Down);
    EXPECT_EQ(town.matrix()->currentIndex().row(), row + 1);
    EXPECT_EQ(town.matrix()->currentIndex().column(), column - 1);
    town.press(Qt::Key_2);
    EXPECT_EQ(town.activeView(), u"viewFindings"_s);
    town.settle();
    town.press(Qt::Key_3);
    EXPECT_EQ(town.activeView(), u"viewList"_s);
    EXPECT_EQ(QApplication::focusWidget(), town.list());
    town.press(Qt::Key_1);
    EXPECT_EQ(town.matrix()->currentIndex().row(), row + 1);
}

TEST(ActivitiesPage, oneBranchIsShownKindByKind) {
    DemoPage town;
    const Id<Organisation> branch = town.matrix()->lines()->record(0).organisation;
    town.setScope(branch, Period::ofYear(2026));
    const auto* lines = town.matrix()->lines();
    const auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    ASSERT_EQ(lines->rowCount(), kinds->size());
    EXPECT_EQ(lines->titles().first(), u"类型"_s);
    EXPECT_TRUE(lines->textsOfRow(0).last().contains(u"每季度"_s)); // what the rule asks
    for (int row = 0; row < lines->rowCount(); ++row)
        EXPECT_EQ(lines->record(row).title, (*kinds)[row].name);
}

TEST(ActivitiesPage, figuresCountAndFilter) {
    DemoPage town;
    town.setScope({}, Period::ofYear(2026));
    const auto all = activitiesIn(town.reader(), {}, Period::ofYear(2026));
    ASSERT_TRUE(ok(all));
    const auto found = check(town.reader(), {}, town.clock.today());
    ASSERT_TRUE(ok(found));
    const auto missing = std::count_if(found->begin(), found->end(), [](const Finding& each) {
        return each.standing == Standing::Missing;
    });
    EXPECT_EQ(figureOf(town, "held"), all->size()); // the demo has no drafts
    EXPECT_EQ(figureOf(town, "missing"), missing);
    EXPECT_GT(missing, 0);
    const int branches = town.matrix()->lines()->rowCount();
    town.part<QPushButton>("missing")->click();
    EXPECT_LT(town.matrix()->lines()->rowCount(), branches);
    for (int row = 0; row < town.matrix()->lines()->rowCount(); ++row) {
        int lacking = 0;
        for (const MonthCell& cell : town.matrix()->lines()->record(row).months)
            lacking += cell.missing;
        EXPECT_GT(lacking, 0);
    }
    town.press(Qt::Key_2);
    town.settle();
    EXPECT_EQ(shownRows(town.findings()), missing);
    town.part<QPushButton>("held")->click(); // findings cannot show it: the list can
    EXPECT_EQ(town.activeView(), u"viewList"_s);
    EXPECT_EQ(shownRows(town.list()), all->size());
    town.part<QPushButton>("exempt")->click();
    EXPECT_EQ(town.activeView(), u"viewMatrix"_s);
    EXPECT_EQ(town.matrix()->lines()->rowCount(), 0);
    town.part<QPushButton>("exempt")->click();
    EXPECT_EQ(town.matrix()->lines()->rowCount(), branches);
}

TEST(ActivitiesPage, findingsAreThoseOfCheck) {
    DemoPage town;
    town.press(Qt::Key_2);
    town.settle();
    const auto found = check(town.reader(), {}, town.clock.today());
    ASSERT_TRUE(ok(found));
    ASSERT_EQ(shownRows(town.findings()), found->size());
    for (int row = 0; row < found->size(); ++row) {
        const QString line = town.findings()->recordModel()->textsOfRow(row).join(u'|');
        EXPECT_TRUE(line.contains((*found)[row].message));
        EXPECT_TRUE(line.contains((*found)[row].label));
        EXPECT_TRUE(line.contains((*found)[row].source));
    }
    town.findings()->selectRow(0);
    EXPECT_TRUE(town.part<QLabel>("findingExplanation")->text().contains(found->first().source));
}

TEST(ActivitiesPage, findingsLeadToWhatMendsThem) {
    DemoPage town;
    town.press(Qt::Key_2);
    town.settle();
    const auto found = check(town.reader(), {}, town.clock.today());
    ASSERT_TRUE(ok(found));
    int records = 0, opens = 0, elsewhere = 0;
    for (int row = 0; row < found->size(); ++row) {
        const Finding& finding = (*found)[row];
        int& seen = !finding.activity.isNull() ? opens : finding.period ? records : elsewhere;
        if (++seen > 1) continue; // one of each
        town.findings()->selectRow(row);
        if (&seen == &elsewhere) {
            QTest::keyClick(town.findings(), Qt::Key_Return);
            EXPECT_EQ(town.opened.last(),
                      (Target{finding.mend.page, finding.mend.action, {finding.organisation}, {}}));
            continue;
        }
        const Asked asked = askedBy([&] { QTest::keyClick(town.findings(), Qt::Key_Return); });
        ASSERT_TRUE(asked.wasOpened);
        if (&seen == &opens) {
            EXPECT_EQ(asked.setup.opened->activity.id.value, finding.activity);
            continue;
        }
        EXPECT_EQ(asked.setup.branch.id.value, finding.organisation);
        EXPECT_TRUE(finding.period->contains(asked.setup.day));
    }
    EXPECT_TRUE(records > 0 && opens > 0 && elsewhere > 0);
}

TEST(ActivitiesPage, aBegunDraftIsFinishedNotWrittenAgain) {
    DemoPage town;
    auto* kinds = town.part<QComboBox>("activityKind");
    kinds->setCurrentIndex(kinds->findText(u"支委会"_s));
    ASSERT_TRUE(town.chooseCell(Status::Missing));
    ActivityRecord draft;
    draft.activity.kind = u"committee-meeting"_s;
    draft.activity.organisationId = town.matrix()->currentLine()->organisation;
    const QDate day(2026, town.matrix()->currentMonth() + 1, 12);
    draft.activity.startsAt = QDateTime(day, QTime(9, 0));
    draft.activity.state = u"draft"_s;
    const auto saved = saveActivity(*town.store, draft);
    ASSERT_TRUE(ok(saved));
    town.settle();
    EXPECT_EQ(statusOf(town.matrix()->currentLine()->months[size_t(day.month() - 1)]),
              Status::Incomplete);
    town.setScope({}, Period::ofMonth(2026, day.month()));
    EXPECT_EQ(figureOf(town, "drafts"), 1);
    town.press(Qt::Key_2);
    town.settle();
    const auto* model = town.findings()->recordModel();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString text = model->textsOfRow(row).join(u'|');
        if (text.contains(u"2026年%1月应召开支委会"_s.arg(day.month()))) {
            town.findings()->selectRow(row);
            const Asked asked = askedBy([&] { town.part<QPushButton>("mendFinding")->click(); });
            if (asked.setup.branch.id != draft.activity.organisationId) continue;
            ASSERT_TRUE(asked.setup.opened.has_value());
            EXPECT_EQ(asked.setup.opened->activity.id, saved->id);
            return;
        }
    }
    FAIL() << "no such finding";
}

TEST(ActivitiesPage, listIsSearchedAndFilteredByKind) {
    DemoPage town;
    town.press(Qt::Key_3);
    const auto all = activitiesIn(town.reader(), {}, Period::ofMonth(2026, 11));
    ASSERT_TRUE(ok(all));
    ASSERT_EQ(shownRows(town.list()), all->size());
    auto* search = town.part<QLineEdit>("activitySearch");
    search->setText(u"西荡"_s);
    const int found = shownRows(town.list());
    EXPECT_GT(found, 0);
    EXPECT_LT(found, all->size());
    for (int row = 0; row < found; ++row)
        EXPECT_TRUE(town.list()->recordModel()->textsOfRow(row).join(u'|').contains(u"西荡"_s));
    search->setText(u"没有这样的会"_s);
    EXPECT_TRUE(town.list()->emptyState().isVisible());
    child<QPushButton>(&town.list()->emptyState(), "emptyAction")->click();
    EXPECT_EQ(shownRows(town.list()), all->size());
    auto* kinds = town.part<QComboBox>("activityKind");
    kinds->setCurrentIndex(kinds->findText(u"党课"_s));
    const auto lectures
        = activitiesIn(town.reader(), {}, Period::ofMonth(2026, 11), u"party-lecture"_s);
    EXPECT_EQ(shownRows(town.list()), lectures->size());
    EXPECT_EQ(figureOf(town, "held"), lectures->size());
}

TEST(ActivitiesPage, deletingAsksAndCanBeUndone) {
    DemoPage town;
    town.press(Qt::Key_3);
    const int all = shownRows(town.list());
    const Uuid id = town.list()->currentId();
    ASSERT_FALSE(id.isNull());
    {
        ask::Script script;
        script.no();
        QTest::keyClick(town.list(), Qt::Key_Delete);
        EXPECT_TRUE(script.allAnswered());
        EXPECT_TRUE(script.shown().first().contains(u"Ctrl+Z"_s));
    }
    town.settle();
    EXPECT_EQ(shownRows(town.list()), all);
    ask::Script script;
    script.yes();
    town.part<QPushButton>("removeActivity")->click();
    town.settle();
    EXPECT_EQ(shownRows(town.list()), all - 1);
    EXPECT_EQ(town.list()->recordModel()->rowOfId(id), -1);
    EXPECT_TRUE(town.said.last().contains(u"已删除"_s));
    ASSERT_TRUE(ok(town.store->undo()));
    town.settle();
    EXPECT_GE(town.list()->recordModel()->rowOfId(id), 0);
}

TEST(ActivitiesPage, exportWritesWhatIsOnTheScreen) {
    DemoPage town;
    town.press(Qt::Key_3);
    town.part<QLineEdit>("activitySearch")->setText(u"西荡"_s);
    const QString path = town.folder.path(u"列表.csv"_s);
    ask::Script script;
    script.text(path);
    town.press(Qt::Key_E);
    ASSERT_TRUE(eventually([&] { return !town.said.isEmpty(); }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split(u"\r\n"_s);
    const RecordModelBase* model = town.list()->recordModel();
    ASSERT_EQ(lines.size(), model->rowCount() + 1);
    EXPECT_TRUE(lines.first().endsWith(model->titles().join(u',')));
    for (int row = 0; row < model->rowCount(); ++row)
        EXPECT_TRUE(lines[row + 1].contains(model->textsOfRow(row)[2]));
}

TEST(ActivitiesPage, detailTellsTheMeetingAndPrintingOpensItsPage) {
    DemoPage town;
    town.press(Qt::Key_3);
    const Uuid id = town.list()->currentId();
    const auto activity = town.reader().find(Id<Activity>{id});
    ASSERT_TRUE(ok(activity));
    QStringList facts;
    for (const QLabel* each : town.part<QWidget>("activityDetail")->findChildren<QLabel*>())
        facts.append(each->text());
    EXPECT_TRUE(facts.contains((*activity)->place));
    EXPECT_TRUE(facts.join(u'\n').contains(u"%1 人"_s.arg((*activity)->present)));
    town.press(Qt::Key_P);
    EXPECT_EQ(town.opened.last(), (Target{u"printing"_s, u"activity"_s, {id}, {}}));
    town.press(Qt::Key_1);
    town.press(Qt::Key_P);
    EXPECT_EQ(town.opened.last().action, u"form"_s);
    EXPECT_EQ(town.opened.last().text, u"meetings-disclosure"_s);
}

TEST(ActivitiesPage, targetsOpenDialogsAndViews) {
    DemoPage town;
    const Id<Organisation> branch = town.matrix()->lines()->record(2).organisation;
    Asked asked = askedBy([&] {
        town.page->show({u"activities"_s, u"record"_s, {branch.value}, u"party-day 2026-09"_s});
    });
    EXPECT_EQ(asked.setup.branch.id, branch);
    EXPECT_EQ(asked.setup.kind.id, u"party-day"_s);
    EXPECT_EQ(asked.setup.day.month(), 9);
    const Uuid id = town.list()->recordModel()->idOfRow(0);
    asked = askedBy([&] { town.page->show({u"activities"_s, u"open"_s, {id}, {}}); });
    EXPECT_EQ(asked.setup.opened->activity.id.value, id);
    town.page->show({u"activities"_s, u"findings"_s, {}, u"due"_s});
    town.settle();
    EXPECT_EQ(town.activeView(), u"viewFindings"_s);
    EXPECT_TRUE(town.part<QPushButton>("due")->isChecked());
    EXPECT_EQ(shownRows(town.findings()), figureOf(town, "due"));
    town.page->show({u"activities"_s, u"list"_s, {}, {}});
    EXPECT_EQ(town.activeView(), u"viewList"_s);
}

TEST(ActivitiesPage, sidebarCountsWhatIsMissing) {
    DemoPage town;
    town.setScope({}, Period::ofYear(2026));
    EXPECT_EQ(missingActivities({*town.store, town.scope, town.navigator}),
              figureOf(town, "missing"));
}

TEST(ActivitiesPage, emptyTownSaysWhatToDo) {
    PageTown town;
    ASSERT_TRUE(ok(removeOrganisation(*town.store, town.xidang.id)));
    ASSERT_TRUE(ok(removeOrganisation(*town.store, town.dongyan.id)));
    QList<Target> opened;
    QObject::connect(&town.navigator, &Navigator::opened,
                     [&](const Target& target) { opened.append(target); });
    ActivitiesPage page(town.context());
    page.QWidget::show();
    ASSERT_TRUE(eventually([&] { return !page.isReading(); }));
    EmptyState& empty = child<MatrixTable>(&page, "matrix")->emptyState();
    EXPECT_TRUE(empty.isVisible());
    child<QPushButton>(&empty, "emptyAction")->click();
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened.first(), (Target{u"people"_s, u"import"_s, {}, {}}));
}

} // namespace baolei
