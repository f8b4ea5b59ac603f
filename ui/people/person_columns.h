#pragma once
// The columns of the table of people.

#include "ui/base/record_model.h"
#include "ui/people/person_lines.h"

namespace baolei {

enum class NameOrder { Strokes, Pinyin };

/// `order` is looked at whenever the column 姓名 is sorted.
QList<RecordColumn<PersonLine>> personColumns(const NameOrder& order, QDate today);

/// Columns that are not shown until somebody chooses them.
QStringList columnsHiddenAtFirst();

/// Columns whose values stand masked in the table and are not copied into files.
bool isPrivateColumn(const QString& key);

} // namespace baolei
