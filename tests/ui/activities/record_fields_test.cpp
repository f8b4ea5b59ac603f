#include "ui/activities/record_fields.h"

#include "tests/ui/support.h"
#include "ui/activities/record_matches.h"
#include "ui/activities/record_merge.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
RecordPerson person(const QString& name, int number, bool isExpected = true) {
    Uuid id;
    id.bytes[15] = static_cast<unsigned char>(number);
    return {name, nameKeys(name), {id, true}, isExpected};
}

QStringList found(const QList<RecordPerson>& people, const QString& who,
                  const QSet<Uuid>& except = {}) {
    QStringList names;
    for (const qsizetype at : matchingPeople(people, who, except))
        names.append(people[at].name);
    return names;
}
}

TEST(RecordTime, readsEverySpelling) {
    const QList<std::pair<QString, QTime>> spellings{
        {u"9"_s, QTime(9, 0)},     {u"930"_s, QTime(9, 30)},    {u"0930"_s, QTime(9, 30)},
        {u"9:30"_s, QTime(9, 30)}, {u"9.30"_s, QTime(9, 30)},   {u"14：05"_s, QTime(14, 5)},
        {u"9点"_s, QTime(9, 0)},   {u"9点半"_s, QTime(9, 30)},  {u"9点15分"_s, QTime(9, 15)},
        {u" 0 "_s, QTime(0, 0)},   {u"23:59"_s, QTime(23, 59)}, {u"24"_s, QTime()},
        {u"9:60"_s, QTime()},      {u"上午"_s, QTime()},        {{}, QTime()},
    };
    for (const auto& [typed, time] : spellings)
        EXPECT_EQ(readTime(typed), time) << typed.toStdString();
}

TEST(RecordTime, keepsAndNamesWhatItCannotRead) {
    const OwnSettings settings;
    TimeField field;
    field.setText(u"25点"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    EXPECT_EQ(field.text(), u"25点"_s);
    EXPECT_TRUE(field.problem().contains(u"25点"_s));
    field.setText(u"9点半"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    EXPECT_EQ(field.text(), u"09:30"_s);
    EXPECT_TRUE(field.problem().isEmpty());
}

TEST(RecordName, isFoundByInitialsAndLeavesOthersAlone) {
    const OwnSettings settings;
    NameField field({u"王强"_s, u"王芳"_s, u"李秀英"_s});
    const auto left = [&field](const QString& typed) {
        field.setEditText(typed);
        QTest::keyClick(field.lineEdit(), Qt::Key_Return);
        return field.name();
    };
    EXPECT_EQ(left(u"lxy"_s), u"李秀英"_s);
    EXPECT_EQ(left(u"wangfang"_s), u"王芳"_s);
    EXPECT_EQ(left(u"w"_s), u"w"_s); // two of them
    EXPECT_EQ(left(u"李秀"_s), u"李秀"_s); // somebody from outside
}

TEST(RecordMatches, findNamesPiecesAndReadings) {
    const QList<RecordPerson> people{person(u"王强明"_s, 1), person(u"王强"_s, 2),
                                     person(u"单建国"_s, 3), person(u"孙强"_s, 4, false)};
    EXPECT_EQ(found(people, u"wq"_s), (QStringList{u"王强"_s, u"王强明"_s}));
    EXPECT_EQ(found(people, u"WQ"_s), (QStringList{u"王强"_s, u"王强明"_s}));
    EXPECT_EQ(found(people, u"王强"_s), (QStringList{u"王强"_s, u"王强明"_s}));
    EXPECT_EQ(found(people, u"sjg"_s), QStringList{u"单建国"_s});
    EXPECT_EQ(found(people, u"djg"_s), QStringList{u"单建国"_s});
    EXPECT_EQ(found(people, u"强"_s), (QStringList{u"王强明"_s, u"王强"_s, u"孙强"_s}));
    EXPECT_EQ(found(people, u"王"_s, {people[0].expected.person}), QStringList{u"王强"_s});
    EXPECT_TRUE(found(people, u"x"_s).isEmpty());
    EXPECT_TRUE(found(people, {}).isEmpty());
}

TEST(RecordMatches, takeTheReasonAfterASpace) {
    EXPECT_EQ(readAbsentEntry(u" wq 生病 住院 "_s).who, u"wq"_s);
    EXPECT_EQ(readAbsentEntry(u" wq 生病 住院 "_s).reason, u"生病 住院"_s);
    EXPECT_EQ(readAbsentEntry(u"王强　外出"_s).reason, u"外出"_s); // a full-width space
    EXPECT_TRUE(readAbsentEntry(u"wq"_s).reason.isEmpty());
}

TEST(RecordMerge, takesWhatWasLeftAloneFromTheStoreAndKeepsGroupsTogether) {
    Activity opened;
    opened.title = u"旧名"_s;
    opened.place = u"旧地点"_s;
    opened.due = 10;
    opened.present = 10;
    Activity edited = opened;
    edited.title = u"我的名"_s;
    edited.present = 9;
    Activity now = opened;
    now.title = u"别人的名"_s;
    now.place = u"别人的地点"_s;
    now.due = 12;
    const Activity merged = mergedWith(opened, edited, now);
    EXPECT_EQ(merged.title, u"我的名"_s);
    EXPECT_EQ(merged.place, u"别人的地点"_s);
    EXPECT_EQ(merged.due, 10); // counted from the same list as `present`
    EXPECT_EQ(merged.present, 9);
}

} // namespace baolei
