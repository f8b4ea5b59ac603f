#include "ui/activities/exemption_dialog.h"

#include "core/activities/compliance.h"
#include "ui/base/ask.h"
#include "ui/base/form_dialog.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExemptionDialog)
};

struct Fields {
    ChoiceField* organisation;
    DateField* from;
    DateField* until;
    QLineEdit* reason;
    QLineEdit* approver;
    DateField* approvedOn;
};

// The branch itself, and what is above it: then all below are free.
Choices holders(const Reader& reader, Id<Organisation> branch) {
    Choices choices;
    for (Id<Organisation> id = branch; !id.isNull();) {
        const auto found = reader.find(id);
        if (!found || !*found || choices.size() > 20) break; // a tree is never so deep
        const QString name = (*found)->shortName;
        choices.append(
            {id.value.toText(), choices.isEmpty() ? name : Text::tr("%1及全部下级").arg(name)});
        id = (*found)->parentId;
    }
    return choices;
}

Fields makeFields(Form* form, const PageContext& context, const Rule& rule,
                  const ExemptionStart& start) {
    const QDate today = context.clock().today();
    Fields made{};
    auto* what = form->addField(
        u"rule"_s, Text::tr("免哪一项"),
        new QLabel(Text::tr("%1（规则 %2，%3）").arg(rule.title, rule.id, rule.source.text())), 2);
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    made.organisation
        = form->addField(u"organisation"_s, Text::tr("哪个党组织"),
                         new ChoiceField(holders(context.reader(), start.organisation), false), 2);
    made.from = form->addDate(u"from_on"_s, Text::tr("从"), today);
    made.until = form->addDate(u"until_on"_s, Text::tr("到"), today);
    const QString unit = unitText(rule.per);
    made.until->setToolTip(Text::tr("起止两天所在的%1，以及中间的%1，都不再要求").arg(unit));
    made.reason = form->addField(u"reason"_s, Text::tr("原因"), new QLineEdit, 2);
    made.reason->setPlaceholderText(Text::tr("例如：全员抗洪抢险"));
    made.approver = form->addLine(u"approver"_s, Text::tr("批准人或机关"));
    made.approver->setPlaceholderText(Text::tr("例如：镇党委"));
    made.approvedOn = form->addDate(u"approved_on"_s, Text::tr("批准日期"), today);
    made.organisation->setCode(start.organisation.value.toText());
    made.from->setDate(start.period.first());
    made.until->setDate(start.period.last());
    return made;
}

GrantedExemption edited(const Fields& fields, const QString& rule) {
    GrantedExemption exemption;
    exemption.rule = rule;
    exemption.organisationId = {Uuid::fromText(fields.organisation->code())};
    if (!fields.from->date().isNull()) exemption.fromOn = fields.from->date().earliest();
    if (!fields.until->date().isNull()) exemption.untilOn = fields.until->date().latest();
    if (!fields.approvedOn->date().isNull())
        exemption.approvedOn = fields.approvedOn->date().earliest();
    exemption.reason = fields.reason->text().trimmed();
    exemption.approver = fields.approver->text().trimmed();
    return exemption;
}

QString describe(const Reader& reader, const GrantedExemption& exemption, const Rule& rule) {
    const auto holder = reader.find(exemption.organisationId);
    QStringList lines{
        Text::tr("%1，%2").arg(rule.title, holder && *holder ? (*holder)->shortName : QString()),
        Text::tr("从 %1 到 %2")
            .arg(exemption.fromOn.toString(Qt::ISODate), exemption.untilOn.toString(Qt::ISODate)),
        Text::tr("原因：%1").arg(exemption.reason),
        exemption.approvedOn.isValid()
            ? Text::tr("批准：%1，%2")
                  .arg(exemption.approver, exemption.approvedOn.toString(Qt::ISODate))
            : Text::tr("批准：%1").arg(exemption.approver)};
    return lines.join(u'\n');
}

// False: the person has seen enough.
bool showOne(QWidget* parent, const PageContext& context, const GrantedExemption& exemption,
             const Rule& rule) {
    const auto chosen
        = ask::choose(parent, Text::tr("已批准免除"), describe(context.reader(), exemption, rule),
                      {Text::tr("知道了"), Text::tr("不再免除")});
    if (!chosen) return false;
    if (*chosen == 0) return true;
    if (const auto done = removeExemption(context.store, exemption.id); !done) {
        ask::error(parent, done.error());
        return false;
    }
    context.navigator.say(Text::tr("不再免除：%1。按 Ctrl+Z 可以撤销").arg(rule.title));
    return true;
}
}

bool grantExemption(QWidget* parent, const PageContext& context, const ExemptionStart& start) {
    const auto rules = townRules(context.reader());
    const Rule* rule = rules ? rules->book.find(start.rule, start.period.last()) : nullptr;
    if (!rules) ask::error(parent, rules.error());
    if (!rule) return false;
    auto* form = new Form(2);
    const Fields fields = makeFields(form, context, *rule, start);
    FormDialog dialog(Text::tr("登记免除"), form, parent);
    dialog.setObjectName(u"exemptionDialog"_s);
    dialog.setSaveText(Text::tr("登记"));
    dialog.setCheck([&] {
        FormProblems problems;
        for (const FieldProblem& each :
             checkExemption(edited(fields, rule->id), context.clock().today()))
            problems.append({QString::fromLatin1(each.column), each.message});
        return problems;
    });
    dialog.setSave([&]() -> Result<void> {
        const auto saved = saveExemption(context.store, edited(fields, rule->id));
        if (!saved) return fail(saved.error());
        return {};
    });
    if (!dialog.ask()) return false;
    context.navigator.say(Text::tr("已登记免除：%1。按 Ctrl+Z 可以撤销").arg(rule->title));
    return true;
}

void showExemptions(QWidget* parent, const PageContext& context, Id<Organisation> organisation,
                    const QString& kind, const Period& month) {
    const auto rules = townRules(context.reader());
    if (!rules) {
        ask::error(parent, rules.error());
        return;
    }
    for (const Rule& rule : rules->book.rules) {
        if (rule.kind != RuleKind::Frequency || rule.activities.value(0) != kind) continue;
        const Period period = Period::containing(month.last(), rule.per);
        const auto granted
            = exemptionsOver(context.reader(), organisation, period.first(), period.last());
        if (!granted) {
            ask::error(parent, granted.error());
            return;
        }
        for (const GrantedExemption& each : *granted)
            if (isOfRule(each, rule) && !showOne(parent, context, each, rule)) return;
    }
}

} // namespace baolei
