#include "core/base/normal_text.h"
#include "core/people/commands.h"
#include "core/people/queries.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(People)
};

Result<void> checkParent(Session& session, const Organisation& organisation) {
    if (!organisation.parentId.isNull() && organisation.type != u"group"_s) {
        const auto parent = session.find(organisation.parentId);
        if (!parent) return fail(parent.error());
        if (holdsMembers(parent->type))
            return fail(ErrorCode::Refused, Text::tr("党支部下面只设党小组"),
                        Text::tr("请另选上级组织，或不填上级"));
    }
    QSet<Uuid> seen{organisation.id.value};
    Id<Organisation> above = organisation.parentId;
    while (!above.isNull()) {
        if (seen.contains(above.value))
            return fail(ErrorCode::Refused, Text::tr("上级组织不能是它自己或它的下级"),
                        Text::tr("请另选上级组织"));
        seen.insert(above.value);
        const auto parent = session.find(above);
        if (!parent) return fail(parent.error());
        above = parent->parentId;
    }
    return {};
}

Result<void> checkName(const Session& session, const Organisation& organisation) {
    if (organisation.name.isEmpty() || organisation.shortName.isEmpty())
        return fail(ErrorCode::Refused, Text::tr("党组织的全称和简称都要填"));
    const auto same = session.reader().integer(
        "SELECT count(*) FROM live_organisation WHERE name = :name AND id <> :id"
        " AND parent_id IS :parent AND dissolved_on IS NULL",
        {{":name", organisation.name},
         {":id", organisation.id},
         {":parent", organisation.parentId}});
    if (!same) return fail(same.error());
    if (*same != 0)
        return fail(ErrorCode::Refused, Text::tr("已经有“%1”").arg(organisation.name),
                    Text::tr("请直接修改它，或换一个名称"));
    return {};
}

// An extension of the term before stays as it was when the next term is written down.
Result<void> putExtension(Session& session, const Organisation& organisation,
                          TermExtension extension) {
    extension.organisationId = organisation.id;
    if (!extension.untilOn.isValid())
        return extension.id.isNull() ? Result<void>() : session.erase(extension.id);
    const bool isNew = extension.id.isNull();
    if (isNew) extension.id = session.newId<TermExtension>();
    const auto before = session.reader().find(extension.id);
    if (!before) return fail(before.error());
    if (*before == extension) return {};
    if (organisation.termEndsOn.isNull() || extension.untilOn <= organisation.termEndsOn.latest())
        return fail(ErrorCode::Refused, Text::tr("延期应当晚于届满日期"),
                    Text::tr("请先填届满日期，再填延期至哪一天"));
    const auto put = session.put(extension);
    if (!put) return fail(put.error());
    return {};
}

// `extension` null: as it is.
Result<Organisation> save(Store& store, Organisation organisation, const TermExtension* extension) {
    const bool isNew = organisation.id.isNull();
    organisation.name = normalLine(organisation.name).trimmed();
    organisation.shortName = normalLine(organisation.shortName).trimmed();
    const Operation operation{isNew ? kAddOrganisation : kChangeOrganisation,
                              {organisation.shortName}};
    return store.run(operation, [&](Session& session) -> Result<Organisation> {
        if (isNew) organisation.id = session.newId<Organisation>();
        if (const auto fine = checkName(session, organisation); !fine) return fail(fine.error());
        if (const auto fine = checkParent(session, organisation); !fine) return fail(fine.error());
        const auto put = session.put(organisation);
        if (!put) return fail(put.error());
        if (!extension) return organisation;
        const auto extended = putExtension(session, organisation, *extension);
        if (!extended) return fail(extended.error());
        return organisation;
    });
}
}

Result<Organisation> saveOrganisation(Store& store, Organisation organisation) {
    return save(store, std::move(organisation), nullptr);
}

Result<Organisation> saveOrganisation(Store& store, Organisation organisation,
                                      TermExtension extension) {
    extension.approver = normalLine(extension.approver).trimmed();
    extension.document = normalLine(extension.document).trimmed();
    return save(store, std::move(organisation), &extension);
}

Result<void> dissolveOrganisation(Store& store, Id<Organisation> id, PartialDate on) {
    if (on.isNull()) return fail(ErrorCode::Refused, Text::tr("请填写日期"));
    const auto found = store.reader().find(id);
    if (!found) return fail(found.error());
    const QString name = *found ? (*found)->shortName : QString();
    return store.run({kDissolveOrganisation, {name}}, [&](Session& session) -> Result<void> {
        auto organisation = session.find(id);
        if (!organisation) return fail(organisation.error());
        const auto users = session.reader().integer(
            "SELECT (SELECT count(*) FROM live_person"
            "         WHERE (branch_id = :id OR group_id = :id) AND left_on IS NULL)"
            " + (SELECT count(*) FROM live_organisation"
            "     WHERE parent_id = :id AND dissolved_on IS NULL)",
            {{":id", id}});
        if (!users) return fail(users.error());
        if (*users != 0)
            return fail(ErrorCode::Refused,
                        Text::tr("“%1”下面还有党员或下级组织，不能撤销").arg(name),
                        Text::tr("请先把他们转到别的党组织"));
        organisation->dissolvedOn = on;
        const auto put = session.put(*organisation);
        if (!put) return fail(put.error());
        return {};
    });
}

Result<void> removeOrganisation(Store& store, Id<Organisation> id) {
    const auto found = store.reader().find(id);
    if (!found) return fail(found.error());
    const QString name = *found ? (*found)->shortName : QString();
    return store.run({kRemoveOrganisation, {name}}, [&](Session& session) -> Result<void> {
        const auto users = session.reader().integer(
            "SELECT (SELECT count(*) FROM live_person WHERE branch_id = :id OR group_id = :id)"
            " + (SELECT count(*) FROM live_organisation WHERE parent_id = :id)"
            " + (SELECT count(*) FROM live_activity WHERE organisation_id = :id)"
            " + (SELECT count(*) FROM live_post WHERE organisation_id = :id)"
            " + (SELECT count(*) FROM live_movement WHERE organisation_id = :id)"
            " + (SELECT count(*) FROM live_exemption WHERE organisation_id = :id)",
            {{":id", id}});
        if (!users) return fail(users.error());
        if (*users != 0)
            return fail(ErrorCode::Refused,
                        Text::tr("“%1”下面还有党员、下级组织或记录，不能删除").arg(name),
                        Text::tr("如已撤销，请填写撤销日期；填错的请先把党员和记录移走"));
        const auto extensions = session.reader().all<TermExtension>(
            "WHERE r.organisation_id = :id ORDER BY r.id", {{":id", id}});
        if (!extensions) return fail(extensions.error());
        for (const TermExtension& each : *extensions)
            if (const auto gone = session.erase(each.id); !gone) return gone;
        return session.erase(id);
    });
}

} // namespace baolei
