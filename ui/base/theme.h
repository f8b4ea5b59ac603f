#pragma once
// How the program looks: Fusion with one calm palette, light or dark as the system has it, and two
// sizes of type. Everything is drawn from here; no page names a colour or a font of its own.

#include <QColor>
#include <QFont>

QT_BEGIN_NAMESPACE
class QApplication;
class QWidget;
QT_END_NAMESPACE

namespace baolei {

/// What a colour means. Accent fills the primary action and marks the selected entry; Missing is
/// the ink for what is overdue; Honour is for honours only.
enum class Tone {
    Window,
    Card,
    Text,
    Secondary,
    Line,
    Accent,
    OnAccent,
    Selection, ///< ground of selected rows
    Hover,
    Done,
    Due,
    Missing,
    Exempt,
    Honour,
};

QColor colourOf(Tone tone);

/// Distances in pixels; the same in both sizes of type.
namespace space {
inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int huge = 24;
}

/// Sets style, palette and fonts as the settings and the system say. Once, before any widget.
void startTheme(QApplication& app);

bool isLargeType();
/// Changes everything on the screen at once and keeps the choice. Widgets hear of it through
/// QEvent::StyleChange and FontChange.
void setLargeType(bool isLarge);
bool isDark();
void setDark(bool isDark);

/// A length in pixels that grows with the type.
int scaled(int pixels);
int controlHeight(); ///< buttons and fields: 32, in large type 40
int rowHeight(); ///< rows of tables: 30, in large type 38

/// Sizes that follow the type by themselves: the label is set again when the type changes.
enum class TypeRole { Body, Small, Title, Figure };
QFont fontOf(TypeRole role);
void setTypeRole(QWidget* widget, TypeRole role);
/// Colour of a label's text, in both shades.
void setInk(QWidget* label, Tone tone);

} // namespace baolei
