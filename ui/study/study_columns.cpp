#include "ui/study/study_columns.h"

#include "core/names/name_order.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(StudyColumns)
};

template <typename L, typename F>
RecordColumn<L> number(const QString& key, const QString& title, F count) {
    return RecordColumn<L>(key, title, [count](const L& l) { return QString::number(count(l)); })
        .right()
        .wide(3)
        .sortedBy([count](const L& l) { return SortKey(qint64(count(l))); });
}

template <typename L, typename F>
RecordColumn<L> hours(const QString& key, const QString& title, F of) {
    return RecordColumn<L>(key, title, [of](const L& l) { return of(l).text(); })
        .right()
        .wide(3)
        .sortedBy([of](const L& l) { return SortKey(qint64(of(l).tenths)); });
}

// All of one year, which stands above them.
QString dayText(const AttendedLine& line) {
    const QDate day = line.activity.from.date();
    return Text::tr("%1月%2日").arg(day.month()).arg(day.day());
}

// 请假：外出务工; 补学：9月20日
QString markText(const AttendedLine& line) {
    QString text = markSymbol(line.mark.mark) + u' ' + markName(line.mark.mark);
    if (line.mark.madeUpOn.isValid())
        text
            += Text::tr("：%1月%2日").arg(line.mark.madeUpOn.month()).arg(line.mark.madeUpOn.day());
    else if (!line.mark.reason.isEmpty())
        text += u'：' + line.mark.reason;
    return text;
}

Tone markTone(const AttendedLine& line) {
    switch (line.mark.mark) {
    case Mark::Absent:
        return Tone::Missing;
    case Mark::Leave:
        return Tone::Due;
    case Mark::Present:
    case Mark::MadeUp:
        return Tone::Text;
    default:
        return Tone::Exempt;
    }
}

// Study whose end nobody wrote down shows what is missing instead of no hours.
QString worthText(const AttendedLine& line) {
    if (!line.activity.worth) return Text::tr("缺时间");
    return line.mark.hours == StudyHours{} ? QString() : line.mark.hours.text();
}

QString worthHint(const AttendedLine& line) {
    return line.activity.worth ? QString()
                               : Text::tr("没有记学时，也没有记结束时间，算不出学时；"
                                          "双击打开这次活动补上");
}
}

Status statusOf(StudyState state) {
    switch (state) {
    case StudyState::Reached:
        return Status::Done;
    case StudyState::Short:
        return Status::Incomplete;
    case StudyState::Exempt:
        break;
    }
    return Status::Exempt;
}

QString stateText(const PersonStudy& person) {
    const QString symbol = symbolOf(statusOf(person.state())) + u' ';
    switch (person.state()) {
    case StudyState::Reached:
        return symbol + Text::tr("达标");
    case StudyState::Short:
        return symbol + Text::tr("还差 %1").arg(person.lacking().text());
    case StudyState::Exempt:
        break;
    }
    return symbol + (person.isMember ? Text::tr("免作要求") : Text::tr("不作要求"));
}

QList<RecordColumn<StudyPersonLine>> studyPersonColumns() {
    using L = StudyPersonLine;
    using C = RecordColumn<L>;
    const auto branch = [](const L& l) { return l.branch; };
    return {
        C(u"name"_s, Text::tr("姓名"), [](const L& l) { return l.person.name; })
            .wide(4)
            .sortedBy([](const L& l) { return SortKey(strokeKey(l.person.name)); }),
        C(u"branch"_s, Text::tr("党支部"), branch).filling().hinted(branch),
        C(u"seat"_s, Text::tr("班子"),
          [](const L& l) { return l.person.holdsSeat ? Text::tr("是") : QString(); })
            .centred()
            .wide(3),
        number<L>(u"due"_s, Text::tr("应到"), [](const L& l) { return l.person.due; }),
        number<L>(u"present"_s, Text::tr("实到"), [](const L& l) { return l.person.present; }),
        number<L>(u"madeUp"_s, Text::tr("补学"), [](const L& l) { return l.person.madeUp; }),
        number<L>(u"missed"_s, Text::tr("未到"), [](const L& l) { return l.person.missed; }),
        hours<L>(u"hours"_s, Text::tr("学时"), [](const L& l) { return l.person.hours; }),
        C(u"target"_s, Text::tr("目标"),
          [](const L& l) {
              return l.person.state() == StudyState::Exempt ? symbolOf(Status::Exempt)
                                                            : l.person.target.text();
          })
            .right()
            .wide(3)
            .sortedBy([](const L& l) { return SortKey(qint64(l.person.target.tenths)); }),
        C(u"state"_s, Text::tr("情况"), [](const L& l) { return stateText(l.person); })
            .wide(6)
            .inked([](const L& l) { return toneOf(statusOf(l.person.state())); })
            .sortedBy([](const L& l) { return SortKey(qint64(-l.person.lacking().tenths)); }),
    };
}

QList<RecordColumn<StudyBranchLine>> studyBranchColumns() {
    using L = StudyBranchLine;
    using C = RecordColumn<L>;
    const auto name = [](const L& l) { return l.name; };
    return {
        C(u"name"_s, Text::tr("党支部"), name).filling().hinted(name),
        number<L>(u"people"_s, Text::tr("党员"), [](const L& l) { return l.people; }),
        number<L>(u"reached"_s, Text::tr("达标"), [](const L& l) { return l.reached; }),
        number<L>(u"lacking"_s, Text::tr("还差"), [](const L& l) { return l.lacking; }),
        number<L>(u"exempt"_s, Text::tr("免"), [](const L& l) { return l.exempt; }),
        hours<L>(u"average"_s, Text::tr("人均学时"), [](const L& l) { return l.average(); })
            .wide(5),
    };
}

QList<RecordColumn<AttendedLine>> attendedColumns() {
    using L = AttendedLine;
    using C = RecordColumn<L>;
    const auto what = [](const L& l) {
        return l.activity.title.isEmpty() ? l.kind : l.kind + u'：' + l.activity.title;
    };
    const auto holder = [](const L& l) { return l.holder; };
    return {
        C(u"date"_s, Text::tr("日期"), dayText).wide(5).sortedBy([](const L& l) {
            return SortKey(qint64(l.activity.from.date().toJulianDay()));
        }),
        C(u"what"_s, Text::tr("活动"), what).filling().hinted(what),
        C(u"holder"_s, Text::tr("组织单位"), holder).wide(6).hinted(holder),
        C(u"mark"_s, Text::tr("到会"), markText).wide(4).inked(markTone).hinted(markText),
        C(u"hours"_s, Text::tr("学时"), worthText)
            .right()
            .wide(3)
            .hinted(worthHint)
            .inked([](const L& l) { return l.activity.worth ? Tone::Text : Tone::Due; })
            .sortedBy([](const L& l) { return SortKey(qint64(l.mark.hours.tenths)); }),
    };
}

QList<AttendedLine> attendedLines(const PersonYear& year) {
    QList<AttendedLine> lines;
    if (year.study.people.isEmpty()) return lines;
    for (const StudyMark& mark : year.study.people.first().marks) {
        const StudyActivity& activity = year.study.activities.at(mark.activity);
        lines.append({activity, mark, year.kinds.value(activity.kind, activity.kind),
                      year.holders.value(activity.holder)});
    }
    return lines;
}

} // namespace baolei
