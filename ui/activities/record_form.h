#pragma once
// The fields that a kind of meeting asks for, in the order of its paper. Which ones there are is
// told by the kind alone.

#include "core/activities/votes.h"
#include "ui/activities/record_source.h"
#include "ui/base/form.h"

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace baolei {

class AttendanceField;
class LinesField;
class NameField;
class TimesField;
class VotesField;

/// What the fields are made from beside the record.
struct RecordFormSource {
    RecordSource source;
    QHash<Uuid, QString> names; ///< of attendees who are no longer in the branch
    ElectionTerms terms;
    QDate today;
};

class RecordForm final : public QObject {
    Q_OBJECT
public:
    RecordForm(const RecordFormSource& from, const ActivityRecord& record);
    Form* form() const { return m_form; }

    void setRecord(const ActivityRecord& record);
    ActivityRecord record() const;
    /// What cannot be read: days, times, candidates.
    FormProblems problems() const;
    /// The day that stands there; null: none, or not one day.
    QDate day() const;

    // Texts of many lines, by name: agenda, content, resolution or a field of the kind.
    /// The one inside which `widget` is; empty: none.
    QString textFieldAt(const QWidget* widget) const;
    QWidget* textField(const QString& name) const; ///< null: there is none
    /// What is marked in it; where nothing is, all of it.
    QString chosenText(const QString& name) const;
    /// Where the cursor stands; in the agenda as its next items.
    void insertText(const QString& name, const QString& text);

signals:
    void edited();
    void dayChanged(); ///< a day was entered and left
    void phrasesWanted(const QString& field);

private:
    void build(const ActivityRecord& record);
    void buildAttendance();
    void buildHead(bool hasDelegation);
    void buildDetails(bool isLong);
    void buildText(const QString& key, const QString& title, int lines, QPlainTextEdit*& field);
    void addDetail(const ActivityField& field);
    bool asksFor(const QString& field, const QString& text) const;
    void follow();

    RecordFormSource m_from;
    ActivityRecord m_record; ///< what no field shows stays as it is
    Form* m_form;
    QLineEdit* m_title = nullptr;
    DateField* m_day = nullptr;
    TimesField* m_times = nullptr;
    NameField* m_place = nullptr;
    NameField* m_host = nullptr;
    NameField* m_recorder = nullptr;
    QLineEdit* m_delegation = nullptr;
    AttendanceField* m_attendance = nullptr; ///< null: nobody is counted
    LinesField* m_agenda = nullptr;
    QPlainTextEdit* m_content = nullptr;
    QPlainTextEdit* m_resolution = nullptr;
    VotesField* m_votes = nullptr;
    bool m_isFilling = false;
};

} // namespace baolei
