// Kinds of activity that a town makes for itself.

#include "core/activities/own_kinds.h"

#include "core/activities/study.h"
#include "core/plans/commands.h"
#include "core/store/setting.h"
#include "core/store/verify.h"
#include "tests/core/activities/meetings.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
/// 读书会: once a month from October on, with the book as a field that must be filled in.
OwnKind readingCircle() {
    OwnKind own;
    own.kind.name = u"读书会"_s;
    own.kind.shortName = u"读书"_s;
    own.kind.symbol = u"读"_s;
    own.kind.required = {u"date"_s, u"title"_s, u"attendance"_s};
    own.kind.fields
        = {{{}, u"书目"_s, FieldType::Text, true, {}, {}},
           {{}, u"分享"_s, FieldType::Rows, false, {}, {{{}, u"姓名"_s}, {{}, u"内容"_s}}}};
    own.kind.form = u"record"_s;
    own.kind.points = u"none"_s;
    own.kind.source = {u"本镇做法"_s, {}, Checked::Secondary};
    own.per = Period::Unit::Month;
    own.times = 1;
    own.from = QDate(2026, 10, 1);
    return own;
}

struct KindTown : Town {
    OwnKind circle;
    KindTown() {
        settle(*this, xidang.id, 4);
        circle = saved(readingCircle());
    }
    OwnKind saved(const OwnKind& own) {
        const auto done = saveOwnKind(*store, own);
        EXPECT_TRUE(ok(done));
        return done.value_or(OwnKind());
    }
    OwnKind now() {
        const auto all = ownKinds(reader());
        EXPECT_TRUE(ok(all));
        for (const OwnKind& each : *all)
            if (each.kind.id == circle.kind.id) return each;
        return {};
    }
    qsizetype asked() const {
        return findingsOf(*this, circle.kind.id, xidang.id, clock.today()).size();
    }
};
}

TEST(OwnKinds, everyKindIsReadAsItWasWritten) {
    const auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    for (const ActivityKind& kind : *kinds) {
        const QJsonObject file{{u"kinds"_s, QJsonArray{jsonOf(kind)}}};
        const auto again = parseKinds(QJsonDocument(file).toJson(), u"a.json"_s);
        ASSERT_TRUE(ok(again)) << kind.id.toStdString();
        EXPECT_EQ(again->first(), kind) << kind.id.toStdString();
    }
}

TEST(OwnKinds, areThereAfterOpeningAgainAndUndone) {
    KindTown town;
    const ActivityKind kind = town.circle.kind;
    EXPECT_TRUE(kind.id.startsWith(u"own-"_s));
    EXPECT_EQ(kind.fields[0].id, u"f1"_s);
    EXPECT_EQ(kind.fields[1].columns[1].id, u"c2"_s);
    const auto other = Reader::open(town.store->path());
    ASSERT_TRUE(ok(other));
    const auto kinds = townKinds(*other);
    ASSERT_TRUE(ok(kinds));
    const ActivityKind* found = kindCalled(*kinds, u"读书会"_s);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->fields, kind.fields);
    EXPECT_EQ(kinds->size(), loadKinds()->size() + 1);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(townKinds(town.reader())->size(), loadKinds()->size());
}

TEST(OwnKinds, areRecordedAndAskedForFromTheirDayOn) {
    KindTown town;
    EXPECT_EQ(town.asked(), 2); // October is missing, November due; September was before
    hold(town, town.circle.kind.id, town.xidang.id, QDate(2026, 10, 9));
    EXPECT_EQ(town.asked(), 1);
    hold(town, town.circle.kind.id, town.xidang.id, QDate(2026, 11, 9));
    EXPECT_EQ(town.asked(), 0);
    const auto rules = townRules(town.reader());
    ASSERT_TRUE(ok(rules));
    const Rule* rule = rules->book.find(town.circle.kind.id, town.clock.today());
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->label(), u"本镇·读书"_s); // never the key
    EXPECT_EQ(rule->severity, Severity::Should);
    EXPECT_EQ(verifyStore(town.reader())->problems, QStringList());
}

TEST(OwnKinds, wantTheirFieldsFilledIn) {
    KindTown town;
    ActivityRecord record
        = meetingOf(town, town.circle.kind.id, town.xidang.id, QDate(2026, 10, 9));
    record.details.remove(u"f1"_s);
    const auto saved = saveActivity(*town.store, record);
    ASSERT_FALSE(saved);
    EXPECT_TRUE(saved.error().what.contains(u"书目"_s)) << saved.error().what.toStdString();
}

TEST(OwnKinds, areAskedOfWhomTheyConcern) {
    KindTown town;
    OwnKind ofGroups = readingCircle();
    ofGroups.kind.name = u"小组读书"_s;
    ofGroups.kind.shortName = u"组读"_s;
    ofGroups.kind.attends = Attends::Group;
    ofGroups = town.saved(ofGroups);
    const auto count = [&] {
        return findingsOf(town, ofGroups.kind.id, town.xidang.id, town.clock.today()).size();
    };
    EXPECT_EQ(count(), 0); // no groups yet
    town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    town.add(u"第二党小组"_s, u"group"_s, town.xidang.id);
    EXPECT_EQ(count(), 4); // two groups, October and November
}

