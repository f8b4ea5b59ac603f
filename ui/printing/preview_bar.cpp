#include "ui/printing/preview_bar.h"

#include "ui/base/icons.h"
#include "ui/printing/preview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace baolei {

using namespace Qt::StringLiterals;

PreviewBar::PreviewBar(Preview* preview, QWidget* parent)
    : QWidget(parent)
    , m_preview(preview)
    , m_page(new QLabel) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    row->addStretch(1);
    m_back = addButton(u"previousPage"_s, tr("上一页"), u"chevron-left"_s, u"PageUp"_s);
    m_page->setObjectName(u"pageNumber"_s);
    row->addWidget(m_page);
    m_next = addButton(u"nextPage"_s, tr("下一页"), u"chevron-right"_s, u"PageDown"_s);
    row->addStretch(1);
    // Ctrl++ and Ctrl+- belong to the size of type of the whole window.
    const auto* smaller = addButton(u"zoomOut"_s, tr("缩小"), {}, tr("在预览上按 −，或 Ctrl+滚轮"));
    const auto* bigger = addButton(u"zoomIn"_s, tr("放大"), {}, tr("在预览上按 +，或 Ctrl+滚轮"));
    const auto* wide = addButton(u"fitWidth"_s, tr("页宽"));
    const auto* whole = addButton(u"fitPage"_s, tr("整页"));
    const auto on = [this](const QToolButton* button, auto act) {
        connect(button, &QToolButton::clicked, m_preview, act);
    };
    on(m_back, [this] { m_preview->setPage(m_preview->page() - 1); });
    on(m_next, [this] { m_preview->setPage(m_preview->page() + 1); });
    on(smaller, [this] { m_preview->zoom(-1); });
    on(bigger, [this] { m_preview->zoom(1); });
    on(wide, [this] { m_preview->setFit(Preview::Fit::Width); });
    on(whole, [this] { m_preview->setFit(Preview::Fit::WholePage); });
    connect(m_preview, &Preview::pageChanged, this, &PreviewBar::followPage);
    followPage();
}

QToolButton* PreviewBar::addButton(const QString& name, const QString& text,
                                   const QString& iconName, const QString& keys) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setText(text);
    if (!iconName.isEmpty()) button->setIcon(icon(iconName));
    button->setToolTip(keys.isEmpty() ? text : u"%1  %2"_s.arg(text, keys));
    button->setAutoRaise(true);
    layout()->addWidget(button);
    return button;
}

void PreviewBar::followPage() {
    const int pages = int(m_preview->document().pages.size());
    m_page->setText(pages == 0 ? QString()
                               : tr("第 %1 页，共 %2 页").arg(m_preview->page() + 1).arg(pages));
    m_back->setEnabled(m_preview->page() > 0);
    m_next->setEnabled(m_preview->page() + 1 < pages);
    setVisible(pages > 0);
}

} // namespace baolei
