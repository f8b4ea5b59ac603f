#include "ui/printing/to_printer.h"

#include "core/base/files.h"
#include "core/forms/painter.h"

#include <QCoreApplication>
#include <QFile>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Printing)
};

void choosePaper(QPrinter& printer, const PaperPage& page) {
    const bool isLandscape = page.size.width() > page.size.height();
    const QSizeF upright = isLandscape ? page.size.transposed() : page.size;
    printer.setPageLayout(QPageLayout(QPageSize(upright, QPageSize::Millimeter),
                                      isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait,
                                      QMarginsF()));
    printer.setFullPage(true);
}

Result<void> paintPages(QPrinter& printer, const Document& document, const Fonts& fonts,
                        const PageProgress& progress) {
    const int count = int(document.pages.size());
    const int first = qMax(1, printer.fromPage());
    const int last = printer.toPage() > 0 ? qMin(printer.toPage(), count) : count;
    QPainter painter;
    for (int number = first; number <= last; ++number) {
        if (progress && !progress(number - first, last - first + 1)) {
            printer.abort(); // Windows drops the pages; where it cannot, those painted come out
            return fail(ErrorCode::Cancelled, Text::tr("已停止打印"));
        }
        const PaperPage& page = document.pages[number - 1];
        choosePaper(printer, page);
        const bool isReady = number == first ? painter.begin(&printer) : printer.newPage();
        if (!isReady)
            return fail(ErrorCode::Io, Text::tr("打印机没有响应，第 %1 页起没有打印").arg(number),
                        Text::tr("请检查打印机是否开机、有纸，再打印一次；也可以先存为 PDF"));
        paintPage(painter, page, fonts, printer.resolution() / 25.4);
    }
    if (painter.end()) return {};
    return fail(ErrorCode::Io, Text::tr("打印机没有收下这些页"),
                Text::tr("请检查打印机和磁盘空间，再打印一次；也可以先存为 PDF"));
}
}

std::shared_ptr<QPrinter> askForPrinter(QWidget* parent, const Document& document) {
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(document.title);
    choosePaper(*printer, document.pages.first());
    QPrintDialog dialog(printer.get(), parent);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setMinMax(1, int(document.pages.size()));
    if (dialog.exec() != QDialog::Accepted) return nullptr;
    return printer;
}

Result<void> printPages(QPrinter& printer, const Document& document, const Fonts& fonts,
                        const PageProgress& progress) {
    const QString path = printer.outputFileName();
    if (path.isEmpty()) return paintPages(printer, document, fonts, progress);
    // Into a file: what was there stays until the new one is whole.
    const QString half = path + u".part"_s;
    printer.setOutputFileName(half);
    auto done = paintPages(printer, document, fonts, progress);
    if (done) done = replaceFile(half, path);
    if (!done) QFile::remove(half);
    return done;
}

} // namespace baolei
