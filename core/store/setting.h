#pragma once
// Choices of the office, kept in the store and journaled like everything else.

#include "core/store/session.h"

namespace baolei {

class Store;

/// Characters of one choice, which may be a list of many.
inline constexpr int kLongestSetting = 30'000;

struct Setting {
    Id<Setting> id;
    QString name;
    QString value;
    bool operator==(const Setting&) const = default;
};
template <> const Table& tableOf<Setting>();

/// The value of a setting, or `otherwise` where it was never chosen.
Result<QString> settingOf(const Reader& reader, const QString& name, const QString& otherwise = {});
Result<void> putSetting(Session& session, const QString& name, const QString& value);
/// As if it had never been chosen; NotFound where it was not.
Result<void> eraseSetting(Session& session, const QString& name);
/// Keeps one choice as an operation of its own.
Result<void> changeSetting(Store& store, const QString& name, const QString& value);

inline constexpr QLatin1StringView kTownName{"town.name"}; ///< 示范镇

} // namespace baolei
