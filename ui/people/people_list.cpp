#include "ui/people/people_list.h"

#include "ui/base/background.h"

namespace baolei {

namespace {
constexpr qsizetype kFirst = 200; ///< people who are read before all the others
}

PeopleList::PeopleList(const PageContext& context, QWidget* owner)
    : QObject(owner)
    , m_context(context)
    , m_owner(owner)
    , m_directory(context.directory ? context.directory : new Directory(context.store, owner)) {
    const auto id = [this](int place) { return m_index.entries()[size_t(place)].id; };
    const auto read = [this, id](const QList<int>& places) {
        QList<Uuid> people;
        for (const int place : places)
            people.append(id(place));
        return readPersonLines(m_context.reader(), people, m_context.clock().today())
            .value_or(QList<PersonLine>());
    };
    m_model = new WindowedModel<PersonLine>(personColumns(m_nameOrder, context.clock().today()),
                                            {id, read}, this);
    connect(m_model, &RecordModelBase::sortWanted, this, &PeopleList::sort);
    connect(&context.store, &Store::changed, this, &PeopleList::storeChanged);
    connect(m_directory, &Directory::peopleRead, this, [this] {
        if (!m_typed.isEmpty()) showAgain();
    });
}

void PeopleList::storeChanged(const Changes& changes) {
    const bool isElsewhere = !changes.touches("person") && !changes.touches("organisation");
    if (isElsewhere && !changes.touches("post") && !changes.touches("setting")) return;
    if (changes.isMany || changes.touches("organisation") || m_isReading)
        m_isStale = true;
    else
        m_changed.append(changes.rows);
}

void PeopleList::refresh() {
    if (!m_isStale && !m_changed.isEmpty()) {
        follow(std::exchange(m_changed, {}));
        return;
    }
    if (m_state != State::Whole) readFirst(); // of this scope, until the whole is there
    if (m_isStale) readAll();
    count();
    showAgain();
}

void PeopleList::readFirst() {
    runInBackground(
        m_owner, {},
        [store = &m_context.store, scope = m_context.scope.organisation(),
         today = m_context.clock().today()](Progress&) -> Result<std::pair<Uuid, RosterIndex>> {
            const auto reader = store->newReader();
            auto first = reader ? RosterIndex::readFirst(*reader, scope, today, kFirst)
                                : fail(reader.error());
            if (!first) return fail(first.error());
            return std::pair{scope.value, std::move(*first)};
        },
        [this](Result<std::pair<Uuid, RosterIndex>> first) {
            const Uuid wanted = m_context.scope.organisation().value;
            if (!first || m_state == State::Whole || first->first != wanted) return;
            take(std::move(first->second), State::First);
        },
        BackgroundLook::Quiet);
}

// One reading at a time; what changes meanwhile is read afterwards.
void PeopleList::readAll() {
    if (m_isReading) return;
    m_isReading = true;
    m_isStale = false;
    m_changed.clear();
    runInBackground(
        m_owner, {},
        [store = &m_context.store,
         today = m_context.clock().today()](Progress& progress) -> Result<RosterIndex> {
            const auto reader = store->newReader();
            if (!reader) return fail(reader.error());
            return RosterIndex::read(*reader, today, [&] { return !progress.isCancelled(); });
        },
        [this](Result<RosterIndex> read) {
            m_isReading = false;
            if (read)
                take(std::move(*read), State::Whole);
            else
                emit failed(read.error());
            if (m_isStale) readAll();
        },
        BackgroundLook::Quiet);
}

void PeopleList::take(RosterIndex index, State state) {
    m_model->show([&] {
        m_index = std::move(index);
        m_state = state;
        m_isRanked = false;
        count();
        return shown();
    });
    emit changed();
    sort();
}

// A saved entry costs what it touched, however many people there are.
void PeopleList::follow(const QList<Uuid>& people) {
    m_model->show([&] {
        if (!m_index.refresh(m_context.reader(), m_context.clock().today(), people))
            m_isStale = true;
        count();
        return shown();
    });
    emit changed();
    sort();
}

void PeopleList::setFilter(const QString& key) {
    if (m_filter == key) return;
    m_filter = key;
    showAgain();
}

void PeopleList::setTyped(const QString& text) {
    if (m_typed == text) return;
    m_typed = text;
    if (!text.isEmpty()) m_directory->startPeople();
    showAgain();
}

void PeopleList::showAgain() {
    m_model->show([this] { return shown(); });
    emit changed();
}

bool PeopleList::isSearching() const {
    return !m_typed.isEmpty() && (!m_directory->finder() || !isWhole());
}

int PeopleList::figure(const QString& key) const {
    return m_figures.value(key);
}

void PeopleList::count() {
    std::array<int, 32> ofMark{};
    int here = 0;
    m_everybody = 0;
    m_index.inScope(m_context.scope.organisation(), [&](const RosterEntry& entry) {
        ++m_everybody;
        here += (entry.marks & bit(RosterMark::Left)) == 0 ? 1 : 0;
        for (quint32 rest = entry.marks; rest != 0; rest &= rest - 1)
            ++ofMark[size_t(std::countr_zero(rest))];
        return false;
    });
    m_figures = {{QString(), here}};
    for (const PersonFilter& each : personFilters())
        m_figures.insert(each.key, ofMark[size_t(std::countr_zero(each.mark))]);
}

// Whether each entry fits what was typed; empty where nothing was.
std::vector<bool> PeopleList::found() const {
    const Finder* finder = m_typed.isEmpty() ? nullptr : m_directory->finder();
    if (!finder) return {};
    std::vector<bool> fits(m_index.entries().size());
    finder->findAll(m_typed, [&](const Uuid& id) {
        if (const int place = m_index.placeOf(id); place >= 0) fits[size_t(place)] = true;
    });
    return fits;
}

WindowedModel<PersonLine>::Shown PeopleList::shown() {
    return {arranged(), m_everybody};
}

std::vector<int> PeopleList::arranged() {
    const std::vector<bool> fits = found();
    const quint32 mark = markOf(m_filter);
    const RosterEntry* first = m_index.entries().data();
    auto places = m_index.inScope(m_context.scope.organisation(), [&](const RosterEntry& entry) {
        return passes(entry, mark) && (fits.empty() || fits[size_t(&entry - first)]);
    });
    if (!m_isRanked || !m_model->chosenColumn()) return places;
    return m_index.ranked(places, m_model->isDescending());
}

// The new order takes the place of the old one when it is there.
void PeopleList::sort() {
    const RecordColumn<PersonLine>* column = m_model->chosenColumn();
    const int asked = ++m_asked;
    if (!column) {
        m_isRanked = false;
        m_model->move(arranged());
        return;
    }
    if (!isWhole()) return; // sorted when everybody is there
    runInBackground(
        m_owner, {},
        [store = &m_context.store, index = m_index, column = *column,
         today = m_context.clock().today()](Progress& progress) -> Result<std::vector<quint32>> {
            const auto reader = store->newReader();
            if (!reader) return fail(reader.error());
            return readRanks(*reader, index, column, today,
                             [&] { return !progress.isCancelled(); });
        },
        [this, asked](const Result<std::vector<quint32>>& ranks) {
            if (!ranks || asked != m_asked || !isWhole()) return;
            m_index.rankBy(*ranks);
            m_isRanked = true;
            m_model->move(arranged());
        },
        BackgroundLook::Quiet);
}

} // namespace baolei
