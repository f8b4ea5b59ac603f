#pragma once
// The page over the invented town, and what answers the dialog that it opens.

#include "core/activities/compliance.h"
#include "core/demo/demo.h"
#include "core/people/queries.h"
#include "tests/ui/support.h"
#include "ui/activities/activities_page.h"
#include "ui/activities/matrix_table.h"
#include "ui/activities/record_window.h"

#include <QTimer>

namespace baolei {

/// 示范镇 on 20 November 2026 and the page over it, shown and read.
struct DemoPage {
    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    OwnSettings settings;
    std::unique_ptr<Store> store;
    Scope scope{Period::ofMonth(2026, 11)};
    Navigator navigator;
    QList<Target> opened; ///< elsewhere
    QStringList said;
    std::unique_ptr<ActivitiesPage> page;

    DemoPage();
    const Reader& reader() const { return store->reader(); }
    template <typename W> W* part(const char* name) { return child<W>(page.get(), name); }
    MatrixTable* matrix() { return part<MatrixTable>("matrix"); }
    RecordTable* findings() { return part<RecordTable>("findings"); }
    RecordTable* list() { return part<RecordTable>("heldList"); }
    /// Turns the loop until the page has read and shows `scope` and period as they are.
    void settle();
    /// Ctrl and the key, and waits for what it does.
    void press(Qt::Key key);
    void setScope(Id<Organisation> organisation, const Period& period);
    /// The first cell of a branch's own kind of line that has this status; chosen in the matrix.
    bool chooseCell(Status status);
    QString activeView();
};

/// What the dialog was opened with; it is closed again unsaved.
struct Asked {
    bool wasOpened = false;
    RecordSetup setup;
};
/// Runs `act`, which opens the dialog.
Asked askedBy(const std::function<void()>& act);

} // namespace baolei
