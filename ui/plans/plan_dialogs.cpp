#include "ui/plans/plan_dialogs.h"

#include "ui/base/ask.h"
#include "ui/base/form_dialog.h"

#include <QCoreApplication>
#include <QIntValidator>
#include <QLabel>
#include <QPlainTextEdit>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanDialogs)
};

constexpr int kFirstYear = 1921;
constexpr int kLastYear = 2199;

struct ItemFields {
    ChoiceField* month;
    ChoiceField* kind;
    QLineEdit* title;
    QLineEdit* method;
    QLineEdit* responsible;
    DateField* day;
    QPlainTextEdit* note;
};

Choices monthChoices() {
    Choices choices;
    for (int month = 1; month <= 12; ++month)
        choices.append({QString::number(month), monthText(month)});
    choices.append({u"0"_s, monthText(0)});
    return choices;
}

// Other work is a choice like any kind.
const QString kOtherWork = u"other"_s;

Choices kindChoices(const QList<ActivityKind>& kinds) {
    Choices choices;
    for (const ActivityKind& kind : kinds)
        choices.append({kind.id, kind.name, {kind.shortName}});
    choices.append({kOtherWork, Text::tr("其他工作")});
    return choices;
}

ItemFields makeItemFields(Form* form, const PlanItem& item, const QList<ActivityKind>& kinds,
                          QDate today) {
    ItemFields made{};
    made.month
        = form->addField(u"month"_s, Text::tr("月份"), new ChoiceField(monthChoices(), false));
    made.kind
        = form->addField(u"kind"_s, Text::tr("类型"),
                         new ChoiceField(kindChoices(offeredKinds(kinds, {item.kind})), false));
    made.title = form->addField(u"title"_s, Text::tr("内容"), new QLineEdit, 2);
    made.title->setPlaceholderText(Text::tr("例如：主题党日：清理河道"));
    made.method = form->addLine(u"method"_s, Text::tr("方式"));
    made.method->setPlaceholderText(Text::tr("例如：集中学习、志愿服务"));
    made.responsible = form->addLine(u"responsible"_s, Text::tr("责任人"));
    made.day = form->addDate(u"day"_s, Text::tr("计划日期"), today);
    made.day->setPlaceholderText(Text::tr("没有定哪一天就空着"));
    made.note = form->addText(u"note"_s, Text::tr("备注"), 2);
    return made;
}

void show(const ItemFields& fields, const PlanItem& item) {
    fields.month->setCode(QString::number(item.month));
    fields.kind->setCode(item.kind.isEmpty() ? kOtherWork : item.kind);
    fields.title->setText(item.title);
    fields.method->setText(item.method);
    fields.responsible->setText(item.responsible);
    fields.day->setDate(item.day);
    fields.note->setPlainText(item.note);
}

PlanItem edited(const ItemFields& fields, PlanItem item) {
    item.month = fields.month->code().toInt();
    item.kind = fields.kind->code() == kOtherWork ? QString() : fields.kind->code();
    item.title = fields.title->text();
    item.method = fields.method->text();
    item.responsible = fields.responsible->text();
    item.day = fields.day->date().isNull() ? QDate() : fields.day->date().earliest();
    item.note = fields.note->toPlainText().trimmed();
    return item;
}

// A title that was only the kind's follows the kind and the month.
void followKind(const ItemFields& fields) {
    const auto usual = [fields] {
        return fields.kind->code() == kOtherWork || fields.kind->code().isEmpty()
            ? QString()
            : fields.month->currentText() + fields.kind->currentText();
    };
    const auto last = std::make_shared<QString>(usual());
    const auto follow = [fields, usual, last] {
        const QString now = usual();
        if (fields.title->text().trimmed().isEmpty() || fields.title->text() == *last)
            fields.title->setText(now);
        *last = now;
    };
    for (ChoiceField* field : {fields.month, fields.kind})
        QObject::connect(field, &QComboBox::currentIndexChanged, field, follow);
}

FormProblems problemsOf(const PlanItem& item, const QList<ActivityKind>& kinds) {
    FormProblems problems;
    for (const FieldProblem& each : checkPlanItem(item, kinds))
        problems.append({QString::fromLatin1(each.column), each.message, !each.isRefused});
    return problems;
}

QString shownName(const PlanCandidate& each) {
    return Text::tr("%1月%2日 %3（%4）")
        .arg(each.day.month())
        .arg(each.day.day())
        .arg(each.title, each.holder);
}

QLineEdit* addYear(Form* form, const QString& key, const QString& label, int year) {
    QLineEdit* field = form->addLine(key, label);
    field->setValidator(new QIntValidator(kFirstYear, kLastYear, field));
    field->setText(QString::number(year));
    return field;
}

FormProblems yearProblems(const QList<QLineEdit*>& fields, Form* form) {
    FormProblems problems;
    for (QLineEdit* field : fields)
        if (!field->hasAcceptableInput()) {
            const QString key = field == form->field(u"fromYear"_s) ? u"fromYear"_s : u"toYear"_s;
            problems.append({key, Text::tr("请写四位年份，例如 2026")});
        }
    return problems;
}

const QString kSelf = u"self"_s;
const QString kChosen = u"chosen"_s;
const QString kAll = u"all"_s;

