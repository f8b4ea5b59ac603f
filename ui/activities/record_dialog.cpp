#include "ui/activities/record_dialog.h"

#include "core/store/store.h"
#include "ui/activities/record_outcome.h"
#include "ui/activities/record_window.h"
#include "ui/activities/unsaved_offer.h"
#include "ui/base/ask.h"
#include "ui/base/background.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

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

std::optional<UnsavedEntry> unsavedToGoOnWith(QWidget* parent, const Store& store,
                                              const RecordStart& start) {
    const auto unsaved = unsavedFor(store, start);
    if (!unsaved) return std::nullopt;
    const ask::Question question{Text::tr("接着写上次没有存完的这一份？"),
                                 Text::tr("%1。选“另写一份”，没有存完的那份还留着。")
                                     .arg(unsavedText(store.reader(), *unsaved)),
                                 Text::tr("接着写"), Text::tr("另写一份")};
    return ask::confirm(parent, question) ? unsaved : std::nullopt;
}
}

bool recordActivity(QWidget* parent, Store& store, Navigator& navigator, RecordStart start) {
    if (!start.unsaved && !start.begun) start.unsaved = unsavedToGoOnWith(parent, store, start);
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
