#include "ui/activities/record_outcome.h"

#include "core/activities/facts_pass.h"
#include "core/base/data_files.h"
#include "core/plans/commands.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

QString papersText(const ActivityKind& kind) {
    QStringList papers;
    const bool hasForm = !kind.form.isEmpty()
        && dataFiles(u"forms"_s, u".form.xml"_s).contains(u"forms/%1.form.xml"_s.arg(kind.form));
    if (hasForm) papers.append(Text::tr("手册 %1 一页").arg(kind.form.toUpper()));
    if (kind.isDisclosed) papers.append(Text::tr("月度公示一行"));
    return papers.join(u'、');
}

QString countText(const Obligation& owed, const ActivityKind& kind) {
    const QString held
        = Text::tr("%1%2 %3 次").arg(owed.period.chinese(), kind.name, QString::number(owed.have));
    return owed.state == ObligationState::Done ? held + u" ✔"_s
                                               : held + Text::tr("，应 %1 次").arg(owed.need);
}
}

QString savedText(const Activity& activity, const ActivityKind& kind,
                  const QList<PlanItem>& fulfilled) {
    const bool isDraft = activity.state == u"draft"_s;
    const QDate day = activity.startsAt.date();
    QString text = (isDraft ? Text::tr("已存草稿：%1月%2日%3，应到 %4 人、实到 %5 人")
                            : Text::tr("已记录：%1月%2日%3，应到 %4 人、实到 %5 人"))
                       .arg(day.month())
                       .arg(day.day())
                       .arg(kind.name)
                       .arg(activity.due)
                       .arg(activity.present);
    if (isDraft) return text;
    if (const QString papers = papersText(kind); !papers.isEmpty()) text += u'；' + papers;
    if (const QString plan = fulfilledText(fulfilled); !plan.isEmpty()) text += u'；' + plan;
    return text;
}

Result<QString> standingText(const Reader& reader, const Activity& activity,
                             const ActivityKind& kind, Id<Organisation> branch, QDate today) {
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    const QDate day = activity.startsAt.date();
    QString text;
    if (day > today || activity.state != u"final"_s) return text;
    const FactDays days{QDate(day.year(), 1, 1), QDate(day.year(), 12, 31), today, today, false};
    const auto pass = FactsPass::overThese(reader, *rules, {branch}, days);
    if (!pass) return fail(pass.error());
    const auto done = pass->read(reader, 0, pass->size(), [&](const OrganisationFacts& facts) {
        const Window window(days.from, qMin(today, days.to));
        for (const Obligation& owed : obligations(rules->book, facts, window)) {
            const bool isOwn
                = owed.group < 0 || facts.groups[owed.group].id == activity.organisationId.value;
            if (isOwn && owed.rule->id == kind.cadence && owed.period.contains(day))
                text = countText(owed, kind);
        }
        return true;
    });
    if (!done) return fail(done.error());
    return text;
}

} // namespace baolei
