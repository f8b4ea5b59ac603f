#pragma once
// How pages ask for what they cannot do themselves, without knowing each other: the window listens.

#include "core/base/id.h"
#include "core/base/result.h"

#include <QList>
#include <QObject>
#include <QString>

namespace baolei {

/// A place in the program: {u"activities"_s, u"record"_s, {branch.value}, u"2026-11"_s}.
struct Target {
    QString page; ///< id of a page: home, people, activities, printing, history, settings
    QString action = {}; ///< what to do there; each page lists in its header what it understands
    QList<Uuid> ids = {};
    QString text = {};
    bool operator==(const Target&) const = default;
};

/// One line of an answer to the find box.
struct FindHit {
    QString title; ///< 王强
    QString detail; ///< 西荡村党支部 · 正式党员
    Target target;
};

class Navigator final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Shows the page and hands it the target (Page::show).
    void open(const Target& target) { emit opened(target); }
    /// One line in the status bar: what this one entry has produced.
    void say(const QString& line) { emit said(line); }
    /// A backup was made just now.
    void backedUp() { emit backupMade(); }
    /// Closes the store, puts the backup in its place and opens it again, after asking.
    void restore(const QString& backup) { emit restoreWanted(backup); }
    /// Something failed and the person was told; the window looks whether it concerns the store.
    void failed(const Error& error) { emit hasFailed(error); }

signals:
    void opened(const baolei::Target& target);
    void said(const QString& line);
    void backupMade();
    void restoreWanted(const QString& backup);
    void hasFailed(const baolei::Error& error);
};

} // namespace baolei
