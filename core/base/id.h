#pragma once
// Keys of rows: UUIDv7 (RFC 9562), 16 bytes, made without coordination and growing with time.

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <array>
#include <compare>

namespace baolei {

struct Uuid {
    std::array<unsigned char, 16> bytes{};
    bool isNull() const { return bytes == std::array<unsigned char, 16>{}; }
    auto operator<=>(const Uuid&) const = default;
    /// Exactly 16 bytes; anything else gives the null id.
    static Uuid fromBytes(QByteArrayView raw);
    /// 32 hexadecimal digits, with or without hyphens; anything else gives the null id.
    static Uuid fromText(QStringView text);
    QByteArray toBytes() const { return {reinterpret_cast<const char*>(bytes.data()), 16}; }
    QString toText() const; ///< 8-4-4-4-12
};

size_t qHash(const Uuid& id, size_t seed = 0) noexcept;

/// A new key; keys made by one process grow strictly, also when the clock is set back.
/// `unixMs`: milliseconds since 1970, from the injected clock.
Uuid newUuid(qint64 unixMs);

/// An id that names its kind of record: Id<Person> does not convert to Id<Organisation>.
template <typename T> struct Id {
    Uuid value;
    bool isNull() const { return value.isNull(); }
    auto operator<=>(const Id&) const = default;
};

template <typename T> size_t qHash(const Id<T>& id, size_t seed = 0) noexcept {
    return qHash(id.value, seed);
}

} // namespace baolei
