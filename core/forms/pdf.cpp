#include "core/forms/pdf.h"

#include "core/base/files.h"
#include "core/forms/painter.h"
#include "core/forms/pdf_text_map.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

constexpr int kDotsPerInch = 1200;

tl::unexpected<Error> notWritten(const QString& path) {
    return fail(ErrorCode::Io, Text::tr("无法写入“%1”").arg(shownPath(path)),
                Text::tr("请检查磁盘是否已满、文件是否正被别的程序打开，然后再试"),
                Text::tr("原有的文件未改动"));
}

QPageLayout pageLayout(QSizeF size) {
    const bool isWide = size.width() > size.height();
    const QPageSize paper(isWide ? size.transposed() : size, QPageSize::Millimeter);
    return {paper, isWide ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()};
}

Result<void> draw(const Document& document, QIODevice& device, const QString& path,
                  const Fonts& fonts, const PageProgress& progress, DrawnGlyphs& drawn) {
    QPdfWriter writer(&device);
    writer.setResolution(kDotsPerInch);
    writer.setTitle(document.title);
    writer.setCreator(Text::tr("堡垒"));
    writer.setPageLayout(pageLayout(document.pages.first().size));
    QPainter painter(&writer);
    if (!painter.isActive()) return notWritten(path);
    const int total = int(document.pages.size());
    for (int i = 0; i < total; ++i) {
        const PaperPage& page = document.pages[i];
        if (i > 0) {
            if (page.size != document.pages[i - 1].size)
                writer.setPageLayout(pageLayout(page.size));
            writer.newPage();
        }
        paintPage(painter, page, fonts, kDotsPerInch / 25.4, &drawn);
        if (progress && !progress(i + 1, total))
            return fail(ErrorCode::Cancelled, Text::tr("已停止生成 PDF"), {},
                        Text::tr("没有留下半份文件"));
    }
    if (!painter.end()) return notWritten(path);
    return {};
}

// A QFile forgets a failed write at the next one: written in one piece, looked at once.
bool writeAtOnce(QFile& file, const QByteArray& bytes) {
    const bool isWritten = file.write(bytes) == bytes.size() && file.flush();
    file.close();
    return isWritten;
}
}

Result<void> writePdf(const Document& document, const QString& path, const Fonts& fonts,
                      const PageProgress& progress) {
    if (document.pages.isEmpty())
        return fail(ErrorCode::Refused, Text::tr("没有可打印的页"), Text::tr("请先选择表单和期间"));
    QFile file(path + u".part"_s);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return notWritten(path);
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    DrawnGlyphs drawn;
    Result<void> done = draw(document, buffer, path, fonts, progress, drawn);
    buffer.close();
    if (done) pdf += textMapUpdate(pdf, drawn);
    if (done && !writeAtOnce(file, pdf)) done = notWritten(path);
    if (done) done = replaceFile(file.fileName(), path);
    file.close();
    if (!done) QFile::remove(file.fileName());
    return done;
}

} // namespace baolei
