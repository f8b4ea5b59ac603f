#include "core/forms/pdf.h"

#include "core/base/files.h"
#include "core/forms/painter.h"
#include "core/forms/pdf_text_map.h"

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

Result<void> draw(const Document& document, QFile& file, const Fonts& fonts,
                  const PageProgress& progress, DrawnGlyphs& drawn) {
    QPdfWriter writer(&file);
    writer.setResolution(kDotsPerInch);
    writer.setTitle(document.title);
    writer.setCreator(Text::tr("堡垒"));
    writer.setPageLayout(pageLayout(document.pages.first().size));
    QPainter painter(&writer);
    if (!painter.isActive()) return notWritten(file.fileName());
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
    if (!painter.end()) return notWritten(file.fileName());
    return {};
}

bool mendText(QFile& file, const DrawnGlyphs& drawn) {
    if (!file.open(QIODevice::ReadWrite)) return false;
    const QByteArray update = textMapUpdate(file.readAll(), drawn);
    if (file.write(update) != update.size() || !file.flush()) return false;
    const bool isWhole = file.error() == QFileDevice::NoError;
    file.close();
    return isWhole;
}
}

Result<void> writePdf(const Document& document, const QString& path, const Fonts& fonts,
                      const PageProgress& progress) {
    if (document.pages.isEmpty())
        return fail(ErrorCode::Refused, Text::tr("没有可打印的页"), Text::tr("请先选择表单和期间"));
    QFile file(path + u".part"_s);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return notWritten(path);
    DrawnGlyphs drawn;
    const Result<void> done = draw(document, file, fonts, progress, drawn);
    const bool isWritten = file.error() == QFileDevice::NoError;
    file.close();
    if (!done || !isWritten || !mendText(file, drawn)) {
        file.remove();
        return done ? notWritten(path) : done;
    }
    const Result<void> replaced = replaceFile(file.fileName(), path);
    if (!replaced) file.remove();
    return replaced;
}

} // namespace baolei
