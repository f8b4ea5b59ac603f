#pragma once
// A record is a plain struct and one descriptor: the only place that lists its columns.
//
//   struct Hamlet { Id<Hamlet> id; QString name; QString phone; };
//   template <> const Table& tableOf<Hamlet>();     // in the .cpp:
//   static const Table table{"hamlet", tr("自然村"), {
//       column("id", "编号", &Hamlet::id), column("name", "名称", &Hamlet::name),
//       column("phone", "电话", &Hamlet::phone).asPrivate() }};
//
// The first column is the key. `deleted_at` belongs to every table and to no struct.

#include "core/store/value.h"

#include <QList>
#include <functional>

namespace baolei {

/// How many characters a text may have: on one line, a name, and over many lines (a cell of a sheet
/// holds 32,767).
inline constexpr int kLongestLine = 1000;
inline constexpr int kLongestName = 100;
inline constexpr int kLongestText = 30'000;

struct Column {
    QByteArray name; ///< as in the schema
    QString title; ///< as people call it
    bool isPrivate = false; ///< never on a disclosure sheet, in a log or in an error message
    int longest = kLongestLine; ///< characters of a text; more are refused, never cut
    bool hasLines = false; ///< a text may have line ends
    QByteArray group; ///< columns of one group win or lose together in a merge
    std::function<Value(const void*)> read;
    std::function<void(void*, const Value&)> write;

    Column asPrivate() && {
        isPrivate = true;
        return std::move(*this);
    }
    Column inGroup(QByteArray name_) && {
        group = std::move(name_);
        return std::move(*this);
    }
    Column upTo(int characters) && {
        longest = characters;
        return std::move(*this);
    }
    Column withLines(int characters = kLongestText) && {
        hasLines = true;
        longest = characters;
        return std::move(*this);
    }
};

template <typename R, typename T> Column column(QByteArray name, QString title, T R::*member) {
    Column made;
    made.name = std::move(name);
    made.title = std::move(title);
    made.read = [member](const void* record) {
        return Codec<T>::toValue(static_cast<const R*>(record)->*member);
    };
    made.write = [member](void* record, const Value& value) {
        static_cast<R*>(record)->*member = Codec<T>::fromValue(value);
    };
    return made;
}

class Table {
public:
    Table(QByteArray name, QString title, QList<Column> columns);

    const QByteArray& name() const { return m_name; }
    const QString& title() const { return m_title; }
    const QList<Column>& columns() const { return m_columns; }
    const Column* find(QByteArrayView column) const; ///< null where there is none
    /// "p.id, p.name, …", or without the prefix where it is empty.
    QByteArray columnList(const QByteArray& prefix = {}) const;

    /// Prepared once: all by position, the key first.
    const QByteArray& insertSql() const { return m_insert; }
    const QByteArray& selectSql() const { return m_select; }
    /// Positions of the columns in the order of their names: the order in which they are hashed.
    const QList<qsizetype>& hashOrder() const { return m_hashOrder; }

private:
    QByteArray m_name;
    QString m_title;
    QList<Column> m_columns;
    QByteArray m_insert;
    QByteArray m_select;
    QList<qsizetype> m_hashOrder;
};

/// Each record type specialises this.
template <typename T> const Table& tableOf();

/// A text in the form in which `column` keeps it (normalText, on one line unless it has lines);
/// other values as they are.
Value normalValue(const Column& column, Value value);

/// Whether `value` has more characters than `column` takes, and how to say so.
bool isTooLong(const Column& column, const Value& value);
QString tooLongText(const Column& column, const Value& value);

/// The cells of `record`, in the order of its descriptor and in the form in which they are kept.
template <typename T> QList<Value> valuesOf(const T& record) {
    QList<Value> values;
    const auto& columns = tableOf<T>().columns();
    values.reserve(columns.size());
    for (const Column& column : columns)
        values.append(normalValue(column, column.read(&record)));
    return values;
}

template <typename T> T recordFrom(const QList<Value>& values) {
    T record;
    const auto& columns = tableOf<T>().columns();
    for (qsizetype i = 0; i < columns.size(); ++i)
        columns[i].write(&record, values[i]);
    return record;
}

} // namespace baolei
