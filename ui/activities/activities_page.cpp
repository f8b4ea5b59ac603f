#include "ui/activities/activities_page.h"

#include "ui/activities/activity_detail.h"
#include "ui/activities/findings_panel.h"
#include "ui/activities/held_columns.h"
#include "ui/activities/matrix_panel.h"
#include "ui/activities/page_filters.h"
#include "ui/activities/unsaved_offer.h"
#include "ui/base/column_menu.h"
#include "ui/base/pass_bar.h"
#include "ui/base/table_export.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// The detail takes a quarter, in large type no more than the table can spare.
constexpr int kLeastDetail = 300;
constexpr int kMostDetail = 360; // grows with the type
const QString kDisclosure = u"meetings-disclosure"_s;
}

ActivitiesPage::ActivitiesPage(const PageContext& context)
    : Page(context, tr("组织生活"))
    , m_actions(new ActivityActions(context, this))
    , m_period(new QLabel(this))
    , m_unsaved(new UnsavedBar(this))
    , m_figures(new FigureBar(u"activityFigures"_s, this))
    , m_bar(new ViewBar(this))
    , m_views(new QStackedWidget(this))
    , m_pass(new PassBar(this)) {
    addButtons();
    m_period->setObjectName(u"figuresPeriod"_s);
    body()->addWidget(m_unsaved);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::medium);
    line->addWidget(m_period);
    line->addWidget(m_figures, 1);
    body()->addLayout(line);
    body()->addWidget(m_bar);
    body()->addWidget(m_views, 1);
    body()->addWidget(m_pass);
    m_views->addWidget(makeMatrix());
    m_views->addWidget(makeFindings());
    m_views->addWidget(makeList());
    setFocusProxy(m_matrix);
    showFigures();
    describeEmpty();
    connect(m_unsaved, &UnsavedBar::goOnWanted, m_actions, &ActivityActions::goOn);
    connect(m_unsaved, &UnsavedBar::dropWanted, m_actions, &ActivityActions::drop);
    connect(m_actions, &ActivityActions::unsavedChanged, this, &ActivitiesPage::showUnsaved);
    connect(m_figures, &FigureBar::chosenChanged, this, &ActivitiesPage::followFigure);
    connect(m_bar, &ViewBar::viewChanged, this, &ActivitiesPage::followView);
    connect(m_bar, &ViewBar::searchChanged, this, &ActivitiesPage::applyFilters);
    connect(m_bar, &ViewBar::kindChanged, this, &ActivitiesPage::showAnswer);
    connect(m_pass, &PassBar::goOnWanted, this, &ActivitiesPage::goOnReading);
    connect(&store(), &Store::changed, this, &ActivitiesPage::noticeChange);
}

void ActivitiesPage::addButtons() {
    QPushButton* add = addPrimaryButton(tr("记一次会"), u"plus"_s);
    add->setObjectName(u"recordActivity"_s);
    QPushButton* toPrinter = addHeadButton(tr("打印"), u"printing"_s, QKeySequence::Print);
    toPrinter->setObjectName(u"printActivities"_s);
    QPushButton* toFile
        = addHeadButton(tr("导出"), u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E));
    toFile->setObjectName(u"exportActivities"_s);
    connect(add, &QPushButton::clicked, this, &ActivitiesPage::record);
    connect(toPrinter, &QPushButton::clicked, this, &ActivitiesPage::print);
    connect(toFile, &QPushButton::clicked, this, &ActivitiesPage::exportShown);
}

QWidget* ActivitiesPage::makeMatrix() {
    m_matrix = new MatrixPanel(this);
    connect(m_matrix, &MatrixPanel::openWanted, this, &ActivitiesPage::openCell);
    connect(m_matrix->table(), &MatrixTable::linesWanted, this, &ActivitiesPage::readLines);
    connect(m_matrix->table(), &MatrixTable::menuWanted, this, [this](const QPoint& at) {
        const MatrixTable* table = m_matrix->table();
        if (m_answer && table->currentLine() && table->currentMonth() >= 0)
            m_actions->showCellMenu(*m_answer, *table->currentLine(), table->currentMonth(), at);
    });
    return m_matrix;
}

QWidget* ActivitiesPage::makeFindings() {
    m_findings = new FindingsPanel(this);
    connect(m_findings, &FindingsPanel::mendWanted, this, [this] {
        if (const FindingLine* line = m_findings->chosen())
            m_actions->mend(FindingLine(*line)); // a copy: the answer may change meanwhile
    });
    connect(m_findings, &FindingsPanel::exemptWanted, this, [this] {
        if (const FindingLine* line = m_findings->chosen()) m_actions->exempt(FindingLine(*line));
    });
    return m_findings;
}

