#include "core/forms/fonts.h"

#include <QFontDatabase>
#include <QHash>
#include <QSet>
#include <QTextLayout>
#include <array>
#include <vector>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kMeasuringSize = 1000;
constexpr char32_t kMissingMark = 0x3013; // 〓, the printers' mark for a missing type

struct Family {
    QString name;
    QFont::Weight weight = QFont::Normal;
    bool operator==(const Family&) const = default;
};

struct Face {
    Family family;
    QRawFont measured;
    QHash<int, QRawFont> sizes; ///< by size in 1/64 pixel
};

// GB/T 9704-2012 names the faces; Windows since 10 lacks several, hence the chains.
QList<Family> wanted(FontRole role) {
    switch (role) {
    case FontRole::Title:
        return {{u"方正小标宋简体"_s},
                {u"FZXiaoBiaoSong-B05S"_s},
                {u"华文中宋"_s, QFont::Bold},
                {u"STZhongsong"_s, QFont::Bold},
                {u"宋体"_s, QFont::Bold},
                {u"SimSun"_s, QFont::Bold},
                {u"Noto Serif CJK SC"_s, QFont::Bold}};
    case FontRole::Label:
        return {{u"黑体"_s}, {u"SimHei"_s}, {u"Noto Sans CJK SC"_s}};
    case FontRole::Body:
        return {{u"仿宋_GB2312"_s}, {u"FangSong_GB2312"_s}, {u"仿宋"_s},
                {u"FangSong"_s},    {u"STFangsong"_s},      {u"Noto Serif CJK SC"_s}};
    case FontRole::Kai:
        return {{u"楷体_GB2312"_s}, {u"KaiTi_GB2312"_s}, {u"楷体"_s},
                {u"KaiTi"_s},       {u"STKaiti"_s},      {u"Noto Serif CJK SC"_s}};
    case FontRole::Plain:
        break;
    }
    return {{u"宋体"_s}, {u"SimSun"_s}, {u"Noto Serif CJK SC"_s}};
}

QList<Family> gapFillers() {
    return {{u"宋体"_s},
            {u"SimSun"_s},
            {u"SimSun-ExtB"_s},
            {u"宋体-ExtB"_s},
            {u"微软雅黑"_s},
            {u"Microsoft YaHei"_s},
            {u"Noto Serif CJK SC"_s},
            {u"Noto Sans CJK SC"_s},
            {u"DejaVu Sans"_s}};
}

QFont fontOf(const Family& family) {
    QFont font;
    font.setFamilies({family.name});
    font.setWeight(family.weight);
    font.setPixelSize(int(kMeasuringSize));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

bool takesNoRoom(char32_t c) {
    return c < 0x20 || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF
        || (c >= 0xE0000 && c <= 0xE01EF);
}

} // namespace

struct Fonts::Private {
    using Block = std::array<Glyph, 256>;
    std::vector<Face> faces;
    std::array<QList<int>, kFontRoles> chains;
    std::array<std::array<std::unique_ptr<Block>, 0x1100>, kFontRoles> glyphs;
    std::set<char32_t> missing;

    int faceNumber(const Family& family, const QRawFont& raw) {
        for (size_t i = 0; i < faces.size(); ++i)
            if (faces[i].family == family) return int(i);
        faces.push_back({family, raw, {}});
        return int(faces.size()) - 1;
    }

    bool take(int number, char32_t c, Glyph& glyph) {
        const QRawFont& raw = faces[size_t(number)].measured;
        if (!raw.supportsCharacter(uint(c))) return false;
        const auto indexes = raw.glyphIndexesForString(QString::fromUcs4(&c, 1));
        if (indexes.isEmpty() || indexes.first() == 0) return false;
        const auto advances = raw.advancesForGlyphIndexes({indexes.first()});
        glyph = {indexes.first(), number, advances.first().x() / kMeasuringSize};
        return true;
    }

    // Whatever else is installed: Qt knows which face has the character.
    bool takeFromAnywhere(char32_t c, Glyph& glyph) {
        QTextLayout layout(QString::fromUcs4(&c, 1), fontOf({u"Noto Serif CJK SC"_s}));
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        const QList<QGlyphRun> runs = layout.glyphRuns();
        if (runs.isEmpty() || runs.first().glyphIndexes().value(0) == 0) return false;
        QRawFont raw = runs.first().rawFont();
        // Qt's empty box for what no font has is a face without tables, and without a name.
        if (raw.fontTable("cmap").isEmpty()) return false;
        raw.setPixelSize(kMeasuringSize);
        return take(faceNumber({raw.familyName() + u' ' + raw.styleName()}, raw), c, glyph);
    }

    Glyph look(FontRole role, char32_t c) {
        Glyph glyph;
        if (takesNoRoom(c)) return glyph;
        for (const int number : chains[size_t(role)])
            if (take(number, c, glyph)) return glyph;
        if (takeFromAnywhere(c, glyph)) return glyph;
        missing.insert(c);
        if (c != kMissingMark) return look(role, kMissingMark);
        return {0, chains[size_t(role)].value(0), 1};
    }
};

Fonts::Fonts()
    : d(std::make_unique<Private>()) {
    const QStringList list = QFontDatabase::families();
    const QSet<QString> installed(list.begin(), list.end());
    for (int role = 0; role < kFontRoles; ++role) {
        for (const Family& family : wanted(FontRole(role)) + gapFillers()) {
            if (!installed.contains(family.name)) continue;
            const QRawFont raw
                = QRawFont::fromFont(fontOf(family), QFontDatabase::SimplifiedChinese);
            const int number = raw.isValid() ? d->faceNumber(family, raw) : -1;
            QList<int>& chain = d->chains[size_t(role)];
            if (number >= 0 && !chain.contains(number)) chain.append(number);
        }
        if (!d->chains[size_t(role)].isEmpty()) continue;
        const QFont any;
        d->chains[size_t(role)].append(d->faceNumber({any.family()}, QRawFont::fromFont(any)));
    }
}

Fonts::~Fonts() = default;

const Glyph& Fonts::glyph(FontRole role, char32_t character) const {
    auto& block = d->glyphs[size_t(role)][(character >> 8) % 0x1100];
    if (!block) {
        block = std::make_unique<Private::Block>();
        for (Glyph& entry : *block)
            entry.face = -2; // not looked up yet
    }
    Glyph& entry = (*block)[character & 0xFF];
    if (entry.face == -2) entry = d->look(role, character);
    return entry;
}

qreal Fonts::width(FontRole role, QStringView text) const {
    qreal sum = 0;
    for (qsizetype i = 0; i < text.size();)
        sum += glyph(role, nextCharacter(text, i)).advance;
    return sum;
}

const QRawFont& Fonts::face(int number, qreal pixelSize) const {
    Face& face = d->faces[size_t(number)];
    QRawFont& raw = face.sizes[qRound(pixelSize * 64)];
    if (!raw.isValid()) {
        raw = face.measured;
        raw.setPixelSize(pixelSize);
    }
    return raw;
}

QString Fonts::family(FontRole role) const {
    return faceName(d->chains[size_t(role)].value(0));
}

QString Fonts::faceName(int number) const {
    return d->faces[size_t(number)].measured.familyName();
}

const std::set<char32_t>& Fonts::missing() const {
    return d->missing;
}

} // namespace baolei
