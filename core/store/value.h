#pragma once
// What a cell can hold, and how the types of records become cells. Integers, never doubles.

#include "core/base/id.h"
#include "core/base/partial_date.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <optional>
#include <type_traits>
#include <variant>

namespace baolei {

/// Nothing, a whole number, a text, or bytes.
using Value = std::variant<std::monostate, qint64, QString, QByteArray>;

inline bool isNull(const Value& value) {
    return value.index() == 0;
}
/// Nothing, 0 or an empty text: what a column added by a later migration holds for older rows.
bool isDefault(const Value& value);
qint64 integerIn(const Value& value); ///< 0 where there is none
QString textIn(const Value& value); ///< empty where there is none
QByteArray bytesIn(const Value& value); ///< empty where there is none

template <typename T> struct Codec;

template <typename T>
requires std::is_integral_v<T> || std::is_enum_v<T>
struct Codec<T> {
    static Value toValue(T number) { return static_cast<qint64>(number); }
    static T fromValue(const Value& value) { return static_cast<T>(integerIn(value)); }
};

template <> struct Codec<QString> {
    // A null text is stored as an empty one: columns of text are NOT NULL.
    static Value toValue(const QString& text) { return text.isNull() ? QStringLiteral("") : text; }
    static QString fromValue(const Value& value) { return textIn(value); }
};

template <> struct Codec<QByteArray> {
    static Value toValue(const QByteArray& bytes) {
        return bytes.isEmpty() ? Value{} : Value{bytes};
    }
    static QByteArray fromValue(const Value& value) { return bytesIn(value); }
};

template <> struct Codec<Uuid> {
    static Value toValue(const Uuid& id) { return id.isNull() ? Value{} : Value{id.toBytes()}; }
    static Uuid fromValue(const Value& value) { return Uuid::fromBytes(bytesIn(value)); }
};

template <typename T> struct Codec<Id<T>> {
    static Value toValue(const Id<T>& id) { return Codec<Uuid>::toValue(id.value); }
    static Id<T> fromValue(const Value& value) { return {Codec<Uuid>::fromValue(value)}; }
};

template <> struct Codec<QDate> {
    static Value toValue(QDate day) {
        return day.isValid() ? Value{day.toString(Qt::ISODate)} : Value{};
    }
    static QDate fromValue(const Value& value) {
        return QDate::fromString(textIn(value), Qt::ISODate);
    }
};

template <> struct Codec<PartialDate> {
    static Value toValue(const PartialDate& date) {
        return date.isNull() ? Value{} : Value{date.text()};
    }
    static PartialDate fromValue(const Value& value) {
        return PartialDate::fromText(textIn(value));
    }
};

/// Instants are kept in UTC to the second: 2026-11-23T08:40:11Z. A clock time without a zone
/// (Qt::LocalTime), as of a meeting, is kept as it was written: 2026-11-23T08:40:11.
template <> struct Codec<QDateTime> {
    static Value toValue(const QDateTime& time) {
        return time.isValid() ? Value{time.toString(Qt::ISODate)} : Value{};
    }
    static QDateTime fromValue(const Value& value) {
        return QDateTime::fromString(textIn(value), Qt::ISODate);
    }
};

template <typename T> struct Codec<std::optional<T>> {
    static Value toValue(const std::optional<T>& it) {
        return it ? Codec<T>::toValue(*it) : Value{};
    }
    static std::optional<T> fromValue(const Value& value) {
        if (isNull(value)) return std::nullopt;
        return Codec<T>::fromValue(value);
    }
};

template <typename T> Value toValue(const T& it) {
    return Codec<T>::toValue(it);
}

} // namespace baolei
