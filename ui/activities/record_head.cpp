#include "ui/activities/record_head.h"

#include "ui/activities/record_joint.h"
#include "ui/base/form.h"
#include "ui/base/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QList<ActivityKind> offeredIn(const RecordSetup& setup) {
    return offeredKinds(setup.rules.kinds, {setup.kind.id, setup.also});
}
}

RecordHead::RecordHead(const RecordSetup& setup,
                       std::function<QList<OrganisationNode>()> neighbours, QWidget* parent)
    : QWidget(parent)
    , m_form(new Form(setup.hasManyPlaces() ? 3 : 2, this))
    , m_alsoLabel(new QLabel(tr("兼作"), this))
    , m_also(new ChoiceField({}, true, this))
    , m_joint(new JointField(std::move(neighbours), this))
    , m_last(new QPushButton(this))
    , m_place(new QLabel(this)) {
    m_kind = m_form->addField(u"kind"_s, tr("类型"),
                              new ChoiceField(choicesOf(offeredIn(setup)), false));
    if (setup.hasManyPlaces()) {
        m_branch = m_form->addField(u"branch"_s, tr("党组织"),
                                    new ChoiceField(choicesOf(setup.branches), false));
        listenTo(m_branch, &RecordHead::holderChosen);
    }
    m_holder = m_form->addField(u"holder"_s, tr("党小组"), new ChoiceField({}, false));
    m_place->setObjectName(u"recordPlace"_s);
    m_joint->setObjectName(u"joint"_s);
    buildAlso();
    buildLast();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::large);
    row->addWidget(m_form, 1);
    row->addWidget(m_alsoLabel);
    row->addWidget(m_also);
    row->addWidget(m_joint);
    row->addStretch(1);
    row->addWidget(m_last);
    row->addWidget(m_place);
    setFocusProxy(m_kind);
    listenTo(m_kind, &RecordHead::kindChosen);
    listenTo(m_also, &RecordHead::kindChosen);
    listenTo(m_holder, &RecordHead::holderChosen);
    connect(m_joint, &JointField::chosenChanged, this, &RecordHead::jointChosen);
    connect(m_form, &Form::finished, this, &RecordHead::finished);
}

// Beside the form: Enter, in a hurry, does not stop here.
void RecordHead::buildAlso() {
    m_also->setObjectName(u"also"_s);
    m_also->setAccessibleName(tr("兼作"));
    m_also->setToolTip(tr("一次会议同时算作两种，只记一次：如党员大会兼作党课"));
    m_alsoLabel->setBuddy(m_also);
    setInk(m_alsoLabel, Tone::Secondary);
}

void RecordHead::buildLast() {
    m_last->setObjectName(u"bringInLast"_s);
    m_last->setProperty("role", u"plain"_s);
    m_last->setAutoDefault(false);
    m_last->setFocusPolicy(Qt::ClickFocus); // Ctrl+L for the keyboard
    connect(m_last, &QPushButton::clicked, this, &RecordHead::lastWanted);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this), &QShortcut::activated, this,
            &RecordHead::lastWanted);
}

void RecordHead::listenTo(ChoiceField* field, void (RecordHead::*chosen)()) {
    connect(field, &QComboBox::activated, this, chosen);
    connect(field->lineEdit(), &QLineEdit::editingFinished, this, chosen);
}

void RecordHead::offer(const RecordSetup& setup) {
    const QSignalBlocker quiet[]{QSignalBlocker(m_kind), QSignalBlocker(m_also),
                                 QSignalBlocker(m_holder)};
    m_kind->setCode(setup.kind.id);
    const QList<Organisation> holders = setup.holders(setup.kind);
    m_holder->setChoices(choicesOf(holders), false);
    m_holder->setCode(setup.holder.id.value.toText());
    const Choices others = choicesOf(offeredIn(setup), setup.kindOf(setup.kind.id));
    m_also->setChoices(others);
    m_also->setCode(setup.also);
    showWithLabel(m_holder, holders.first().id != setup.branch.id);
    m_also->setVisible(!others.isEmpty());
    m_alsoLabel->setVisible(!others.isEmpty());
    m_joint->setChosen(setup.joint);
    m_joint->setVisible(setup.offersJoint());
    m_place->setText(setup.branch.shortName);
    m_place->setVisible(!m_branch);
    if (!m_branch) return;
    const QSignalBlocker quietBranch(m_branch);
    m_branch->setChoices(choicesOf(setup.places(setup.kind)), false);
    m_branch->setCode(setup.branch.id.value.toText());
}

void RecordHead::offerLast(const Activity* last) {
    m_last->setVisible(last);
    if (!last) return;
    const QDate day = last->startsAt.date();
    m_last->setText(tr("上次同类会议：%1月%2日，按 Ctrl+L 带入").arg(day.month()).arg(day.day()));
}

void RecordHead::alignWith(const Form& fields) {
    const auto* grid = qobject_cast<QGridLayout*>(fields.layout());
    int width = 0;
    for (int row = 0; row < grid->rowCount(); ++row)
        if (const QLayoutItem* label = grid->itemAtPosition(row, 0))
            width = qMax(width, label->sizeHint().width());
    qobject_cast<QGridLayout*>(m_form->layout())->setColumnMinimumWidth(0, width);
}

QString RecordHead::branch() const {
    return m_branch ? m_branch->code() : QString();
}

const QList<OrganisationNode>& RecordHead::joint() const {
    return m_joint->chosen();
}

void RecordHead::showWithLabel(QWidget* field, bool isShown) {
    field->setVisible(isShown);
    for (QLabel* label : m_form->findChildren<QLabel*>())
        if (label->buddy() == field) label->setVisible(isShown);
}

} // namespace baolei
