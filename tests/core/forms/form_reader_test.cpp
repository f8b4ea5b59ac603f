#include "core/forms/form_reader.h"

#include "core/base/data_files.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

FieldCatalogue shippedFields() {
    const auto fields = fieldCatalogue();
    EXPECT_TRUE(ok(fields));
    return fields.value_or(FieldCatalogue());
}

/// The error for a form whose blocks, from line 2 on, are `inside`.
QString errorOf(const QString& inside, const QString& attributes = {}) {
    const QString xml
        = u"<form id=\"x\" title=\"t\" "_s + attributes + u">\n"_s + inside + u"\n</form>"_s;
    const auto form = readForm(xml.toUtf8(), u"x.form.xml"_s, shippedFields());
    return form ? u"(read)"_s : form.error().what;
}

void expectError(const QString& error, int line, const QString& reason) {
    EXPECT_TRUE(error.contains(u"“x.form.xml”第%1行"_s.arg(line))) << error.toStdString();
    EXPECT_TRUE(error.contains(reason)) << error.toStdString();
}
}

TEST(FormReader, readsEveryShippedForm) {
    const FieldCatalogue fields = shippedFields();
    for (const QString& id : formIds()) {
        const auto form = loadForm(id, fields);
        ASSERT_TRUE(ok(form));
        EXPECT_EQ(form->id, id);
        EXPECT_FALSE(form->source.isEmpty()) << id.toStdString();
    }
}

TEST(FormReader, namesLineAndReasonOfEachMistake) {
    expectError(errorOf(u"<title>a</title>\n<picture/>"_s), 3, u"不能有 <picture>"_s);
    expectError(errorOf(u"<title colour=\"red\">a</title>"_s), 2, u"没有属性“colour”"_s);
    expectError(errorOf(u"<title size=\"big\">a</title>"_s), 2, u"size=\"big\""_s);
    expectError(errorOf(u"<text>\n\n{branch.nam}</text>"_s), 4, u"是不是“branch.name”"_s);
    expectError(errorOf(u"<text>{branch.name|roman}</text>"_s), 2, u"没有格式“roman”"_s);
    expectError(errorOf(u"<text>{branch.name</text>"_s), 2, u"缺“}”"_s);
    expectError(errorOf(u"<text if=\"branch.x1y2z3\">a</text>"_s), 2, u"没有字段"_s);
    expectError(errorOf(u"<grid columns=\"80 80\"/>"_s), 2, u"各栏合计 160 毫米，应为 170 毫米"_s);
    expectError(errorOf(u"<grid columns=\"80 -3 *\"/>"_s), 2, u"“-3”不对"_s);
    expectError(errorOf(u"<grid columns=\"170\">\n<row/>\n</grid>"_s), 4, u"对不上"_s);
    expectError(errorOf(u"<grid columns=\"170\">\n<row><label rows=\"2\"/></row>\n</grid>"_s), 4,
                u"伸出了表外"_s);
    expectError(errorOf(u"<grid columns=\"170\"><row><field bind=\"members\"/></row></grid>"_s), 2,
                u"是一张名单"_s);
    expectError(errorOf(u"<table each=\"branch.name\" columns=\"170\"/>"_s), 2, u"不是名单"_s);
    expectError(errorOf(u"<table each=\"members\" columns=\"170\"/>"_s), 2, u"缺 <row>"_s);
    expectError(errorOf(u"<text>a"_s), 3, u"不是合法的 XML"_s);
    expectError(errorOf({}, u"paper=\"B7\""_s), 1, u"A3|A4|A5"_s);
}

TEST(FormReader, acceptsASpanThatHangsOverTwoRows) {
    const QString grid
        = u"<grid columns=\"20 150\">\n<row><label rows=\"2\">a</label><blank/></row>\n"
          "<row><blank/></row>\n</grid>"_s;
    EXPECT_EQ(errorOf(grid), u"(read)"_s);
}

TEST(FormReader, refusesOnDisclosureWhatIsNotOnTheWhitelist) {
    const QString disclosed = u"disclosure=\"yes\""_s;
    for (const FieldInfo& field : shippedFields().fields) {
        const bool inList = field.name.contains(u'.') && !field.isList
            && shippedFields().find(field.name.section(u'.', 0, -2));
        if (field.isList || inList) continue;
        const QString error = errorOf(u"<text>{%1}</text>"_s.arg(field.name), disclosed);
        if (field.onDisclosure)
            EXPECT_EQ(error, u"(read)"_s);
        else
            expectError(error, 2, u"公示表不得使用字段“%1”"_s.arg(field.name));
    }
}

