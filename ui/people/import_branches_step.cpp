#include "ui/people/import_branches_step.h"

#include "core/people/organisation_names.h"
#include "ui/base/fields.h"
#include "ui/base/figures.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
using State = PlannedBranch::State;
using Kind = BranchChoice::Kind;

Uuid keyOf(int index) {
    Uuid key;
    for (size_t i = 0; i < sizeof index; ++i)
        key.bytes[i] = static_cast<unsigned char>(index >> (8 * i));
    key.bytes[15] = 1; // never the null id
    return key;
}

/// As the plan has it, or as decided since.
Kind kindOf(const ImportBranchLine& line) {
    if (line.choice) return line.choice->kind;
    if (line.branch.state == State::Existing) return Kind::Existing;
    return line.branch.state == State::New ? Kind::New : Kind::Refused;
}

bool isOpen(const ImportBranchLine& line) {
    return !line.choice && line.branch.state == State::Ambiguous;
}

Tone inkOf(const ImportBranchLine& line) {
    if (isOpen(line)) return Tone::Missing;
    switch (kindOf(line)) {
    case Kind::Existing:
        return Tone::Done;
    case Kind::New:
        return Tone::Due;
    case Kind::Refused:
        break;
    }
    return Tone::Exempt;
}

int rankOf(const ImportBranchLine& line) {
    return isOpen(line) ? 0 : kindOf(line) == Kind::New ? 1 : kindOf(line) == Kind::Refused ? 2 : 3;
}
}

