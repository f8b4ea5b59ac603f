#include "core/people/gaps.h"

#include "core/people/id_number.h"
#include "tests/support/town.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);

QString validNumber() {
    const QString first = u"32999919700101001"_s;
    return first + idCheckDigit(first);
}

GapCells fullMember() {
    GapCells cells;
    cells.stage = u"full"_s;
    cells.joinedOn = PartialDate(2001, 7, 1);
    cells.idNumber = validNumber();
    return cells;
}

GapCells onProbation(const PartialDate& joined, const PartialDate& until = {}) {
    GapCells cells = fullMember();
    cells.stage = u"probationary"_s;
    cells.joinedOn = joined;
    cells.probationUntil = until;
    return cells;
}

const Gap* gapOf(const Books& books, const QString& key) {
    for (const Gap& gap : books.gaps)
        if (gap.key == key) return &gap;
    return nullptr;
}

Books survey(const Town& town, Id<Organisation> scope = {}) {
    const auto books = surveyBooks(town.reader(), scope, 2026, town.clock.today());
    EXPECT_TRUE(ok(books));
    return books.value_or(Books{});
}

void change(const Town& town, Person person, const std::function<void(Person&)>& edit) {
    edit(person);
    EXPECT_TRUE(ok(savePerson(*town.store, person)));
}

Post secretary(const Town& town, const Organisation& branch, const Person& person) {
    Post post;
    post.personId = person.id;
    post.organisationId = branch.id;
    post.kind = u"secretary"_s;
    post.fromOn = PartialDate(2024, 3, 1);
    const auto made = appoint(*town.store, post);
    EXPECT_TRUE(ok(made));
    return made.value_or(post);
}
}

TEST(PersonGaps, findsNothingWhereEverythingIsThere) {
    EXPECT_FALSE(gapsOf(fullMember(), kToday));
}

TEST(PersonGaps, namesEachMissingCell) {
    GapCells cells = fullMember();
    cells.joinedOn = {};
    EXPECT_EQ(gapsOf(cells, kToday), PersonGaps(PersonGap::NoJoinDate));
    cells = fullMember();
    cells.hasPhone = false;
    EXPECT_EQ(gapsOf(cells, kToday), PersonGaps(PersonGap::NoPhone));
    cells = fullMember();
    cells.idNumber.clear();
    EXPECT_EQ(gapsOf(cells, kToday), PersonGaps(PersonGap::NoIdNumber));
    cells = fullMember();
    cells.hasBranch = false;
    EXPECT_EQ(gapsOf(cells, kToday), PersonGaps(PersonGap::NoBranch));
}

TEST(PersonGaps, doubtsANumberUnlessItIsExplained) {
    GapCells cells = fullMember();
    cells.idNumber = validNumber();
    cells.idNumber.back() = cells.idNumber.back() == u'0' ? u'1' : u'0';
    EXPECT_EQ(gapsOf(cells, kToday), PersonGaps(PersonGap::DoubtfulIdNumber));
    cells.isIdExplained = true;
    EXPECT_FALSE(gapsOf(cells, kToday));
}

TEST(PersonGaps, asksNothingOfThoseWhoHaveNotJoined) {
    GapCells cells;
    cells.stage = u"applicant"_s;
    cells.hasPhone = false;
    EXPECT_FALSE(gapsOf(cells, kToday));
    cells.hasBranch = false;
    EXPECT_EQ(gapsOf(cells, kToday), PersonGaps(PersonGap::NoBranch));
}

TEST(PersonGaps, endsProbationAfterItsLastDay) {
    EXPECT_FALSE(gapsOf(onProbation(PartialDate(2025, 11, 20)), kToday)); // the day itself
    EXPECT_EQ(gapsOf(onProbation(PartialDate(2025, 11, 19)), kToday),
              PersonGaps(PersonGap::ProbationOver));
    // Only the month is known: the last day that it can mean.
    EXPECT_FALSE(gapsOf(onProbation(PartialDate(2025, 11)), kToday));
    EXPECT_TRUE(gapsOf(onProbation(PartialDate(2025, 10)), kToday));
}

TEST(PersonGaps, grantsALongerProbation) {
    EXPECT_FALSE(gapsOf(onProbation(PartialDate(2025, 3, 1), PartialDate(2026, 11, 20)), kToday));
    EXPECT_TRUE(gapsOf(onProbation(PartialDate(2025, 3, 1), PartialDate(2026, 11, 19)), kToday));
    EXPECT_EQ(probationEnds({}, {}), QDate());
    EXPECT_EQ(probationEnds(PartialDate(2024, 2, 29), {}), QDate(2025, 2, 28));
}

