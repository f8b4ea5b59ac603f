#pragma once
// The form of one person: every column of the record, in sections. It edits a copy; what is wrong
// is said below the field while one types.

#include "core/people/commands.h"
#include "ui/base/form.h"

#include <QTimer>

namespace baolei {

/// Organisations to choose from, by id, as fields want them.
Choices organisationChoices(const QList<Organisation>& organisations);
/// The id that a choice of an organisation stands for, and the other way round.
QString choiceOf(Id<Organisation> id);
Id<Organisation> organisationOf(const QString& choice);

class PersonForm final : public QObject {
    Q_OBJECT
public:
    /// Makes the form; whoever shows it owns it.
    PersonForm(const Person& person, const QList<Organisation>& organisations, QDate today);

    Form* form() const { return m_form; }
    Person person() const; ///< the copy, as it stands in the fields
    FormProblems problems() const; ///< what checkPerson says

private:
    void addField(const QByteArray& column);
    void fill();
    void offerGroups();
    void completeFromIdNumber();

    Person m_person;
    QList<Organisation> m_organisations;
    QDate m_today;
    Form* m_form;
    QTimer m_wait; ///< until somebody stops typing
};

} // namespace baolei
