// What the store costs beside bare SQLite, without a window.
//   store_bench STORE SCALE [check|save|search|file]…   (all of them where none is named)
// `save` writes into STORE: give it a copy.

#include "bench/bare_table.h"
#include "bench/figures.h"
#include "core/activities/compliance.h"
#include "core/people/commands.h"
#include "core/people/finder.h"

#include <QFileInfo>
#include <sqlite3.h>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSaves = 60;

void measureSave(const QString& path, const QString& scale) {
    const auto store = bench::must(Store::open(path));
    QList<Id<Person>> people;
    bench::must(store->reader().each("SELECT id FROM live_person WHERE left_on IS NULL "
                                     "ORDER BY id LIMIT 60",
                                     {},
                                     [&](const Row& row) { people.append({row.as<Uuid>(0)}); }));
    QList<double> ours;
    QList<double> bare;
    bench::BareTable table(path + u".bare"_s);
    for (int i = 0; i < kSaves; ++i) {
        bare.append(bench::secondsOf([&] { table.save(i); }));
        auto person = bench::must(store->reader().find(people[i % people.size()])).value();
        person.job = person.job == u"乡村医生"_s ? u"社区工作人员"_s : u"乡村医生"_s;
        person.phone = u"1990000%1"_s.arg(i, 4, 10, QChar(u'0'));
        ours.append(bench::secondsOf([&] { bench::must(savePerson(*store, person)); }));
    }
    bench::print(u"save"_s, scale, bench::medianOf(ours), bench::medianOf(bare));
}

/// Every cell of what the rules look at, stepped over and forgotten.
void readBare(const Reader& reader, QDate today) {
    const QByteArray year = QByteArray::number(today.year());
    qint64 bytes = 0;
    for (const QByteArray& sql :
         {QByteArray("SELECT * FROM live_organisation"), QByteArray("SELECT * FROM live_person"),
          QByteArray("SELECT * FROM live_post"),
          "SELECT * FROM live_activity WHERE starts_at >= '" + year + "'"}) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(reader.connection().handle(), sql.constData(), -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW)
            for (int i = 0; i < sqlite3_column_count(statement); ++i)
                bytes += sqlite3_column_bytes(statement, i);
        sqlite3_finalize(statement);
    }
    if (bytes == 0) std::_Exit(1);
}

void measureCheck(const QString& path, const QString& scale) {
    const Reader reader = bench::must(Reader::open(path));
    const QDate today = systemClock().today();
    const double bare = bench::secondsOf([&] { readBare(reader, today); });
    qsizetype findings = 0;
    const double ours
        = bench::secondsOf([&] { findings = bench::must(check(reader, {}, today)).size(); });
    bench::print({{u"name"_s, u"check"_s},
                  {u"scale"_s, scale},
                  {u"seconds"_s, ours},
                  {u"reference_seconds"_s, bare},
                  {u"findings"_s, findings}});
}

/// What SQL alone would do for a piece of a name.
void findBare(const Reader& reader, const QString& text) {
    bench::must(reader.each("SELECT id FROM live_person WHERE name LIKE :text LIMIT 50",
                            {{":text", u'%' + text + u'%'}}, [](const Row&) {}));
}

void measureSearch(const QString& path, const QString& scale) {
    const Reader reader = bench::must(Reader::open(path));
    std::optional<Finder> finder;
    const double loading = bench::secondsOf([&] { finder = bench::must(Finder::load(reader)); });
    const QStringList typed{u"w"_s, u"wang"_s, u"王"_s, u"建国"_s, u"lzq"_s, u"1234"_s, u"zzzzz"_s};
    QList<double> ours;
    QList<double> bare;
    for (const QString& text : typed) {
        bare.append(bench::secondsOf([&] { findBare(reader, text); }));
        ours.append(
            bench::secondsOf([&] { bench::must(describeFound(reader, finder->find(text))); }));
    }
    // The slowest of what may be typed: a median would hide that a rare name is read to the end.
    bench::print({{u"name"_s, u"search"_s},
                  {u"scale"_s, scale},
                  {u"seconds"_s, *std::max_element(ours.begin(), ours.end())},
                  {u"reference_seconds"_s, *std::max_element(bare.begin(), bare.end())},
                  {u"loading_seconds"_s, loading}});
}

/// The file beside the bare bytes of its cells.
void measureFile(const QString& path, const QString& scale) {
    const Reader reader = bench::must(Reader::open(path));
    QStringList tables;
    bench::must(reader.each("SELECT name FROM sqlite_schema WHERE type = 'table' "
                            "AND name NOT LIKE 'sqlite_%' ORDER BY name",
                            {}, [&](const Row& row) { tables.append(row.text(0)); }));
    qint64 cells = 0;
    for (const QString& table : std::as_const(tables)) {
        QStringList lengths;
        bench::must(reader.each(
            "SELECT name FROM pragma_table_info(:name)", {{":name", table}}, [&](const Row& row) {
                lengths.append(u"coalesce(length(CAST(%1 AS BLOB)),0)"_s.arg(row.text(0)));
            }));
        const QString sql = u"SELECT coalesce(sum(%1),0) FROM %2"_s.arg(lengths.join(u'+'), table);
        cells += bench::must(reader.integer(sql.toUtf8()));
    }
    bench::print({{u"name"_s, u"file"_s},
                  {u"scale"_s, scale},
                  {u"bytes"_s, QFileInfo(path).size()},
                  {u"reference_bytes"_s, cells}});
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const QString path = QString::fromLocal8Bit(argv[1]);
    const QString scale = QString::fromLocal8Bit(argv[2]);
    QStringList wanted;
    for (int i = 3; i < argc; ++i)
        wanted.append(QString::fromLatin1(argv[i]));
    const auto wants
        = [&](const QString& name) { return wanted.isEmpty() || wanted.contains(name); };
    if (wants(u"save"_s)) measureSave(path, scale);
    if (wants(u"check"_s)) measureCheck(path, scale);
    if (wants(u"search"_s)) measureSearch(path, scale);
    if (wants(u"file"_s)) measureFile(path, scale);
    return 0;
}
