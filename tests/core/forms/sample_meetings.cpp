// What is printed before and after a meeting, and the ledgers of a town.

#include "tests/core/forms/sample_data.h"

#include <QDateTime>

namespace baolei {

using namespace Qt::StringLiterals;

FormData sampleVote(int candidates, int ballots) {
    FormData data = sampleMeeting(1);
    const bool isElection = candidates > 0;
    data.values.insert({{u"vote.title"_s,
                         isElection ? u"选举中共示范镇西荡村支部委员会委员"_s
                                    : u"讨论接收阿卜杜热合曼·买买提同志为中共预备党员"_s},
                        {u"vote.isElection"_s, isElection},
                        {u"vote.persons"_s, sampleName(3)},
                        {u"vote.ballots"_s, ballots},
                        {u"vote.due"_s, 38},
                        {u"vote.present"_s, 36},
                        {u"vote.seats"_s, candidates - 1},
                        {u"vote.candidates"_s, candidates},
                        {u"vote.way"_s, u"差额选举"_s},
                        {u"vote.for"_s, 34},
                        {u"vote.against"_s, 1},
                        {u"vote.abstain"_s, 1},
                        {u"vote.written"_s, 0},
                        {u"vote.out"_s, 36},
                        {u"vote.back"_s, 36},
                        {u"vote.valid"_s, 35},
                        {u"vote.void"_s, 1},
                        {u"vote.elected"_s, sampleName(0) + u'、' + sampleName(1)},
                        {u"vote.needed"_s, 19},
                        {u"vote.result"_s, u"实到 36 人，当选者都超过实到会半数，选举有效"_s}});
    for (int n = 0; n < qMax(1, candidates); ++n) {
        FormData row;
        row.values = {{u"name"_s, sampleName(n)},
                      {u"for"_s, 34 - n},
                      {u"against"_s, n},
                      {u"abstain"_s, 1},
                      {u"elected"_s, n + 1 < candidates ? u"当选"_s : QString()}};
        data.lists[u"choices"_s].append(row);
        data.lists[u"tally"_s].append(row);
    }
    if (isElection) data.lists[u"others"_s] = {FormData(), FormData()};
    for (int until = 5; until < ballots + 5; until += 5) {
        FormData box;
        box.values.insert(u"upTo"_s, until);
        data.lists[u"boxes"_s].append(box);
    }
    return data;
}

FormData sampleNotice(int people, int items) {
    FormData data = sampleMeeting(1);
    QStringList agenda;
    for (int i = 0; i < items; ++i)
        agenda.append(
            u"（%1）讨论2027年村口至党群服务中心道路整修和人居环境整治的安排，听取第%1党小组的意见"_s
                .arg(i + 1));
    data.values.insert({{u"notice.subject"_s, u"2026年第三季度支部党员大会"_s},
                        {u"notice.heading"_s, u"关于召开第三季度党员大会的通知"_s},
                        {u"notice.opening"_s, u"经研究，决定召开党员大会。"_s},
                        {u"notice.to"_s, u"全体党员"_s},
                        {u"notice.kind"_s, u"党员大会"_s},
                        {u"notice.when"_s, u"2026年9月15日（星期二）9:00"_s},
                        {u"notice.place"_s, u"西荡村党群服务中心二楼会议室"_s},
                        {u"notice.who"_s, u"全体党员，共 %1 人"_s.arg(people)},
                        {u"notice.agenda"_s, agenda.join(u'\n')},
                        {u"notice.date"_s, QDate(2026, 9, 10)},
                        {u"signing.count"_s, people}});
    for (int n = 0; n < people; n += 2) {
        FormData row;
        row.values = {{u"leftNumber"_s, n + 1}, {u"left"_s, sampleName(n)}};
        if (n + 1 < people)
            row.values.insert({{u"rightNumber"_s, n + 2}, {u"right"_s, sampleName(n + 1)}});
        data.lists[u"signing"_s].append(row);
    }
    return data;
}

FormData sampleTown(int branches, int meetings) {
    FormData data;
    data.values = {{u"branch.name"_s, u"中共示范镇委员会"_s},
                   {u"branch.shortName"_s, u"示范镇"_s},
                   {u"period.text"_s, u"2026年"_s},
                   {u"print.date"_s, QDate(2026, 11, 20)},
                   {u"town.branches"_s, branches},
                   {u"town.members"_s, branches * 21},
                   {u"town.held"_s, meetings}};
    for (const QString& kind : {u"大会"_s, u"支委"_s, u"生活会"_s}) {
        FormData column;
        column.values.insert(u"title"_s, kind);
        data.lists[u"townKinds"_s].append(column);
    }
    for (int n = 0; n < branches; ++n) {
        FormData row;
        row.values
            = {{u"number"_s, n + 1},      {u"name"_s, u"示范镇第%1村联合党支部"_s.arg(n + 1)},
               {u"members"_s, 21},        {u"all"_s, 15},
               {u"due"_s, 300},           {u"present"_s, 280},
               {u"rate"_s, u"93%"_s},     {u"hours"_s, u"31.5"_s},
               {u"reached"_s, u"17/20"_s}};
        for (int i = 0; i < 3; ++i) {
            FormData count;
            count.values.insert(u"count"_s, 4 + i);
            row.lists[u"counts"_s].append(count);
        }
        data.lists[u"townBranches"_s].append(row);
    }
    for (int i = 0; i < meetings; ++i) {
        FormData row;
        row.values = {{u"from"_s, QDateTime(QDate(2026, 1, 5).addDays(i), QTime(14, 30))},
                      {u"holder"_s, u"示范镇第一村联合党支部第二党小组"_s},
                      {u"kind"_s, u"主题党日"_s},
                      {u"title"_s, u"清理河道，走访困难党员和老党员，宣传防汛知识"_s},
                      {u"place"_s, u"西荡村党群服务中心"_s},
                      {u"due"_s, 41},
                      {u"present"_s, 38},
                      {u"rate"_s, u"92%"_s}};
        data.lists[u"townMeetings"_s].append(row);
    }
    return data;
}

} // namespace baolei
