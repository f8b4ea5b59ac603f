#include "core/base/regular_expressions.h"

#include <QtGlobal>

namespace baolei {

void matchWithoutCompiling() {
#ifdef __MINGW32__
    qputenv("QT_ENABLE_REGEXP_JIT", "0"); // read by Qt once, at the first expression
#endif
}

} // namespace baolei
