#include "core/base/normal_text.h"

#include <algorithm>

namespace baolei {

namespace {

constexpr char32_t kUnreadable = 0xfffd;

/// Nearly all that is ever written, and nothing to do.
bool isOrdinary(QChar c) {
    const char16_t code = c.unicode();
    return (code >= 0x20 && code < 0x7f) || (code >= 0x3000 && code < 0xd800) || code == u'\n';
}

bool isLineEnd(char32_t c) {
    return c == U'\n' || c == U'\r' || c == U'\v' || c == U'\f' || c == 0x85 || c == 0x2028
        || c == 0x2029;
}

/// Controls, and marks that take no room and say nothing to a reader. U+200C and U+200D join emoji
/// and are no part of this.
bool isLeftOut(char32_t c) {
    const bool control = (c < 0x20 && c != U'\t') || (c >= 0x7f && c < 0xa0);
    const bool direction
        = c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e);
    const bool invisible = c == 0xad || c == 0x200b || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
    const bool noCharacter = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
    return control || direction || invisible || noCharacter;
}

void append(QString& out, char32_t c) {
    out += QChar::fromUcs4(c);
}

} // namespace

QString normalText(const QString& text) {
    const auto strange = std::find_if_not(text.begin(), text.end(), isOrdinary);
    if (strange == text.end()) return text;
    QString out = text.first(strange - text.begin());
    for (qsizetype i = out.size(); i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t whole = QChar::surrogateToUcs4(c, text[++i]);
            if (!isLeftOut(whole)) append(out, whole);
        } else if (c.isSurrogate()) {
            append(out, kUnreadable);
        } else if (isLineEnd(c.unicode())) {
            if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') ++i;
            out += u'\n';
        } else if (!isLeftOut(c.unicode())) {
            out += c;
        }
    }
    return out;
}

QString normalLine(const QString& text) {
    QString line = normalText(text);
    if (line.contains(u'\n') || line.contains(u'\t'))
        line.replace(u'\n', u' ').replace(u'\t', u' ');
    return line;
}

QString startOf(const QString& text, qsizetype units) {
    if (text.size() <= units) return text;
    return text.first(units > 0 && text[units - 1].isHighSurrogate() ? units - 1 : units);
}

} // namespace baolei
