#include "ui/activities/record_setup.h"

#include "core/activities/joint.h"
#include "core/people/queries.h"
#include "core/store/store.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

constexpr qsizetype kMostChoices = 400;

Result<void> openRecord(const Reader& reader, Id<Activity> id, RecordSetup& setup) {
    const auto activity = reader.find(id);
    if (!activity) return fail(activity.error());
    if (!*activity)
        return fail(ErrorCode::NotFound, Text::tr("这次记录已不在"),
                    Text::tr("可能刚被撤销或删除，可以到“历史”里找回"));
    const auto record = unpack(**activity);
    if (!record) return fail(record.error());
    setup.opened = *record;
    return {};
}

Result<void> takeUp(const UnsavedEntry& entry, RecordSetup& setup) {
    auto edited = unpack(entry.edited);
    if (!edited) return fail(edited.error());
    setup.begun = std::move(*edited);
    setup.unsaved = entry.id;
    if (!entry.opened) return {};
    auto opened = unpack(*entry.opened);
    if (!opened) return fail(opened.error());
    setup.opened = std::move(*opened);
    return {};
}

// A record says itself where it belongs.
Result<void> followRecord(const Reader& reader, RecordSetup& setup, RecordStart& start) {
    if (!setup.begun && !setup.opened) return {};
    const Activity& activity = setup.begun ? setup.begun->activity : setup.opened->activity;
    start.kind = activity.kind;
    start.organisation = activity.organisationId;
    if (activity.startsAt.isValid()) setup.day = activity.startsAt.date();
    setup.also = activity.also;
    auto joint = nodesOf(reader, jointIn(activity.joint));
    if (!joint) return fail(joint.error());
    setup.joint = std::move(*joint);
    return {};
}

// The branch of `holder`, with its groups; `holder` may be a group itself.
Result<void> placeAt(const Reader& reader, const Organisation& holder, RecordSetup& setup) {
    setup.holder = holder;
    setup.branch = holder;
    if (holder.type == u"group"_s) {
        const auto branch = reader.find(holder.parentId);
        if (!branch) return fail(branch.error());
        if (*branch) setup.branch = **branch;
    }
    const auto groups = reader.all<Organisation>(
        "WHERE r.parent_id = :branch AND r.type = 'group' ORDER BY r.position, r.id",
        {{":branch", setup.branch.id}});
    if (!groups) return fail(groups.error());
    setup.branches = {setup.branch};
    for (const Organisation& each : *groups)
        if (each.dissolvedOn.isNull()) setup.groups.append(each);
    return {};
}

// Nobody said which branch: one of those in the scope.
Result<void> placeBelow(const Reader& reader, Id<Organisation> scope, RecordSetup& setup) {
    const auto all = organisationNames(reader);
    if (!all) return fail(all.error());
    const QList<OrganisationNode> names = namesUnder(*all, scope);
    const auto count = std::count_if(names.begin(), names.end(), [](const OrganisationNode& each) {
        return holdsMembers(each.type);
    });
    if (count == 0)
        return fail(ErrorCode::Refused, Text::tr("这里还没有党支部"),
                    Text::tr("请先到“组织与党员”添加党支部或导入花名册"));
    if (count > kMostChoices)
        return fail(ErrorCode::Refused, Text::tr("这里有 %1 个党支部，太多了").arg(count),
                    Text::tr("请先在窗口上方选定一个党支部，再记录"));
    const auto below = organisationsUnder(reader, scope);
    if (!below) return fail(below.error());
    setup.branches = branchesIn(*below);
    for (const Organisation& each : *below) {
        if (each.type == u"group"_s)
            setup.groups.append(each);
        else if (each.type != u"unit"_s && !holdsMembers(each.type))
            setup.offices.append(each);
    }
    setup.branch = setup.holder = setup.branches.first();
    return {};
}
}

