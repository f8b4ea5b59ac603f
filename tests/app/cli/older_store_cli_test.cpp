// The command line before a store that an older program wrote.

#include "core/store/migrations.h"
#include "tests/app/cli/support.h"

namespace baolei {

using namespace Qt::StringLiterals;

TEST(OlderStoreCli, isBroughtUpToDateWithACopyAndThenRead) {
    for (const QStringList& words :
         {QStringList{u"check"_s}, QStringList{u"list"_s, u"activities"_s},
          QStringList{u"rule"_s, u"list"_s}, QStringList{u"hours"_s}, QStringList{u"history"_s}}) {
        const CommandLine line;
        {
            const auto connection = Connection::open(line.store, Connection::Mode::Create);
            ASSERT_TRUE(ok(connection));
            ASSERT_TRUE(ok(migrate(**connection, 3)));
            ASSERT_TRUE(ok((*connection)
                               ->execute("INSERT INTO store_info VALUES('store', zeroblob(16)),"
                                         " ('replica', x'0102030405060708090a0b0c0d0e0f10')")));
        }
        const QStringList call = QStringList{words.first(), line.store} + words.mid(1);
        const auto looked = line.run({u"verify"_s, line.store}); // changes nothing
        EXPECT_EQ(looked.code, 0) << looked.err.toStdString();
        const auto answer = line.run(call);
        EXPECT_EQ(answer.code, 0) << words.first().toStdString() << answer.err.toStdString();
        EXPECT_TRUE(answer.err.contains(u"升级前v3"_s)) << answer.err.toStdString();
        EXPECT_TRUE(line.run(call).err.isEmpty()); // once
    }
}

} // namespace baolei
