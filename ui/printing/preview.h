#pragma once
// Pages as they will come out of the printer, one at a time, to be paged like a book.

#include "core/forms/fonts.h"

#include <QWidget>

namespace baolei {

class Preview final : public QWidget {
    Q_OBJECT
public:
    explicit Preview(QWidget* parent = nullptr);

    void setDocument(const Document& document);
    const Document& document() const { return m_document; }
    const Fonts& fonts() const { return m_fonts; }
    int page() const { return m_page; }
    void setPage(int page); ///< from 0; out of range: the nearest

signals:
    void pageChanged(int page);
    /// A field was clicked that was taken from this record ("activity/…", "person/…").
    void recordClicked(const QString& record);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    qreal scale() const; ///< pixels a millimetre, so that the page fits
    QPointF corner() const; ///< of the page on the widget

    Fonts m_fonts; // belongs to the window's thread
    Document m_document;
    int m_page = 0;
};

} // namespace baolei
