#include "ui/printing/to_printer.h"

#include "core/forms/painter.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

namespace baolei {

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
}

Result<bool> printWithDialog(QWidget* parent, const Document& document, const Fonts& fonts) {
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(document.title);
    choosePaper(printer, document.pages.first());
    QPrintDialog dialog(&printer, parent);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setMinMax(1, int(document.pages.size()));
    if (dialog.exec() != QDialog::Accepted) return false;
    const auto done = printPages(printer, document, fonts, printer.fromPage(), printer.toPage());
    if (!done) return fail(done.error());
    return true;
}

Result<void> printPages(QPrinter& printer, const Document& document, const Fonts& fonts, int from,
                        int to) {
    const int first = from > 0 ? from : 1;
    const int last = to > 0 ? qMin(to, int(document.pages.size())) : int(document.pages.size());
    QPainter painter;
    for (int number = first; number <= last; ++number) {
        const PaperPage& page = document.pages[number - 1];
        choosePaper(printer, page);
        const bool isReady = number == first ? painter.begin(&printer) : printer.newPage();
        if (!isReady)
            return fail(ErrorCode::Io, Text::tr("打印机没有响应，第 %1 页起没有打印").arg(number),
                        Text::tr("请检查打印机是否开机、有纸，再打印一次；也可以先存为 PDF"));
        paintPage(painter, page, fonts, printer.resolution() / 25.4);
    }
    return {};
}

} // namespace baolei
