#include "core/people/codes.h"
#include "core/people/header_matching.h"
#include "tests/support/support.h"

#include "core/people/person.h"

#include <QSet>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
QStringList cells(const QString& line) {
    return line.split(u'|');
}

const QString kExport
    = u"序号|姓名|性别|公民身份号码|民族|出生日期|学历|人员类别|学位|所在党支部|手机号码|入党日期|"
      u"转正日期|党龄|"
      "党龄校正值|新社会阶层类型|工作岗位|从事专业技术职务|是否农民工 |现居住地|户籍所在地|是否失联党员|是否流动党员"_s;

Mapping exportMapping() {
    return *findHeader({cells(u"示范镇党员信息导出表"_s),
                        cells(u"填报单位:示范镇党委组织办||||||导出日期"_s), cells(kExport)});
}
}

TEST(Columns, everyFieldIsOneOfThePersonTable) {
    QSet<QString> fields{u"branch"_s, u"group"_s, u"post"_s};
    QSet<QString> privates;
    for (const Column& column : tableOf<Person>().columns()) {
        fields.insert(QString::fromUtf8(column.name));
        if (column.isPrivate) privates.insert(QString::fromUtf8(column.name));
    }
    for (const RosterColumn& column : rosterColumns()) {
        EXPECT_FALSE(column.title.isEmpty());
        if (column.kind == ColumnKind::Ignored) continue;
        EXPECT_TRUE(fields.contains(column.field)) << column.field.toStdString();
        EXPECT_EQ(column.isPrivate, privates.contains(column.field)) << column.field.toStdString();
        EXPECT_EQ(column.kind == ColumnKind::Code, !column.table.isEmpty());
        EXPECT_EQ(column.table.isEmpty(), codesOf(column.table).isEmpty());
        EXPECT_EQ(rosterColumn(column.field), &column);
    }
}

TEST(Columns, haveNoNameTwice) {
    for (const RosterColumn& column : rosterColumns()) {
        EXPECT_EQ(columnForHeader(column.title), &column) << column.title.toStdString();
        for (const QString& synonym : column.synonyms)
            EXPECT_EQ(columnForHeader(synonym), &column) << synonym.toStdString();
    }
}

TEST(Columns, knowEveryHeaderOfTheRulebook) {
    const QString all
        = u"姓名|性别|民族|公民身份号码|出生日期|学历|人员类别|所在党支部|加入党组织日期|"
          u"转为正式党员日期|工作岗位|联系电话|家庭住址|"
          "党籍状态|是否失联|失联日期|是否流动|外出流向|序号|学位|手机号码|入党日期|转正日期|党龄|"
          "党龄校正值|新社会阶层类型|"
          "从事专业技术职务|是否农民工|现居住地|户籍所在地|是否失联党员|是否流动党员|党员注册时间|"
          "注册手机号|党员增加信息|"
          "党员减少信息|入党类型|转正情况|入党时所在支部|延长预备期时间|籍贯|是否台湾省籍|"
          "参加工作日期|婚姻状况|"
          "党员档案所在单位|技术职称|一线情况|培训情况|信息完整度(%)|是否农民工 "
          "|身份证号码|公民身份证号|入党时间|转正时间|所在党组织|"
          "申请入党日期|背景信息|政治面貌|接受申请党组织|入团日期|确定入党积极分子日期|人员类型"_s;
    for (const QString& header : cells(all))
        EXPECT_TRUE(columnForHeader(header)) << header.toStdString();
}

TEST(Columns, takeHeadersWithHintsAndMarks) {
    const QStringList headers{u"*姓名"_s,  u"姓\u3000\u3000名"_s, u"姓 名"_s,  u"姓\n名"_s,
                              u"姓名："_s, u"【必填】姓名"_s,     u"1.姓名"_s, u"1姓名"_s,
                              u"姓名*"_s,  u"＊姓名（必填）"_s};
    for (const QString& header : headers)
        EXPECT_EQ(columnForHeader(header), rosterColumn(u"name")) << header.toStdString();
    EXPECT_EQ(columnForHeader(u"出生日期\n（年月日）"), rosterColumn(u"born_on"));
    EXPECT_EQ(columnForHeader(u"公民身份号码/身份证号"), rosterColumn(u"id_number"));
    EXPECT_EQ(columnForHeader(u"（姓名）"), rosterColumn(u"name"));
    EXPECT_EQ(columnForHeader(u""), nullptr);
    EXPECT_EQ(columnForHeader(u"医保编号"), nullptr);
}

TEST(HeaderMatching, findsTheHeaderUnderTitles) {
    const Mapping mapping = exportMapping();
    EXPECT_EQ(mapping.lastHeaderRow, 2);
    EXPECT_EQ(mapping.firstHeaderRow, 2);
    EXPECT_EQ(mapping.columnOf(u"name"), 1);
    EXPECT_EQ(mapping.columnOf(u"branch"), 9);
    EXPECT_EQ(mapping.columnOf(u"is_migrant_worker"), 18);
    EXPECT_EQ(mapping.columnOf(u"is_floating"), 22);
    EXPECT_EQ(mapping.columnOf(u"full_on"), 12);
    EXPECT_EQ(mapping.columnOf(u"lost_since"), -1);
    EXPECT_TRUE(mapping.unmatched.isEmpty());
    EXPECT_EQ(mapping.fields[0], QString()); // 序号 is known and not kept
}

