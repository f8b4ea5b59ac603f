#pragma once
// What the whole window looks at: one organisation (or the whole town) and one period. Owned by the
// window and shared by all pages; no page keeps one of its own.

#include "core/base/id.h"
#include "core/base/period.h"

#include <QObject>

namespace baolei {

struct Organisation;

class Scope final : public QObject {
    Q_OBJECT
public:
    explicit Scope(const Period& period, QObject* parent = nullptr);

    /// Null: the whole town.
    Id<Organisation> organisation() const { return m_organisation; }
    bool isWholeTown() const { return m_organisation.isNull(); }
    const Period& period() const { return m_period; }
    int year() const { return m_period.year; }

    void setOrganisation(Id<Organisation> organisation);
    void setPeriod(const Period& period);

signals:
    void changed();

private:
    Id<Organisation> m_organisation;
    Period m_period;
};

} // namespace baolei
