#include "core/activities/counting.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kStrokes = 5;

void countChoices(VoteItem& item, const QList<Ballot>& ballots) {
    for (VoteChoice& each : item.choices)
        each.votes = each.against = each.abstain = 0;
    for (const Ballot& ballot : ballots) {
        if (ballot.isVoid) continue;
        for (qsizetype i = 0; i < item.choices.size(); ++i) {
            VoteChoice& choice = item.choices[i];
            const BallotMark mark = ballot.marks.value(i);
            ++(mark == BallotMark::For           ? choice.votes
                   : mark == BallotMark::Against ? choice.against
                                                 : choice.abstain);
        }
    }
}

void countAnswers(VoteItem& item, const QList<Ballot>& ballots) {
    item.votesFor = item.against = item.abstain = 0;
    for (const Ballot& ballot : ballots) {
        if (ballot.isVoid) continue;
        const BallotMark mark = ballot.marks.value(0);
        ++(mark == BallotMark::For           ? item.votesFor
               : mark == BallotMark::Against ? item.against
                                             : item.abstain);
    }
}

void elect(VoteItem& item, const ElectionTerms& terms) {
    QList<VoteChoice*> order;
    for (VoteChoice& each : item.choices) {
        each.elected = false;
        order.append(&each);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const VoteChoice* a, const VoteChoice* b) { return a->votes > b->votes; });
    const int needed = votesNeeded(item.kind, item.due, item.present, terms);
    // Whoever has no more votes than the first who finds no seat has to be voted on again.
    const int tied = item.seats < order.size() ? order[item.seats]->votes : -1;
    for (qsizetype i = 0; i < qMin<qsizetype>(item.seats, order.size()); ++i)
        order[i]->elected = order[i]->votes >= needed && order[i]->votes > tied;
}
}

qsizetype marksOf(const VoteItem& item) {
    return item.kind == VoteKind::Election ? item.choices.size() : 1;
}

bool isOverfull(const VoteItem& item, const Ballot& ballot) {
    return item.kind == VoteKind::Election
        && std::count(ballot.marks.begin(), ballot.marks.end(), BallotMark::For) > item.seats;
}

VoteItem counted(VoteItem item, const QList<Ballot>& ballots, const ElectionTerms& terms) {
    item.ballotsBack = int(ballots.size());
    item.ballotsVoid = int(std::count_if(ballots.begin(), ballots.end(),
                                         [](const Ballot& each) { return each.isVoid; }));
    if (item.ballotsOut == 0) item.ballotsOut = item.present;
    if (item.kind == VoteKind::Election) {
        countChoices(item, ballots);
        elect(item, terms);
    } else {
        countAnswers(item, ballots);
    }
    item.passed = judgeVote(item, terms).passes;
    return item;
}

QString tallyMarks(int votes) {
    static const QString strokes = u"一丅下止"_s;
    QString marks(votes / kStrokes, u'正');
    if (votes % kStrokes > 0) marks += strokes[votes % kStrokes - 1];
    return marks;
}

Votes onePersonEach(const VoteItem& item) {
    if (item.kind != VoteKind::Admission || item.choices.size() < 2) return {item};
    Votes votes;
    for (const VoteChoice& each : item.choices) {
        VoteItem own = nextPerson(item);
        own.title = item.title; // 讨论接收甲某、乙某为预备党员 becomes one of each
        for (const VoteChoice& other : item.choices)
            if (other.name != each.name)
                own.title.remove(other.name + u'、').remove(u'、' + other.name);
        own.choices = {{each.person, each.name, 0, false}};
        votes.append(own);
    }
    return votes;
}

VoteItem nextPerson(const VoteItem& item) {
    VoteItem next;
    next.kind = item.kind;
    next.title = item.title;
    for (const VoteChoice& each : item.choices)
        next.title.remove(each.name);
    next.due = item.due;
    next.present = item.present;
    next.secret = true;
    return next;
}

} // namespace baolei
