#pragma once
// Pages as they will come out of the printer, one at a time, to be paged like a book. As wide as
// there is room unless the whole page is wanted; bigger and smaller in steps.

#include "core/forms/fonts.h"

#include <QAbstractScrollArea>

namespace baolei {

class Preview final : public QAbstractScrollArea {
    Q_OBJECT
public:
    enum class Fit { Width, WholePage };

    explicit Preview(QWidget* parent = nullptr);

    /// Stays on the same page number where the new document has it.
    void setDocument(const Document& document);
    const Document& document() const { return m_document; }
    const Fonts& fonts() const { return m_fonts; }
    int page() const { return m_page; }
    void setPage(int page); ///< from 0; out of range: the nearest; shows its top
    void setFit(Fit fit); ///< also takes back what zoom() did
    void zoom(int steps); ///< bigger (1) or smaller (-1)
    qreal scale() const; ///< pixels a millimetre

signals:
    void pageChanged(int page);
    /// A field was clicked that was taken from this record ("activity/…", "person/…").
    void recordClicked(const QString& record);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    const PaperPage* shown() const;
    QPointF corner() const; ///< of the page on the viewport
    QString recordAt(QPointF position) const;
    void fitScrollBars();
    bool scrollBy(int pixels); ///< false: there was no more page that way

    Fonts m_fonts; // belongs to the window's thread
    Document m_document;
    int m_page = 0;
    Fit m_fit = Fit::Width;
    int m_steps = 0; ///< away from the fit
};

} // namespace baolei
