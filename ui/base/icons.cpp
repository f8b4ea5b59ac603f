#include "ui/base/icons.h"

#include "core/base/data_files.h"

#include <QBuffer>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QPixmap draw(const QString& name, const QColor& colour, QSize size) {
    const QString key = u"icon/%1/%2/%3"_s.arg(name, colour.name()).arg(size.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    QByteArray svg = readDataFile(u"icons/%1.svg"_s.arg(name)).value_or(QByteArray());
    svg.replace("currentColor", colour.name().toLatin1());
    QBuffer buffer(&svg);
    QImageReader reader(&buffer, "svg");
    reader.setScaledSize(size);
    pixmap = QPixmap::fromImage(reader.read());
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class LineIcon final : public QIconEngine {
public:
    LineIcon(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone) { }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, {}, 1));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return draw(m_name, colourOf(mode == QIcon::Disabled ? Tone::Exempt : m_tone), size);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        return pixmap(size, mode, state);
    }
    QIconEngine* clone() const override { return new LineIcon(m_name, m_tone); }

private:
    QString m_name;
    Tone m_tone;
};
}

QIcon icon(const QString& name, Tone tone) {
    return QIcon(new LineIcon(name, tone));
}

} // namespace baolei
