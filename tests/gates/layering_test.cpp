#include "tests/gates/layering.h"

#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QtHeaders kQt{{u"QColor"_s}, {u"QLabel"_s}};

qsizetype problemsIn(const QString& path, const QString& text) {
    return layeringProblems({{path, text}}, kQt).size();
}
}

TEST(Layering, holds) {
    const QtHeaders qt = installedQtHeaders();
    ASSERT_TRUE(qt.gui.contains(u"QColor"_s));
    ASSERT_TRUE(qt.widgets.contains(u"QLabel"_s));
    ASSERT_FALSE(qt.gui.contains(u"QString"_s));
    const auto files = codeUnder({u"core"_s, u"ui"_s, u"app"_s});
    ASSERT_GT(files.size(), 50);
    EXPECT_EQ(layeringProblems(files, qt), QStringList());
}

TEST(Layering, findsWhatGoesAgainstTheArrows) {
    EXPECT_EQ(problemsIn(u"core/base/a.h"_s, u"#include \"core/store/store.h\"\n"_s), 1);
    EXPECT_EQ(problemsIn(u"core/store/a.h"_s, u"#include \"core/people/person.h\"\n"_s), 1);
    EXPECT_EQ(problemsIn(u"core/rules/a.h"_s, u"# include \"core/store/store.h\"\n"_s), 1);
    EXPECT_EQ(problemsIn(u"core/forms/a.h"_s, u"#include \"core/people/person.h\"\n"_s), 1);
    EXPECT_EQ(problemsIn(u"core/people/a.h"_s, u"#include \"core/activities/kind.h\"\n"_s), 1);
    EXPECT_EQ(problemsIn(u"core/people/a.h"_s, u"#include \"ui/base/page.h\"\n"_s), 1);
    EXPECT_EQ(problemsIn(u"core/people/a.h"_s, u"#include <QLabel>\n"_s), 1);
    EXPECT_EQ(problemsIn(u"core/people/a.h"_s, u"#include <QtWidgets/QLabel>\n"_s), 1);
    EXPECT_EQ(problemsIn(u"core/people/a.h"_s, u"#include <QColor>\n"_s), 1);
    EXPECT_EQ(problemsIn(u"core/surprise/a.h"_s, u"#include <QString>\n"_s), 1);
    EXPECT_EQ(problemsIn(u"ui/people/a.h"_s, u"#include \"ui/history/history_page.h\"\n"_s), 1);
    EXPECT_EQ(problemsIn(u"ui/base/a.h"_s, u"#include \"ui/people/form.h\"\n"_s), 1);
    EXPECT_EQ(problemsIn(u"ui/people/a.h"_s, u"#include \"app/main.h\"\n"_s), 1);
    EXPECT_EQ(problemsIn(u"app/a.h"_s, u"#include \"tests/support/support.h\"\n"_s), 1);
}

TEST(Layering, allowsWhatFollowsThem) {
    EXPECT_EQ(problemsIn(u"core/handbook/a.h"_s,
                         u"#include \"core/base/id.h\"\n#include \"core/people/person.h\"\n"
                         "#include <QColor>\n"_s),
              0);
    EXPECT_EQ(problemsIn(u"core/activities/a.h"_s, u"#include \"core/store/store.h\"\n"_s), 0);
    EXPECT_EQ(problemsIn(u"ui/people/a.h"_s,
                         u"#include \"ui/base/page.h\"\n#include \"core/handbook/h.h\"\n"
                         "#include <QLabel>\n"_s),
              0);
    EXPECT_EQ(problemsIn(u"app/a.h"_s, u"#include \"ui/people/a.h\"\n"_s), 0);
    EXPECT_EQ(problemsIn(u"core/base/a.h"_s, u"// #include \"ui/base/page.h\"\n"_s), 0);
}

TEST(SourceTree, blanksCommentsAndKeepsLiterals) {
    const QString code = uR"x(a /* one
two */ b "// no" R"q( /* raw " */ )q" '"' 1'000 // "end
c)x"_s;
    const QString plain = withoutComments(code);
    EXPECT_EQ(plain.size(), code.size());
    EXPECT_EQ(plain.count(u'\n'), 2);
    EXPECT_TRUE(plain.contains(u"\"// no\""_s));
    EXPECT_TRUE(plain.contains(u"/* raw \" */"_s));
    EXPECT_FALSE(plain.contains(u"one"_s));
    EXPECT_FALSE(plain.contains(u"end"_s));
    EXPECT_TRUE(plain.contains(u"1'000"_s));
    EXPECT_TRUE(plain.endsWith(u'c'));
}
