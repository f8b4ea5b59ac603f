#include "ui/home/home_page.h"

#include "ui/base/ask.h"
#include "ui/base/background.h"
#include "ui/base/figures.h"
#include "ui/base/pass_bar.h"
#include "ui/home/figure_tile.h"
#include "ui/home/todo_list.h"
#include "ui/home/year_chart.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QStackedWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSide = 376;
constexpr int kWideSide = 600;

QLabel* wrapped(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString periodWord(const HomeAnswer& answer) {
    const Period& period = answer.question.period;
    if (period.unit == Period::Unit::Quarter && answer.isNow()) return HomePage::tr("本季");
    return plainPeriod(period, answer.question.today);
}

// The meetings of this period beside those of the one before.
QString heldComparison(const HomeAnswer& answer) {
    if (!answer.heldBefore) {
        if (answer.books.branches == 0) return {};
        return HomePage::tr("平均每个支部 %1 次").arg(answer.held / answer.books.branches);
    }
    QString before = HomePage::tr("去年");
    if (answer.question.period.unit == Period::Unit::Month) before = HomePage::tr("上月");
    if (answer.question.period.unit == Period::Unit::Quarter) before = HomePage::tr("上季");
    if (answer.isNow()) return HomePage::tr("%1同期 %2 次").arg(before).arg(*answer.heldBefore);
    return HomePage::tr("%1 %2 次")
        .arg(plainPeriod(answer.question.period.previous(), answer.question.today))
        .arg(*answer.heldBefore);
}

QString branchComparison(const HomeAnswer& answer) {
    const int lacking = answer.books.branches - answer.completeBranches;
    if (answer.books.branches == 0) return {};
    if (lacking <= 0) return HomePage::tr("%1年会议记录都齐").arg(answer.year);
    return HomePage::tr("%1 个齐全，%2 个有缺").arg(answer.completeBranches).arg(lacking);
}

QString memberComparison(const HomeAnswer& answer) {
    const Books& books = answer.books;
    QString text = HomePage::tr("预备 %1").arg(books.probationary);
    if (books.arrived + books.departed > 0)
        text += HomePage::tr("，%1年增 %2 减 %3")
                    .arg(answer.year)
                    .arg(books.arrived)
                    .arg(books.departed);
    return text;
}
}

HomePage::HomePage(const PageContext& context)
    : Page(context, tr("首页"))
    , m_pages(new QStackedWidget(this)) {
    m_work = new QWidget(m_pages);
    auto* line = new QHBoxLayout(m_work);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::medium);
    line->addWidget(makeList(), 1);
    m_side = makeSide();
    line->addWidget(m_side);
    m_beginning = makeBeginning();
    m_pages->addWidget(m_work);
    m_pages->addWidget(m_beginning);
    body()->addWidget(m_pages, 1);
    setFocusProxy(m_list);
    setSizes();
    m_heading->setText(tr("正在检查各支部的记录……"));
}

QWidget* HomePage::makeList() {
    auto* card = new Card(m_work);
    card->box()->setContentsMargins(0, space::medium, 0, space::small);
    m_heading = wrapped(u"todoHeading"_s, card);
    setTypeRole(m_heading, TypeRole::Title);
    m_backToNow = new QPushButton(tr("回到本月"), card);
    m_backToNow->setObjectName(u"backToNow"_s);
    m_backToNow->hide();
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::medium, 0, space::medium, 0);
    head->addWidget(m_heading, 1);
    head->addWidget(m_backToNow);
    m_list = new TodoList(card);
    auto* messagePage = new QWidget(card);
    m_message = wrapped(u"message"_s, messagePage);
    m_message->setAlignment(Qt::AlignCenter);
    setTypeRole(m_message, TypeRole::Title);
    m_messageDetail = wrapped(u"messageDetail"_s, messagePage);
    m_messageDetail->setAlignment(Qt::AlignCenter);
    setInk(m_messageDetail, Tone::Secondary);
    auto* column = new QVBoxLayout(messagePage);
    column->addStretch(2);
    column->addWidget(m_message);
    column->addWidget(m_messageDetail);
    column->addStretch(3);
    m_listPages = new QStackedWidget(card);
    m_listPages->addWidget(m_list);
    m_listPages->addWidget(messagePage);
    card->box()->addLayout(head);
    card->box()->addWidget(m_listPages, 1);
    m_pass = new PassBar(card);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::medium, 0, space::medium, 0);
    foot->addWidget(m_pass);
    card->box()->addLayout(foot);
    connect(m_pass, &PassBar::goOnWanted, this, [this] { refresh(); });
    connect(m_list, &TodoList::opened, this, &HomePage::open);
    connect(m_backToNow, &QPushButton::clicked, this, [this] {
        scope().setPeriod(Period::containing(clock().today(), Period::Unit::Month));
    });
    return card;
}

