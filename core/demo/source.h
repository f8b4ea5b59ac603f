#pragma once
// What the invented town is made from, and the dice: seeded, so that they always fall alike.

#include "core/activities/kinds.h"

#include <QHash>
#include <QRandomGenerator>
#include <QStringList>

namespace baolei {

/// What a branch holds: how often, and what stands in the fields of its kind.
struct DemoActivity {
    ActivityKind kind;
    QString title; ///< %1: the month or the quarter
    QList<int> months;
    int hour = 9;
    int minutes = 60;
    int every = 1; ///< only every so manieth branch holds it
    int people = 0; ///< how many at most are chosen, where the kind has chosen people
    bool isForExempt = false; ///< from those of whom nothing is asked
    QHash<QString, QString> details; ///< as a record keeps them; {host} is who presides
};

struct DemoSource {
    QStringList surnames;
    QStringList men; ///< characters of given names
    QStringList women;
    QStringList villages;
    QStringList places;
    QStringList features;
    QList<QStringList> others; ///< name, category
    QStringList rooms;
    QStringList companies;
    QList<DemoActivity> activities;
    QHash<QString, QStringList> topics; ///< by kind of activity
    QStringList contents;
    QStringList resolutions;
};
Result<DemoSource> readDemoSource();

class Dice {
public:
    explicit Dice(quint32 seed)
        : m_random(seed) { }
    int below(int bound) { return int(m_random.bounded(quint32(bound))); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }
    const QString& pick(const QStringList& list) { return list.at(below(int(list.size()))); }

private:
    QRandomGenerator m_random;
};

} // namespace baolei
