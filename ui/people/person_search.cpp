#include "ui/people/person_search.h"

#include "ui/base/background.h"

#include <limits>

namespace baolei {

using namespace Qt::StringLiterals;

PersonSearch::PersonSearch(const PageContext& context, QWidget* owner)
    : QObject(owner)
    , m_context(context)
    , m_owner(owner) {
    connect(&context.store, &Store::changed, this, &PersonSearch::storeChanged);
}

void PersonSearch::start() {
    if (!m_finder && !m_isLoading) load();
}

void PersonSearch::load() {
    m_isLoading = true;
    m_isOutdated = false;
    runInBackground(
        m_owner, {},
        [&store = m_context.store](Progress&) -> Result<Finder> {
            const auto reader = store.newReader();
            if (!reader) return fail(reader.error());
            return Finder::load(*reader);
        },
        [this](Result<Finder> loaded) {
            m_isLoading = false;
            if (m_isOutdated) {
                load();
                return;
            }
            if (!loaded) return; // searching by the name alone still works
            m_finder = std::move(*loaded);
            emit ready();
        },
        BackgroundLook::Quiet);
}

void PersonSearch::storeChanged(const Changes& changes) {
    if (!changes.touches("person")) return;
    if (m_isLoading) {
        m_isOutdated = true;
    } else if (m_finder
               && (changes.isMany || !m_finder->refresh(m_context.reader(), changes.rows))) {
        load();
    }
}

QSet<Id<Person>> PersonSearch::find(const QString& text) const {
    if (!m_finder) return {};
    const auto found = m_finder->find(text, std::numeric_limits<qsizetype>::max());
    return {found.begin(), found.end()};
}

} // namespace baolei
