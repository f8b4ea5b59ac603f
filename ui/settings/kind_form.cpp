#include "ui/settings/kind_form.h"

#include "ui/base/form_dialog.h"
#include "ui/base/theme.h"
#include "ui/settings/kind_fields.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QIntValidator>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(KindForm)
};

const QString kHours = u"hours"_s; // the field that says the hours, where a record is to say them

Choices choices(const QStringList& names) {
    Choices made;
    for (const QString& name : names)
        made.append({QString::number(made.size()), name});
    return made;
}

// The choices stand for the values of an enumeration, in its order.
template <typename E> void choose(ChoiceField* field, E value) {
    field->setCode(QString::number(static_cast<int>(value)));
}
template <typename E> E chosen(const ChoiceField* field) {
    return static_cast<E>(field->code().toInt());
}

void require(QStringList& required, const QString& column, bool isRequired) {
    required.removeAll(column);
    if (isRequired) required.append(column);
}

/// What a kind is worth in hours of study, as a clerk would say it.
enum class Worth { Nothing, ByClock, Said };

Worth worthOf(const StudyWorth& worth) {
    if (!worth.field.isEmpty()) return Worth::Said;
    return worth.isStudy() ? Worth::ByClock : Worth::Nothing;
}

/// How often, the unit and “when there is occasion” in one choice.
enum class Cadence { Year, Quarter, Month, Occasion };

class KindForm {
public:
    explicit KindForm(QDate today);
    Form* form() const { return m_form; }
    void show(const OwnKind& own);
    OwnKind edited(OwnKind own) const;

private:
    ChoiceField* addChoice(const QString& key, const QString& label, const QStringList& names) {
        return m_form->addField(key, label, new ChoiceField(choices(names), false));
    }
    void addRequired();
    void followCadence();
    StudyWorth worth(ActivityKind& kind) const;

    Form* m_form;
    QLineEdit* m_name;
    QLineEdit* m_short;
    QLineEdit* m_symbol;
    ChoiceField* m_attends;
    ChoiceField* m_heldBy;
    ChoiceField* m_quorum;
    ChoiceField* m_voting;
    ChoiceField* m_cadence;
    QLineEdit* m_times;
    DateField* m_from;
    ChoiceField* m_worth;
    QCheckBox* m_points;
    QCheckBox* m_disclosed;
    QList<std::pair<QString, QCheckBox*>> m_required;
    QLineEdit* m_document;
    QLineEdit* m_article;
    QCheckBox* m_checked;
    KindFields* m_fields;
};

QWidget* inOneLine(const QList<QCheckBox*>& boxes) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    for (QCheckBox* box : boxes)
        row->addWidget(box);
    row->addStretch(1);
    line->setFocusProxy(boxes.first());
    return line;
}

