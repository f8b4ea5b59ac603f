#include "app/cli/console.h"

#ifdef Q_OS_WIN
#include <QStringDecoder>
#include <io.h>
#include <windows.h>
#endif

namespace baolei::cli {

#ifdef Q_OS_WIN

namespace {
class Console final : public QIODevice {
public:
    explicit Console(HANDLE handle)
        : m_handle(handle) {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override {
        const QString text = m_decoder(QByteArrayView(data, size));
        for (qsizetype at = 0; at < text.size();) {
            constexpr qsizetype kMost = 8'000; // more at once fails on older systems
            DWORD written = 0;
            if (!WriteConsoleW(m_handle, text.utf16() + at, DWORD(qMin(kMost, text.size() - at)),
                               &written, nullptr)
                || written == 0)
                return -1;
            at += written;
        }
        return size;
    }

private:
    HANDLE m_handle;
    QStringDecoder m_decoder{QStringConverter::Utf8};
};
}

std::unique_ptr<QIODevice> consoleOf(std::FILE* stream) {
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(stream)));
    DWORD mode = 0;
    if (handle == INVALID_HANDLE_VALUE || !GetConsoleMode(handle, &mode)) return nullptr;
    return std::make_unique<Console>(handle);
}

#else

std::unique_ptr<QIODevice> consoleOf(std::FILE*) {
    return nullptr;
}

#endif

} // namespace baolei::cli
