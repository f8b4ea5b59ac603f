#include "ui/base/scope.h"

namespace baolei {

Scope::Scope(const Period& period, QObject* parent)
    : QObject(parent)
    , m_period(period) { }

void Scope::setOrganisation(Id<Organisation> organisation) {
    if (m_organisation == organisation) return;
    m_organisation = organisation;
    emit changed();
}

void Scope::setPeriod(const Period& period) {
    if (m_period == period) return;
    m_period = period;
    emit changed();
}

} // namespace baolei
