#include "ui/activities/record_form.h"

#include "core/base/normal_text.h"
#include "ui/activities/record_attendance.h"
#include "ui/activities/record_fields.h"
#include "ui/activities/record_lines.h"
#include "ui/activities/record_rows.h"
#include "ui/activities/record_votes.h"
#include "ui/base/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpressionValidator>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kColumns = 4;
constexpr int kContentLines = 4;
constexpr int kShortLines = 2;
const QString kDetail = u"details."_s;

QString titleOf(const char* column) {
    return tableOf<Activity>().find(column)->title;
}

// The label of a field that is high stands at its first line, `margin` below its edge.
void labelAtTop(Form* form, QWidget* field, int margin = space::tiny) {
    for (QLabel* label : form->findChildren<QLabel*>(Qt::FindDirectChildrenOnly)) {
        if (label->buddy() != field) continue;
        label->setContentsMargins(0, margin, 0, 0);
        form->layout()->setAlignment(label, Qt::AlignRight | Qt::AlignTop);
    }
}

void setText(QWidget* field, const QString& text) {
    if (auto* name = qobject_cast<NameField*>(field))
        name->setName(text);
    else if (auto* choice = qobject_cast<ChoiceField*>(field))
        choice->setCode(text);
    else if (auto* people = qobject_cast<PeopleField*>(field))
        people->setPeople(text);
    else if (auto* rows = qobject_cast<RowsField*>(field))
        rows->setRows(text);
    else if (auto* lines = qobject_cast<QPlainTextEdit*>(field))
        lines->setPlainText(text);
    else if (auto* line = qobject_cast<QLineEdit*>(field))
        line->setText(text);
}

QString textOf(const QWidget* field) {
    if (const auto* name = qobject_cast<const NameField*>(field)) return name->name();
    if (const auto* choice = qobject_cast<const ChoiceField*>(field)) return choice->code();
    if (const auto* people = qobject_cast<const PeopleField*>(field)) return people->people();
    if (const auto* rows = qobject_cast<const RowsField*>(field)) return rows->rows();
    if (const auto* lines = qobject_cast<const QPlainTextEdit*>(field))
        return lines->toPlainText().trimmed();
    if (const auto* line = qobject_cast<const QLineEdit*>(field)) return line->text().trimmed();
    return {};
}

QStringList namesIn(const RecordSource& source) {
    QStringList names = source.hosts;
    for (const RecordPerson& each : source.people)
        if (!names.contains(each.name)) names.append(each.name);
    return names;
}
}

RecordForm::RecordForm(const RecordFormSource& from, const ActivityRecord& record)
    : m_from(from)
    , m_form(new Form(kColumns)) {
    setParent(m_form);
    build(record);
    setRecord(record);
    connect(m_form, &Form::edited, this, [this] {
        if (m_isFilling) return;
        follow();
        emit edited();
    });
    connect(m_day, &QLineEdit::editingFinished, this, &RecordForm::dayChanged);
}

// A kind without fields of its own is a meeting with an agenda and what was resolved; another says
// itself what it has instead. What stands in a record is shown in any case.
bool RecordForm::asksFor(const QString& field, const QString& text) const {
    const ActivityKind& kind = m_from.source.kind;
    return kind.required.contains(field) || kind.fields.isEmpty() || !text.isEmpty();
}

void RecordForm::build(const ActivityRecord& record) {
    const ActivityKind& kind = m_from.source.kind;
    buildHead(!record.activity.delegation.isEmpty());
    buildDetails(false);
    if (kind.attends != Attends::None || !record.attendance.isEmpty()) buildAttendance();
    if (asksFor(u"agenda"_s, record.activity.agenda)) {
        m_agenda
            = m_form->addField(u"agenda"_s, titleOf("agenda"), new LinesField(m_form), kColumns);
        labelAtTop(m_form, m_agenda);
        connect(m_agenda, &LinesField::edited, m_form, &Form::edited);
        connect(m_agenda, &LinesField::phrasesWanted, this,
                [this] { emit phrasesWanted(u"agenda"_s); });
    }
    buildText(u"content"_s, titleOf("content"), kContentLines, m_content);
    m_content->setPlaceholderText(RecordForm::tr("写到哪一栏，都可以按 Ctrl+T 选常用语"));
    buildDetails(true);
    if (asksFor(u"resolution"_s, record.activity.resolution))
        buildText(u"resolution"_s, titleOf("resolution"), kShortLines, m_resolution);
    if (kind.voting == Voting::None && record.votes.isEmpty()) return;
    m_votes = m_form->addField(u"votes"_s, titleOf("votes"),
                               new VotesField(kind.voting, m_from.terms, m_form), kColumns);
    labelAtTop(m_form, m_votes);
    connect(m_votes, &VotesField::edited, m_form, &Form::edited);
}

