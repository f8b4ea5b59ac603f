#include "ui/people/person_dialogs.h"

#include "core/people/codes.h"
#include "core/people/queries.h"
#include "ui/base/form_dialog.h"
#include "ui/people/person_form.h"

#include <QCoreApplication>
#include <QIntValidator>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PersonDialogs)
};

constexpr int kMostVotes = 99999;

FormProblem needed(const QString& key, const QString& text) {
    return {key, text, false};
}

Result<void> withoutValue(const auto& result) {
    if (!result) return fail(result.error());
    return {};
}

QDate todayOf(const PersonDialogContext& context) {
    return context.store.clock().today();
}

// Whether the day is given and not still to come.
void checkDay(const QString& key, const PartialDate& day, QDate today, FormProblems& problems) {
    if (day.isNull()) problems.append(needed(key, Text::tr("请填写日期")));
    if (!day.isNull() && day.earliest() > today)
        problems.append({key, Text::tr("日期晚于今天"), true});
}
}

std::optional<Id<Person>> editPerson(const PersonDialogContext& context, const Person& person) {
    auto* fields = new PersonForm(person, context.organisations, todayOf(context));
    const QString title
        = person.id.isNull() ? Text::tr("添加党员") : Text::tr("修改党员 — %1").arg(person.name);
    FormDialog dialog(title, fields->form(), context.parent);
    dialog.setObjectName(u"personDialog"_s);
    std::optional<Id<Person>> saved;
    dialog.setCheck([fields] { return fields->problems(); });
    dialog.setSave([&]() -> Result<void> {
        const auto done = savePerson(context.store, fields->person());
        if (done) saved = done->id;
        return withoutValue(done);
    });
    if (!dialog.ask()) return std::nullopt;
    return saved;
}

bool editPost(const PersonDialogContext& context, const Person& person, const Post& post) {
    auto* form = new Form(2);
    auto* organisation = form->addChoice(u"organisation"_s, Text::tr("党组织"),
                                         organisationChoices(context.organisations));
    auto* kind = form->addChoice(u"kind"_s, Text::tr("职务"), choicesOf(u"post"));
    auto* from = form->addDate(u"from"_s, Text::tr("任职日期"), todayOf(context));
    auto* until = form->addDate(u"until"_s, Text::tr("免职日期"), todayOf(context));
    auto* name = form->addLine(u"title"_s, Text::tr("职务名称"));
    auto* votes = form->addLine(u"votes"_s, Text::tr("选举得票"));
    auto* duty = form->addField(u"duty"_s, Text::tr("分工"), new QLineEdit, 2);
    name->setPlaceholderText(Text::tr("和上面的职务不同时才填"));
    until->setPlaceholderText(Text::tr("空着表示在任"));
    votes->setValidator(new QIntValidator(0, kMostVotes, votes));
    organisation->setCode(choiceOf(post.organisationId));
    kind->setCode(post.kind);
    from->setDate(post.fromOn);
    until->setDate(post.untilOn);
    name->setText(post.title);
    duty->setText(post.duty);
    if (post.votes > 0) votes->setText(QString::number(post.votes));

    const auto edited = [=] {
        Post copy = post;
        copy.organisationId = organisationOf(organisation->code());
        copy.kind = kind->code();
        copy.fromOn = from->date();
        copy.untilOn = until->date();
        copy.title = name->text().trimmed();
        copy.duty = duty->text().trimmed();
        copy.votes = votes->text().toInt();
        return copy;
    };
    FormDialog dialog(Text::tr("任职 — %1").arg(person.name), form, context.parent);
    dialog.setObjectName(u"postDialog"_s);
    dialog.setCheck([=] {
        const Post copy = edited();
        FormProblems problems;
        if (copy.organisationId.isNull())
            problems.append(needed(u"organisation"_s, Text::tr("请选择党组织")));
        if (copy.kind.isEmpty()) problems.append(needed(u"kind"_s, Text::tr("请选择职务")));
        if (!copy.fromOn.isNull() && !copy.untilOn.isNull()
            && copy.untilOn.latest() < copy.fromOn.earliest())
            problems.append(needed(u"until"_s, Text::tr("免职日期早于任职日期")));
        if (copy.fromOn.isNull()) problems.append({u"from"_s, Text::tr("没有任职日期"), true});
        return problems;
    });
    dialog.setSave([&] { return withoutValue(appoint(context.store, edited())); });
    return dialog.ask();
}