QWidget* ActivitiesPage::makeList() {
    m_heldModel = new RecordModel<HeldLine>(
        heldColumns(), [](const HeldLine& line) { return line.activity.id.value; }, this);
    m_list = new RecordTable(u"heldList"_s, tr("活动列表"), this);
    m_list->setRecordModel(m_heldModel);
    makeColumnMenu(m_list, {u"place"_s});
    m_detail = new ActivityDetail(store(), this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::medium);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSplitByHand = true; });
    addListMenu();
    const auto open = [this] {
        if (const HeldLine* line = chosenHeld()) m_actions->open(line->activity.id);
    };
    connect(m_list, &RecordTable::currentRecordChanged, this, &ActivitiesPage::showDetail);
    connect(m_list, &RecordTable::recordActivated, this, open);
    connect(m_detail, &ActivityDetail::openWanted, this, open);
    connect(m_detail, &ActivityDetail::printWanted, this, &ActivitiesPage::print);
    connect(m_detail, &ActivityDetail::printAttachmentsWanted, this, [this] {
        if (const HeldLine* line = chosenHeld()) m_actions->printAttachments(line->activity.id);
    });
    connect(m_detail, &ActivityDetail::removeWanted, this, &ActivitiesPage::removeChosen);
    return m_splitter;
}

void ActivitiesPage::addListMenu() {
    const auto add = [this](const QString& text, const QKeySequence& keys, const auto& action) {
        auto* made = new QAction(text, m_list);
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetShortcut);
        connect(made, &QAction::triggered, this, action);
        m_list->addAction(made);
    };
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    add(tr("打开"), Qt::Key_F2, [this] {
        if (const HeldLine* line = chosenHeld()) m_actions->open(line->activity.id);
    });
    add(tr("复制到下月…"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] {
        if (const HeldLine* line = chosenHeld()) m_actions->copyToNextMonth(line->activity.id);
    });
    add(tr("打印"), {}, [this] { print(); });
    add(tr("复制"), {}, [this] { m_list->copySelection(); });
    add(tr("删除"), QKeySequence::Delete, [this] { removeChosen(); });
}

void ActivitiesPage::setFirstSizes() {
    if (m_isSplitByHand) return;
    const int detail = qBound(kLeastDetail, width() / 4, scaled(kMostDetail));
    m_splitter->setSizes({width() - detail, detail});
}

void ActivitiesPage::changeEvent(QEvent* event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange) setFirstSizes();
}

void ActivitiesPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    setFirstSizes();
}

QSet<QByteArray> ActivitiesPage::tables() const {
    return {"activity", "attachment", "organisation", "person",        "post",
            "setting",  "exemption",  "plan_item",    "term_extension"};
}

void ActivitiesPage::showAnswer() {
    if (!m_answer) return;
    m_matrix->table()->setAnswer(m_answer, m_bar->kind());
    applyFilters();
    showFigures();
}

void ActivitiesPage::showFigures() {
    m_figures->setFigures(figuresShown(m_answer.get(), m_bar->kind()));
}

// Of the view that is shown; the others when they are shown.
void ActivitiesPage::applyFilters() {
    if (!m_answer) return;
    const int kind = m_bar->kind();
    const PageFilter filter{m_figures->chosen(), kind < 0 ? QString() : m_answer->kinds[kind].id,
                            m_bar->searched(), m_answer->period, m_answer->today};
    switch (m_bar->view()) {
    case ActivityView::Matrix:
        m_matrix->table()->setFilter(
            [filter](const MatrixLine& line) { return passes(line, filter); });
        break;
    case ActivityView::Findings:
        m_findings->model()->setFilter([filter, kinds = m_answer->kinds](const FindingLine& line) {
            return passes(line, filter, kinds);
        });
        break;
    case ActivityView::List:
        m_heldModel->setFilter([filter](const HeldLine& line) { return passes(line, filter); });
        break;
    }
    describeEmpty();
}

// An empty view says why, and the one thing to do about it.
void ActivitiesPage::describeEmpty() {
    EmptyState& matrix = m_matrix->table()->emptyState();
    EmptyState& findings = m_findings->table()->emptyState();
    EmptyState& list = m_list->emptyState();
    if (!m_answer || !m_hasFindings) findings.set(tr("正在读取……"));
    if (!m_answer || !m_answer->hasHeld) list.set(tr("正在读取……"));
    if (!m_answer) {
        matrix.set(tr("正在读取……"));
        return;
    }
    const bool isNarrowed = !m_bar->searched().isEmpty() || !m_figures->chosen().isEmpty();
    const auto widen = [this] {
        m_figures->choose({});
        m_bar->clearSearch();
    };
    if (isNarrowed) {
        for (EmptyState* each : {&matrix, &findings, &list})
            each->set(tr("没有符合筛选的。"), tr("看全部"), widen);
        return;
    }
    matrix.set(tr("这里还没有党支部。先导入花名册，支部会随着建好。"), tr("导入花名册 →"), [this] {
        navigator().open({u"people"_s, u"import"_s});
    });
    if (m_hasFindings) findings.set(tr("没有要补、要办的。该开的会都开了，记录也都合要求。"));
    if (!m_answer->hasHeld) return;
    list.set(tr("%1还没有记过。").arg(m_answer->period.chinese()), tr("记一次会 →"),
             [this] { record(); });
}

