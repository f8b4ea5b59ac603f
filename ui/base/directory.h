#pragma once
// Who and what can be found by name, for the whole window: people by name, pinyin, initials and
// last digits; the organisations in their order. Read once on a thread, following the changes of
// the store.

#include "core/people/finder.h"
#include "core/people/outline.h"
#include "core/store/store.h"

#include <QObject>
#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

class Directory final : public QObject {
    Q_OBJECT
public:
    Directory(Store& store, QWidget* owner);
    /// Reads what was not read yet; who asks too early gets nothing, and a signal later.
    void startPeople();
    void startOutline();
    const Finder* finder() const { return m_finder ? &*m_finder : nullptr; } ///< null: not yet
    const std::shared_ptr<const Outline>& outline() const { return m_outline; } ///< with keys

signals:
    void peopleRead();
    void outlineRead();

private:
    void readPeople();
    void readOutline();
    void storeChanged(const Changes& changes);

    Store& m_store;
    QWidget* m_owner;
    std::optional<Finder> m_finder;
    std::shared_ptr<const Outline> m_outline;
    bool m_isReadingPeople = false;
    bool m_isOutdated = false; ///< people changed while they were being read
    int m_outlinesAsked = 0;
};

} // namespace baolei
