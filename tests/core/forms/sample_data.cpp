#include "tests/core/forms/sample_data.h"

#include <QDateTime>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

FormData member(int n) {
    FormData row;
    row.record = u"person/%1"_s.arg(n);
    row.values
        = {{u"name"_s, sampleName(n)},
           {u"sex"_s, n % 3 == 1 ? u"女"_s : u"男"_s},
           {u"ethnic"_s, n % 17 == 5 ? u"维吾尔族"_s : u"汉族"_s},
           {u"born"_s, QDate(1950 + n % 50, 1 + n % 12, 1 + n % 28)},
           {u"education"_s, n % 4 == 0 ? u"省委党校大学"_s : u"普通高中"_s},
           {u"kind"_s, n % 10 == 9 ? u"预备党员"_s : u"正式党员"_s},
           {u"joined"_s, u"%1-07"_s.arg(1975 + n % 45)},
           {u"confirmed"_s, QDate(1976 + n % 45, 7, 1)},
           {u"job"_s, n % 5 == 0 ? u"在岗农牧渔业生产人员（外出务工经商）"_s : u"农牧渔民"_s},
           {u"post"_s, n == 0 ? u"书记"_s : QString()},
           {u"idNumber"_s, u"32999919500101%1"_s.arg(1000 + n)},
           {u"phone"_s, u"1390000%1"_s.arg(1000 + n)},
           {u"remark"_s, n % 7 == 3 ? u"年老体弱，送学上门"_s : QString()}};
    return row;
}

QList<FormData> committee() {
    QList<FormData> rows;
    const QStringList posts{u"书记"_s, u"副书记、组织委员"_s, u"宣传委员"_s, u"纪检委员"_s,
                            u"青年委员"_s};
    const QStringList duties{u"主持支部全面工作"_s, u"发展党员、党员教育管理、党费收缴"_s,
                             u"宣传和意识形态"_s, u"纪律检查和监督"_s, u"群团和志愿服务"_s};
    for (int i = 0; i < posts.size(); ++i) {
        FormData row = member(i);
        row.values[u"post"_s] = posts[i];
        row.values[u"duty"_s] = duties[i];
        row.values[u"since"_s] = QDate(2024, 12, 8);
        row.values[u"votes"_s] = 36 - i;
        rows.append(row);
    }
    return rows;
}

QList<FormData> groups() {
    QList<FormData> rows;
    for (int g = 0; g < 3; ++g) {
        QStringList names;
        for (int i = 0; i < 13; ++i)
            names.append(sampleName(g * 13 + i));
        FormData row;
        row.values = {{u"name"_s, u"第%1党小组"_s.arg(QStringList{u"一"_s, u"二"_s, u"三"_s}[g])},
                      {u"leader"_s, names.first()},
                      {u"count"_s, 13},
                      {u"members"_s, names},
                      {u"place"_s, u"党群服务中心二楼"_s}};
        rows.append(row);
    }
    return rows;
}
}

QString sampleName(int n) {
    static const QStringList rare{u"钟䶮"_s, u"赵㛃"_s, u"欧阳𬭚"_s, u"阿卜杜热合曼·买买提"_s,
                                  u"一丁"_s};
    static const QString family = u"王李张刘陈杨黄周吴徐孙胡朱高林何郭马罗梁"_s;
    static const QString given = u"国建志文永明德胜春秀玉海龙金凤平生军华芳"_s;
    if (n < rare.size()) return rare[n];
    return QString(family[n % 20]) + given[(n / 3) % 20] + given[(n * 7 + 3) % 20];
}