QWidget* HomePage::makeSide() {
    auto* side = new QWidget(m_work);
    auto* tiles = new QGridLayout;
    tiles->setSpacing(space::small);
    const auto addTile = [&](const QString& name, int row, int column, const Target& target) {
        auto* tile = new FigureTile(name, side);
        tiles->addWidget(tile, row, column);
        tiles->setColumnStretch(column, 1);
        connect(tile, &FigureTile::clicked, this, [this, target] { open(target); });
        return tile;
    };
    m_members = addTile(u"membersTile"_s, 0, 0, {u"people"_s});
    m_branches = addTile(u"branchesTile"_s, 0, 1, {u"activities"_s, u"matrix"_s});
    m_held = addTile(u"heldTile"_s, 1, 0, {u"activities"_s, u"list"_s});
    m_todo = addTile(u"todoTile"_s, 1, 1, {u"activities"_s, u"findings"_s});
    auto* card = new Card(side);
    m_chartHeading = wrapped(u"chartHeading"_s, card);
    setTypeRole(m_chartHeading, TypeRole::Title);
    m_chart = new YearChart(card);
    m_chartText = wrapped(u"chartText"_s, card);
    card->box()->addWidget(m_chartHeading);
    card->box()->addWidget(m_chartText);
    card->box()->addWidget(m_chart, 1);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addLayout(tiles);
    column->addWidget(card, 1);
    connect(m_chart, &YearChart::monthChanged, this,
            [this] { m_chartText->setText(m_chart->sentence()); });
    connect(m_chart, &YearChart::monthChosen, this,
            [this](int month) { scope().setPeriod(Period::ofMonth(m_chart->year(), month)); });
    return side;
}

QWidget* HomePage::makeBeginning() {
    auto* card = new Card(m_pages);
    card->setObjectName(u"beginning"_s);
    m_beginningText = wrapped(u"beginningText"_s, card);
    setTypeRole(m_beginningText, TypeRole::Title);
    card->box()->addStretch(2);
    card->box()->addWidget(m_beginningText);
    card->box()->addSpacing(space::small);
    auto* ways = new QVBoxLayout;
    ways->setSpacing(space::medium);
    addWay(card, ways, u"importRoster"_s, tr("导入花名册 →"),
           tr("直接选从系统导出的 .xlsx、.xls、.ods 或 .csv。还没有登记的支部，导入时一并建立。"),
           {u"people"_s, u"import"_s});
    card->findChild<QPushButton*>(u"importRoster"_s)->setProperty("role", u"primary"_s);
    addWay(card, ways, u"addOrganisations"_s, tr("添加党组织 →"),
           tr("没有花名册，就先把镇党委、各村支部加进来，再添加党员。"), {u"people"_s});
    card->box()->addLayout(ways);
    card->box()->addStretch(3);
    return card;
}

// A button with its verb, and beside it what comes of it.
void HomePage::addWay(QWidget* card, QVBoxLayout* ways, const QString& name, const QString& verb,
                      const QString& teaching, const Target& target) {
    auto* button = new QPushButton(verb, card);
    button->setObjectName(name);
    button->setAccessibleDescription(teaching);
    auto* label = wrapped(name + u"Teaching"_s, card);
    label->setText(teaching);
    setInk(label, Tone::Secondary);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::large);
    line->addWidget(button);
    line->addWidget(label, 1);
    ways->addLayout(line);
    connect(button, &QPushButton::clicked, this, [this, target] { open(target); });
}

void HomePage::setSizes() {
    // On a wide screen the bars take what the list does not need.
    m_side->setFixedWidth(qBound(scaled(kSide), width() / 3, scaled(kWideSide)));
    for (const auto& name : {u"importRoster"_s, u"addOrganisations"_s})
        m_beginning->findChild<QPushButton*>(name)->setMinimumWidth(scaled(160));
}

void HomePage::changeEvent(QEvent* event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_beginning) setSizes();
}

void HomePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    setSizes();
}

QSet<QByteArray> HomePage::tables() const {
    return {"organisation", "person", "post", "movement", "activity", "setting", "exemption", "term_extension"};
}

