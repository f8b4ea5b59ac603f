#pragma once
// The two orders in which names are listed. Keys are compared byte by byte (memcmp), so that a list
// of thousands is sorted by comparing keys made once.

#include <QByteArray>
#include <QString>

namespace baolei {

/// 姓氏笔画: stroke count, then the strokes 横竖撇点折, character by character; the same surname
/// stays together, and a given name of one character comes before those of two, as in lists of the
/// Party.
QByteArray strokeKey(QStringView name);

/// By reading, the surname read as a surname; the same letters by tone, then by strokes.
QByteArray pinyinKey(QStringView name);

bool strokeLess(QStringView left, QStringView right);
bool pinyinLess(QStringView left, QStringView right);

} // namespace baolei
