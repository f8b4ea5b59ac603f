#include "core/attachments/entry.h"

#include "core/pictures/picture.h"
#include "core/store/contents.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Attachments)
};

QString untouched() {
    return Text::tr("已有的附件没有改动");
}

bool isPdf(const QByteArray& bytes) {
    return bytes.first(qMin<qsizetype>(1024, bytes.size())).contains("%PDF-");
}

Error tooLarge(const QString& name, qint64 size, qint64 most, const QString& next) {
    return {ErrorCode::Refused,
            Text::tr("“%1”有 %2，超过 %3，没有添加").arg(name, sizeText(size), sizeText(most)),
            untouched(), next};
}

Result<EnteredFile> enteredPdf(const QString& name, const QByteArray& bytes) {
    if (bytes.size() > kLargestPdf)
        return fail(tooLarge(name, bytes.size(), kLargestPdf,
                             Text::tr("请只留需要的几页，或扫描时选低一些的分辨率再添加")));
    if (!bytes.last(qMin<qsizetype>(4096, bytes.size())).contains("%%EOF"))
        return fail(ErrorCode::BadFile, Text::tr("“%1”不完整，没有添加").arg(name),
                    Text::tr("请重新拷贝或重新导出这个 PDF 再添加"), untouched());
    return EnteredFile{name, u"pdf"_s, bytes};
}

Error unknown(const QString& name, const QByteArray& format) {
    Error error{ErrorCode::BadFile, Text::tr("“%1”不是照片、扫描件或 PDF，没有添加").arg(name),
                untouched(),
                Text::tr("可以添加的有：%1；Word、Excel 等文件请先另存为 PDF")
                    .arg(enteredSuffixes().join(u'、'))};
    if (format.isEmpty()) return error;
    error.what = Text::tr("“%1”是 %2 格式的图片，这里打不开，没有添加")
                     .arg(name, QString::fromLatin1(format).toUpper());
    error.next = Text::tr("请先用看图软件另存为 jpg 再添加");
    if (format == "heic") error.next += Text::tr("；苹果手机可在“设置—相机—格式”里选“兼容性最佳”");
    return error;
}

QString bareName(const QString& name) {
    return QFileInfo(name).completeBaseName().left(kLongestName).trimmed();
}
}

Result<EnteredFile> enteredFile(const QString& name, const QByteArray& bytes) {
    const QString shown = QFileInfo(name).fileName();
    auto entered = [&]() -> Result<EnteredFile> {
        if (isPdf(bytes)) return enteredPdf(shown, bytes);
        const QByteArray format = pictureFormat(bytes);
        if (!readableFormats().contains(format)) return fail(unknown(shown, format));
        const auto picture = shrunkPicture(shown, bytes);
        if (!picture) return fail(picture.error());
        return EnteredFile{shown, picture->type, picture->bytes};
    }();
    if (entered) entered->name = bareName(shown);
    return entered;
}

Result<EnteredFile> enteredFile(const QString& path) {
    QFile file(path);
    const QString shown = QFileInfo(path).fileName();
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, Text::tr("打不开“%1”，没有添加").arg(shown),
                    Text::tr("请检查它是否还在、U盘是否插好"), untouched());
    if (file.size() > kLargestPicture)
        return fail(tooLarge(shown, file.size(), kLargestPicture,
                             Text::tr("请先用看图软件缩小再添加；录像不能作为附件")));
    const QByteArray bytes = file.readAll();
    if (bytes.size() != file.size())
        return fail(ErrorCode::Io, Text::tr("“%1”没有读全，没有添加").arg(shown),
                    Text::tr("请检查U盘或磁盘后再试"), untouched());
    return enteredFile(shown, bytes);
}

QStringList enteredSuffixes() {
    QStringList suffixes{u"pdf"_s, u"jpg"_s, u"tif"_s};
    for (const QByteArray& format : readableFormats())
        suffixes.append(QString::fromLatin1(format));
    if (!suffixes.contains(u"tiff"_s)) suffixes.removeOne(u"tif"_s);
    suffixes.sort();
    return suffixes;
}

QString enteredHint() {
    return Text::tr("照片、扫描件会自动缩小，不留拍摄地点；PDF 不超过 %1")
        .arg(sizeText(kLargestPdf));
}

} // namespace baolei
