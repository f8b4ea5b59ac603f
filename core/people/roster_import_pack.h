#pragma once
// The people of a plan, packed: a city's 323,200 rows take about 60 MB, a tenth of what they would
// as records. Made once, read once from the first to the last.

#include "core/people/person.h"

#include <QStringList>
#include <functional>

namespace baolei {

struct PackedPerson {
    int row = 0; ///< of the sheet
    int branch = -1; ///< index into the plan's branches
    int group = -1; ///< index into the plan's groups; -1: none
    bool isMoved = false;
    quint64 columns = 0; ///< which of the person table's columns are meant, one bit each
    Person person; ///< id null: to be added
    QStringList posts; ///< codes of table post that the person holds
};

class PackedPeople {
public:
    /// Keeps the cells named by `columns`, without the ids of branch and group.
    void append(const PackedPerson& person);

    /// Calls `person` for each, in order; false ends it. Gives whether all were seen.
    bool each(const std::function<bool(const PackedPerson&)>& person) const;

    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    qsizetype bytes() const;

private:
    QList<QByteArray> m_chunks;
    qsizetype m_size = 0;
};

/// The columns of `person` that hold something, as PackedPerson::columns; without key and branches.
quint64 filledColumns(const Person& person);

/// Position of a column in the person table.
int personColumn(QByteArrayView name);

} // namespace baolei
