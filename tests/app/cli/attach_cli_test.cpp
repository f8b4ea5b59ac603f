// attach, as it is typed.

#include "tests/app/cli/support.h"
#include "tests/support/pictures.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct PhotoTown : CommandLine {
    PhotoTown() {
        EXPECT_EQ(run({u"demo"_s, store}).code, 0);
        const QJsonArray held = array({u"list"_s, store, u"activities"_s, u"--kind"_s,
                                       u"party-day"_s, u"--org"_s, u"西荡村党支部"_s, u"--json"_s});
        EXPECT_FALSE(held.isEmpty());
        activity = held[0][u"id"].toString();
    }
    QString file(const QString& name, const QByteArray& bytes) const {
        QFile made(folder.path(name));
        EXPECT_TRUE(made.open(QIODevice::WriteOnly));
        made.write(bytes);
        return made.fileName();
    }
    Answer attach(const QStringList& words) const {
        return run(QStringList{u"attach"_s, store} + words);
    }
    QJsonArray listed(const QStringList& words = {}) const {
        return array(QStringList{u"attach"_s, store, u"list"_s} + words + QStringList{u"--json"_s});
    }
    QString activity;
};
}

TEST(AttachCommand, addsListsExportsAndRemoves) {
    const PhotoTown town;
    const QString photo = town.file(u"合影.jpg"_s, encodedAs(photoOf(2600, 1300), "jpg", 95));
    const QString sheet = town.file(u"签到表.pdf"_s, pdfOf());
    const auto added = town.attach({u"add"_s, town.activity, photo, sheet});
    EXPECT_EQ(added.code, 0) << added.err.toStdString();
    EXPECT_TRUE(added.out.contains(u"已添加 2 个附件"_s)) << added.out.toStdString();
    const auto again = town.attach({u"add"_s, town.activity, sheet});
    EXPECT_TRUE(again.out.contains(u"另 1 个已经有了"_s)) << again.out.toStdString();

    const QJsonArray listed = town.listed({town.activity});
    ASSERT_EQ(listed.size(), 2);
    EXPECT_EQ(listed[0][u"name"].toString(), u"合影"_s);
    EXPECT_EQ(listed[1][u"type"].toString(), u"pdf"_s);
    EXPECT_EQ(town.listed(), listed);
    EXPECT_TRUE(town.listed({u"--period"_s, u"2025"_s}).isEmpty());

    const QString out = town.folder.path(u"导出"_s);
    const auto exported = town.attach({u"export"_s, u"--org"_s, u"西荡村党支部"_s, u"-o"_s, out});
    EXPECT_EQ(exported.code, 0) << exported.err.toStdString();
    const QStringList names = QDir(out).entryList(QDir::Files);
    ASSERT_EQ(names.size(), 2);
    EXPECT_TRUE(names[0].contains(u"主题党日"_s)) << names[0].toStdString();
    const QImage image(QDir(out).filePath(names[0].endsWith(u"jpg"_s) ? names[0] : names[1]));
    EXPECT_EQ(image.size(), QSize(2000, 1000));

    EXPECT_EQ(town.attach({u"remove"_s, listed[0][u"id"].toString()}).code, 0);
    EXPECT_EQ(town.listed().size(), 1);
    const auto cleaned = town.attach({u"clean"_s});
    EXPECT_TRUE(cleaned.out.contains(u"1 个"_s)) << cleaned.out.toStdString();
    EXPECT_EQ(town.run({u"verify"_s, town.store}).code, 0);
    EXPECT_EQ(town.run({u"undo"_s, town.store}).code, 1);
    EXPECT_EQ(town.attach({u"clean"_s}).out.trimmed(), u"没有要清理的附件"_s);
}

TEST(AttachCommand, addsAllOrNothing) {
    const PhotoTown town;
    const QString photo = town.file(u"好.jpg"_s, encodedAs(photoOf(300, 200), "jpg"));
    const QString wrong = town.file(u"坏.jpg"_s, "MZ not a picture");
    const auto refused = town.attach({u"add"_s, town.activity, photo, wrong});
    EXPECT_EQ(refused.code, 1);
    EXPECT_TRUE(refused.err.contains(u"坏.jpg"_s)) << refused.err.toStdString();
    EXPECT_FALSE(refused.err.contains(town.folder.path()));
    EXPECT_TRUE(town.listed().isEmpty());
}

TEST(AttachCommand, saysHowItIsWritten) {
    const PhotoTown town;
    EXPECT_EQ(town.attach({u"add"_s, u"什么"_s, u"x.jpg"_s}).code, 2);
    EXPECT_EQ(town.attach({u"add"_s, town.activity}).code, 2);
    EXPECT_EQ(town.attach({u"export"_s}).code, 2);
    EXPECT_EQ(town.attach({u"throw"_s}).code, 2);
    EXPECT_EQ(town.attach({u"export"_s, u"-o"_s, town.folder.path(u"空"_s)}).code, 1);
}
