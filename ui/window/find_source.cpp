#include "ui/window/find_source.h"

#include "core/people/queries.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostPeople = 30;
constexpr qsizetype kMostOrganisations = 6;
}

FindSource::FindSource(const PageContext& context, const QList<PageEntry>& pages, QWidget* owner)
    : QObject(owner)
    , m_context(context)
    , m_owner(owner) {
    for (const PageEntry& page : pages)
        m_pages.append({page.title, tr("页面"), {page.id}});
    connect(&context.store, &Store::changed, this, &FindSource::storeChanged);
    readOrganisations();
    load();
}

void FindSource::load() {
    m_isLoading = true;
    m_isOutdated = false;
    runInBackground(
        m_owner, {},
        [path = m_context.store.path()](Progress&) -> Result<Finder> {
            const auto reader = Reader::open(path);
            if (!reader) return fail(reader.error());
            return Finder::load(*reader);
        },
        [this](Result<Finder> finder) {
            m_isLoading = false;
            if (finder) m_finder = std::move(*finder);
            if (m_isOutdated) load();
        },
        BackgroundLook::Quiet);
}

void FindSource::readOrganisations() {
    m_organisations.clear();
    for (const Organisation& each :
         organisations(m_context.reader()).value_or(QList<Organisation>()))
        m_organisations.append({each, nameKeys(each.shortName)});
}

void FindSource::storeChanged(const Changes& changes) {
    if (changes.touches("organisation")) readOrganisations();
    if (!changes.touches("person")) return;
    if (m_isLoading) {
        m_isOutdated = true;
    } else if (changes.isMany || !m_finder) {
        load();
    } else if (!m_finder->refresh(m_context.reader(), changes.rows)) {
        load();
    }
}

QList<FindHit> FindSource::find(const QString& text) const {
    QList<FindHit> hits;
    addPeople(text, hits);
    addOrganisations(text, hits);
    addPages(text, hits);
    return hits;
}

void FindSource::addPeople(const QString& text, QList<FindHit>& hits) const {
    if (!m_finder) return;
    const auto people = describeFound(m_context.reader(), m_finder->find(text, kMostPeople));
    if (!people) return;
    for (const FoundPerson& each : *people)
        hits.append({each.name,
                     each.hasLeft ? tr("%1 · 已离开").arg(each.branch) : each.branch,
                     {u"people"_s, u"person"_s, {each.id.value}}});
}

void FindSource::addOrganisations(const QString& text, QList<FindHit>& hits) const {
    const QString letters = pinyinQuery(text);
    qsizetype found = 0;
    for (const NamedOrganisation& each : m_organisations) {
        const bool fits = each.organisation.shortName.contains(text)
            || (!letters.isEmpty() && matchesKeys(each.keys, letters));
        if (!fits) continue;
        hits.append({each.organisation.shortName,
                     tr("党组织"),
                     {u"people"_s, u"organisation"_s, {each.organisation.id.value}}});
        if (++found == kMostOrganisations) return;
    }
}

void FindSource::addPages(const QString& text, QList<FindHit>& hits) const {
    for (const FindHit& page : m_pages)
        if (page.title.contains(text)) hits.append(page);
}

FindFunction makeFindFunction(const PageContext& context, const QList<PageEntry>& pages,
                              QWidget* owner) {
    auto* source = new FindSource(context, pages, owner);
    return [source](const QString& text) { return source->find(text); };
}

} // namespace baolei
