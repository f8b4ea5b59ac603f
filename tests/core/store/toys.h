#pragma once
// Two toy tables, clubs and their players, that stand for every kind of record: the store is
// tested without the real ones, which change more often.

#include "core/store/store.h"
#include "tests/support/support.h"

namespace baolei {

struct Club {
    Id<Club> id;
    Id<Club> parentId;
    QString name;
    int position = 0;
    PartialDate foundedOn;
    bool operator==(const Club&) const = default;
};
template <> const Table& tableOf<Club>();

enum class Hand { Unknown = 0, Left = 1, Right = 2 };

struct Player {
    Id<Player> id;
    Id<Club> clubId;
    QString name;
    std::optional<QString> number; ///< private, unique among players who are not deleted
    qint64 height = 0; ///< never below zero
    bool isLost = false;
    Hand hand = Hand::Unknown;
    QDate joinedOn;
    QDateTime seenAt; ///< an instant
    QDateTime trainsAt; ///< a time on the wall
    QByteArray picture;
    bool operator==(const Player&) const = default;
};
template <> const Table& tableOf<Player>();

inline constexpr Op kDraw{"toy.draw", "登记:%1"};
inline constexpr Op kMove{"toy.move", "把%1移到%2"};

/// A store in a folder of its own with the toy tables in it.
class ToyStore {
public:
    ToyStore();
    explicit ToyStore(const QString& path); ///< in a folder of the caller

    Store* operator->() const { return store.get(); }
    Store& operator*() const { return *store; }
    void reopen();

    Club club(const QString& name, Id<Club> parent = {});
    Player player(const QString& name, Id<Club> club = {});
    /// Saves as one operation and expects it to succeed.
    template <typename T> T save(const T& record, const QString& label = QStringLiteral("甲")) {
        EXPECT_TRUE(ok(store->run({kDraw, {label}}, [&](Session& s) { return s.put(record); })));
        return record;
    }
    template <typename T> void erase(const T& record) {
        EXPECT_TRUE(ok(store->run({kDraw, {QStringLiteral("删")}},
                                  [&](Session& s) { return s.erase(record.id); })));
    }
    template <typename T> std::optional<T> saved(const T& record) const {
        const auto found = store->reader().find(record.id);
        EXPECT_TRUE(ok(found));
        return found.value_or(std::nullopt);
    }
    qint64 count(const QByteArray& sql) const {
        const auto number = store->reader().integer(sql);
        EXPECT_TRUE(ok(number));
        return number.value_or(-1);
    }
    QStringList problems() const; ///< what verifyStore finds
    template <typename T> Id<T> newId() { return {newUuid(clock.nowUtc().toMSecsSinceEpoch())}; }

    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 23)};
    QString path;
    std::unique_ptr<Store> store;
};

/// Makes the two tables, where they are not there.
extern const char* const kToyTables;

/// Executes SQL on the file behind the program's back.
void tamper(const QString& path, const QByteArray& sql);
/// The triggers that keep the journal append-only, taken off for tampering.
inline constexpr const char* kUnlockJournal
    = "DROP TRIGGER operation_stays; DROP TRIGGER operation_remains;"
      "DROP TRIGGER journal_stays; DROP TRIGGER journal_remains;";

} // namespace baolei
