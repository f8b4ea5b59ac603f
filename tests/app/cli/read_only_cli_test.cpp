// The command line before a store that lies where nothing can be written.

#include "tests/app/cli/support.h"
#include "tests/support/read_only_folder.h"

#include <QFileInfo>

namespace baolei {

using namespace Qt::StringLiterals;

#ifndef Q_OS_WIN
TEST(ReadOnlyCli, readsAndRefusesToWrite) {
    const CommandLine line;
    ASSERT_EQ(line.run({u"init"_s, line.store, u"--town"_s, u"示范镇"_s}).code, 0);
    const ReadOnlyFolder folder(QFileInfo(line.store).absolutePath());
    for (const QStringList& words :
         {QStringList{u"verify"_s, line.store}, QStringList{u"list"_s, line.store, u"people"_s},
          QStringList{u"history"_s, line.store}, QStringList{u"check"_s, line.store}}) {
        const auto answer = line.run(words);
        EXPECT_EQ(answer.code, 0) << words.first().toStdString() << answer.err.toStdString();
    }
    for (const QStringList& words :
         {QStringList{u"undo"_s, line.store}, QStringList{u"redo"_s, line.store}}) {
        const auto answer = line.run(words);
        EXPECT_EQ(answer.code, 1) << words.first().toStdString();
        EXPECT_TRUE(answer.err.contains(u"不能修改"_s)) << answer.err.toStdString();
        EXPECT_TRUE(answer.err.contains(u"复制到自己的电脑上"_s)) << answer.err.toStdString();
    }
}
#endif

} // namespace baolei
