#pragma once
// The words of a form with fields in them, "应到 {meeting.due} 人", and names checked against the
// catalogue and the whitelist of disclosure. Inside core/forms only.

#include "core/forms/fields.h"
#include "core/forms/form.h"

#include <QXmlStreamReader>

namespace baolei {

/// Which lists a name may be looked up in, innermost first.
struct FieldScopes {
    QString across; ///< full name of the list of columns, or empty
    QString row; ///< full name of the list of rows, or empty
};

class FormWords {
public:
    FormWords(QXmlStreamReader& xml, const FieldCatalogue& fields)
        : m_xml(xml)
        , m_fields(fields) { }
    void setForDisclosure(bool on) { m_forDisclosure = on; }

    QList<TextPart> parts(const QString& words, const FieldScopes& scopes);
    FieldBinding binding(const QString& name, const FieldScopes& scopes);
    ValueFormat format(const QString& word);
    /// "a", "!a" or "a=b"
    Condition condition(const QString& text);
    /// Checks the name of a list; answers whether it is one.
    bool list(const QString& name);

private:
    bool isAllowed(const QString& fullName);

    QXmlStreamReader& m_xml;
    const FieldCatalogue& m_fields;
    bool m_forDisclosure = false;
};

} // namespace baolei
