#include "ui/activities/attachments_viewer.h"

#include "core/pictures/picture.h"
#include "core/store/reader.h"
#include "ui/activities/attachments_entering.h"
#include "ui/base/background.h"
#include "ui/base/theme.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr qreal kStep = 1.25;
constexpr qreal kLeast = 0.1;
constexpr qreal kMost = 4;

Result<QImage> pictureOf(const QString& store, const AttachmentEntry& entry) {
    const auto reader = Reader::open(store);
    if (!reader) return fail(reader.error());
    const auto bytes = bytesOf(*reader, entry);
    if (!bytes) return fail(bytes.error());
    return shownPicture(*bytes);
}
}

AttachmentViewer::AttachmentViewer(const QString& store, const QList<AttachmentEntry>& pictures,
                                   int first, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_pictures(pictures)
    , m_at(first)
    , m_title(new QLabel(this))
    , m_canvas(new QLabel)
    , m_scroll(new QScrollArea(this))
    , m_back(new QPushButton(tr("上一张  ←"), this))
    , m_on(new QPushButton(tr("下一张  →"), this)) {
    setObjectName(u"attachmentViewer"_s);
    setWindowTitle(tr("附件"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::medium, space::small, space::medium, space::small);
    auto* row = new QHBoxLayout;
    m_title->setObjectName(u"viewerTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    row->addWidget(m_title, 1);
    const auto add = [&](QPushButton* button, const QString& name, auto act) {
        button->setObjectName(name);
        button->setAccessibleName(button->text());
        button->setFocusPolicy(Qt::NoFocus); // the arrows lead on, from anywhere
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
    };
    add(new QPushButton(tr("缩小  -"), this), u"viewerSmaller"_s, [this] { zoomBy(1 / kStep); });
    add(new QPushButton(tr("放大  +"), this), u"viewerLarger"_s, [this] { zoomBy(kStep); });
    add(new QPushButton(tr("合适大小  0"), this), u"viewerFit"_s, [this] { setZoom(0); });
    add(m_back, u"viewerBack"_s, [this] { go(-1); });
    add(m_on, u"viewerOn"_s, [this] { go(1); });
    column->addLayout(row);
    m_canvas->setObjectName(u"viewerPicture"_s);
    m_canvas->setAlignment(Qt::AlignCenter);
    m_scroll->setWidget(m_canvas);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    resize(qMin(scaled(1100), screen.width() - 60), qMin(scaled(800), screen.height() - 60));
    setFocusPolicy(Qt::StrongFocus);
    read();
}

void AttachmentViewer::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        return go(-1);
    case Qt::Key_Right:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        return go(1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kStep);
    case Qt::Key_Minus:
        return zoomBy(1 / kStep);
    case Qt::Key_0:
        return setZoom(0);
    default:
        QDialog::keyPressEvent(event);
    }
}

void AttachmentViewer::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    draw();
}

void AttachmentViewer::go(int by) {
    const int next = m_at + by;
    if (next < 0 || next >= m_pictures.size()) return;
    m_at = next;
    m_zoom = 0;
    read();
}

void AttachmentViewer::read() {
    const AttachmentEntry& entry = m_pictures[m_at];
    m_title->setText(tr("%1　第 %2 张，共 %3 张")
                         .arg(entry.attachment.title())
                         .arg(m_at + 1)
                         .arg(m_pictures.size()));
    m_back->setEnabled(m_at > 0);
    m_on->setEnabled(m_at + 1 < m_pictures.size());
    runInBackground(
        this, QString(), [store = m_store, entry](Progress&) { return pictureOf(store, entry); },
        [this, asked = ++m_asked](const Result<QImage>& picture) {
            if (asked != m_asked) return;
            m_image = picture.value_or(QImage());
            m_canvas->setText(picture ? QString() : picture.error().text());
            draw();
        },
        BackgroundLook::Quiet);
}

void AttachmentViewer::setZoom(qreal zoom) {
    m_zoom = zoom == 0 ? 0 : qBound(kLeast, zoom, kMost);
    draw();
}

void AttachmentViewer::zoomBy(qreal factor) {
    if (m_image.isNull()) return;
    const QPixmap shown = m_canvas->pixmap(Qt::ReturnByValue);
    const qreal now
        = m_zoom > 0 ? m_zoom : shown.width() / shown.devicePixelRatio() / m_image.width();
    setZoom(now * factor);
}

void AttachmentViewer::draw() {
    if (m_image.isNull()) return;
    QSize size = m_scroll->viewport()->size();
    if (m_zoom > 0)
        size = m_image.size() * m_zoom;
    else // no larger than it is
        size = size.boundedTo(m_image.size());
    const qreal ratio = devicePixelRatioF();
    QPixmap picture = QPixmap::fromImage(
        m_image.scaled(size * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    picture.setDevicePixelRatio(ratio);
    m_canvas->setPixmap(picture);
}

} // namespace baolei
