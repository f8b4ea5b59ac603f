#pragma once
// What the invented town is made from, and the dice: seeded, so that they always fall alike.

#include "core/base/result.h"

#include <QHash>
#include <QRandomGenerator>
#include <QStringList>

namespace baolei {

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
