#pragma once
// Which forms are filled with what. Inside core/handbook only.

#include "core/forms/form.h"
#include "core/handbook/handbook.h"

namespace baolei {

/// One form with what it is filled with.
struct Filled {
    PaperForm form;
    FormData data;
};

/// Everything that goes into one file.
struct Filling {
    QString title; ///< 西荡村党支部2026年党员花名册
    QList<Filled> forms;
};

struct HandbookDefinition {
    QString title;
    QStringList pages; ///< forms; which are filled several times, they say themselves
};
Result<HandbookDefinition> handbookDefinition();

/// A form, or the whole handbook, of a branch and period; a form for a town of what is below it.
Result<Filling> filledForms(const Reader& reader, const QString& what, const PrintSubject& subject);
Result<Filling> filledRecord(const Reader& reader, const PrintRecord& record, QDate printedOn);

/// Whether the form is one for this meeting, held or still to be held.
bool suits(const PaperForm& form, const ActivityRecord& record, const QList<ActivityKind>& kinds);

} // namespace baolei
