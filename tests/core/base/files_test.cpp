#include "core/base/files.h"

#include "tests/support/support.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << path.toStdString();
    file.write(bytes);
}

struct NameCase {
    QString title;
    QString name;
};

// Windows is the narrowest of the systems; a stick that is written on Linux is read there.
const QList<NameCase> kNames{
    {u"西荡村党支部-2026年-党员花名册"_s, u"西荡村党支部-2026年-党员花名册"_s},
    {u"a<b>c:d\"e/f\\g|h?i*j"_s, u"a＜b＞c：d＂e／f＼g｜h？i＊j"_s},
    {u"../../etc/passwd"_s, u"／..／etc／passwd"_s},
    {u"末尾有点. . ."_s, u"末尾有点"_s},
    {u"  前后空格\t"_s, u"前后空格"_s},
    {u".隐藏"_s, u"隐藏"_s},
    {u"两行\r\n名字"_s, u"两行 名字"_s},
    {u"制\u0001表\u007f符"_s, u"制表符"_s},
    {u"倒\u202e着\u200b写\ufeff"_s, u"倒着写"_s},
    {u"半个\xd83d字"_s, u"半个字"_s},
    {u"䶮㛃𬭚"_s, u"䶮㛃𬭚"_s},
    {u"CON"_s, u"_CON"_s},
    {u"nul.txt"_s, u"_nul.txt"_s},
    {u"aux .2026"_s, u"_aux .2026"_s},
    {u"Com1"_s, u"_Com1"_s},
    {u"LPT9.a"_s, u"_LPT9.a"_s},
    {u"COM²"_s, u"_COM²"_s},
    {u"prn."_s, u"_prn"_s},
    {u"CONIN$"_s, u"_CONIN$"_s},
    {u"COM10"_s, u"COM10"_s},
    {u"控制con"_s, u"控制con"_s},
    {u"console"_s, u"console"_s},
    {QString(), u"未命名"_s},
    {u" ... "_s, u"未命名"_s},
    {QString(100, u'长'), QString(66, u'长')},
    {u"xy"_s + u"𬭚"_s.repeated(60), u"xy"_s + u"𬭚"_s.repeated(49)},
    {QString(66, u'长') + u". 尾"_s, QString(66, u'长')},
};
}

TEST(Files, namesThemByTitlesThatEverySystemTakes) {
    const TempFolder folder;
    for (const auto& [title, name] : kNames) {
        EXPECT_EQ(fileNameOf(title), name) << title.toStdString();
        EXPECT_EQ(fileNameOf(name), name) << "named twice";
        const QString path = folder.path(fileNameOf(title) + u"-2.xlsx.part"_s);
        write(path, "x");
        EXPECT_TRUE(QDir(folder.path()).entryList(QDir::Files).contains(QFileInfo(path).fileName()))
            << name.toStdString();
        EXPECT_TRUE(QFile::remove(path));
    }
}

TEST(Files, replacesInOneStepOrLeavesBoth) {
    const TempFolder folder;
    write(folder.path(u"新"_s), "new");
    write(folder.path(u"旧"_s), "old");
    EXPECT_TRUE(syncToDisk(folder.path(u"新"_s)));
    EXPECT_TRUE(ok(replaceFile(folder.path(u"新"_s), folder.path(u"旧"_s))));
    EXPECT_EQ(contentOf(folder.path(u"旧"_s)), QByteArray("new"));
    EXPECT_FALSE(QFile::exists(folder.path(u"新"_s)));
    const auto failed = replaceFile(folder.path(u"没有"_s), folder.path(u"旧"_s));
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::Io);
    EXPECT_EQ(contentOf(folder.path(u"旧"_s)), QByteArray("new"));
    EXPECT_FALSE(syncToDisk(folder.path(u"没有"_s)));
}

TEST(Files, reachPlacesBeyondTheOldLimitOfWindows) {
    const TempFolder folder;
    QString deep = folder.path();
    while (deep.size() < 400)
        deep += u"/一个名字很长很长很长的文件夹"_s;
    ASSERT_TRUE(QDir().mkpath(deep));
    write(deep + u"/新"_s, "new");
    write(deep + u"/旧"_s, "old");
    EXPECT_TRUE(ok(replaceFile(deep + u"/新"_s, deep + u"/旧"_s)));
    EXPECT_EQ(contentOf(deep + u"/旧"_s), QByteArray("new"));
}

TEST(Files, showPathsAsTheSystemWritesThem) {
#ifdef Q_OS_WIN
    EXPECT_EQ(shownPath(u"C:/用户/张三/镇.baolei"_s), u"C:\\用户\\张三\\镇.baolei"_s);
    EXPECT_EQ(shownPath(u"//server/共享/镇.baolei"_s), u"\\\\server\\共享\\镇.baolei"_s);
    EXPECT_EQ(systemPath(u"C:/a.baolei"_s), u"C:\\a.baolei"_s);
    const QString name(210, u'a');
    EXPECT_EQ(systemPath(u"C:/"_s + name), u"\\\\?\\C:\\"_s + name);
    EXPECT_EQ(systemPath(u"//server/d/"_s + name), u"\\\\?\\UNC\\server\\d\\"_s + name);
#else
    EXPECT_EQ(shownPath(u"/镇/张三/镇.baolei"_s), u"/镇/张三/镇.baolei"_s);
    EXPECT_EQ(systemPath(u"/镇/张三/../a"_s), u"/镇/张三/../a"_s);
    EXPECT_EQ(narrowPath(u"/张三"_s), QByteArray("/张三"));
#endif
}

#ifdef Q_OS_WIN
TEST(Files, saysWhenAnotherProgramHoldsTheFile) {
    const TempFolder folder;
    write(folder.path(u"新"_s), "new");
    write(folder.path(u"旧"_s), "old");
    const QString native = systemPath(folder.path(u"旧"_s));
    const HANDLE viewer
        = CreateFileW(reinterpret_cast<const wchar_t*>(native.utf16()), GENERIC_READ,
                      FILE_SHARE_READ, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    ASSERT_NE(viewer, INVALID_HANDLE_VALUE);
    const auto held = replaceFile(folder.path(u"新"_s), folder.path(u"旧"_s));
    ASSERT_FALSE(held);
    EXPECT_TRUE(held.error().what.contains(u"正被别的程序打开"_s))
        << held.error().text().toStdString();
    EXPECT_TRUE(CloseHandle(viewer));
    EXPECT_TRUE(ok(replaceFile(folder.path(u"新"_s), folder.path(u"旧"_s))));
}
#endif
