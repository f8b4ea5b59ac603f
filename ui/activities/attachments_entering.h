#pragma once
// What the box of attachments does beside the window's thread: reading files, shrinking and
// decoding pictures.

#include "core/attachments/commands.h"

#include <QHash>
#include <QImage>
#include <functional>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace baolei {

/// How much is done, of how much; false stops.
using EnteringProgress = std::function<bool(qint64 done, qint64 total)>;

struct EnteredFiles {
    QList<EnteredFile> files;
    std::optional<Error> problem; ///< of those that could not be added
};
EnteredFiles enteredFiles(const QStringList& paths, const EnteringProgress& progress);
EnteredFiles enteredImage(const QString& name, const QImage& image);

/// Files or a picture, dragged or copied.
bool holdsFiles(const QMimeData& data);
QStringList filesIn(const QMimeData& data);

/// The bytes of an attachment, in the store or on their way into it.
Result<QByteArray> bytesOf(const Reader& reader, const AttachmentEntry& entry);
/// Small pictures by content; what is damaged is left out.
QHash<QByteArray, QImage> picturesOf(const QString& store, const QList<AttachmentEntry>& entries,
                                     QSize size, const EnteringProgress& progress);

} // namespace baolei
