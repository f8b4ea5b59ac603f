// Qt needs its application before the first input; libFuzzer brings the main function.

#ifdef BAOLEI_FUZZ_GUI
#include <QGuiApplication>
using Application = QGuiApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);

// NOLINTNEXTLINE(readability-non-const-parameter): libFuzzer's own signature
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static const Application application(*argc, *argv);
    return 0;
}