TEST(OwnKinds, keepTheFieldsThatRecordsHaveFilledIn) {
    KindTown town;
    hold(town, town.circle.kind.id, town.xidang.id, QDate(2026, 10, 9));
    OwnKind without = town.now();
    without.kind.fields.removeFirst();
    auto refused = saveOwnKind(*town.store, without);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().what.contains(u"书目"_s));
    OwnKind asNumber = town.now();
    asNumber.kind.fields[0].type = FieldType::Number;
    EXPECT_FALSE(saveOwnKind(*town.store, asNumber));
    OwnKind renamed = town.now();
    renamed.kind.fields[0].title = u"所读的书"_s;
    renamed.kind.fields[0].type = FieldType::Lines; // holds what a line holds
    renamed.kind.fields.removeLast(); // nobody has filled it in
    renamed.kind.fields.append({{}, u"地点照片"_s, FieldType::Text, false, {}, {}});
    const OwnKind now = town.saved(renamed);
    EXPECT_EQ(now.kind.fields[0].id, u"f1"_s);
    EXPECT_NE(now.kind.fields[1].id, u"f1"_s);
}

TEST(OwnKinds, inUseAreRetiredNotRemoved) {
    KindTown town;
    const QString id = town.circle.kind.id;
    const Activity held = hold(town, id, town.xidang.id, QDate(2026, 10, 9));
    EXPECT_EQ(usesOf(town.reader(), id), 1);
    const auto refused = removeOwnKind(*town.store, id);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().text().contains(u"停用"_s));
    ASSERT_TRUE(ok(retireOwnKind(*town.store, id, true)));
    const auto kinds = townKinds(town.reader());
    const auto isOffered
        = [&id](const QList<ActivityKind>& all) { return kindWithId(all, id) != nullptr; };
    EXPECT_TRUE(isOffered(*kinds));
    EXPECT_FALSE(isOffered(offeredKinds(*kinds)));
    EXPECT_TRUE(isOffered(offeredKinds(*kinds, {id}))); // in a record that has it
    EXPECT_EQ(town.asked(), 0); // November is no longer asked for
    EXPECT_EQ(findingsOf(town, id, town.dongyan.id, town.clock.today()).size(), 1); // October is
    ASSERT_TRUE(ok(retireOwnKind(*town.store, id, false)));
    EXPECT_EQ(findingsOf(town, id, town.dongyan.id, town.clock.today()).size(), 2);
    ASSERT_TRUE(ok(removeActivity(*town.store, held.id)));
    EXPECT_TRUE(ok(removeOwnKind(*town.store, id)));
    EXPECT_FALSE(removeOwnKind(*town.store, id));
}

TEST(OwnKinds, refuseWhatCannotBe) {
    KindTown town;
    using Slip = std::function<void(OwnKind&)>;
    const QList<std::pair<QString, Slip>> wrong{
        {u"名称"_s, [](OwnKind& own) { own.kind.name.clear(); }},
        {u"主题党日"_s, [](OwnKind& own) { own.kind.name = u"主题党日"_s; }},
        {u"读书会"_s, [](OwnKind& own) { own.kind.name = u"读书会"_s; }},
        {u"最多"_s, [](OwnKind& own) { own.kind.shortName = u"很长很长的简称"_s; }},
        {u"花括号"_s, [](OwnKind& own) { own.kind.name = u"{need}"_s; }},
        {u"一个字"_s, [](OwnKind& own) { own.kind.symbol = u"读书"_s; }},
        {u"从哪天"_s, [](OwnKind& own) { own.from = QDate(); }},
        {u"依据"_s, [](OwnKind& own) { own.kind.source.document = u" "_s; }},
        {u"都叫"_s, [](OwnKind& own) { own.kind.fields[1].title = u"书目"_s; }},
        {u"选项"_s, [](OwnKind& own) { own.kind.fields[0].type = FieldType::Choice; }},
        {u"列"_s, [](OwnKind& own) { own.kind.fields[1].columns.clear(); }}};
    for (const auto& [word, edit] : wrong) {
        OwnKind own = readingCircle();
        own.kind.name = u"另一种"_s;
        own.kind.shortName = u"另"_s;
        edit(own);
        const auto saved = saveOwnKind(*town.store, own);
        ASSERT_FALSE(saved) << word.toStdString();
        EXPECT_TRUE(saved.error().text().contains(word)) << saved.error().text().toStdString();
    }
    OwnKind shipped{kindNamed(u"party-day"_s), Period::Unit::Month, 2, QDate(2026, 1, 1)};
    EXPECT_FALSE(saveOwnKind(*town.store, shipped));
    EXPECT_EQ(ownKinds(town.reader())->size(), 1);
}

// Two offices that have each their own and are put together.
TEST(OwnKinds, tooManyOrOfANewerProgramStopNothing) {
    KindTown town;
    const QString good = settingText(town.now());
    ASSERT_TRUE(ok(town.store->run({kAddOrganisation}, [&](Session& session) -> Result<void> {
        const auto put = putSetting(session, u"kind.own-newer"_s, uR"({"kind": {"shape": 3}})"_s);
        if (!put) return put;
        for (int i = 0; i < kMostKinds; ++i) {
            const QString id = u"own-z%1"_s.arg(i);
            const auto done = putSetting(session, u"kind."_s + id,
                                         QString(good).replace(town.circle.kind.id, id));
            if (!done) return done;
        }
        return {};
    })));
    const auto own = ownKinds(town.reader());
    ASSERT_TRUE(ok(own));
    EXPECT_EQ(own->size(), kMostKinds + 2);
    const auto kinds = townKinds(town.reader());
    ASSERT_TRUE(ok(kinds));
    EXPECT_EQ(kinds->size(), kMostKinds);
    EXPECT_TRUE(ok(townRules(town.reader())));
    OwnKind another = readingCircle();
    another.kind.name = u"又一种"_s;
    another.kind.shortName = u"又"_s;
    const auto saved = saveOwnKind(*town.store, another);
    ASSERT_FALSE(saved);
    EXPECT_TRUE(saved.error().what.contains(u"最多 64 种"_s)) << saved.error().what.toStdString();
}

} // namespace baolei
