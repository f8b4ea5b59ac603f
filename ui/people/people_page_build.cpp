// How the page is laid out; what it does is in people_page.cpp.

#include "ui/people/people_page.h"

#include "ui/base/column_menu.h"
#include "ui/base/icons.h"
#include "ui/base/ui_settings.h"

#include <QAction>
#include <QActionGroup>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr const char* kOrderKey = "people/nameOrder";
constexpr const char* kSizesKey = "people/sizes";
constexpr const char* kShowTreeKey = "people/showTree";
constexpr int kTreeWidth = 208;
constexpr int kWidestTree = 320;
constexpr int kDetailWidth = 272;
constexpr int kRoomForTree = 960;

QPushButton* menuButton(const QString& name, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text + u" ▾"_s, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    return button;
}
}

void PeoplePage::build() {
    m_list->setNameOrder(uiSetting(kOrderKey).toInt() == 1 ? NameOrder::Pinyin
                                                           : NameOrder::Strokes);
    m_side = new OrganisationSide(m_actions, this);
    m_tree = m_side->tree();
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"peopleSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::medium);
    m_splitter->addWidget(m_side);
    m_splitter->addWidget(makeMiddle());
    makeDetail();
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    body()->addWidget(m_figureBar);
    body()->addWidget(m_splitter, 1);
    setFirstSizes();
    setFocusProxy(m_table);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        QVariantList sizes;
        for (const int size : m_splitter->sizes())
            sizes.append(size * 100 / scaled(100));
        keepUiSetting(kSizesKey, sizes);
    });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_typed, [this] {
        m_typed->setFocus();
        m_typed->selectAll();
    });
}

// Widths are kept as for normal type and grow with it. Until somebody draws the dividers, the tree
// has a sixth of the page, so that names are whole where there is room.
void PeoplePage::setFirstSizes() {
    const QVariantList kept = uiSetting(kSizesKey).toList();
    const int whole = qMax(m_splitter->width(), scaled(900));
    const int tree = kept.size() == 3 ? scaled(kept[0].toInt())
                                      : qBound(scaled(kTreeWidth), whole / 6, scaled(kWidestTree));
    const int detail = scaled(kept.size() == 3 ? kept[2].toInt() : kDetailWidth);
    m_splitter->setSizes({tree, qMax(scaled(300), whole - tree - detail), detail});
    m_tree->setMinimumWidth(scaled(140));
    m_detail->setMinimumWidth(scaled(240));
}

// The tree gives way to the table where there is not room for both, unless somebody wants it; the
// head of the window chooses organisations too.
void PeoplePage::giveRoom() {
    const bool isWanted = uiSetting(kShowTreeKey, width() >= scaled(kRoomForTree)).toBool();
    m_side->setVisible(isWanted);
    m_showTree->setChecked(isWanted);
}

QWidget* PeoplePage::makeMiddle() {
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    makeTable(middle);
    column->addLayout(makeSearchLine(middle));
    column->addWidget(m_table, 1);
    m_shown = new QLabel(middle);
    m_shown->setObjectName(u"shownCount"_s);
    setTypeRole(m_shown, TypeRole::Small);
    setInk(m_shown, Tone::Secondary);
    column->addWidget(m_shown);
    return middle;
}

QLayout* PeoplePage::makeSearchLine(QWidget* middle) {
    m_typed = new QLineEdit(middle);
    m_typed->setObjectName(u"peopleSearch"_s);
    m_typed->setAccessibleName(tr("在名册里找"));
    m_typed->setPlaceholderText(tr("姓名、拼音、首字母、证号或电话尾数  Ctrl+F"));
    m_typed->setClearButtonEnabled(true);
    m_typed->installEventFilter(this);
    connect(m_typed, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    m_showTree = new QPushButton(middle);
    m_showTree->setObjectName(u"showTree"_s);
    m_showTree->setIcon(icon(u"organisation"_s));
    m_showTree->setCheckable(true);
    m_showTree->setAccessibleName(tr("显示党组织"));
    m_showTree->setToolTip(tr("显示或收起左边的党组织"));
    connect(m_showTree, &QPushButton::clicked, this, [this](bool isWanted) {
        keepUiSetting(kShowTreeKey, isWanted);
        giveRoom();
    });
    auto* order = menuButton(u"sortButton"_s, tr("排序"), middle);
    order->setMenu(makeSortMenu(order));
    auto* columns = menuButton(u"columnButton"_s, tr("栏目"), middle);
    columns->setMenu(makeColumnMenu(m_table, columnsHiddenAtFirst()));
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_showTree);
    line->addWidget(m_typed, 1);
    line->addWidget(order);
    line->addWidget(columns);
    setTabOrder(m_showTree, m_typed);
    setTabOrder(m_typed, order);
    setTabOrder(order, columns);
    setTabOrder(columns, m_table);
    return line;
}

