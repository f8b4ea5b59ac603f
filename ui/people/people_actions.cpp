#include "ui/people/people_actions.h"

#include "core/people/codes.h"
#include "core/people/queries.h"
#include "core/store/setting.h"
#include "ui/base/ask.h"
#include "ui/people/branch_dialogs.h"

namespace baolei {

using namespace Qt::StringLiterals;

PeopleActions::PeopleActions(const PageContext& context, QWidget* parent)
    : QObject(parent)
    , m_context(context)
    , m_parent(parent) { }

std::optional<PersonDialogContext> PeopleActions::dialogContext() {
    auto all = organisations(m_context.reader());
    if (!all) {
        ask::error(m_parent, all.error());
        return std::nullopt;
    }
    return PersonDialogContext{m_context.store, std::move(*all), m_parent};
}

std::optional<OrganisationDialogContext> PeopleActions::organisationContext() {
    auto all = organisations(m_context.reader());
    const auto town = settingOf(m_context.reader(), kTownName);
    if (!all || !town) {
        ask::error(m_parent, all ? town.error() : all.error());
        return std::nullopt;
    }
    return OrganisationDialogContext{m_context.store, std::move(*all), *town, m_parent};
}

template <typename R> std::optional<R> PeopleActions::read(Id<R> id) {
    auto found = m_context.reader().find(id);
    if (!found) {
        ask::error(m_parent, found.error());
        return std::nullopt;
    }
    return *found;
}

void PeopleActions::addPerson() {
    const auto dialog = dialogContext();
    if (!dialog) return;
    const QList<Organisation> branches = branchesIn(dialog->organisations);
    if (branches.isEmpty()) {
        ask::inform(m_parent, tr("还没有党支部"),
                    tr("请先添加党支部，或者直接导入花名册，支部会随着建好。"));
        return;
    }
    Person person;
    person.ethnicity = u"01"_s;
    person.membership = u"1"_s;
    for (const Organisation& each : branches)
        if (each.id == m_context.scope.organisation()) person.branchId = each.id;
    if (branches.size() == 1) person.branchId = branches.first().id;
    for (const Organisation& each : dialog->organisations)
        if (each.id == m_context.scope.organisation() && each.type == u"group"_s) {
            person.branchId = each.parentId;
            person.groupId = each.id;
        }
    const auto id = editPerson(*dialog, person);
    if (!id) return;
    emit saved(*id);
    say(tr("已添加一名党员"));
}

void PeopleActions::edit(Id<Person> id) {
    const auto person = read(id);
    const auto dialog = person ? dialogContext() : std::nullopt;
    if (!dialog) return;
    if (editPerson(*dialog, *person)) say(tr("已修改：%1").arg(person->name));
}

void PeopleActions::addPost(Id<Person> id) {
    const auto person = read(id);
    if (!person) return;
    Post post;
    post.personId = id;
    post.organisationId = person->branchId;
    changePost(id, post);
}

void PeopleActions::changePost(Id<Person> id, const Post& post) {
    const auto person = read(id);
    const auto dialog = person ? dialogContext() : std::nullopt;
    if (dialog && editPost(*dialog, *person, post)) say(tr("已登记任职：%1").arg(person->name));
}

void PeopleActions::move(Id<Person> id) {
    const auto person = read(id);
    const auto dialog = person ? dialogContext() : std::nullopt;
    if (dialog && askMove(*dialog, *person)) say(tr("已登记调动：%1").arg(person->name));
}

void PeopleActions::leave(Id<Person> id) {
    const auto person = read(id);
    const auto dialog = person ? dialogContext() : std::nullopt;
    if (dialog && askLeave(*dialog, *person))
        say(tr("已登记减少：%1。他的记录都保留在“已离开”里").arg(person->name));
}

void PeopleActions::arrive(Id<Person> id) {
    const auto person = read(id);
    const auto dialog = person ? dialogContext() : std::nullopt;
    if (!dialog || !askArrival(*dialog, *person)) return;
    emit saved(id);
    say(tr("已登记增加：%1").arg(person->name));
}

void PeopleActions::takeAway(Id<Person> id) {
    const auto person = read(id);
    if (!person) return;
    const auto way = ask::choose(m_parent, tr("“%1”为什么要去掉？").arg(person->name),
                                 tr("人走了要登记减少，他的记录会保留；只有填错的才删除。"),
                                 {tr("登记减少（转出、去世…）"), tr("填错了，删除")});
    if (!way) return;
    if (*way == 0) {
        leave(id);
        return;
    }
    const auto done = removePerson(m_context.store, id);
    if (!done) {
        ask::error(m_parent, done.error());
        return;
    }
    say(tr("已删除：%1。按 Ctrl+Z 可以撤销").arg(person->name));
}

void PeopleActions::appointIn(Id<Organisation> id) {
    const auto branch = read(id);
    const auto post = branch ? askPost(m_parent, m_context.store, *branch) : std::nullopt;
    if (post) changePost(post->personId, *post);
}

void PeopleActions::assignGroupsIn(Id<Organisation> id) {
    const auto branch = read(id);
    if (branch && askGroups(m_parent, m_context.store, *branch))
        say(tr("已编入党小组。按 Ctrl+Z 可以撤销"));
}

void PeopleActions::addOrganisation(Id<Organisation> parent) {
    const auto dialog = organisationContext();
    if (!dialog) return;
    Organisation organisation;
    organisation.parentId = parent;
    // The town's committee is above what is added, where there is one: no branch is above another.
    if (parent.isNull() && !dialog->organisations.isEmpty()
        && dialog->organisations.first().type != u"branch"_s)
        organisation.parentId = dialog->organisations.first().id;
    for (const Organisation& each : dialog->organisations)
        if (each.parentId == organisation.parentId)
            organisation.position = qMax(organisation.position, each.position + 1);
    if (editOrganisation(*dialog, organisation)) say(tr("已添加党组织"));
}

void PeopleActions::edit(Id<Organisation> id) {
    const auto organisation = read(id);
    const auto dialog = organisation ? organisationContext() : std::nullopt;
    if (dialog && editOrganisation(*dialog, *organisation))
        say(tr("已修改：%1").arg(organisation->shortName));
}

void PeopleActions::dissolve(Id<Organisation> id) {
    const auto organisation = read(id);
    const auto dialog = organisation ? organisationContext() : std::nullopt;
    if (!dialog || !askDissolve(*dialog, *organisation)) return;
    if (m_context.scope.organisation() == id) m_context.scope.setOrganisation({});
    say(tr("已撤销：%1").arg(organisation->shortName));
}

void PeopleActions::takeAway(Id<Organisation> id) {
    const auto organisation = read(id);
    if (!organisation) return;
    const auto way = ask::choose(m_parent, tr("“%1”为什么要去掉？").arg(organisation->shortName),
                                 tr("已经不再设立的登记撤销，它的记录会保留；只有填错的才删除。"),
                                 {tr("登记撤销"), tr("填错了，删除")});
    if (!way) return;
    if (*way == 0) {
        dissolve(id);
    } else {
        remove(id);
    }
}

void PeopleActions::remove(Id<Organisation> id) {
    const auto organisation = read(id);
    if (!organisation) return;
    const auto done = removeOrganisation(m_context.store, id);
    if (!done) {
        ask::error(m_parent, done.error());
        return;
    }
    if (m_context.scope.organisation() == id) m_context.scope.setOrganisation({});
    say(tr("已删除：%1。按 Ctrl+Z 可以撤销").arg(organisation->shortName));
}

} // namespace baolei
