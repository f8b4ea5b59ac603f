// Records written one by one are a JSON array all the same.

#include "app/cli/json_list.h"

#include "tests/support/support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
QJsonDocument parsed(const QString& text) {
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text.toUtf8(), &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError) << error.errorString().toStdString();
    return document;
}
}

TEST(JsonList, isAnArrayAlsoWhereItIsEmpty) {
    QString text;
    QTextStream out(&text);
    JsonList list(out);
    list.close();
    EXPECT_TRUE(parsed(text).isArray());
    EXPECT_TRUE(parsed(text).array().isEmpty());
}

TEST(JsonList, keepsEveryCharacterAndNumber) {
    const QString nasty = u"引号\" 反斜\\ 换行\n 制表\t 零\u0001 表情😀 生僻䶮"_s;
    QString text;
    QTextStream out(&text);
    JsonList list(out);
    list.add("text", nasty);
    list.add("number", qint64(9'007'199'254'740'991));
    list.endRecord();
    EXPECT_EQ(text.count(u'\n'), 1) << "one record, one line";
    list.add("text", QString());
    list.endRecord();
    list.close();
    const QJsonArray array = parsed(text).array();
    ASSERT_EQ(array.size(), 2);
    EXPECT_EQ(array[0].toObject()[u"text"_s].toString(), nasty);
    EXPECT_EQ(array[0].toObject()[u"number"_s].toInteger(), 9'007'199'254'740'991);
    EXPECT_EQ(array[1].toObject()[u"text"_s].toString(), QString());
}

} // namespace baolei::cli
