// How long a large .xlsx takes to read, beside inflating and tokenising it and doing nothing else.
//   spreadsheet_bench make FILE.xlsx ROWS | tokens FILE.xlsx | rows FILE

#include "core/spreadsheet/reader.h"
#include "core/spreadsheet/table_file.h"
#include "core/spreadsheet/zip_package.h"

#include <QElapsedTimer>
#include <QFile>
#include <cstdio>
#include <expat.h>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {

constexpr int kColumns = 23;

Result<void> make(const QString& path, int rows) {
    TableFile table;
    table.name = u"党员名册"_s;
    for (int i = 0; i < kColumns; ++i)
        table.columns.append({u"栏目%1"_s.arg(i), 12});
    table.next = [rows, n = 0](QList<CellValue>& row) mutable {
        if (n == rows) return false;
        row = {qint64(++n), u"王%1"_s.arg(n % 5000),
               u"男"_s,     u"3299991967%1"_s.arg(n, 8, 10, QChar(u'0')),
               u"汉族"_s,   QDate(1950, 1, 1).addDays(n % 18'000),
               u"研究生"_s, u"正式党员"_s};
        for (int i = int(row.size()); i < kColumns; ++i)
            row.append(u"示范镇柘沟村%1组"_s.arg((n + i) % 300));
        return true;
    };
    return writeTable(path, table);
}

void XMLCALL onStart(void* count, const char*, const char**) {
    ++*static_cast<qint64*>(count);
}
void XMLCALL onEnd(void*, const char*) { }
void XMLCALL onText(void*, const char*, int) { }

Result<qint64> countTokens(const QString& path) {
    const auto package = ZipPackage::open(path);
    if (!package) return fail(package.error());
    Result<ZipPart> part = (*package)->part(u"xl/worksheets/sheet1.xml"_s);
    if (!part) return fail(part.error());
    qint64 count = 0;
    XML_Parser parser = XML_ParserCreate(nullptr);
    XML_SetUserData(parser, &count);
    XML_SetElementHandler(parser, onStart, onEnd);
    XML_SetCharacterDataHandler(parser, onText);
    while (true) {
        void* buffer = XML_GetBuffer(parser, 65'536);
        const Result<qint64> size = part->read(static_cast<char*>(buffer), 65'536);
        if (!size) return fail(size.error());
        XML_ParseBuffer(parser, int(*size), *size == 0);
        if (*size == 0) break;
    }
    XML_ParserFree(parser);
    return count;
}

Result<qint64> countCells(const QString& path) {
    const auto reader = openSpreadsheet(path);
    if (!reader) return fail(reader.error());
    qint64 count = 0;
    const Result<void> read = (*reader)->read(0, [&count](const SheetRow& row) {
        for (const Cell& cell : row.cells)
            if (!cell.isEmpty()) ++count;
        return true;
    });
    if (!read) return fail(read.error());
    return count;
}

QByteArray peakMemory() {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) return "?";
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:")) return line.simplified();
    return "?";
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const QByteArrayView verb(argv[1]);
    const QString path = QString::fromLocal8Bit(argv[2]);
    QElapsedTimer timer;
    timer.start();
    Result<qint64> count = qint64(0);
    if (verb == "make" && argc == 4) {
        if (const auto made = make(path, atoi(argv[3])); !made) count = fail(made.error());
    } else {
        count = verb == "tokens" ? countTokens(path) : countCells(path);
    }
    if (!count) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(count.error().text()));
        return 1;
    }
    std::printf("%s: %lld in %lld ms, %s\n", argv[1], static_cast<long long>(*count),
                static_cast<long long>(timer.elapsed()), peakMemory().constData());
    return 0;
}
