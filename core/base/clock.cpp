#include "core/base/clock.h"

namespace baolei {

namespace {
class SystemClock final : public Clock {
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    QDate today() const override { return QDate::currentDate(); }
};
}

const Clock& systemClock() {
    static const SystemClock clock;
    return clock;
}

} // namespace baolei
