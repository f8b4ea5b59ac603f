#include "tests/gates/house_rules.h"

#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QStringList kProgram{u"core"_s, u"ui"_s, u"app"_s};

QList<SourceFile> allText() {
    return filesUnder({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s, u"bench"_s, u"cmake"_s, u"docs"_s,
                       u"resources"_s, u"translations"_s, u".ci"_s, u"CMakeLists.txt"_s,
                       u"CMakePresets.json"_s, u"README.md"_s, u".clang-format"_s},
                      {u".h"_s, u".cpp"_s, u".txt"_s, u".cmake"_s, u".md"_s, u".json"_s, u".sql"_s,
                       u".xml"_s, u".svg"_s, u".py"_s, u".sh"_s, u".ts"_s, u".csv"_s, u".yml"_s,
                       u".qss"_s, u".case"_s, u"/run"_s, u".clang-format"_s});
}

/// How many problems a checker finds in one file of this path and text.
template <typename Check>
qsizetype found(Check check, const QString& text, const QString& path = u"core/people/a.cpp"_s) {
    return check(QList<SourceFile>{{path, text}}).size();
}
}

TEST(HouseRules, onlyTheStoreWrites) {
    auto code = codeUnder({u"core"_s, u"ui"_s, u"app"_s, u"bench"_s});
    // Its bare table is no store, but what the store is measured against.
    code.removeIf([](const SourceFile& file) { return file.path == u"bench/bare_table.cpp"_s; });
    EXPECT_EQ(writesOutsideStore(code), QStringList());
}

TEST(HouseRules, findsSqlThatWrites) {
    EXPECT_EQ(found(writesOutsideStore, u"\"INSERT INTO person VALUES(1)\""_s), 1);
    EXPECT_EQ(found(writesOutsideStore, u"R\"(insert or replace\n into person)\""_s), 1);
    EXPECT_EQ(found(writesOutsideStore, u"\"UPDATE person\n SET a = 1\""_s), 1);
    EXPECT_EQ(found(writesOutsideStore, u"\"DELETE FROM person\"; \"REPLACE INTO x\""_s), 2);
    EXPECT_EQ(found(writesOutsideStore, u"\"DROP TABLE person\""_s), 1);
    EXPECT_EQ(found(writesOutsideStore, u"// INSERT INTO person"_s), 0);
    EXPECT_EQ(found(writesOutsideStore, u"\"SELECT updated FROM person\""_s), 0);
    EXPECT_EQ(found(writesOutsideStore, u"\"DELETE FROM x\""_s, u"core/store/session.cpp"_s), 0);
}

TEST(HouseRules, nobodyReadsTheWallClock) {
    EXPECT_EQ(wallClockReads(filesUnder(kProgram + QStringList{u"resources"_s},
                                        {u".h"_s, u".cpp"_s, u".sql"_s})),
              QStringList());
}

TEST(HouseRules, everyTypeHasOneHome) {
    EXPECT_EQ(typesDefinedTwice(codeUnder(kProgram)), QStringList());
}

TEST(HouseRules, findsATypeDefinedTwice) {
    const SourceFile one{u"core/a.h"_s, u"struct Form {\n};\n"_s};
    const SourceFile two{u"ui/b.h"_s, u"class Form final : public QWidget {\n};\n"_s};
    const SourceFile own{u"ui/c.cpp"_s, u"namespace {\nstruct Form {\n  int a() { }\n};\n}\n"_s};
    const SourceFile word{u"ui/d.h"_s, u"class Form;\n"_s};
    EXPECT_EQ(typesDefinedTwice({one, two}).size(), 1);
    EXPECT_EQ(typesDefinedTwice({one, own, word}).size(), 0);
}

TEST(HouseRules, chineseSentencesUseChinesePunctuation) {
    EXPECT_EQ(halfWidthPunctuation(codeUnder(kProgram)), QStringList());
}

TEST(HouseRules, findsHalfWidthPunctuation) {
    EXPECT_EQ(found(halfWidthPunctuation, u"tr(\"先保存,再打印\")"_s), 1);
    EXPECT_EQ(found(halfWidthPunctuation, u"f(u\"a\"_s, tr(\"撤销:%1\"))"_s), 1);
    EXPECT_EQ(found(halfWidthPunctuation, u"tr(\"%1:已撤销\")"_s), 1);
    EXPECT_EQ(found(halfWidthPunctuation, u"tr(\"例如(可不填)\")"_s), 1);
    EXPECT_EQ(found(halfWidthPunctuation, u"tr(\"先保存，再打印\")"_s), 0);
    EXPECT_EQ(found(halfWidthPunctuation, u"tr(\"PDF 文件 (*.pdf);;表格 (*.xlsx)\")"_s), 0);
    EXPECT_EQ(found(halfWidthPunctuation, u"regex(u\"^注:\"_s)"_s), 0);
    EXPECT_EQ(found(halfWidthPunctuation, u"// 先保存,再打印"_s), 0);
}

TEST(HouseRules, findsAReadOfTheWallClock) {
    EXPECT_EQ(found(wallClockReads, u"auto now = QDateTime::currentDateTime();"_s), 1);
    EXPECT_EQ(found(wallClockReads, u"QDate::currentDate() + QTime::currentTime()"_s), 2);
    EXPECT_EQ(found(wallClockReads, u"QDateTime::currentMSecsSinceEpoch()"_s), 1);
    EXPECT_EQ(found(wallClockReads, u"std::chrono::system_clock::now()"_s), 1);
    EXPECT_EQ(found(wallClockReads, u"\"SELECT date('now')\""_s), 1);
    EXPECT_EQ(found(wallClockReads, u"\"SELECT strftime('%Y', 'now')\""_s), 1);
    EXPECT_EQ(found(wallClockReads, u"std::chrono::steady_clock::now()"_s), 0);
    EXPECT_EQ(found(wallClockReads, u"// QDate::currentDate()"_s), 0);
    EXPECT_EQ(found(wallClockReads, u"QDate::currentDate()"_s, u"core/base/clock.cpp"_s), 0);
}

