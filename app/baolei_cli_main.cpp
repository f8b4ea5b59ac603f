#include "app/cli/command.h"

#include <QGuiApplication>

namespace {
int run(QCoreApplication& app) {
    QTextStream out(stdout);
    QTextStream err(stderr);
    return baolei::cli::runCli(app.arguments(), out, err, baolei::systemClock());
}
}

int main(int argc, char** argv) {
    // What Qt remarks about the machine is of no use to the person; our own errors are Results.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) { });
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (!baolei::cli::needsFonts(arguments)) {
        QCoreApplication app(argc, argv);
        return run(app);
    }
    // Paper is laid out without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    return run(app);
}
