#pragma once
// 学时: how many hours of study a year a member should have, and what one activity is worth. The
// figures are data: resources/rules/hours.json, the "hours" of a kind, and rules E09 and E09B.

#include "core/activities/attendance.h"
#include "core/activities/compliance.h"

#include <QDateTime>

namespace baolei {

/// An amount of study, in tenths of an hour: 31.5 学时 is 315.
struct StudyHours {
    int tenths = 0;
    static constexpr StudyHours of(int whole) { return {whole * 10}; }
    QString text() const; ///< 32, 31.5
    auto operator<=>(const StudyHours&) const = default;
    StudyHours& operator+=(StudyHours more) {
        tenths += more.tenths;
        return *this;
    }
};

/// resources/rules/hours.json
struct StudyConversion {
    std::array<bool, kMarks> counts{}; ///< whether a mark has the hours: 到会, 补学
    int stepMinutes = 0; ///< shorter rests are not counted
    StudyHours hour;
    StudyHours halfDay;
    StudyHours day;
    int halfDayFrom = 0; ///< minutes
    int dayFrom = 0;
    RuleSource source;
};
Result<StudyConversion> parseConversion(const QByteArray& json, const QString& file);

/// What one person should have in a year.
struct StudyTarget {
    StudyHours hours;
    QString source; ///< says so where the figure is not confirmed
};

struct StudyTerms {
    QList<ActivityKind> kinds;
    StudyConversion conversion;
    StudyTarget members;
    StudyTarget seats; ///< secretary and committee
};
/// As the town has set them on that day.
Result<StudyTerms> studyTerms(const TownRules& rules, QDate day);

/// What an activity of this kind is worth to whoever was there; nothing where that cannot be told,
/// because neither the hours nor the end are on record. `details` as in Activity.
std::optional<StudyHours> worthOf(const ActivityKind& kind, const StudyConversion& conversion,
                                  const QDateTime& from, const QDateTime& to,
                                  const QString& details);

} // namespace baolei
