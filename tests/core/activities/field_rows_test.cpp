#include "core/activities/field_rows.h"
#include "core/activities/json_details.h"
#include "tests/support/support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
ActivityField field(FieldType type) {
    ActivityField made{u"it"_s, u"整改清单"_s, type, false, {}, {}};
    if (type == FieldType::Rows)
        made.columns
            = {{u"problem"_s, u"问题"_s}, {u"measure"_s, u"措施"_s}, {u"done"_s, u"完成"_s}};
    if (type == FieldType::Choice) made.options = {u"暗访"_s, u"督查"_s};
    return made;
}

QJsonValue json(const QByteArray& text) {
    return QJsonDocument::fromJson("[" + text + "]").array().first();
}
}

TEST(FieldRows, comeBackAsTheyWereWritten) {
    const ActivityField rows = field(FieldType::Rows);
    const QList<FieldRow> written{{u"屋面渗水"_s, u"重做防水"_s, u""_s},
                                  {u"灯不亮"_s, u""_s, u"是"_s}};
    EXPECT_EQ(rowsIn(storedRows(written), rows), written);
    EXPECT_EQ(storedRows({{u"甲\t乙"_s, u"一\n二"_s}}), u"甲 乙\t一 二"_s); // never another cell
    EXPECT_EQ(storedRows({{u""_s, u" "_s}}), QString());
    // What was one text a line before the field became a table.
    EXPECT_EQ(rowsIn(u"一句话"_s, rows), (QList<FieldRow>{{u"一句话"_s, u""_s, u""_s}}));
    EXPECT_EQ(rowsIn(u"a\tb\tc\td\te"_s, rows).first().size(), 3);
}

TEST(FieldRows, areToldInWords) {
    const ActivityField rows = field(FieldType::Rows);
    EXPECT_EQ(fieldText(u"渗水\t重做\t是\n灯不亮"_s, rows),
              u"1．渗水（措施：重做；完成：是）\n2．灯不亮"_s);
    EXPECT_EQ(fieldText(u"灯不亮"_s, rows), u"灯不亮"_s);
    EXPECT_EQ(fieldText(u"王强\n赵丽"_s, field(FieldType::People)), u"王强、赵丽"_s);
    EXPECT_EQ(namesIn(u"王强、赵丽,王强； 孙洋\n"_s),
              (QStringList{u"王强"_s, u"赵丽"_s, u"孙洋"_s}));
}

TEST(JsonDetails, takeWhatTheTypeMeans) {
    EXPECT_EQ(
        detailFromJson(field(FieldType::Rows), json(R"([{"problem": "渗水", "完成": "是"}])")),
        u"渗水\t\t是"_s);
    EXPECT_EQ(detailFromJson(field(FieldType::People), json(R"(["王强", "赵丽"])")),
              u"王强\n赵丽"_s);
    EXPECT_EQ(detailFromJson(field(FieldType::Choice), json(R"("暗访")")), u"暗访"_s);
    EXPECT_EQ(detailFromJson(field(FieldType::Number), json("1.5")), u"1.5"_s);
    EXPECT_EQ(detailFromJson(field(FieldType::Choice), json(R"("")")), QString());
}

TEST(JsonDetails, refuseWhatItDoesNot) {
    const QList<std::pair<FieldType, QByteArray>> wrong{
        {FieldType::Rows, R"("渗水")"},           {FieldType::Rows, R"(["渗水"])"},
        {FieldType::Rows, R"([{"颜色": "红"}])"}, {FieldType::Choice, R"("巡视")"},
        {FieldType::Number, R"("两个")"},         {FieldType::Date, R"("9月1日")"}};
    for (const auto& [type, text] : wrong)
        EXPECT_FALSE(detailFromJson(field(type), json(text))) << text.constData();
}
