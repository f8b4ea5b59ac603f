#pragma once
// 本镇的活动种类: kinds that a town makes for itself, in the window or from a file. Each is one
// setting of the store, "kind.<id>", so that they travel with it: {"kind": as in activities.json,
// "per": "month", "times": 1, "from": "2026-12-01"}.

#include "core/activities/kinds.h"
#include "core/base/period.h"
#include "core/people/commands.h"

namespace baolei {

inline constexpr QLatin1StringView kOwnKindPrefix{"kind."};
inline constexpr int kMostTimes = 31; ///< that it may be asked for in each period

struct OwnKind {
    ActivityKind kind; ///< its id is given when it is first saved
    Period::Unit per = Period::Unit::Month; ///< how often every branch is to hold it …
    int times = 0; ///< … in each period; 0: when there is occasion
    QDate from; ///< asked for in the periods that begin on this day or later …
    QDate until = {}; ///< … and on this day or earlier; null: still
    QString problem = {}; ///< why it cannot be used: written by a newer program, or one too many
    bool operator==(const OwnKind&) const = default;
};

/// Those of this store, by name; also those that cannot be used.
Result<QList<OwnKind>> ownKinds(const Reader& reader);

/// Every kind there is in this store: of the files, then its own that can be used.
Result<QList<ActivityKind>> townKinds(const Reader& reader);

/// Adds the rules that ask for them as often as the town wants.
Result<void> addOwnRules(RuleBook& book, const QList<OwnKind>& kinds);

/// What is missing or wrong, by column: name, short, symbol, times, from, fields, source. `others`:
/// every other kind, whose names are taken.
QList<FieldProblem> checkOwnKind(const OwnKind& own, const QList<ActivityKind>& others);

/// Adds one or changes it; fields without an id get one that is never given again. Refuses what
/// checkOwnKind refuses, a kind of the files, and to take away or turn into something else a field
/// that records have filled in.
Result<OwnKind> saveOwnKind(Store& store, OwnKind own);

/// How many records and items of plans are of this kind.
Result<int> usesOf(const Reader& reader, const QString& kind);
/// Refuses one that is in use: it can be retired.
Result<void> removeOwnKind(Store& store, const QString& kind);
/// No longer offered for new records nor asked for from this month on, or offered again. What was
/// to be held before stays so.
Result<void> retireOwnKind(Store& store, const QString& kind, bool isRetired);

/// From a file for one kind, in the shape of the setting, with an id or without. Refuses what it
/// cannot read.
Result<OwnKind> ownKindFrom(const QByteArray& json, const QString& file);
/// The same shape.
QString settingText(const OwnKind& own);

} // namespace baolei
