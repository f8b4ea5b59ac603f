#include "core/spreadsheet/xlsx_check.h"

#include "core/spreadsheet/zip_package.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
bool comesToItsEnd(ZipPart sheet) {
    QByteArray buffer(1 << 16, '\0');
    QByteArray tail;
    while (true) {
        const Result<qint64> got = sheet.read(buffer.data(), buffer.size());
        if (!got) return false;
        if (*got == 0) return tail.trimmed().endsWith("</worksheet>");
        tail = (tail + buffer.first(*got)).last(qMin<qsizetype>(32, tail.size() + *got));
    }
}
}

bool isWholeWorkbook(const QString& path) {
    const auto book = ZipPackage::open(path);
    if (!book) return false;
    const QStringList parts = (*book)->parts();
    return std::all_of(parts.begin(), parts.end(), [&](const QString& name) {
        if (!name.startsWith(u"xl/worksheets/sheet"_s)) return true;
        auto sheet = (*book)->part(name);
        return sheet && comesToItsEnd(std::move(*sheet));
    });
}

} // namespace baolei