ImportBranchesStep::ImportBranchesStep(ImportState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_table(new RecordTable(u"importBranches"_s, tr("表格里的党支部"), this))
    , m_summary(new QLabel(this)) {
    makeTable();
    m_summary->setObjectName(u"branchesSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addWidget(makePanel());
    column->addWidget(makeDefaultLine());
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { showCurrent(); });
    connect(m_table, &RecordTable::recordActivated, this, [this] {
        (m_organisation->isEnabled() ? static_cast<QWidget*>(m_organisation) : m_new)->setFocus();
    });
}

void ImportBranchesStep::makeTable() {
    using Col = RecordColumn<int>;
    m_model = new RecordModel<int>(
        {Col(u"written"_s, tr("表格里的写法"),
             [this](int i) { return at(i).branch.spellings.join(u'、'); })
             .wide(22),
         Col(u"rows"_s, tr("行数"), [this](int i) { return QString::number(at(i).rows); })
             .right()
             .wide(4)
             .sortedBy([this](int i) { return SortKey(qint64(at(i).rows)); }),
         Col(u"meaning"_s, tr("归入"), [this](int i) { return meaningOf(at(i)); })
             .filling()
             .sortedBy([this](int i) { return SortKey(qint64(rankOf(at(i)))); })
             .inked([this](int i) { return inkOf(at(i)); })},
        [](int i) { return keyOf(i); }, this);
    m_table->setRecordModel(m_model);
    m_table->emptyState().set(tr("表格里没有写党支部。"));
}

QWidget* ImportBranchesStep::makePanel() {
    auto* card = new Card(this);
    m_heading = new QLabel(card);
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    m_existing = new QRadioButton(tr("归入已有的"), card);
    m_existing->setObjectName(u"useExisting"_s);
    m_organisation = new ChoiceField({}, true, card);
    m_organisation->setObjectName(u"branchOrganisation"_s);
    m_organisation->setAccessibleName(tr("已有的党组织，可输入拼音首字母查找"));
    m_organisation->setMinimumContentsLength(20);
    m_organisation->lineEdit()->setPlaceholderText(tr("输入名称或拼音首字母查找"));
    m_new = new QRadioButton(tr("新建"), card);
    m_new->setObjectName(u"makeNew"_s);
    m_fullName = new QLineEdit(card);
    m_fullName->setObjectName(u"newFullName"_s);
    m_fullName->setAccessibleName(tr("新支部的全称"));
    m_fullName->setPlaceholderText(tr("全称"));
    m_shortName = new QLineEdit(card);
    m_shortName->setObjectName(u"newShortName"_s);
    m_shortName->setAccessibleName(tr("新支部的简称"));
    m_shortName->setPlaceholderText(tr("简称"));
    m_refused = new QRadioButton(tr("不导入这些行"), card);
    m_refused->setObjectName(u"refuseBranch"_s);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::medium);
    grid->setVerticalSpacing(space::small);
    grid->addWidget(m_existing, 0, 0);
    grid->addWidget(m_organisation, 0, 1);
    grid->addWidget(m_refused, 0, 2);
    grid->addWidget(m_new, 1, 0);
    grid->addWidget(m_fullName, 1, 1);
    grid->addWidget(m_shortName, 1, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    card->box()->addWidget(m_heading);
    card->box()->addLayout(grid);
    for (QRadioButton* button : {m_existing, m_new, m_refused})
        connect(button, &QRadioButton::clicked, this, &ImportBranchesStep::take);
    connect(m_organisation, &QComboBox::currentIndexChanged, this, [this] {
        if (m_isShowing || m_organisation->code().isEmpty()) return;
        m_existing->setChecked(true);
        take();
    });
    for (QLineEdit* line : {m_fullName, m_shortName})
        connect(line, &QLineEdit::textEdited, this, [this] {
            m_new->setChecked(true);
            take();
        });
    return card;
}

QWidget* ImportBranchesStep::makeDefaultLine() {
    m_defaultLine = new QWidget(this);
    m_defaultLabel = new QLabel(m_defaultLine);
    m_default = new ChoiceField({}, true, m_defaultLine);
    m_default->setObjectName(u"defaultBranch"_s);
    m_default->setAccessibleName(tr("没有写支部的行归入"));
    m_default->setMinimumContentsLength(20);
    m_default->lineEdit()->setPlaceholderText(tr("不指定就退回"));
    auto* line = new QHBoxLayout(m_defaultLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::small);
    line->addWidget(m_defaultLabel);
    line->addWidget(m_default, 1);
    connect(m_default, &QComboBox::currentIndexChanged, this, &ImportBranchesStep::takeDefault);
    return m_defaultLine;
}

void ImportBranchesStep::load() {
    m_isShowing = true;
    loadOrganisations();
    const ImportPlan& plan = *m_state.plan;
    m_withoutBranch = 0;
    QList<int> rows(plan.branches.size(), 0);
    for (const PlannedRow& row : plan.rows)
        ++(row.branch < 0 ? m_withoutBranch : rows[row.branch]);
    m_table->clearSelection(); // thousands of lines need not be found again
    m_model->setRecords({});
    m_lines.clear();
    QList<int> order;
    for (int i = 0; i < int(plan.branches.size()); ++i) {
        m_lines.append({plan.branches[i], rows[i]});
        order.append(i);
    }
    // What needs a look comes first.
    std::stable_sort(order.begin(), order.end(),
                     [this](int a, int b) { return rankOf(at(a)) < rankOf(at(b)); });
    m_model->setRecords(order);
    m_defaultLine->setVisible(m_withoutBranch > 0 || !m_state.options.defaultBranch.isEmpty());
    m_defaultLabel->setText(m_withoutBranch > 0 ? tr("没有写支部的%1行归入").arg(m_withoutBranch)
                                                : tr("没有写支部的行归入"));
    m_isShowing = false;
    showSummary();
    if (!m_lines.isEmpty()) m_table->selectRow(0);
    showCurrent();
}

void ImportBranchesStep::loadOrganisations() {
    if (!m_names.isEmpty() || m_state.organisations.isEmpty()) return;
    QSet<QString> seen;
    QSet<QString> twice;
    for (const Organisation& each : m_state.organisations) {
        if (seen.contains(each.shortName)) twice.insert(each.shortName);
        seen.insert(each.shortName);
    }
    Choices choices;
    for (const Organisation& each : m_state.organisations) {
        const QString name = twice.contains(each.shortName) ? each.name : each.shortName;
        choices.append({each.id.value.toText(), name, {each.name}});
        m_names.insert(each.id, name);
        m_fullNames.insert(each.id.value.toText(), each.name);
    }
    m_organisation->setChoices(choices);
    m_default->setChoices(choices);
}

void ImportBranchesStep::showSummary() {
    int found = 0;
    int made = 0;
    int open = 0;
    for (const ImportBranchLine& line : m_lines) {
        found += kindOf(line) == Kind::Existing ? 1 : 0;
        made += kindOf(line) == Kind::New ? 1 : 0;
        open += isOpen(line) ? 1 : 0;
    }
    QString text
        = tr("表格里有%1个党支部：%2个已有，%3个要新建。").arg(m_lines.size()).arg(found).arg(made);
    if (open > 0) text += tr("%1个对得上好几个支部，请选定，不选的行会退回。").arg(open);
    m_summary->setText(text);
}

QString ImportBranchesStep::nameOf(Id<Organisation> id) const {
    return m_names.value(id);
}

QString ImportBranchesStep::meaningOf(const ImportBranchLine& line) const {
    if (isOpen(line)) {
        QStringList names;
        for (const Id<Organisation>& id : line.branch.candidates)
            names.append(nameOf(id));
        return tr("○ 请选定：可能是%1").arg(names.join(u'、'));
    }
    const Organisation& found = line.branch.organisation;
    switch (kindOf(line)) {
    case Kind::Existing:
        return u"● "_s + (line.choice ? nameOf(line.choice->organisation) : found.shortName);
    case Kind::New:
        return tr("＋ 新建：%1").arg(line.choice ? line.choice->shortName : found.shortName);
    case Kind::Refused:
        break;
    }
    return tr("– 不导入");
}

const ImportBranchLine* ImportBranchesStep::current() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &at(m_model->record(row)) : nullptr;
}

