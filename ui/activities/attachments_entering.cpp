#include "ui/activities/attachments_entering.h"

#include "core/pictures/picture.h"
#include "core/store/contents.h"

#include <QCoreApplication>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(AttachmentsBox)
};

// Several files that failed are told of at once.
std::optional<Error> joined(const QList<Error>& errors) {
    if (errors.isEmpty()) return std::nullopt;
    Error error = errors.first();
    if (errors.size() == 1) return error;
    QStringList what;
    for (const Error& each : errors)
        what.append(each.what);
    error.what = what.join(u'\n');
    error.kept = Text::tr("其余的文件已照常添加");
    return error;
}

// All of one size, so that their titles stand in a line; a scan of white paper has an edge.
QImage framed(const QImage& picture, QSize size) {
    QImage frame(size, QImage::Format_ARGB32_Premultiplied);
    frame.fill(Qt::transparent);
    QPainter painter(&frame);
    const QRect place(
        QPoint((size.width() - picture.width()) / 2, size.height() - picture.height()),
        picture.size());
    painter.drawImage(place.topLeft(), picture);
    painter.setPen(Qt::gray);
    painter.drawRect(place.adjusted(0, 0, -1, -1));
    return frame;
}
}

EnteredFiles enteredFiles(const QStringList& paths, const EnteringProgress& progress) {
    EnteredFiles entered;
    QList<Error> errors;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        if (!progress(i, paths.size())) return {};
        auto file = enteredFile(paths[i]);
        if (file)
            entered.files.append(std::move(*file));
        else
            errors.append(file.error());
    }
    entered.problem = joined(errors);
    return entered;
}

EnteredFiles enteredImage(const QString& name, const QImage& image) {
    const Picture picture = shrunkPicture(image);
    if (!picture.bytes.isEmpty()) return {{{name, picture.type, picture.bytes}}, std::nullopt};
    return {{},
            Error{ErrorCode::BadFile, Text::tr("剪贴板里的图片用不了，没有添加"),
                  Text::tr("已有的附件没有改动"), Text::tr("请重新复制图片再粘贴")}};
}

bool holdsFiles(const QMimeData& data) {
    return data.hasImage() || !filesIn(data).isEmpty();
}

QStringList filesIn(const QMimeData& data) {
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) paths.append(url.toLocalFile());
    return paths;
}

Result<QByteArray> bytesOf(const Reader& reader, const AttachmentEntry& entry) {
    if (!entry.bytes.isEmpty()) return entry.bytes;
    return contentNamed(reader, entry.attachment.contentHash);
}

QHash<QByteArray, QImage> picturesOf(const QString& store, const QList<AttachmentEntry>& entries,
                                     QSize size, const EnteringProgress& progress) {
    QHash<QByteArray, QImage> pictures;
    const auto reader = Reader::open(store);
    if (!reader) return pictures;
    for (const AttachmentEntry& each : entries) {
        if (!progress(pictures.size(), entries.size())) break;
        const auto bytes = bytesOf(*reader, each);
        if (!bytes) continue;
        const QImage picture = shownPicture(*bytes, size);
        if (!picture.isNull()) pictures.insert(each.attachment.contentHash, framed(picture, size));
    }
    return pictures;
}

} // namespace baolei
