#include "ui/base/directory.h"

#include "ui/base/background.h"

#include <QWidget>

namespace baolei {

Directory::Directory(Store& store, QWidget* owner)
    : QObject(owner)
    , m_store(store)
    , m_owner(owner) {
    connect(&store, &Store::changed, this, &Directory::storeChanged);
}

void Directory::startPeople() {
    if (!m_finder && !m_isReadingPeople) readPeople();
}

void Directory::startOutline() {
    if (m_outlinesAsked == 0) readOutline();
}

void Directory::readPeople() {
    m_isReadingPeople = true;
    m_isOutdated = false;
    runInBackground(
        m_owner, {},
        [&store = m_store](Progress&) -> Result<Finder> {
            const auto reader = store.newReader();
            if (!reader) return fail(reader.error());
            return Finder::load(*reader);
        },
        [this](Result<Finder> people) {
            m_isReadingPeople = false;
            if (m_isOutdated) {
                readPeople();
                return;
            }
            if (!people) return; // the next question tries again
            m_finder = std::move(*people);
            emit peopleRead();
        },
        BackgroundLook::Quiet);
}

void Directory::readOutline() {
    const int asked = ++m_outlinesAsked;
    runInBackground(
        m_owner, {},
        [&store = m_store](Progress&) -> Result<Outline> {
            const auto reader = store.newReader();
            if (!reader) return fail(reader.error());
            return Outline::read(*reader, OutlineKeys::Made);
        },
        [this, asked](Result<Outline> outline) {
            if (!outline || asked != m_outlinesAsked) return;
            m_outline = std::make_shared<const Outline>(std::move(*outline));
            emit outlineRead();
        },
        BackgroundLook::Quiet);
}

void Directory::storeChanged(const Changes& changes) {
    if (changes.touches("organisation") && m_outlinesAsked > 0) readOutline();
    if (!changes.touches("person")) return;
    if (m_isReadingPeople) {
        m_isOutdated = true;
    } else if (m_finder && (changes.isMany || !m_finder->refresh(m_store.reader(), changes.rows))) {
        readPeople();
    }
}

} // namespace baolei
