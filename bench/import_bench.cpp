// How long a large roster takes to import, beside inflating and tokenising its sheet and doing
// nothing else.
//   import_bench make FILE.xlsx ROWS      invented people in the columns of the national export
//   import_bench tokens FILE.xlsx SCALE   the reference: libzip and expat
//   import_bench rows FILE.xlsx SCALE     the rows, through the program's reader
//   import_bench import FILE.xlsx SCALE STORE   into a new store: planned, written, committed

#include "bench/figures.h"
#include "core/people/id_number.h"
#include "core/people/roster_import.h"
#include "core/spreadsheet/reader.h"
#include "core/spreadsheet/table_file.h"

#include <QFile>
#include <expat.h>
#include <zip.h>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMembersOfBranch = 21; // a city's 323,200 in some 15,000 branches

const QStringList kHeaders{u"序号"_s,           u"姓名"_s,        u"性别"_s,
                           u"公民身份号码"_s,   u"民族"_s,        u"出生日期"_s,
                           u"学历"_s,           u"人员类别"_s,    u"学位"_s,
                           u"所在党支部"_s,     u"手机号码"_s,    u"入党日期"_s,
                           u"转正日期"_s,       u"党龄"_s,        u"党龄校正值"_s,
                           u"新社会阶层类型"_s, u"工作岗位"_s,    u"从事专业技术职务"_s,
                           u"是否农民工 "_s,    u"现居住地"_s,    u"户籍所在地"_s,
                           u"是否失联党员"_s,   u"是否流动党员"_s};

QString pick(const QStringList& list, int n) {
    return list[n % list.size()];
}

QString villageOf(int n) {
    static const QStringList kFirst{u"东"_s, u"西"_s, u"上"_s, u"下"_s, u"大"_s, u"小"_s,
                                    u"石"_s, u"柳"_s, u"杨"_s, u"青"_s, u"白"_s, u"后"_s,
                                    u"前"_s, u"高"_s, u"新"_s, u"老"_s, u"长"_s};
    static const QStringList kSecond{u"荡"_s, u"岭"_s, u"桥"_s, u"沟"_s, u"堰"_s, u"坎"_s, u"湾"_s,
                                     u"坪"_s, u"塘"_s, u"峪"_s, u"洼"_s, u"埠"_s, u"店"_s, u"营"_s,
                                     u"庄"_s, u"屯"_s, u"寨"_s, u"渡"_s, u"冲"_s, u"坝"_s, u"畈"_s,
                                     u"垭"_s, u"浦"_s, u"滩"_s, u"圩"_s, u"台"_s, u"井"_s, u"泉"_s,
                                     u"林"_s, u"田"_s, u"集"_s};
    static const QStringList kThird{
        u""_s,   u"口"_s, u"头"_s, u"尾"_s, u"里"_s, u"外"_s, u"北"_s, u"南"_s, u"中"_s, u"阳"_s,
        u"阴"_s, u"垣"_s, u"家"_s, u"子"_s, u"坊"_s, u"巷"_s, u"街"_s, u"园"_s, u"山"_s, u"河"_s,
        u"关"_s, u"门"_s, u"楼"_s, u"窑"_s, u"场"_s, u"站"_s, u"港"_s, u"滘"_s, u"岗"_s, u"岩"_s};
    const int perThird = int(kFirst.size() * kSecond.size());
    return pick(kFirst, n) + pick(kSecond, n / int(kFirst.size())) + pick(kThird, n / perThird)
        + u'村';
}

QString nameOf(int n) {
    static const QStringList kSurnames{u"王"_s,   u"李"_s, u"张"_s, u"刘"_s, u"陈"_s, u"杨"_s,
                                       u"赵"_s,   u"黄"_s, u"周"_s, u"吴"_s, u"徐"_s, u"孙"_s,
                                       u"欧阳"_s, u"曾"_s, u"单"_s, u"仇"_s, u"解"_s};
    static const QStringList kGiven{
        u"建国"_s, u"秀英"_s, u"伟"_s,   u"志强"_s, u"丽华"_s, u"春梅"_s, u"桂兰"_s, u"海燕"_s,
        u"文博"_s, u"永"_s,   u"红霞"_s, u"铁柱"_s, u"玉"_s,   u"思远"_s, u"晓东"_s, u"国庆"_s,
        u"翠花"_s, u"明辉"_s, u"金凤"_s, u"立新"_s, u"亚楠"_s, u"宇航"_s, u"佳怡"_s};
    return pick(kSurnames, n) + pick(kGiven, n * 7 + n / 391);
}