void ActivitiesPage::followFigure() {
    const ActivityView wanted = viewFor(m_figures->chosen(), m_bar->view());
    if (wanted != m_bar->view()) m_bar->setView(wanted);
    applyFilters();
}

void ActivitiesPage::followView() {
    const ActivityView view = m_bar->view();
    if (viewFor(m_figures->chosen(), view) != view) m_figures->choose({});
    m_views->setCurrentIndex(static_cast<int>(view));
    QWidget* const shown = view == ActivityView::Matrix ? static_cast<QWidget*>(m_matrix->table())
        : view == ActivityView::Findings                ? static_cast<QWidget*>(m_findings->table())
                                                        : m_list;
    setFocusProxy(shown);
    shown->setFocus();
    applyFilters();
    if (view == ActivityView::Findings && !m_hasFindings) readFindings();
    if (!isReading()) showPass();
}

const HeldLine* ActivitiesPage::chosenHeld() const {
    return m_heldModel->find(m_list->currentId());
}

void ActivitiesPage::showDetail() {
    const HeldLine* line = chosenHeld();
    if (line)
        m_detail->setActivity(reader(), line->activity.id, line->kind, line->organisation);
    else
        m_detail->setActivity(reader(), {}, {}, {});
}

void ActivitiesPage::showUnsaved() {
    m_unsaved->show(reader(), unsavedOf(store()));
}

Id<Organisation> ActivitiesPage::chosenOrganisation() const {
    switch (m_bar->view()) {
    case ActivityView::Matrix:
        if (const MatrixLine* line = m_matrix->table()->currentLine()) return line->organisation;
        break;
    case ActivityView::Findings:
        if (const FindingLine* line = m_findings->chosen()) return {line->finding.organisation};
        break;
    case ActivityView::List:
        if (const HeldLine* line = chosenHeld()) return line->activity.organisationId;
        break;
    }
    return scope().organisation();
}

void ActivitiesPage::record() {
    const int kind = m_bar->kind();
    m_actions->record(scope().isWholeTown() ? chosenOrganisation() : scope().organisation(),
                      m_answer && kind >= 0 ? m_answer->kinds[kind].id : QString());
}

void ActivitiesPage::openCell(QPoint at) {
    const MatrixTable* table = m_matrix->table();
    if (!m_answer || !table->currentLine() || table->currentMonth() < 0) return;
    const auto answer = m_answer; // may be replaced while a dialog is open
    const MatrixLine line = *table->currentLine();
    m_actions->activateCell(*answer, line, table->currentMonth(), at);
}

void ActivitiesPage::print() {
    if (m_bar->view() == ActivityView::List) {
        if (const HeldLine* line = chosenHeld()) m_actions->print(line->activity.id);
        return;
    }
    const int kind = m_bar->kind();
    const QString form = m_answer && kind >= 0 ? m_answer->kinds[kind].form : kDisclosure;
    navigator().open({u"printing"_s, u"form"_s, {chosenOrganisation().value}, form});
}

void ActivitiesPage::exportShown() {
    const RecordModelBase* model = m_matrix->table()->lines();
    QString name = tr("组织生活矩阵");
    QString legend = MatrixPanel::legend();
    if (m_bar->view() == ActivityView::Findings) {
        model = m_findings->model();
        name = tr("待办");
        legend.clear();
    } else if (m_bar->view() == ActivityView::List) {
        model = m_heldModel;
        name = tr("组织生活列表");
        legend.clear();
    }
    if (!model || !m_answer) return;
    baolei::exportShown(this, navigator(), *model, name, u'-' + m_answer->period.text(), legend);
}

void ActivitiesPage::removeChosen() {
    if (const HeldLine* line = chosenHeld()) m_actions->remove(HeldLine(*line));
}

void ActivitiesPage::show(const Target& target) {
    const QList<std::pair<QString, ActivityView>> views{{u"matrix"_s, ActivityView::Matrix},
                                                        {u"findings"_s, ActivityView::Findings},
                                                        {u"list"_s, ActivityView::List}};
    for (const auto& [action, view] : views) {
        if (target.action != action) continue;
        m_bar->setView(view);
        if (viewFor(target.text, view) == view) m_figures->choose(target.text);
        if (!target.ids.isEmpty()) m_wanted = {target.ids.first()};
    }
    const Uuid id = target.ids.value(0);
    if (target.action == u"open"_s && !id.isNull()) {
        m_actions->open({id});
        return;
    }
    if (target.action == u"plan"_s && !id.isNull()) {
        m_actions->recordPlanned({id});
        return;
    }
    if (target.action == u"go-on"_s) {
        for (const UnsavedEntry& each : unsavedOf(store()))
            if (each.id == id) m_actions->goOn(each);
        return;
    }
    if (target.action != u"record"_s) return;
    QString kind;
    std::optional<Period> period;
    for (const QString& word : target.text.split(u' ', Qt::SkipEmptyParts)) {
        const auto named = Period::parse(word);
        if (named)
            period = *named;
        else
            kind = word;
    }
    m_actions->record(id.isNull() ? scope().organisation() : Id<Organisation>{id}, kind, period);
}

} // namespace baolei
