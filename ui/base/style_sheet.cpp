#include "ui/base/style_sheet.h"

#include "ui/base/theme.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// @Name stands for a colour, @height for the height inside the frame of a control.
const QString kSheet = uR"(
QPushButton, QToolButton[role="button"] {
    border: 1px solid @Line; border-radius: 4px; background: @Card; color: @Text;
    min-height: @heightpx; padding: 0 12px; }
QPushButton:hover, QToolButton[role="button"]:hover { background: @Hover; }
QPushButton:focus, QToolButton[role="button"]:focus { border: 2px solid @Secondary;
    padding: 0 11px; min-height: @innerpx; }
QPushButton:pressed, QPushButton:checked { background: @Selection; border-color: @Accent; }
QPushButton:disabled { color: @Exempt; background: @Window; }
QPushButton[role="primary"] { background: @Accent; color: @OnAccent; border-color: @Accent; }
QPushButton[role="primary"]:hover { background: #A81218; }
QPushButton[role="primary"]:focus { border: 2px solid @Text; }
QPushButton[role="primary"]:disabled { background: @Hover; color: @Exempt; border-color: @Line; }
QPushButton[role="plain"] { border-color: transparent; background: transparent; padding: 0 8px; }
QPushButton[role="plain"]:hover { background: @Hover; }
QPushButton[role="plain"]:focus { border: 2px solid @Secondary; padding: 0 7px; }
QPushButton[role="link"] { border: none; background: transparent; color: @Missing;
    padding: 0 4px; text-align: left; }
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus { text-decoration: underline; }
QPushButton::menu-indicator { image: none; width: 0; }
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
    border: 1px solid @Line; border-radius: 4px; background: @Card; color: @Text;
    selection-background-color: @Marked; selection-color: @Text; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: @heightpx; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 4px 4px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid @Secondary; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { padding: 0 7px; min-height: @innerpx; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 3px; }
QLineEdit[state="wrong"], QComboBox[state="wrong"], QPlainTextEdit[state="wrong"] {
    border-color: @Missing; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only {
    background: @Window; color: @Secondary; }
QComboBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/arrow-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { border: 1px solid @Line; background: @Card; outline: none; }
QComboBox QAbstractItemView::item, QListView[role="hits"]::item { min-height: @rowpx; }
QFrame[role="card"] { background: @Card; border: 1px solid @Line; border-radius: 6px; }
QFrame[role="popup"] { background: @Card; border: 1px solid @Secondary; }
QFrame[role="bar"] { background: @Card; border: none; border-bottom: 1px solid @Line; }
QFrame[role="side"] { background: @Window; border: none; border-right: 1px solid @Line; }
QFrame[role="foot"] { background: @Window; border: none; border-top: 1px solid @Line; }
QTableView, QTreeView, QListView { border: 1px solid @Line; border-radius: 4px;
    background: @Card; outline: none; gridline-color: @Line; }
QFrame[role="card"] QTableView, QFrame[role="card"] QTreeView { border: none; }
QFrame[role="popup"] QTreeView, QFrame[role="popup"] QListView { border: none; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
    background: @Selection; color: @Text; }
QTreeView::item { min-height: @rowpx; }
QHeaderView::section { background: @Card; color: @Secondary; border: none;
    border-bottom: 1px solid @Line; padding: 0 6px; min-height: @rowpx; }
QTableCornerButton::section { background: @Card; border: none; }
QToolTip { background: @Card; color: @Text; border: 1px solid @Secondary; padding: 4px; }
QProgressBar { border: 1px solid @Line; border-radius: 4px; background: @Window;
    text-align: center; min-height: 18px; }
QProgressBar::chunk { background: @Accent; border-radius: 3px; }
QMenu { background: @Card; border: 1px solid @Line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; }
QMenu::item:selected { background: @Selection; color: @Text; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: @barpx; }
QScrollBar:horizontal { height: @barpx; }
QScrollBar::handle { background: @Line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @Secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { border: none; background: transparent; }
QSplitter::handle { background: transparent; }
)"_s;

struct Named {
    QLatin1StringView name;
    Tone tone;
};
constexpr Named kNames[] = {
    {"@OnAccent"_L1, Tone::OnAccent},   {"@Window"_L1, Tone::Window},
    {"@Card"_L1, Tone::Card},           {"@Text"_L1, Tone::Text},
    {"@Secondary"_L1, Tone::Secondary}, {"@Line"_L1, Tone::Line},
    {"@Accent"_L1, Tone::Accent},       {"@Selection"_L1, Tone::Selection},
    {"@Hover"_L1, Tone::Hover},         {"@Missing"_L1, Tone::Missing},
    {"@Exempt"_L1, Tone::Exempt},
};
}

QString styleSheet() {
    QString sheet = kSheet;
    for (const Named& each : kNames)
        sheet.replace(each.name, colourOf(each.tone).name());
    // Marked text must stand out on the field itself, more than a selected row does.
    sheet.replace("@Marked"_L1, isDark() ? u"#7A3336"_s : u"#F3C4C6"_s);
    sheet.replace("@height"_L1, QString::number(controlHeight() - 2));
    sheet.replace("@inner"_L1, QString::number(controlHeight() - 4));
    sheet.replace("@bar"_L1, QString::number(scaled(12)));
    sheet.replace("@row"_L1, QString::number(rowHeight()));
    return sheet;
}

} // namespace baolei
