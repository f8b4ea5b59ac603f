#pragma once
// What the figures, the kind and the search leave to be seen in each view.

#include "ui/activities/matrix_lines.h"
#include "ui/activities/view_bar.h"
#include "ui/base/figures.h"

namespace baolei {

/// What the page is narrowed down to.
struct PageFilter {
    QString figure; ///< held, missing, drafts, due, exempt; empty: all
    QString kind; ///< id; empty: all
    QString searched;
    Period period;
    QDate today;
};

bool passes(const MatrixLine& line, const PageFilter& filter);
bool passes(const FindingLine& line, const PageFilter& filter, const QList<ActivityKind>& kinds);
bool passes(const HeldLine& line, const PageFilter& filter);

/// Those not known yet, also of no answer at all, without a number.
QList<FigureBar::Figure> figuresShown(const PageAnswer* answer, int kind);

/// The view that can show a figure: the one that is shown, if it can.
ActivityView viewFor(const QString& figure, ActivityView shown);

} // namespace baolei
