#include "core/store/verify.h"

#include "core/store/backup.h"
#include "tests/core/store/toys.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
/// A store with some history; the key of each record is reachable by name.
class Tampered {
public:
    Tampered() {
        m_club = m_toys.save(m_toys.club(u"东风"_s), u"建队"_s);
        for (int i = 0; i < 4; ++i) {
            Player player = m_toys.player(u"队员%1"_s.arg(i), m_club.id);
            player.height = 160 + i;
            m_toys.save(player, u"加入%1"_s.arg(i));
            player.height += 10;
            m_toys.save(player, u"长高%1"_s.arg(i));
        }
        m_club.name = u"西风"_s;
        m_toys.save(m_club, u"改名"_s);
        (void)m_toys->undo();
        EXPECT_EQ(m_toys.problems(), QStringList());
        m_toys.store.reset();
    }
    /// What verify says after the file was altered with `sql`.
    QStringList after(const QByteArray& sql) {
        tamper(m_toys.path, sql);
        m_toys.reopen();
        return m_toys.problems();
    }

private:
    ToyStore m_toys;
    Club m_club;
};

QByteArray unlocked(const QByteArray& sql) {
    return QByteArray(kUnlockJournal) + sql;
}
}

TEST(Verify, countsWhatItChecked) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"一"_s));
    club.name = u"二"_s;
    toys.save(club);
    toys.erase(club);
    qint64 last = 0;
    const auto report = verifyStore(toys->reader(), [&](qint64 done, qint64 total) {
        if (total == 0) return true; // the structure, before the operations
        EXPECT_EQ(done, ++last);
        EXPECT_EQ(total, 4);
        return true;
    });
    ASSERT_TRUE(ok(report));
    EXPECT_EQ(report->operations, 4);
    EXPECT_EQ(report->records, 2); // the club, and the name of the town
    EXPECT_EQ(last, 4);
    const auto stopped = verifyStore(toys->reader(), [](qint64 done, qint64) { return done < 2; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

TEST(Verify, findsAnAlteredCellAndNamesTheOperationThatWroteIt) {
    const QStringList problems
        = Tampered().after("UPDATE player SET height = 199 WHERE name = '队员2'");
    ASSERT_EQ(problems.size(), 1);
    EXPECT_TRUE(problems.first().contains(u"长高2"_s)) << problems.first().toStdString();
    EXPECT_FALSE(problems.first().contains(u"199"_s));
}

TEST(Verify, findsACellAlteredThatWasNeverEdited) {
    EXPECT_FALSE(Tampered().after("UPDATE player SET is_lost = 1 WHERE name = '队员1'").isEmpty());
    EXPECT_FALSE(Tampered().after("UPDATE player SET joined_on = '2020-01-01'").isEmpty());
    EXPECT_FALSE(
        Tampered().after("UPDATE player SET deleted_at = '2020' WHERE name = '队员1'").isEmpty());
    EXPECT_FALSE(Tampered().after("UPDATE setting SET value = '别的镇'").isEmpty());
}

TEST(Verify, findsAnAddedRow) {
    const QStringList problems
        = Tampered().after("INSERT INTO club(id, name, position) VALUES(zeroblob(16), '混入', 0)");
    ASSERT_EQ(problems.size(), 1);
    EXPECT_TRUE(problems.first().contains(u"club"_s));
    EXPECT_FALSE(problems.first().contains(u"混入"_s));
}

TEST(Verify, findsARemovedRow) {
    EXPECT_FALSE(Tampered().after("DELETE FROM player WHERE name = '队员3'").isEmpty());
    // Also one whose place another took.
    EXPECT_FALSE(
        Tampered().after("UPDATE player SET id = randomblob(16) WHERE name = '队员3'").isEmpty());
}

TEST(Verify, findsAnAlteredPast) {
    // before-images of the four players' growth: 160 becomes 150 in one of them.
    const QByteArray forged = encodeCells({{"height", Value{qint64(150)}}}).toHex();
    EXPECT_FALSE(Tampered()
                     .after(unlocked("UPDATE journal SET before = x'" + forged + "' WHERE seq = 4"))
                     .isEmpty());
    EXPECT_FALSE(
        Tampered().after(unlocked("UPDATE journal SET before = x'ff' WHERE seq = 4")).isEmpty());
    EXPECT_FALSE(
        Tampered().after(unlocked("UPDATE journal SET before = NULL WHERE seq = 4")).isEmpty());
    EXPECT_FALSE(Tampered()
                     .after(unlocked("UPDATE journal SET table_name = 'nowhere' WHERE seq = 4"))
                     .isEmpty());
    EXPECT_FALSE(
        Tampered()
            .after(unlocked("UPDATE journal SET table_name = 'player; DROP' WHERE seq = 4"))
            .isEmpty());
}

TEST(Verify, findsAnAlteredHead) {
    for (const char* sql : {"UPDATE operation SET label = '没做过' WHERE seq = 4",
                            "UPDATE operation SET actor = '别人' WHERE seq = 4",
                            "UPDATE operation SET wall_time = '2020-01-01T00:00:00Z' WHERE seq = 4",
                            "UPDATE operation SET clock = 400 WHERE seq = 4",
                            "UPDATE operation SET schema = 1 WHERE seq = 4",
                            "UPDATE operation SET key = 'x' WHERE seq = 4",
                            "UPDATE operation SET reverts = NULL WHERE reverts IS NOT NULL",
                            "UPDATE operation SET lines = 9 WHERE seq = 4",
                            "UPDATE operation SET replica = zeroblob(16) WHERE seq = 4",
                            "UPDATE operation SET hash = zeroblob(32) WHERE seq = 4"})
        EXPECT_FALSE(Tampered().after(unlocked(sql)).isEmpty()) << sql;
}

TEST(Verify, findsAnOperationOrALineTakenOut) {
    EXPECT_FALSE(Tampered()
                     .after(unlocked("DELETE FROM journal WHERE seq = 4;"
                                     "DELETE FROM operation WHERE seq = 4"))
                     .isEmpty());
    EXPECT_FALSE(Tampered().after(unlocked("DELETE FROM journal WHERE seq = 4")).isEmpty());
    EXPECT_FALSE(Tampered().after(unlocked("DELETE FROM operation WHERE seq = 4")).isEmpty());
    EXPECT_EQ(
        Tampered().after("INSERT INTO journal VALUES(400, 0, 'club', zeroblob(16), NULL)").size(),
        1);
    EXPECT_FALSE(Tampered()
                     .after(unlocked("INSERT INTO journal VALUES(4, 9, 'club', zeroblob(16),"
                                     " NULL)"))
                     .isEmpty());
}

TEST(Verify, findsABrokenReference) {
    const QStringList problems
        = Tampered().after("UPDATE player SET club_id = zeroblob(16) WHERE name = '队员0'");
    EXPECT_GE(problems.size(), 2); // the reference, and the altered cell
}

TEST(Verify, followsARecordThatOneOperationTouchedSeveralTimes) {
    ToyStore toys;
    const Club club = toys.club(u"一"_s);
    const auto write = [&](const QStringList& names) {
        const auto done = toys->run({kDraw, {u"多次"_s}}, [&](Session& s) -> Result<void> {
            for (const QString& name : names) {
                Club next = club;
                next.name = name;
                next.position = int(name.size());
                if (const auto put = s.put(next); !put) return fail(put.error());
            }
            return {};
        });
        EXPECT_TRUE(ok(done));
    };
    write({u"一"_s, u"二二"_s, u"三"_s, u"二二"_s});
    write({u"四"_s, u"五"_s, u"二二"_s});
    toys.erase(club);
    EXPECT_EQ(toys.problems(), QStringList());
    toys.store.reset();
    tamper(toys.path, "UPDATE club SET position = 7");
    toys.reopen();
    EXPECT_EQ(toys.problems().size(), 1);
}

TEST(Verify, missesTheNewestOperationsThatABackupHolds) {
    ToyStore toys;
    toys.save(toys.club(u"旧"_s));
    toys.save(toys.club(u"新"_s));
    ASSERT_TRUE(ok(backUp(toys.path, backupFolderOf(toys.path), toys.clock)));
    toys.save(toys.club(u"更新"_s));
    EXPECT_EQ(toys.problems(), QStringList());
    toys.store.reset();
    tamper(toys.path,
           unlocked("DELETE FROM journal WHERE seq >= 3; DELETE FROM operation WHERE seq >= 3;"
                    "DELETE FROM club WHERE name <> '旧'"));
    toys.reopen();
    ASSERT_EQ(toys.problems().size(), 1);
    EXPECT_TRUE(toys.problems().first().contains(u"备份"_s));
}
