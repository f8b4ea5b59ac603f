#pragma once
// Form files (resources/forms/NAME.form.xml, or a changed copy in the user's forms folder) become
// forms. A broken file is refused with file, line and reason; so is a form for disclosure that
// binds a field which is not on the whitelist.

#include "core/forms/fields.h"
#include "core/forms/form.h"

namespace baolei {

/// Reads form text; `path` is named in errors.
Result<PaperForm> readForm(const QByteArray& xml, const QString& path,
                           const FieldCatalogue& fields);
/// Loads the form called `id` (p10): the user's copy, else the shipped one.
Result<PaperForm> loadForm(const QString& id, const FieldCatalogue& fields);
/// Ids of all forms, shipped and the user's, sorted.
QStringList formIds();

} // namespace baolei
