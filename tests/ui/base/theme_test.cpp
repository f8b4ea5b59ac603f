#include "ui/base/theme.h"

#include "tests/ui/support.h"
#include "ui/base/icons.h"
#include "ui/base/status.h"

#include <QDir>
#include <QImageReader>
#include <QLabel>
#include <cmath>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
double luminance(const QColor& colour) {
    const auto part
        = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF())
        + 0.0722 * part(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double bright = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (bright + 0.05) / (dark + 0.05);
}
}

TEST(Theme, keepsContrastInBothShades) {
    const OwnSettings settings;
    for (const bool dark : {false, true}) {
        setDark(dark);
        for (const Tone ink : {Tone::Text, Tone::Secondary, Tone::Done, Tone::Due, Tone::Missing,
                               Tone::Exempt, Tone::Honour})
            EXPECT_GE(contrast(colourOf(ink), colourOf(Tone::Card)), 4.49)
                << int(ink) << (dark ? " dark" : " light");
        EXPECT_GE(contrast(colourOf(Tone::OnAccent), colourOf(Tone::Accent)), 4.5);
        EXPECT_GE(contrast(colourOf(Tone::Text), colourOf(Tone::Selection)), 4.5);
    }
    setDark(false);
}

TEST(Theme, largeTypeGrowsEverythingAtOnceAndIsKept) {
    const OwnSettings settings;
    QWidget window;
    QLabel body(u"正文"_s, &window);
    QLabel title(u"标题"_s, &window);
    QPushButton button(u"按钮"_s, &window);
    setTypeRole(&title, TypeRole::Title);
    window.show();
    const double bodySize = body.font().pointSizeF();
    const double titleSize = title.font().pointSizeF();
    const int height = button.sizeHint().height();
    EXPECT_DOUBLE_EQ(bodySize, 10.5);
    setLargeType(true);
    EXPECT_NEAR(body.font().pointSizeF(), bodySize * 1.35, 0.01);
    EXPECT_NEAR(title.font().pointSizeF(), titleSize * 1.35, 0.01);
    EXPECT_EQ(height, 32);
    EXPECT_EQ(button.sizeHint().height(), 40);
    EXPECT_TRUE(uiSetting(u"type/large"_s).toBool());
    setLargeType(false);
    EXPECT_NEAR(title.font().pointSizeF(), titleSize, 0.01);
}

TEST(Theme, inkFollowsTheShade) {
    const OwnSettings settings;
    QLabel label(u"缺"_s);
    setInk(&label, Tone::Missing);
    EXPECT_EQ(label.palette().color(QPalette::WindowText), colourOf(Tone::Missing));
    setDark(true);
    EXPECT_EQ(label.palette().color(QPalette::WindowText), colourOf(Tone::Missing));
    setDark(false);
}

TEST(Status, hasASymbolOfItsOwn) {
    QSet<QString> symbols;
    QSet<QString> names;
    for (int i = 0; i <= int(Status::Exempt); ++i) {
        symbols.insert(symbolOf(Status(i)));
        names.insert(nameOf(Status(i)));
    }
    EXPECT_EQ(symbols.size(), 8);
    EXPECT_EQ(names.size(), 8);
}

TEST(Icons, areAllDrawn) {
    if (!QImageReader::supportedImageFormats().contains("svg"))
        GTEST_SKIP() << "NO SVG PLUGIN: the icons are not drawn";
    const QDir folder(u":/icons"_s);
    ASSERT_GT(folder.entryList().size(), 20);
    for (const QString& file : folder.entryList()) {
        const QImage image = icon(file.chopped(4)).pixmap(20, 20).toImage();
        ASSERT_FALSE(image.isNull()) << file.toStdString();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                inked += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
        EXPECT_GT(inked, 8) << file.toStdString();
    }
}

} // namespace baolei
