#pragma once
// A file on its way in: recognised by what it is, not by its name; pictures are made small enough
// for paper. Takes its time (a photo: a tenth of a second): not on a window's thread.

#include "core/base/result.h"

#include <QByteArray>

namespace baolei {

/// A file as it will be kept.
struct EnteredFile {
    QString name; ///< without folder and ending
    QString type; ///< jpg, png, pdf
    QByteArray bytes;
};

inline constexpr qint64 kLargestPdf = 10LL * 1024 * 1024;
inline constexpr qint64 kLargestPicture = 60LL * 1024 * 1024;

/// Reads a file from disk. Refuses what is no picture or PDF, what is cut off, what is too large.
Result<EnteredFile> enteredFile(const QString& path);
/// The same of bytes that have a name, such as from another program.
Result<EnteredFile> enteredFile(const QString& name, const QByteArray& bytes);
/// What may be added, for a file dialog and a hint: jpg, pdf …, and in a sentence.
QStringList enteredSuffixes();
QString enteredHint();

} // namespace baolei
