#include "bench/figures.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <cstdio>
#include <cstdlib>

namespace baolei::bench {

using namespace Qt::StringLiterals;

namespace {
qint64 statusBytes(const QByteArray& key) {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith(key)) return line.simplified().split(' ').value(1).toLongLong() * 1024;
    return 0;
}
}

void print(const QJsonObject& figure) {
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void print(const QString& name, const QString& scale, double seconds, double referenceSeconds) {
    QJsonObject figure{{u"name"_s, name}, {u"scale"_s, scale}, {u"seconds"_s, seconds}};
    if (referenceSeconds >= 0) figure.insert(u"reference_seconds"_s, referenceSeconds);
    print(figure);
}

double secondsOf(const std::function<void()>& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

double medianOf(QList<double> values) {
    if (values.isEmpty()) return 0;
    std::sort(values.begin(), values.end());
    const qsizetype half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

qint64 residentBytes() {
    return statusBytes("VmRSS:");
}

qint64 peakBytes() {
    return statusBytes("VmHWM:");
}

void giveUp(const Error& error) {
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.text()));
    std::_Exit(1);
}

} // namespace baolei::bench
