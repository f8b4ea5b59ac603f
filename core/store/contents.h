#pragma once
// Bytes of files, kept once each under their SHA-256, beside the records that name them in a column
// `content_hash`. They are no records: they never change, and the journal holds only their names.
// Session::keepContent writes them.

#include "core/store/store.h"

namespace baolei {

/// Leaves no way back: see hasWayBack.
inline constexpr Op kDropContents{"content.drop",
                                  QT_TRANSLATE_NOOP("Op", "清理已移除的附件：%1 个，腾出 %2")};

/// The name of these bytes.
QByteArray contentHash(const QByteArray& bytes);

/// Bytes by their name. Damaged where they are not what their name says; NotFound where they were
/// dropped or are still to come.
Result<QByteArray> contentNamed(const Reader& reader, const QByteArray& hash);

/// What no live record names: kept for undo until a person drops it.
struct UnusedContents {
    qint64 count = 0;
    qint64 bytes = 0;
};
Result<UnusedContents> unusedContents(const Reader& reader);

/// Takes them out of the file, as one operation. What was removed can then not come back.
Result<UnusedContents> dropUnusedContents(Store& store);

/// What verify has to say: contents that are not what their names say, live records whose content
/// is not there.
Result<QStringList> contentProblems(const Reader& reader,
                                    const std::function<Result<void>()>& goOn);

/// Refuses where a live record that operation `seq` touched names a content that is not there.
Result<void> checkContents(const Reader& reader, qint64 seq);

/// 340 KB, 2.1 MB, 10 MB
QString sizeText(qint64 bytes);

} // namespace baolei
