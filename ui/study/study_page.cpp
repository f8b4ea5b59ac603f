#include "ui/study/study_page.h"

#include "ui/base/column_menu.h"
#include "ui/base/figures.h"
#include "ui/base/pass_bar.h"
#include "ui/base/table_export.h"
#include "ui/study/person_year_panel.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QString kReached = u"reached"_s;
const QString kShort = u"short"_s;
const QString kExempt = u"exempt"_s;
const QString kSummary = u"study-summary"_s;
constexpr int kLeastPanel = 360;
constexpr int kMostPanel = 560; // grows with the type

bool isOfFigure(StudyState state, const QString& figure) {
    if (figure == kReached) return state == StudyState::Reached;
    if (figure == kShort) return state == StudyState::Short;
    return figure != kExempt || state == StudyState::Exempt;
}

bool isOfFigure(const StudyBranchLine& line, const QString& figure) {
    if (figure == kReached) return line.reached > 0;
    if (figure == kShort) return line.lacking > 0;
    return figure != kExempt || line.exempt > 0;
}
}

StudyPage::StudyPage(const PageContext& context)
    : Page(context, tr("学时"))
    , m_figures(new FigureBar(u"studyFigures"_s, this))
    , m_note(new QLabel(this))
    , m_pass(new PassBar(this)) {
    addButtons();
    body()->addWidget(m_figures);
    body()->addLayout(makeBar());
    m_panel = new PersonYearPanel(this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->addWidget(makeViews());
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::medium);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSplitByHand = true; });
    body()->addWidget(m_splitter, 1);
    m_note->setObjectName(u"studyNote"_s);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    setTypeRole(m_note, TypeRole::Small);
    setInk(m_note, Tone::Secondary);
    body()->addWidget(m_note);
    body()->addWidget(m_pass);
    setFocusProxy(m_people);
    showAnswer();
    connect(m_figures, &FigureBar::chosenChanged, this, &StudyPage::applyFilter);
    connect(m_search, &QLineEdit::textChanged, this, &StudyPage::applyFilter);
    connect(m_pass, &PassBar::goOnWanted, this, &StudyPage::refresh);
    connect(m_panel, &PersonYearPanel::exportWanted, this, &StudyPage::exportPerson);
    connect(m_panel, &PersonYearPanel::printWanted, this, &StudyPage::print);
    connect(m_panel, &PersonYearPanel::openWanted, this, [this](const Uuid& activity) {
        navigator().open({u"activities"_s, u"open"_s, {activity}});
    });
}

void StudyPage::addButtons() {
    QPushButton* sheets = addHeadButton(tr("打印汇总表"), u"printing"_s, QKeySequence::Print);
    sheets->setObjectName(u"printStudy"_s);
    QPushButton* toFile
        = addHeadButton(tr("导出"), u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E));
    toFile->setObjectName(u"exportStudy"_s);
    connect(sheets, &QPushButton::clicked, this, &StudyPage::printSummary);
    connect(toFile, &QPushButton::clicked, this, &StudyPage::exportTable);
}

QLayout* StudyPage::makeBar() {
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    m_viewButtons = new QButtonGroup(this);
    const QList<std::pair<QString, QString>> views{{u"viewPeople"_s, tr("按人")},
                                                   {u"viewBranches"_s, tr("按支部")}};
    for (int i = 0; i < views.size(); ++i) {
        auto* button = new QPushButton(views[i].second, this);
        button->setObjectName(views[i].first);
        button->setAccessibleName(views[i].second);
        button->setCheckable(true);
        button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        button->setToolTip(u"%1  Ctrl+%2"_s.arg(views[i].second).arg(i + 1));
        m_viewButtons->addButton(button, i);
        line->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this] {
            m_isViewByHand = true;
            focusProxy()->setFocus();
        });
    }
    m_viewButtons->button(People)->setChecked(true);
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"studySearch"_s);
    m_search->setAccessibleName(tr("在本页查找"));
    m_search->setPlaceholderText(tr("找姓名、党支部") + u"   Ctrl+F"_s);
    m_search->setClearButtonEnabled(true);
    line->addSpacing(space::small);
    line->addWidget(m_search, 1);
    connect(m_viewButtons, &QButtonGroup::idToggled, this, [this](int, bool isChecked) {
        if (isChecked) followView();
    });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    return line;
}

