#include "ui/plans/plan_page.h"

#include "ui/base/background.h"
#include "ui/base/column_menu.h"
#include "ui/base/figures.h"
#include "ui/base/table_export.h"
#include "ui/plans/plan_actions.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QString kDone = u"done"_s;
const QString kDue = u"due"_s;
const QString kLate = u"late"_s;
const QString kNone = u"none"_s;
const QString kYearForm = u"p08"_s;

bool isOfFigure(const PlanRow& row, const QString& figure) {
    if (figure == kDone) return row.line.doneOn.isValid();
    if (figure == kDue) return row.line.state == PlanState::Due;
    return figure != kLate || row.line.state == PlanState::Late;
}

bool isOfFigure(const PlanBranchRow& row, const QString& figure) {
    if (figure == kDone) return row.figures.done > 0;
    if (figure == kDue) return row.figures.due > 0;
    if (figure == kLate) return row.figures.late > 0;
    return figure != kNone || row.figures.items == 0;
}

bool hasText(const PlanRow& row, const QString& typed) {
    const PlanItem& item = row.line.item;
    return item.title.contains(typed) || item.responsible.contains(typed)
        || item.method.contains(typed) || row.kind.contains(typed);
}
}

PlanPage::PlanPage(const PageContext& context)
    : Page(context, tr("年度计划"))
    , m_actions(new PlanActions(context, this))
    , m_figures(new FigureBar(u"planFigures"_s, this)) {
    addButtons();
    body()->addWidget(m_figures);
    body()->addLayout(makeBar());
    makeTables();
    body()->addWidget(m_tables, 1);
    body()->addLayout(makeFoot());
    addMenu();
    showFigures();
    describeEmpty();
    followChoice();
    connect(m_figures, &FigureBar::chosenChanged, this, &PlanPage::applyFilter);
    connect(m_search, &QLineEdit::textChanged, this, &PlanPage::applyFilter);
}

void PlanPage::addButtons() {
    QPushButton* more = addPrimaryButton(tr("添加一项"), u"plus"_s);
    more->setObjectName(u"addPlanItem"_s);
    QPushButton* sheets = addHeadButton(tr("打印"), u"printing"_s, QKeySequence::Print);
    sheets->setObjectName(u"printPlan"_s);
    QPushButton* toFile
        = addHeadButton(tr("导出"), u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E));
    toFile->setObjectName(u"exportPlan"_s);
    connect(more, &QPushButton::clicked, this, &PlanPage::add);
    connect(sheets, &QPushButton::clicked, this, &PlanPage::print);
    connect(toFile, &QPushButton::clicked, this, &PlanPage::exportTable);
}

QPushButton* PlanPage::addButton(QHBoxLayout* line, const QString& text, const QString& name,
                                 void (PlanPage::*action)()) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    line->addWidget(button);
    connect(button, &QPushButton::clicked, this, action);
    return button;
}

QLayout* PlanPage::makeBar() {
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    m_make = addButton(line, tr("按规定生成…"), u"makePlan"_s, &PlanPage::make);
    m_make->setToolTip(tr("把规则要求的会议逐月列入计划"));
    m_copy = addButton(line, tr("复制计划…"), u"copyPlan"_s, &PlanPage::copy);
    m_copy->setToolTip(tr("从去年，或复制给别的党支部"));
    m_link = addButton(line, tr("认定已开的活动…"), u"linkHeld"_s, &PlanPage::linkHeld);
    m_link->setToolTip(tr("先开了会、后做计划的，把已经记下的活动与计划对上"));
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"planSearch"_s);
    m_search->setAccessibleName(tr("在本页查找"));
    m_search->setPlaceholderText(tr("找内容、责任人") + u"   Ctrl+F"_s);
    m_search->setClearButtonEnabled(true);
    line->addSpacing(space::small);
    line->addWidget(m_search, 1);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    return line;
}

void PlanPage::makeTables() {
    m_tables = new QStackedWidget(this);
    m_itemModel = new RecordModel<PlanRow>(
        planColumns(), [](const PlanRow& row) { return row.line.item.id.value; }, this);
    m_items = new RecordTable(u"planItems"_s, tr("计划事项"), this);
    m_items->setRecordModel(m_itemModel);
    makeColumnMenu(m_items, {});
    m_branchModel = new RecordModel<PlanBranchRow>(
        planBranchColumns(), [](const PlanBranchRow& row) { return row.branch.value; }, this);
    m_branches = new RecordTable(u"planBranches"_s, tr("各支部计划"), this);
    m_branches->setRecordModel(m_branchModel);
    m_tables->addWidget(m_items);
    m_tables->addWidget(m_branches);
    connect(m_items, &RecordTable::currentRecordChanged, this, &PlanPage::followChoice);
    connect(m_items, &RecordTable::recordActivated, this, &PlanPage::goOn);
    connect(m_branches, &RecordTable::recordActivated, this, &PlanPage::openBranch);
    setFocusProxy(m_items);
}