FormData sampleBranch(int members) {
    FormData data;
    data.values = {{u"branch.name"_s, u"中共示范镇西荡村支部委员会"_s},
                   {u"branch.shortName"_s, u"西荡村党支部"_s},
                   {u"branch.parent"_s, u"中共示范镇委员会"_s},
                   {u"branch.secretary"_s, sampleName(0)},
                   {u"branch.approval"_s, u"示委发〔2006〕18号，2006年5月12日"_s},
                   {u"branch.electedOn"_s, QDate(2024, 12, 8)},
                   {u"branch.termEnds"_s, QDate(2029, 12, 7)},
                   {u"branch.place"_s, u"西荡村党群服务中心"_s},
                   {u"branch.partyDay"_s, u"每月15日（遇节假日顺延）"_s},
                   {u"branch.members"_s, members},
                   {u"branch.formal"_s, members - members / 10},
                   {u"branch.probationary"_s, members / 10},
                   {u"branch.women"_s, members / 3},
                   {u"branch.minority"_s, 1},
                   {u"branch.under35"_s, 6},
                   {u"branch.over60"_s, 15},
                   {u"branch.college"_s, 9},
                   {u"branch.farmers"_s, 30},
                   {u"branch.mobile"_s, 4},
                   {u"branch.lost"_s, 0},
                   {u"branch.groups"_s, 3},
                   {u"branch.committeeSize"_s, 5},
                   {u"period.year"_s, 2026},
                   {u"period.text"_s, u"2026年10月"_s}};
    data.lists[u"committee"_s] = committee();
    data.lists[u"groups"_s] = groups();
    for (int n = 0; n < members; ++n)
        data.lists[u"members"_s].append(member(n));
    return data;
}

FormData sampleMeeting(int paragraphs) {
    FormData data = sampleBranch(0);
    QStringList content;
    for (int i = 0; i < paragraphs; ++i)
        content.append(
            u"%1、%2发言：结合本村实际，就“美丽乡村”建设和人居环境整治谈了三点意见，建议把村口至党群服务中心的道路纳入2027年整修计划，预算12.5万元，分两期实施；同时发动党员带头清理房前屋后。"_s
                .arg(i + 1)
                .arg(sampleName(i + 5)));
    data.values.insert(
        {{u"meeting.title"_s, u"2026年第三季度支部党员大会"_s},
         {u"meeting.from"_s, QDateTime(QDate(2026, 9, 15), QTime(9, 0))},
         {u"meeting.to"_s, QDateTime(QDate(2026, 9, 15), QTime(10, 30))},
         {u"meeting.place"_s, u"西荡村党群服务中心二楼会议室"_s},
         {u"meeting.host"_s, sampleName(0)},
         {u"meeting.recorder"_s, u"李春华"_s},
         {u"meeting.due"_s, 41},
         {u"meeting.dueText"_s, u"41 人（另免作要求 3 人）"_s},
         {u"meeting.votingDue"_s, 38},
         {u"meeting.present"_s, 38},
         {u"meeting.votingPresent"_s, 36},
         {u"meeting.absent"_s, u"王强（生病）、赵丽（外出）、孙华（外出务工）"_s},
         {u"meeting.observers"_s, u"镇党建办钱进"_s},
         {u"meeting.participants"_s,
          QStringList{sampleName(0), sampleName(1), sampleName(2), sampleName(3), sampleName(4)}},
         {u"meeting.agenda"_s, u"1.学习支部工作条例\n2.讨论道路整修方案"_s},
         {u"meeting.content"_s, content.join(u'\n')},
         {u"meeting.resolution"_s, u"同意将村口道路整修列入2027年计划，提交村民代表会议决议。"_s},
         {u"meeting.votes"_s, u"赞成36票、反对0票、弃权0票，超过应到会有表决权党员半数，通过。"_s},
         {u"meeting.speaker"_s, sampleName(0)},
         {u"meeting.speakerPost"_s, u"党支部书记"_s},
         {u"meeting.hours"_s, 2},
         {u"meeting.discussion"_s,
          u"大家认为，支部工作条例讲得具体，要对照着把每次会开好、记实。"_s},
         {u"meeting.makeUp"_s, u"王强（9月20日）、赵丽（9月22日）"_s},
         {u"meeting.method"_s, u"集中学习、志愿服务"_s},
         {u"meeting.organiser"_s, sampleName(0)},
         {u"meeting.decisions"_s, u"清理村西河道，由第二党小组负责，10月底前完成。"_s},
         {u"meeting.volunteerHours"_s, 57},
         {u"meeting.review"_s, u"到会率高，活动与村里的实事结合得好。"_s},
         {u"meeting.kind"_s, u"征求意见"_s},
         {u"meeting.holder"_s, u"第二党小组"_s},
         {u"meeting.opinions"_s, u"道路照明不足；\n集中学习的时间可以早一些通知。"_s},
         {u"meeting.talks"_s, u"委员之间谈 3 次，委员与党员谈 36 次。"_s},
         {u"meeting.criticism"_s, u"支部班子：检查落实不经常。\n党员之间：互相提醒不够。"_s},
         {u"meeting.excellent"_s, 12},
         {u"meeting.qualified"_s, 25},
         {u"meeting.barely"_s, 1},
         {u"meeting.failed"_s, 0},
         {u"meeting.reason"_s, u"家庭变故"_s},
         {u"meeting.handling"_s, u"已联系村卫生室，上门送药。"_s}});
    FormData mending;
    mending.values = {{u"problem"_s, u"村务公开不及时"_s},
                      {u"measure"_s, u"每月第一周公示，由宣传委员负责张贴"_s},
                      {u"person"_s, sampleName(2)},
                      {u"until"_s, u"11月底"_s},
                      {u"done"_s, u"已完成"_s}};
    data.lists.insert(u"mending"_s, {mending, mending});
    for (const auto& [title, text] :
         {std::pair(u"征求对象"_s, u"党员代表、村民代表"_s), {u"意见建议"_s, u"道路照明不足"_s}}) {
        FormData line;
        line.values = {{u"title"_s, title}, {u"text"_s, text}};
        data.lists[u"details"_s].append(line);
    }
    return data;
}

