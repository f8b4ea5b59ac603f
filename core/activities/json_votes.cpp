#include "core/activities/json_votes.h"

#include "core/rules/strict_json.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ActivityJson)
};

constexpr int kMost = 1'000'000;

auto bad(const QString& what) {
    return fail(ErrorCode::Refused, what, Text::tr("请改正 JSON 文件再试"));
}

Result<VoteChoice> choiceFrom(const QJsonValue& entry) {
    VoteChoice choice;
    if (entry.isString()) {
        choice.name = entry.toString().trimmed();
    } else {
        JsonFields fields(entry);
        choice.name = fields.textOr(u"name"_s, {});
        choice.votes = fields.numberOr(u"votes"_s, 0, 0, kMost);
        choice.elected = fields.flagOr(u"elected"_s, false);
        choice.against = fields.numberOr(u"against"_s, 0, 0, kMost);
        choice.abstain = fields.numberOr(u"abstain"_s, 0, 0, kMost);
        if (const QString problem = fields.problem(); !problem.isEmpty())
            return bad(Text::tr("候选人（choices）：%1").arg(problem));
    }
    if (choice.name.isEmpty()) return bad(Text::tr("候选人（choices）没有姓名"));
    return choice;
}

Result<VoteKind> kindFrom(const QString& word, const ActivityKind& kind) {
    for (const VoteKind each : {VoteKind::Ordinary, VoteKind::Election})
        if (word == voteKindWord(each)) return each;
    if (word != voteKindWord(VoteKind::Admission))
        return bad(Text::tr("表决类型“%1”看不懂，请写 ordinary、admission 或 election").arg(word));
    if (kind.voting != Voting::Any)
        return bad(Text::tr("接收预备党员和转正须在党员大会上表决，不能记在%1里").arg(kind.name));
    return VoteKind::Admission;
}

void readFigures(JsonFields& fields, const AttendanceCounts& counts, VoteItem& item) {
    const auto number = [&](const QString& key, int otherwise) {
        return fields.numberOr(key, otherwise, 0, kMost);
    };
    item.due = number(u"due"_s, counts.votingDue);
    item.present = number(u"present"_s, counts.votingPresent);
    item.votesFor = number(u"for"_s, 0);
    item.against = number(u"against"_s, 0);
    item.abstain = number(u"abstain"_s, 0);
    item.written = number(u"written"_s, 0);
    item.secret = fields.flagOr(u"secret"_s, false);
    item.differential = fields.flagOr(u"differential"_s, false);
    item.seats = number(u"seats"_s, 0);
    item.ballotsOut = number(u"ballots_out"_s, 0);
    item.ballotsBack = number(u"ballots_back"_s, 0);
    item.ballotsVoid = number(u"ballots_void"_s, 0);
}

Result<VoteItem> itemFrom(const QJsonValue& entry, const ActivityKind& kind,
                          const AttendanceCounts& counts, const ElectionTerms& terms) {
    JsonFields fields(entry);
    VoteItem item;
    const auto votes = kindFrom(fields.textOr(u"kind"_s, u"ordinary"_s), kind);
    if (!votes) return fail(votes.error());
    item.kind = *votes;
    for (const auto& each : fields.array(u"choices"_s)) {
        const auto choice = choiceFrom(each);
        if (!choice) return fail(choice.error());
        item.choices.append(*choice);
    }
    item.title = fields.text(u"title"_s);
    readFigures(fields, counts, item);
    // Nobody counted is not the same as nobody in favour.
    if (item.kind != VoteKind::Election && !fields.has(u"for"_s))
        fields.refuse(Text::tr("没有赞成票数（for）"));
    item.passed = fields.flagOr(u"passed"_s, judgeVote(item, terms).passes);
    if (const QString problem = fields.problem(); !problem.isEmpty())
        return bad(Text::tr("表决“%1”：%2").arg(item.title, problem));
    return item;
}
}

Result<Votes> votesFromJson(const QJsonArray& entries, const ActivityKind& kind,
                            const AttendanceCounts& counts, const ElectionTerms& terms) {
    Votes votes;
    if (!entries.isEmpty() && kind.voting == Voting::None)
        return bad(Text::tr("%1不进行表决（votes）").arg(kind.name));
    for (const auto& entry : entries) {
        const auto item = itemFrom(entry, kind, counts, terms);
        if (!item) return fail(item.error());
        votes.append(*item);
    }
    return votes;
}

} // namespace baolei
