#include "ui/people/people_page.h"

#include "ui/base/background.h"
#include "ui/people/import_wizard.h"
#include "ui/people/people_export.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kChoosingPauseMs = 60;

std::optional<Status> statusOf(const QString& key) {
    if (key == u"lost"_s) return Status::Missing;
    for (const GapName& gap : personGapNames())
        if (gap.key == key) return Status::Due;
    return std::nullopt;
}
}

PeoplePage::PeoplePage(const PageContext& context)
    : Page(context, tr("组织与党员"))
    , m_actions(new PeopleActions(context, this))
    , m_list(new PeopleList(context, this))
    , m_figureBar(new FigureBar(u"peopleFigures"_s, this)) {
    auto* add = addPrimaryButton(tr("添加党员"), u"plus"_s);
    add->setObjectName(u"addPerson"_s);
    connect(add, &QPushButton::clicked, m_actions, &PeopleActions::addPerson);
    auto* import = addHeadButton(tr("导入花名册"), u"import"_s, QKeySequence(Qt::CTRL | Qt::Key_I));
    import->setObjectName(u"importRoster"_s);
    connect(import, &QPushButton::clicked, this, &PeoplePage::startImport);
    auto* save = addHeadButton(tr("导出"), u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E));
    save->setObjectName(u"exportPeople"_s);
    connect(save, &QPushButton::clicked, this, &PeoplePage::exportTable);
    for (QTimer* timer : {&m_typing, &m_choosing})
        timer->setSingleShot(true);
    m_typing.setInterval(0); // until the keys that are already typed are in
    m_choosing.setInterval(kChoosingPauseMs);
    build();
    connect(&m_typing, &QTimer::timeout, this, &PeoplePage::applyFilter);
    connect(&m_choosing, &QTimer::timeout, this, &PeoplePage::showDetail);
    connect(m_list, &PeopleList::changed, this, &PeoplePage::showList);
    connect(m_list, &PeopleList::failed, this, [this](const Error& error) { showError(error); });
    connect(m_figureBar, &FigureBar::chosenChanged, this, &PeoplePage::applyFilter);
    connect(m_tree, &OrganisationTreeView::chosen, this,
            [this](const Id<Organisation>& id) { scope().setOrganisation(id); });
    connect(m_actions, &PeopleActions::saved, this, &PeoplePage::showPerson);
    connect(&store(), &Store::changed, this, [this](const Changes& changes) {
        if (tables().intersects(changes.tables)) m_isTreeStale = true;
    });
}

QSet<QByteArray> PeoplePage::tables() const {
    return {"person", "organisation", "post", "movement", "setting"};
}

void PeoplePage::refresh() {
    if (m_isTreeStale) loadTree();
    m_tree->setCurrent(scope().organisation());
    if (!m_list->hasPeople()) m_table->emptyState().set(tr("正在读取……"));
    m_list->refresh();
}

void PeoplePage::scopeChanged() {
    m_tree->setCurrent(scope().organisation());
    refreshLater();
}

void PeoplePage::changeEvent(QEvent* event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_splitter && m_detail) {
        setFirstSizes();
        giveRoom();
    }
}

void PeoplePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    giveRoom();
    setFirstSizes();
}

