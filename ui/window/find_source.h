#pragma once
// What the find box finds: people by name, pinyin, initials or last digits, organisations, pages.

#include "ui/base/directory.h"
#include "ui/window/window_parts.h"

namespace baolei {

class FindSource final : public QObject {
    Q_OBJECT
public:
    FindSource(const PageContext& context, const QList<PageEntry>& pages, QWidget* owner);
    QList<FindHit> find(const QString& text) const;

private:
    void addPages(const QString& text, QList<FindHit>& hits) const;
    void addOrganisations(const QString& text, QList<FindHit>& hits) const;
    void addPeople(const QString& text, QList<FindHit>& hits) const;

    PageContext m_context;
    Directory* m_directory;
    QList<FindHit> m_pages;
};

/// For WindowParts::makeFind.
FindFunction makeFindFunction(const PageContext& context, const QList<PageEntry>& pages,
                              QWidget* owner);

} // namespace baolei
