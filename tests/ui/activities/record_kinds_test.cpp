// What each kind of activity asks for, and one meeting that serves two of them.
#include "tests/ui/activities/record_support.h"
#include "ui/activities/record_rows.h"

#include <QComboBox>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
/// Fills the field as its type wants it; gives what the record keeps of it.
QString enterDetail(RecordTown& town, const ActivityField& field) {
    const QByteArray name = (u"details."_s + field.id).toLatin1();
    switch (field.type) {
    case FieldType::Choice:
        town.enter(name.constData(), field.options.last());
        return field.options.last();
    case FieldType::People:
        town.enter(name.constData(), u"wf，张三"_s);
        return u"王芳\n张三"_s;
    case FieldType::Rows:
        town.enter((field.id + u'.' + field.columns.first().id + u'1').toLatin1().constData(),
                   u"填写"_s);
        return u"填写"_s;
    case FieldType::Number:
        town.enter(name.constData(), u"3"_s);
        return u"3"_s;
    case FieldType::Date:
        town.enter(name.constData(), u"2026-11-18"_s);
        return u"2026-11-18"_s;
    default:
        town.enter(name.constData(), u"填写"_s);
        return u"填写"_s;
    }
}
}

TEST(RecordKinds, eachShowsItsFieldsAndCanBeSaved) {
    const auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    for (const ActivityKind& kind : *kinds) {
        SCOPED_TRACE(kind.id.toStdString());
        RecordTown town;
        town.open(town.meeting(kind.id));
        EXPECT_EQ(town.window->setup().kind.id, kind.id);
        if (kind.attends == Attends::Chosen) {
            town.enter("absentInput", u"王芳"_s);
            town.press(Qt::Key_Return);
        }
        for (const QString& column : kind.required) {
            if (column == u"place"_s || column == u"host"_s || column == u"recorder"_s
                || column == u"content"_s || column == u"resolution"_s)
                town.enter(column.toLatin1().constData(), u"王强"_s);
            if (column == u"to"_s) town.enter("ends_at", u"10:30"_s);
            if (column == u"agenda"_s) town.enter("agenda1", u"学习"_s);
        }
        QHash<QString, QString> expected;
        for (const ActivityField& field : kind.fields) {
            const QString text = enterDetail(town, field);
            expected.insert(field.id, text);
        }
        EXPECT_TRUE(town.window->save(u"final"_s));
        const ActivityRecord record = town.only();
        EXPECT_EQ(record.activity.kind, kind.id);
        EXPECT_EQ(record.details, expected);
        EXPECT_EQ(record.activity.due,
                  kind.attends == Attends::Chosen          ? 1
                      : kind.attends == Attends::Committee ? 3
                      : kind.attends == Attends::None      ? 0
                                                           : 10);
    }
}

TEST(RecordKinds, tablesAreTypedCellByCell) {
    RecordTown town;
    town.open(town.meeting(u"life-meeting"_s));
    town.enter("mending.problem1", u"公开不及时"_s);
    for (const QString& cell : {u"每月张贴"_s, u"王强"_s, u"月底"_s, u""_s, u"联系不够"_s}) {
        town.press(Qt::Key_Return); // the last cell leads to the next row
        town.type(cell);
    }
    const auto* rows = town.field<RowsField>("details.mending");
    EXPECT_EQ(rows->rows(), u"公开不及时\t每月张贴\t王强\t月底\n联系不够"_s);
    town.field<QLineEdit>("mending.problem3")->setFocus();
    town.press(Qt::Key_Return); // in an empty row: on to what follows
    EXPECT_FALSE(rows->isAncestorOf(QApplication::focusWidget()));
}

TEST(RecordKinds, aMeetingThatServesTwoIsEnteredOnce) {
    RecordTown town;
    town.open(town.meeting());
    auto* also = town.field<QComboBox>("also");
    EXPECT_LT(also->findText(u"支委会"_s), 0); // other people are expected there
    also->setCurrentIndex(also->findText(u"党课"_s));
    emit also->activated(also->currentIndex());
    for (const auto& [name, text] : {std::pair("place", u"村部"_s),
                                     {"recorder", u"王芳"_s},
                                     {"ends_at", u"10:30"_s},
                                     {"agenda1", u"学习"_s},
                                     {"details.speaker", u"钟建国"_s}})
        town.enter(name, text);
    ASSERT_TRUE(town.window->save(u"final"_s));
    const ActivityRecord record = town.only();
    EXPECT_EQ(record.activity.kind, u"branch-meeting"_s);
    EXPECT_EQ(record.activity.also, u"party-lecture"_s);
    EXPECT_EQ(record.details.value(u"speaker"_s), u"钟建国"_s);
    const auto year = Period::ofYear(2026);
    for (const QString& kind : {u"branch-meeting"_s, u"party-lecture"_s})
        EXPECT_EQ(activitiesIn(town.reader(), town.xidang.id, year, kind)->size(), 1);
    EXPECT_TRUE(activitiesIn(town.reader(), town.xidang.id, year, u"party-day"_s)->isEmpty());
    town.open({town.xidang.id, {}, {}, record.activity.id}); // and shows both again
    EXPECT_EQ(town.field<QLineEdit>("title")->text(), record.activity.title);
    EXPECT_EQ(town.window->setup().kind.name, u"党员大会、党课"_s);
    EXPECT_NE(town.window->findChild<QWidget*>(u"details.speaker"_s), nullptr);
}

TEST(RecordKinds, committeesHoldWhatTheyMayAndChooseFromAllBranches) {
    RecordTown town;
    town.open({town.committee.id, u"training"_s, QDate(2026, 11, 18), {}});
    auto* place = town.field<QComboBox>("branch");
    place->setCurrentIndex(place->findText(town.committee.shortName));
    emit place->activated(place->currentIndex());
    EXPECT_EQ(town.window->setup().holder.id, town.committee.id);
    town.enter("absentInput", u"王芳"_s);
    town.press(Qt::Key_Return);
    for (const char* name : {"place", "title"})
        town.enter(name, u"镇党校"_s);
    town.enter("details.hours", u"8"_s);
    ASSERT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.window->saved().organisationId, town.committee.id);
    EXPECT_EQ(town.window->saved().present, 1);
    // A committee holds no branch meeting: back to a branch.
    town.open({town.committee.id, u"training"_s, QDate(2026, 11, 18), {}});
    place = town.field<QComboBox>("branch");
    place->setCurrentIndex(place->findText(town.committee.shortName));
    emit place->activated(place->currentIndex());
    auto* kind = town.field<QComboBox>("kind");
    kind->setCurrentIndex(kind->findText(u"主题党日"_s));
    emit kind->activated(kind->currentIndex());
    EXPECT_EQ(town.window->setup().holder.type, u"branch"_s);
    EXPECT_LT(place->findText(town.committee.shortName), 0);
}

TEST(RecordKinds, theStudyDayIsTheFirstFridayOrSaysWhyNot) {
    RecordTown town;
    town.open(town.meeting(u"study-day"_s)); // Wednesday the 18th
    for (const char* name : {"place", "details.passage", "details.speech", "details.story"})
        town.enter(name, u"填写"_s);
    EXPECT_FALSE(town.window->save(u"final"_s));
    town.enter("details.moved", u"防汛值班"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
}

} // namespace baolei
