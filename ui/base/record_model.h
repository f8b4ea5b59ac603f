#pragma once
// The one table model: a list of records and a list of columns. Texts are made when they are drawn,
// so 300,000 rows cost what their records cost. Sorting and filtering move positions, not records.
//
//   auto* model = new RecordModel<Person>({
//       {u"name"_s, tr("姓名"), [](const Person& p) { return p.name; }},
//       RecordColumn<Person>(u"age"_s, tr("年龄"), ageText).right().sortedBy(ageKey),
//   }, [](const Person& p) { return p.id.value; }, this);
//   model->setRecords(people);

#include "core/base/id.h"
#include "ui/base/theme.h"

#include <QAbstractTableModel>
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
    qsizetype recordCount() const { return count(); } ///< shown or not
    /// Shows only the records that pass; none set: all.
    void refilter();

    /// What is shown, for copying and for export: one list a row, in the order of the columns.
    QStringList titles() const;
    QStringList textsOfRow(int row) const;

protected:
    RecordModelBase(QList<ColumnHead> heads, QObject* parent);
    virtual qsizetype count() const = 0;
    virtual QString textAt(qsizetype record, int column) const = 0;
    virtual SortKey keyAt(qsizetype record, int column) const = 0;
    virtual Tone toneAt(qsizetype record, int column) const = 0;
    virtual QString hintAt(qsizetype record, int column) const = 0;
    virtual Uuid idAt(qsizetype record) const = 0;
    virtual bool passes(qsizetype record) const = 0;

    /// Around replacing the records.
    void beginReplace();
    void endReplace();
    qsizetype recordOfRow(int row) const { return m_order[static_cast<size_t>(row)]; }

private:
    void arrange();

    QList<ColumnHead> m_heads;
    std::vector<int> m_order; ///< position in the list of each row shown
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

template <typename R> class RecordModel final : public RecordModelBase {
public:
    RecordModel(QList<RecordColumn<R>> columns, std::function<Uuid(const R&)> id,
                QObject* parent = nullptr)
        : RecordModelBase(headsOf(columns), parent)
        , m_columns(std::move(columns))
        , m_id(std::move(id)) { }

    void setRecords(QList<R> records) {
        beginReplace();
        m_records = std::move(records);
        endReplace();
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
        refilter();
    }

protected:
    qsizetype count() const override { return m_records.size(); }
    QString textAt(qsizetype record, int column) const override {
        return m_columns[column].text(m_records[record]);
    }
    SortKey keyAt(qsizetype record, int column) const override;
    Tone toneAt(qsizetype record, int column) const override {
        const auto& tone = m_columns[column].tone;
        return tone ? tone(m_records[record]) : Tone::Text;
    }
    QString hintAt(qsizetype record, int column) const override {
        const auto& hint = m_columns[column].hint;
        return hint ? hint(m_records[record]) : QString();
    }
    Uuid idAt(qsizetype record) const override { return m_id(m_records[record]); }
    bool passes(qsizetype record) const override {
        return !m_filter || m_filter(m_records[record]);
    }

private:
    static QList<ColumnHead> headsOf(const QList<RecordColumn<R>>& columns) {
        QList<ColumnHead> heads;
        for (const auto& column : columns)
            heads.append({column.key, column.title, column.align, column.width, column.isFilling});
        return heads;
    }

    QList<RecordColumn<R>> m_columns;
    std::function<Uuid(const R&)> m_id;
    std::function<bool(const R&)> m_filter;
    QList<R> m_records;
};

/// The key by which a text is sorted as people expect: by its reading.
SortKey textKey(const QString& text);

template <typename R> SortKey RecordModel<R>::keyAt(qsizetype record, int column) const {
    const auto& key = m_columns[column].sortKey;
    return key ? key(m_records[record]) : textKey(textAt(record, column));
}

} // namespace baolei
