#include "core/base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Files)
};

// 255 bytes is the most that Linux takes; the rest is for "-2", the suffix and ".part".
constexpr qsizetype kLongestName = 200;

bool isVisible(char32_t c) {
    const QChar::Category category = QChar::category(c);
    return category != QChar::Other_Control && category != QChar::Other_Format
        && !QChar::isNonCharacter(c) && c != QChar::ReplacementCharacter;
}

/// Full-width stand-ins for what Windows forbids; what cannot be seen or stored goes.
QString legalCharacters(const QString& title) {
    QString name;
    for (const char32_t c : title.toUcs4()) {
        if (u"<>:\"/\\|?*"_s.contains(QChar::fromUcs4(c)))
            name += QChar(char16_t(c + 0xFEE0));
        else if (QChar::isSpace(c))
            name += u' ';
        else if (isVisible(c))
            name += QChar::fromUcs4(c);
    }
    return name;
}

QString shortened(QString name) {
    while (name.toUtf8().size() > kLongestName)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    return name;
}

/// Names of devices, whatever suffix follows (Microsoft: Naming Files, Paths, and Namespaces).
bool isDevice(const QString& name) {
    static const QRegularExpression kDevice(
        u"^(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³]) *(\\.|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return kDevice.match(name).hasMatch();
}

Result<void> notReplaced(const QString& to, bool isInUse) {
    const QString name = QFileInfo(to).fileName();
    const QString kept = Text::tr("原来的文件没有改动");
    if (isInUse)
        return fail(ErrorCode::Io, Text::tr("文件“%1”正被别的程序打开，没有写成").arg(name),
                    Text::tr("请先在那个程序里关闭它再试，或者换一个文件名"), kept);
    return fail(ErrorCode::Io, Text::tr("文件“%1”没有写成").arg(name),
                Text::tr("请检查磁盘空间和文件夹权限，再试一次"), kept);
}
}

QString fileNameOf(const QString& title) {
    static const QRegularExpression kEdges(u"^[ .]+|[ .]+$"_s);
    const auto trimmed = [](QString name) { return name.remove(kEdges); };
    QString name = trimmed(shortened(trimmed(legalCharacters(title).simplified())));
    if (name.isEmpty()) return Text::tr("未命名");
    if (isDevice(name)) name.prepend(u'_');
    return name;
}

QString shownPath(const QString& path) {
    return QDir::toNativeSeparators(path);
}

#ifdef Q_OS_WIN

namespace {
const wchar_t* wide(const QString& text) {
    return reinterpret_cast<const wchar_t*>(text.utf16());
}
}

QString systemPath(const QString& path) {
    constexpr qsizetype kPlain = 200; // folders end at 248, and "-journal" is still to follow
    const QString native = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    if (native.size() < kPlain || native.startsWith(u"\\\\?\\"_s)) return native;
    if (native.startsWith(u"\\\\"_s)) return u"\\\\?\\UNC"_s + native.sliced(1);
    return u"\\\\?\\"_s + native;
}

QByteArray narrowPath(const QString& path) {
    const QString native = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    const bool isUtf8 = GetACP() == CP_UTF8;
    BOOL isLossy = FALSE;
    QByteArray narrow(4 * native.size(), Qt::Uninitialized);
    // Windows would rather open a file of a similar name: no best fit.
    const int size = WideCharToMultiByte(CP_ACP, isUtf8 ? 0 : WC_NO_BEST_FIT_CHARS, wide(native),
                                         int(native.size()), narrow.data(), int(narrow.size()),
                                         nullptr, isUtf8 ? nullptr : &isLossy);
    return isLossy || size >= MAX_PATH ? QByteArray() : narrow.first(size);
}

bool syncToDisk(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && _commit(file.handle()) == 0;
}

void syncFolder(const QString&) { }

Result<void> replaceFile(const QString& from, const QString& to) {
    const QString source = systemPath(from);
    const QString target = systemPath(to);
    if (MoveFileExW(wide(source), wide(target), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return {};
    const DWORD reason = GetLastError();
    const bool isRefused = reason == ERROR_ACCESS_DENIED || reason == ERROR_SHARING_VIOLATION;
    return notReplaced(to, isRefused && QFileInfo(to).isFile() && QFileInfo(to).isWritable());
}

#else

QString systemPath(const QString& path) {
    return QDir::isAbsolutePath(path) ? path : QDir::currentPath() + u'/' + path;
}

QByteArray narrowPath(const QString& path) {
    return QFile::encodeName(path);
}

bool syncToDisk(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && fsync(file.handle()) == 0;
}

void syncFolder(const QString& folder) {
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY);
    if (handle < 0) return;
    (void)fsync(handle);
    ::close(handle);
}

Result<void> replaceFile(const QString& from, const QString& to) {
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return notReplaced(to, false);
    // The new name lies in the folder, which has to reach the disk as well.
    syncFolder(QFileInfo(to).absolutePath());
    return {};
}

#endif

} // namespace baolei
