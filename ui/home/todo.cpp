#include "ui/home/todo.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Home)
};

constexpr int kSoonDays = 7;
constexpr qsizetype kFoldFrom = 3; ///< so many alike become one line
constexpr qsizetype kMostParts = 30; ///< shown under one line; the rest is a line of its own
constexpr qsizetype kMostNames = 3;

QString plainDay(QDate day, QDate today) {
    const QString text = Text::tr("%1月%2日").arg(day.month()).arg(day.day());
    return day.year() == today.year() ? text : Text::tr("%1年%2").arg(day.year()).arg(text);
}

QString dueText(QDate day, QDate today) {
    if (!day.isValid()) return {};
    const qint64 left = today.daysTo(day);
    const QString text = plainDay(day, today);
    if (left < 0) return Text::tr("%1到期，已过 %2 天").arg(text).arg(-left);
    if (left == 0) return Text::tr("今天到期");
    return Text::tr("%1前，还有 %2 天").arg(text).arg(left);
}

QString joined(const QStringList& parts) {
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(u" · "_s);
}

TodoGroup groupOf(const Finding& finding, QDate today) {
    if (finding.standing == Standing::Missing) return TodoGroup::Overdue;
    if (finding.standing == Standing::Wrong)
        return finding.deadline.isValid() && finding.deadline < today ? TodoGroup::Overdue
                                                                      : TodoGroup::Wrong;
    return today.daysTo(finding.deadline) <= kSoonDays ? TodoGroup::Soon : TodoGroup::Later;
}

Status statusOf(TodoGroup group) {
    switch (group) {
    case TodoGroup::Overdue:
        return Status::Missing;
    case TodoGroup::Soon:
        return Status::Due;
    case TodoGroup::Wrong:
    case TodoGroup::Data:
        return Status::Incomplete;
    case TodoGroup::Later:
        break;
    }
    return Status::Future;
}

const ActivityKind* kindFor(const QString& rule, const TownRules& rules) {
    for (const ActivityKind& kind : rules.kinds)
        if (kind.cadence == rule) return &kind;
    return nullptr;
}

// What a frequency rule asks for: 党员大会.
QString askedBy(const QString& rule, const TodoWords& words) {
    if (const ActivityKind* kind = kindFor(rule, words.rules)) return kind->name;
    const Rule* found = words.rules.book.find(rule, words.today);
    return found ? found->title : rule;
}

// A duty that was not met, or not yet.
QString dutyText(const Finding& finding, const TodoWords& words) {
    const QString what = plainPeriod(*finding.period, words.today) + askedBy(finding.rule, words);
    if (finding.need > 1)
        return Text::tr("%1应有 %2 次，已记录 %3 次")
            .arg(what, QString::number(finding.need), QString::number(finding.have));
    return finding.standing == Standing::Due ? Text::tr("%1还没有记录").arg(what)
                                             : Text::tr("%1没有记录").arg(what);
}

Target placeOf(const Finding& finding, const TodoWords& words) {
    if (!finding.activity.isNull()) return {u"activities"_s, u"open"_s, {finding.activity}, {}};
    const ActivityKind* kind = kindFor(finding.rule, words.rules);
    if (!finding.period || !kind)
        return {finding.mend.page, finding.mend.action, {finding.organisation}, {}};
    const Uuid holder = finding.group.isNull() ? finding.organisation : finding.group;
    return {u"activities"_s, u"record"_s, {holder}, kind->id + u' ' + finding.period->text()};
}

QString verbOf(const Finding& finding, const Target& place) {
    if (place.action == u"record"_s)
        return finding.standing == Standing::Due ? Text::tr("记一次") : Text::tr("补记");
    if (place.action == u"open"_s) return Text::tr("看记录");
    return finding.mend.verb;
}

