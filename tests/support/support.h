#pragma once
// What every test may lean on: a folder of its own, the sample files, readable failures.

#include "core/base/result.h"

#include <QString>
#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <ostream>

QT_BEGIN_NAMESPACE
inline void PrintTo(const QString& text, std::ostream* out) {
    *out << text.toStdString();
}
QT_END_NAMESPACE

namespace baolei {

inline void PrintTo(const Error& error, std::ostream* out) {
    *out << error.text().toStdString();
}

/// `EXPECT_TRUE(ok(result))` prints the error when there is one.
template <typename T> testing::AssertionResult ok(const Result<T>& result) {
    if (result) return testing::AssertionSuccess();
    return testing::AssertionFailure() << result.error().text().toStdString();
}

/// A folder that goes with the test; the path has Chinese and a space, as users' paths do.
class TempFolder {
public:
    TempFolder();
    QString path(const QString& name = {}) const;

private:
    QTemporaryDir m_dir;
};

/// Whether a read-only folder keeps this process out: not the superuser, and not Windows, where
/// that mark means nothing.
bool permissionsBind();

/// The same file by a path of a network folder, as two slashes mean one. Empty on Windows, where
/// they would lead to a server: then skip.
QString networkPath(const QString& path);

/// A file under tests/data.
QString testData(const QString& name);
/// A file of the sample folder beside the project, or empty where there is none: then skip loudly.
QString sampleFile(const QString& name);
/// The same text as Notepad saves it: with a byte order mark and CR LF.
QByteArray asNotepad(QByteArray text);
/// Whole content of a file; a failed assertion and nothing if it cannot be read.
QByteArray contentOf(const QString& path);

} // namespace baolei
