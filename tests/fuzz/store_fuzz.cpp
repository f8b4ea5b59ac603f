// A store file: backed up, opened for writing (brought up to date where it is older), listed,
// its history read, verified, its newest operation taken back.

#include "core/activities/activity.h"
#include "core/people/post.h"
#include "core/store/backup.h"
#include "core/store/history.h"
#include "core/store/store.h"
#include "core/store/verify.h"
#include "tests/fuzz/target.h"

using namespace baolei;

namespace {
template <typename T> void requireAnswer(const Result<T>& result) {
    if (!result) requireWords(result.error());
}

void readAll(const Reader& reader) {
    requireAnswer(reader.all<Organisation>({}));
    requireAnswer(reader.all<Person>({}));
    requireAnswer(reader.all<Post>({}));
    requireAnswer(reader.all<Activity>({}));
    const auto history = operations(reader, {.limit = 50});
    requireAnswer(history);
    for (const OperationInfo& operation : history.value_or(QList<OperationInfo>()))
        requireAnswer(changesOf(reader, operation.seq));
    requireAnswer(verifyStore(reader));
}
}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const FixedClock clock(QDate(2026, 11, 20));
    const QString path = scratchFile(QStringLiteral("town.baolei"), bytesOf(bytes, size));
    requireAnswer(checkBackup(path));
    const auto store = Store::open(path, {.clock = &clock});
    if (!store) {
        requireWords(store.error());
        return 0;
    }
    readAll((*store)->reader());
    requireAnswer((*store)->undo());
    requireAnswer((*store)->redo());
    return 0;
}
