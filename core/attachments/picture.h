#pragma once
// Pictures made smaller, and shown ones decoded no larger than they are shown.

#include "core/attachments/entry.h"

#include <QSize>

namespace baolei {

/// A picture of `format` (of QImageReader) as it will be kept: upright, without metadata, as JPEG
/// or, in few colours, as PNG; as it was where that is no larger.
Result<EnteredFile> shrunkPicture(const QString& name, const QByteArray& bytes,
                                  const QByteArray& format);
EnteredFile shrunkPicture(const QString& name, const QImage& image);

/// A kept picture for the screen or the printer, at most as large as `most` (empty: as it is); null
/// where it is damaged.
QImage shownPicture(const QByteArray& bytes, QSize most = {});

} // namespace baolei
