// One vote on paper: ballots before it, the count and the report after it.

#include "core/handbook/page_data.h"
#include "core/names/name_order.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

constexpr int kVotesInAMark = 5; ///< strokes of 正
constexpr int kMostWriteIns = 3;

// Before the count nobody has 0 votes: the pen writes the figures.
QVariant figure(int count, bool isCounted) {
    return isCounted ? QVariant(count) : QVariant();
}

bool isCounted(const VoteItem& item) {
    return item.ballotsBack + item.votesFor + item.against + item.abstain > 0;
}

QList<FormData> choiceRows(const QList<VoteChoice>& choices, bool isCounted) {
    QList<FormData> rows;
    for (const VoteChoice& each : choices) {
        FormData row;
        row.values = {{u"name"_s, each.name},
                      {u"for"_s, figure(each.votes, isCounted)},
                      {u"against"_s, figure(each.against, isCounted)},
                      {u"abstain"_s, figure(each.abstain, isCounted)},
                      {u"elected"_s, each.elected ? Text::tr("当选") : QString()}};
        rows.append(row);
    }
    return rows;
}

// Where the counters draw: the candidates, and lines for others who are written in.
QList<FormData> tallyRows(const QStringList& names) {
    QList<FormData> rows;
    for (const QString& name : names) {
        FormData row;
        row.values.insert(u"name"_s, name);
        rows.append(row);
    }
    return rows;
}

QList<FormData> blankRows(int count) {
    return QList<FormData>(count, FormData());
}

// A box for each 正, with the votes up to it.
QList<FormData> tallyBoxes(int ballots) {
    QList<FormData> boxes;
    for (int until = kVotesInAMark; until < ballots + kVotesInAMark; until += kVotesInAMark) {
        FormData box;
        box.values.insert(u"upTo"_s, until);
        boxes.append(box);
    }
    return boxes;
}

QString electedNames(const QList<VoteChoice>& choices) {
    QStringList names;
    for (const VoteChoice& each : choices)
        if (each.elected) names.append(each.name);
    return names.join(u'、');
}
}

void addVote(FormData& data, const VoteItem& item, const ElectionTerms& terms) {
    const bool isElection = item.kind == VoteKind::Election;
    const bool counted = isCounted(item);
    QList<VoteChoice> choices = item.choices;
    std::stable_sort(choices.begin(), choices.end(), [](const VoteChoice& a, const VoteChoice& b) {
        return strokeLess(a.name, b.name);
    });
    QStringList names;
    for (const VoteChoice& each : std::as_const(choices))
        names.append(each.name);
    const int ballots = item.ballotsOut > 0 ? item.ballotsOut
        : item.present > 0                  ? item.present
                                            : item.due;
    const int others = isElection ? qBound(1, item.seats, kMostWriteIns) : 0;
    const auto number = [counted](int count) { return figure(count, counted); };
    data.values.insert(
        {{u"vote.title"_s, item.title},
         {u"vote.isElection"_s, isElection},
         {u"vote.persons"_s, names.join(u'、')},
         {u"vote.ballots"_s, ballots},
         {u"vote.due"_s, item.due},
         {u"vote.present"_s, figure(item.present, item.present > 0)},
         {u"vote.seats"_s, item.seats},
         {u"vote.candidates"_s, int(choices.size())},
         {u"vote.way"_s, item.differential ? Text::tr("差额选举") : Text::tr("等额选举")},
         {u"vote.for"_s, number(item.votesFor)},
         {u"vote.against"_s, number(item.against)},
         {u"vote.abstain"_s, number(item.abstain)},
         {u"vote.written"_s, number(item.written)},
         {u"vote.out"_s, figure(item.ballotsOut, item.ballotsOut > 0)},
         {u"vote.back"_s, figure(item.ballotsBack, item.ballotsBack > 0)},
         {u"vote.valid"_s, figure(item.ballotsBack - item.ballotsVoid, item.ballotsBack > 0)},
         {u"vote.void"_s, figure(item.ballotsVoid, item.ballotsBack > 0)},
         {u"vote.elected"_s, electedNames(choices)},
         {u"vote.needed"_s, votesNeeded(item.kind, item.due, item.present, terms)},
         {u"vote.result"_s, counted ? judgeVote(item, terms).sentence : QString()}});
    data.lists.insert(u"choices"_s, choiceRows(choices, counted));
    data.lists.insert(u"others"_s, blankRows(others));
    names.append(QStringList(others, QString()));
    data.lists.insert(u"tally"_s, tallyRows(names));
    data.lists.insert(u"boxes"_s, tallyBoxes(ballots));
}

} // namespace baolei
