// A small store with garbage or zeros in every sector in turn, every byte of its header turned
// over, cut off at every page, its log damaged everywhere. Either every answer is as it was, or the
// damage is told of, with the last good backup at hand.

#include "core/store/backup.h"
#include "core/store/history.h"
#include "core/store/setting.h"
#include "core/store/verify.h"
#include "tests/core/store/toys.h"

#include <QFile>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kSector = 512;

/// Everything that can be asked of a toy store, as one text; nothing where it could not be read.
std::optional<QString> everythingIn(const Reader& reader) {
    QString all;
    const auto clubs = reader.all<Club>("ORDER BY r.id");
    const auto players = reader.all<Player>("ORDER BY r.id");
    const auto steps = operations(reader, {});
    const auto town = settingOf(reader, kTownName);
    if (!clubs || !players || !steps || !town) return std::nullopt;
    all += *town;
    for (const Club& club : *clubs)
        all += club.id.value.toText() + club.parentId.value.toText() + club.name
            + QString::number(club.position);
    for (const Player& player : *players)
        all += player.id.value.toText() + player.clubId.value.toText() + player.name
            + QString::number(player.height) + player.number.value_or(QString())
            + QString::fromLatin1(player.picture.toHex());
    for (const OperationInfo& step : *steps) {
        all += step.label + step.actor + QString::fromLatin1(step.hash.toHex());
        const auto changes = changesOf(reader, step.seq);
        if (!changes) return std::nullopt;
        for (const CellChange& change : *changes)
            all += QString::fromLatin1(change.table + change.column) + change.row.toText();
    }
    return all;
}

class Damage : public testing::Test {
protected:
    Damage() {
        Club club = toys.save(toys.club(u"东风"_s));
        for (int i = 0; i < 40; ++i) {
            Player player = toys.player(u"队员%1"_s.arg(i).repeated(5), club.id);
            player.number = QString::number(i);
            player.picture = QByteArray(700, char('a' + i % 20));
            toys.save(player, u"第%1步"_s.arg(i));
        }
        club.name = u"改"_s;
        toys.save(club);
        EXPECT_TRUE(ok(toys->undo()));
        truth = everythingIn(toys->reader()).value();
        backup = backUpAutomatically(toys.path, toys.clock).value();
    }

    void write(const QByteArray& bytes) {
        for (const QString& tail : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
            QFile::remove(toys.path + tail);
        QFile file(toys.path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(bytes), bytes.size());
    }

    /// Whether the damage changed or hid anything; each such must have been told of.
    bool look(const std::string& where) {
        const auto store = Store::open(toys.path, {.clock = &toys.clock});
        if (!store) {
            expectOffer(store.error(), where);
            return true;
        }
        const auto all = everythingIn((*store)->reader());
        const auto report = verifyStore((*store)->reader());
        if (!report) expectOffer(report.error(), where);
        const bool isRight = all && *all == truth;
        EXPECT_TRUE(isRight || !report || !report->problems.isEmpty())
            << where << ": a wrong answer that verify accepts";
        return !isRight;
    }

    void expectOffer(const Error& error, const std::string& where) {
        EXPECT_TRUE(error.code == ErrorCode::Damaged || error.code == ErrorCode::BadFile
                    || error.code == ErrorCode::NewerFile)
            << where << ": " << error.text().toStdString();
        EXPECT_FALSE(error.kept.isEmpty()) << where << ": " << error.what.toStdString();
        EXPECT_FALSE(error.next.isEmpty()) << where << ": " << error.what.toStdString();
    }

    ToyStore toys;
    QString truth;
    QString backup;
};
}

TEST_F(Damage, inEverySectorIsFound) {
    toys.store.reset();
    const QByteArray sound = contentOf(toys.path);
    ASSERT_FALSE(look("nowhere"));
    int found = 0;
    for (const char filling : {'\0', '\xA5'})
        for (qsizetype at = 0; at < sound.size() && !HasFailure(); at += kSector) {
            QByteArray bytes = sound;
            bytes.replace(at, kSector, QByteArray(kSector, filling));
            write(bytes);
            found += look("sector " + std::to_string(at / kSector)) ? 1 : 0;
        }
    EXPECT_GT(found, sound.size() / kSector / 2) << "the damage is real";
    const auto good = lastGoodBackup(toys.path);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->path, backup);
}