TodoLine lineOf(const Judged& judged, const TodoWords& words) {
    const Finding& finding = judged.finding;
    TodoLine line;
    line.key = finding.rule + finding.organisation.toText() + finding.group.toText()
        + finding.activity.toText() + (finding.period ? finding.period->text() : QString());
    line.group = groupOf(finding, words.today);
    line.status = statusOf(line.group);
    line.isMust = finding.severity == Severity::Must;
    line.text = finding.period ? dutyText(finding, words) : finding.message;
    line.detail
        = joined({judged.organisation, judged.part, dueText(finding.deadline, words.today)});
    line.source = finding.source;
    line.date = finding.deadline;
    line.target = placeOf(finding, words);
    line.verb = verbOf(finding, line.target);
    return line;
}

// Alike: the same rule, equally pressing; what is still to come also of the same period.
QString alikeKey(const Judged& judged, const TodoWords& words) {
    const TodoGroup group = groupOf(judged.finding, words.today);
    const bool isOver = group == TodoGroup::Overdue || !judged.finding.period;
    return QString::number(int(group)) + u'/' + judged.finding.rule + u'/'
        + (isOver ? QString() : judged.finding.period->text());
}

// Short names, one for each organisation: in a city many branches are called alike.
QStringList branchesOf(const QList<Judged>& alike) {
    QSet<Uuid> seen;
    QStringList names;
    for (const Judged& each : alike) {
        if (seen.contains(each.finding.organisation)) continue;
        seen.insert(each.finding.organisation);
        names.append(each.organisation);
    }
    return names;
}

QString someOf(const QStringList& names) {
    if (names.size() <= kMostNames) return names.join(u'、');
    return Text::tr("%1等 %2 个").arg(names.first(kMostNames).join(u'、')).arg(names.size());
}

QString foldedDuty(const QList<Judged>& alike, qsizetype branches, const TodoWords& words) {
    const Finding& first = alike.first().finding;
    const bool isOnePeriod = std::all_of(alike.begin(), alike.end(), [&](const Judged& each) {
        return each.finding.period == first.period;
    });
    const QString what = (isOnePeriod ? plainPeriod(*first.period, words.today) : QString())
        + askedBy(first.rule, words);
    if (branches == 1) return Text::tr("缺 %1 次%2记录").arg(alike.size()).arg(what);
    if (first.standing == Standing::Due)
        return Text::tr("%1 个支部%2还没有记录").arg(branches).arg(what);
    const QString text = Text::tr("%1 个支部缺%2记录").arg(branches).arg(what);
    return alike.size() == branches
        ? text
        : Text::tr("%1，共 %2 次").arg(text, QString::number(alike.size()));
}

QString foldedText(const QList<Judged>& alike, qsizetype branches, const TodoWords& words) {
    const Finding& first = alike.first().finding;
    if (first.period) return foldedDuty(alike, branches, words);
    const Rule* rule = words.rules.book.find(first.rule, words.today);
    return Text::tr("%1：%2 处")
        .arg(rule ? rule->title : first.rule, QString::number(alike.size()));
}

// The findings list as it shows what this line stands for.
TodoLine moreLine(const TodoLine& folded, qsizetype hidden) {
    TodoLine line = folded;
    line.key += u"/more"_s;
    line.parts.clear();
    line.count = 0;
    line.text = Text::tr("还有 %1 条，到检查结果里看").arg(hidden);
    line.detail.clear();
    line.verb = Text::tr("看全部");
    line.target = {u"activities"_s, u"findings"_s, {}, {}};
    return line;
}

TodoLine folded(const QList<Judged>& alike, const TodoWords& words) {
    const QStringList names = branchesOf(alike);
    TodoLine line = lineOf(alike.first(), words);
    line.key = alikeKey(alike.first(), words);
    line.text = foldedText(alike, names.size(), words);
    line.count = int(alike.size());
    for (const Judged& each : alike)
        if (each.finding.deadline.isValid() && each.finding.deadline < line.date)
            line.date = each.finding.deadline;
    QString when = dueText(line.date, words.today);
    if (line.group == TodoGroup::Overdue && line.date.isValid())
        when = Text::tr("最早的%1").arg(when);
    line.detail = joined({when, someOf(names)}); // names may be cut, the day may not
    line.verb.clear();
    line.target = {};
    for (const Judged& each : alike.first(qMin(kMostParts, alike.size())))
        line.parts.append(lineOf(each, words));
    if (alike.size() > kMostParts) line.parts.append(moreLine(line, alike.size() - kMostParts));
    return line;
}

