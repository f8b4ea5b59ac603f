#include "ui/printing/print_choices.h"

#include "ui/base/theme.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
enum PeriodChoice { WholeYear, ScopePeriod };
enum FormRole { IdRole = Qt::UserRole, MonthlyRole, TownRole };
constexpr int kWidth = 280;
}

PrintChoices::PrintChoices(QWidget* parent)
    : QWidget(parent)
    , m_branch(new ChoiceField({}, false))
    , m_period(new QComboBox)
    , m_forms(new QListWidget)
    , m_recordTitle(new QLabel(tr("这次会议的表")))
    , m_recordForms(new QComboBox) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    const auto add = [&](const QString& title, const QString& name, QWidget* field, int stretch) {
        auto* label = new QLabel(title);
        label->setBuddy(field);
        column->addWidget(label);
        field->setObjectName(name);
        field->setAccessibleName(title);
        column->addWidget(field, stretch);
        if (stretch == 0) column->addSpacing(space::small);
    };
    m_recordTitle->setBuddy(m_recordForms);
    column->addWidget(m_recordTitle);
    m_recordForms->setObjectName(u"printRecordForm"_s);
    m_recordForms->setAccessibleName(m_recordTitle->text());
    column->addWidget(m_recordForms);
    add(tr("党支部"), u"printBranch"_s, m_branch, 0);
    add(tr("期间"), u"printPeriod"_s, m_period, 0);
    add(tr("表"), u"printForms"_s, m_forms, 1);
    fillForms();
    setRecordForms({}, {});
    followType();
    connect(m_branch, &QComboBox::currentIndexChanged, this, &PrintChoices::changed);
    connect(m_period, &QComboBox::currentIndexChanged, this, &PrintChoices::changed);
    connect(m_recordForms, &QComboBox::activated, this,
            [this] { emit recordFormChosen(m_recordForms->currentData().toString()); });
    connect(m_forms, &QListWidget::currentRowChanged, this, [this] {
        suitPeriod();
        emit changed();
    });
}

void PrintChoices::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) followType();
}

void PrintChoices::followType() {
    setFixedWidth(scaled(kWidth));
    for (int row = 0; row < m_forms->count(); ++row)
        m_forms->item(row)->setSizeHint({0, rowHeight()});
}

void PrintChoices::fillForms() {
    QStringList problems;
    for (const PrintableForm& each : printableForms(&problems)) {
        auto* item = new QListWidgetItem(each.title, m_forms);
        item->setData(IdRole, each.id);
        item->setData(MonthlyRole, each.isMonthly);
        item->setData(TownRole, each.isForTown);
    }
    m_forms->setCurrentRow(0);
    for (const QString& problem : problems) {
        auto* item = new QListWidgetItem(tr("⚠ 有一张表写错了"), m_forms);
        item->setToolTip(problem);
        item->setFlags(Qt::NoItemFlags);
    }
}

// Sheets for the wall, ballots and notices are of a month; what is bound in the handbook covers the
// year.
void PrintChoices::suitPeriod() {
    const QListWidgetItem* item = m_forms->currentItem();
    if (!item) return;
    const QSignalBlocker quiet(m_period);
    m_period->setCurrentIndex(item->data(MonthlyRole).toBool() ? ScopePeriod : WholeYear);
}

void PrintChoices::setBranches(const QList<Organisation>& branches) {
    const QString chosen = m_branch->code();
    Choices choices;
    for (const Organisation& branch : branches)
        choices.append({branch.id.value.toText(), branch.shortName, {branch.name}});
    const QSignalBlocker quiet(m_branch);
    m_branches = branches;
    m_branch->setChoices(choices, false);
    if (m_branch->findData(chosen) >= 0) m_branch->setCode(chosen);
}

void PrintChoices::setPeriods(const Period& year, const Period& period) {
    const int chosen = qMax(0, m_period->currentIndex());
    const QSignalBlocker quiet(m_period);
    m_periods = {year};
    if (period != year) m_periods.append(period);
    m_period->clear();
    for (const Period& each : m_periods)
        m_period->addItem(each.chinese());
    m_period->setCurrentIndex(qMin(chosen, int(m_periods.size()) - 1));
}

bool PrintChoices::chooseBranch(Id<Organisation> id) {
    const int at = m_branch->findData(id.value.toText());
    if (at < 0) return false;
    const QSignalBlocker quiet(m_branch);
    m_branch->setCurrentIndex(at);
    return true;
}

void PrintChoices::chooseForm(const QString& id) {
    const QSignalBlocker quiet(m_forms);
    m_forms->setCurrentRow(-1);
    for (int row = 0; row < m_forms->count(); ++row)
        if (!id.isEmpty() && m_forms->item(row)->data(IdRole).toString() == id)
            m_forms->setCurrentRow(row);
    suitPeriod();
}

std::optional<Organisation> PrintChoices::branch() const {
    const QString code = m_branch->currentData().toString();
    for (const Organisation& branch : m_branches)
        if (branch.id.value.toText() == code) return branch;
    return std::nullopt;
}

Period PrintChoices::period() const {
    return m_periods.value(m_period->currentIndex());
}

QString PrintChoices::form() const {
    const QListWidgetItem* item = m_forms->currentItem();
    return item ? item->data(IdRole).toString() : QString();
}

bool PrintChoices::isForTown() const {
    const QListWidgetItem* item = m_forms->currentItem();
    return item && item->data(TownRole).toBool();
}

void PrintChoices::setRecordForms(const QList<PrintableForm>& forms, const QString& chosen) {
    const QSignalBlocker quiet(m_recordForms);
    m_recordForms->clear();
    for (const PrintableForm& each : forms)
        m_recordForms->addItem(each.title, each.id);
    m_recordForms->setCurrentIndex(m_recordForms->findData(chosen));
    m_recordTitle->setVisible(!forms.isEmpty());
    m_recordForms->setVisible(!forms.isEmpty());
}

} // namespace baolei
