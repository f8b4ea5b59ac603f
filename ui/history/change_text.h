#pragma once
// What one operation changed, in words: which record, which item, before and after. Private values
// are never shown, and columns that no descriptor knows count as private.

#include "core/store/history.h"

namespace baolei {

struct ChangeLine {
    QString record; ///< 党员 王强
    QString item; ///< 入党日期
    QString before;
    QString after;
};

/// In the order of the journal, at most `limit` records.
Result<QList<ChangeLine>> changeLines(const Reader& reader, qint64 seq,
                                      const QList<const Table*>& tables, qint64 limit = 500);

/// Stands for a private value that is there.
inline constexpr char16_t kMask[] = u"＊＊＊";

} // namespace baolei
