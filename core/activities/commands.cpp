#include "core/activities/commands.h"

#include "core/activities/own_kinds.h"
#include "core/activities/queries.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Activities)
};

Result<ActivityKind> kindOf(const Reader& reader, const Activity& activity) {
    const auto kinds = townKinds(reader);
    if (!kinds) return fail(kinds.error());
    const QStringList ids = kindsServed(activity.kind, activity.also);
    for (const QString& id : ids) {
        const ActivityKind* kind = kindWithId(*kinds, id);
        if (!kind) return fail(ErrorCode::Refused, Text::tr("没有“%1”这一类组织生活").arg(id));
        const ActivityKind* first = kindWithId(*kinds, activity.kind);
        if (kind != first && !canServeBoth(*first, *kind))
            return fail(ErrorCode::Refused,
                        Text::tr("%1不能同时是%2：应到的人不同").arg(first->name, kind->name),
                        Text::tr("请分两次记录"));
    }
    return combinedKind(*kinds, ids);
}

Result<QString> shortNameOf(const Reader& reader, Id<Organisation> id) {
    const auto organisation = reader.find(id);
    if (!organisation) return fail(organisation.error());
    if (!*organisation) return fail(ErrorCode::NotFound, Text::tr("所选的党组织已不在"));
    return (*organisation)->shortName;
}

QStringList labelArguments(const ActivityKind& kind, const QString& organisation,
                           const Activity& activity) {
    return {kind.name, organisation, activity.startsAt.date().toString(Qt::ISODate)};
}

Result<void> refuseWhatIsWrong(const ActivityRecord& record, const ActivityKind& kind) {
    const bool isFinal = record.activity.state == u"final"_s;
    QStringList missing;
    for (const FieldProblem& problem : checkActivity(record, kind)) {
        if (problem.isRefused)
            return fail(ErrorCode::Refused, problem.message, Text::tr("请改正后再保存"));
        missing.append(problem.message);
    }
    if (isFinal && !missing.isEmpty())
        return fail(ErrorCode::Refused, missing.join(u'、'),
                    Text::tr("请补上再保存，或先存为草稿"));
    return {};
}

// Somebody who died or left cannot have been there (rulebook 10.3). Where only the month of leaving
// is known, that whole month is left to the clerk.
Result<void> refuseTheDeparted(const Session& session, const ActivityRecord& record) {
    const QDate day = record.activity.startsAt.date();
    QString departed;
    for (const Attendee& attendee : record.attendance) {
        const auto done = session.reader().each(
            "SELECT name, left_on FROM person WHERE id = :id AND left_on IS NOT NULL",
            {{":id", attendee.person}}, [&](const Row& row) {
                if (row.as<PartialDate>(1).latest() < day) departed = row.text(0);
            });
        if (!done) return done;
        if (!departed.isEmpty())
            return fail(ErrorCode::Refused,
                        Text::tr("%1在这一天之前已离开，不能再记到会").arg(departed),
                        Text::tr("请从到会名单里去掉，或核对离开日期"));
    }
    return {};
}
}

AlongWith inTurn(QList<AlongWith> steps) {
    return [steps = std::move(steps)](Session& session, const Activity& activity) -> Result<void> {
        for (const AlongWith& step : steps)
            if (const auto done = step(session, activity); !done) return done;
        return {};
    };
}

Result<Activity> saveActivity(Store& store, ActivityRecord record, const AlongWith& also) {
    const auto kind = kindOf(store.reader(), record.activity);
    if (!kind) return fail(kind.error());
    if (record.activity.state.isEmpty()) record.activity.state = u"final"_s;
    if (const auto fine = refuseWhatIsWrong(record, *kind); !fine) return fail(fine.error());
    const auto name = shortNameOf(store.reader(), record.activity.organisationId);
    if (!name) return fail(name.error());
    const bool isNew = record.activity.id.isNull();
    Activity activity = pack(record);
    const Operation operation{isNew ? kLogActivity : kChangeActivity,
                              labelArguments(*kind, *name, activity)};
    return store.run(operation, [&](Session& session) -> Result<Activity> {
        if (isNew) {
            activity.id = session.newId<Activity>();
        } else {
            const auto before = session.find(activity.id);
            if (!before) return fail(before.error());
            if (!activity.recordedOn.isValid()) activity.recordedOn = before->recordedOn;
        }
        if (!activity.recordedOn.isValid()) activity.recordedOn = store.clock().today();
        if (const auto fine = refuseTheDeparted(session, record); !fine) return fail(fine.error());
        const auto put = session.put(activity);
        if (!put) return fail(put.error());
        if (also)
            if (const auto done = also(session, activity); !done) return fail(done.error());
        return activity;
    });
}

Result<void> removeActivity(Store& store, Id<Activity> id, const AlongWith& also) {
    const auto activity = store.reader().find(id);
    if (!activity) return fail(activity.error());
    if (!*activity) return fail(ErrorCode::NotFound, Text::tr("这次记录已不在"));
    const auto kind = kindOf(store.reader(), **activity);
    const auto name = shortNameOf(store.reader(), (*activity)->organisationId);
    const QStringList arguments
        = labelArguments(kind.value_or(ActivityKind{}), name.value_or(QString()), **activity);
    return store.run({kRemoveActivity, arguments}, [&](Session& session) -> Result<void> {
        if (also)
            if (const auto done = also(session, **activity); !done) return done;
        return session.erase(id);
    });
}

} // namespace baolei