void RecordForm::buildAttendance() {
    m_attendance = m_form->addField(
        u"attendance"_s, titleOf("attendance"),
        new AttendanceField(m_from.source, m_from.names, m_from.today, m_form), kColumns);
    labelAtTop(m_form, m_attendance, 0);
    connect(m_attendance, &AttendanceField::edited, m_form, &Form::edited);
}

void RecordForm::buildHead(bool hasDelegation) {
    m_title = m_form->addField(u"title"_s, titleOf("title"), new QLineEdit(m_form), kColumns);
    m_day = m_form->addDate(u"day"_s, RecordForm::tr("日期"), m_from.today);
    m_times = m_form->addField(u"time"_s, RecordForm::tr("时间"), new TimesField(m_form, m_form));
    for (TimeField* each : {m_times->start(), m_times->end()})
        connect(each, &QLineEdit::textChanged, m_form, &Form::edited);
    m_place = m_form->addField(u"place"_s, titleOf("place"),
                               new NameField(m_from.source.places, m_form), 2);
    const QStringList names = namesIn(m_from.source);
    m_host = m_form->addField(u"host"_s, titleOf("host"), new NameField(names, m_form));
    m_recorder = m_form->addField(u"recorder"_s, titleOf("recorder"), new NameField(names, m_form));
    // Only meetings that must have a quorum are the secretary's to call.
    if (m_from.source.kind.quorum == Quorum::None && !hasDelegation) return;
    m_delegation
        = m_form->addField(u"delegation"_s, RecordForm::tr("委托说明"), new QLineEdit(m_form), 2);
    m_delegation->setPlaceholderText(RecordForm::tr("书记不能主持时，写明委托谁、为什么"));
}

void RecordForm::buildDetails(bool isLong) {
    for (const ActivityField& field : m_from.source.kind.fields)
        if ((field.type == FieldType::Lines || field.type == FieldType::Rows) == isLong)
            addDetail(field);
}

void RecordForm::addDetail(const ActivityField& field) {
    const QString key = kDetail + field.id;
    switch (field.type) {
    case FieldType::Lines: {
        QPlainTextEdit* text = nullptr;
        buildText(key, field.title, kShortLines, text);
        break;
    }
    case FieldType::Date:
        m_form->addDate(key, field.title, m_from.today);
        break;
    case FieldType::Person:
        m_form->addField(key, field.title, new NameField(namesIn(m_from.source), m_form));
        break;
    case FieldType::Number: {
        static const QRegularExpression number(u"\\d{0,6}([.]\\d{0,2})?"_s);
        QLineEdit* line = m_form->addLine(key, field.title);
        line->setValidator(new QRegularExpressionValidator(number, line));
        break;
    }
    case FieldType::Choice: {
        Choices choices;
        for (const QString& option : field.options)
            choices.append({option, option});
        m_form->addChoice(key, field.title, choices);
        break;
    }
    case FieldType::People:
        m_form->addField(key, field.title, new PeopleField(namesIn(m_from.source), m_form), 2);
        break;
    case FieldType::Rows: {
        auto* rows = m_form->addField(key, field.title, new RowsField(field, m_form), kColumns);
        labelAtTop(m_form, rows, 0);
        connect(rows, &RowsField::edited, m_form, &Form::edited);
        break;
    }
    case FieldType::Text:
        m_form->addLine(key, field.title);
        break;
    }
}

void RecordForm::buildText(const QString& key, const QString& title, int lines,
                           QPlainTextEdit*& field) {
    field = m_form->addText(key, title, lines);
    // As high as its lines; what room there is goes where most is written.
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    auto* grid = qobject_cast<QGridLayout*>(m_form->layout());
    int place[4] = {};
    grid->getItemPosition(grid->indexOf(field), &place[0], &place[1], &place[2], &place[3]);
    grid->setRowStretch(place[0], lines);
    labelAtTop(m_form, field);
}

void RecordForm::setRecord(const ActivityRecord& record) {
    m_isFilling = true;
    m_record = record;
    const Activity& activity = record.activity;
    m_title->setText(activity.title);
    m_place->setName(activity.place);
    if (activity.startsAt.isValid()) {
        m_day->setDate(activity.startsAt.date());
        m_times->start()->setTime(activity.startsAt.time());
    }
    m_times->end()->setTime(activity.endsAt.time());
    m_host->setName(activity.host);
    m_recorder->setName(activity.recorder);
    if (m_delegation) m_delegation->setText(activity.delegation);
    if (m_attendance) m_attendance->setAttendance(record.attendance);
    if (m_agenda) m_agenda->setText(activity.agenda);
    m_content->setPlainText(activity.content);
    if (m_resolution) m_resolution->setPlainText(activity.resolution);
    if (m_votes) m_votes->setVotes(record.votes);
    for (const ActivityField& field : m_from.source.kind.fields)
        setText(m_form->field(kDetail + field.id), record.details.value(field.id));
    m_isFilling = false;
    follow();
}

