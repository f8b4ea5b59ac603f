#include "core/people/commands.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(People)
};

Result<void> assign(Session& session, Id<Organisation> branch, const GroupPlace& place) {
    auto person = session.find(place.person);
    if (!person) return fail(person.error());
    if (person->branchId != branch)
        return fail(ErrorCode::Refused, Text::tr("%1不在这个党支部").arg(person->name),
                    Text::tr("请重新打开，再编一次"));
    if (!place.group.isNull()) {
        const auto group = session.find(place.group);
        if (!group) return fail(group.error());
        if (group->type != u"group"_s || group->parentId != branch)
            return fail(ErrorCode::Refused, Text::tr("%1不是本支部的党小组").arg(group->shortName),
                        Text::tr("请选本支部的党小组"));
    }
    person->groupId = place.group;
    const auto put = session.put(*person);
    if (!put) return fail(put.error());
    return {};
}
}

Result<void> assignGroups(Store& store, Id<Organisation> branch, const QList<GroupPlace>& places) {
    if (places.isEmpty()) return {};
    const auto found = store.reader().find(branch);
    if (!found) return fail(found.error());
    const QString name = *found ? (*found)->shortName : QString();
    return store.run({kGroup, {name, QString::number(places.size())}},
                     [&](Session& session) -> Result<void> {
                         for (const GroupPlace& each : places)
                             if (const auto done = assign(session, branch, each); !done)
                                 return done;
                         return {};
                     });
}

} // namespace baolei
