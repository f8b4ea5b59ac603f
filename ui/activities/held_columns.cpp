#include "ui/activities/held_columns.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(HeldColumns)
};
using L = HeldLine;
using C = RecordColumn<L>;

QString whenText(const L& line) {
    return line.activity.startsAt.date().toString(Qt::ISODate);
}

QString stateText(const L& line) {
    return isFinal(line) ? symbolOf(Status::Done) + u' ' + Text::tr("已定")
                         : symbolOf(Status::Incomplete) + u' ' + Text::tr("草稿");
}

auto byRank(int HeldRanks::*place) {
    return [place](const L& l) { return SortKey(qint64(l.ranks.*place)); };
}

SortKey timeKey(const L& line) {
    const QDateTime& time = line.activity.startsAt;
    return time.date().toJulianDay() * 86'400 + time.time().msecsSinceStartOfDay() / 1000;
}

C number(const QString& key, const QString& title, int ActivityLine::*member) {
    return C(key, title, [member](const L& l) { return QString::number(l.activity.*member); })
        .right()
        .wide(2)
        .sortedBy([member](const L& l) { return SortKey(qint64(l.activity.*member)); });
}
}

bool isFinal(const HeldLine& line) {
    return line.activity.state == u"final"_s;
}

QString shortText(const HeldLine& line) {
    const QDate day = line.activity.startsAt.date();
    QString text = Text::tr("%1月%2日 %3").arg(day.month()).arg(day.day()).arg(line.kind);
    if (!line.activity.title.isEmpty()) text += u' ' + line.activity.title;
    if (!isFinal(line)) text += Text::tr("（草稿）");
    return text;
}

QList<RecordColumn<HeldLine>> heldColumns() {
    const auto title = [](const L& l) { return l.activity.title; };
    const auto holder = [](const L& l) { return l.organisation; };
    const auto place = [](const L& l) { return l.activity.place; };
    return {
        C(u"when"_s, Text::tr("日期"), whenText).wide(6).sortedBy(timeKey),
        C(u"kind"_s, Text::tr("类型"), [](const L& l) { return l.kind; })
            .wide(5)
            .sortedBy(byRank(&HeldRanks::kind)),
        C(u"title"_s, Text::tr("名称"), title)
            .filling()
            .hinted(title)
            .sortedBy(byRank(&HeldRanks::title)),
        C(u"organisation"_s, Text::tr("党组织"), holder)
            .filling()
            .hinted(holder)
            .sortedBy(byRank(&HeldRanks::organisation)),
        C(u"place"_s, Text::tr("地点"), place)
            .wide(6)
            .hinted(place)
            .sortedBy(byRank(&HeldRanks::place)),
        number(u"due"_s, Text::tr("应到"), &ActivityLine::due),
        number(u"present"_s, Text::tr("实到"), &ActivityLine::present),
        C(u"state"_s, Text::tr("状态"), stateText)
            .wide(4)
            .inked(
                [](const L& l) { return toneOf(isFinal(l) ? Status::Done : Status::Incomplete); })
            .sortedBy([](const L& l) { return SortKey(qint64(isFinal(l))); }),
    };
}

} // namespace baolei
