#pragma once
// A name as it is kept: files and input methods leave spaces, invisible marks and many kinds of
// middle dot in names, and two spellings of one name would be two persons.

#include <QString>

namespace baolei {

/// The name without spaces and invisible marks; between Latin words one space stays. The dot of a
/// minority name is always ·; compatibility forms and Kangxi radicals become the character meant.
QString cleanName(QStringView name);

/// Whether every character is Chinese, or a dot between two of them, or 〇.
bool isHanName(QStringView cleanedName);

} // namespace baolei
