#include "ui/people/organisation_dialog.h"

#include "core/people/organisation_names.h"
#include "core/people/queries.h"
#include "ui/base/ask.h"
#include "ui/base/form_dialog.h"
#include "ui/people/person_form.h"

#include <QCoreApplication>
#include <QIntValidator>

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(OrganisationDialog)
};

constexpr int kLastPosition = 99999;

struct Fields {
    QLineEdit* name;
    QLineEdit* shortName;
    ChoiceField* type;
    ChoiceField* sector;
    ChoiceField* parent;
    QLineEdit* position;
    DateField* establishedOn;
    QLineEdit* approval;
    DateField* termStartedOn;
    DateField* termEndsOn;
    DateField* extendedTo;
    QLineEdit* approver;
    DateField* approvedOn;
    QLineEdit* document;
    QLineEdit* place;
    QLineEdit* partyDay;
    QLineEdit* publicPhone;
};

// Everything but itself and what is below it.
Choices parentChoices(const QList<Organisation>& all, Id<Organisation> self) {
    QSet<Id<Organisation>> below{self};
    QList<Organisation> possible;
    for (const Organisation& each : all) {
        if (!self.isNull() && (each.id == self || below.contains(each.parentId))) {
            below.insert(each.id);
        } else if (each.type != u"group"_s) {
            possible.append(each);
        }
    }
    return organisationChoices(possible);
}

Fields makeFields(Form* form, const OrganisationDialogContext& context, Id<Organisation> self) {
    const QDate today = context.store.clock().today();
    Fields made{};
    made.name = form->addField(u"name"_s, Text::tr("全称"), new QLineEdit, 2);
    made.name->setPlaceholderText(Text::tr("例如：中共示范镇西荡村支部委员会"));
    made.shortName = form->addLine(u"shortName"_s, Text::tr("简称"));
    made.type = form->addChoice(u"type"_s, Text::tr("组织类型"), choicesOf(u"organisation_type"));
    made.parent = form->addChoice(u"parent"_s, Text::tr("上级"),
                                  parentChoices(context.organisations, self));
    made.sector
        = form->addChoice(u"sector"_s, Text::tr("所属领域"), choicesOf(u"organisation_category"));
    made.establishedOn = form->addDate(u"establishedOn"_s, Text::tr("成立日期"), today);
    made.approval = form->addLine(u"approval"_s, Text::tr("成立批复文号"));
    made.termStartedOn = form->addDate(u"termStartedOn"_s, Text::tr("换届日期"), today);
    made.termEndsOn = form->addDate(u"termEndsOn"_s, Text::tr("届满日期"), today);
    made.extendedTo = form->addDate(u"extendedTo"_s, Text::tr("延期换届至"), today);
    made.extendedTo->setPlaceholderText(Text::tr("没有延期就空着"));
    made.approver = form->addLine(u"extensionApprover"_s, Text::tr("延期批准机关"));
    made.approvedOn = form->addDate(u"extensionApprovedOn"_s, Text::tr("延期批准日期"), today);
    made.document = form->addLine(u"extensionDocument"_s, Text::tr("延期批复文号"));
    made.place = form->addLine(u"place"_s, Text::tr("活动阵地"));
    made.partyDay = form->addLine(u"partyDay"_s, Text::tr("固定党日"));
    made.partyDay->setPlaceholderText(Text::tr("例如：每月 15 日"));
    made.publicPhone = form->addLine(u"publicPhone"_s, Text::tr("监督电话"));
    made.position = form->addLine(u"position"_s, Text::tr("排序"));
    made.position->setPlaceholderText(Text::tr("小的在前"));
    made.position->setValidator(new QIntValidator(0, kLastPosition, made.position));
    return made;
}

void showExtension(const Fields& fields, const TermExtension& extension) {
    fields.extendedTo->setDate(extension.untilOn);
    fields.approver->setText(extension.approver);
    fields.approvedOn->setDate(extension.approvedOn);
    fields.document->setText(extension.document);
}

TermExtension editedExtension(const Fields& fields, TermExtension extension) {
    const auto dayIn = [](const DateField* field) {
        return field->date().isNull() ? QDate() : field->date().latest();
    };
    extension.untilOn = dayIn(fields.extendedTo);
    extension.approver = fields.approver->text().trimmed();
    extension.approvedOn = dayIn(fields.approvedOn);
    extension.document = fields.document->text().trimmed();
    return extension;
}

void show(const Fields& fields, const Organisation& organisation) {
    fields.name->setText(organisation.name);
    fields.shortName->setText(organisation.shortName);
    fields.type->setCode(organisation.type);
    fields.sector->setCode(organisation.sector);
    fields.parent->setCode(choiceOf(organisation.parentId));
    if (organisation.position > 0) fields.position->setText(QString::number(organisation.position));
    fields.establishedOn->setDate(organisation.establishedOn);
    fields.approval->setText(organisation.approval);
    fields.termStartedOn->setDate(organisation.termStartedOn);
    fields.termEndsOn->setDate(organisation.termEndsOn);
    fields.place->setText(organisation.place);
    fields.partyDay->setText(organisation.partyDay);
    fields.publicPhone->setText(organisation.publicPhone);
}

