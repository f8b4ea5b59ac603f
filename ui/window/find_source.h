#pragma once
// What the find box finds: people by name, pinyin, initials or last digits, organisations, pages.
// Reads everybody once in the background and follows the changes of the store.

#include "core/names/name_keys.h"
#include "core/people/finder.h"
#include "core/people/organisation.h"
#include "ui/window/window_parts.h"

namespace baolei {

class FindSource final : public QObject {
    Q_OBJECT
public:
    FindSource(const PageContext& context, const QList<PageEntry>& pages, QWidget* owner);
    QList<FindHit> find(const QString& text) const;

private:
    struct NamedOrganisation {
        Organisation organisation;
        NameKeys keys;
    };
    void load();
    void readOrganisations();
    void storeChanged(const Changes& changes);
    void addPages(const QString& text, QList<FindHit>& hits) const;
    void addOrganisations(const QString& text, QList<FindHit>& hits) const;
    void addPeople(const QString& text, QList<FindHit>& hits) const;

    PageContext m_context;
    QWidget* m_owner;
    QList<FindHit> m_pages;
    QList<NamedOrganisation> m_organisations;
    std::optional<Finder> m_finder; ///< nothing while it is being read
    bool m_isLoading = false;
    bool m_isOutdated = false;
};

/// For WindowParts::makeFind.
FindFunction makeFindFunction(const PageContext& context, const QList<PageEntry>& pages,
                              QWidget* owner);

} // namespace baolei
