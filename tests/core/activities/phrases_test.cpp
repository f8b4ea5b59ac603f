#include "core/activities/phrases.h"

#include "core/activities/kinds.h"
#include "tests/support/town.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct PhraseTown : Town {
    QList<Phrase> all() {
        const auto phrases = phrasesOf(reader());
        EXPECT_TRUE(ok(phrases));
        return phrases.value_or(QList<Phrase>{});
    }
    std::optional<Phrase> withId(const QString& id) {
        for (const Phrase& each : all())
            if (each.id == id) return each;
        return std::nullopt;
    }
};

QStringList namesOf(const QList<Phrase>& phrases) {
    QStringList names;
    for (const Phrase& each : phrases)
        names.append(each.name);
    return names;
}
}

TEST(Phrases, shippedOnesAreForKindsAndFieldsThatThereAre) {
    PhraseTown town;
    const auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    QStringList ids;
    for (const Phrase& each : town.all()) {
        EXPECT_FALSE(ids.contains(each.id)) << each.id.toStdString();
        ids.append(each.id);
        const bool isCommon = each.field == u"content"_s;
        for (const QString& id : each.kinds) {
            const ActivityKind* kind = kindWithId(*kinds, id);
            ASSERT_TRUE(kind) << id.toStdString();
            // As the dialog shows them.
            const ActivityField* field = fieldWithId(*kind, each.field);
            const bool isShown = kind->required.contains(each.field) || kind->fields.isEmpty();
            EXPECT_TRUE(isCommon || (field && field->type == FieldType::Lines)
                        || (isShown && commonFields().contains(each.field)))
                << each.id.toStdString();
        }
        EXPECT_TRUE(each.isShipped);
        EXPECT_FALSE(each.isOwn);
    }
    const auto isOffered = [&](const QString& kind, const QString& field) {
        const QList<Phrase> phrases = phrasesFor(town.all(), {kind}, field);
        return !phrases.isEmpty() && phrases.first().kinds.contains(kind);
    };
    for (const QString& kind : {u"branch-meeting"_s, u"committee-meeting"_s, u"group-meeting"_s})
        EXPECT_TRUE(isOffered(kind, u"agenda"_s)) << kind.toStdString();
    for (const QString& kind : {u"party-day"_s, u"party-lecture"_s, u"study-day"_s,
                                u"life-meeting"_s, u"appraisal"_s, u"talk"_s})
        EXPECT_TRUE(isOffered(kind, u"content"_s)) << kind.toStdString();
}

TEST(Phrases, ownOnesStandFirstAndAreTakenBackByUndo) {
    PhraseTown town;
    const auto saved = savePhrase(
        *town.store,
        {{}, u" 修路  议程 "_s, {u"branch-meeting"_s}, u"agenda"_s, u"通报\n表决\n"_s});
    ASSERT_TRUE(ok(saved));
    const auto own = phrasesFor(town.all(), {u"branch-meeting"_s}, u"agenda"_s);
    EXPECT_EQ(own.first().name, u"修路 议程"_s);
    EXPECT_EQ(own.first().text, u"通报\n表决"_s);
    EXPECT_FALSE(own.first().isShipped);
    EXPECT_FALSE(
        namesOf(phrasesFor(town.all(), {u"party-day"_s}, u"agenda"_s)).contains(u"修路 议程"_s));
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_FALSE(town.withId(saved->id));
}

TEST(Phrases, aMeetingOfTwoKindsHasThoseOfBoth) {
    PhraseTown town;
    const QStringList names
        = namesOf(phrasesFor(town.all(), {u"branch-meeting"_s, u"party-lecture"_s}, u"content"_s));
    EXPECT_TRUE(names.contains(u"讲课情况"_s));
    EXPECT_TRUE(names.contains(u"开头：有表决权的人数"_s));
    EXPECT_EQ(names.last(), u"逐项讨论"_s); // what is for every kind comes last
}

TEST(Phrases, shippedOnesAreChangedAndRemovedForThisOfficeAndComeBack) {
    PhraseTown town;
    const auto before = town.withId(u"election"_s);
    ASSERT_TRUE(before);
    Phrase changed = *before;
    changed.text = u"我们的办法"_s;
    ASSERT_TRUE(ok(savePhrase(*town.store, changed)));
    EXPECT_EQ(town.withId(u"election"_s)->text, u"我们的办法"_s);
    EXPECT_TRUE(town.withId(u"election"_s)->isOwn);
    EXPECT_TRUE(town.withId(u"election"_s)->isShipped);
    ASSERT_TRUE(ok(removePhrase(*town.store, *town.withId(u"admission"_s))));
    EXPECT_FALSE(town.withId(u"admission"_s));
    const auto own = savePhrase(*town.store, {{}, u"自己的"_s, {}, u"content"_s, u"文字"_s});
    ASSERT_TRUE(ok(own));
    ASSERT_TRUE(ok(restorePhrases(*town.store)));
    EXPECT_EQ(town.withId(u"election"_s), before);
    EXPECT_TRUE(town.withId(u"admission"_s));
    EXPECT_TRUE(town.withId(own->id));
    ASSERT_TRUE(ok(removePhrase(*town.store, *own)));
    EXPECT_FALSE(town.withId(own->id));
}

TEST(Phrases, refusesWhatNobodyCouldFindOrKeep) {
    PhraseTown town;
    EXPECT_FALSE(savePhrase(*town.store, {{}, u" "_s, {}, u"content"_s, u"文字"_s}));
    EXPECT_FALSE(savePhrase(*town.store, {{}, u"名称"_s, {}, u"content"_s, u"\n"_s}));
    EXPECT_FALSE(savePhrase(*town.store, {{}, QString(41, u'长'), {}, u"content"_s, u"文字"_s}));
    EXPECT_FALSE(savePhrase(*town.store, {{}, u"名称"_s, {}, u"content"_s, QString(4001, u'长')}));
    EXPECT_TRUE(
        savePhrase(*town.store, {{}, QString(40, u'长'), {}, u"content"_s, QString(4000, u'长')}));
}

TEST(FilledPhrase, putsInWhatIsKnownAndLeavesTheRest) {
    Activity activity;
    const QString text = u"{日期}，{支部}由{主持人}主持，应到{应到}人，实到{实到}人"_s;
    EXPECT_EQ(filledPhrase(text, activity, {}), text);
    activity.startsAt = QDateTime(QDate(2026, 11, 8), QTime(9, 0));
    activity.host = u"钟建国"_s;
    activity.due = 41;
    activity.present = 38;
    EXPECT_EQ(filledPhrase(text, activity, u"西荡村党支部"_s),
              u"2026年11月8日，西荡村党支部由钟建国主持，应到41人，实到38人"_s);
}

} // namespace baolei
