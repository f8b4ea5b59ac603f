#pragma once
// The catalogue of fields that forms may bind (resources/forms/fields.json): name, meaning, and
// whether it may stand on a sheet for the public. What is not allowed there by name is refused.

#include "core/base/result.h"

#include <QHash>
#include <QList>

namespace baolei {

struct FieldInfo {
    QString name; ///< members.name is the field name of the rows of the list members
    QString meaning;
    bool isList = false;
    bool isPrivate = false;
    bool onDisclosure = false;
};

struct FieldCatalogue {
    QList<FieldInfo> fields; ///< in the order of the file
    QHash<QString, qsizetype> byName;
    const FieldInfo* find(const QString& name) const;
    /// The known name most like `name`, to be offered in an error; may be empty.
    QString nearest(const QString& name) const;
};

/// Reads catalogue text; `path` is named in errors.
Result<FieldCatalogue> readFields(const QByteArray& json, const QString& path);
/// The catalogue of the program.
Result<FieldCatalogue> fieldCatalogue();

} // namespace baolei
