#include "ui/activities/finding_columns.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(FindingColumns)
};

QString standingText(Standing standing) {
    switch (standing) {
    case Standing::Wrong:
        return Text::tr("不合要求");
    case Standing::Missing:
        return Text::tr("应开未开");
    case Standing::Due:
        break;
    }
    return Text::tr("快到期");
}
}

Status statusOf(const Finding& finding) {
    switch (finding.standing) {
    case Standing::Wrong:
        return Status::Incomplete;
    case Standing::Missing:
        return Status::Missing;
    case Standing::Due:
        break;
    }
    return Status::Due;
}

Mend mendOf(const FindingLine& line) {
    if (!line.finding.activity.isNull()) return Mend::OpenActivity;
    return line.kind.isEmpty() ? Mend::OpenOrganisation : Mend::Record;
}

QString mendText(const FindingLine& line) {
    switch (mendOf(line)) {
    case Mend::Record:
        return Text::tr("记一次会");
    case Mend::OpenActivity:
        return Text::tr("打开这次会");
    case Mend::OpenOrganisation:
        break;
    }
    return line.finding.mend.verb;
}

QList<RecordColumn<FindingLine>> findingColumns() {
    using L = FindingLine;
    using C = RecordColumn<L>;
    const auto standing = [](const L& l) {
        return symbolOf(statusOf(l.finding)) + u' ' + standingText(l.finding.standing);
    };
    const auto message = [](const L& l) { return l.finding.message; };
    const auto source = [](const L& l) { return l.finding.source; };
    const auto label = [](const L& l) { return l.finding.label; };
    // Sentences and numbers of rules bring together what is alike; their reading would take a while
    // to find out for as many.
    const auto plain
        = [](const auto& text) { return [text](const L& l) { return SortKey(text(l)); }; };
    return {
        C(u"standing"_s, Text::tr("情况"), standing)
            .wide(6)
            .inked([](const L& l) { return toneOf(statusOf(l.finding)); })
            .sortedBy([](const L& l) { return SortKey(qint64(l.finding.standing)); }),
        C(u"severity"_s, Text::tr("要求"),
          [](const L& l) { return severityText(l.finding.severity); })
            .wide(3)
            .sortedBy([](const L& l) { return SortKey(qint64(l.finding.severity)); }),
        C(u"organisation"_s, Text::tr("党组织"), [](const L& l) { return l.organisation; })
            .wide(8)
            .sortedBy([](const L& l) { return SortKey(qint64(l.rank)); }),
        C(u"message"_s, Text::tr("是什么事"), message)
            .filling()
            .hinted(message)
            .sortedBy(plain(message)),
        C(u"deadline"_s, Text::tr("期限"),
          [](const L& l) { return l.finding.deadline.toString(Qt::ISODate); })
            .wide(6)
            .sortedBy([](const L& l) {
                return l.finding.deadline.isValid() ? SortKey(l.finding.deadline.toJulianDay())
                                                    : SortKey(std::monostate());
            }),
        C(u"rule"_s, Text::tr("规则"), label).wide(6).hinted(source).sortedBy(plain(label)),
        C(u"source"_s, Text::tr("依据"), source).wide(9).hinted(source).sortedBy(plain(source)),
        C(u"mend"_s, Text::tr("怎么办"), mendText)
            .wide(5)
            .inked([](const L&) { return Tone::Secondary; })
            .sortedBy([](const L& l) { return SortKey(qint64(mendOf(l))); }),
    };
}

// As the matrix places a duty: in the last month of its period, and not due before that month.
bool isOfFigure(const FindingLine& line, Standing standing, const Period& period, QDate today) {
    const Finding& finding = line.finding;
    if (finding.standing != standing || !finding.period || line.kind.isEmpty()) return false;
    const QDate last = finding.period->last();
    if (!period.contains(last)) return false;
    return standing != Standing::Due
        || Period::containing(last, Period::Unit::Month).first() <= today;
}

} // namespace baolei
