#pragma once
// Who fits what is typed above the table: name, pinyin, initials, last digits. Reads everybody once
// on a thread and follows the changes of the store.

#include "core/people/finder.h"
#include "ui/base/page.h"

#include <optional>

namespace baolei {

class PersonSearch final : public QObject {
    Q_OBJECT
public:
    PersonSearch(const PageContext& context, QWidget* owner);
    void start(); ///< reads everybody, once
    bool isReady() const { return m_finder.has_value(); }
    QSet<Id<Person>> find(const QString& text) const;

signals:
    void ready();

private:
    void load();
    void storeChanged(const Changes& changes);

    PageContext m_context;
    QWidget* m_owner;
    std::optional<Finder> m_finder;
    bool m_isLoading = false;
    bool m_isOutdated = false; ///< changed while it was being read
};

} // namespace baolei
