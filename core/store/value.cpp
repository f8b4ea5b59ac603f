#include "core/store/value.h"

namespace baolei {

bool isDefault(const Value& value) {
    if (const auto* number = std::get_if<qint64>(&value)) return *number == 0;
    if (const auto* text = std::get_if<QString>(&value)) return text->isEmpty();
    return isNull(value);
}

qint64 integerIn(const Value& value) {
    const auto* number = std::get_if<qint64>(&value);
    return number ? *number : 0;
}

QString textIn(const Value& value) {
    const auto* text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

QByteArray bytesIn(const Value& value) {
    const auto* bytes = std::get_if<QByteArray>(&value);
    return bytes ? *bytes : QByteArray();
}

} // namespace baolei
