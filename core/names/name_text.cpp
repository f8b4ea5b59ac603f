#include "core/names/name_text.h"

#include "core/names/characters.h"

#include <QList>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr char32_t kDot = U'\u00b7';

bool isInvisible(char32_t c) {
    const auto category = QChar::category(c);
    const bool variant = (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    return variant || category == QChar::Other_Format || category == QChar::Other_Control;
}

bool isSpace(char32_t c) {
    constexpr char32_t kHangulFiller = 0x3164; // drawn as nothing, and typed as a space
    return QChar::isSpace(c) || c == kHangulFiller;
}

bool isDot(char32_t c) {
    return QStringView(u"·•・‧∙⋅●．.｡。･").contains(QChar(char16_t(c))) && c < 0x10000;
}

/// The character that is meant by a radical, a compatibility form or an old private code.
char32_t meant(char32_t c) {
    constexpr char32_t kOldGbkYan = 0xe863; // GBK fonts before Unicode 3.0 had 䶮 here
    if (c == kOldGbkYan) return U'䶮';
    const bool radical = c >= 0x2f00 && c <= 0x2fdf;
    const bool compatible = (c >= 0xf900 && c <= 0xfaff) || (c >= 0x2f800 && c <= 0x2fa1f);
    if (!radical && !compatible) return c;
    const QList<uint> plain = QChar::decomposition(c).toUcs4();
    return plain.size() == 1 ? char32_t(plain.first()) : c;
}

/// Visible characters, each run of spaces as one, none at the ends.
QList<char32_t> visible(QStringView name) {
    QList<char32_t> out;
    bool spaceBefore = false;
    for (const uint raw : name.toUcs4()) {
        if (isSpace(raw)) {
            spaceBefore = !out.isEmpty();
        } else if (!isInvisible(raw)) {
            if (spaceBefore) out.append(U' ');
            spaceBefore = false;
            out.append(meant(raw));
        }
    }
    return out;
}

} // namespace

QString cleanName(QStringView name) {
    QList<char32_t> text = visible(name);
    if (std::any_of(text.begin(), text.end(), isHan)) text.removeAll(U' ');
    for (qsizetype i = 1; i + 1 < text.size(); ++i)
        if (isDot(text[i]) && isHan(text[i - 1]) && isHan(text[i + 1])) text[i] = kDot;
    return QString::fromUcs4(text.constData(), text.size());
}

bool isHanName(QStringView cleanedName) {
    const QList<uint> text = cleanedName.toUcs4();
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](uint c) { return isHan(c) || c == kDot; });
}

} // namespace baolei
