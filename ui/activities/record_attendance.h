#pragma once
// 到会: everyone is there but those whose names are typed. Counts follow at once.

#include "ui/activities/record_source.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QLineEdit;
class QMenu;
QT_END_NAMESPACE

namespace baolei {

class AttendeeRow;

/// 应到 41（有表决权 38） 实到 38 …; where nobody is due, only who was there.
QString countsText(const AttendanceCounts& counts, Attends attends);

class AttendanceField final : public QWidget {
    Q_OBJECT
public:
    /// `names` of people who are in the record and no longer in the branch.
    AttendanceField(const RecordSource& source, const QHash<Uuid, QString>& names, QDate day,
                    QWidget* parent = nullptr);

    void setAttendance(const Attendance& attendance);
    Attendance attendance() const;
    AttendanceCounts counts() const { return countsOf(attendance()); }
    QString problem() const; ///< a day that cannot be read, a name that was not entered

signals:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override; ///< to the first line

private:
    void leaveForward();
    void showMatches();
    void showCounts();
    void choose(int step);
    void enter(bool isAbsent);
    void mark(qsizetype at, bool isAbsent, const QString& reason);
    void unmark(const Uuid& id);
    void fillList();
    AttendeeRow* addRow(const Attendee& attendee);
    void layRows();
    bool isPlain(const Attendee& attendee) const;
    bool isChosenKind() const { return m_source.kind.attends == Attends::Chosen; }
    QString nameOf(const Uuid& id) const;
    QString countsByBranch(const Attendance& all) const;
    void orderByBranch();

    RecordSource m_source;
    QHash<Uuid, QString> m_names;
    QDate m_day;
    Attendance m_attendance; ///< of those without a row as it is; the others' rows say more
    QHash<Uuid, AttendeeRow*> m_rows;
    QList<Uuid> m_order; ///< of the rows
    QList<qsizetype> m_matches;
    int m_chosen = 0;
    QLabel* m_counts;
    QLineEdit* m_input;
    QLabel* m_hint;
    QMenu* m_list;
    QGridLayout* m_grid;
};

} // namespace baolei
