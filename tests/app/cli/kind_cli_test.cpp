// kind list|show|save|retire|resume|remove as they are typed.

#include "tests/app/cli/support.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct KindTown : CommandLine {
    KindTown() { EXPECT_EQ(run({u"init"_s, store, u"--town"_s, u"示范镇"_s}).code, 0); }
    QJsonObject shown(const QString& kind) const {
        return QJsonDocument::fromJson(run({u"kind"_s, store, u"show"_s, kind}).out.toUtf8())
            .object();
    }
    QString file(const QJsonObject& object) const {
        const QString path = folder.path(u"kind.json"_s);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(object).toJson());
        return path;
    }
};
}

// What is shown of any kind is the pattern for a new one.
TEST(KindCommand, makesOneFromWhatItShows) {
    const KindTown town;
    QJsonObject pattern = town.shown(u"党课"_s);
    QJsonObject kind = pattern[u"kind"_s].toObject();
    EXPECT_EQ(kind[u"id"_s].toString(), u"party-lecture"_s);
    kind.remove(u"id"_s);
    kind[u"name"_s] = u"道德讲堂"_s;
    kind[u"short"_s] = u"讲堂"_s;
    pattern[u"kind"_s] = kind;
    pattern[u"times"_s] = 2;
    pattern[u"per"_s] = u"year"_s;
    pattern[u"from"_s] = u"2026-01-01"_s;
    const auto saved = town.run({u"kind"_s, town.store, u"save"_s, town.file(pattern)});
    EXPECT_EQ(saved.code, 0) << saved.err.toStdString();
    EXPECT_TRUE(saved.out.contains(u"道德讲堂，每年 2 次"_s)) << saved.out.toStdString();
    const QJsonArray all = town.array({u"kind"_s, town.store, u"list"_s, u"--json"_s});
    EXPECT_EQ(all.last().toObject()[u"name"_s].toString(), u"道德讲堂"_s);
    EXPECT_TRUE(all.last().toObject()[u"own"_s].toBool());
    EXPECT_FALSE(all.first().toObject()[u"own"_s].toBool());
    // Shown, changed and saved again it is the same one.
    QJsonObject mine = town.shown(u"道德讲堂"_s);
    mine[u"times"_s] = 1;
    EXPECT_EQ(town.run({u"kind"_s, town.store, u"save"_s, town.file(mine)}).code, 0);
    EXPECT_EQ(town.array({u"kind"_s, town.store, u"list"_s, u"--json"_s}).size(), all.size());
    EXPECT_EQ(town.shown(u"讲堂"_s)[u"times"_s].toInt(), 1);
}

TEST(KindCommand, retiresAndRemovesOnlyTheTownsOwn) {
    const KindTown town;
    QJsonObject pattern = town.shown(u"党课"_s);
    QJsonObject kind = pattern[u"kind"_s].toObject();
    kind.remove(u"id"_s);
    kind[u"name"_s] = u"道德讲堂"_s;
    kind[u"short"_s] = u"讲堂"_s;
    pattern[u"kind"_s] = kind;
    EXPECT_EQ(town.run({u"kind"_s, town.store, u"save"_s, town.file(pattern)}).code, 0);
    EXPECT_EQ(town.run({u"kind"_s, town.store, u"retire"_s, u"道德讲堂"_s}).code, 0);
    EXPECT_TRUE(town.run({u"kind"_s, town.store, u"list"_s}).out.contains(u"停用"_s));
    EXPECT_EQ(town.run({u"kind"_s, town.store, u"resume"_s, u"道德讲堂"_s}).code, 0);
    EXPECT_EQ(town.run({u"kind"_s, town.store, u"remove"_s, u"道德讲堂"_s}).code, 0);
    for (const QString& action : {u"retire"_s, u"remove"_s}) {
        const auto refused = town.run({u"kind"_s, town.store, action, u"党课"_s});
        EXPECT_EQ(refused.code, 1);
        EXPECT_TRUE(refused.err.contains(u"自带"_s)) << refused.err.toStdString();
    }
}

TEST(KindCommand, saysWhatIsWrongWithAFile) {
    const KindTown town;
    QJsonObject pattern = town.shown(u"党课"_s);
    const auto refused = town.run({u"kind"_s, town.store, u"save"_s, town.file(pattern)});
    EXPECT_EQ(refused.code, 1); // a shipped kind is nobody's own
    pattern[u"oftn"_s] = 3;
    const auto misspelt = town.run({u"kind"_s, town.store, u"save"_s, town.file(pattern)});
    EXPECT_EQ(misspelt.code, 1);
    EXPECT_TRUE(misspelt.err.contains(u"oftn"_s));
    EXPECT_EQ(town.run({u"kind"_s, town.store, u"save"_s, u"/nowhere.json"_s}).code, 1);
    EXPECT_EQ(town.run({u"kind"_s, town.store, u"save"_s}).code, 2);
    EXPECT_EQ(town.run({u"kind"_s, town.store, u"grow"_s, u"党课"_s}).code, 2);
}
