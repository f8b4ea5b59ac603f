#pragma once
// Entry forms built in code: labels, fields, and what is wrong below each field. Enter moves on to
// the next field; in the last one it goes to the button that saves. Fields are found by their key.
//
//   auto* form = new Form(2, this);                       // two pairs of label and field a line
//   auto* name = form->addLine(u"name"_s, tr("姓名"));
//   auto* born = form->addDate(u"born"_s, tr("出生日期"), today);
//   form->addText(u"note"_s, tr("备注"), 3);               // over the whole width

#include "ui/base/fields.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace baolei {

/// What is wrong with one field. A warning is shown and does not stop anybody.
struct FormProblem {
    QString key;
    QString text;
    bool isWarning = false;
};
using FormProblems = QList<FormProblem>;
bool hasErrors(const FormProblems& problems);

class Form final : public QWidget {
    Q_OBJECT
public:
    explicit Form(int columns = 1, QWidget* parent = nullptr);

    QLineEdit* addLine(const QString& key, const QString& label);
    DateField* addDate(const QString& key, const QString& label, QDate today);
    ChoiceField* addChoice(const QString& key, const QString& label, const Choices& choices);
    /// `lines` high, over the whole width; Tab leaves it, Enter makes a new line.
    QPlainTextEdit* addText(const QString& key, const QString& label, int lines);
    /// Any widget; `span` of the form's columns.
    template <typename W>
    W* addField(const QString& key, const QString& label, W* field, int span = 1) {
        place(key, label, field, span);
        return field;
    }
    /// A heading over the fields that follow.
    void addHeading(const QString& text);

    QWidget* field(const QString& key) const; ///< null: none of this key
    /// Shows these and no others; the first field with an error gets the focus.
    void showProblems(const FormProblems& problems, bool moveFocus = true);
    /// Dates that cannot be read and choices that do not exist.
    FormProblems ownProblems() const;

signals:
    void edited(); ///< something was typed or chosen
    void finished(); ///< Enter in the last field

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Slot {
        QString key;
        QWidget* field;
        QLabel* problem;
    };
    void place(const QString& key, const QString& label, QWidget* field, int span);
    void listenTo(QWidget* field);
    void moveOn(QWidget* from);

    QGridLayout* m_grid;
    QList<Slot> m_slots;
    int m_columns;
    int m_column = 0;
    int m_row = 0;
};

} // namespace baolei
