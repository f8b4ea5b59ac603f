#include "core/forms/slips.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

constexpr qreal kCutWidth = 0.15;

void addMoved(PaperPage& sheet, const PaperPage& slip, QPointF by) {
    for (TextBlock block : slip.blocks) {
        block.rect.translate(by);
        for (TextLine& line : block.lines)
            line.at += by;
        sheet.blocks.append(block);
    }
    for (RuledLine ruled : slip.lines) {
        ruled.line.translate(by);
        sheet.lines.append(ruled);
    }
}

// Also where a slip stays empty: a sheet is cut as a whole.
void addCuts(PaperPage& sheet, QSize slips) {
    const qreal width = sheet.size.width(), height = sheet.size.height();
    for (int i = 1; i < slips.width(); ++i) {
        const qreal x = width * i / slips.width();
        sheet.lines.append({{x, 0, x, height}, kCutWidth, true});
    }
    for (int i = 1; i < slips.height(); ++i) {
        const qreal y = height * i / slips.height();
        sheet.lines.append({{0, y, width, y}, kCutWidth, true});
    }
}

Document sheetsOf(const PaperForm& form, const PaperPage& slip, QSize slips, int copies,
                  const Fonts& fonts) {
    Document document;
    document.title = form.title;
    const QSizeF size = slipSize(form, slips);
    for (int copy = 0; copy < copies; ++copy) {
        const int place = copy % (slips.width() * slips.height());
        if (place == 0) {
            PaperPage sheet = slip;
            sheet.size = form.sheet;
            sheet.margins = {0, 0, 0, 0, false};
            sheet.counted = false;
            sheet.blocks.clear();
            sheet.lines.clear();
            sheet.notes.clear();
            addCuts(sheet, slips);
            document.pages.append(sheet);
        }
        const QPointF corner(place % slips.width() * size.width(),
                             place / slips.width() * size.height());
        addMoved(document.pages.last(), slip,
                 corner + QPointF(form.margins.binding, form.margins.top));
    }
    numberPages(document, fonts);
    return document;
}
}

QSizeF slipSize(const PaperForm& form, QSize slips) {
    return {form.sheet.width() / slips.width(), form.sheet.height() / slips.height()};
}

Result<Document> layOutSlips(const PaperForm& form, const FormData& data, const Fonts& fonts) {
    const int copies = qMax(1, data.values.value(form.copies).toInt());
    PaperForm one = form;
    one.slips.clear();
    for (const QSize& slips : form.slips) {
        one.paper = slipSize(form, slips);
        const auto laid = layOut(one, data, fonts);
        if (!laid) return laid;
        if (laid->pages.size() == 1)
            return sheetsOf(form, laid->pages.first(), slips, copies, fonts);
    }
    return fail(ErrorCode::Refused, Text::tr("“%1”的内容太多，一张小票上放不下").arg(form.title),
                Text::tr("请缩短事项和姓名以外的文字，或在表单文件中把 slips 改小"));
}

} // namespace baolei
