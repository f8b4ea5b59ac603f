// A file of rules, judged over a small branch, and a file of kinds of activity.

#include "core/activities/kinds.h"
#include "core/rules/evaluate.h"
#include "core/rules/rule_loader.h"
#include "tests/fuzz/target.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace baolei;

namespace {
OrganisationFacts branch() {
    OrganisationFacts facts;
    facts.row.values.fill(3);
    facts.row[OrganisationFact::Established] = dayNumber(QDate(2020, 1, 1));
    facts.row[OrganisationFact::TermEnds] = dayNumber(QDate(2027, 1, 31));
    facts.row[OrganisationFact::Dissolved] = kUnknown;
    facts.groups = {{}};
    ActivityFacts meeting;
    meeting.kinds = ~quint64(0);
    meeting.row.values.fill(1);
    meeting.row[ActivityFact::Date] = dayNumber(QDate(2026, 9, 15));
    meeting.votes = {VoteRow()};
    facts.activities = {meeting, meeting};
    facts.activities.last().group = 0;
    return facts;
}

bool sameAgain(const ActivityKind& kind) {
    const QJsonObject file{{QStringLiteral("kinds"), QJsonArray{jsonOf(kind)}}};
    const auto read = parseKinds(QJsonDocument(file).toJson(), QStringLiteral("again.json"));
    return read && *read == QList<ActivityKind>{kind};
}
}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const QStringList kinds = idsOf(loadKinds().value());
    static const Facts facts{QDate(2026, 1, 1), {branch()}};
    const QByteArray text = bytesOf(bytes, size);
    const auto book = parseRules(text, QStringLiteral("x.rules.json"), kinds);
    if (!book) requireWords(book.error());
    if (book)
        for (const Finding& finding : evaluate(*book, facts, QDate(2026, 11, 20)))
            require(!finding.message.isEmpty(), "a finding has a message");
    const auto read = parseKinds(text, QStringLiteral("activities.json"));
    if (!read) requireWords(read.error());
    if (read)
        for (const ActivityKind& kind : *read)
            require(sameAgain(kind), "a kind that was read is written as it was");
    return 0;
}
