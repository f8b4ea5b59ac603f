// Every file of a target's corpus, in the ordinary tests: what fuzzing once found stays mended.

#include "tests/fuzz/target.h"
#include "tests/support/support.h"

#include <QDirIterator>
#include <iostream>

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(Corpus, isTakenWithoutHarm) {
    int files = 0;
    for (const QString& folder : QStringLiteral(BAOLEI_CORPUS).split(u',')) {
        QDirIterator entries(QStringLiteral(BAOLEI_SOURCE_DIR "/") + folder, QDir::Files);
        while (entries.hasNext()) {
            const QString path = entries.next();
            // The last name printed is the one at fault when the program dies.
            std::cout << path.toStdString() << std::endl;
            const QByteArray bytes = contentOf(path);
            EXPECT_EQ(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                             std::size_t(bytes.size())),
                      0);
            ++files;
        }
    }
    EXPECT_GT(files, 0);
}
