// The command line before a damaged store: which backup is whole, and the command that restores it.

#include "core/base/files.h"
#include "core/store/backup.h"
#include "tests/app/cli/support.h"

#include <QFile>

namespace baolei {

using namespace Qt::StringLiterals;

TEST(DamageCli, namesTheLastGoodBackupAndTheCommand) {
    const CommandLine line;
    ASSERT_EQ(line.run({u"init"_s, line.store, u"--town"_s, u"示范镇"_s}).code, 0);
    const auto backup = backUpAutomatically(line.store, line.clock);
    ASSERT_TRUE(ok(backup));
    QFile file(line.store);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.seek(4096);
    file.write(QByteArray(int(file.size()) - 4096, '\xA5'));
    file.close();
    for (const QStringList& words :
         {QStringList{u"verify"_s, line.store}, QStringList{u"list"_s, line.store, u"people"_s},
          QStringList{u"history"_s, line.store}, QStringList{u"undo"_s, line.store}}) {
        const auto answer = line.run(words);
        EXPECT_EQ(answer.code, 1) << words.first().toStdString();
        EXPECT_TRUE(answer.err.contains(shownPath(*backup))) << answer.err.toStdString();
        EXPECT_TRUE(answer.err.contains(u"baolei-cli restore"_s)) << answer.err.toStdString();
    }
    EXPECT_EQ(line.run({u"restore"_s, *backup, line.store}).code, 0);
    EXPECT_EQ(line.run({u"verify"_s, line.store}).code, 0);
}

TEST(DamageCli, saysWhereItLookedWhenThereIsNoBackup) {
    const CommandLine line;
    ASSERT_EQ(line.run({u"init"_s, line.store, u"--town"_s, u"示范镇"_s}).code, 0);
    QFile::resize(line.store, 5000);
    const auto answer = line.run({u"list"_s, line.store, u"people"_s});
    EXPECT_EQ(answer.code, 1);
    EXPECT_TRUE(answer.err.contains(u"没有找到完好的备份"_s)) << answer.err.toStdString();
}

} // namespace baolei
