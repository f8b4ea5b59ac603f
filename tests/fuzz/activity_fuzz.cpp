// An activity as JSON, read against a small town; what was read must survive being stored.

#include "tests/core/activities/meetings.h"
#include "tests/fuzz/target.h"

using namespace baolei;

namespace {
struct Desk {
    Town town;
    Desk() { settle(town, town.xidang.id, 4); }
};
}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const Desk desk;
    const auto record = activityFromJson(desk.town.reader(), bytesOf(bytes, size));
    if (!record) {
        requireWords(record.error());
        return 0;
    }
    for (const FieldProblem& problem : checkActivity(*record, kindNamed(record->activity.kind)))
        require(!problem.message.isEmpty(), "a problem is put in words");
    const auto again = unpack(pack(*record));
    require(again && pack(*again) == pack(*record), "packing loses nothing");
    return 0;
}
