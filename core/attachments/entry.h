#pragma once
// A file on its way in: recognised by what it is, not by its name; pictures are made small enough
// for paper. Takes its time (a photo: a tenth of a second): not on a window's thread.

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>

namespace baolei {

/// A file as it will be kept.
struct EnteredFile {
    QString name; ///< without folder and ending
    QString type; ///< jpg, png, pdf
    QByteArray bytes;
};

/// Longest side of a photo: 170 dpi on A4.
inline constexpr int kLongestSide = 2000;
/// Of a drawing or scan in few colours, which takes little room: 300 dpi on A4.
inline constexpr int kLongestSideOfDrawing = 3600;
inline constexpr qint64 kLargestPdf = 10LL * 1024 * 1024;
inline constexpr qint64 kLargestPicture = 60LL * 1024 * 1024;

/// Reads a file from disk. Refuses what is no picture or PDF, what is cut off, what is too large.
Result<EnteredFile> enteredFile(const QString& path);
/// The same of bytes that have a name, such as from another program.
Result<EnteredFile> enteredFile(const QString& name, const QByteArray& bytes);
/// A picture that was copied.
Result<EnteredFile> enteredPicture(const QString& name, const QImage& image);

/// What may be added, for a file dialog and a hint: "*.jpg *.png …", "照片、扫描件（…）".
QStringList enteredSuffixes();
QString enteredHint();

} // namespace baolei
