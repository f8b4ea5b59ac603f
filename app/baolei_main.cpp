// baolei [数据文件]: the window.

#include "app/pages.h"
#include "core/base/regular_expressions.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/base/ui_settings.h"
#include "ui/window/enter_presses.h"
#include "ui/window/main_window.h"
#include "ui/window/preedit_guard.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

int main(int argc, char** argv) {
    baolei::matchWithoutCompiling();
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"baolei"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BAOLEI_VERSION));
    // The users' language whatever the machine's: also in Qt's own dialogs.
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    QTranslator qtTexts;
    if (qtTexts.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtTexts);
    baolei::startTheme(app);
    QApplication::setWindowIcon(baolei::icon(u"town"_s, baolei::Tone::Accent));
    const baolei::PreeditGuard guard(&app);
    const baolei::EnterPresses enterPresses(&app);
    baolei::MainWindow window(baolei::windowParts(), baolei::systemClock());
    window.show();
    window.start(QCoreApplication::arguments().value(1));
    const int code = QApplication::exec();
    baolei::finishUiSettings();
    return code;
}
