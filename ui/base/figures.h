#pragma once
// Small parts that pages share: a line of figures that filter, a card, facts about one record.

#include "ui/base/status.h"

#include <QFrame>
#include <optional>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace baolei {

class FlowLayout;

/// 本月 ─ ● 已开 41 · ○ 应开未开 6 · ◐ 待补 2: each figure is a button; pressing it again shows
/// all.
class FigureBar final : public QFrame {
    Q_OBJECT
public:
    explicit FigureBar(const QString& name, QWidget* parent = nullptr);
    static constexpr qint64 kUnknownNumber = -1; ///< still being counted: shown as …
    struct Figure {
        QString key;
        QString label;
        qint64 number = 0;
        std::optional<Status> status = {};
    };
    void setFigures(const QList<Figure>& figures);
    const QString& chosen() const { return m_chosen; } ///< empty: all
    void choose(const QString& key);

signals:
    void chosenChanged(const QString& key);

private:
    FlowLayout* m_line;
    QList<QPushButton*> m_buttons;
    QString m_chosen;
};

/// A white card with margins; lay out into box().
class Card final : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr, const QString& heading = {});
    QVBoxLayout* box() const { return m_box; }

private:
    QVBoxLayout* m_box;
};

/// Labels and values of one record, for a detail panel; values can be selected and copied.
class FactList final : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    struct Fact {
        QString label;
        QString value; ///< empty ones are shown as –
        Tone tone = Tone::Text;
    };
    void setFacts(const QList<Fact>& facts);

private:
    QGridLayout* m_grid;
};

} // namespace baolei
