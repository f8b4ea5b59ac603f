#include "core/people/cell_text.h"

#include "core/base/normal_text.h"

#include <QSet>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

bool isInvisible(QChar c) {
    return c.category() == QChar::Other_Format
        || (c.category() == QChar::Other_Control && !c.isSpace());
}

/// Visible ASCII and the common Chinese characters: nearly all that files hold, and nothing to do.
bool isPlain(QChar c) {
    return (c > u' ' && c <= u'~') || (c >= QChar(0x4e00) && c <= QChar(0x9fff));
}

bool isPlain(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return isPlain(c); });
}

QChar plainCharacter(QChar c) {
    if (c >= u'！' && c <= u'～') return QChar(char16_t(c.unicode() - u'！' + u'!'));
    if (c.isSpace()) return u' ';
    return c;
}

} // namespace

QString plainCell(QStringView text) {
    if (isPlain(text)) return text.toString();
    QString out;
    out.reserve(text.size());
    for (const QChar c : normalText(text.toString()))
        if (!isInvisible(c)) out += plainCharacter(c);
    return out.trimmed();
}

QString compactCell(QStringView text) {
    if (isPlain(text)) return text.toString();
    return plainCell(text).remove(u' ');
}

bool isWordForNothing(QStringView text) {
    static const QSet<QString> words{u""_s,   u"无"_s, u"没有"_s, u"暂无"_s, u"空"_s,   u"/"_s,
                                     u"\\"_s, u"-"_s,  u"--"_s,   u"—"_s,    u"——"_s,   u"－"_s,
                                     u"–"_s,  u"──"_s, u"N/A"_s,  u"NULL"_s, u"无。"_s, u"'"_s};
    constexpr qsizetype kLongestWord = 4;
    if (text.size() > kLongestWord && isPlain(text)) return false;
    return words.contains(compactCell(text).toUpper());
}

bool isSpreadsheetError(QStringView text) {
    static const QSet<QString> words{u"#N/A"_s,    u"#REF!"_s,  u"#VALUE!"_s,      u"#NAME?"_s,
                                     u"#DIV/0!"_s, u"#NUM!"_s,  u"#NULL!"_s,       u"#SPILL!"_s,
                                     u"#CALC!"_s,  u"#DATA!"_s, u"#GETTING_DATA"_s};
    if (!text.trimmed().startsWith(u'#')) return false;
    const QString word = compactCell(text).toUpper();
    const bool isNarrow = word.size() > 2 && word.count(u'#') == word.size();
    return isNarrow || words.contains(word);
}

std::optional<bool> readYesNo(QStringView text) {
    static const QSet<QString> yes{u"是"_s, u"有"_s,  u"√"_s, u"✓"_s, u"✔"_s,    u"对"_s,
                                   u"Y"_s,  u"YES"_s, u"1"_s, u"T"_s, u"TRUE"_s, u"☑"_s};
    static const QSet<QString> no{u"否"_s, u"无"_s, u"×"_s, u"✗"_s, u"不是"_s,  u"没有"_s, u"非"_s,
                                  u"N"_s,  u"NO"_s, u"0"_s, u"F"_s, u"FALSE"_s, u"☐"_s};
    const QString word = compactCell(text).toUpper();
    if (yes.contains(word)) return true;
    if (no.contains(word)) return false;
    return std::nullopt;
}

} // namespace baolei