TEST(HeaderMatching, findsItInTheFirstRowOrTheThirtieth) {
    EXPECT_EQ(findHeader({cells(u"姓名|身份证号"_s)})->lastHeaderRow, 0);
    QList<QStringList> rows(29);
    rows.append(cells(u"姓名|身份证号"_s));
    EXPECT_EQ(findHeader(rows)->lastHeaderRow, 29);
    rows.prepend({});
    EXPECT_EQ(findHeader(rows), std::nullopt);
    EXPECT_EQ(findHeader({}), std::nullopt);
    EXPECT_EQ(findHeader({cells(u"张三|李四"_s), cells(u"姓名"_s)}), std::nullopt);
}

TEST(HeaderMatching, readsHeadersOfTwoRows) {
    const auto mapping
        = findHeader({cells(u"党员花名册"_s), cells(u"序号|姓名|基本情况|||联系方式||失联情况|"_s),
                      cells(u"||性别|民族|出生年月|手机|固话|是否失联|日期"_s),
                      cells(u"1|张三|男|汉族|197001|13800000000||否|"_s)});
    ASSERT_TRUE(mapping);
    EXPECT_EQ(mapping->firstHeaderRow, 1);
    EXPECT_EQ(mapping->lastHeaderRow, 2);
    EXPECT_EQ(mapping->columnOf(u"name"), 1);
    EXPECT_EQ(mapping->columnOf(u"sex"), 2);
    EXPECT_EQ(mapping->columnOf(u"born_on"), 4);
    EXPECT_EQ(mapping->columnOf(u"phone"), 5);
    EXPECT_EQ(mapping->columnOf(u"landline"), 6);
    EXPECT_EQ(mapping->columnOf(u"is_lost"), 7);
    EXPECT_EQ(mapping->unmatched, (QList<int>{8}));
}

TEST(HeaderMatching, joinsGroupAndName) {
    const auto mapping
        = findHeader({cells(u"姓名|所在党支部|入党||转正|"_s), cells(u"||日期|介绍人|日期|"_s),
                      cells(u"张三|X|2001|李四|2002"_s)});
    ASSERT_TRUE(mapping);
    EXPECT_EQ(mapping->columnOf(u"joined_on"), 2);
    EXPECT_EQ(mapping->columnOf(u"full_on"), 4);
}

TEST(HeaderMatching, takesAPlainHeaderOverPeople) {
    const auto mapping = findHeader({cells(u"姓名|性别|民族"_s), cells(u"张三|男|汉族"_s)});
    EXPECT_EQ(mapping->lastHeaderRow, 0);
}

TEST(HeaderMatching, listsWhatItDoesNotKnowAndWhatIsTwice) {
    const auto mapping = findHeader({cells(u"姓名|医保编号|联系电话|手机号码||性别"_s)});
    ASSERT_TRUE(mapping);
    EXPECT_EQ(mapping->columnOf(u"phone"), 2);
    EXPECT_EQ(mapping->unmatched, (QList<int>{1, 3}));
    EXPECT_EQ(mapping->fields.size(), 6);
}

TEST(RowKinds, tellPeopleFromTheRest) {
    const Mapping mapping = exportMapping();
    const auto kind = [&](const QString& line) { return rowKind(cells(line), mapping); };
    EXPECT_EQ(kind(u"1|毛兰木|男|329999196709286298|汉族"_s), RowKind::Person);
    EXPECT_EQ(kind(u"47||女|329999194011060482|汉族|1940/11/6|研究生|正式党员||X支部"_s),
              RowKind::Person);
    EXPECT_EQ(kind(u"|张三"_s), RowKind::Person);
    EXPECT_EQ(kind(u""_s), RowKind::Blank);
    EXPECT_EQ(rowKind({}, mapping), RowKind::Blank);
    EXPECT_EQ(kind(u"|\u3000| |"_s), RowKind::Blank);
    EXPECT_EQ(kind(u"12||||"_s), RowKind::Blank); // a template numbered in advance
    EXPECT_EQ(kind(kExport), RowKind::Header);
    EXPECT_EQ(
        kind(
            u"序号|姓 名|性别|身份证号|民族|出生日期|学历|人员类别|学位|所在党支部|手机号码|入党日期"_s),
        RowKind::Header);
    for (const QString& total : {u"合计||||||共400人"_s, u"合 计|400"_s, u"总计:400人"_s,
                                 u"|小计|35"_s, u"共计400人"_s, u"本页合计|20"_s})
        EXPECT_EQ(kind(total), RowKind::Total) << total.toStdString();
    for (const QString& remark :
         {u"填表人:王某||||审核:李某"_s, u"注:以上数据截至11月"_s, u"示范镇党员信息导出表"_s,
          u"制表日期|2026年"_s, u"第1页 共3页"_s})
        EXPECT_EQ(kind(remark), RowKind::Remark) << remark.toStdString();
    EXPECT_EQ(kind(u"西荡村党支部"_s), RowKind::Section);
    EXPECT_EQ(kind(u"|西荡村党支部"_s), RowKind::Section);
}

TEST(RowKinds, doNotLoseSomebodyWithAnUnluckyName) {
    const Mapping mapping = exportMapping();
    EXPECT_EQ(rowKind(cells(u"5|注明|男|329999196709286298|汉族|1967/9/28|小学"_s), mapping),
              RowKind::Person);
    EXPECT_EQ(rowKind(cells(u"5|总计|男|329999196709286298|汉族|1967/9/28|小学"_s), mapping),
              RowKind::Person);
}
