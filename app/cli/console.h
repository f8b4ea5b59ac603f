#pragma once
// Chinese on a console of Windows, whose bytes mean what its code page (936, 437, 65001) says.

#include <QIODevice>
#include <cstdio>
#include <memory>

namespace baolei::cli {

/// The console that `stream` (stdout, stderr) leads to; it takes UTF-8 and shows it under any code
/// page. Null for files and pipes and on other systems: they are given UTF-8 as it is.
std::unique_ptr<QIODevice> consoleOf(std::FILE* stream);

} // namespace baolei::cli