QLayout* PlanPage::makeFoot() {
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    m_note = new QLabel(this);
    m_note->setObjectName(u"planNote"_s);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    line->addWidget(m_note, 1);
    m_next = addButton(line, tr("记这一项"), u"nextStep"_s, &PlanPage::goOn);
    m_settle = addButton(line, tr("认定完成…"), u"settlePlanItem"_s, &PlanPage::settle);
    m_reopen = addButton(line, tr("改为未完成"), u"reopenPlanItem"_s, &PlanPage::reopen);
    m_edit = addButton(line, tr("修改…"), u"editPlanItem"_s, &PlanPage::edit);
    m_remove = addButton(line, tr("删除"), u"removePlanItem"_s, &PlanPage::remove);
    m_next->setToolTip(tr("回车"));
    m_edit->setToolTip(u"F2"_s);
    m_remove->setToolTip(u"Delete"_s);
    return line;
}

// The same as the buttons below, by keyboard and right click.
void PlanPage::addMenu() {
    m_items->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](QPushButton* button, const QKeySequence& keys) {
        auto* made = new QAction(button->text(), m_items);
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetShortcut);
        connect(made, &QAction::triggered, button, &QPushButton::click);
        m_items->addAction(made);
    };
    add(m_edit, Qt::Key_F2);
    add(m_settle, {});
    add(m_reopen, {});
    add(m_remove, QKeySequence::Delete);
}

QSet<QByteArray> PlanPage::tables() const {
    return {"plan_item", "activity", "organisation", "exemption", "setting"};
}

// A branch is there in a blink, the counts of a city in less than a second; what was read before
// stays until then.
void PlanPage::refresh() {
    m_isReading = true;
    const int asked = ++m_asked;
    runInBackground(
        this, {},
        [store = &store(),
         question = PlanQuestion{scope().organisation(), scope().year(), clock().today()}](
            Progress&) -> Result<PlanAnswer> {
            const auto own = store->newReader();
            return own ? readPlanPage(*own, question) : fail(own.error());
        },
        [this, asked](const Result<PlanAnswer>& answer) {
            if (asked != m_asked) return;
            m_isReading = false;
            take(answer);
        },
        BackgroundLook::Quiet);
}

void PlanPage::take(const Result<PlanAnswer>& answer) {
    if (!succeeded(answer)) return;
    const bool isOther = !m_answer || m_answer->branch != answer->branch;
    m_answer = *answer;
    m_itemModel->setRecords(m_answer->items);
    m_branchModel->setRecords(m_answer->isOneBranch() ? QList<PlanBranchRow>{}
                                                      : m_answer->branches);
    m_tables->setCurrentIndex(isOneBranch() ? 0 : 1);
    setFocusProxy(isOneBranch() ? m_items : m_branches);
    m_link->setText(isOneBranch() && m_answer->candidates > 0
                        ? tr("认定已开的活动（%1）…").arg(m_answer->candidates)
                        : tr("认定已开的活动…"));
    m_link->setEnabled(!isOneBranch() || m_answer->candidates > 0);
    showFigures();
    applyFilter();
    if (isOther) chooseThisMonth();
    followChoice();
}

void PlanPage::showFigures() {
    const auto number
        = [this](qint64 known) { return m_answer ? known : FigureBar::kUnknownNumber; };
    const PlanFigures sum = m_answer ? m_answer->sum() : PlanFigures{};
    QList<FigureBar::Figure> figures{{{}, tr("%1年计划").arg(scope().year()), number(sum.items)},
                                     {kDone, tr("已完成"), number(sum.done), Status::Done},
                                     {kDue, tr("本月要办"), number(sum.due), Status::Due},
                                     {kLate, tr("逾期未办"), number(sum.late), Status::Late}};
    if (m_answer && !isOneBranch())
        figures.append({kNone, tr("还没有计划的支部"), m_answer->without(), Status::Missing});
    m_figures->setFigures(figures);
}

void PlanPage::applyFilter() {
    const QString figure = m_figures->chosen();
    const QString typed = m_search->text().trimmed();
    m_itemModel->setFilter([figure, typed](const PlanRow& row) {
        return isOfFigure(row, figure) && hasText(row, typed);
    });
    m_branchModel->setFilter([figure, typed](const PlanBranchRow& row) {
        return isOfFigure(row, figure) && row.name.contains(typed);
    });
    describeEmpty();
    followChoice();
}

void PlanPage::describeEmpty() {
    for (RecordTable* table : {m_items, m_branches}) {
        EmptyState& empty = table->emptyState();
        const bool isNarrowed = !m_search->text().isEmpty() || !m_figures->chosen().isEmpty();
        if (!m_answer)
            empty.set(tr("正在读取……"));
        else if (isNarrowed && table->recordModel()->recordCount() > 0)
            empty.set(tr("没有符合筛选的。"), tr("看全部"), [this] {
                m_search->clear();
                m_figures->choose({});
            });
        else if (isOneBranch())
            empty.set(tr("%1 %2 年还没有计划。可以按规定的次数生成，再逐项修改。")
                          .arg(m_answer->branchName)
                          .arg(scope().year()),
                      tr("按规定生成 →"), [this] { make(); });
        else
            empty.set(tr("这里还没有党支部。先导入花名册，支部会随着建好。"), tr("导入花名册 →"),
                      [this] {
                          navigator().open({u"people"_s, u"import"_s});
                      });
    }
}

