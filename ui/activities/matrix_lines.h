#pragma once
// Rows of the matrix: branches by month; or, where one branch is looked at, its kinds by month.

#include "ui/activities/year_reading.h"

namespace baolei {

struct MatrixLine {
    Uuid id;
    Id<Organisation> organisation;
    int kind = -1; ///< position in PageAnswer::kinds; -1: all
    QString title; ///< of the branch or the kind
    QString hint; ///< what is above it
    qsizetype branch = 0; ///< position in PageAnswer::branches
    int rank = 0; ///< of the title among the others
    bool isRead = false; ///< else the cells are not known yet
    std::array<MonthCell, 12> months;
    int have = 0;
    int need = 0;
};

/// `kind` -1: all. One branch gives one line a kind, unless one kind is asked for.
QList<MatrixLine> matrixLines(const PageAnswer& answer, int kind);

/// 大会 3/4  支委 10/11
QString tallyOf(const PageAnswer& answer, const MatrixLine& line);
/// ●, or nothing where nothing is owed or held, or nothing is known yet.
QString symbolAt(const MatrixLine& line, int month);
/// What a cell means: branch, month, kind, and for all kinds together what each of them lacks.
QString explainCell(const PageAnswer& answer, const MatrixLine& line, int month);

} // namespace baolei
