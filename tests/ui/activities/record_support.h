#pragma once
// A branch of ten with a committee, and the dialog over it, driven by the keys somebody presses.

#include "core/activities/queries.h"
#include "core/people/commands.h"
#include "tests/ui/support.h"
#include "ui/activities/record_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace baolei {

struct RecordTown : PageTown {
    QHash<QString, Person> people;
    std::unique_ptr<RecordWindow> window;

    RecordTown();
    void appoint(const QString& name, const QString& kind);
    /// A final record in the store, everyone present.
    Activity held(const QString& kind, QDate day, const QString& agenda);
    RecordWindow& open(const RecordStart& start);
    RecordStart meeting(const QString& kind = QStringLiteral("branch-meeting")) const {
        return {xidang.id, kind, QDate(2026, 11, 18), {}};
    }
    /// All activities of the branch in the year.
    QList<Activity> stored() const;
    ActivityRecord only() const;
    Mark markOf(const ActivityRecord& record, const QString& name) const;

    template <typename W> W* field(const char* name) { return child<W>(window.get(), name); }
    QString label(const char* name) { return field<QLabel>(name)->text(); }
    /// To whatever has the keyboard.
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(const QString& text);
    /// Puts `text` where the keyboard would, over what stands there.
    void enter(const char* name, const QString& text);
};

} // namespace baolei