FormData sampleAttendance(int members, int meetings) {
    FormData data = sampleBranch(members);
    data.values[u"period.text"_s] = u"2026年"_s;
    const QStringList kinds{u"大会"_s, u"支委会"_s, u"小组会"_s, u"党课"_s, u"党日"_s};
    for (int m = 0; m < meetings; ++m) {
        FormData column;
        column.values = {{u"from"_s, QDate(2026, 1, 5).addDays(m * 9LL)},
                         {u"shortKind"_s, kinds[m % kinds.size()]}};
        data.lists[u"meetings"_s].append(column);
    }
    for (int n = 0; n < members; ++n) {
        FormData row;
        row.values = {{u"name"_s, sampleName(n)},
                      {u"due"_s, meetings},
                      {u"present"_s, meetings - n % 3},
                      {u"rate"_s, u"%1%"_s.arg(meetings ? 100 - (n % 3) * 100 / meetings : 0)}};
        for (int m = 0; m < meetings; ++m) {
            FormData mark;
            mark.values[u"mark"_s] = QString(u"√√√√√√△√×○—"_s[(n * 3 + m * 5) % 11]);
            row.lists[u"marks"_s].append(mark);
        }
        data.lists[u"attendance"_s].append(row);
    }
    return data;
}

FormData sampleStudy(int rows, int members) {
    FormData data = sampleBranch(members);
    data.values.insert({{u"person.name"_s, sampleName(0)},
                        {u"person.post"_s, u"书记"_s},
                        {u"person.due"_s, 30},
                        {u"person.present"_s, 28},
                        {u"person.madeUp"_s, 1},
                        {u"person.hours"_s, u"56.5"_s},
                        {u"person.target"_s, u"56 学时"_s},
                        {u"person.state"_s, u"达标"_s}});
    for (int i = 0; i < rows; ++i) {
        FormData row;
        row.values = {{u"date"_s, QDate(2026, 1, 5).addDays(i * 11LL)},
                      {u"title"_s, u"学习党章和条例，讨论村集体经济发展与为民办实事清单"_s},
                      {u"form"_s, i % 4 == 3 ? u"主题党日（9月20日补学）"_s : u"党课"_s},
                      {u"holder"_s, u"西荡村党支部"_s},
                      {u"hours"_s, u"1.5"_s},
                      {u"sum"_s, QString::number(1.5 * (i + 1))}};
        data.lists[u"study"_s].append(row);
    }
    for (int month = 1; month <= 12; ++month) {
        FormData column;
        column.values.insert(u"title"_s, u"%1月"_s.arg(month));
        data.lists[u"months"_s].append(column);
    }
    for (int n = 0; n < members; ++n) {
        FormData row;
        row.values = {{u"name"_s, sampleName(n)},
                      {u"post"_s, n == 0 ? u"书记"_s : QString()},
                      {u"total"_s, u"33.5"_s},
                      {u"target"_s, n == 0 ? u"56"_s : u"32"_s},
                      {u"state"_s, n == 0 ? u"差 22.5"_s : u"达标"_s}};
        for (int month = 1; month <= 12; ++month) {
            FormData cell;
            if (month % 3 != 0) cell.values.insert(u"hours"_s, u"2.5"_s);
            row.lists[u"months"_s].append(cell);
        }
        data.lists[u"hours"_s].append(row);
    }
    return data;
}

