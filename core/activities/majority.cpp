// The three kinds of majority; cases of all of them are in tests/core/activities/majority_test.cpp.

#include "core/activities/votes.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Majority)
};

int moreThanHalf(int of) {
    return of / 2 + 1;
}

QString presentSentence(const VoteItem& item, int needed) {
    const QString start
        = Text::tr("应到会有表决权 %1 人、实到 %2 人，").arg(item.due).arg(item.present);
    switch (item.kind) {
    case VoteKind::Admission:
        return start + Text::tr("没有超过半数（至少 %1 人），不能讨论接收或转正").arg(needed);
    case VoteKind::Election:
        return start + Text::tr("少于五分之四（至少 %1 人），选举无效").arg(needed);
    case VoteKind::Ordinary:
        break;
    }
    return start + Text::tr("不足半数（至少 %1 人），不能表决").arg(needed);
}

QString countSentence(const VoteItem& item) {
    const int cast = item.votesFor + item.against + item.abstain;
    if (item.present > item.due)
        return Text::tr("实到 %1 人多于应到会有表决权 %2 人，请核对")
            .arg(item.present)
            .arg(item.due);
    if (cast > item.present + item.written)
        return Text::tr("共计 %1 票，多于实到会 %2 人加书面意见 %3 份，请核对")
            .arg(cast)
            .arg(item.present)
            .arg(item.written);
    return {};
}

QString admissionSentence(const VoteItem& item) {
    if (!item.secret) return Text::tr("接收预备党员和转正必须采取无记名投票");
    if (item.choices.size() > 1)
        return Text::tr("一次表决了 %1 人，两人以上应逐个讨论表决").arg(item.choices.size());
    return {};
}

// The fewest votes among the elected, or -1 if nobody was.
int lowestElected(const VoteItem& item) {
    int lowest = -1;
    for (const VoteChoice& choice : item.choices) {
        if (choice.elected) lowest = lowest < 0 ? choice.votes : qMin(lowest, choice.votes);
    }
    return lowest;
}

QString electionSentence(const VoteItem& item, const ElectionTerms& terms, int needed) {
    if (item.ballotsBack > item.ballotsOut)
        return Text::tr("发出票 %1 张、收回 %2 张，收回多于发出，选举无效")
            .arg(item.ballotsOut)
            .arg(item.ballotsBack);
    const int candidates = candidatesNeeded(item.seats, terms);
    if (item.differential && item.choices.size() < candidates)
        return Text::tr("应选 %1 人、候选人 %2 人，差额不足（至少 %3 人）")
            .arg(item.seats)
            .arg(item.choices.size())
            .arg(candidates);
    const auto elected = std::count_if(item.choices.cbegin(), item.choices.cend(),
                                       [](const VoteChoice& choice) { return choice.elected; });
    if (elected > item.seats)
        return Text::tr("应选 %1 人，却有 %2 人记为当选").arg(item.seats).arg(elected);
    if (elected == 0) return Text::tr("还没有人记为当选");
    if (lowestElected(item) < needed)
        return Text::tr("当选者最低得 %1 票，没有超过%2半数（至少 %3 票）")
            .arg(lowestElected(item))
            .arg(terms.ofDue ? Text::tr("应到会") : Text::tr("实到会"))
            .arg(needed);
    return {};
}

QString votesSentence(const VoteItem& item, int needed) {
    if (item.votesFor >= needed) return {};
    return Text::tr("赞成 %1 票，没有超过应到会有表决权 %2 人的半数（至少 %3 票），不能通过")
        .arg(item.votesFor)
        .arg(item.due)
        .arg(needed);
}

QString passSentence(const VoteItem& item, const ElectionTerms& terms, int needed) {
    if (item.kind == VoteKind::Election)
        return Text::tr("实到 %1 人，当选者都超过%2半数（至少 %3 票），选举有效")
            .arg(item.present)
            .arg(terms.ofDue ? Text::tr("应到会") : Text::tr("实到会"))
            .arg(needed);
    return Text::tr("实到 %1 人，赞成 %2 票，超过应到会有表决权 %3 人的半数，通过")
        .arg(item.present)
        .arg(item.votesFor)
        .arg(item.due);
}
}

int presentNeeded(VoteKind kind, int due) {
    switch (kind) {
    case VoteKind::Admission:
        return moreThanHalf(due);
    case VoteKind::Election:
        return static_cast<int>((qint64(due) * 4 + 4) / 5);
    case VoteKind::Ordinary:
        break;
    }
    return due / 2 + due % 2;
}

int votesNeeded(VoteKind kind, int due, int present, const ElectionTerms& terms) {
    return moreThanHalf(kind == VoteKind::Election && !terms.ofDue ? present : due);
}

int candidatesNeeded(int seats, const ElectionTerms& terms) {
    return static_cast<int>(seats + (qint64(seats) * terms.percent + 99) / 100);
}

VoteVerdict judgeVote(const VoteItem& item, const ElectionTerms& terms) {
    VoteVerdict verdict;
    verdict.presentNeeded = presentNeeded(item.kind, item.due);
    verdict.votesNeeded = votesNeeded(item.kind, item.due, item.present, terms);
    if (item.due <= 0) {
        verdict.sentence = Text::tr("没有填应到会有表决权的人数");
        return verdict;
    }
    verdict.mayVote = item.present >= verdict.presentNeeded;
    if (!verdict.mayVote) {
        verdict.sentence = presentSentence(item, verdict.presentNeeded);
        return verdict;
    }
    verdict.sentence = countSentence(item);
    if (verdict.sentence.isEmpty() && item.kind == VoteKind::Admission)
        verdict.sentence = admissionSentence(item);
    if (verdict.sentence.isEmpty())
        verdict.sentence = item.kind == VoteKind::Election
            ? electionSentence(item, terms, verdict.votesNeeded)
            : votesSentence(item, verdict.votesNeeded);
    verdict.passes = verdict.sentence.isEmpty();
    if (verdict.passes) verdict.sentence = passSentence(item, terms, verdict.votesNeeded);
    return verdict;
}

} // namespace baolei
