// Handbooks of a few branches to PDF, data read, laid out and written; beside a bare QPdfWriter
// that draws as many pages of plain text.
//   handbook_bench STORE SCALE FOLDER [BRANCHES]

#include "bench/figures.h"
#include "core/handbook/handbook.h"

#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {

QList<Organisation> someBranches(const Reader& reader, int count) {
    const auto all = branchesIn(bench::must(organisations(reader)));
    QList<Organisation> some;
    for (int i = 0; i < count; ++i)
        some.append(all[all.size() * i / count]);
    return some;
}

void writeBare(const QString& path, int pages) {
    constexpr int kLines = 30;
    const QString line = QString(u"按期召开支部党员大会学习文件讨论发展党员"_s).repeated(2);
    QPdfWriter writer(path);
    writer.setResolution(1200);
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0) writer.newPage();
        for (int i = 1; i <= kLines; ++i)
            painter.drawText(QPointF(100, i * 400), line + QString::number(page * kLines + i));
    }
}

} // namespace

int main(int argc, char** argv) {
    const QGuiApplication app(argc, argv);
    if (argc < 4) return 2;
    const Reader reader = bench::must(Reader::open(QString::fromLocal8Bit(argv[1])));
    const QDir folder(QString::fromLocal8Bit(argv[3]));
    folder.mkpath(u"."_s);
    const auto branches = someBranches(reader, argc > 4 ? atoi(argv[4]) : 12);
    const Fonts fonts;
    const QDate today = systemClock().today();
    const Period year = Period::ofYear(today.year());
    int pages = 0;
    const double ours = bench::secondsOf([&] {
        for (const Organisation& branch : branches)
            pages += bench::must(printToFile(reader, kHandbook, {branch, year, today},
                                             folder.filePath(u"handbook.pdf"_s), fonts));
    });
    const double bare = bench::secondsOf([&] { writeBare(folder.filePath(u"bare.pdf"_s), pages); });
    bench::print({{u"name"_s, u"handbook"_s},
                  {u"scale"_s, QString::fromLocal8Bit(argv[2])},
                  {u"seconds"_s, ours / pages},
                  {u"reference_seconds"_s, bare / pages},
                  {u"pages"_s, pages},
                  {u"bytes"_s, bench::peakBytes()}});
    return 0;
}