KindForm::KindForm(QDate today)
    : m_form(new Form(2)) {
    m_name = m_form->addLine(u"name"_s, Text::tr("名称"));
    m_name->setPlaceholderText(Text::tr("例如：读书会"));
    m_short = m_form->addLine(u"short"_s, Text::tr("简称"));
    m_short->setPlaceholderText(Text::tr("一两个字，如：读书"));
    m_symbol = m_form->addLine(u"symbol"_s, Text::tr("代号"));
    m_symbol->setPlaceholderText(Text::tr("一个字；空着用简称的第一个字"));
    m_attends = addChoice(u"attends"_s, Text::tr("应到"),
                          {Text::tr("支部全体党员"), Text::tr("支委会成员"), Text::tr("党小组全体"),
                           Text::tr("每次自己选"), Text::tr("不记到会")});
    m_heldBy = addChoice(u"heldBy"_s, Text::tr("由谁开展"),
                         {Text::tr("党支部（党小组）"), Text::tr("党支部，也可由上级党组织")});
    m_quorum = addChoice(
        u"quorum"_s, Text::tr("到会要求"),
        {Text::tr("不作要求"), Text::tr("应到的半数以上"), Text::tr("有表决权的半数以上")});
    m_voting = addChoice(u"vote"_s, Text::tr("表决"),
                         {Text::tr("不表决"), Text::tr("一般事项"), Text::tr("各种事项和选举")});
    m_worth = addChoice(u"worth"_s, Text::tr("学时"),
                        {Text::tr("不算学时"), Text::tr("按起止时间算"), Text::tr("每次另填学时")});
    m_form->addHeading(Text::tr("多久一次"));
    m_cadence = addChoice(
        u"cadence"_s, Text::tr("要求"),
        {Text::tr("每年"), Text::tr("每季度"), Text::tr("每月"), Text::tr("不作要求，有需要才开")});
    m_times = m_form->addLine(u"times"_s, Text::tr("次数"));
    m_times->setValidator(new QIntValidator(1, kMostTimes, m_times));
    m_from = m_form->addDate(u"from"_s, Text::tr("从哪天起"), today);
    m_form->addHeading(Text::tr("记录时填什么"));
    addRequired();
    m_fields = m_form->addField(u"fields"_s, Text::tr("另记的栏目"), new KindFields, 2);
    m_form->addHeading(Text::tr("依据"));
    m_document = m_form->addLine(u"source"_s, Text::tr("文件"));
    m_document->setPlaceholderText(Text::tr("文件名称和文号；没有文件就写“本镇做法”"));
    m_article = m_form->addLine(u"article"_s, Text::tr("条款"));
    m_checked = new QCheckBox(Text::tr("文件原件已核对"));
    m_points = new QCheckBox(Text::tr("到会计入积分"));
    m_disclosed = new QCheckBox(Text::tr("列入每月公示"));
    m_form->addField(u"flags"_s, Text::tr("其他"), inOneLine({m_checked, m_points, m_disclosed}),
                     2);
    QObject::connect(m_cadence, &QComboBox::currentIndexChanged, m_form,
                     [this] { followCadence(); });
    QObject::connect(m_fields, &KindFields::edited, m_form, &Form::edited);
}

void KindForm::addRequired() {
    const QList<std::pair<QString, QString>> common{
        {u"place"_s, Text::tr("地点")},      {u"host"_s, Text::tr("主持人")},
        {u"recorder"_s, Text::tr("记录人")}, {u"title"_s, Text::tr("主题")},
        {u"agenda"_s, Text::tr("议题")},     {u"content"_s, Text::tr("内容")}};
    QList<QCheckBox*> boxes;
    for (const auto& [column, name] : common) {
        boxes.append(new QCheckBox(name));
        boxes.last()->setObjectName(u"required-"_s + column);
        m_required.append({column, boxes.last()});
    }
    m_form->addField(u"required"_s, Text::tr("必须填写"), inOneLine(boxes), 2);
}

void KindForm::followCadence() {
    const bool isAsked = chosen<Cadence>(m_cadence) != Cadence::Occasion;
    m_times->setEnabled(isAsked);
    m_from->setEnabled(isAsked);
}

void KindForm::show(const OwnKind& own) {
    const ActivityKind& kind = own.kind;
    m_name->setText(kind.name);
    m_short->setText(kind.shortName);
    m_symbol->setText(kind.symbol);
    choose(m_attends, kind.attends);
    choose(m_heldBy, kind.heldBy);
    choose(m_quorum, kind.quorum);
    choose(m_voting, kind.voting);
    choose(m_worth, worthOf(kind.hours));
    choose(m_cadence, own.times > 0 ? static_cast<Cadence>(own.per) : Cadence::Occasion);
    m_times->setText(QString::number(qMax(own.times, 1)));
    m_from->setDate(own.from);
    for (const auto& [column, box] : m_required)
        box->setChecked(kind.required.contains(column));
    QList<ActivityField> fields = kind.fields;
    fields.removeIf([&kind](const ActivityField& field) { return field.id == kind.hours.field; });
    m_fields->setFields(fields);
    m_document->setText(kind.source.document);
    m_article->setText(kind.source.article);
    m_checked->setChecked(kind.source.checked == Checked::Confirmed);
    m_points->setChecked(kind.points == u"attendance"_s);
    m_disclosed->setChecked(kind.isDisclosed);
    followCadence();
}