bool askMove(const PersonDialogContext& context, const Person& person) {
    QList<Organisation> others = branchesIn(context.organisations);
    others.removeIf([&](const Organisation& each) { return each.id == person.branchId; });
    auto* form = new Form;
    auto* to = form->addChoice(u"to"_s, Text::tr("转到"), organisationChoices(others));
    auto* on = form->addDate(u"on"_s, Text::tr("日期"), todayOf(context));
    auto* basis = form->addLine(u"basis"_s, Text::tr("依据"));
    basis->setPlaceholderText(Text::tr("例如：介绍信编号、镇党委通知"));
    on->setDate(todayOf(context));
    FormDialog dialog(Text::tr("调动（转移组织关系）— %1").arg(person.name), form, context.parent);
    dialog.setObjectName(u"moveDialog"_s);
    dialog.setSaveText(Text::tr("登记调动"));
    dialog.setCheck([&] {
        FormProblems problems;
        if (to->code().isEmpty())
            problems.append(needed(u"to"_s, Text::tr("请选择转到哪个党支部")));
        checkDay(u"on"_s, on->date(), todayOf(context), problems);
        return problems;
    });
    dialog.setSave([&] {
        return movePerson(context.store, person.id, organisationOf(to->code()), on->date(),
                          basis->text().trimmed());
    });
    return dialog.ask();
}

bool askLeave(const PersonDialogContext& context, const Person& person) {
    auto* form = new Form;
    auto* kind = form->addChoice(u"kind"_s, Text::tr("减少方式"), choicesOf(u"leave_kind"));
    auto* on = form->addDate(u"on"_s, Text::tr("日期"), todayOf(context));
    auto* to = form->addLine(u"to"_s, Text::tr("去向"));
    auto* basis = form->addLine(u"basis"_s, Text::tr("依据"));
    to->setPlaceholderText(Text::tr("转往哪个党组织"));
    basis->setPlaceholderText(Text::tr("例如：介绍信编号、处分决定文号"));
    on->setDate(todayOf(context));
    FormDialog dialog(Text::tr("减少党员 — %1").arg(person.name), form, context.parent);
    dialog.setObjectName(u"leaveDialog"_s);
    dialog.setSaveText(Text::tr("登记减少"));
    dialog.setCheck([&] {
        FormProblems problems;
        if (kind->code().isEmpty()) problems.append(needed(u"kind"_s, Text::tr("请选择减少方式")));
        checkDay(u"on"_s, on->date(), todayOf(context), problems);
        return problems;
    });
    dialog.setSave([&] {
        return leaveBranch(context.store, person.id, kind->code(), on->date(), to->text().trimmed(),
                           basis->text().trimmed());
    });
    return dialog.ask();
}

bool askArrival(const PersonDialogContext& context, const Person& person) {
    auto* form = new Form;
    auto* branch = form->addChoice(u"branch"_s, Text::tr("到哪个党支部"),
                                   organisationChoices(branchesIn(context.organisations)));
    auto* kind = form->addChoice(u"kind"_s, Text::tr("增加方式"), choicesOf(u"join_kind"));
    auto* on = form->addDate(u"on"_s, Text::tr("日期"), todayOf(context));
    auto* from = form->addLine(u"from"_s, Text::tr("从哪里来"));
    auto* basis = form->addLine(u"basis"_s, Text::tr("依据"));
    branch->setCode(choiceOf(person.branchId));
    on->setDate(todayOf(context));
    FormDialog dialog(Text::tr("恢复、转入 — %1").arg(person.name), form, context.parent);
    dialog.setObjectName(u"arrivalDialog"_s);
    dialog.setSaveText(Text::tr("登记增加"));
    dialog.setCheck([&] {
        FormProblems problems;
        if (branch->code().isEmpty())
            problems.append(needed(u"branch"_s, Text::tr("请选择党支部")));
        if (kind->code().isEmpty()) problems.append(needed(u"kind"_s, Text::tr("请选择增加方式")));
        checkDay(u"on"_s, on->date(), todayOf(context), problems);
        return problems;
    });
    dialog.setSave([&] {
        return arriveAtBranch(context.store, person.id, organisationOf(branch->code()),
                              kind->code(), on->date(), from->text().trimmed(),
                              basis->text().trimmed());
    });
    return dialog.ask();
}

} // namespace baolei