void ImportBranchesStep::showCurrent() {
    if (m_isShowing) return;
    const ImportBranchLine* line = current();
    for (QWidget* each : std::initializer_list<QWidget*>{m_existing, m_organisation, m_new,
                                                         m_fullName, m_shortName, m_refused})
        each->setEnabled(line != nullptr);
    m_existing->setEnabled(line && !m_state.organisations.isEmpty());
    m_organisation->setEnabled(m_existing->isEnabled());
    const qsizetype selected = m_table->selectionModel()->selectedRows().size();
    if (!line) {
        m_heading->setText(tr("选中上面的一行，在这里改它的归属。"));
        return;
    }
    m_isShowing = true;
    m_heading->setText(selected > 1 ? tr("选中的%1个支部").arg(selected)
                                    : tr("“%1”").arg(line->branch.spellings.value(0)));
    const Kind kind = kindOf(*line);
    const Organisation& found = line->branch.organisation;
    const auto& choice = line->choice;
    const Id<Organisation> id = choice ? choice->organisation : found.id;
    m_organisation->setCode(id.isNull() ? QString() : id.value.toText());
    const bool isNew = kind == Kind::New;
    m_fullName->setText(isNew ? (choice ? choice->fullName : found.name) : QString());
    m_shortName->setText(isNew ? (choice ? choice->shortName : found.shortName) : QString());
    m_existing->setChecked(kind == Kind::Existing);
    m_new->setChecked(isNew);
    m_refused->setChecked(kind == Kind::Refused && !isOpen(*line));
    if (isOpen(*line)) // none of the three is true
        for (QRadioButton* button : {m_existing, m_new, m_refused}) {
            button->setAutoExclusive(false);
            button->setChecked(false);
            button->setAutoExclusive(true);
        }
    m_isShowing = false;
}

void ImportBranchesStep::take() {
    const ImportBranchLine* line = current();
    if (m_isShowing || !line) return;
    if (m_refused->isChecked()) {
        decide({Kind::Refused, {}, {}, {}});
    } else if (m_existing->isChecked()) {
        const Id<Organisation> id{Uuid::fromText(m_organisation->code())};
        if (id.isNull())
            m_organisation->setFocus();
        else
            decide({Kind::Existing, id, {}, {}});
    } else if (m_new->isChecked()) {
        if (m_fullName->text().trimmed().isEmpty()) {
            const OrganisationName name
                = organisationName(line->branch.spellings.value(0), m_state.plan->town);
            m_fullName->setText(fullOrganisationName(name, m_state.plan->town));
            if (m_shortName->text().isEmpty()) m_shortName->setText(shortOrganisationName(name));
        }
        const QString full = m_fullName->text().trimmed();
        const QString brief = m_shortName->text().trimmed();
        decide({Kind::New, {}, full, brief.isEmpty() ? full : brief});
    }
}

void ImportBranchesStep::decide(const BranchChoice& choice) {
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    // A name is for one branch; where it belongs can be said for many at once.
    if (choice.kind == Kind::New || rows.isEmpty()) rows = {m_table->currentIndex()};
    for (const QModelIndex& row : rows) {
        ImportBranchLine& line = m_lines[m_model->record(row.row())];
        line.choice = choice;
        choose(m_state.options, line.branch, choice);
    }
    m_state.touch();
    m_table->viewport()->update();
    showSummary();
}

void ImportBranchesStep::takeDefault() {
    if (m_isShowing) return;
    const QString name = m_fullNames.value(m_default->code());
    if (name == m_state.options.defaultBranch) return;
    m_state.options.defaultBranch = name;
    m_state.touch();
}

} // namespace baolei