Organisation edited(const Fields& fields, Organisation organisation) {
    organisation.name = fields.name->text().trimmed();
    organisation.shortName = fields.shortName->text().trimmed();
    organisation.type = fields.type->code();
    organisation.sector = fields.sector->code();
    organisation.parentId = organisationOf(fields.parent->code());
    organisation.position = fields.position->text().toInt();
    organisation.establishedOn = fields.establishedOn->date();
    organisation.approval = fields.approval->text().trimmed();
    organisation.termStartedOn = fields.termStartedOn->date();
    organisation.termEndsOn = fields.termEndsOn->date();
    organisation.place = fields.place->text().trimmed();
    organisation.partyDay = fields.partyDay->text().trimmed();
    organisation.publicPhone = fields.publicPhone->text().trimmed();
    return organisation;
}

bool isBelowBranch(const QList<Organisation>& all, const Organisation& organisation) {
    return std::any_of(all.begin(), all.end(), [&](const Organisation& each) {
        return each.id == organisation.parentId && holdsMembers(each.type);
    });
}

FormProblems problemsOf(const QList<Organisation>& all, const Organisation& organisation) {
    FormProblems problems;
    if (organisation.name.isEmpty()) problems.append({u"name"_s, Text::tr("请填写全称")});
    if (organisation.shortName.isEmpty()) problems.append({u"shortName"_s, Text::tr("请填写简称")});
    if (organisation.type.isEmpty()) problems.append({u"type"_s, Text::tr("请选择组织类型")});
    if (!organisation.type.isEmpty() && organisation.type != u"group"_s
        && isBelowBranch(all, organisation))
        problems.append({u"parent"_s, Text::tr("党支部下面只设党小组，请另选上级或留空")});
    if (!organisation.termStartedOn.isNull() && !organisation.termEndsOn.isNull()
        && organisation.termEndsOn.latest() < organisation.termStartedOn.earliest())
        problems.append({u"termEndsOn"_s, Text::tr("届满早于换届"), true});
    return problems;
}

FormProblems problemsOf(const TermExtension& extension, const Organisation& organisation,
                        const TermExtension& before) {
    if (extension == before) return {}; // also one of the term before, when the next begins
    const bool saysMore
        = extension.approvedOn.isValid() || !(extension.approver + extension.document).isEmpty();
    if (!extension.untilOn.isValid()) {
        if (!saysMore) return {};
        return {{u"extendedTo"_s, Text::tr("请填写延期到哪一天；没有延期，就把后面几项也清空")}};
    }
    if (organisation.termEndsOn.isNull())
        return {{u"termEndsOn"_s, Text::tr("先填届满日期，才能登记延期")}};
    const QDate ends = organisation.termEndsOn.latest();
    FormProblems problems;
    if (extension.untilOn <= ends)
        problems.append({u"extendedTo"_s, Text::tr("延期应当晚于届满日期")});
    if (extension.untilOn > ends.addMonths(kLongestExtension))
        problems.append({u"extendedTo"_s, Text::tr("延期一般不超过1年"), true});
    if (!extension.isApproved())
        problems.append(
            {u"extensionApprover"_s, Text::tr("没有批准机关，检查时仍会提示没有批复"), true});
    return problems;
}

// 中共示范镇西荡村支部委员会 says what the short name and the type are.
void completeFromName(const Fields& fields, const QString& town) {
    const OrganisationName name = organisationName(fields.name->text(), town);
    if (name.core.isEmpty() || name.type.isEmpty()) return;
    if (fields.shortName->text().isEmpty()) fields.shortName->setText(shortOrganisationName(name));
    if (fields.type->code().isEmpty()) fields.type->setCode(name.type);
}
}

std::optional<Id<Organisation>> editOrganisation(const OrganisationDialogContext& context,
                                                 const Organisation& organisation) {
    auto* form = new Form(2);
    const Fields fields = makeFields(form, context, organisation.id);
    show(fields, organisation);
    const auto extension = extensionOf(context.store.reader(), organisation);
    if (!extension) {
        ask::error(context.parent, extension.error());
        return std::nullopt;
    }
    const TermExtension before = extension->value_or(TermExtension());
    showExtension(fields, before);
    QObject::connect(fields.name, &QLineEdit::editingFinished, form,
                     [fields, town = context.town] { completeFromName(fields, town); });
    const QString title = organisation.id.isNull()
        ? Text::tr("添加党组织")
        : Text::tr("修改党组织 — %1").arg(organisation.shortName);
    FormDialog dialog(title, form, context.parent);
    dialog.setObjectName(u"organisationDialog"_s);
    std::optional<Id<Organisation>> saved;
    dialog.setCheck([&] {
        const Organisation now = edited(fields, organisation);
        return problemsOf(context.organisations, now)
            + problemsOf(editedExtension(fields, before), now, before);
    });
    dialog.setSave([&]() -> Result<void> {
        const auto done = saveOrganisation(context.store, edited(fields, organisation),
                                           editedExtension(fields, before));
        if (!done) return fail(done.error());
        saved = done->id;
        return {};
    });
    if (!dialog.ask()) return std::nullopt;
    return saved;
}

bool askDissolve(const OrganisationDialogContext& context, const Organisation& organisation) {
    auto* form = new Form;
    auto* on = form->addDate(u"on"_s, Text::tr("撤销日期"), context.store.clock().today());
    on->setDate(context.store.clock().today());
    FormDialog dialog(Text::tr("撤销党组织 — %1").arg(organisation.shortName), form,
                      context.parent);
    dialog.setObjectName(u"dissolveDialog"_s);
    dialog.setSaveText(Text::tr("撤销"));
    dialog.setCheck([on]() -> FormProblems {
        if (on->date().isNull()) return {{u"on"_s, Text::tr("请填写日期")}};
        return {};
    });
    dialog.setSave([&]() -> Result<void> {
        return dissolveOrganisation(context.store, organisation.id, on->date());
    });
    return dialog.ask();
}

} // namespace baolei