// Down and Enter lead from what is typed into the table.
bool PeoplePage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_typed && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_typing.stop();
            applyFilter();
            m_table->setFocus();
            return true;
        }
        if (key == Qt::Key_Escape && !m_typed->text().isEmpty()) {
            m_typed->clear();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void PeoplePage::loadTree() {
    m_isTreeStale = false;
    runInBackground(
        this, {},
        [store = &store()](Progress&) -> Result<OrganisationTree> {
            const auto reader = store->newReader();
            if (!reader) return fail(reader.error());
            return readOrganisationTree(*reader);
        },
        [this](Result<OrganisationTree> read) {
            if (!succeeded(read)) return;
            m_tree->setTree(std::move(*read));
            m_tree->setCurrent(scope().organisation());
        },
        BackgroundLook::Quiet);
}

void PeoplePage::showList() {
    showFigures();
    selectWanted();
    describeEmpty();
    describeCount();
}

// Figures of nobody would only take room, but for the two that everybody looks for.
void PeoplePage::showFigures() {
    if (!m_list->isWhole()) return; // those of the first screenful would mislead
    QList<FigureBar::Figure> shown;
    for (const PersonFilter& filter : personFilters()) {
        const int number = m_list->figure(filter.key);
        const bool isAlways = filter.key == u"full"_s || filter.key == u"probationary"_s;
        if (number > 0 || isAlways || filter.key == m_figureBar->chosen())
            shown.append({filter.key, filter.title, number, statusOf(filter.key)});
    }
    m_figureBar->setFigures(shown);
}

void PeoplePage::applyFilter() {
    m_list->setFilter(m_figureBar->chosen());
    m_list->setTyped(m_typed->text().trimmed());
    showList();
}

void PeoplePage::showEverybody() {
    m_figureBar->choose({});
    m_typed->clear();
    m_typing.stop();
    applyFilter();
}

void PeoplePage::describeEmpty() {
    if (!m_list->hasPeople() || m_list->model()->rowCount() > 0) return;
    EmptyState& empty = m_table->emptyState();
    if (m_list->isSearching() || !m_list->isWhole()) {
        empty.set(tr("正在查找……"));
    } else if (m_list->everybody() > 0) {
        empty.set(tr("没有符合的人。"), tr("显示全部"), [this] { showEverybody(); });
    } else if (scope().isWholeTown()) {
        empty.set(tr("还没有党员。从系统导出的花名册导入，支部会随着建好；\n"
                     "也可以先在左边添加党支部，再按 Ctrl+N 一个一个添加。"),
                  tr("导入花名册 →"), [this] { startImport(); });
    } else {
        empty.set(tr("这里还没有党员。"), tr("添加党员"), [this] { m_actions->addPerson(); });
    }
}

void PeoplePage::describeCount() {
    const int shown = m_list->model()->rowCount();
    if (!m_list->isWhole()) {
        m_shown->setText(tr("正在读取……"));
    } else if (m_list->filter().isEmpty() && m_list->typed().isEmpty()) {
        const int members = m_list->figure(u"full"_s) + m_list->figure(u"probationary"_s);
        m_shown->setText(tr("共 %1 人，其中党员 %2 人").arg(shown).arg(members));
    } else {
        m_shown->setText(tr("筛选出 %1 人，在册共 %2 人").arg(shown).arg(m_list->figure({})));
    }
}

// Somebody who was asked for, else the first one, so that the panel is never empty for nothing.
void PeoplePage::selectWanted() {
    if (!m_wanted.isNull() && m_table->selectId(m_wanted.value)) m_wanted = {};
    if (m_table->currentId().isNull() && m_list->model()->rowCount() > 0) m_table->selectRow(0);
    m_choosing.start();
}

void PeoplePage::showDetail() {
    const Id<Person> id = currentPerson();
    const auto record = id.isNull() ? Result<std::optional<PersonRecord>>(std::nullopt)
                                    : readPersonRecord(reader(), id);
    if (!succeeded(record)) return;
    if (*record) {
        m_detail->setRecord(**record);
    } else {
        m_detail->clear();
    }
    const bool isHere = *record && (*record)->person.leftOn.isNull();
    for (QAction* action : m_ofHere)
        action->setVisible(isHere);
    m_ofLeft->setVisible(*record && !isHere);
    for (QAction* action : m_ofAny)
        action->setEnabled(record->has_value());
}

void PeoplePage::sortNames(NameOrder order) {
    m_list->setNameOrder(order);
    m_table->sortByColumn(0, Qt::AscendingOrder);
}

namespace {
using MendAction = void (PeopleActions::*)(Id<Organisation>);

// What a rule may name to be mended at an organisation; null: none of them.
MendAction mendFor(const QString& action) {
    static const QHash<QString, MendAction> known{{u"edit"_s, &PeopleActions::edit},
                                                  {u"posts"_s, &PeopleActions::appointIn},
                                                  {u"groups"_s, &PeopleActions::assignGroupsIn}};
    return known.value(action);
}
}

void PeoplePage::show(const Target& target) {
    const Uuid id = target.ids.value(0);
    if (target.action == u"person"_s) {
        showPerson({id});
    } else if (target.action == u"organisation"_s) {
        scope().setOrganisation({id});
    } else if (const auto mend = mendFor(target.action)) {
        scope().setOrganisation({id});
        (m_actions->*mend)({id});
    } else if (target.action == u"filter"_s) {
        m_typed->clear();
        m_figureBar->choose(target.text);
    } else if (target.action == u"add"_s) {
        m_actions->addPerson();
    } else if (target.action == u"import"_s) {
        startImport();
    }
}

void PeoplePage::startImport() {
    importRoster(this, store(), navigator());
}

// Whatever hides the person gives way: the scope, the figure, what is typed.
void PeoplePage::showPerson(Id<Person> id) {
    const auto person = reader().find(id);
    if (!succeeded(person) || !*person) return;
    m_wanted = id;
    m_typed->clear();
    m_typing.stop();
    m_figureBar->choose((*person)->leftOn.isNull() ? QString() : u"left"_s);
    const bool isInScope = scope().isWholeTown() || scope().organisation() == (*person)->branchId
        || scope().organisation() == (*person)->groupId
        || m_tree->isBelow((*person)->branchId, scope().organisation());
    if (!isInScope) scope().setOrganisation((*person)->branchId);
    applyFilter();
}

void PeoplePage::exportTable() {
    const auto* model = m_list->model();
    ShownPeople shown;
    shown.people.reserve(model->rowCount());
    for (int row = 0; row < model->rowCount(); ++row)
        shown.people.append(model->idOfRow(row));
    if (shown.people.isEmpty()) {
        navigator().say(tr("表里没有人，没有可以导出的"));
        return;
    }
    const QHeaderView* header = m_table->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (!m_table->isColumnHidden(column)) shown.columns.append(model->heads()[column].key);
    }
    shown.title = m_tree->currentName();
    exportPeople(this, context(), std::move(shown));
}

} // namespace baolei
