#include "core/plans/template.h"

#include "core/base/data_files.h"
#include "core/rules/rule_loader.h"
#include "core/rules/strict_json.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

tl::unexpected<Error> bad(const QString& file, const QString& reason) {
    return fail(ErrorCode::BadFile, Text::tr("年度计划的样板文件“%1”写错了：%2").arg(file, reason),
                Text::tr("请改正这个文件，或删去自己的副本以恢复原样"));
}

KindTemplate kindIn(JsonFields& item) {
    KindTemplate kind;
    kind.kind = item.text(u"kind"_s);
    kind.title = item.textOr(u"title"_s, {});
    kind.method = item.textOr(u"method"_s, {});
    kind.responsible = item.textOr(u"responsible"_s, {});
    kind.inQuarter = item.numberOr(u"inQuarter"_s, kind.inQuarter, 1, 3);
    kind.inYear = item.numberOr(u"inYear"_s, kind.inYear, 0, 12);
    kind.isOnPartyDay = item.flagOr(u"onPartyDay"_s, false);
    return kind;
}

WorkTemplate workIn(JsonFields& item) {
    WorkTemplate work;
    for (const auto& month : item.array(u"months"_s)) {
        work.months.append(month.toInt(-1));
        if (work.months.last() < 0 || work.months.last() > 12)
            item.refuse(Text::tr("“months”里只能是 0 到 12"));
    }
    if (work.months.isEmpty()) item.refuse(Text::tr("缺少“months”"));
    work.title = item.text(u"title"_s);
    work.method = item.textOr(u"method"_s, {});
    work.responsible = item.textOr(u"responsible"_s, {});
    QString problem;
    work.source = parseSource(item.value(u"source"_s), problem);
    if (!problem.isEmpty()) item.refuse(problem);
    return work;
}

// Reads every entry of a list; the first mistake is refused with its place.
template <typename T>
QList<T> entriesOf(JsonFields& top, const QString& key, T (*read)(JsonFields&)) {
    QList<T> all;
    for (const auto& value : top.array(key)) {
        JsonFields item(value);
        all.append(read(item));
        if (const QString problem = item.problem(); !problem.isEmpty())
            top.refuse(Text::tr("“%1”第 %2 条：%3").arg(key).arg(all.size()).arg(problem));
    }
    return all;
}

// In which months `count` items of a period stand: the template's own month first.
QList<int> monthsOf(const Period& period, const KindTemplate& kind, int count) {
    if (period.unit == Period::Unit::Month) return QList<int>(count, period.number);
    QList<int> months;
    if (period.unit == Period::Unit::Quarter) {
        for (int i = 0; i < count; ++i)
            months.append(period.first().month() + (kind.inQuarter - 1 + i) % 3);
    } else if (count == 1) {
        months.append(kind.inYear);
    } else {
        for (int i = 1; i <= count; ++i) // spread evenly
            months.append(qMax(1, i * 12 / count));
    }
    return months;
}

QString filledIn(QString text, int year, int month) {
    static const QStringList quarters{u"一"_s, u"二"_s, u"三"_s, u"四"_s};
    text.replace(u"{year}"_s, QString::number(year));
    text.replace(u"{month}"_s, month == 0 ? QString() : QString::number(month));
    return text.replace(u"{quarter}"_s, month == 0 ? QString() : quarters[(month - 1) / 3]);
}

bool fallsInto(const PlanItem& item, const Period& period) {
    if (item.month == 0) return period.unit == Period::Unit::Year;
    return period.contains(QDate(item.year, item.month, 1));
}

class Making {
public:
    Making(const PlanTemplate& plan, const QList<ActivityKind>& kinds, const PlanSubject& subject)
        : m_plan(plan)
        , m_kinds(kinds)
        , m_subject(subject) { }

