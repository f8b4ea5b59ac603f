#include "core/activities/votes.h"

#include "core/base/normal_text.h"

#include <QCborArray>
#include <QCborParserError>
#include <QCborValue>
#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Votes)
};

constexpr int kVersion = 1;
constexpr int kItemFields = 16;
constexpr int kChoiceFields = 6;
constexpr int kOldChoiceFields = 4; ///< without who was against
constexpr int kMostItems = 1000;
constexpr int kMostChoices = 2000;
constexpr qint64 kMostVotes = 1'000'000;
constexpr qsizetype kLongestText = 10'000;

// Takes the values of one row in order and remembers whether all were as they should be.
class Row {
public:
    Row(const QCborValue& value, int fields)
        : m_values(value.toArray())
        , m_good(value.isArray() && m_values.size() == fields) { }
    int number(qint64 most = kMostVotes) {
        const QCborValue value = next();
        const qint64 number = value.toInteger(-1);
        m_good = m_good && value.isInteger() && number >= 0 && number <= most;
        return m_good ? static_cast<int>(number) : 0;
    }
    bool flag() { return number(1) != 0; }
    QString text() {
        const QCborValue value = next();
        const QString text = value.toString();
        m_good = m_good && value.isString() && text.size() <= kLongestText;
        return text;
    }
    Uuid key() {
        const QCborValue value = next();
        const QByteArray bytes = value.toByteArray();
        m_good = m_good && value.isByteArray() && (bytes.isEmpty() || bytes.size() == 16);
        return Uuid::fromBytes(bytes);
    }
    QCborValue next() { return m_at < m_values.size() ? m_values.at(m_at++) : QCborValue(); }
    bool isGood() const { return m_good; }

private:
    QCborArray m_values;
    qsizetype m_at = 0;
    bool m_good;
};

bool readChoices(const QCborValue& value, QList<VoteChoice>& choices) {
    const QCborArray rows = value.toArray();
    if (!value.isArray() || rows.size() > kMostChoices) return false;
    for (const auto& one : rows) {
        const bool isOld = one.toArray().size() == kOldChoiceFields;
        Row row(one, isOld ? kOldChoiceFields : kChoiceFields);
        VoteChoice choice;
        choice.person = row.key();
        choice.name = row.text();
        choice.votes = row.number();
        choice.elected = row.flag();
        if (!isOld) {
            choice.against = row.number();
            choice.abstain = row.number();
        }
        if (!row.isGood()) return false;
        choices.append(choice);
    }
    return true;
}

bool readItem(const QCborValue& value, VoteItem& item) {
    Row row(value, kItemFields);
    item.title = row.text();
    item.kind = static_cast<VoteKind>(row.number(static_cast<int>(VoteKind::Election)));
    item.due = row.number();
    item.present = row.number();
    item.votesFor = row.number();
    item.against = row.number();
    item.abstain = row.number();
    item.written = row.number();
    item.secret = row.flag();
    item.passed = row.flag();
    item.differential = row.flag();
    item.seats = row.number();
    item.ballotsOut = row.number();
    item.ballotsBack = row.number();
    item.ballotsVoid = row.number();
    return row.isGood() && readChoices(row.next(), item.choices);
}

QCborArray rowOf(const VoteItem& item) {
    QCborArray choices;
    for (const VoteChoice& choice : item.choices)
        choices.append(QCborArray{choice.person.isNull() ? QByteArray() : choice.person.toBytes(),
                                  normalLine(choice.name), choice.votes, choice.elected ? 1 : 0,
                                  choice.against, choice.abstain});
    return {normalLine(item.title),
            static_cast<int>(item.kind),
            item.due,
            item.present,
            item.votesFor,
            item.against,
            item.abstain,
            item.written,
            item.secret ? 1 : 0,
            item.passed ? 1 : 0,
            item.differential ? 1 : 0,
            item.seats,
            item.ballotsOut,
            item.ballotsBack,
            item.ballotsVoid,
            choices};
}
}

QByteArray encodeVotes(const Votes& votes) {
    if (votes.isEmpty()) return {};
    QCborArray rows;
    for (const VoteItem& item : votes)
        rows.append(rowOf(item));
    return QCborValue(QCborArray{kVersion, rows}).toCbor();
}

Result<Votes> decodeVotes(const QByteArray& stored) {
    Votes votes;
    if (stored.isEmpty()) return votes;
    const auto damaged = fail(ErrorCode::BadFile, Text::tr("这次活动的表决记录已损坏，读不出来"),
                              Text::tr("请在“历史”中撤销最近的改动，或从备份恢复"));
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(stored, &error);
    if (error.error != QCborError::NoError || error.offset != stored.size()) return damaged;
    const QCborArray top = value.toArray();
    if (top.size() != 2 || top.at(0).toInteger() != kVersion || !top.at(1).isArray())
        return damaged;
    const QCborArray rows = top.at(1).toArray();
    if (rows.size() > kMostItems) return damaged;
    for (const auto& one : rows) {
        votes.append(VoteItem());
        if (!readItem(one, votes.last())) return damaged;
    }
    return votes;
}

QString countedVotes(const VoteItem& item) {
    if (item.kind != VoteKind::Election) {
        const QString counted = Text::tr("赞成 %1 票、反对 %2 票、弃权 %3 票")
                                    .arg(item.votesFor)
                                    .arg(item.against)
                                    .arg(item.abstain);
        if (item.written == 0) return counted;
        return counted + Text::tr("（含书面意见 %1 票）").arg(item.written);
    }
    const QString ballots = Text::tr("发出选票 %1 张、收回 %2 张，其中无效票 %3 张")
                                .arg(item.ballotsOut)
                                .arg(item.ballotsBack)
                                .arg(item.ballotsVoid);
    QStringList candidates;
    for (const VoteChoice& each : item.choices)
        candidates.append((each.elected ? Text::tr("%1 %2 票（当选）") : Text::tr("%1 %2 票"))
                              .arg(each.name)
                              .arg(each.votes));
    if (candidates.isEmpty()) return ballots;
    return ballots + Text::tr("；得票：") + candidates.join(Text::tr("、"));
}

QString voteKindName(VoteKind kind) {
    switch (kind) {
    case VoteKind::Admission:
        return Text::tr("发展党员表决");
    case VoteKind::Election:
        return Text::tr("选举");
    case VoteKind::Ordinary:
        break;
    }
    return Text::tr("一般表决");
}

QString voteKindWord(VoteKind kind) {
    switch (kind) {
    case VoteKind::Admission:
        return u"admission"_s;
    case VoteKind::Election:
        return u"election"_s;
    case VoteKind::Ordinary:
        break;
    }
    return u"ordinary"_s;
}

} // namespace baolei
