#pragma once
// The top of a roster file: its sheets, the row that names the columns, and what they are taken
// for. Unlike planImport() it does not give up on a header that it does not understand, so that a
// person can map it. No widgets.

#include "core/people/header_matching.h"
#include "core/spreadsheet/reader.h"
#include "core/store/reader.h"

namespace baolei {

struct RosterLook {
    QString path;
    QList<SheetInfo> sheets;
    int sheet = 0; ///< whose top is shown
    int parts = 1; ///< sheets that are read together, each called after its branch
    bool isWhole = true; ///< no single sheet was chosen: all parts are read
    QList<QStringList> top; ///< the first rows, without gaps
    Mapping mapping;
    bool isRemembered = false; ///< a person mapped this header before
    bool isUnderstood = true; ///< planImport() would find the same mapping by itself
};

/// `sheet` -1: the one that looks most like a roster.
Result<RosterLook> lookAtRoster(const QString& path, const Reader& reader, int sheet = -1,
                                const ReadOn& goOn = {});

/// Takes this row of `top` for the one that names the columns.
Result<void> takeHeaderRow(RosterLook& look, const Reader& reader, int row);

/// Maps as if nobody had mapped before.
void forgetMapping(RosterLook& look);

/// A, B … AA.
QString columnLetters(int column);

/// The first values below the header, one after another. Private ones (by `field`, by their header
/// or by their look) are described instead.
QString samplesOf(const RosterLook& look, int column, const QString& field);

/// What stands in place of a private value on the screen.
QString maskedCell();

} // namespace baolei