TEST(HouseRules, noVariableBelongsToAThread) {
    EXPECT_EQ(variablesOfThreads(codeUnder(kProgram)), QStringList());
}

TEST(HouseRules, findsAVariableOfAThread) {
    EXPECT_EQ(found(variablesOfThreads, u"thread_local QString last;"_s), 1);
    EXPECT_EQ(found(variablesOfThreads, u"// no thread_local here"_s), 0);
}

TEST(HouseRules, noFileIsTooLong) {
    EXPECT_EQ(longFiles(codeUnder(kProgram + QStringList{u"tests"_s, u"bench"_s})), QStringList());
}

TEST(HouseRules, findsALongFile) {
    EXPECT_EQ(found(longFiles, u"\n"_s.repeated(400)), 0);
    EXPECT_EQ(found(longFiles, u"\n"_s.repeated(401)), 1);
    EXPECT_EQ(found(longFiles, u"\n"_s.repeated(400) + u"x"_s), 1);
}

TEST(HouseRules, noPathOfOneMachine) {
    EXPECT_EQ(machinePaths(allText()), QStringList());
}

TEST(HouseRules, findsAPathOfOneMachine) {
    for (const QString& folder : {u"work"_s, u"home"_s, u"root"_s})
        EXPECT_EQ(found(machinePaths, u"open(\"/"_s + folder + u"/x\")"_s), 1);
    EXPECT_EQ(found(machinePaths, u"C:\\Us"_s + u"ers\\lin"_s), 1);
    EXPECT_EQ(found(machinePaths, u"ui/home/home_page.h tests/work/x"_s), 0);
}

TEST(HouseRules, everyQuestionCanBeAnsweredByATest) {
    EXPECT_EQ(unanswerableDialogs(codeUnder(kProgram)), QStringList());
}

TEST(HouseRules, findsADialogOutsideTheBase) {
    EXPECT_EQ(found(unanswerableDialogs, u"#include <QMessageBox>\nQFileDialog::x"_s), 2);
    EXPECT_EQ(found(unanswerableDialogs, u"#include <QMessageBox>"_s, u"ui/base/ask.cpp"_s), 0);
}

TEST(HouseRules, everyOperationHasItsOwnKeyAndATranslatableLabel) {
    const auto code = codeUnder(kProgram);
    EXPECT_EQ(operationProblems(code), QStringList());
    EXPECT_GE(operationProblems(code + code).size(), 15) << "the operations are not seen at all";
}

TEST(HouseRules, findsAKeyUsedTwice) {
    const QString one = u"constexpr Op kA{\"a\", QT_TRANSLATE_NOOP(\"Op\", \"甲\")};\n"_s;
    const QString same
        = u"inline constexpr Op kB\n{\"a\",\n QT_TRANSLATE_NOOP(\"Op\", \"乙\")};\n"_s;
    const QString other = u"constexpr Op kC = {\"c\", QT_TRANSLATE_NOOP(\"Op\", \"丙\")};\n"_s;
    EXPECT_EQ(found(operationProblems, one + other), 0);
    EXPECT_EQ(found(operationProblems, one + same + other), 1);
    EXPECT_EQ(found(operationProblems, u"constexpr Op kD{\"d\", \"丁\"};"_s), 1);
}

TEST(HouseRules, everyDataFileParses) {
    const auto files = filesUnder({u"resources"_s}, {u".json"_s, u".xml"_s, u".svg"_s});
    ASSERT_GT(files.size(), 0);
    EXPECT_EQ(unreadableData(files), QStringList());
}

TEST(HouseRules, findsADataFileThatDoesNotParse) {
    EXPECT_EQ(found(unreadableData, u"{\"a\": 1,}"_s, u"a.json"_s), 1);
    EXPECT_EQ(found(unreadableData, u""_s, u"a.json"_s), 1);
    EXPECT_EQ(found(unreadableData, u"{\"a\": 1}"_s, u"a.json"_s), 0);
    EXPECT_EQ(found(unreadableData, u"<a><b></a>"_s, u"a.xml"_s), 1);
    EXPECT_EQ(found(unreadableData, u"<a/>"_s, u"a.svg"_s), 0);
}

TEST(HouseRules, everyTranslationIsFinished) {
    const auto files = filesUnder({u"translations"_s}, {u".ts"_s});
    if (files.isEmpty()) GTEST_SKIP() << "there are no translations";
    EXPECT_EQ(unfinishedTranslations(files), QStringList());
}

TEST(HouseRules, findsAnUnfinishedTranslation) {
    EXPECT_EQ(found(unfinishedTranslations, u"<translation type=\"unfinished\"></translation>"_s),
              1);
    EXPECT_EQ(found(unfinishedTranslations, u"<translation>Save</translation>"_s), 0);
}

TEST(HouseRules, nothingIsPutOff) {
    EXPECT_EQ(looseEnds(codeUnder(kProgram + QStringList{u"tests"_s, u"bench"_s})), QStringList());
}

TEST(HouseRules, findsWorkPutOff) {
    EXPECT_EQ(found(looseEnds, u"// TO"_s + u"DO: later"_s), 1);
    EXPECT_EQ(found(looseEnds, u"todoList METHOD"_s), 0);
}