FormData samplePlan(int rows) {
    FormData data = sampleBranch(41);
    data.values.insert(u"month.text"_s, u"2026年11月"_s);
    for (int i = 0; i < rows; ++i) {
        FormData row;
        row.values = {{u"month"_s, i + 1 < rows ? u"%1月"_s.arg(1 + i * 12 / rows) : u"全年"_s},
                      {u"title"_s,
                       i % 4 == 1 ? u"主题党日：清理河道，走访困难党员和老党员，宣传防汛知识"_s
                                  : u"支部委员会会议"_s},
                      {u"method"_s, i % 4 == 1 ? u"志愿服务"_s : u"会议"_s},
                      {u"responsible"_s, sampleName(i % 5)},
                      {u"time"_s, i % 3 == 0 ? u"%1月15日"_s.arg(1 + i * 12 / rows) : QString()},
                      {u"done"_s, i % 3 == 1 ? u"未完成"_s : u"11月18日补办"_s}};
        data.lists[u"plan"_s].append(row);
    }
    return data;
}

FormData sampleDisclosure(int rows) {
    FormData data = sampleBranch(41);
    const QStringList kinds{u"党员大会"_s, u"支委会"_s, u"党小组会"_s, u"党课"_s, u"主题党日"_s};
    for (int i = 0; i < rows; ++i) {
        FormData row;
        row.values = {{u"from"_s, QDateTime(QDate(2026, 10, 1 + i % 30), QTime(9, 0))},
                      {u"kind"_s, kinds[i % kinds.size()]},
                      {u"title"_s, u"学习《中国共产党支部工作条例（试行）》"_s},
                      {u"due"_s, 41},
                      {u"present"_s, 38 - i % 3},
                      {u"absent"_s, 3 + i % 3}};
        data.lists[u"posted"_s].append(row);
    }
    data.values.insert({{u"posting.from"_s, QDate(2026, 11, 2)},
                        {u"posting.to"_s, QDate(2026, 11, 6)},
                        {u"posting.phone"_s, u"0000-12345678"_s},
                        {u"posting.office"_s, u"示范镇党建办"_s},
                        {u"posting.date"_s, QDate(2026, 11, 2)}});
    return data;
}

FormData sampleRegisters(int rows) {
    FormData data = sampleBranch(41);
    data.values[u"period.text"_s] = u"2026年"_s;
    for (int i = 0; i < rows; ++i) {
        FormData line;
        line.values = {{u"from"_s, QDateTime(QDate(2026, 1, 9).addDays(i * 13LL), QTime(9, 0))},
                       {u"person"_s, sampleName(i)},
                       {u"post"_s, u"政策宣传岗"_s},
                       {u"promise"_s, u"每月入户宣讲一次惠民政策，及时转达群众意见"_s},
                       {u"kept"_s, u"已宣讲 9 次"_s},
                       {u"rating"_s, u"好"_s},
                       {u"way"_s, u"检查指导"_s},
                       {u"inspectors"_s, u"镇党建办 2 人"_s},
                       {u"problem"_s, u"会议记录议题过于简单"_s},
                       {u"measure"_s, u"补充讨论要点，今后由支部书记逐次审核"_s},
                       {u"until"_s, u"一周内"_s},
                       {u"done"_s, u"已整改"_s},
                       {u"title"_s, u"党群服务中心改造完工"_s},
                       {u"content"_s, u"改造会议室、阅览室，添置桌椅 40 套，当日起启用。"_s}};
        for (const QString& list : {u"pledge"_s, u"inspection"_s, u"event"_s})
            data.lists[list].append(line);
    }
    return data;
}

} // namespace baolei
