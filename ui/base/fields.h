#pragma once
// Fields for entry forms: a date in any spelling, a choice from a code table found by typing.

#include "core/base/partial_date.h"

#include <QAbstractListModel>
#include <QComboBox>
#include <QLineEdit>
#include <functional>

namespace baolei {

/// Takes 20260711, 2026.7.11, 2026年7月, 7-11 and 7.11 (this year), 今天, 昨天; shows 2026-07-11
/// when left.
class DateField final : public QLineEdit {
    Q_OBJECT
public:
    /// `today` completes what was typed without a year.
    explicit DateField(QDate today, QWidget* parent = nullptr);
    void setDate(const PartialDate& date);
    void setDate(QDate date) { setDate(PartialDate(date)); }
    PartialDate date() const; ///< null: empty or not a date
    /// What is wrong with what stands there; empty: nothing.
    QString problem() const;

private:
    QDate m_today;
};

struct Choice {
    QString code;
    QString name;
    QStringList aliases = {}; ///< found by these too
};
using Choices = QList<Choice>;
/// All codes of a table of resources/people/codes.json.
Choices choicesOf(QStringView codeTable);

/// The lines of a ChoiceField: a city's branches are made as fast as they can be copied.
class ChoiceModel final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    static constexpr int kSearchRole = Qt::UserRole + 1;
    void setChoices(const Choices& choices, bool mayBeEmpty);
    void append(const Choice& choice);
    const Choices& choices() const { return m_choices; }
    /// What each choice is found by; as long as nothing is set: by its name.
    void setSearchTexts(const QStringList& texts) { m_texts = texts; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& at, int role) const override;

private:
    Choices m_choices;
    QStringList m_texts;
};

/// A list found by typing part of a name, its pinyin or initials, or its code.
class ChoiceField final : public QComboBox {
    Q_OBJECT
public:
    /// `mayBeEmpty` adds an empty first line.
    explicit ChoiceField(const Choices& choices, bool mayBeEmpty = true, QWidget* parent = nullptr);
    void setChoices(const Choices& choices, bool mayBeEmpty = true);
    void setCode(const QString& code); ///< one that the list does not have is shown as it is
    QString code() const; ///< empty: none, or something typed that is no choice
    QString problem() const;

protected:
    void wheelEvent(QWheelEvent* event) override; ///< only when the field has the focus
    void focusOutEvent(QFocusEvent* event) override;

private:
    int onlyOne(const std::function<bool(const QString&)>& matches) const;
    void settle();

    ChoiceModel* m_choices;
    int m_asked = 0; ///< lists that were set
};

} // namespace baolei
