#pragma once
// What can be done to people and organisations on the page: asks with a dialog, runs the command,
// says what came of it.

#include "core/people/post.h"
#include "ui/base/page.h"
#include "ui/people/organisation_dialog.h"
#include "ui/people/person_dialogs.h"

namespace baolei {

class PeopleActions final : public QObject {
    Q_OBJECT
public:
    PeopleActions(const PageContext& context, QWidget* parent);

    void addPerson();
    void edit(Id<Person> id);
    void addPost(Id<Person> id); ///< in the person's branch, unless another is chosen
    void changePost(Id<Person> id, const Post& post);
    void move(Id<Person> id);
    void leave(Id<Person> id);
    void arrive(Id<Person> id);
    /// 减少 or, for one entered by mistake, 删除.
    void takeAway(Id<Person> id);

    void addOrganisation(Id<Organisation> parent);
    void edit(Id<Organisation> id);
    /// Changes a post that is held there, or gives a member one.
    void appointIn(Id<Organisation> id);
    /// Puts members that are in no group into groups.
    void assignGroupsIn(Id<Organisation> id);
    void dissolve(Id<Organisation> id);
    /// 撤销 or, for one entered by mistake, 删除.
    void takeAway(Id<Organisation> id);

signals:
    void saved(const baolei::Id<baolei::Person>& id); ///< show this one

private:
    std::optional<PersonDialogContext> dialogContext();
    std::optional<OrganisationDialogContext> organisationContext();
    template <typename R> std::optional<R> read(Id<R> id);
    void remove(Id<Organisation> id);
    void say(const QString& line) { m_context.navigator.say(line); }

    PageContext m_context;
    QWidget* m_parent;
};

} // namespace baolei
