#include "core/spreadsheet/write_errors.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(SpreadsheetErrors)
};
}

Error cannotWrite(const QString& path) {
    return {ErrorCode::Io, Text::tr("无法写出表格文件“%1”").arg(QFileInfo(path).fileName()),
            Text::tr("原有文件没有改动"),
            Text::tr("请确认文件夹可以写入、磁盘没有满，并且该文件没有在 WPS 或 Excel 中打开")};
}

Error sheetIsFull() {
    return {ErrorCode::Refused, Text::tr("内容超出一张工作表的容量，没有写出表格"),
            Text::tr("原有文件没有改动"), Text::tr("请缩小范围，分成几个文件导出")};
}

} // namespace baolei