const ActivityKind* RecordSetup::kindOf(const QString& id) const {
    for (const ActivityKind& each : rules.kinds)
        if (each.id == id) return &each;
    return nullptr;
}

void RecordSetup::choose(const QString& id, const QString& further) {
    const ActivityKind* main = kindOf(id);
    if (!main) return;
    const ActivityKind* other = kindOf(further);
    also = other && canServeBoth(*main, *other) ? further : QString();
    kind = combinedKind(rules.kinds, kindsServed(id, also));
}

bool RecordSetup::offersJoint() const {
    return !joint.isEmpty() || (mayBeJoint(kind) && !branch.parentId.isNull());
}

Choices choicesOf(const QList<Organisation>& organisations) {
    Choices choices;
    for (const Organisation& each : organisations)
        choices.append({each.id.value.toText(), each.shortName, {each.name}});
    return choices;
}

const Organisation* organisationIn(const QList<Organisation>& organisations, const QString& code) {
    for (const Organisation& each : organisations)
        if (each.id.value.toText() == code) return &each;
    return nullptr;
}

Choices choicesOf(const QList<ActivityKind>& kinds, const ActivityKind* other) {
    Choices choices;
    for (const ActivityKind& each : kinds)
        if (!other || canServeBoth(*other, each))
            choices.append({each.id, each.name, {each.shortName}});
    return choices;
}

// A title that only names the kind, such as 3月主题党日, says less than the usual one.
ActivityRecord RecordSetup::beginning(const RecordSource& source) const {
    if (begun) return *begun;
    if (opened) return *opened;
    ActivityRecord record = newRecord(source, day);
    const QString& title = planned.title;
    if (!title.isEmpty() && !title.endsWith(kind.name)) record.activity.title = title;
    return record;
}

QList<Organisation> RecordSetup::places(const ActivityKind& of) const {
    return of.heldBy == HeldBy::Any ? offices + branches : branches;
}

QList<Organisation> RecordSetup::holders(const ActivityKind& of) const {
    if (of.attends != Attends::Group) return {branch};
    QList<Organisation> own;
    for (const Organisation& each : groups)
        if (each.parentId == branch.id) own.append(each);
    return own.isEmpty() ? QList<Organisation>{branch} : own;
}

Result<RecordSetup> recordSetup(const Store& store, RecordStart start) {
    RecordSetup setup;
    const Reader& reader = store.reader();
    auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    setup.rules = std::move(*rules);
    setup.today = store.clock().today();
    setup.day = start.day.isValid() ? start.day : setup.today;
    setup.planned = start.planned;
    setup.begun = start.begun;
    Result<void> begun;
    if (start.unsaved)
        begun = takeUp(*start.unsaved, setup);
    else if (!start.activity.isNull())
        begun = openRecord(reader, start.activity, setup);
    if (begun) begun = followRecord(reader, setup, start);
    if (!begun) return fail(begun.error());
    const ActivityKind* known
        = start.kind.isEmpty() ? &setup.rules.kinds.first() : setup.kindOf(start.kind);
    if (!known)
        return fail(ErrorCode::NotFound, Text::tr("没有“%1”这一类组织生活").arg(start.kind),
                    Text::tr("它可能被撤销了：请在历史里恢复那一步，或检查活动种类文件"));
    setup.kind = combinedKind(setup.rules.kinds, kindsServed(known->id, setup.also));
    const Id<Organisation> at = start.organisation;
    const auto organisation = at.isNull() ? Result<std::optional<Organisation>>() : reader.find(at);
    if (!organisation) return fail(organisation.error());
    const bool isHolder = *organisation
        && ((*organisation)->type == u"group"_s || !branchesIn({**organisation}).isEmpty()
            || setup.opened || setup.begun);
    const auto placed
        = isHolder ? placeAt(reader, **organisation, setup) : placeBelow(reader, at, setup);
    if (!placed) return fail(placed.error());
    return setup;
}

} // namespace baolei
