#include "ui/people/person_form.h"

#include "core/people/columns.h"
#include "core/people/id_number.h"
#include "core/people/queries.h"
#include "ui/base/theme.h"

#include <QCheckBox>
#include <QIntValidator>
#include <QPlainTextEdit>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kTypingPauseMs = 500;
constexpr int kNoteLines = 2;
constexpr int kIdPlaces = 18;
constexpr int kMostMonths = 1200; // of correction to the years in the Party

struct Section {
    QString title;
    QList<QByteArray> columns;
};

// Every column of the record but its key and 离开日期, which has a command of its own.
QList<Section> sections() {
    return {
        {PersonForm::tr("基本情况"),
         {"name", "id_number", "sex", "born_on", "ethnicity", "native_place", "education", "degree",
          "marital", "id_remark"}},
        {PersonForm::tr("组织关系"),
         {"branch_id", "group_id", "stage", "membership", "joined_on", "full_on", "join_kind",
          "full_result", "probation_until", "joined_at", "seniority_correction", "archive_at"}},
        {PersonForm::tr("联系方式（内部使用）"),
         {"phone", "landline", "registered_phone", "registered_on", "address", "household"}},
        {PersonForm::tr("工作"),
         {"job", "work_started_on", "technical_post", "technical_title", "stratum", "frontline",
          "training", "is_migrant_worker"}},
        {PersonForm::tr("流动、失联与免作要求"),
         {"is_floating", "floating_to", "is_lost", "lost_since", "exempt_since",
          "rights_suspended_until", "quorum_exclusion", "quorum_excluded_on",
          "quorum_excluded_by"}},
        {PersonForm::tr("入党过程"),
         {"league_joined_on", "applied_on", "applied_to", "activist_on", "political"}},
        {PersonForm::tr("其他"),
         {"is_taiwanese", "background", "increase_note", "decrease_note", "note"}},
    };
}

enum class Kind { Line, Date, Choice, YesNo, Number, Branch, Group, Note };

// What the roster does not say of a column: those that it does not have.
Kind kindOf(const QByteArray& column, QString& codeTable) {
    if (column == "branch_id") return Kind::Branch;
    if (column == "group_id") return Kind::Group;
    if (column == "note" || column == "background") return Kind::Note;
    if (column == "quorum_exclusion") {
        codeTable = u"quorum_exclusion"_s;
        return Kind::Choice;
    }
    const RosterColumn* known = rosterColumn(QString::fromLatin1(column));
    if (!known)
        return column.endsWith("_on") || column.endsWith("_since") || column.endsWith("_until")
            ? Kind::Date
            : Kind::Line;
    codeTable = known->table;
    switch (known->kind) {
    case ColumnKind::Date:
        return Kind::Date;
    case ColumnKind::YesNo:
        return Kind::YesNo;
    case ColumnKind::Code:
        return Kind::Choice;
    case ColumnKind::Number:
        return Kind::Number;
    default:
        return Kind::Line;
    }
}

const Table& people() {
    return tableOf<Person>();
}

Value valueIn(const QWidget* field, const Value& before) {
    if (const auto* date = qobject_cast<const DateField*>(field)) return toValue(date->date());
    if (const auto* choice = qobject_cast<const ChoiceField*>(field)) {
        const bool isId = choice->property("isOrganisation").toBool();
        return isId ? toValue(organisationOf(choice->code())) : toValue(choice->code());
    }
    if (const auto* tick = qobject_cast<const QCheckBox*>(field)) return toValue(tick->isChecked());
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(field))
        return toValue(text->toPlainText().trimmed());
    if (const auto* line = qobject_cast<const QLineEdit*>(field)) {
        if (before.index() == 1) return qint64(line->text().trimmed().toInt());
        return toValue(line->text().trimmed());
    }
    return before;
}

void show(QWidget* field, const Value& value) {
    if (auto* date = qobject_cast<DateField*>(field)) {
        date->setDate(PartialDate::fromText(textIn(value)));
    } else if (auto* choice = qobject_cast<ChoiceField*>(field)) {
        const bool isId = choice->property("isOrganisation").toBool();
        choice->setCode(isId ? choiceOf({Uuid::fromBytes(bytesIn(value))}) : textIn(value));
    } else if (auto* tick = qobject_cast<QCheckBox*>(field)) {
        tick->setChecked(integerIn(value) != 0);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(field)) {
        text->setPlainText(textIn(value));
    } else if (auto* line = qobject_cast<QLineEdit*>(field)) {
        const qint64 number = integerIn(value);
        const bool isNumber = value.index() == 1;
        line->setText(!isNumber         ? textIn(value)
                          : number == 0 ? QString()
                                        : QString::number(number));
    }
}

ChoiceField* organisationField(const Choices& choices) {
    auto* field = new ChoiceField(choices);
    field->setProperty("isOrganisation", true);
    return field;
}
}

Choices organisationChoices(const QList<Organisation>& organisations) {
    Choices choices;
    for (const Organisation& each : organisations)
        choices.append({choiceOf(each.id), each.shortName, {each.name}});
    return choices;
}

