#include "tests/core/store/faults.h"

#include "core/store/verify.h"

#include <QDir>
#include <QFile>
#include <iostream>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
void expectPlain(const Error& error, const QByteArray& call) {
    EXPECT_FALSE(error.what.isEmpty()) << call.toStdString();
    EXPECT_FALSE(error.kept.isEmpty()) << call.toStdString() << ": " << error.what.toStdString();
    EXPECT_FALSE(error.next.isEmpty()) << call.toStdString() << ": " << error.what.toStdString();
    EXPECT_NE(error.code, ErrorCode::Broken) << error.text().toStdString();
    EXPECT_TRUE(error.code != ErrorCode::BadFile && error.code != ErrorCode::Damaged)
        << call.toStdString() << " makes no sound file a damaged one: " << error.what.toStdString();
}

qint64 stepsOf(const Reader& reader, const Deed& deed) {
    return reader
        .integer("SELECT count(*) FROM operation WHERE key = 'toy.draw' AND label LIKE :label",
                 {{":label", u"%:"_s + deed.label}})
        .value_or(-1);
}

void copyFolder(const QString& from, const QString& to) {
    QDir().mkpath(to);
    for (const QFileInfo& each :
         QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        const QString target = to + u'/' + each.fileName();
        if (each.isDir())
            copyFolder(each.filePath(), target);
        else
            ASSERT_TRUE(QFile::copy(each.filePath(), target));
    }
}

int stepOfSweep() {
#ifdef Q_OS_WIN
    constexpr int kUsual = 9;
#else
    constexpr int kUsual = 1;
#endif
    const int asked = qEnvironmentVariableIntValue("BAOLEI_FAULT_STEP");
    return asked > 0 ? asked : kUsual;
}
}

Result<void> Desk::open() {
    auto opened = Store::open(path, options());
    if (!opened) return fail(opened.error());
    store = std::move(*opened);
    return {};
}

Deed Desk::deed() {
    const qint64 now = clock.nowUtc().toMSecsSinceEpoch();
    Deed made;
    made.label = u"第%1件"_s.arg(++number);
    made.club = {{newUuid(now)}, {}, made.label, 0, {}};
    made.player.id = {newUuid(now)};
    made.player.clubId = made.club.id;
    made.player.name = made.label;
    return made;
}

Result<void> Desk::save() {
    const Deed made = deed();
    auto done = store->run({kDraw, {made.label}}, [&](Session& s) -> Result<void> {
        if (const auto put = s.put(made.club); !put) return fail(put.error());
        if (const auto put = s.put(made.player); !put) return fail(put.error());
        return {};
    });
    (done ? saved : refused).append(made);
    return done;
}

bool isThere(const Reader& reader, const Deed& deed) {
    const auto club = reader.find(deed.club.id);
    const auto player = reader.find(deed.player.id);
    if (!ok(club) || !ok(player)) return false;
    EXPECT_EQ(club->has_value(), player->has_value()) << "half of " << deed.label.toStdString();
    return club->has_value();
}

void expectSound(Desk& desk) {
    if (desk.store) {
        EXPECT_TRUE(ok(desk.save())) << "the open store goes on once the disk is back";
    }
    desk.store.reset();
    if (!QFile::exists(desk.path)) {
        EXPECT_TRUE(desk.saved.isEmpty());
        return;
    }
    ASSERT_TRUE(ok(desk.open()));
    const Reader& reader = desk.store->reader();
    for (const Deed& deed : desk.saved) {
        EXPECT_TRUE(isThere(reader, deed)) << "lost: " << deed.label.toStdString();
        EXPECT_EQ(stepsOf(reader, deed), 1) << deed.label.toStdString();
    }
    for (const Deed& deed : desk.refused)
        EXPECT_EQ(stepsOf(reader, deed), isThere(reader, deed) ? 1 : 0) << deed.label.toStdString();
    for (const Deed& deed : desk.either)
        (void)isThere(reader, deed);
    EXPECT_EQ(verifyStore(reader).value().problems, QStringList());
}

// A store with a past: the toy tables, three deeds, one of them taken back.
Faults::Faults() {
    Desk first(start());
    QDir().mkpath(first.folder);
    EXPECT_TRUE(ok(Store::create(first.path, u"示范镇"_s, first.options())));
    tamper(first.path, kToyTables);
    EXPECT_TRUE(ok(first.open()));
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(ok(first.save()));
    EXPECT_TRUE(ok(first.store->undo()));
    m_past = first.saved;
    m_past.removeLast();
    m_number = first.number;
}

Desk Faults::prepared(const Scene& scene) {
    const QString work = m_folder.path(u"工作"_s);
    QDir(work).removeRecursively();
    copyFolder(start(), work);
    Desk desk(work);
    if (scene.hasPast) desk.saved = m_past;
    desk.number = m_number;
    scene.prepare(desk);
    return desk;
}

int Faults::callsOf(const Scene& scene, FaultVfs& disk) {
    Desk desk = prepared(scene);
    disk.count(std::get<0>(GetParam()));
    EXPECT_TRUE(ok(scene.act(desk))) << "on a sound disk";
    const int calls = disk.calls();
    disk.heal();
    scene.check(desk);
    return calls;
}

void Faults::playWithFault(const Scene& scene, FaultVfs& disk, int nth) {
    const auto [kind, lasting] = GetParam();
    Desk desk = prepared(scene);
    disk.failAt(nth, kind, lasting);
    const auto done = scene.act(desk);
    disk.heal();
    EXPECT_TRUE(disk.hasFailed()) << "the call was never made";
    if (!done) expectPlain(done.error(), disk.failedCall());
    scene.check(desk);
    if (HasFailure()) ADD_FAILURE() << "call " << nth << ": " << disk.failedCall().toStdString();
}

void Faults::sweep(const Scene& scene) {
    FaultVfs disk;
    const int calls = callsOf(scene, disk);
    EXPECT_EQ(callsOf(scene, disk), calls) << "the same scene makes the same calls";
    EXPECT_GT(calls, 0) << "the disk is not asked: the faults strike nothing";
    const int step = stepOfSweep();
    if (step > 1) std::cout << "every " << step << "th of " << calls << " calls\n";
    for (int nth = 1; nth <= calls && !HasFailure(); nth += step)
        playWithFault(scene, disk, nth);
    if ((calls - 1) % step != 0 && !HasFailure()) playWithFault(scene, disk, calls);
}

std::string faultName(const testing::TestParamInfo<Faults::ParamType>& each) {
    return std::string(std::get<0>(each.param) == FaultVfs::Kind::Full ? "full" : "io")
        + (std::get<1>(each.param) == FaultVfs::Lasting::Once ? "Once" : "ForGood");
}

} // namespace baolei