// The hours that a record says have a field of their own, which is added and taken away with it.
StudyWorth KindForm::worth(ActivityKind& kind) const {
    StudyWorth worth = kind.hours;
    const Worth wanted = chosen<Worth>(m_worth);
    if (!fieldWithId(kind, worth.less)) worth.less.clear();
    if (wanted == worthOf(worth) && wanted != Worth::Said) return worth;
    if (wanted == Worth::Nothing) return {};
    if (wanted == Worth::ByClock) return {{}, StudyWorth::By::Hour, {}};
    if (worth.field.isEmpty()) worth = {kHours, StudyWorth::By::Hour, {}};
    kind.fields.append({worth.field, Text::tr("学时"), FieldType::Number, false, {}, {}});
    return worth;
}

OwnKind KindForm::edited(OwnKind own) const {
    ActivityKind& kind = own.kind;
    kind.name = m_name->text().trimmed();
    kind.shortName = m_short->text().trimmed();
    kind.symbol = m_symbol->text().trimmed();
    if (kind.symbol.isEmpty() && !kind.shortName.isEmpty())
        kind.symbol = kind.shortName.left(kind.shortName.at(0).isHighSurrogate() ? 2 : 1);
    kind.attends = chosen<Attends>(m_attends);
    kind.heldBy = chosen<HeldBy>(m_heldBy);
    kind.quorum = chosen<Quorum>(m_quorum);
    kind.voting = chosen<Voting>(m_voting);
    const Cadence cadence = chosen<Cadence>(m_cadence);
    own.times = cadence == Cadence::Occasion ? 0 : m_times->text().toInt();
    if (own.times > 0) own.per = static_cast<Period::Unit>(cadence);
    own.from = m_from->date().earliest();
    require(kind.required, u"attendance"_s, kind.attends != Attends::None);
    for (const auto& [column, box] : m_required)
        require(kind.required, column, box->isChecked());
    kind.fields = m_fields->fields();
    kind.hours = worth(kind);
    kind.source = {m_document->text().trimmed(), m_article->text().trimmed(),
                   m_checked->isChecked() ? Checked::Confirmed : Checked::Secondary};
    kind.points = m_points->isChecked() ? u"attendance"_s : u"none"_s;
    kind.isDisclosed = m_disclosed->isChecked();
    return own;
}
}

OwnKind newKind(QDate today) {
    OwnKind own;
    own.kind.required = {u"date"_s, u"place"_s, u"title"_s};
    own.kind.form = u"record"_s;
    own.kind.hours.otherwise = StudyWorth::By::Hour;
    own.kind.points = u"attendance"_s;
    own.kind.isDisclosed = true;
    own.from = QDate(today.year(), today.month(), 1);
    return own;
}

OwnKind kindLike(const OwnKind& kind, QDate today) {
    OwnKind own = kind;
    own.kind.id.clear();
    own.kind.name.clear();
    own.kind.shortName.clear();
    own.kind.symbol.clear();
    own.kind.day.clear();
    own.kind.form = u"record"_s; // the others have the name of their kind for a title
    own.kind.isRegister = false;
    own.kind.isRetired = false;
    own.kind.source = {};
    own.until = QDate();
    own.from = QDate(today.year(), today.month(), 1);
    return own;
}

bool editKind(Store& store, const OwnKind& own, const QList<ActivityKind>& others,
              QWidget* parent) {
    KindForm fields(store.clock().today());
    fields.show(own);
    FormDialog dialog(own.kind.id.isEmpty() ? Text::tr("新的活动种类") : Text::tr("修改活动种类"),
                      fields.form(), parent);
    dialog.setCheck([&] {
        FormProblems problems;
        for (const FieldProblem& each : checkOwnKind(fields.edited(own), others))
            problems.append({QString::fromLatin1(each.column), each.message, !each.isRefused});
        return problems;
    });
    dialog.setSave([&]() -> Result<void> {
        const auto saved = saveOwnKind(store, fields.edited(own));
        return saved ? Result<void>() : fail(saved.error());
    });
    return dialog.ask();
}

} // namespace baolei
