#pragma once
// What a file is that is no table, whatever its name says: for telling so in words that help.
// Internal to core/spreadsheet.

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>
#include <optional>

namespace baolei {

/// How people call what begins with `head`: 网页, PDF 文件, 图片 …; nothing where it may be a
/// table.
std::optional<QString> otherContentIn(QByteArrayView head);

/// Web pages under the name of a table are what web systems hand out as an export.
bool looksLikeMarkup(QByteArrayView head);

/// Only what people write: no control characters but tabs and line ends.
bool looksLikeText(QByteArrayView head);

/// The refusal of a file of that kind under the name of a table.
Error otherContent(const QString& path, const QString& content);
/// The same of text under the name of a workbook, which may well be a .csv.
Error textUnderWorkbookName(const QString& path);

} // namespace baolei
