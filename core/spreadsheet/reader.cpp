#include "core/spreadsheet/reader.h"

#include "core/spreadsheet/compound_file.h"
#include "core/spreadsheet/file_content.h"
#include "core/spreadsheet/read_errors.h"
#include "core/spreadsheet/readers.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(SpreadsheetReader)
};

const QByteArray kZipMagic("PK\x03\x04", 4);
constexpr qint64 kHead = 4096;
const QByteArray kOleMagic("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

Error emptyFile() {
    return {ErrorCode::BadFile, Text::tr("这个文件是空的"), Text::tr("没有读入任何内容"),
            Text::tr("请重新导出或复制一次后再试")};
}

/// The workbook of Excel 2 to 4, without a container around it.
bool isBareBiff(const QByteArray& head) {
    return head.size() >= 4 && head[0] == '\x09' && head[3] == '\0'
        && QByteArrayView("\x00\x02\x04\x08", 4).contains(head[1]);
}

ReaderResult openContainer(const QString& path, QFile& file) {
    const Result<CompoundFile> container = CompoundFile::read(file);
    if (!container) return fail(container.error());
    // An encrypted .xlsx is such a container around the real file (MS-OFFCRYPTO 2.3.4).
    if (container->contains(u"EncryptedPackage")) return fail(passwordProtected());
    if (container->contains(u"Book") && !container->contains(u"Workbook")) return openOldXls(path);
    if (!container->contains(u"Workbook"))
        return fail(otherContent(path,
                                 container->contains(u"WordDocument")
                                     ? Text::tr("Word 或 WPS 文字文档")
                                     : Text::tr("别的 Office 文件，不是表格")));
    Result<QByteArray> stream = container->stream(u"Workbook");
    if (!stream) return fail(stream.error());
    return openBiff8(std::move(*stream));
}

ReaderResult openPackage(const QString& path, const ReadOn& goOn) {
    Result<std::unique_ptr<ZipPackage>> package = ZipPackage::open(path, goOn);
    if (!package) return fail(package.error());
    if ((*package)->contains(u"word/document.xml"_s))
        return fail(otherContent(path, Text::tr("Word 或 WPS 文字文档")));
    if ((*package)->contains(u"[Content_Types].xml"_s) || (*package)->contains(u"xl/workbook.xml"_s)
        || (*package)->contains(u"_rels/.rels"_s))
        return openXlsx(std::move(*package));
    if ((*package)->contains(u"content.xml"_s)) return openOds(std::move(*package));
    return fail(otherContent(path, Text::tr("压缩包（请先解压，再选里面的表格）")));
}

/// A text file under these names is a file that went wrong on the way, not a .csv.
bool mustBeBinary(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == u"xlsx" || suffix == u"xlsm" || suffix == u"ods";
}

} // namespace

Result<std::unique_ptr<SpreadsheetReader>> openSpreadsheet(const QString& path, const ReadOn& goOn) {
    if (!QFileInfo(path).isFile()) return fail(unreadableFile());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(unreadableFile());
    const QByteArray head = file.peek(kHead);
    if (head.isEmpty()) return fail(emptyFile());
    if (head.startsWith(kZipMagic)) return openPackage(path, goOn);
    if (head.startsWith(kOleMagic)) return openContainer(path, file);
    if (isBareBiff(head)) return openOldXls(path);
    if (const auto other = otherContentIn(head)) return fail(otherContent(path, *other));
    if (mustBeBinary(path))
        return fail(looksLikeText(head) ? textUnderWorkbookName(path) : damagedFile());
    return openCsv(path);
}

} // namespace baolei
