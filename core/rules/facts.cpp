#include "core/rules/facts.h"

#include "core/base/partial_date.h"

#include <QCoreApplication>
#include <QTime>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

// In the order of the enumerations; the titles are also the words of the case files.
const QList<FactName> kOrganisation{
    {u"today"_s, u"今天"_s, FactType::Day},
    {u"is_branch"_s, u"是支部"_s, FactType::Flag},
    {u"is_general_branch"_s, u"是党总支"_s, FactType::Flag},
    {u"is_party_committee"_s, u"是党委"_s, FactType::Flag},
    {u"is_village"_s, u"在村"_s, FactType::Flag},
    {u"is_community"_s, u"在社区"_s, FactType::Flag},
    {u"is_temporary"_s, u"是临时支部"_s, FactType::Flag},
    {u"members"_s, u"党员"_s},
    {u"full_members"_s, u"正式党员"_s},
    {u"probationary"_s, u"预备党员"_s},
    {u"voting_members"_s, u"有表决权党员"_s},
    {u"has_committee"_s, u"设支委会"_s, FactType::Flag},
    {u"committee_size"_s, u"支委人数"_s},
    {u"groups"_s, u"党小组数"_s},
    {u"ungrouped_members"_s, u"未编组党员"_s},
    {u"established"_s, u"成立日"_s, FactType::Day},
    {u"dissolved"_s, u"撤销日"_s, FactType::Day},
    {u"term_starts"_s, u"换届日"_s, FactType::Day},
    {u"term_ends"_s, u"届满日"_s, FactType::Day},
    {u"previous_term_ends"_s, u"上届届满日"_s, FactType::Day},
    {u"term_extended_to"_s, u"延期至"_s, FactType::Day},
    {u"extension_approved"_s, u"延期有批复"_s, FactType::Flag},
    {u"secretary_posts"_s, u"书记任职支部数"_s},
    {u"study_deadline"_s, u"学时截止日"_s, FactType::Day},
    {u"members_short"_s, u"学时不足的党员"_s},
    {u"seats_short"_s, u"学时不足的班子成员"_s},
    {u"members_away"_s, u"连续缺席的党员"_s},
};

const QList<FactName> kActivity{
    {u"date"_s, u"日期"_s, FactType::Day},
    {u"from"_s, u"开始"_s, FactType::Time},
    {u"to"_s, u"结束"_s, FactType::Time},
    {u"recorded_on"_s, u"录入日"_s, FactType::Day},
    {u"final"_s, u"定稿"_s, FactType::Flag},
    {u"due"_s, u"应到"_s},
    {u"present"_s, u"到会"_s},
    {u"voting_due"_s, u"应到有表决权"_s},
    {u"voting_present"_s, u"到会有表决权"_s},
    {u"host_is_secretary"_s, u"书记主持"_s, FactType::Flag},
    {u"has_delegation"_s, u"有委托"_s, FactType::Flag},
    {u"vote_items"_s, u"表决事项数"_s},
};

const QList<FactName> kVote{
    {u"is_ordinary"_s, u"一般表决"_s, FactType::Flag},
    {u"is_admission"_s, u"发展转正"_s, FactType::Flag},
    {u"is_election"_s, u"选举"_s, FactType::Flag},
    {u"is_differential"_s, u"差额"_s, FactType::Flag},
    {u"vote_due"_s, u"应到会"_s},
    {u"vote_present"_s, u"实到会"_s},
    {u"vote_for"_s, u"赞成"_s},
    {u"vote_against"_s, u"反对"_s},
    {u"vote_abstain"_s, u"弃权"_s},
    {u"vote_written"_s, u"书面意见"_s},
    {u"vote_passed"_s, u"记为通过"_s, FactType::Flag},
    {u"vote_secret"_s, u"无记名"_s, FactType::Flag},
    {u"vote_persons"_s, u"一次表决人数"_s},
    {u"ballots_out"_s, u"发出票"_s},
    {u"ballots_back"_s, u"收回票"_s},
    {u"seats"_s, u"应选"_s},
    {u"candidates"_s, u"候选人"_s},
    {u"lowest_elected"_s, u"当选最低得票"_s},
};
}

const QList<FactName>& factNames() {
    Q_ASSERT(kOrganisation.size() == kOrganisationFacts && kActivity.size() == kActivityFacts
             && kVote.size() == kVoteFacts);
    static const QList<FactName> all = kOrganisation + kActivity + kVote;
    return all;
}

QString factText(qint64 value, FactType type) {
    if (value == kUnknown) return Text::tr("（未填）");
    switch (type) {
    case FactType::Flag:
        return value != 0 ? Text::tr("是") : Text::tr("否");
    case FactType::Day:
        return chineseDate(dayOf(value));
    case FactType::Time:
        return QTime(0, 0).addSecs(static_cast<int>(value % (24LL * 60)) * 60).toString(u"HH:mm"_s);
    case FactType::Number:
        break;
    }
    return QString::number(value);
}

} // namespace baolei
