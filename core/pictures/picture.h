#pragma once
// Photos and scans: made small enough for paper where they come in, and decoded no larger than they
// are shown. Takes its time (a photo: a tenth of a second): not on a window's thread.

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>

namespace baolei {

/// A picture as it is kept: upright, nothing in it but the picture.
struct Picture {
    QString type; ///< jpg, png
    QByteArray bytes;
};

/// Longest side of a photo: 170 dpi on A4.
inline constexpr int kLongestSide = 2000;
/// Of a drawing or scan in few colours, which takes little room: 300 dpi on A4.
inline constexpr int kLongestSideOfDrawing = 3600;

/// The format of a picture by its first bytes, as QImageReader names it; empty: none that is known.
QByteArray pictureFormat(const QByteArray& bytes);
/// Formats that shrunkPicture reads here.
QList<QByteArray> readableFormats();

/// A picture of one of the readable formats as it will be kept: as JPEG or, in few colours, as PNG;
/// as it was where that is no larger. Refuses what is damaged, cut off, or too large to decode.
/// `name` is what errors call it.
Result<Picture> shrunkPicture(const QString& name, const QByteArray& bytes);
Picture shrunkPicture(const QImage& image);

/// A kept picture for the screen or the printer, at most as large as `most` (empty: as it is); null
/// where it is damaged.
QImage shownPicture(const QByteArray& bytes, QSize most = {});

} // namespace baolei