bool isMorePressing(const TodoLine& a, const TodoLine& b) {
    if (a.group != b.group) return a.group < b.group;
    if (a.isMust != b.isMust) return a.isMust;
    if (a.date.isValid() != b.date.isValid()) return a.date.isValid();
    return a.date < b.date;
}
}

QString titleOf(TodoGroup group) {
    switch (group) {
    case TodoGroup::Overdue:
        return Text::tr("已逾期");
    case TodoGroup::Soon:
        return Text::tr("七天内到期");
    case TodoGroup::Wrong:
        return Text::tr("需要纠正");
    case TodoGroup::Data:
        return Text::tr("待完善的资料");
    case TodoGroup::Later:
        break;
    }
    return Text::tr("以后到期");
}

QString TodoLine::spoken() const {
    QStringList words{nameOf(status), text, detail, verb};
    words.removeAll(QString());
    return words.join(u'，');
}

QString plainPeriod(const Period& period, QDate today) {
    const bool isNow = period.contains(today);
    const QString year
        = period.year == today.year() ? QString() : Text::tr("%1年").arg(period.year);
    if (period.unit == Period::Unit::Month)
        return isNow ? Text::tr("本月") : year + Text::tr("%1月").arg(period.number);
    if (period.unit == Period::Unit::Quarter)
        return isNow ? Text::tr("本季度") : year + Text::tr("第%1季度").arg(period.number);
    return isNow ? Text::tr("今年") : year;
}

QList<TodoLine> todoOfFindings(const QList<Judged>& found, const TodoWords& words) {
    QMap<QString, QList<Judged>> alike;
    for (const Judged& each : found)
        if (each.finding.severity != Severity::Note) alike[alikeKey(each, words)].append(each);
    QList<TodoLine> lines;
    for (const QList<Judged>& each : std::as_const(alike)) {
        if (each.size() >= kFoldFrom) {
            lines.append(folded(each, words));
            continue;
        }
        for (const Judged& one : each)
            lines.append(lineOf(one, words));
    }
    std::stable_sort(lines.begin(), lines.end(), isMorePressing);
    return lines;
}

QList<TodoLine> todoOfGaps(const QList<Gap>& gaps, const QHash<Id<Organisation>, QString>& names) {
    QList<TodoLine> lines;
    for (const Gap& gap : gaps) {
        TodoLine line;
        line.key = gap.key;
        line.group = TodoGroup::Data;
        line.status = Status::Incomplete;
        line.text = gap.sentence;
        line.source = gap.source;
        line.count = gap.count;
        QStringList where;
        for (const auto& branch : gap.branches)
            where.append(names.value(branch));
        line.detail = someOf(where);
        line.target = {u"people"_s, u"filter"_s, {}, gap.key};
        line.verb = Text::tr("看名单");
        if (gap.isOfBranches) {
            line.target = {u"people"_s, u"organisation"_s, {gap.branches.first().value}, {}};
            line.verb = Text::tr("看组织");
        }
        if (gap.isOfBranches && gap.count > 1) {
            TodoLine part = line;
            part.count = 1;
            part.detail.clear();
            for (const auto& branch : gap.branches.first(qMin(kMostParts, gap.branches.size()))) {
                part.key = gap.key + branch.value.toText();
                part.text = names.value(branch);
                part.target.ids = {branch.value};
                line.parts.append(part);
            }
            line.target = {};
            line.verb.clear();
        }
        lines.append(line);
    }
    return lines;
}

int countOf(const QList<TodoLine>& lines, const QList<TodoGroup>& groups) {
    int count = 0;
    for (const TodoLine& line : lines)
        if (groups.contains(line.group)) count += line.count;
    return count;
}

} // namespace baolei
