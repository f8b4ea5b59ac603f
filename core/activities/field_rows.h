#pragma once
// The tables among a kind's fields (整改清单: 问题, 措施, 责任人 …) and lists of names, as the one
// text that a record keeps of a field: a row a line, cells between tabs; a name a line.

#include "core/activities/kinds.h"

namespace baolei {

using FieldRow = QStringList; ///< cells in the order of the field's columns

/// Every row as long as `field` has columns; rows with nothing in them are left out.
QList<FieldRow> rowsIn(const QString& stored, const ActivityField& field);
QString storedRows(const QList<FieldRow>& rows);

/// As one writes names: 王强、赵丽，孙洋 or a line each; every name once.
QStringList namesIn(const QString& text);

/// The field's value as paper and lists show it: names as 王强、赵丽; a row as
/// 1．屋面渗水（整改措施：重做防水；责任人：王强）.
QString fieldText(const QString& stored, const ActivityField& field);

} // namespace baolei
