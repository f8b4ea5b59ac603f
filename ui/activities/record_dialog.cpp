#include "ui/activities/record_dialog.h"

#include "core/store/store.h"
#include "ui/activities/record_outcome.h"
#include "ui/activities/record_window.h"
#include "ui/base/ask.h"
#include "ui/base/background.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// How the branch stands now is asked of the whole town's offices: on a thread, and told when known.
void sayOutcome(QWidget* parent, Store& store, Navigator& navigator, const RecordWindow& window) {
    const Activity& activity = window.saved();
    const ActivityKind kind = window.setup().kind;
    const QString text = savedText(activity, kind, window.fulfilled());
    navigator.say(text);
    if (!parent || activity.state != u"final"_s) return;
    runInBackground(
        parent, QString(),
        [path = store.path(), activity, kind, branch = window.setup().branch.id,
         today = window.setup().today](Progress&) -> Result<QString> {
            const auto reader = Reader::open(path);
            if (!reader) return fail(reader.error());
            return standingText(*reader, activity, kind, branch, today);
        },
        [text, &navigator](const Result<QString>& standing) {
            // Without it the entry is as safe as with it.
            if (standing && !standing->isEmpty()) navigator.say(text + u"；"_s + *standing);
        },
        BackgroundLook::Quiet);
}
}

bool recordActivity(QWidget* parent, Store& store, Navigator& navigator, const RecordStart& start) {
    const auto setup = recordSetup(store, start);
    if (!setup) {
        ask::error(parent, setup.error());
        return false;
    }
    RecordWindow window(store, *setup, parent);
    if (const auto opened = window.fill(); !opened) {
        ask::error(parent, opened.error());
        return false;
    }
    if (!window.ask()) return false;
    sayOutcome(parent, store, navigator, window);
    if (window.wantsPrint())
        navigator.open({u"printing"_s, u"activity"_s, {window.saved().id.value}});
    return true;
}

} // namespace baolei