ActivityRecord RecordForm::record() const {
    ActivityRecord record = m_record;
    Activity& activity = record.activity;
    activity.title = m_title->text().trimmed();
    activity.place = m_place->name();
    const QTime start = m_times->start()->time();
    const QTime end = m_times->end()->time();
    activity.startsAt = start.isValid() && day().isValid() ? QDateTime(day(), start) : QDateTime();
    // What went on over midnight still does.
    const qint64 nights = m_record.activity.endsAt.isValid()
        ? m_record.activity.startsAt.date().daysTo(m_record.activity.endsAt.date())
        : 0;
    activity.endsAt
        = end.isValid() && day().isValid() ? QDateTime(day().addDays(nights), end) : QDateTime();
    activity.recorder = m_recorder->name();
    if (m_delegation) activity.delegation = m_delegation->text().trimmed();
    // Of two who bear the host's name none is meant for sure; who was meant before still is.
    if (const QString host = m_host->name(); host != activity.host || activity.hostId.isNull()) {
        const RecordPerson* person = m_from.source.named(host);
        activity.host = host;
        activity.hostId = {person ? person->expected.person : Uuid{}};
    }
    if (m_attendance) record.attendance = m_attendance->attendance();
    if (m_agenda) activity.agenda = m_agenda->text();
    activity.content = m_content->toPlainText().trimmed();
    if (m_resolution) activity.resolution = m_resolution->toPlainText().trimmed();
    if (m_votes) record.votes = m_votes->votes();
    for (const ActivityField& field : m_from.source.kind.fields)
        record.details[field.id] = textOf(m_form->field(kDetail + field.id));
    return record;
}

QDate RecordForm::day() const {
    const PartialDate date = m_day->date();
    return !date.isNull() && date.earliest() == date.latest() ? date.earliest() : QDate();
}

QWidget* RecordForm::textField(const QString& name) const {
    if (name == u"agenda"_s) return m_agenda;
    if (name == u"content"_s) return m_content;
    if (name == u"resolution"_s) return m_resolution;
    return qobject_cast<QPlainTextEdit*>(m_form->field(kDetail + name));
}

QString RecordForm::textFieldAt(const QWidget* widget) const {
    QStringList names{u"agenda"_s, u"content"_s, u"resolution"_s};
    for (const ActivityField& field : m_from.source.kind.fields)
        names.append(field.id);
    for (const QString& name : std::as_const(names)) {
        const QWidget* field = textField(name);
        if (field && widget && (field == widget || field->isAncestorOf(widget))) return name;
    }
    return {};
}

QString RecordForm::chosenText(const QString& name) const {
    QWidget* field = textField(name);
    if (field == m_agenda) return m_agenda ? m_agenda->text() : QString();
    const auto* text = qobject_cast<QPlainTextEdit*>(field);
    if (!text) return {};
    const QString marked = text->textCursor().selectedText();
    return (marked.isEmpty() ? text->toPlainText() : normalText(marked)).trimmed();
}

void RecordForm::insertText(const QString& name, const QString& text) {
    QWidget* field = textField(name);
    if (!field) return;
    if (field == m_agenda) {
        m_agenda->add(text);
        return;
    }
    qobject_cast<QPlainTextEdit*>(field)->insertPlainText(text);
    field->setFocus();
}

FormProblems RecordForm::problems() const {
    FormProblems problems = m_form->ownProblems();
    const auto tell = [&](const QString& key, const QString& text) {
        if (!text.isEmpty()) problems.append({key, text});
    };
    if (m_day->problem().isEmpty() && !day().isValid())
        tell(u"day"_s, RecordForm::tr("请填写是哪一天"));
    tell(u"time"_s, m_times->problem());
    if (m_attendance) tell(u"attendance"_s, m_attendance->problem());
    if (m_votes) tell(u"votes"_s, m_votes->problem());
    return problems;
}

// What stands in one field because of another.
void RecordForm::follow() {
    if (!m_votes || !m_attendance) return;
    const AttendanceCounts counts = m_attendance->counts();
    m_votes->follow(counts.votingDue, counts.votingPresent);
}

} // namespace baolei