// What is next in the year, not last January.
void PlanPage::chooseThisMonth() {
    if (!isOneBranch()) return;
    const QDate today = clock().today();
    for (int row = 0; row < m_itemModel->rowCount(); ++row) {
        const PlanItem& item = m_itemModel->record(row).line.item;
        if (item.deadline() < today) continue;
        m_items->selectId(item.id.value);
        return;
    }
}

void PlanPage::followChoice() {
    const PlanRow* row = isOneBranch() ? chosen() : nullptr;
    m_note->setText(row ? describe(*row)
                        : isOneBranch() || !m_answer
                        ? QString()
                        : tr("按回车打开一个党支部的计划；可以多选后一起生成、复制。"));
    for (QPushButton* button : {m_next, m_settle, m_reopen, m_edit, m_remove}) {
        button->setVisible(!m_answer || isOneBranch());
        button->setEnabled(row != nullptr);
    }
    if (!row) return;
    const bool isDone = row->line.doneOn.isValid() || !row->line.item.activityId.isNull();
    m_next->setText(nextStep(*row));
    m_next->setEnabled(!isDone || !row->line.item.activityId.isNull());
    m_settle->setEnabled(!isDone);
    m_reopen->setEnabled(isDone);
    m_next->setVisible(m_next->text() != m_settle->text());
}

const PlanRow* PlanPage::chosen() const {
    return m_itemModel->find(m_items->currentId());
}

QList<Id<Organisation>> PlanPage::wantedBranches() const {
    if (!m_answer) return {};
    if (isOneBranch()) return {m_answer->branch};
    QList<Id<Organisation>> wanted;
    for (const Uuid& each : m_branches->selectedIds())
        wanted.append({each});
    if (wanted.size() > 1) return wanted; // one is always selected
    wanted.clear();
    for (const PlanBranchRow& each : m_answer->branches)
        wanted.append(each.branch);
    return wanted;
}

void PlanPage::add() {
    if (!m_answer) return;
    const Id<Organisation> branch
        = isOneBranch() ? m_answer->branch : Id<Organisation>{m_branches->currentId()};
    if (branch.isNull()) return;
    const QDate today = clock().today();
    const bool isThisYear = scope().year() == today.year();
    m_actions->add(branch, scope().year(), isThisYear ? today.month() : 1, m_answer->kinds);
}

// Copies are handed on: the answer may be replaced while a dialog is open.
void PlanPage::edit() {
    if (const PlanRow* row = chosen())
        m_actions->edit(PlanItem(row->line.item), QList<ActivityKind>(m_answer->kinds));
}

void PlanPage::goOn() {
    const PlanRow* row = chosen();
    if (!row) return;
    if (row->line.doneOn.isValid() && row->line.item.activityId.isNull())
        edit();
    else
        m_actions->goOn(PlanRow(*row));
}

void PlanPage::settle() {
    if (const PlanRow* row = chosen()) m_actions->settle(PlanItem(row->line.item));
}

void PlanPage::reopen() {
    if (const PlanRow* row = chosen()) m_actions->reopen(PlanItem(row->line.item));
}

void PlanPage::remove() {
    QList<PlanItem> items;
    for (const Uuid& id : m_items->selectedIds())
        if (const PlanRow* row = m_itemModel->find(id)) items.append(row->line.item);
    m_actions->remove(items);
}

void PlanPage::make() {
    if (m_answer) m_actions->make(PlanAnswer(*m_answer), wantedBranches(), scope().year());
}

void PlanPage::copy() {
    if (!m_answer) return;
    QList<Id<Organisation>> chosen = wantedBranches();
    if (chosen.size() == m_answer->branches.size()) chosen.clear(); // that is all of them
    m_actions->copy(PlanAnswer(*m_answer), chosen, scope().year());
}

void PlanPage::linkHeld() {
    if (m_answer) m_actions->linkHeld(PlanAnswer(*m_answer), wantedBranches(), scope().year());
}

void PlanPage::print() {
    Id<Organisation> branch{m_branches->currentId()};
    if (isOneBranch()) branch = m_answer->branch;
    navigator().open({u"printing"_s, u"form"_s, {branch.value}, kYearForm});
}

void PlanPage::exportTable() {
    const QString suffix = u'-' + QString::number(scope().year());
    if (isOneBranch())
        exportShown(this, navigator(), *m_itemModel, m_answer->branchName + tr("年度计划"), suffix);
    else
        exportShown(this, navigator(), *m_branchModel, tr("各支部年度计划"), suffix);
}

void PlanPage::openBranch(const Uuid& branch) {
    scope().setOrganisation({branch});
}

void PlanPage::show(const Target& target) {
    const Uuid id = target.ids.value(0);
    if (target.action == u"organisation"_s && !id.isNull()) scope().setOrganisation({id});
    if (target.action == u"open"_s || target.action == u"organisation"_s) {
        m_search->clear();
        m_figures->choose(target.text);
    }
}

} // namespace baolei
