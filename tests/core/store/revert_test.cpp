#include "core/store/history.h"
#include "tests/core/store/toys.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
Uuid newestId(const ToyStore& toys) {
    return operations(toys->reader(), {.limit = 1}).value().first().id;
}

qint64 operationCount(const ToyStore& toys) {
    return toys.count("SELECT count(*) FROM operation");
}
}

TEST(Undo, undoesAndRedoesStepByStep) {
    ToyStore toys;
    Club club = toys.club(u"一"_s);
    for (const QString& name : {u"一"_s, u"二"_s, u"三"_s}) {
        club.name = name;
        toys.save(club, name);
    }
    const auto taken = toys->undo();
    ASSERT_TRUE(ok(taken));
    EXPECT_EQ(taken->label, u"登记:三"_s);
    EXPECT_EQ(toys.saved(club)->name, u"二"_s);
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(club)->name, u"一"_s);
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(club), std::nullopt);
    const auto nothing = toys->undo();
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, ErrorCode::Refused);
    for (const QString& name : {u"一"_s, u"二"_s, u"三"_s}) {
        EXPECT_TRUE(ok(toys->redo()));
        EXPECT_EQ(toys.saved(club)->name, name);
    }
    EXPECT_FALSE(toys->redo());
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Undo, labelsDoNotGrow) {
    ToyStore toys;
    toys.save(toys.club(u"一"_s), u"一"_s);
    for (int i = 0; i < 4; ++i) {
        ASSERT_TRUE(ok(toys->undo()));
        EXPECT_EQ(operations(toys->reader()).value().first().label, u"撤销：登记:一"_s);
        ASSERT_TRUE(ok(toys->redo()));
        EXPECT_EQ(operations(toys->reader()).value().first().label, u"重做：登记:一"_s);
    }
    // An ordinary operation may speak of taking back as well.
    constexpr Op kCancel{"toy.cancel", "撤销:处分"};
    ASSERT_TRUE(ok(toys->run({kCancel}, [&](Session& s) { return s.put(toys.club(u"二"_s)); })));
    ASSERT_TRUE(ok(toys->undo()));
    EXPECT_EQ(operations(toys->reader()).value().first().label, u"撤销：撤销:处分"_s);
}

TEST(Undo, answersWithWhatWasDoneInTheFirstPlace) {
    ToyStore toys;
    toys.save(toys.club(u"一"_s), u"一"_s);
    EXPECT_EQ(toys->undo()->label, u"登记:一"_s);
    EXPECT_EQ(toys->redo()->label, u"登记:一"_s); // not 撤销：登记
    EXPECT_EQ(toys->undo()->label, u"登记:一"_s);
}

TEST(Undo, aNewActionClearsWhatCouldBeRedone) {
    ToyStore toys;
    const Club one = toys.save(toys.club(u"一"_s));
    ASSERT_TRUE(ok(toys->undo()));
    const Club two = toys.save(toys.club(u"二"_s));
    EXPECT_FALSE(toys->redo());
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(two), std::nullopt);
    EXPECT_FALSE(toys->undo()) << "what was undone before is not undone again";
    EXPECT_TRUE(ok(toys->redo()));
    EXPECT_EQ(toys.saved(two), two);
    EXPECT_EQ(toys.saved(one), std::nullopt);
}

TEST(Undo, survivesReopening) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"一"_s));
    const Club old = club;
    club.name = u"二"_s;
    toys.save(club);
    toys.reopen();
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(old), old);
    toys.reopen();
    EXPECT_TRUE(ok(toys->redo()));
    EXPECT_EQ(toys.saved(club), club);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Undo, takesBackAnImportOfThreeThousandAtOnce) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"东风"_s));
    ASSERT_TRUE(ok(toys->run({kDraw, {u"导入"_s}}, [&](Session& s) -> Result<void> {
        for (int i = 0; i < 3000; ++i)
            if (const auto put = s.put(toys.player(u"队员%1"_s.arg(i), club.id)); !put)
                return fail(put.error());
        return {};
    })));
    EXPECT_EQ(toys.count("SELECT count(*) FROM live_player"), 3000);
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.count("SELECT count(*) FROM live_player"), 0);
    EXPECT_EQ(toys.saved(club), club);
    EXPECT_TRUE(ok(toys->redo()));
    EXPECT_EQ(toys.count("SELECT count(*) FROM live_player"), 3000);
    EXPECT_EQ(operationCount(toys), 5);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Undo, ofADeletionBringsTheRecordBack) {
    ToyStore toys;
    Player player = toys.player(u"张三"_s);
    player.height = 170;
    toys.save(player);
    toys.erase(player);
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(player), player);
    EXPECT_TRUE(ok(toys->redo()));
    EXPECT_EQ(toys.saved(player), std::nullopt);
}

TEST(Undo, ofAReturnDeletesAgainWithTheOldCells) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"一"_s));
    toys.erase(club);
    club.name = u"二"_s;
    toys.save(club);
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(club), std::nullopt);
    EXPECT_EQ(toys.count("SELECT count(*) FROM club WHERE name = '一'"), 1);
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(club)->name, u"一"_s);
}

TEST(Undo, aFailedOperationLeavesTheStackAlone) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"一"_s));
    const auto failing = [&] {
        return toys->run({kDraw, {u"坏"_s}}, [&](Session& s) -> Result<void> {
            (void)s.put(toys.club(u"半"_s));
            return fail(ErrorCode::Refused, u"不行"_s);
        });
    };
    EXPECT_FALSE(failing());
    ASSERT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(club), std::nullopt);
    EXPECT_FALSE(failing());
    EXPECT_TRUE(ok(toys->redo())) << "what failed was no new action";
    EXPECT_EQ(toys.saved(club), club);
}