    void addDuty(const PlanDuty& duty) {
        const ActivityKind* kind = kindWithId(m_kinds, duty.kind);
        if (!kind) return;
        const auto there = std::count_if(m_items.begin(), m_items.end(), [&](const PlanItem& each) {
            return each.kind == duty.kind && fallsInto(each, duty.period);
        });
        const int lacking = duty.count - int(there);
        if (lacking <= 0) return;
        const KindTemplate look = m_plan.ofKind(*kind);
        for (const int month : monthsOf(duty.period, look, lacking)) {
            PlanItem& item = add(month, filledIn(look.title, m_subject.year, month));
            item.kind = duty.kind;
            item.method = look.method;
            item.responsible = holderOf(look.responsible);
            item.note = duty.basis;
            if (look.isOnPartyDay && month > 0)
                item.day = partyDayIn(m_subject.branch.partyDay, m_subject.year, month);
        }
    }

    void addWork(const WorkTemplate& work) {
        for (const int month : work.months) {
            PlanItem& item = add(month, filledIn(work.title, m_subject.year, month));
            item.method = work.method;
            item.responsible = holderOf(work.responsible);
            item.note = Text::tr("参考：%1").arg(work.source.text());
        }
    }

    // As they are read: by month, the kinds in their order, other work at the end of its month.
    QList<PlanItem> taken() {
        const auto place = [this](const PlanItem& item) {
            const ActivityKind* kind = kindWithId(m_kinds, item.kind);
            return std::pair(item.month == 0 ? 13 : item.month,
                             kind ? kind - m_kinds.constData() : m_kinds.size());
        };
        std::stable_sort(m_items.begin(), m_items.end(),
                         [&](const PlanItem& a, const PlanItem& b) { return place(a) < place(b); });
        for (int i = 0; i < m_items.size(); ++i)
            m_items[i].position = i;
        return m_items;
    }

private:
    PlanItem& add(int month, const QString& title) {
        PlanItem item;
        item.organisationId = m_subject.branch.id;
        item.year = m_subject.year;
        item.month = month;
        item.title = title;
        m_items.append(item);
        return m_items.last();
    }

    // The secretary does what nobody else is there for.
    QString holderOf(const QString& post) const {
        if (post.isEmpty()) return {};
        return m_subject.holders.value(post, m_subject.holders.value(u"secretary"_s));
    }

    const PlanTemplate& m_plan;
    const QList<ActivityKind>& m_kinds;
    const PlanSubject& m_subject;
    QList<PlanItem> m_items;
};
}

KindTemplate PlanTemplate::ofKind(const ActivityKind& kind) const {
    for (const KindTemplate& each : kinds) {
        if (each.kind != kind.id) continue;
        KindTemplate found = each;
        if (found.title.isEmpty()) found.title = kind.name;
        return found;
    }
    KindTemplate plain;
    plain.kind = kind.id;
    plain.title = kind.name;
    return plain;
}

Result<PlanTemplate> parsePlanTemplate(const QByteArray& json, const QString& file) {
    const auto top = jsonObjectOf(json, file);
    if (!top) return fail(top.error());
    JsonFields fields(*top);
    PlanTemplate plan;
    plan.kinds = entriesOf(fields, u"kinds"_s, kindIn);
    plan.works = entriesOf(fields, u"works"_s, workIn);
    if (const QString problem = fields.problem(); !problem.isEmpty()) return bad(file, problem);
    return plan;
}

Result<PlanTemplate> loadPlanTemplate() {
    const QString name = u"plans/plan.json"_s;
    const auto bytes = readDataFile(name);
    if (!bytes) return fail(bytes.error());
    return parsePlanTemplate(*bytes, dataFilePath(name));
}

QList<PlanItem> itemsOf(const PlanTemplate& plan, const QList<ActivityKind>& kinds,
                        QList<PlanDuty> duties, const PlanSubject& subject) {
    // The shorter period first: what is planned every month also counts for the quarter.
    std::stable_sort(duties.begin(), duties.end(), [](const PlanDuty& a, const PlanDuty& b) {
        return a.period.unit > b.period.unit;
    });
    Making making(plan, kinds, subject);
    for (const PlanDuty& duty : std::as_const(duties))
        making.addDuty(duty);
    for (const WorkTemplate& work : plan.works)
        making.addWork(work);
    return making.taken();
}

} // namespace baolei
