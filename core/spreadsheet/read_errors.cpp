#include "core/spreadsheet/read_errors.h"

#include "core/spreadsheet/cell.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(SpreadsheetErrors)
};
}

Error damagedFile() {
    return {ErrorCode::BadFile, Text::tr("表格文件已损坏或不完整，无法读取"),
            Text::tr("没有读入任何内容"),
            Text::tr("请重新导出或复制一次；若 WPS 或 Excel 能打开它，请另存为 .xlsx 后再试")};
}

Error notASpreadsheet() {
    return {ErrorCode::BadFile, Text::tr("这个文件不是可以读取的表格"),
            Text::tr("没有读入任何内容"),
            Text::tr("请选择 .xlsx、.xls、.ods 或 .csv 文件；若 WPS 或 Excel 能打开它，"
                     "请另存为 .xlsx 后再试")};
}

Error passwordProtected() {
    return {ErrorCode::Refused, Text::tr("这个表格文件设有打开密码，无法读取"),
            Text::tr("没有读入任何内容"),
            Text::tr("请用 WPS 或 Excel 打开它，去掉打开密码，保存后再试"
                     "（WPS：文件—文档加密—密码加密；Excel：文件—信息—保护工作簿—用密码进行加密；"
                     "把密码清空）")};
}

Error olderThanExcel97() {
    return {ErrorCode::Refused, Text::tr("这是 Excel 97 之前的老格式 .xls，本程序不读"),
            Text::tr("没有读入任何内容"),
            Text::tr("请用 WPS 或 Excel 打开它，另存为 .xlsx 后再导入")};
}

Error expandsTooMuch() {
    return {ErrorCode::Refused, Text::tr("这个文件解压后异常庞大，为保护电脑没有读取"),
            Text::tr("没有读入任何内容"),
            Text::tr("请确认文件来源；若内容属实，请用 WPS 或 Excel 拆成几个文件后再试")};
}

Error tooManyRows(qint64 row) {
    return {ErrorCode::Refused,
            Text::tr("表格有第 %1 行，而一张工作表最多 %2 行")
                .arg(QString::number(row), QString::number(kMaxSheetRows)),
            Text::tr("没有读入任何内容"), Text::tr("请把它拆成几个文件，再分别导入")};
}

Error tooManyColumns() {
    return {ErrorCode::Refused, Text::tr("表格超过一张工作表最多的 %1 列").arg(kMaxSheetColumns),
            Text::tr("没有读入任何内容"),
            Text::tr("请用 WPS 或 Excel 打开它，只留下需要的列，另存为 .xlsx 后再试")};
}

Error readingStopped() {
    return {ErrorCode::Cancelled, Text::tr("已按要求停止读取"), {}, {}};
}

Error unreadableFile() {
    return {ErrorCode::Io, Text::tr("无法打开这个文件"), Text::tr("没有读入任何内容"),
            Text::tr("请确认文件还在原处、有读取权限，并且没有被其他程序独占")};
}

Error unreadableName() {
    return {ErrorCode::Refused, Text::tr("文件名或文件夹名中有这台电脑的老格式读不了的字"),
            Text::tr("没有读入任何内容"),
            Text::tr("请把它复制到一个名字简单的文件夹，或用 WPS 或 Excel 另存为 .xlsx 后再试")};
}

} // namespace baolei