void HomePage::refresh() {
    if (m_isReading) {
        m_readsAgain = true;
        return;
    }
    m_isReading = true;
    m_readsAgain = false;
    const HomeQuestion question{scope().organisation(), scope().period(), clock().today()};
    const auto progress = std::make_shared<Progress>();
    m_pass->follow(tr("正在检查各支部的记录"), progress);
    runInBackground(
        this, tr("正在检查各支部的记录"),
        [this, &from = store(), question, progress](Progress& job) -> Result<HomeAnswer> {
            const auto reader = from.newReader();
            if (!reader) return fail(reader.error());
            return readHome(
                *reader, question,
                [&](const PassState& state) {
                    return progress->report(state.done, state.total) && !job.isCancelled();
                },
                [this](const HomeAnswer& known) {
                    QMetaObject::invokeMethod(
                        this, [this, known] { showBooks(known); }, Qt::QueuedConnection);
                });
        },
        [this](const Result<HomeAnswer>& answer) { take(answer); }, BackgroundLook::Quiet);
}

void HomePage::take(const Result<HomeAnswer>& answer) {
    m_isReading = false;
    if (m_readsAgain) { // what was read is of another scope or older than the last change
        refresh();
        return;
    }
    m_pass->end();
    if (answer)
        showAnswer(*answer);
    else if (answer.error().code == ErrorCode::Cancelled)
        m_pass->endStopped(tr("检查已停止，待办和数字不是最新的。"));
    else
        showMessage(answer.error().what, ask::restOf(answer.error()));
}

// What is known first: the rest of another scope or day is not left beside it.
void HomePage::showBooks(const HomeAnswer& known) {
    if (!m_isReading || m_readsAgain) return;
    m_members->setFigure(tr("党员"), QString::number(known.books.members()),
                         memberComparison(known));
    if (m_shown == known.question) return;
    m_branches->setFigure(tr("支部"), QString::number(known.books.branches), {});
}

void HomePage::showAnswer(const HomeAnswer& answer) {
    const bool isEmpty = answer.question.scope.isNull()
        && (answer.organisations == 0 || answer.books.members() == 0);
    m_beginningText->setText(answer.organisations == 0
                                 ? tr("还没有党组织，也没有党员。从这里开始：")
                                 : tr("还没有党员。从这里开始："));
    m_pages->setCurrentWidget(isEmpty ? m_beginning : m_work);
    setFocusProxy(isEmpty ? m_beginning->findChild<QWidget*>(u"importRoster"_s) : m_list);
    m_heading->setText(answer.isNow() ? tr("待办") : tr("%1的事项").arg(periodWord(answer)));
    m_backToNow->setVisible(!answer.isNow());
    if (m_shown != answer.question) m_list->clear(); // another place: begin at the top
    m_shown = answer.question;
    m_list->setLines(answer.todo);
    if (answer.todo.isEmpty())
        showMessage(tr("没有待办"),
                    answer.isNow() ? tr("该办的都已记录，资料也齐全。")
                                   : tr("%1没有缺项。").arg(periodWord(answer)));
    else
        m_listPages->setCurrentIndex(0);
    showFigures(answer);
}

void HomePage::showFigures(const HomeAnswer& answer) {
    m_members->setFigure(tr("党员"), QString::number(answer.books.members()),
                         memberComparison(answer));
    m_branches->setFigure(tr("支部"), QString::number(answer.books.branches),
                          branchComparison(answer));
    m_held->setFigure(tr("%1已开").arg(periodWord(answer)), QString::number(answer.held),
                      heldComparison(answer));
    const int overdue = countOf(answer.todo, {TodoGroup::Overdue});
    const int soon = countOf(answer.todo, {TodoGroup::Soon});
    const int wrong = countOf(answer.todo, {TodoGroup::Wrong});
    m_todo->setFigure(tr("待办"), QString::number(overdue + soon + wrong),
                      tr("逾期 %1，七天内 %2，纠正 %3").arg(overdue).arg(soon).arg(wrong),
                      overdue > 0 ? Tone::Missing : Tone::Text);
    const Period& period = answer.question.period;
    const bool isMonth = period.unit == Period::Unit::Month && period.year == answer.year;
    m_chartHeading->setText(tr("%1年各月应办与已记录").arg(answer.year));
    m_chart->setYear(answer.months, answer.year, answer.question.today,
                     isMonth ? period.number : 0);
}

void HomePage::showMessage(const QString& text, const QString& detail) {
    m_message->setText(text);
    m_messageDetail->setText(detail);
    m_listPages->setCurrentIndex(1);
}

void HomePage::open(const Target& target) {
    if (!target.page.isEmpty()) navigator().open(target);
}

} // namespace baolei
