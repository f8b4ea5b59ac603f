#pragma once
// A RecordModel for lists that grow with the city: which records are shown, and in which order, is
// said from outside; the records themselves are read when they are drawn, a stretch of rows at a
// time, and a few stretches are kept.
//
//   m_model = new WindowedModel<PersonLine>(personColumns(…), {idOf, readLines}, this);
//   connect(m_model, &RecordModelBase::sortWanted, …);   // work out the order on a thread
//   m_model->show([&] { … return {places, total}; });

#include "ui/base/record_model.h"

namespace baolei {

template <typename R> class WindowedModel final : public RecordModelBase {
public:
    struct Source {
        std::function<Uuid(int place)> id;
        /// One record for each place, in their order.
        std::function<QList<R>(const QList<int>& places)> read;
    };

    WindowedModel(QList<RecordColumn<R>> columns, Source source, QObject* parent = nullptr)
        : RecordModelBase(headsOf(columns), parent)
        , m_columns(std::move(columns))
        , m_source(std::move(source)) { }

    struct Shown {
        std::vector<int> places; ///< in their order
        qsizetype total = 0; ///< shown or not
    };
    /// Shows what `change` gives; it may change what places stand for.
    void show(const std::function<Shown()>& change) {
        showRecords([&] {
            m_stretches.clear();
            Shown shown = change();
            m_total = shown.total;
            return std::move(shown.places);
        });
    }
    /// The same in another order.
    void move(const std::vector<int>& places) {
        moveRecords([&] {
            m_stretches.clear(); // whatever was drawn up to here stood in the old order
            return places;
        });
    }
    /// What was read is out of date.
    void readAgain() {
        m_stretches.clear();
        if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    const RecordColumn<R>* chosenColumn() const {
        return sortColumn() < 0 ? nullptr : &m_columns[sortColumn()];
    }
    bool isDescending() const { return sortOrder() == Qt::DescendingOrder; }
    const R& record(int row) const;
    qsizetype recordCount() const override { return m_total; }
    qsizetype heldRecords() const override { return m_stretches.size() * kStretch; }

protected:
    QString textAt(int row, int column) const override {
        return m_columns[column].text(record(row));
    }
    Tone toneAt(int row, int column) const override {
        const auto& tone = m_columns[column].tone;
        return tone ? tone(record(row)) : Tone::Text;
    }
    QString hintAt(int row, int column) const override {
        const auto& hint = m_columns[column].hint;
        return hint ? hint(record(row)) : QString();
    }
    Uuid idAt(int row) const override { return m_source.id(int(recordOfRow(row))); }
    void sortAnew() override { emit sortWanted(); }

private:
    static constexpr int kStretch = 64; ///< rows read at once, two screenfuls
    static constexpr qsizetype kMostStretches = 16;

    QList<RecordColumn<R>> m_columns;
    Source m_source;
    qsizetype m_total = 0;
    mutable QHash<int, QList<R>> m_stretches; ///< by row / kStretch
};

template <typename R> const R& WindowedModel<R>::record(int row) const {
    auto stretch = m_stretches.constFind(row / kStretch);
    if (stretch == m_stretches.constEnd()) {
        if (m_stretches.size() >= kMostStretches) m_stretches.clear();
        QList<int> places;
        const int first = row - row % kStretch;
        for (int each = first; each < qMin(first + kStretch, rowCount()); ++each)
            places.append(int(recordOfRow(each)));
        QList<R> records = m_source.read(places);
        records.resize(places.size()); // where the reading failed, lines stay empty
        stretch = m_stretches.insert(row / kStretch, std::move(records));
    }
    return (*stretch)[row % kStretch];
}

} // namespace baolei
