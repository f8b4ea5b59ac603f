#include "ui/people/branch_dialogs.h"

#include "core/people/codes.h"
#include "core/people/queries.h"
#include "ui/base/ask.h"
#include "ui/base/form_dialog.h"
#include "ui/base/theme.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(BranchDialogs)
};

constexpr qsizetype kMostAtOnce = 60; // lines of a dialog; the rest comes the next time

QString postText(const Post& post, const QString& holder) {
    const QString title = post.title.isEmpty() ? nameOf(u"post", post.kind) : post.title;
    return post.fromOn.isNull()
        ? Text::tr("现任：%1 %2").arg(title, holder)
        : Text::tr("现任：%1 %2（%3起）").arg(title, holder, post.fromOn.text());
}

QList<Person> membersOf(const QList<Person>& people) {
    QList<Person> members;
    for (const Person& each : people)
        if (isMember(each.stage)) members.append(each);
    return members;
}

Choices groupChoices(const Reader& reader, Id<Organisation> branch) {
    Choices choices;
    const auto groups = reader.all<Organisation>(
        "WHERE r.parent_id = :branch AND r.type = 'group' AND r.dissolved_on IS NULL"
        " ORDER BY r.position, r.id",
        {{":branch", branch}});
    for (const Organisation& each : groups.value_or(QList<Organisation>{}))
        choices.append({each.id.value.toText(), each.shortName});
    return choices;
}
}

std::optional<Post> askPost(QWidget* parent, Store& store, const Organisation& branch) {
    const QDate today = store.clock().today();
    const auto people = peopleOf(store.reader(), branch.id, today);
    const auto posts = postsIn(store.reader(), branch.id, today);
    if (!people || !posts) {
        ask::error(parent, people ? posts.error() : people.error());
        return std::nullopt;
    }
    Choices choices;
    for (const Post& each : *posts) {
        const auto holder = store.reader().find(each.personId);
        choices.append({each.id.value.toText(),
                        postText(each, holder && *holder ? (*holder)->name : QString())});
    }
    for (const Person& each : membersOf(*people))
        choices.append({each.id.value.toText(), Text::tr("新任职：%1").arg(each.name)});
    if (choices.isEmpty()) {
        ask::inform(parent, Text::tr("%1还没有党员").arg(branch.shortName),
                    Text::tr("请先添加党员或导入花名册。"));
        return std::nullopt;
    }
    auto* form = new Form(1);
    auto* who
        = form->addField(u"who"_s, Text::tr("改谁的职务，或谁任新职"), new ChoiceField(choices));
    who->setMinimumWidth(scaled(320));
    FormDialog dialog(Text::tr("%1的任职").arg(branch.shortName), form, parent);
    dialog.setObjectName(u"branchPostDialog"_s);
    dialog.setSaveText(Text::tr("下一步"));
    dialog.setCheck([&] {
        return who->code().isEmpty() ? FormProblems{{u"who"_s, Text::tr("请选一个人")}}
                                     : FormProblems{};
    });
    dialog.setSave([] { return Result<void>{}; });
    if (!dialog.ask()) return std::nullopt;
    const Uuid chosen = Uuid::fromText(who->code());
    for (const Post& each : *posts)
        if (each.id.value == chosen) return each;
    Post post;
    post.personId = {chosen};
    post.organisationId = branch.id;
    return post;
}

bool askGroups(QWidget* parent, Store& store, const Organisation& branch) {
    const auto people = peopleOf(store.reader(), branch.id, store.clock().today());
    if (!people) {
        ask::error(parent, people.error());
        return false;
    }
    QList<Person> without = membersOf(*people);
    without.removeIf([](const Person& each) { return !each.groupId.isNull(); });
    const Choices groups = groupChoices(store.reader(), branch.id);
    if (without.isEmpty() || groups.isEmpty()) {
        ask::inform(parent,
                    groups.isEmpty() ? Text::tr("这个党支部没有党小组")
                                     : Text::tr("党员都已经编入党小组"),
                    Text::tr("党小组在左边的党组织里添加，党员的小组在他的资料里改。"));
        return false;
    }
    auto* form = new Form(2);
    auto* rest
        = form->addField(u"all"_s, Text::tr("下面没有选的，都编入"), new ChoiceField(groups), 2);
    QList<ChoiceField*> fields;
    for (const Person& each : without.first(qMin(kMostAtOnce, without.size())))
        fields.append(form->addField(each.id.value.toText(), each.name, new ChoiceField(groups)));
    FormDialog dialog(Text::tr("编入党小组：还有 %1 人").arg(without.size()), form, parent);
    dialog.setObjectName(u"groupsDialog"_s);
    dialog.setSave([&]() -> Result<void> {
        QList<GroupPlace> places;
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const QString code = fields[i]->code().isEmpty() ? rest->code() : fields[i]->code();
            if (!code.isEmpty()) places.append({without[i].id, {Uuid::fromText(code)}});
        }
        return assignGroups(store, branch.id, places);
    });
    return dialog.ask();
}

} // namespace baolei
