#pragma once
// A store at work on a disk that fails at each of its calls in turn, alone and for good, full and
// without an answer. Whatever was reported as saved is there afterwards, whatever was not is there
// whole or not at all, and the store that is open goes on.

#include "tests/core/store/toys.h"
#include "tests/support/fault_vfs.h"

namespace baolei {

/// One operation of two records, told apart by its label.
struct Deed {
    QString label;
    Club club;
    Player player;
};

/// What a store at work has reported as saved, and what it has reported as not saved.
struct Desk {
    explicit Desk(const QString& folder_)
        : folder(folder_)
        , path(folder + QStringLiteral("/示范镇.baolei")) { }

    StoreOptions options() const { return {.clock = &clock, .actor = QStringLiteral("小林")}; }
    Result<void> open();
    Deed deed();
    Result<void> save();

    QString folder;
    QString path;
    FixedClock clock{QDate(2026, 11, 23)};
    int number = 0;
    QList<Deed> saved;
    QList<Deed> refused;
    QList<Deed> either; ///< taken back or not: whole or absent
    std::unique_ptr<Store> store;
};

bool isThere(const Reader& reader, const Deed& deed);

/// The store saves, opens again, has what it should and proves its journal.
void expectSound(Desk& desk);

struct Scene {
    std::function<void(Desk&)> prepare; ///< on a sound disk
    std::function<Result<void>(Desk&)> act; ///< on the failing one
    std::function<void(Desk&)> check = expectSound; ///< when the disk is sound again
    bool hasPast = true; ///< the store of the beginning is the one at work
};

class Faults : public testing::TestWithParam<std::tuple<FaultVfs::Kind, FaultVfs::Lasting>> {
protected:
    Faults();
    QString start() const { return m_folder.path(QStringLiteral("起点")); }
    /// Plays the scene once with each of its calls failing. Under Windows, where it takes minutes,
    /// with every ninth; BAOLEI_FAULT_STEP says another number.
    void sweep(const Scene& scene);

private:
    Desk prepared(const Scene& scene);
    int callsOf(const Scene& scene, FaultVfs& disk);
    void playWithFault(const Scene& scene, FaultVfs& disk, int nth);

    TempFolder m_folder;
    QList<Deed> m_past;
    int m_number = 0;
};

inline auto everyFault() {
    return testing::Combine(
        testing::Values(FaultVfs::Kind::Full, FaultVfs::Kind::Io),
        testing::Values(FaultVfs::Lasting::Once, FaultVfs::Lasting::FromThenOn));
}

/// fullOnce, ioForGood …
std::string faultName(const testing::TestParamInfo<Faults::ParamType>& each);

} // namespace baolei