void PeoplePage::makeTable(QWidget* middle) {
    m_table = new RecordTable(u"people"_s, tr("党员名册"), middle);
    m_table->setRecordModel(m_list->model());
    makeTableMenu();
    connect(m_table, &RecordTable::recordActivated, this,
            [this](const Uuid& id) { m_actions->edit(Id<Person>{id}); });
    connect(m_table, &RecordTable::currentRecordChanged, this, [this] { m_choosing.start(); });
}

QAction* PeoplePage::addTableAction(const QString& name, const QString& text,
                                    const QKeySequence& keys,
                                    void (PeopleActions::*run)(Id<Person>)) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, [this, run] {
        const Id<Person> person = currentPerson();
        if (!person.isNull()) (m_actions->*run)(person);
    });
    return action;
}

void PeoplePage::makeTableMenu() {
    QAction* edit = addTableAction(u"actionEdit"_s, tr("修改"), Qt::Key_F2, &PeopleActions::edit);
    m_ofHere
        = {addTableAction(u"actionAppoint"_s, tr("任职"), {}, &PeopleActions::addPost),
           addTableAction(u"actionMove"_s, tr("调动（转移组织关系）"), {}, &PeopleActions::move)};
    m_ofLeft = addTableAction(u"actionArrive"_s, tr("恢复、转入"), {}, &PeopleActions::arrive);
    QAction* away = addTableAction(u"actionTakeAway"_s, tr("减少或删除"), Qt::Key_Delete,
                                   &PeopleActions::takeAway);
    auto* copy = new QAction(tr("复制所选行"), this);
    copy->setObjectName(u"actionCopy"_s);
    m_table->addAction(copy);
    connect(copy, &QAction::triggered, m_table, &RecordTable::copySelection);
    m_ofAny = {edit, away, copy};
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QMenu* PeoplePage::makeSortMenu(QWidget* parent) {
    auto* menu = new QMenu(parent);
    menu->setObjectName(u"sortMenu"_s);
    auto* names = new QActionGroup(menu);
    const auto addOrder = [&](const QString& name, const QString& text, NameOrder order) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(m_list->nameOrder() == order);
        names->addAction(action);
        connect(action, &QAction::triggered, this, [this, order] {
            keepUiSetting(kOrderKey, order == NameOrder::Pinyin ? 1 : 0);
            sortNames(order);
        });
    };
    addOrder(u"byStrokes"_s, tr("姓名按姓氏笔画"), NameOrder::Strokes);
    addOrder(u"byPinyin"_s, tr("姓名按拼音"), NameOrder::Pinyin);
    menu->addSeparator();
    QAction* none = menu->addAction(tr("按党组织的顺序"));
    none->setObjectName(u"byOrganisation"_s);
    connect(none, &QAction::triggered, m_table,
            [this] { m_table->sortByColumn(-1, Qt::AscendingOrder); });
    return menu;
}

void PeoplePage::makeDetail() {
    m_detail = new PersonDetail(this);
    const auto run = [this](void (PeopleActions::*act)(Id<Person>)) {
        return [this, act] {
            if (!m_detail->record()) return;
            const Id<Person> person = m_detail->record()->person.id;
            (m_actions->*act)(person);
        };
    };
    connect(m_detail, &PersonDetail::editWanted, this, run(&PeopleActions::edit));
    connect(m_detail, &PersonDetail::moveWanted, this, run(&PeopleActions::move));
    connect(m_detail, &PersonDetail::leaveWanted, this, run(&PeopleActions::leave));
    connect(m_detail, &PersonDetail::arrivalWanted, this, run(&PeopleActions::arrive));
    connect(m_detail, &PersonDetail::studyWanted, this, [this] {
        if (const auto& record = m_detail->record())
            navigator().open({u"study"_s, u"person"_s, {record->person.id.value}});
    });
    connect(m_detail, &PersonDetail::postWanted, this,
            [this](const Post& post) { m_actions->changePost(post.personId, post); });
}

} // namespace baolei
