// Every shipped form with invented data. With BAOLEI_GALLERY=FOLDER the PDFs stay there, to be
// looked at.

#include "core/forms/form_reader.h"
#include "core/forms/layout.h"
#include "core/forms/pdf.h"
#include "tests/core/forms/sample_data.h"
#include "tests/support/support.h"

#include <QDir>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

FormData sampleFor(const QString& id) {
    if (id == u"p18"_s) return sampleAttendance(41, 25);
    if (id == u"p19"_s || id == u"study-summary"_s) return sampleStudy(12, 18);
    if (id == u"p08"_s || id == u"p09"_s) return samplePlan(id == u"p08"_s ? 40 : 6);
    if (id == u"meetings-disclosure"_s) return sampleDisclosure(7);
    if (id == u"record"_s || (id >= u"p10"_s && id <= u"p17"_s))
        return sampleMeeting(id == u"p10"_s ? 16 : 3);
    if (id == u"p30"_s || id == u"p34"_s || id == u"p36"_s) return sampleRegisters(9);
    if (id == u"notice"_s || id == u"sign-in"_s || id == u"mending"_s) return sampleNotice(41, 3);
    if (id == u"ballot"_s) return sampleVote(0, 38);
    if (id == u"election-ballot"_s || id == u"tally"_s || id == u"vote-report"_s)
        return sampleVote(6, 38);
    if (id.startsWith(u"town-"_s)) return sampleTown(40, 60);
    return sampleBranch(41);
}
}

TEST(FormGallery, everyShippedFormBecomesAPdf) {
    const TempFolder temp;
    const QString kept = qEnvironmentVariable("BAOLEI_GALLERY");
    const QDir folder(kept.isEmpty() ? temp.path() : kept);
    const auto fields = fieldCatalogue();
    ASSERT_TRUE(ok(fields));
    const Fonts fonts;
    ASSERT_GE(formIds().size(), 32);
    for (const QString& id : formIds()) {
        const auto form = loadForm(id, *fields);
        ASSERT_TRUE(ok(form));
        for (const bool isEmpty : {false, true}) {
            const auto document = layOut(*form, isEmpty ? FormData() : sampleFor(id), fonts);
            ASSERT_TRUE(ok(document));
            EXPECT_TRUE(ok(writePdf(
                *document, folder.filePath(id + (isEmpty ? u"-empty.pdf"_s : u".pdf"_s)), fonts)));
        }
    }
    EXPECT_TRUE(fonts.missing().empty());
}

} // namespace baolei
