#pragma once

namespace baolei {

/// Called first by every program, before anything is matched. Where GCC keeps variables of threads
/// itself (MinGW), it frees those of a thread that ends before it destroys them; the only one that
/// we meet is the memory of a compiled QRegularExpression, and freeing that twice ends in a crash
/// or in a program that never ends. There, expressions are matched without being compiled.
void matchWithoutCompiling();

} // namespace baolei
