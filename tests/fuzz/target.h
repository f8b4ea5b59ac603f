#pragma once
// What the fuzz targets share. A target takes any bytes; it must come back with a value or with an
// Error that says something. Under clang libFuzzer calls it; the ordinary tests run the corpus.

#include "core/base/result.h"

#include <QByteArray>
#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace baolei {

/// Ends the program, which is how a target reports a finding.
void require(bool holds, const char* claim);

/// An Error must say what happened.
inline void requireWords(const Error& error) {
    require(!error.what.isEmpty(), "an error says what happened");
}

inline QByteArray bytesOf(const std::uint8_t* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size)};
}

/// A file called `name` with these bytes, in a folder that is otherwise empty.
QString scratchFile(const QString& name, const QByteArray& bytes);

} // namespace baolei