Choices targetChoices(const PlanCopyStart& start) {
    Choices choices{{kSelf, Text::tr("同一个党支部，另一年")}};
    if (!start.chosen.isEmpty())
        choices.append({kChosen, Text::tr("选中的 %1 个党支部").arg(start.chosen.size())});
    choices.append({kAll, Text::tr("全部 %1 个党支部").arg(start.all.size())});
    return choices;
}
}

bool editPlanItem(QWidget* parent, const PageContext& context, const PlanItem& item,
                  const QList<ActivityKind>& kinds) {
    auto* form = new Form(2);
    const ItemFields fields = makeItemFields(form, item, kinds, context.clock().today());
    show(fields, item);
    followKind(fields);
    const bool isNew = item.id.isNull();
    FormDialog dialog(isNew ? Text::tr("添加一项计划") : Text::tr("修改计划"), form, parent);
    dialog.setObjectName(u"planItemDialog"_s);
    dialog.setCheck([&] { return problemsOf(edited(fields, item), kinds); });
    dialog.setSave([&]() -> Result<void> {
        const auto saved = savePlanItem(context.store, edited(fields, item));
        if (!saved) return fail(saved.error());
        context.navigator.say(isNew ? Text::tr("已列入计划：%1").arg(saved->title)
                                    : Text::tr("已修改计划：%1").arg(saved->title));
        return {};
    });
    return dialog.ask();
}

bool settlePlanItem(QWidget* parent, const PageContext& context, const PlanItem& item) {
    const QDate today = context.clock().today();
    const auto found = planCandidatesFor(context.reader(), item, today);
    if (!found) {
        ask::error(parent, found.error());
        return false;
    }
    const bool isActivity = !item.kind.isEmpty();
    if (isActivity && found->isEmpty()) {
        ask::inform(parent, Text::tr("还没有能认定的活动"),
                    Text::tr("这一年没有记过同一类、又没有认定给别的计划的活动。"
                             "开过的请按“记这一项”先记下来。"));
        return false;
    }
    Choices choices;
    for (const PlanCandidate& each : *found)
        choices.append({each.activity.value.toText(), shownName(each)});
    auto* form = new Form(1);
    auto* what = form->addField(u"item"_s, Text::tr("计划"),
                                new QLabel(monthText(item.month) + u' ' + item.title));
    what->setTextFormat(Qt::PlainText);
    auto* activity = form->addField(u"activity"_s, Text::tr("由哪次活动完成"),
                                    new ChoiceField(choices, !isActivity));
    DateField* day = nullptr;
    if (isActivity)
        activity->setCode(choices.first().code);
    else
        day = form->addDate(u"day"_s, Text::tr("或：哪一天办完"), today);
    if (day) day->setDate(today);
    FormDialog dialog(Text::tr("认定完成"), form, parent);
    dialog.setObjectName(u"planDoneDialog"_s);
    dialog.setSaveText(Text::tr("认定"));
    dialog.setSave([&]() -> Result<void> {
        const Id<Activity> by{Uuid::fromText(activity->code())};
        if (by.isNull())
            return finishPlanItem(context.store, item.id, day ? day->date().earliest() : QDate());
        return linkPlan(context.store, {{item.id, by}});
    });
    if (!dialog.ask()) return false;
    context.navigator.say(Text::tr("已认定完成：%1。按 Ctrl+Z 可以撤销").arg(item.title));
    return true;
}

std::optional<PlanCopy> askPlanCopy(QWidget* parent, const PlanCopyStart& start) {
    Choices sources;
    for (const PlanBranchRow& each : start.sources)
        sources.append({each.branch.value.toText(), each.name});
    auto* form = new Form(2);
    auto* from
        = form->addField(u"from"_s, Text::tr("从哪个党支部"), new ChoiceField(sources, false));
    QLineEdit* fromYear = addYear(form, u"fromYear"_s, Text::tr("哪一年的计划"), start.year);
    auto* to
        = form->addField(u"to"_s, Text::tr("复制给"), new ChoiceField(targetChoices(start), false));
    QLineEdit* toYear = addYear(form, u"toYear"_s, Text::tr("作为哪一年的"), start.year + 1);
    const auto follow = [&] {
        const int more = to->code() == kSelf ? 1 : 0;
        toYear->setText(QString::number(fromYear->text().toInt() + more));
    };
    QObject::connect(to, &QComboBox::currentIndexChanged, to, follow);
    QObject::connect(fromYear, &QLineEdit::textEdited, fromYear, follow);
    to->setCode(!start.chosen.isEmpty() ? kChosen : kSelf);
    follow();
    FormDialog dialog(Text::tr("复制计划"), form, parent);
    dialog.setObjectName(u"copyPlanDialog"_s);
    dialog.setSaveText(Text::tr("复制"));
    dialog.setCheck([&] { return yearProblems({fromYear, toYear}, form); });
    dialog.setSave([] { return Result<void>{}; });
    if (!dialog.ask()) return std::nullopt;
    PlanCopy copy;
    copy.from = {Uuid::fromText(from->code())};
    copy.fromYear = fromYear->text().toInt();
    copy.toYear = toYear->text().toInt();
    copy.to = to->code() == kAll ? start.all : start.chosen;
    if (to->code() == kSelf) copy.to = {copy.from};
    return copy;
}

} // namespace baolei
