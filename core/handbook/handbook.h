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
    bool isMonthly = false; ///< for the wall, or about single meetings: a year would be too much
    bool isForTown = false; ///< about everything below an organisation, not about one branch
};
/// The handbook, then every form. A broken form of the user's is left out and said in `problems`.
QList<PrintableForm> printableForms(QStringList* problems = nullptr);

/// The pages of a form, or of the whole handbook, of one branch. Refuses a period that does not
/// fit and a form that is not there. `fonts` belong to the calling thread.
Result<Document> documentOf(const Reader& reader, const QString& form, const PrintSubject& subject,
                            const Fonts& fonts);

/// One record that pages are asked for.
struct PrintRecord {
    Id<Activity> activity = {};
    QString form = {}; ///< of the activity or the planned item; empty: that of the activity's kind
    Id<PlanItem> item = {}; ///< its notice or sheet to sign, before anything is recorded
    Id<Person> person = {}; ///< 学时 of a year (P19), member or not
    int year = 0; ///< of the person
    bool isNone() const { return activity.isNull() && item.isNull() && person.isNull(); }
};
Result<Document> recordDocument(const Reader& reader, const PrintRecord& record, QDate printedOn,
                                const Fonts& fonts);
/// The forms that can be made of an activity, that of its kind first; of a draft, what is needed
/// before the meeting.
Result<QList<PrintableForm>> formsOf(const Reader& reader, Id<Activity> activity);

/// For a form about a town: everything below `scope`; null: the whole store.
Result<PrintSubject> townSubject(const Reader& reader, Id<Organisation> scope, const Period& period,
                                 QDate printedOn);

/// Writes a form to .pdf or .xlsx, by the ending of `path`. Gives the number of pages or sheets.
Result<int> printToFile(const Reader& reader, const QString& form, const PrintSubject& subject,
                        const QString& path, const Fonts& fonts, const PageProgress& progress = {});

/// The pages of a record, as printToFile does it.
Result<int> printRecordToFile(const Reader& reader, const PrintRecord& record, QDate printedOn,
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
