#include "tests/ui/people/support.h"

#include <QFile>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Exporting {
    PeopleTown town;
    ShownPage shown{town};
    QString path = town.folder.path(u"导出.csv"_s);

    QStringList lines() {
        if (!eventually([&] { return !said.isEmpty(); })) return {};
        QString text = QString::fromUtf8(contentOf(path));
        if (text.startsWith(QChar::ByteOrderMark)) text.remove(0, 1);
        return text.trimmed().split(u'\n');
    }
    void press() { child<QPushButton>(&shown.page, "exportPeople")->click(); }
    QString said;
    Exporting() {
        QObject::connect(&town.navigator, &Navigator::said, &shown.page,
                         [this](const QString& line) { said = line; });
    }
};
}

TEST(PeopleExport, writesTheRowsAndColumnsOnTheScreen) {
    Exporting at;
    child<QPushButton>(&at.shown.page, "noIdNumber")->click();
    ASSERT_EQ(at.shown.rows(), 2);
    ask::Script script;
    script.option(0).text(at.path);
    at.press();
    const QStringList lines = at.lines();
    ASSERT_EQ(lines.size(), 3);
    EXPECT_TRUE(lines[0].startsWith(u"姓名,性别,年龄,类别"_s)) << lines[0].toStdString();
    EXPECT_TRUE(lines[1].startsWith(at.shown.names()[0]));
    EXPECT_TRUE(lines[2].startsWith(at.shown.names()[1]));
    EXPECT_TRUE(at.said.contains(u"2"_s));
    EXPECT_TRUE(script.allAnswered());
}

TEST(PeopleExport, leavesOutPrivateColumnsEvenWhereTheyAreShown) {
    Exporting at;
    for (int column = 0; column < at.shown.table->recordModel()->columnCount(); ++column)
        at.shown.table->setColumnHidden(column, false);
    for (const int extent : {0, 1}) {
        at.said.clear();
        ask::Script script;
        script.option(extent).text(at.path);
        at.press();
        const QString all = at.lines().join(u'\n');
        EXPECT_TRUE(all.contains(u"王强"_s));
        EXPECT_FALSE(all.contains(u"身份证"_s)) << extent;
        EXPECT_FALSE(all.contains(at.town.wang.idNumber.right(4))) << extent;
        EXPECT_FALSE(all.contains(u"1234"_s)) << extent;
        EXPECT_FALSE(all.contains(u"三组"_s)) << extent;
    }
}

TEST(PeopleExport, writesPrivateColumnsOnlyAfterASecondYes) {
    Exporting at;
    at.shown.typed->setText(u"王强"_s);
    at.shown.settle(1);
    {
        ask::Script script;
        script.option(2).no();
        at.press();
        QTest::qWait(100);
        EXPECT_FALSE(QFile::exists(at.path));
    }
    ask::Script script;
    script.option(2).yes().text(at.path);
    at.press();
    const QStringList lines = at.lines();
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines[1].contains(at.town.wang.idNumber));
    EXPECT_TRUE(lines[1].contains(at.town.wang.phone));
}

} // namespace baolei
