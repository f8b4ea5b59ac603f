#pragma once
// What a camera writes into a photo beside the picture: place, time, device, the owner's name. None
// of it is kept. Pure: bytes in, bytes out, without decoding the picture.

#include <QByteArray>
#include <optional>

namespace baolei {

/// A JPEG without EXIF, XMP, comments and what hangs on behind its end; colours stay as they were.
/// Nothing where it ends too early or is none.
std::optional<QByteArray> bareJpeg(const QByteArray& jpeg);

/// The same of a PNG.
std::optional<QByteArray> barePng(const QByteArray& png);

} // namespace baolei
