#pragma once
// House rules that a look at the text can check. Each takes files and gives problems.

#include "tests/gates/source_tree.h"

namespace baolei {

/// SQL that writes, anywhere but in core/store.
QStringList writesOutsideStore(const QList<SourceFile>& code);
/// The machine's clock, anywhere but in core/base/clock.cpp; also inside SQL.
QStringList wallClockReads(const QList<SourceFile>& code);
/// Variables of threads: MinGW frees those of a thread that ends before it destroys them.
QStringList variablesOfThreads(const QList<SourceFile>& code);
/// Files longer than 400 lines.
QStringList longFiles(const QList<SourceFile>& code);
/// Paths of somebody's machine.
QStringList machinePaths(const QList<SourceFile>& files);
/// Qt's own questions and pickers, anywhere but in ui/base, where tests can answer them.
QStringList unanswerableDialogs(const QList<SourceFile>& code);
/// Keys of operations that two operations have, and labels that are not marked for translation.
QStringList operationProblems(const QList<SourceFile>& code);
/// .json, .xml and .svg that do not parse.
QStringList unreadableData(const QList<SourceFile>& files);
/// Two types of one name: the linker would take the code of one for the other.
QStringList typesDefinedTwice(const QList<SourceFile>& code);
/// Half-width marks inside Chinese sentences that people read.
QStringList halfWidthPunctuation(const QList<SourceFile>& code);
/// Strings of a .ts file that have no translation yet.
QStringList unfinishedTranslations(const QList<SourceFile>& translations);
/// Work put off, and things that must not be in the project's text.
QStringList looseEnds(const QList<SourceFile>& code);

} // namespace baolei
