#pragma once
// The one table model: a list of records and a list of columns. Texts are made when they are drawn;
// sorting and filtering move positions, not records. RecordModel holds its records, some thousands
// at most; a list that grows with the city is a WindowedModel (windowed_model.h).
//
//   auto* model = new RecordModel<Person>({
//       {u"name"_s, tr("姓名"), [](const Person& p) { return p.name; }},
//       RecordColumn<Person>(u"age"_s, tr("年龄"), ageText).right().sortedBy(ageKey),
//   }, [](const Person& p) { return p.id.value; }, this);
//   model->setRecords(people);

#include "core/base/id.h"
#include "ui/base/theme.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace baolei {

/// Nothing (always last in ascending order), a number, a text by code points, or bytes as from
/// strokeKey(). Columns without one are sorted by the reading of their text.
using SortKey = std::variant<qint64, QString, QByteArray, std::monostate>;

/// What the view needs to know of a column.
struct ColumnHead {
    QString key; ///< remembers width and place; never shown
    QString title;
    Qt::Alignment align = Qt::AlignLeft;
    int width = 0; ///< at first, in Chinese characters; 0: as wide as the title needs
    bool isFilling = false; ///< takes what the others leave, more or less than its width
};

/// `{key, title, text}`, or with alignment and width; the rest is said by name:
/// RecordColumn<Person>(u"age"_s, tr("年龄"), ageText).right().wide(3).sortedBy(ageKey)
template <typename R> struct RecordColumn {
    template <typename T> using Of = std::function<T(const R&)>;

    RecordColumn(QString key_, QString title_, Of<QString> text_,
                 Qt::Alignment align_ = Qt::AlignLeft, int width_ = 0)
        : key(std::move(key_))
        , title(std::move(title_))
        , text(std::move(text_))
        , align(align_)
        , width(width_) { }

    RecordColumn right() && {
        align = Qt::AlignRight;
        return std::move(*this);
    }
    RecordColumn centred() && {
        align = Qt::AlignHCenter;
        return std::move(*this);
    }
    RecordColumn wide(int characters) && {
        width = characters;
        return std::move(*this);
    }
    RecordColumn filling() && {
        isFilling = true;
        return std::move(*this);
    }
    RecordColumn sortedBy(Of<SortKey> key_) && {
        sortKey = std::move(key_);
        return std::move(*this);
    }
    RecordColumn inked(Of<Tone> tone_) && { ///< ink of the cell
        tone = std::move(tone_);
        return std::move(*this);
    }
    RecordColumn hinted(Of<QString> hint_) && { ///< tooltip, also read aloud
        hint = std::move(hint_);
        return std::move(*this);
    }

    QString key;
    QString title;
    Of<QString> text;
    Qt::Alignment align;
    int width;
    bool isFilling = false;
    Of<SortKey> sortKey;
    Of<Tone> tone;
    Of<QString> hint;
};

class RecordModelBase : public QAbstractTableModel {
    Q_OBJECT
public:
    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) final;

    const QList<ColumnHead>& heads() const { return m_heads; }
    Uuid idOfRow(int row) const; ///< of the record shown in this row
    int rowOfId(const Uuid& id) const; ///< -1: not shown
    /// Rows of those of `ids` that are shown, ascending: one pass, however many are asked for.
    QList<int> rowsOfIds(const QSet<Uuid>& ids) const;
    virtual qsizetype recordCount() const = 0; ///< shown or not
    /// Records that are in memory; for a test that there are never very many.
    virtual qsizetype heldRecords() const = 0;

    /// What is shown, for copying and for export: one list a row, in the order of the columns.
    QStringList titles() const;
    QStringList textsOfRow(int row) const;

signals:
    /// From a model that does not sort by itself.
    void sortWanted();

protected:
    RecordModelBase(QList<ColumnHead> heads, QObject* parent);
    virtual QString textAt(int row, int column) const = 0;
    virtual Tone toneAt(int row, int column) const = 0;
    virtual QString hintAt(int row, int column) const = 0;
    virtual Uuid idAt(int row) const = 0;
    /// Another column or direction was chosen.
    virtual void sortAnew() = 0;

    int sortColumn() const { return m_sortColumn; } ///< -1: as the records come
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    qsizetype recordOfRow(int row) const { return m_order[static_cast<size_t>(row)]; }
    /// Shows the records that `order` gives, in its order; what was selected is found again by id.
    void showRecords(const std::function<std::vector<int>()>& order);
    /// Shows the same records in the order that `order` gives.
    void moveRecords(const std::function<std::vector<int>()>& order);

private:
    QList<ColumnHead> m_heads;
    std::vector<int> m_order; ///< position in the list of each row shown
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

template <typename R> QList<ColumnHead> headsOf(const QList<RecordColumn<R>>& columns) {
    QList<ColumnHead> heads;
    for (const auto& column : columns)
        heads.append({column.key, column.title, column.align, column.width, column.isFilling});
    return heads;
}

/// Positions by their keys, those of one key as they are.
void sortByKeys(std::vector<int>& positions, const std::function<SortKey(int position)>& key,
                Qt::SortOrder order);

template <typename R> class RecordModel final : public RecordModelBase {
public:
    RecordModel(QList<RecordColumn<R>> columns, std::function<Uuid(const R&)> id,
                QObject* parent = nullptr)
        : RecordModelBase(headsOf(columns), parent)
        , m_columns(std::move(columns))
        , m_id(std::move(id)) { }

    void setRecords(QList<R> records) {
        showRecords([&] {
            m_records = std::move(records);
            return arranged();
        });
    }
    const QList<R>& records() const { return m_records; }
    /// The record shown in this row.
    const R& record(int row) const { return m_records[recordOfRow(row)]; }
    const R* find(const Uuid& id) const {
        const int row = rowOfId(id);
        return row < 0 ? nullptr : &record(row);
    }
    void setFilter(std::function<bool(const R&)> filter) {
        m_filter = std::move(filter);
        showRecords([&] { return arranged(); });
    }

    qsizetype recordCount() const override { return m_records.size(); }
    qsizetype heldRecords() const override { return m_records.size(); }

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
    Uuid idAt(int row) const override { return m_id(record(row)); }
    void sortAnew() override {
        moveRecords([this] { return arranged(); });
    }

private:
    std::vector<int> arranged() const;

    QList<RecordColumn<R>> m_columns;
    std::function<Uuid(const R&)> m_id;
    std::function<bool(const R&)> m_filter;
    QList<R> m_records;
};

/// The key by which a text is sorted as people expect: by its reading.
SortKey textKey(const QString& text);

/// The key of a column for a record, given or made from its text.
template <typename R> SortKey keyOf(const RecordColumn<R>& column, const R& record) {
    return column.sortKey ? column.sortKey(record) : textKey(column.text(record));
}

// Which records are shown, in which order.
template <typename R> std::vector<int> RecordModel<R>::arranged() const {
    std::vector<int> order;
    order.reserve(static_cast<size_t>(m_records.size()));
    for (qsizetype i = 0; i < m_records.size(); ++i)
        if (!m_filter || m_filter(m_records[i])) order.push_back(int(i));
    if (sortColumn() >= 0)
        sortByKeys(
            order, [this](int i) { return keyOf(m_columns[sortColumn()], m_records[i]); },
            sortOrder());
    return order;
}

} // namespace baolei
