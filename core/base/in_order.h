#pragma once
// Work that is cut into blocks: several threads do it, and its results are taken in the order of
// the blocks, so that many hands make the same answer as one.

#include "core/base/result.h"

#include <functional>

namespace baolei {

/// How many threads are worth having on this machine.
int usefulThreads();

/// What one thread does with one block after another.
using BlockWork = std::function<Result<void>(qsizetype block)>;

/// `hire` is called on each thread (with one thread: on this one) and gives what it works with;
/// `take` is called on this thread for block after block. False from `take` stops without an error;
/// the first error stops too. Nothing runs any more when the function returns. Results may wait to
/// be taken only for a few blocks, so that memory stays bounded.
Result<void> inOrder(qsizetype blocks, int threads, const std::function<Result<BlockWork>()>& hire,
                     const std::function<bool(qsizetype)>& take);

} // namespace baolei
