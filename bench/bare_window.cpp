// The least that Qt can open: what the start of the program is compared with.

#include <QApplication>
#include <QMainWindow>

int main(int argc, char** argv) {
    const QApplication app(argc, argv);
    QMainWindow window;
    window.resize(1280, 720);
    window.show();
    return QApplication::exec();
}
