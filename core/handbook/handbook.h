#pragma once
// From "the handbook of this branch for 2026" to pages, and from pages to files. Which pages a
// handbook has is data: resources/forms/handbook.json.

#include "core/forms/pdf.h"
#include "core/handbook/page_data.h"

namespace baolei {

/// The word for the whole handbook where a form is asked for.
inline constexpr QLatin1StringView kHandbook{"handbook"};

struct PrintableForm {
    QString id; ///< p10, meetings-disclosure, handbook
    QString title;
    bool isDisclosure = false;
};
/// The handbook, then every form. A broken form of the user's is left out and said in `problems`.
QList<PrintableForm> printableForms(QStringList* problems = nullptr);

/// The pages of a form, or of the whole handbook, of one branch. Refuses a period that does not
/// fit and a form that is not there. `fonts` belong to the calling thread.
Result<Document> documentOf(const Reader& reader, const QString& form, const PrintSubject& subject,
                            const Fonts& fonts);

/// The page of one activity, by the form of its kind.
Result<Document> activityDocument(const Reader& reader, Id<Activity> activity, QDate printedOn,
                                  const Fonts& fonts);

/// One person's 学时 of a year (P19), member or not.
Result<Document> personDocument(const Reader& reader, Id<Person> person, int year, QDate printedOn,
                                const Fonts& fonts);

/// Writes a form to .pdf or .xlsx, by the ending of `path`. Gives the number of pages or sheets.
Result<int> printToFile(const Reader& reader, const QString& form, const PrintSubject& subject,
                        const QString& path, const Fonts& fonts, const PageProgress& progress = {});

/// The page of one activity, as printToFile does it.
Result<int> printActivityToFile(const Reader& reader, Id<Activity> activity, QDate printedOn,
                                const QString& path, const Fonts& fonts);

/// One person's 学时 of a year, as printToFile does it.
Result<int> printPersonToFile(const Reader& reader, Id<Person> person, int year, QDate printedOn,
                              const QString& path, const Fonts& fonts);

struct BatchItem {
    QString branch; ///< short name
    QString path; ///< empty: not made
    QString problem;
};
/// The same form for many branches, one PDF each in `folder` (namesakes numbered); a branch that
/// fails is listed and the others are still made. Stopped by `progress`, it keeps the files that
/// are done.
QList<BatchItem> printAll(const Reader& reader, const QString& form,
                          const QList<Organisation>& branches, const Period& period,
                          QDate printedOn, const QString& folder, const Fonts& fonts,
                          const PageProgress& progress);

} // namespace baolei
