#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/base/regular_expressions.h"

#include <QGuiApplication>

namespace {
int run(QCoreApplication& app) {
    const auto outConsole = baolei::cli::consoleOf(stdout);
    const auto errConsole = baolei::cli::consoleOf(stderr);
    QTextStream out(stdout);
    QTextStream err(stderr);
    if (outConsole) out.setDevice(outConsole.get());
    if (errConsole) err.setDevice(errConsole.get());
    return baolei::cli::runCli(app.arguments(), out, err, baolei::systemClock());
}
}

int main(int argc, char** argv) {
    baolei::matchWithoutCompiling();
    // What Qt remarks about the machine is of no use to the person; our own errors are Results.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (!baolei::cli::needsFonts(arguments)) {
        QCoreApplication app(argc, argv);
        return run(app);
    }
#ifndef Q_OS_WIN // where the fonts come with the display's own plugin, which needs no window
    // Paper is laid out without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    QGuiApplication app(argc, argv);
    return run(app);
}