TEST(Undo, takesBackARecordTouchedTwiceInOneOperation) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"一"_s));
    const Club old = club;
    const Club extra = toys.club(u"生又灭"_s);
    ASSERT_TRUE(ok(toys->run({kDraw, {u"两次"_s}}, [&](Session& s) -> Result<void> {
        for (const QString& name : {u"二"_s, u"三"_s}) {
            club.name = name;
            if (const auto put = s.put(club); !put) return fail(put.error());
        }
        if (const auto added = s.add(extra); !added) return added;
        return s.erase(extra.id);
    })));
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(old), old);
    EXPECT_EQ(toys.saved(extra), std::nullopt);
    EXPECT_TRUE(ok(toys->redo()));
    EXPECT_EQ(toys.saved(club), club);
    EXPECT_EQ(toys.saved(extra), std::nullopt);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Revert, takesBackAnOldOneWhereNothingLaterTouchedTheSameCells) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"一"_s));
    club.name = u"二"_s;
    toys.save(club);
    const Uuid renaming = newestId(toys);
    club.position = 7;
    toys.save(club);
    const Club other = toys.save(toys.club(u"别的"_s));
    ASSERT_TRUE(ok(toys->revert(renaming)));
    EXPECT_EQ(toys.saved(club)->name, u"一"_s);
    EXPECT_EQ(toys.saved(club)->position, 7);
    EXPECT_EQ(toys.saved(other), other);
    const auto twice = toys->revert(renaming);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ErrorCode::Refused);
    // The taking back can itself be taken back.
    EXPECT_TRUE(ok(toys->redo()));
    EXPECT_EQ(toys.saved(club)->name, u"二"_s);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Revert, namesTheLaterOperationThatIsInTheWay) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"一"_s));
    club.name = u"二"_s;
    toys.save(club, u"改成二"_s);
    const Uuid first = newestId(toys);
    club.name = u"三"_s;
    toys.save(club, u"改成三"_s);
    const Uuid second = newestId(toys);
    const qint64 count = operationCount(toys);
    const auto refused = toys->revert(first);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_TRUE(refused.error().what.contains(u"改成二"_s));
    EXPECT_TRUE(refused.error().what.contains(u"改成三"_s));
    EXPECT_EQ(toys.saved(club), club);
    EXPECT_EQ(operationCount(toys), count);
    // Allowed once the later one is taken back; and then for the later one no more to be redone.
    ASSERT_TRUE(ok(toys->revert(second)));
    EXPECT_TRUE(ok(toys->revert(first)));
    EXPECT_EQ(toys.saved(club)->name, u"一"_s);
}

TEST(Revert, aRedoneLaterOperationIsInTheWayAgain) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"一"_s));
    club.name = u"二"_s;
    toys.save(club);
    const Uuid first = newestId(toys);
    club.name = u"三"_s;
    toys.save(club);
    ASSERT_TRUE(ok(toys->undo()));
    ASSERT_TRUE(ok(toys->redo()));
    EXPECT_FALSE(toys->revert(first));
    ASSERT_TRUE(ok(toys->undo()));
    EXPECT_TRUE(ok(toys->revert(first)));
    EXPECT_EQ(toys.saved(club)->name, u"一"_s);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Revert, ofAnAdditionIsRefusedWhenOthersReferToIt) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"东风"_s));
    const Uuid adding = newestId(toys);
    const Player player = toys.save(toys.player(u"张三"_s, club.id));
    const auto refused = toys->revert(adding);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_EQ(toys.saved(club), club);
    EXPECT_EQ(toys.saved(player), player);
    toys.erase(player);
    EXPECT_TRUE(ok(toys->revert(adding)));
    EXPECT_EQ(toys.saved(club), std::nullopt);
    // And the player cannot come back to a club that is gone.
    const auto back = toys->undo();
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, ErrorCode::Refused);
    EXPECT_EQ(toys.saved(player), std::nullopt);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Revert, ofAnAdditionIsRefusedWhenTheRecordWasEditedLater) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"东风"_s));
    const Uuid adding = newestId(toys);
    club.position = 5;
    toys.save(club);
    EXPECT_FALSE(toys->revert(adding));
    EXPECT_EQ(toys.saved(club), club);
}

TEST(Revert, refusesTheFirstOperationAndUnknownOnes) {
    ToyStore toys;
    const auto first = toys->revert(newestId(toys));
    ASSERT_FALSE(first);
    EXPECT_EQ(first.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(toys->revert(newUuid(1)));
    EXPECT_FALSE(toys->undo());
    EXPECT_FALSE(toys->redo());
}

TEST(Revert, refusesWhereAUniqueCellIsTakenByNow) {
    ToyStore toys;
    Player old = toys.player(u"张三"_s);
    old.number = u"329999199001010011"_s;
    toys.save(old);
    toys.erase(old);
    const Uuid erasing = newestId(toys);
    Player fresh = toys.player(u"张三"_s);
    fresh.number = old.number;
    toys.save(fresh);
    const auto refused = toys->revert(erasing);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_FALSE(refused.error().text().contains(*old.number));
    EXPECT_EQ(toys.problems(), QStringList());
}
