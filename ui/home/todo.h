#pragma once
// The list of what is to be done, as values: findings and gaps put into plain words, many alike
// folded into one line, each with the place that mends it. Pure.

#include "core/activities/compliance.h"
#include "core/people/gaps.h"
#include "ui/base/navigator.h"
#include "ui/base/status.h"

namespace baolei {

enum class TodoGroup {
    Overdue, ///< 已逾期
    Soon, ///< 七天内到期
    Wrong, ///< 需要纠正
    Data, ///< 待完善的资料
    Later, ///< 以后到期
};
QString titleOf(TodoGroup group);

struct TodoLine {
    QString key; ///< the same after the next reading, so that a list can stay where it is
    TodoGroup group = TodoGroup::Overdue;
    Status status = Status::Missing;
    bool isMust = true; ///< the regulations demand it; else they advise it
    QString text; ///< 3月支委会没有记录
    QString detail; ///< where and until when: 柘沟村党支部 · 3月31日到期，已过 237 天
    QString verb; ///< what comes of opening it: 补记
    QString source; ///< why it is asked for
    QDate date; ///< null: not tied to a day
    int count = 1; ///< things to be done
    Target target;
    QList<TodoLine> parts = {}; ///< of a folded line

    /// Everything in one sentence, to be read aloud.
    QString spoken() const;
};

/// A finding with what its words need.
struct Judged {
    Finding finding;
    QString organisation; ///< short name
    QString part; ///< name of the group, where it is about one
};

/// What the words are made from.
struct TodoWords {
    const TownRules& rules;
    QDate today;
};

/// Lines about duties and mistakes, the most pressing first. Mere notes are left out.
QList<TodoLine> todoOfFindings(const QList<Judged>& found, const TodoWords& words);

/// Lines about data to be mended. `names`: short names of the branches in the gaps.
QList<TodoLine> todoOfGaps(const QList<Gap>& gaps, const QHash<Id<Organisation>, QString>& names);

/// Things to be done in all lines of these groups.
int countOf(const QList<TodoLine>& lines, const QList<TodoGroup>& groups);

/// 本月, 9月, 本季度, 第3季度, 今年; with the year where it is another one.
QString plainPeriod(const Period& period, QDate today);

} // namespace baolei
