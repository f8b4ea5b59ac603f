#pragma once
// Text of a cell as people type it: full-width digits, spaces of every kind, marks that cannot be
// seen, words that mean "nothing here".

#include <QString>
#include <optional>

namespace baolei {

/// Full-width letters, digits and punctuation as plain ones, every kind of space as one plain
/// space, invisible marks gone, trimmed.
QString plainCell(QStringView text);

/// The same without any space.
QString compactCell(QStringView text);

/// Empty, or 无, /, —, 暂无…: the cell says that there is nothing. 不详 is not among them: there is
/// something, and it is not known.
bool isWordForNothing(QStringView text);

/// #N/A, #REF!, #####: what a formula says that failed, or a column too narrow.
bool isSpreadsheetError(QStringView text);

/// 是, 否, 有, 无, √, ×, Y, N, 1, 0 …; nothing for other text.
std::optional<bool> readYesNo(QStringView text);

} // namespace baolei
