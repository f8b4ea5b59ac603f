#include "ui/settings/rule_form.h"

#include "ui/base/form_dialog.h"
#include "ui/base/theme.h"
#include "ui/settings/rule_columns.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RuleForm)
};

const QString kYes = u"yes"_s;
const QString kNo = u"no"_s;
constexpr std::array kUnits{Period::Unit::Month, Period::Unit::Quarter, Period::Unit::Year};

struct Fields {
    ChoiceField* enabled = nullptr; ///< null: may not be switched off
    ChoiceField* per = nullptr; ///< null: has no period, or a fixed one
    QList<QLineEdit*> numbers; ///< of the parameters
};

Choices unitChoices() {
    Choices choices;
    for (const Period::Unit unit : kUnits)
        choices.append({QString::number(int(unit)), Text::tr("每%1").arg(unitText(unit))});
    return choices;
}

QString boundsOf(const RuleParameter& parameter) {
    return Text::tr("%1 至 %2，原来是 %3")
        .arg(QString::number(parameter.least), QString::number(parameter.most),
             QString::number(parameter.value));
}

Fields makeFields(Form* form, const RuleSetting& setting) {
    Fields made;
    const Rule& rule = setting.inForce;
    auto* text = form->addField(u"text"_s, Text::tr("规则"), new QLabel(ruleText(setting)));
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    if (rule.mayBeWaived()) {
        made.enabled = form->addField(
            u"enabled"_s, Text::tr("是否检查"),
            new ChoiceField({{kYes, Text::tr("检查")}, {kNo, Text::tr("不检查")}}, false));
        made.enabled->setCode(rule.enabled ? kYes : kNo);
    }
    if (rule.mayBeWaived() && rule.kind == RuleKind::Frequency) {
        made.per
            = form->addField(u"per"_s, Text::tr("多久一期"), new ChoiceField(unitChoices(), false));
        made.per->setCode(QString::number(int(rule.per)));
    }
    for (qsizetype i = 0; i < rule.parameters.size(); ++i) {
        auto* line = form->addLine(rule.parameters[i].name, rule.parameters[i].title);
        line->setText(QString::number(rule.parameters[i].value));
        line->setPlaceholderText(boundsOf(setting.written.parameters[i]));
        line->setToolTip(boundsOf(setting.written.parameters[i]));
        made.numbers.append(line);
    }
    return made;
}

FormProblems problemsOf(const Fields& fields, const Rule& written) {
    FormProblems problems;
    for (qsizetype i = 0; i < fields.numbers.size(); ++i) {
        const RuleParameter& parameter = written.parameters[i];
        bool isNumber = false;
        const qint64 number = fields.numbers[i]->text().trimmed().toLongLong(&isNumber);
        if (!isNumber || number < parameter.least || number > parameter.most)
            problems.append({parameter.name, Text::tr("请填 %1").arg(boundsOf(parameter))});
    }
    return problems;
}

RuleOverride chosen(const Fields& fields, const Rule& written) {
    RuleOverride choice;
    choice.rule = written.id;
    choice.enabled = !fields.enabled || fields.enabled->code() == kYes;
    if (fields.per && fields.per->code().toInt() != int(written.per))
        choice.per = static_cast<Period::Unit>(fields.per->code().toInt());
    for (qsizetype i = 0; i < fields.numbers.size(); ++i)
        choice.parameters.insert(written.parameters[i].name,
                                 fields.numbers[i]->text().trimmed().toLongLong());
    return choice;
}
}

bool editRule(Store& store, const RuleSetting& setting, QWidget* parent) {
    auto* form = new Form;
    const Fields fields = makeFields(form, setting);
    FormDialog dialog(Text::tr("调整规则 — %1").arg(setting.written.id), form, parent);
    dialog.setObjectName(u"ruleForm"_s);
    dialog.setCheck([&] { return problemsOf(fields, setting.written); });
    dialog.setSave([&] { return overrideRule(store, chosen(fields, setting.written)); });
    return dialog.ask();
}

} // namespace baolei
