#pragma once
// Pictures one at a time, as large as the screen allows: arrows lead on, + and - zoom, 0 fits.

#include "core/attachments/commands.h"

#include <QDialog>
#include <QImage>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace baolei {

class AttachmentViewer final : public QDialog {
    Q_OBJECT
public:
    AttachmentViewer(const QString& store, const QList<AttachmentEntry>& pictures, int first,
                     QWidget* parent);
    int shown() const { return m_at; }
    /// 0: as large as fits.
    qreal zoom() const { return m_zoom; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void go(int by);
    void read();
    void setZoom(qreal zoom);
    void zoomBy(qreal factor);
    void draw();

    QString m_store;
    QList<AttachmentEntry> m_pictures;
    int m_at;
    qreal m_zoom = 0;
    int m_asked = 0; ///< of the newest reading
    QImage m_image;
    QLabel* m_title;
    QLabel* m_canvas;
    QScrollArea* m_scroll;
    QPushButton* m_back;
    QPushButton* m_on;
};

} // namespace baolei
