#pragma once
// What is to be printed: which branch, which period, which form.

#include "core/handbook/handbook.h"
#include "ui/base/fields.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QListWidget;
QT_END_NAMESPACE

namespace baolei {

class PrintChoices final : public QWidget {
    Q_OBJECT
public:
    explicit PrintChoices(QWidget* parent = nullptr);

    /// Keeps what is chosen where it is still there. Says nothing.
    void setBranches(const QList<Organisation>& branches);
    void setPeriods(const Period& year, const Period& period);
    /// False: it is not in the list.
    bool chooseBranch(Id<Organisation> id);
    void chooseForm(const QString& id); ///< empty: none, such as for a single activity

    const QList<Organisation>& branches() const { return m_branches; }
    std::optional<Organisation> branch() const;
    Period period() const;
    QString form() const; ///< empty: none
    bool isForTown() const; ///< the form is about the scope of the window, not about one branch

    /// The forms of the one record that is shown; none: hides them.
    void setRecordForms(const QList<PrintableForm>& forms, const QString& chosen);

signals:
    void changed();
    void recordFormChosen(const QString& form);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillForms();
    void followType();
    void suitPeriod();

    ChoiceField* m_branch;
    QComboBox* m_period;
    QListWidget* m_forms;
    QLabel* m_recordTitle;
    QComboBox* m_recordForms;
    QList<Organisation> m_branches;
    QList<Period> m_periods; ///< the year, then the period of the window
};

} // namespace baolei