QString choiceOf(Id<Organisation> id) {
    return id.isNull() ? QString() : id.value.toText();
}

Id<Organisation> organisationOf(const QString& choice) {
    return {Uuid::fromText(choice)};
}

PersonForm::PersonForm(const Person& person, const QList<Organisation>& organisations, QDate today)
    : m_person(person)
    , m_organisations(organisations)
    , m_today(today)
    , m_form(new Form(2)) {
    setParent(m_form);
    for (const Section& section : sections()) {
        m_form->addHeading(section.title);
        for (const QByteArray& column : section.columns)
            addField(column);
    }
    QWidget* number = m_form->field(u"id_number"_s);
    number->setMinimumWidth(
        scaled(24)
        + QFontMetrics(fontOf(TypeRole::Body)).horizontalAdvance(QString(kIdPlaces, u'0')));
    fill();
    m_wait.setSingleShot(true);
    m_wait.setInterval(kTypingPauseMs);
    connect(m_form, &Form::edited, &m_wait, qOverload<>(&QTimer::start));
    connect(&m_wait, &QTimer::timeout, this,
            [this] { m_form->showProblems(m_form->ownProblems() + problems(), false); });
    connect(qobject_cast<QLineEdit*>(m_form->field(u"id_number"_s)), &QLineEdit::editingFinished,
            this, &PersonForm::completeFromIdNumber);
    connect(qobject_cast<QComboBox*>(m_form->field(u"branch_id"_s)), &QComboBox::currentTextChanged,
            this, &PersonForm::offerGroups);
}

void PersonForm::addField(const QByteArray& column) {
    const QString key = QString::fromLatin1(column);
    const QString title = people().find(column)->title;
    QString codeTable;
    switch (kindOf(column, codeTable)) {
    case Kind::Line:
        m_form->addLine(key, title);
        break;
    case Kind::Number:
        m_form->addLine(key, title)
            ->setValidator(new QIntValidator(-kMostMonths, kMostMonths, m_form));
        break;
    case Kind::Date:
        m_form->addDate(key, title, m_today);
        break;
    case Kind::Choice:
        m_form->addChoice(key, title, choicesOf(codeTable));
        break;
    case Kind::YesNo: {
        auto* tick = m_form->addField(key, title, new QCheckBox(tr("是")));
        connect(tick, &QCheckBox::toggled, m_form, &Form::edited);
        break;
    }
    case Kind::Branch:
        m_form->addField(key, title,
                         organisationField(organisationChoices(branchesIn(m_organisations))));
        break;
    case Kind::Group:
        m_form->addField(key, title, organisationField({}));
        break;
    case Kind::Note:
        m_form->addText(key, title, kNoteLines);
        break;
    }
}

void PersonForm::fill() {
    const auto columns = people().columns();
    show(m_form->field(u"branch_id"_s), toValue(m_person.branchId));
    offerGroups();
    for (const Column& column : columns)
        if (QWidget* field = m_form->field(QString::fromLatin1(column.name)))
            show(field, column.read(&m_person));
}

// The groups of the branch that is chosen.
void PersonForm::offerGroups() {
    const auto* branch = qobject_cast<ChoiceField*>(m_form->field(u"branch_id"_s));
    auto* group = qobject_cast<ChoiceField*>(m_form->field(u"group_id"_s));
    const QString before = group->code();
    const Id<Organisation> chosen = organisationOf(branch->code());
    QList<Organisation> groups;
    for (const Organisation& each : m_organisations)
        if (each.type == u"group"_s && !chosen.isNull() && each.parentId == chosen)
            groups.append(each);
    group->setChoices(organisationChoices(groups));
    if (group->findData(before) >= 0) group->setCode(before);
    group->setEnabled(!groups.isEmpty());
}

// The number knows the day of birth and the sex; what is there already stays.
void PersonForm::completeFromIdNumber() {
    auto* line = qobject_cast<QLineEdit*>(m_form->field(u"id_number"_s));
    const IdNumber number = readIdNumber(line->text());
    if (number.fault != IdFault::None) return;
    auto* born = qobject_cast<DateField*>(m_form->field(u"born_on"_s));
    auto* sex = qobject_cast<ChoiceField*>(m_form->field(u"sex"_s));
    if (born->text().isEmpty()) born->setDate(number.birth);
    if (sex->code().isEmpty()) sex->setCode(number.sex);
}

Person PersonForm::person() const {
    Person edited = m_person;
    for (const Column& column : people().columns())
        if (const QWidget* field = m_form->field(QString::fromLatin1(column.name)))
            column.write(&edited, valueIn(field, column.read(&edited)));
    return edited;
}

FormProblems PersonForm::problems() const {
    FormProblems found;
    for (const FieldProblem& each : checkPerson(person(), m_today))
        found.append({QString::fromLatin1(each.column), each.message, !each.isRefused});
    // Nobody is counted whose stage is not known; who is there without one may be mended bit by
    // bit.
    if (person().stage.isEmpty())
        found.append({u"stage"_s, tr("请选择人员类别"), !m_person.id.isNull()});
    return found;
}

} // namespace baolei
