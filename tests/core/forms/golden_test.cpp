// What stands where on the shipped pages, as text to be read and compared. After an intended
// change: BAOLEI_UPDATE_GOLDENS=1, then read the difference before committing it.

#include "core/base/data_files.h"
#include "core/forms/form_reader.h"
#include "core/forms/layout.h"
#include "tests/core/forms/sample_data.h"
#include "tests/support/support.h"

#include <QFile>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

QString millimetres(qreal value) {
    return QString::number(value, 'f', 1);
}

QString dumped(const Document& document) {
    QString text;
    for (const PaperPage& page : document.pages) {
        text += u"# %1 %2x%3 number %4 origin %5,%6 rules %7\n"_s.arg(page.form)
                    .arg(page.size.width())
                    .arg(page.size.height())
                    .arg(page.number)
                    .arg(page.origin.x())
                    .arg(page.origin.y())
                    .arg(page.lines.size());
        for (const auto* blocks : {&page.blocks, &page.noteBlocks})
            for (const TextBlock& block : *blocks) {
                QStringList lines;
                for (const TextLine& line : block.lines)
                    lines.append(block.text.mid(line.start, line.length));
                if (lines.isEmpty()) continue;
                text += QStringList{millimetres(block.rect.x()),
                                    millimetres(block.rect.y()),
                                    millimetres(block.rect.width()),
                                    millimetres(block.rect.height()),
                                    millimetres(block.size),
                                    lines.join(u'|')}
                            .join(u'\t')
                    + u'\n';
            }
    }
    return text;
}

void expectGolden(const QString& name, const Document& document) {
    const QString path = testData(u"forms/"_s + name + u".txt"_s);
    const QByteArray now = dumped(document).toUtf8();
    if (qEnvironmentVariableIsSet("BAOLEI_UPDATE_GOLDENS")) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(now);
        return;
    }
    const QByteArray golden = contentOf(path);
    const QList<QByteArray> was = golden.split('\n'), is = now.split('\n');
    for (qsizetype i = 0; i < qMin(was.size(), is.size()); ++i)
        ASSERT_EQ(is[i].toStdString(), was[i].toStdString())
            << name.toStdString() << " line " << i + 1;
    EXPECT_EQ(is.size(), was.size()) << name.toStdString();
}

class FormGolden : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(ok(m_fields));
        if (m_fonts.family(FontRole::Body) != u"Noto Serif CJK SC"_s)
            GTEST_SKIP() << "the goldens were made with Noto Serif CJK SC";
    }
    void check(const QString& id, const QString& kind, const FormData& data) {
        const auto form = loadForm(id, *m_fields);
        ASSERT_TRUE(ok(form));
        const auto document = layOut(*form, data, m_fonts);
        ASSERT_TRUE(ok(document));
        expectGolden(id + u'-' + kind, *document);
    }
    const Result<FieldCatalogue> m_fields = fieldCatalogue();
    const Fonts m_fonts;
};
}

TEST_F(FormGolden, blankPages) {
    for (const QString& id : formIds())
        check(id, u"blank"_s, {});
}

TEST_F(FormGolden, branchPages) {
    for (const QString& id : {u"p01"_s, u"p03"_s, u"p04"_s, u"p05"_s})
        check(id, u"filled"_s, sampleBranch(41));
}

TEST_F(FormGolden, rosterAtEveryCount) {
    check(u"p06"_s, u"one"_s, sampleBranch(1));
    check(u"p06"_s, u"full"_s, sampleBranch(16));
    check(u"p06"_s, u"full-and-one"_s, sampleBranch(17));
}

TEST_F(FormGolden, meetingPages) {
    for (const QString& id : {u"p10"_s, u"p11"_s, u"p12"_s, u"p13"_s, u"p14"_s, u"p15"_s, u"p16"_s,
                              u"p17"_s, u"record"_s}) {
        check(id, u"filled"_s, sampleMeeting(3));
        check(id, u"continued"_s, sampleMeeting(16));
    }
}

TEST_F(FormGolden, registers) {
    for (const QString& id : {u"p30"_s, u"p34"_s, u"p36"_s})
        check(id, u"filled"_s, sampleRegisters(9));
}

TEST_F(FormGolden, attendanceAndDisclosure) {
    check(u"p18"_s, u"filled"_s, sampleAttendance(18, 21));
    check(u"meetings-disclosure"_s, u"filled"_s, sampleDisclosure(7));
}

TEST_F(FormGolden, study) {
    check(u"p19"_s, u"filled"_s, sampleStudy(9, 1));
    check(u"p19"_s, u"continued"_s, sampleStudy(30, 1));
    check(u"study-summary"_s, u"filled"_s, sampleStudy(1, 18));
}

TEST_F(FormGolden, plan) {
    check(u"p08"_s, u"filled"_s, samplePlan(40));
    check(u"p09"_s, u"filled"_s, samplePlan(6));
}

TEST_F(FormGolden, votes) {
    check(u"ballot"_s, u"filled"_s, sampleVote(0, 7));
    check(u"election-ballot"_s, u"filled"_s, sampleVote(6, 3));
    check(u"election-ballot"_s, u"long"_s, sampleVote(12, 3)); // on larger slips
    check(u"tally"_s, u"filled"_s, sampleVote(6, 38));
    check(u"vote-report"_s, u"election"_s, sampleVote(6, 38));
    check(u"vote-report"_s, u"admission"_s, sampleVote(0, 38));
}

TEST_F(FormGolden, beforeAMeeting) {
    check(u"notice"_s, u"filled"_s, sampleNotice(41, 3));
    check(u"notice"_s, u"continued"_s, sampleNotice(41, 12));
    check(u"sign-in"_s, u"one"_s, sampleNotice(1, 1));
    check(u"sign-in"_s, u"filled"_s, sampleNotice(41, 1));
    check(u"mending"_s, u"filled"_s, sampleNotice(41, 1));
}

TEST_F(FormGolden, ledgers) {
    check(u"town-summary"_s, u"filled"_s, sampleTown(40, 0));
    check(u"town-ledger"_s, u"filled"_s, sampleTown(2, 30));
}

TEST_F(FormGolden, afterNotepadSavedTheForm) {
    const auto catalogue = readDataFile(u"forms/fields.json"_s);
    const auto shipped = readDataFile(u"forms/p10.form.xml"_s);
    ASSERT_TRUE(ok(catalogue) && ok(shipped));
    const auto fields = readFields(asNotepad(*catalogue), u"fields.json"_s);
    ASSERT_TRUE(ok(fields));
    const auto form = readForm(asNotepad(*shipped), u"p10.form.xml"_s, *fields);
    ASSERT_TRUE(ok(form));
    const auto document = layOut(*form, sampleMeeting(3), m_fonts);
    ASSERT_TRUE(ok(document));
    expectGolden(u"p10-filled"_s, *document);
}

} // namespace baolei
