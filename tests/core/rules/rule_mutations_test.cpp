// Changes every number, comparison and period of the shipped rules a little, one after another:
// some case must come out otherwise. A figure that no case holds would be a figure nobody tests.

#include "core/base/data_files.h"
#include "core/rules/rule_loader.h"
#include "tests/core/rules/case_file.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
/// One change of a file: these characters become others.
struct Mutation {
    qsizetype at = 0;
    qsizetype length = 0;
    QString text;
};

// What is told when a rule has found something, and not whether it does, is `need` and `have`.
const QString kJudged
    = u"\"(?:holds|applies|count|value|levels|date|per|grace)\": (\"[^\"]*\"|\\[[^\\]]*\\]|\\d+)"_s;

QList<Mutation> mutationsOf(const QString& text) {
    static const QRegularExpression judged(kJudged), number(u"\\b\\d+\\b"_s),
        comparison(u" (<=|>=|<|>|==) "_s), period(u"\"(month|quarter|year)\""_s);
    const QHash<QString, QString> others{
        {u"<="_s, u"<"_s},          {u">="_s, u">"_s},         {u"<"_s, u"<="_s},
        {u">"_s, u">="_s},          {u"=="_s, u">="_s},        {u"month"_s, u"quarter"_s},
        {u"quarter"_s, u"month"_s}, {u"year"_s, u"quarter"_s},
    };
    QList<Mutation> mutations;
    for (const auto& found : judged.globalMatch(text)) {
        const qsizetype from = found.capturedStart(1);
        const QString words = found.captured(1);
        for (const auto& one : number.globalMatch(words))
            for (const int step : {1, -1})
                mutations.append({from + one.capturedStart(), one.capturedLength(),
                                  QString::number(one.captured().toLongLong() + step)});
        for (const QRegularExpression* each : {&comparison, &period})
            for (const auto& one : each->globalMatch(words))
                mutations.append({from + one.capturedStart(1), one.capturedLength(1),
                                  others.value(one.captured(1))});
    }
    return mutations;
}

// A number that is fixed by its bounds is looked at without them.
QString withoutBounds(QString text) {
    static const QRegularExpression least(u"\"least\": \\d+"_s), most(u"\"most\": \\d+"_s);
    return text.replace(least, u"\"least\": 0"_s).replace(most, u"\"most\": 100000"_s);
}

bool isAsWritten(const RuleCase& one, const RuleBook& book) {
    const auto findings = findingsOf(one, book);
    return findings && differenceOf(one, *findings).isEmpty();
}

class RuleMutations : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(QDir().mkpath(m_folder.path(u"rules"_s)));
        setUserDataFolder(m_folder.path());
    }
    void TearDown() override { setUserDataFolder({}); }
    void write(const QString& name, const QString& text) {
        QFile file(m_folder.path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }
    TempFolder m_folder;
};
}

TEST_F(RuleMutations, areAllNoticedByACase) {
    const QStringList kinds = kindIds().values();
    const QList<RuleCase> cases = shippedCases(shippedBook());
    int mutants = 0;
    for (const QString& name : dataFiles(u"rules"_s, u".rules.json"_s)) {
        const auto bytes = readDataFile(name);
        ASSERT_TRUE(ok(bytes));
        const QString text = withoutBounds(QString::fromUtf8(*bytes));
        for (const Mutation& mutation : mutationsOf(text)) {
            QString changed = text;
            changed.replace(mutation.at, mutation.length, mutation.text);
            write(name, changed);
            const auto book = loadRules(kinds);
            ++mutants;
            if (!book) continue; // refused: nobody can change it unseen
            const bool isNoticed
                = !std::all_of(cases.begin(), cases.end(),
                               [&](const RuleCase& one) { return isAsWritten(one, *book); });
            EXPECT_TRUE(isNoticed) << name.toStdString() << ": "
                                   << text.mid(mutation.at - 40, 80).simplified().toStdString()
                                   << " -> " << mutation.text.toStdString();
        }
        ASSERT_TRUE(QFile::remove(m_folder.path(name)));
    }
    EXPECT_GE(mutants, 100);
}
