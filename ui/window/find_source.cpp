#include "ui/window/find_source.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostPeople = 30;
constexpr qsizetype kMostOrganisations = 6;
}

FindSource::FindSource(const PageContext& context, const QList<PageEntry>& pages, QWidget* owner)
    : QObject(owner)
    , m_context(context)
    , m_directory(context.directory ? context.directory : new Directory(context.store, owner)) {
    for (const PageEntry& page : pages)
        m_pages.append({page.title, tr("页面"), {page.id}});
    m_directory->startPeople();
    m_directory->startOutline();
}

QList<FindHit> FindSource::find(const QString& text) const {
    QList<FindHit> hits;
    addPeople(text, hits);
    addOrganisations(text, hits);
    addPages(text, hits);
    return hits;
}

void FindSource::addPeople(const QString& text, QList<FindHit>& hits) const {
    const Finder* finder = m_directory->finder();
    if (!finder) return;
    const auto people = describeFound(m_context.reader(), finder->find(text, kMostPeople));
    if (!people) return;
    for (const FoundPerson& each : *people)
        hits.append({each.name,
                     each.hasLeft ? tr("%1 · 已离开").arg(each.branch) : each.branch,
                     {u"people"_s, u"person"_s, {each.id.value}}});
}

void FindSource::addOrganisations(const QString& text, QList<FindHit>& hits) const {
    const auto& outline = m_directory->outline();
    if (!outline) return;
    for (const int place : outline->find(text, kMostOrganisations)) {
        const OutlineLine& each = outline->lines()[place];
        hits.append(
            {each.shortName, tr("党组织"), {u"people"_s, u"organisation"_s, {each.id.value}}});
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
