#pragma once
// The arrows of the architecture as a table, and what breaks them.

#include "tests/gates/source_tree.h"

#include <QSet>

namespace baolei {

/// Headers of Qt by the library that they belong to, to be told by their bare names.
struct QtHeaders {
    QSet<QString> gui;
    QSet<QString> widgets; ///< and printing
};
QtHeaders installedQtHeaders();

/// Includes that go against the arrows, each as a sentence.
QStringList layeringProblems(const QList<SourceFile>& files, const QtHeaders& qt);

} // namespace baolei