QList<CellValue> rosterRow(int n) {
    static const QStringList kEducation{u"初中"_s,     u"普通高中"_s, u"大学专科"_s,
                                        u"大学本科"_s, u"小学"_s,     u"研究生"_s};
    static const QStringList kJobs{u"农牧渔业生产人员"_s, u"社区工作人员"_s, u"乡村医生"_s,
                                   u"离退休人员"_s, u"其他农牧渔民"_s};
    constexpr int kDays = 17'000;
    const QDate born = QDate(1946, 1, 1).addDays(qint64(n) * 37 % kDays);
    const QDate joined = born.addYears(20 + n % 11).addDays(n % 28);
    const int order = n / kDays * 2 + n % 2 + 100; // odd: a man
    const QString first17 = u"329999%1%2"_s.arg(born.toString(u"yyyyMMdd")).arg(order);
    const QString village = villageOf(n / kMembersOfBranch);
    const auto day = [](QDate date) { return date.toString(Qt::ISODate); };
    return {qint64(n + 1),
            nameOf(n),
            order % 2 ? u"男"_s : u"女"_s,
            first17 + idCheckDigit(first17),
            n % 11 ? u"汉族"_s : u"土家族"_s,
            day(born),
            pick(kEducation, n),
            u"正式党员"_s,
            {},
            u"中共示范市%1支部委员会"_s.arg(village),
            u"199%1"_s.arg(10'000'000 + n),
            day(joined),
            day(joined.addYears(1)),
            {},
            {},
            {},
            pick(kJobs, n),
            {},
            n % 9 ? u"否"_s : u"是"_s,
            u"示范市%1%2组"_s.arg(village).arg(n % 17 + 1),
            u"示范市"_s + village,
            u"否"_s,
            n % 23 ? u"否"_s : u"是"_s};
}

Result<void> make(const QString& path, int rows) {
    TableFile table;
    table.name = u"党员名册"_s;
    for (const QString& header : kHeaders)
        table.columns.append({header, 12});
    table.next = [rows, n = 0](QList<CellValue>& row) mutable {
        if (n == rows) return false;
        row = rosterRow(n++);
        return true;
    };
    return writeTable(path, table);
}

void XMLCALL onStart(void* count, const char*, const char**) {
    ++*static_cast<qint64*>(count);
}
void XMLCALL onEnd(void*, const char*) { }
void XMLCALL onText(void*, const char*, int) { }

/// Deliberately without anything of the program's.
qint64 countTokens(const QString& path) {
    zip_t* package = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr);
    if (!package) return -1;
    zip_file_t* part = zip_fopen(package, "xl/worksheets/sheet1.xml", 0);
    XML_Parser parser = XML_ParserCreate(nullptr);
    qint64 count = 0;
    XML_SetUserData(parser, &count);
    XML_SetElementHandler(parser, onStart, onEnd);
    XML_SetCharacterDataHandler(parser, onText);
    constexpr int kChunk = 65'536;
    for (zip_int64_t size = 1; part && size > 0;) {
        size = zip_fread(part, XML_GetBuffer(parser, kChunk), kChunk);
        if (size >= 0) XML_ParseBuffer(parser, int(size), size == 0);
    }
    XML_ParserFree(parser);
    if (part) zip_fclose(part);
    zip_discard(package);
    return count;
}

qint64 countCells(const QString& path) {
    const auto reader = bench::must(openSpreadsheet(path));
    qint64 count = 0;
    bench::must(reader->read(0, [&count](const SheetRow& row) {
        for (const Cell& cell : row.cells)
            if (!cell.isEmpty()) ++count;
        return true;
    }));
    return count;
}

void printRun(const QString& name, const QString& scale, double seconds, QJsonObject more = {}) {
    more.insert(u"name"_s, name);
    more.insert(u"scale"_s, scale);
    more.insert(u"seconds"_s, seconds);
    more.insert(u"bytes"_s, bench::peakBytes());
    bench::print(more);
}

void import(const QString& path, const QString& scale, const QString& storePath) {
    QFile::remove(storePath);
    auto store = bench::must(Store::create(storePath, u"示范市"_s));
    std::optional<ImportPlan> plan;
    const double planning = bench::secondsOf([&] {
        plan = bench::must(planImport(path, store->reader(), {.today = store->clock().today()}));
    });
    const double writing = bench::secondsOf([&] { bench::must(applyImport(*store, *plan)); });
    printRun(u"import"_s, scale, planning + writing,
             {{u"planning_seconds"_s, planning},
              {u"writing_seconds"_s, writing},
              {u"rows"_s, plan->rows.size()},
              {u"added"_s, plan->added},
              {u"file_bytes"_s, QFile(storePath).size()}});
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    const QByteArrayView verb(argv[1]);
    const QString path = QString::fromLocal8Bit(argv[2]);
    const QString scale = QString::fromLocal8Bit(argv[3]);
    if (verb == "make") {
        bench::must(make(path, scale.toInt()));
    } else if (verb == "import" && argc == 5) {
        import(path, scale, QString::fromLocal8Bit(argv[4]));
    } else {
        qint64 count = 0;
        const double seconds = bench::secondsOf(
            [&] { count = verb == "tokens" ? countTokens(path) : countCells(path); });
        if (count <= 0) return 1;
        printRun(verb == "tokens" ? u"import_reference"_s : u"reading"_s, scale, seconds,
                 {{u"tokens"_s, count}});
    }
    return 0;
}
