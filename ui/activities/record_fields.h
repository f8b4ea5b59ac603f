#pragma once
// Fields that only the record of a meeting has: a time of day, and a name that may be anybody's.

#include "core/names/name_keys.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTime>

namespace baolei {

/// 9, 900, 9:00, 9.30, 14：30, 9点半; an invalid time for anything else.
QTime readTime(const QString& typed);

/// Takes any spelling of readTime; shows 09:00 when left.
class TimeField final : public QLineEdit {
    Q_OBJECT
public:
    explicit TimeField(QWidget* parent = nullptr);
    void setTime(QTime time);
    QTime time() const { return readTime(text()); }
    /// What is wrong with what stands there; empty: nothing, or nothing stands there.
    QString problem() const;
};

/// From – to, two fields in one; Enter goes from the first to the second.
class TimesField final : public QWidget {
    Q_OBJECT
public:
    /// `mover` is the form that Enter in the second asks to move on.
    explicit TimesField(QObject* mover, QWidget* parent = nullptr);
    TimeField* start() const { return m_start; }
    TimeField* end() const { return m_end; }
    QString problem() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override; ///< to the first

private:
    TimeField* m_start;
    TimeField* m_end;
};

/// The one of `names` that letters mean, by pinyin or initials; what was typed where they mean none
/// or several, or are no letters: a name typed in full is never turned into a longer one.
QString nameMeant(const QString& typed, const QStringList& names);

/// A line that offers names and takes any other text too. Letters are read as pinyin or initials
/// and become the name when the field is left, where they fit one only.
class NameField final : public QComboBox {
    Q_OBJECT
public:
    explicit NameField(const QStringList& names, QWidget* parent = nullptr);
    void setName(const QString& name) { setEditText(name); }
    QString name() const; ///< initials as the name that they mean

protected:
    void wheelEvent(QWheelEvent* event) override; ///< only when the field has the focus
    void focusOutEvent(QFocusEvent* event) override;

private:
    void settle();
};

/// A line for a count from 0 to 99999, as narrow as that.
QLineEdit* newNumberField(const QString& objectName, const QString& title, QWidget* parent);

} // namespace baolei
