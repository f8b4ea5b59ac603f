#include "core/spreadsheet/file_content.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(SpreadsheetErrors)
};

struct Sign {
    QByteArrayView start;
    const char* content;
};

constexpr const char* kImage = QT_TRANSLATE_NOOP("SpreadsheetErrors", "图片");
constexpr const char* kArchive
    = QT_TRANSLATE_NOOP("SpreadsheetErrors", "压缩包（请先解压，再选里面的表格）");

const Sign kSigns[] = {
    {"%PDF", QT_TRANSLATE_NOOP("SpreadsheetErrors", "PDF 文件")},
    {"\x89PNG", kImage},
    {"\xFF\xD8\xFF", kImage},
    {"GIF8", kImage},
    {"Rar!", kArchive},
    {"7z\xBC\xAF", kArchive},
    {"\x1F\x8B", kArchive},
    {"{\\rtf", QT_TRANSLATE_NOOP("SpreadsheetErrors", "RTF 文档")},
};

Error contradiction(const QString& path, const QString& content, const QString& next) {
    const QString suffix = QFileInfo(path).suffix();
    return {ErrorCode::BadFile,
            suffix.isEmpty() ? Text::tr("这个文件的内容是%1，不是可以读取的表格").arg(content)
                             : Text::tr("文件名以 .%1 结尾，内容却是%2").arg(suffix, content),
            Text::tr("没有读入任何内容"), next};
}
}

bool looksLikeMarkup(QByteArrayView head) {
    QByteArray start = head.first(std::min<qsizetype>(head.size(), 1024)).toByteArray();
    for (const char* mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
        if (start.startsWith(mark)) start.remove(0, qsizetype(strlen(mark)));
    start.replace(QByteArrayView("\0", 1), ""); // every other byte of UTF-16
    start = start.trimmed().toLower();
    const char* const marks[] = {"<html", "<!doctype", "<?xml", "<table", "<meta",
                                 "<head", "<body",     "<div",  "<style", "<!--"};
    return std::any_of(std::begin(marks), std::end(marks),
                       [&start](const char* mark) { return start.startsWith(mark); });
}

bool looksLikeText(QByteArrayView head) {
    return std::all_of(head.begin(), head.end(), [](char c) {
        return uchar(c) >= 0x20 || c == '\t' || c == '\r' || c == '\n';
    });
}

std::optional<QString> otherContentIn(QByteArrayView head) {
    for (const Sign& sign : kSigns)
        if (head.startsWith(sign.start)) return Text::tr(sign.content);
    if (looksLikeMarkup(head)) return Text::tr("网页（或 XML）");
    return std::nullopt;
}

Error otherContent(const QString& path, const QString& content) {
    return contradiction(path, content,
                         Text::tr("请用 WPS 或 Excel 打开它，另存为 .xlsx 后再试；打不开的，"
                                  "请向提供的人要 Excel 表格"));
}

Error textUnderWorkbookName(const QString& path) {
    return contradiction(path, Text::tr("纯文本"),
                         Text::tr("若它是 .csv 表格，请把文件名结尾改成 .csv 再试；否则请用 WPS 或 "
                                  "Excel 打开它，另存为 .xlsx 后再试"));
}

} // namespace baolei