TEST(SurveyBooks, countsPersonsByGapAndSaysWhere) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    const Person zhao = town.member(u"赵丽"_s, town.dongyan.id);
    change(town, wang, [](Person& p) {
        p.idNumber = validNumber();
        p.phone = u"19900000001"_s;
    });
    change(town, zhao, [](Person& p) { p.joinedOn = {}; });
    const Books books = survey(town);
    EXPECT_EQ(books.full, 2);
    EXPECT_EQ(books.members(), 2);
    EXPECT_EQ(books.branches, 2);
    ASSERT_TRUE(gapOf(books, u"noJoinDate"_s));
    EXPECT_EQ(gapOf(books, u"noJoinDate"_s)->sentence, u"1 名党员缺入党日期"_s);
    EXPECT_EQ(gapOf(books, u"noJoinDate"_s)->branches, QList{town.dongyan.id});
    EXPECT_FALSE(gapOf(books, u"noJoinDate"_s)->source.isEmpty());
    EXPECT_EQ(gapOf(books, u"noIdNumber"_s)->count, 1);
    EXPECT_EQ(gapOf(books, u"noPhone"_s)->count, 1);
    EXPECT_FALSE(gapOf(books, u"badIdNumber"_s));
    EXPECT_FALSE(gapOf(books, u"noBranch"_s));
}

TEST(SurveyBooks, looksOnlyIntoTheScope) {
    Town town;
    change(town, town.member(u"王强"_s, town.xidang.id), [](Person& p) { p.joinedOn = {}; });
    town.member(u"赵丽"_s, town.dongyan.id);
    EXPECT_TRUE(gapOf(survey(town, town.xidang.id), u"noJoinDate"_s));
    EXPECT_TRUE(gapOf(survey(town, town.committee.id), u"noJoinDate"_s));
    const Books dongyan = survey(town, town.dongyan.id);
    EXPECT_FALSE(gapOf(dongyan, u"noJoinDate"_s));
    EXPECT_EQ(dongyan.members(), 1);
    EXPECT_EQ(dongyan.branches, 1);
}

TEST(SurveyBooks, forgetsThoseWhoLeftAndFindsThoseOfNoBranch) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    Person zhao = town.member(u"赵丽"_s, town.xidang.id);
    zhao.branchId = {}; // no command allows it; another program's file may
    ASSERT_TRUE(ok(town.store->run({kChangePerson, {zhao.name}},
                                   [&](Session& session) { return session.put(zhao); })));
    ASSERT_TRUE(ok(leaveBranch(*town.store, wang.id, u"4"_s, PartialDate(2026, 5, 1), {}, {})));
    const Books books = survey(town);
    EXPECT_EQ(books.members(), 1);
    EXPECT_EQ(books.departed, 1);
    EXPECT_EQ(books.arrived, 0);
    ASSERT_TRUE(gapOf(books, u"noBranch"_s));
    EXPECT_EQ(gapOf(books, u"noBranch"_s)->count, 1);
    EXPECT_FALSE(gapOf(survey(town, town.committee.id), u"noBranch"_s));
}

TEST(SurveyBooks, countsAMoveOnlyWhereItCrossesTheScope) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    ASSERT_TRUE(ok(movePerson(*town.store, wang.id, town.dongyan.id, PartialDate(2026, 6, 1), {})));
    EXPECT_EQ(survey(town).arrived + survey(town).departed, 0);
    EXPECT_EQ(survey(town, town.xidang.id).departed, 1);
    EXPECT_EQ(survey(town, town.dongyan.id).arrived, 1);
    const auto before = surveyBooks(town.reader(), town.dongyan.id, 2025, town.clock.today());
    ASSERT_TRUE(ok(before));
    EXPECT_EQ(before->arrived, 0);
}

TEST(SurveyBooks, findsBranchesWithoutSecretary) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    const Post post = secretary(town, town.xidang, wang);
    const Books books = survey(town);
    ASSERT_TRUE(gapOf(books, u"noSecretary"_s));
    EXPECT_EQ(gapOf(books, u"noSecretary"_s)->branches, QList{town.dongyan.id});
    EXPECT_TRUE(gapOf(books, u"noSecretary"_s)->isOfBranches);
    // The last day still counts; the day after does not.
    ASSERT_TRUE(ok(endPost(*town.store, post.id, PartialDate(2026, 11, 20))));
    EXPECT_EQ(gapOf(survey(town), u"noSecretary"_s)->count, 1);
    town.clock.set(QDate(2026, 11, 21));
    EXPECT_EQ(gapOf(survey(town), u"noSecretary"_s)->count, 2);
}

TEST(SurveyBooks, findsBranchesWithoutEndOfTerm) {
    Town town;
    Organisation xidang = town.xidang;
    xidang.termEndsOn = PartialDate(2027, 3, 1);
    ASSERT_TRUE(ok(saveOrganisation(*town.store, xidang)));
    EXPECT_EQ(gapOf(survey(town), u"noTermEnd"_s)->branches, QList{town.dongyan.id});
    EXPECT_FALSE(gapOf(survey(town, town.xidang.id), u"noTermEnd"_s));
}

} // namespace baolei
