#include "core/base/id.h"

#include <QRandomGenerator>
#include <cstring>
#include <mutex>

namespace baolei {

Uuid Uuid::fromBytes(QByteArrayView raw) {
    Uuid id;
    if (raw.size() == 16) std::memcpy(id.bytes.data(), raw.data(), 16);
    return id;
}

Uuid Uuid::fromText(QStringView text) {
    const QByteArray hex = text.toString().remove(u'-').toLatin1();
    const QByteArray raw = QByteArray::fromHex(hex);
    return hex.size() == 32 && raw.toHex() == hex.toLower() ? fromBytes(raw) : Uuid{};
}

QString Uuid::toText() const {
    QString hex = QString::fromLatin1(toBytes().toHex());
    for (const int at : {20, 16, 12, 8})
        hex.insert(at, u'-');
    return hex;
}

size_t qHash(const Uuid& id, size_t seed) noexcept {
    // The tail is random; the head is time.
    quint64 head = 0;
    quint64 tail = 0;
    std::memcpy(&head, id.bytes.data(), 8);
    std::memcpy(&tail, id.bytes.data() + 8, 8);
    return ::qHash(head ^ tail, seed);
}

Uuid newUuid(qint64 unixMs) {
    // A 12-bit counter follows the milliseconds; when it is used up, or the clock went back,
    // the milliseconds are moved on by one, so that order never depends on the clock.
    static std::mutex guard;
    static qint64 lastMs = 0;
    static quint32 counter = 0;
    qint64 ms = 0;
    quint32 step = 0;
    {
        const std::lock_guard lock(guard);
        if (unixMs > lastMs) {
            lastMs = unixMs;
            counter = 0;
        } else if (++counter > 0xFFF) {
            ++lastMs;
            counter = 0;
        }
        ms = lastMs;
        step = counter;
    }
    Uuid id;
    for (size_t i = 0; i < 6; ++i)
        id.bytes[i] = static_cast<unsigned char>(ms >> (8 * (5 - i)));
    id.bytes[6] = static_cast<unsigned char>(0x70 | (step >> 8));
    id.bytes[7] = static_cast<unsigned char>(step & 0xFF);
    const quint64 random = QRandomGenerator::global()->generate64();
    std::memcpy(id.bytes.data() + 8, &random, 8);
    id.bytes[8] = static_cast<unsigned char>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

} // namespace baolei
