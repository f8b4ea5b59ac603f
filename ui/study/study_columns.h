#pragma once
// The columns of 学时: of people, of branches, and of one person's year.

#include "ui/base/record_model.h"
#include "ui/base/status.h"
#include "ui/study/study_answer.h"

namespace baolei {

/// 达标, 还差 3.5, 免: symbol first.
Status statusOf(StudyState state);
QString stateText(const PersonStudy& person);

QList<RecordColumn<StudyPersonLine>> studyPersonColumns();
QList<RecordColumn<StudyBranchLine>> studyBranchColumns();

/// What one person has to show for one activity.
struct AttendedLine {
    StudyActivity activity;
    StudyMark mark;
    QString kind;
    QString holder;
};
QList<RecordColumn<AttendedLine>> attendedColumns();
QList<AttendedLine> attendedLines(const PersonYear& year);

} // namespace baolei