QWidget* StudyPage::makeViews() {
    m_views = new QStackedWidget(this);
    m_peopleModel = new RecordModel<StudyPersonLine>(
        studyPersonColumns(), [](const StudyPersonLine& line) { return line.person.id.value; },
        this);
    m_people = new RecordTable(u"studyPeople"_s, tr("党员学时"), this);
    m_people->setRecordModel(m_peopleModel);
    makeColumnMenu(m_people, {u"seat"_s, u"madeUp"_s, u"missed"_s});
    m_branchModel = new RecordModel<StudyBranchLine>(
        studyBranchColumns(), [](const StudyBranchLine& line) { return line.branch.value; }, this);
    m_branches = new RecordTable(u"studyBranches"_s, tr("各支部学时"), this);
    m_branches->setRecordModel(m_branchModel);
    m_views->addWidget(m_people);
    m_views->addWidget(m_branches);
    connect(m_people, &RecordTable::currentRecordChanged, this, &StudyPage::choosePerson);
    connect(m_branches, &RecordTable::recordActivated, this, &StudyPage::openBranch);
    return m_views;
}

StudyPage::View StudyPage::view() const {
    return static_cast<View>(m_viewButtons->checkedId());
}

void StudyPage::setView(View view) {
    m_viewButtons->button(view)->setChecked(true);
}

void StudyPage::followView() {
    if (!m_views || !m_panel) return;
    m_views->setCurrentIndex(view());
    m_panel->setVisible(view() == People);
    setFirstSizes();
    setFocusProxy(view() == People ? m_people : m_branches);
    applyFilter();
}

// The record of a person takes two fifths, in large type no more than the table can spare.
void StudyPage::setFirstSizes() {
    if (m_isSplitByHand) return;
    const int panel = qBound(kLeastPanel, width() * 2 / 5, scaled(kMostPanel));
    m_splitter->setSizes({width() - panel, panel});
}

void StudyPage::changeEvent(QEvent* event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange) setFirstSizes();
}

void StudyPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    setFirstSizes();
}

QSet<QByteArray> StudyPage::tables() const {
    return {"activity", "organisation", "person", "post", "movement", "setting"};
}

StudyYear StudyPage::year() const {
    return {scope().year(), clock().today()};
}

// A branch is there in a blink; a city takes seconds, and what was read before stays until then.
void StudyPage::refresh() {
    if (m_reading) m_reading->cancel();
    const auto reading = m_reading = std::make_shared<Progress>();
    m_pass->follow(tr("正在统计学时"), reading);
    runInBackground(
        this, {},
        [store = &store(), question = StudyQuestion{scope().organisation(), year()},
         reading](Progress& job) -> Result<StudyAnswer> {
            const auto own = store->newReader();
            if (!own) return fail(own.error());
            return readStudyPage(*own, question, [&](qint64 done, qint64 total) {
                return reading->report(done, total) && !job.isCancelled();
            });
        },
        [this, reading](const Result<StudyAnswer>& answer) {
            if (reading == m_reading) take(answer);
        },
        BackgroundLook::Quiet);
    if (!m_person.isNull()) readPerson(m_person);
}

void StudyPage::take(const Result<StudyAnswer>& answer) {
    m_reading.reset();
    if (!answer && answer.error().code == ErrorCode::Cancelled) {
        m_pass->endStopped(tr("已停止，表里不是最新的"));
        return;
    }
    m_pass->end();
    if (!succeeded(answer)) return;
    m_answer = *answer;
    if (!m_isViewByHand) setView(m_answer->branches.size() > 1 ? Branches : People);
    showAnswer();
}

void StudyPage::showAnswer() {
    const auto number
        = [this](qint64 known) { return m_answer ? known : FigureBar::kUnknownNumber; };
    const StudyAnswer known = m_answer.value_or(StudyAnswer{});
    m_figures->setFigures({{{}, tr("%1年党员").arg(scope().year()), number(known.everybody())},
                           {kReached, tr("达标"), number(known.reached), Status::Done},
                           {kShort, tr("还差"), number(known.lacking), Status::Incomplete},
                           {kExempt, tr("免作要求"), number(known.exempt), Status::Exempt}});
    m_peopleModel->setRecords(known.people);
    m_branchModel->setRecords(known.branches);
    QString note;
    if (m_answer) {
        note = tr("目标：党员 %1 学时〔%2〕；书记和班子成员 %3 学时〔%4〕。折算：%5。")
                   .arg(known.members.hours.text(), known.members.source, known.seats.hours.text(),
                        known.seats.source, known.conversion);
        if (known.everybody() > known.people.size())
            note += tr("人太多，“按人”只列出前 %1 人；选小一些的范围就能看全。")
                        .arg(known.people.size());
    }
    m_note->setText(note);
    applyFilter();
    selectWanted();
}

