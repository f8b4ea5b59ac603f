#pragma once
// The project's own text as values, for checks that read it. Nothing here knows a rule.

#include <QList>
#include <QString>
#include <QStringList>

namespace baolei {

struct SourceFile {
    QString path; ///< from the root: core/base/id.h
    QString text;
};

/// Every text file under these folders (or these files) of the root, sorted by path.
QList<SourceFile> filesUnder(const QStringList& roots, const QStringList& suffixes);
/// .h and .cpp of the folders.
QList<SourceFile> codeUnder(const QStringList& roots);

/// The code with its comments blanked out; literals and line numbers stay.
QString withoutComments(const QString& code);
/// Paths of `#include "…"` and `#include <…>`, in order.
QStringList includesOf(const SourceFile& file);
/// "core/base/id.h:12: text"
QString place(const SourceFile& file, qsizetype offset, const QString& what);
/// Each match of `pattern` in the code as a problem.
QStringList matchesOf(const SourceFile& file, const QString& code, const QString& pattern,
                      const QString& why);

} // namespace baolei
