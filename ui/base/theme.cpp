#include "ui/base/theme.h"

#include "ui/base/plain_texts.h"
#include "ui/base/style_sheet.h"
#include "ui/base/ui_settings.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QProxyStyle>
#include <QSettings>
#include <QWidget>
#include <array>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr qreal kBodyPoints = 10.5;
constexpr qreal kTitlePoints = 13;
constexpr qreal kSmallPoints = 9.5;
constexpr qreal kFigurePoints = 20;
constexpr qreal kLargeFactor = 1.35;
const QString kLargeTypeKey = u"type/large"_s;

struct Shades {
    QRgb light;
    QRgb dark;
};

// In the order of Tone. Ink on cards keeps 4.5:1 in both columns.
constexpr std::array<Shades, 14> kShades{{
    {0xFFF6F6F4, 0xFF1B1D20}, // Window
    {0xFFFFFFFF, 0xFF25282C}, // Card
    {0xFF1F2328, 0xFFE6E8EB}, // Text
    {0xFF656D76, 0xFFA3ABB4}, // Secondary
    {0xFFD8DEE4, 0xFF3D4249}, // Line
    {0xFFC8161D, 0xFFC8161D}, // Accent
    {0xFFFFFFFF, 0xFFFFFFFF}, // OnAccent
    {0xFFFBE6E6, 0xFF4A2628}, // Selection
    {0xFFEEEEEB, 0xFF30343A}, // Hover
    {0xFF1A7F37, 0xFF5BC777}, // Done
    {0xFF9A6700, 0xFFE0A93B}, // Due
    {0xFFC8161D, 0xFFFF8A85}, // Missing
    {0xFF6E7781, 0xFF9AA3AD}, // Exempt
    {0xFF8F6A08, 0xFFE0B43C}, // Honour
}};

struct Look {
    bool isLarge = false;
    bool isDark = false;
};
// The look of the running program, as the application's own palette and font are.
Look look;

// Sizes that Fusion keeps in pixels grow with the type as well.
class ScaledStyle final : public QProxyStyle {
public:
    ScaledStyle()
        : QProxyStyle(u"Fusion"_s) { }
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override {
        switch (metric) {
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_ListViewIconSize:
            return scaled(20);
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
            return scaled(16);
        case PM_FocusFrameHMargin: // left and right of the text in a cell
            return space::small - 2;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override {
        if (hint == SH_ToolTip_WakeUpDelay) return 400;
        if (hint == SH_ComboBox_Popup) return 0; // a list below the field, not over it
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

QFont fontOfSize(qreal points) {
    QFont font = QApplication::font();
    font.setFamilies({u"Microsoft YaHei UI"_s, u"Microsoft YaHei"_s, u"微软雅黑"_s,
                      u"Noto Sans CJK SC"_s, u"sans-serif"_s});
    font.setPointSizeF(points * (look.isLarge ? kLargeFactor : 1.0));
    return font;
}

QPalette paletteOfLook() {
    const QColor text = colourOf(Tone::Text);
    const QColor faint = colourOf(Tone::Secondary);
    QPalette palette;
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor ink = group == QPalette::Disabled ? faint : text;
        palette.setColor(group, QPalette::Window, colourOf(Tone::Window));
        palette.setColor(group, QPalette::Base, colourOf(Tone::Card));
        palette.setColor(group, QPalette::AlternateBase, colourOf(Tone::Window));
        palette.setColor(group, QPalette::Button, colourOf(Tone::Card));
        palette.setColor(group, QPalette::ToolTipBase, colourOf(Tone::Card));
        palette.setColor(group, QPalette::Highlight, colourOf(Tone::Selection));
        palette.setColor(group, QPalette::Link, colourOf(Tone::Missing));
        palette.setColor(group, QPalette::PlaceholderText, faint);
        palette.setColor(group, QPalette::Mid, colourOf(Tone::Line));
        palette.setColor(group, QPalette::Midlight, colourOf(Tone::Line));
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                QPalette::ToolTipText, QPalette::HighlightedText})
            palette.setColor(group, role, ink);
    }
    return palette;
}

// Widgets whose type is not the body's are set again whenever the body changes.
class TypeFollower final : public QObject {
public:
    explicit TypeFollower(QObject* parent)
        : QObject(parent) { }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ApplicationFontChange
            || event->type() == QEvent::ApplicationPaletteChange)
            follow(static_cast<QWidget*>(watched));
        return false;
    }
    static void follow(QWidget* widget) {
        if (const QVariant role = widget->property("typeRole"); role.isValid())
            widget->setFont(fontOf(static_cast<TypeRole>(role.toInt())));
        const QVariant tone = widget->property("ink");
        if (!tone.isValid()) return;
        QPalette palette = widget->palette();
        palette.setColor(widget->foregroundRole(), colourOf(static_cast<Tone>(tone.toInt())));
        widget->setPalette(palette);
    }
};

void followType(QWidget* widget) {
    if (!widget->property("followsType").toBool()) {
        widget->setProperty("followsType", true);
        widget->installEventFilter(new TypeFollower(widget));
    }
    TypeFollower::follow(widget);
}

void applyLook() {
    QApplication::setPalette(paletteOfLook());
    QApplication::setFont(fontOf(TypeRole::Body));
    qApp->setStyleSheet(styleSheet());
    for (QWidget* each : QApplication::allWidgets())
        if (each->property("followsType").toBool()) TypeFollower::follow(each);
}

bool systemIsDark() {
#ifdef Q_OS_WIN
    const QSettings personal(u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\"
                             "Themes\\Personalize"_s,
                             QSettings::NativeFormat);
    return personal.value(u"AppsUseLightTheme"_s, 1).toInt() == 0;
#else
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
#endif
}
}

QColor colourOf(Tone tone) {
    const Shades& shades = kShades[static_cast<size_t>(tone)];
    return QColor::fromRgb(look.isDark ? shades.dark : shades.light);
}

void startTheme(QApplication& app) {
    look.isDark = systemIsDark();
    look.isLarge = uiSetting(kLargeTypeKey, false).toBool();
    app.setStyle(new ScaledStyle);
    takeTextsAsTheyAre(app);
    applyLook();
}

bool isLargeType() {
    return look.isLarge;
}

void setLargeType(bool isLarge) {
    keepUiSetting(kLargeTypeKey, isLarge);
    if (look.isLarge == isLarge) return;
    look.isLarge = isLarge;
    applyLook();
}

bool isDark() {
    return look.isDark;
}

void setDark(bool isDark) {
    if (look.isDark == isDark) return;
    look.isDark = isDark;
    applyLook();
}

int scaled(int pixels) {
    return look.isLarge ? qRound(pixels * kLargeFactor) : pixels;
}

int controlHeight() {
    return look.isLarge ? 40 : 32;
}

int rowHeight() {
    return look.isLarge ? 38 : 30;
}

QFont fontOf(TypeRole role) {
    switch (role) {
    case TypeRole::Small:
        return fontOfSize(kSmallPoints);
    case TypeRole::Title: {
        QFont font = fontOfSize(kTitlePoints);
        font.setWeight(QFont::DemiBold);
        return font;
    }
    case TypeRole::Figure:
        return fontOfSize(kFigurePoints);
    case TypeRole::Body:
        break;
    }
    return fontOfSize(kBodyPoints);
}

void setTypeRole(QWidget* widget, TypeRole role) {
    widget->setProperty("typeRole", static_cast<int>(role));
    followType(widget);
}

void setInk(QWidget* label, Tone tone) {
    label->setProperty("ink", static_cast<int>(tone));
    followType(label);
}

} // namespace baolei
