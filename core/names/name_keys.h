#pragma once
// What a name can be found by when somebody types letters: 单建国 by shanjianguo or sjg, and by
// danjianguo or djg too.

#include <QStringList>

namespace baolei {

struct NameKeys {
    QStringList pinyin; ///< lower case, no tones, ü as v; the usual reading first
    QStringList initials; ///< first letters of the same readings, each only once
    bool operator==(const NameKeys&) const = default;
};

/// Keys of a name, cleaned or not; at most `kMostReadings` ways to read it.
NameKeys nameKeys(QStringView name);
inline constexpr qsizetype kMostReadings = 8;

/// What was typed, as the keys are written: lower case, no spaces or apostrophes, ü as v,
/// full-width letters as plain ones. Empty if it holds anything but letters.
QString pinyinQuery(QStringView typed);

/// Whether what was typed stands at the beginning of one of the keys.
bool matchesKeys(const NameKeys& keys, QStringView pinyinQuery);

} // namespace baolei