TEST_F(Damage, inEveryByteOfTheHeaderIsFound) {
    toys.store.reset();
    const QByteArray sound = contentOf(toys.path);
    for (qsizetype at = 0; at < 100 && !HasFailure(); ++at)
        for (const int turned : {0xFF, 0x01}) {
            QByteArray bytes = sound;
            bytes[at] = char(bytes[at] ^ turned);
            write(bytes);
            (void)look("byte " + std::to_string(at));
        }
}

TEST_F(Damage, aFileCutOffAtEveryPageIsFound) {
    toys.store.reset();
    const QByteArray sound = contentOf(toys.path);
    for (qsizetype size = 0; size < sound.size() && !HasFailure(); size += 4096) {
        write(sound.first(size));
        EXPECT_TRUE(look("cut at " + std::to_string(size)));
        write(sound.first(size) + sound.mid(size, 1000));
        EXPECT_TRUE(look("cut behind " + std::to_string(size)));
    }
}

TEST_F(Damage, inTheLogOfACrashIsToldOf) {
    // The log of the last crash, with what was saved since the last look home.
    tamper(toys.path, "PRAGMA wal_checkpoint(TRUNCATE)");
    for (int i = 0; i < 3; ++i)
        toys.save(toys.club(u"断电前%1"_s.arg(i)));
    const QByteArray file = contentOf(toys.path);
    const QByteArray log = contentOf(toys.path + u"-wal"_s);
    const qint64 steps = toys.count("SELECT count(*) FROM operation");
    toys.store.reset();
    const auto lookWith = [&](const QByteArray& damaged, const std::string& where) {
        write(file);
        QFile wal(toys.path + u"-wal"_s);
        ASSERT_TRUE(wal.open(QIODevice::WriteOnly));
        wal.write(damaged);
        wal.close();
        const auto store = Store::open(toys.path, {.clock = &toys.clock});
        ASSERT_TRUE(ok(store)) << where;
        const auto left = (*store)->reader().integer("SELECT count(*) FROM operation");
        EXPECT_EQ((*store)->notices().isEmpty(), left.value() == steps) << where;
        EXPECT_EQ(verifyStore((*store)->reader()).value().problems.isEmpty(), true) << where;
    };
    lookWith(log, "a sound log");
    for (qsizetype at = 0; at < log.size() && !HasFailure(); at += kSector)
        for (const char filling : {'\xA5', '\x00'}) {
            QByteArray damaged = log;
            const qsizetype size = qMin(kSector, log.size() - at);
            damaged.replace(at, size, QByteArray(size, filling));
            if (damaged == log) continue;
            lookWith(damaged, "log sector " + std::to_string(at / kSector));
        }
}

TEST_F(Damage, theLastGoodBackupIsNoneThatIsDamagedOrWasPutAside) {
    toys.clock.advanceSeconds(60);
    toys.save(toys.club(u"更晚"_s));
    const QString newer = backUpAutomatically(toys.path, toys.clock).value();
    EXPECT_EQ(lastGoodBackup(toys.path)->path, newer);
    QFile file(newer);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    for (qint64 at = 4096; at < file.size(); at += kSector) {
        file.seek(at);
        file.write(QByteArray(64, '\xA5'));
    }
    file.close();
    EXPECT_EQ(lastGoodBackup(toys.path)->path, backup);
    toys.store.reset();
    toys.clock.advanceSeconds(60);
    ASSERT_TRUE(ok(restoreBackup(backup, toys.path, toys.clock)));
    EXPECT_EQ(lastGoodBackup(toys.path)->path, backup) << "not what the person put aside";
    QFile::remove(backup);
    EXPECT_EQ(lastGoodBackup(toys.path), std::nullopt);
}