TEST(FormReader, refusesEveryPrivateFieldInEveryDisclosureForm) {
    const FieldCatalogue fields = shippedFields();
    int forms = 0, tried = 0;
    for (const QString& id : formIds()) {
        const auto form = loadForm(id, fields);
        ASSERT_TRUE(ok(form));
        if (!form->forDisclosure) continue;
        ++forms;
        const QByteArray xml = *readDataFile(u"forms/"_s + id + u".form.xml"_s);
        for (const FieldInfo& field : fields.fields) {
            if (!field.isPrivate) continue;
            ++tried;
            QByteArray attacked = xml;
            attacked.replace("</form>",
                             "<text>{" + field.name.toUtf8() + "}</text><table each=\""
                                 + field.name.section(u'.', 0, -2).toUtf8()
                                 + "\" columns=\"*\"><row><field bind=\""
                                 + field.name.section(u'.', -1).toUtf8()
                                 + "\"/></row></table></form>");
            EXPECT_FALSE(readForm(attacked, id, fields)) << field.name.toStdString();
            QByteArray inTable = xml;
            inTable.replace("</form>",
                            "<table each=\"" + field.name.section(u'.', 0, -2).toUtf8()
                                + "\" columns=\"*\"><row><field bind=\""
                                + field.name.section(u'.', -1).toUtf8()
                                + "\"/></row></table></form>");
            EXPECT_FALSE(readForm(inTable, id, fields)) << field.name.toStdString();
        }
    }
    EXPECT_GE(forms, 1);
    EXPECT_GE(tried, 4);
}

TEST(FormReader, survivesDamageAnywhere) {
    const FieldCatalogue fields = shippedFields();
    const QByteArray whole = *readDataFile(u"forms/p10.form.xml"_s);
    for (qsizetype n = 0; n < whole.size() - 1; n += 7)
        EXPECT_FALSE(readForm(whole.first(n), u"p10"_s, fields)) << n;
    for (qsizetype n = 0; n < whole.size(); n += 11) {
        QByteArray flipped = whole;
        flipped[n] = char(flipped[n] ^ 0x15);
        (void)readForm(flipped, u"p10"_s, fields); // read or refused, never a crash
    }
}

TEST(FormReader, takesTheUsersCopyAndNamesItsPathInErrors) {
    const TempFolder temp;
    ASSERT_TRUE(QDir().mkpath(temp.path(u"forms"_s)));
    QFile copy(temp.path(u"forms/p10.form.xml"_s));
    ASSERT_TRUE(copy.open(QIODevice::WriteOnly));
    copy.write("<form id=\"p10\" title=\"t\">\n<oops/></form>");
    copy.close();
    setUserDataFolder(temp.path());
    const auto form = loadForm(u"p10"_s, shippedFields());
    setUserDataFolder({});
    ASSERT_FALSE(form);
    EXPECT_TRUE(form.error().what.contains(temp.path(u"forms/p10.form.xml"_s)));
    EXPECT_TRUE(form.error().what.contains(u"第2行"_s));
}

TEST(FormReader, listsTheFormsThatThereAre) {
    const auto form = loadForm(u"p99"_s, shippedFields());
    ASSERT_FALSE(form);
    EXPECT_EQ(form.error().code, ErrorCode::NotFound);
    EXPECT_TRUE(form.error().next.contains(u"p10"_s));
}

TEST(FormFields, refusesACatalogueThatLetsPrivateFieldsOut) {
    const QByteArray json = R"({"fields": [{"name": "a", "meaning": "b", "private": true,
                               "disclosure": true}]})";
    const auto fields = readFields(json, u"fields.json"_s);
    ASSERT_FALSE(fields);
    EXPECT_TRUE(fields.error().what.contains(u"私密"_s));
}

TEST(FormFields, namesTheLineOfBrokenJson) {
    const auto fields = readFields("{\n\"fields\": [\n{]}", u"fields.json"_s);
    ASSERT_FALSE(fields);
    EXPECT_TRUE(fields.error().what.contains(u"第3行"_s)) << fields.error().what.toStdString();
}

TEST(FormFields, allowsNothingPersonalOnDisclosureByDefault) {
    const FieldCatalogue fields = shippedFields();
    for (const QString& name : {u"members.idNumber"_s, u"members.phone"_s, u"members.address"_s,
                                u"meeting.absent"_s, u"members.remark"_s, u"committee.phone"_s}) {
        ASSERT_TRUE(fields.find(name)) << name.toStdString();
        EXPECT_FALSE(fields.find(name)->onDisclosure) << name.toStdString();
    }
}

} // namespace baolei