// Somebody who was asked for, else the first, so that the panel is never empty for nothing.
void StudyPage::selectWanted() {
    if (!m_wanted.isNull() && m_people->selectId(m_wanted.value)) m_wanted = {};
    if (m_person.isNull() && m_peopleModel->rowCount() > 0) m_people->selectRow(0);
}

void StudyPage::applyFilter() {
    const QString figure = m_figures->chosen();
    const QString typed = m_search->text().trimmed();
    if (view() == People)
        m_peopleModel->setFilter([figure, typed](const StudyPersonLine& line) {
            return isOfFigure(line.person.state(), figure)
                && (line.person.name.contains(typed) || line.branch.contains(typed));
        });
    else
        m_branchModel->setFilter([figure, typed](const StudyBranchLine& line) {
            return isOfFigure(line, figure) && line.name.contains(typed);
        });
    describeEmpty();
}

void StudyPage::describeEmpty() {
    for (RecordTable* table : {m_people, m_branches}) {
        EmptyState& empty = table->emptyState();
        if (!m_answer)
            empty.set(tr("正在读取……"));
        else if (m_answer->everybody() > 0)
            empty.set(tr("没有符合筛选的。"), tr("看全部"), [this] {
                m_search->clear();
                m_figures->choose({});
            });
        else
            empty.set(tr("这里还没有党员。先导入花名册，学时从到会记录里算出来，不用另外登记。"),
                      tr("到“组织与党员”去 →"), [this] { navigator().open({u"people"_s}); });
    }
}

void StudyPage::choosePerson() {
    const Id<Person> person{m_people->currentId()};
    if (!person.isNull() && person != m_person) readPerson(person);
}

void StudyPage::readPerson(Id<Person> person) {
    m_person = person;
    m_isReadingPerson = true;
    const int asked = ++m_personAsked;
    runInBackground(
        this, {},
        [store = &store(), person, asOf = year()](Progress&) -> Result<PersonYear> {
            const auto own = store->newReader();
            return own ? readPersonYear(*own, person, asOf) : fail(own.error());
        },
        [this, asked, number = year().year](const Result<PersonYear>& found) {
            if (asked != m_personAsked) return;
            m_isReadingPerson = false;
            if (succeeded(found)) m_panel->setYear(*found, number);
        },
        BackgroundLook::Quiet);
}

void StudyPage::print() {
    navigator().open(
        {u"printing"_s, u"person"_s, {m_person.value}, QString::number(scope().year())});
}

// Of the branch that is chosen, else of the first one that the printing page has.
void StudyPage::printSummary() {
    Id<Organisation> branch = scope().organisation();
    if (view() == Branches && !m_branches->currentId().isNull()) branch = {m_branches->currentId()};
    if (branch.isNull() && !m_branchModel->records().isEmpty())
        branch = m_branchModel->records().first().branch;
    navigator().open({u"printing"_s, u"form"_s, {branch.value}, kSummary});
}

void StudyPage::exportTable() {
    const QString suffix = u'-' + QString::number(scope().year());
    if (view() == People)
        exportShown(this, navigator(), *m_peopleModel, tr("党员学时"), suffix);
    else
        exportShown(this, navigator(), *m_branchModel, tr("各支部学时"), suffix);
}

void StudyPage::exportPerson() {
    exportShown(this, navigator(), m_panel->model(), m_panel->name() + tr("组织生活与学时"),
                u'-' + QString::number(scope().year()));
}

void StudyPage::openBranch(const Uuid& branch) {
    m_isViewByHand = false;
    scope().setOrganisation({branch});
}

void StudyPage::show(const Target& target) {
    const Uuid id = target.ids.value(0);
    if (id.isNull()) return;
    if (target.action == u"person"_s) showPerson({id});
    if (target.action != u"organisation"_s) return;
    m_isViewByHand = false;
    m_search->clear();
    m_figures->choose(kShort);
    scope().setOrganisation({id});
}

// Whatever hides the person gives way.
void StudyPage::showPerson(Id<Person> person) {
    m_isViewByHand = true;
    setView(People);
    m_search->clear();
    m_figures->choose({});
    if (!m_people->selectId(person.value)) m_wanted = person;
    if (m_person != person) readPerson(person);
}

} // namespace baolei
