#include "core/forms/line_break.h"

namespace baolei {

namespace {

constexpr qreal kRounding = 1e-6;
constexpr int kLongestCluster = 12; // a family of four with its joiners has 7; no end is a prank
constexpr qreal kGrowingScale = 0.85;
constexpr qreal kSingleLineScale = 0.85;

// The full-width marks are spelt out: ,;:?!) and ( look like their narrow brothers in many editors.
bool mayNotBegin(char32_t c) {
    static const QString marks = QStringLiteral(u"\uFF0C\uFF1B\uFF1A\uFF1F\uFF01\uFF09\uFF05\uFF5E"
                                                "\u3002\u3001》〉」』】〕〗\u201D\u2019‰℃…—·–々"
                                                ",.;:?!)]}%~/");
    return c < 0x10000 && marks.contains(QChar(char16_t(c)));
}

bool mayNotEnd(char32_t c) {
    static const QString marks = QStringLiteral(u"\uFF08《〈「『【〔〖\u201C\u2018([{¥$#");
    return c < 0x10000 && marks.contains(QChar(char16_t(c)));
}

bool isWordPart(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.'
        || c == '-' || c == '_' || c == '@' || c == ':' || c == 0x2013 || (c >= 0xC0 && c < 0x250);
}

/// Marks over or behind a letter, variants, and what joins emoji: one character to the reader.
bool isOneWith(char32_t before, char32_t after) {
    constexpr char32_t kJoiner = 0x200D;
    const bool tone = after >= 0x1F3FB && after <= 0x1F3FF;
    return before == kJoiner || after == kJoiner || tone || QChar::isMark(after);
}

bool mayBreakBetween(char32_t before, char32_t after) {
    if (isOneWith(before, after)) return false;
    if (after == ' ') return false; // blanks hang at the end of the line before
    if (before == ' ') return !mayNotBegin(after);
    if (mayNotBegin(after) || mayNotEnd(before)) return false;
    return !(isWordPart(before) && isWordPart(after));
}

// Breaks one paragraph, [from, until) of `text`.
void breakParagraph(const Fonts& fonts, FontRole role, QStringView text, BrokenLine paragraph,
                    QList<BrokenLine>& lines, qreal limit) {
    const qsizetype until = paragraph.start + paragraph.length;
    qsizetype lineStart = paragraph.start, breakAt = -1, at = lineStart;
    qreal width = 0, inked = 0, widthAtBreak = 0; // blanks that hang at a line's end do not count
    char32_t before = 0;
    int joined = 0; // characters since the last that stands for itself
    while (at < until) {
        qsizetype next = at;
        const char32_t c = nextCharacter(text, next);
        const qreal advance = fonts.glyph(role, c).advance;
        if (at > lineStart && mayBreakBetween(before, c)) {
            breakAt = at;
            widthAtBreak = inked;
        }
        joined = isOneWith(before, c) ? joined + 1 : 0;
        const bool mayBreak = joined == 0 || joined > kLongestCluster;
        if (at > lineStart && c != ' ' && mayBreak && width + advance > limit + kRounding) {
            const qsizetype end = breakAt > lineStart ? breakAt : at;
            lines.append({lineStart, end - lineStart, end == breakAt ? widthAtBreak : inked});
            lineStart = at = end;
            breakAt = -1;
            width = inked = 0;
            before = 0;
            joined = 0;
            continue;
        }
        width += advance;
        if (c != ' ') inked = width;
        before = c;
        at = next;
    }
    lines.append({lineStart, until - lineStart, width});
}
}

QList<BrokenLine> brokenLines(const Fonts& fonts, FontRole role, QStringView text, qreal width) {
    QList<BrokenLine> lines;
    if (text.isEmpty()) return lines;
    qsizetype start = 0;
    while (start <= text.size()) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0) end = text.size();
        breakParagraph(fonts, role, text, {start, end - start, 0}, lines, width);
        start = end + 1;
    }
    return lines;
}

FittedText fittedText(const Fonts& fonts, FontRole role, QStringView text, qreal size,
                      qreal leading, QSizeF room) {
    // A little smaller on one line looks better than broken for the last character.
    const qreal whole = text.contains(u'\n') ? 0 : fonts.width(role, text);
    const qreal widest = whole * size * kMillimetresPerPoint;
    if (widest > room.width() && widest * kSingleLineScale <= room.width())
        return {size * room.width() / widest * (1 - kRounding), {{0, text.size(), whole}}};
    for (int percent = 100; percent >= 70; percent -= 5) {
        FittedText fit{size * percent / 100, {}};
        const qreal em = fit.size * kMillimetresPerPoint;
        fit.lines = brokenLines(fonts, role, text, room.width() / em);
        // A single line needs no leading around it.
        const qreal height
            = fit.lines.size() == 1 ? em : qreal(fit.lines.size()) * em * qMin(leading, 1.2);
        if (height <= room.height() + kRounding) return fit;
    }
    FittedText fit{size * kGrowingScale, {}};
    fit.lines = brokenLines(fonts, role, text, room.width() / (fit.size * kMillimetresPerPoint));
    return fit;
}

} // namespace baolei
