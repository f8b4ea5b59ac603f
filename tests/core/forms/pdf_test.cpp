#include "core/forms/pdf.h"

#include "core/forms/form_reader.h"
#include "core/forms/layout.h"
#include "tests/core/forms/sample_data.h"
#include "tests/support/support.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

QString outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    EXPECT_TRUE(process.waitForFinished(60000)) << program.toStdString() << " is needed";
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Only a Windows without them does without.
bool hasTools() {
#ifdef Q_OS_WIN
    return !QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty();
#else
    return true;
#endif
}

Document laidOut(const QString& id, const FormData& data, const Fonts& fonts) {
    const auto form = loadForm(id, *fieldCatalogue());
    EXPECT_TRUE(ok(form));
    return layOut(*form, data, fonts).value_or(Document());
}
}

TEST(Pdf, givesItsTextBackAsWritten) {
    if (!hasTools()) GTEST_SKIP() << "pdftotext is missing";
    const TempFolder temp;
    const Fonts fonts;
    const QString path = temp.path(u"花名册.pdf"_s);
    ASSERT_TRUE(ok(writePdf(laidOut(u"p06"_s, sampleBranch(41), fonts), path, fonts)));
    const QString text = outputOf(u"pdftotext"_s, {path, u"-"_s});
    for (int n = 0; n < 41; ++n) {
        if (n == 3) continue; // too long a name for one line
        EXPECT_TRUE(text.contains(sampleName(n))) << sampleName(n).toStdString();
    }
    EXPECT_TRUE(text.contains(u"阿卜杜热合曼·"_s));
    EXPECT_LT(text.indexOf(u"钟䶮"_s), text.indexOf(u"赵㛃"_s));
    EXPECT_LT(text.indexOf(u"赵㛃"_s), text.indexOf(u"欧阳𬭚"_s));
    for (const QChar c : text) // no radicals in place of characters
        EXPECT_FALSE(c.unicode() >= 0x2E80 && c.unicode() < 0x2FE0) << int(c.unicode());
}

TEST(Pdf, embedsItsFontsAndKeepsPageSizes) {
    if (!hasTools()) GTEST_SKIP() << "pdffonts is missing";
    const TempFolder temp;
    const Fonts fonts;
    const QString path = temp.path(u"手册.pdf"_s);
    const Document whole = joined(
        {laidOut(u"p01"_s, sampleBranch(3), fonts), laidOut(u"p06"_s, sampleBranch(3), fonts)},
        fonts);
    ASSERT_TRUE(ok(writePdf(whole, path, fonts)));
    const QStringList rows = outputOf(u"pdffonts"_s, {path}).split(u'\n', Qt::SkipEmptyParts);
    ASSERT_GE(rows.size(), 4);
    for (qsizetype i = 2; i < rows.size(); ++i)
        EXPECT_TRUE(rows[i].contains(u" yes "_s)) << rows[i].toStdString();
    const QString info = outputOf(u"pdfinfo"_s, {u"-f"_s, u"1"_s, u"-l"_s, u"2"_s, path});
    EXPECT_TRUE(info.contains(u"Pages:           2"_s));
    EXPECT_TRUE(info.contains(u"595 x 842"_s)) << info.toStdString();
    EXPECT_TRUE(info.contains(u"842 x 595"_s)) << info.toStdString();
}

TEST(Pdf, leavesTheOldFileWhenStopped) {
    const TempFolder temp;
    const Fonts fonts;
    const QString path = temp.path(u"a.pdf"_s);
    const Document document = laidOut(u"p06"_s, sampleBranch(100), fonts);
    ASSERT_TRUE(ok(writePdf(document, path, fonts)));
    const QByteArray before = contentOf(path);
    int seen = 0;
    const auto stopped = writePdf(document, path, fonts, [&seen, &document](int done, int total) {
        EXPECT_EQ(total, document.pages.size());
        seen = done;
        return done < 3;
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(seen, 3);
    EXPECT_EQ(contentOf(path), before);
    EXPECT_EQ(QDir(temp.path()).entryList(QDir::Files).size(), 1);
}

TEST(Pdf, saysWhenTheFolderIsNotThere) {
    const TempFolder temp;
    const Fonts fonts;
    const auto result = writePdf(laidOut(u"p10"_s, {}, fonts), temp.path(u"none/a.pdf"_s), fonts);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Io);
}

// The aim is 500 pages laid out and 200 written in a second on one core; a shared machine under
// sanitizers gets a tenth of it.
TEST(Pdf, isFastEnoughForABatchOfBranches) {
    const TempFolder temp;
    const Fonts fonts;
    const auto fields = fieldCatalogue();
    const auto roster = loadForm(u"p06"_s, *fields), minutes = loadForm(u"p10"_s, *fields);
    ASSERT_TRUE(roster && minutes);
    const FormData branch = sampleBranch(300), meeting = sampleMeeting(30);
    QElapsedTimer timer;
    timer.start();
    QList<Document> parts;
    for (int i = 0; i < 20; ++i)
        parts << *layOut(*roster, branch, fonts) << *layOut(*minutes, meeting, fonts);
    const Document whole = joined(parts, fonts);
    const double laidOutPerSecond = double(whole.pages.size()) * 1000 / double(timer.restart() + 1);
    ASSERT_TRUE(ok(writePdf(whole, temp.path(u"all.pdf"_s), fonts)));
    const double writtenPerSecond = double(whole.pages.size()) * 1000 / double(timer.elapsed() + 1);
    RecordProperty("pages_laid_out_per_second", int(laidOutPerSecond));
    RecordProperty("pages_written_per_second", int(writtenPerSecond));
    std::cout << whole.pages.size() << " pages: " << int(laidOutPerSecond) << "/s laid out, "
              << int(writtenPerSecond) << "/s to PDF\n";
    EXPECT_GE(laidOutPerSecond, 50);
    EXPECT_GE(writtenPerSecond, 20);
}

} // namespace baolei
