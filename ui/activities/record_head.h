#pragma once
// The line above the fields of 记一次会: what kind of meeting, and who held it.

#include "ui/activities/record_setup.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace baolei {

class Form;
class JointField;

class RecordHead final : public QWidget {
    Q_OBJECT
public:
    /// `neighbours` gives who may hold it together with the branch.
    RecordHead(const RecordSetup& setup, std::function<QList<OrganisationNode>()> neighbours,
               QWidget* parent);

    /// Shows what is chosen in `setup`, and what else there is to choose.
    void offer(const RecordSetup& setup);
    /// Offers to bring in `last`; null: there is none, or nothing to bring it into.
    void offerLast(const Activity* last);
    /// The labels of head and fields end at the same place.
    void alignWith(const Form& fields);

    // What is chosen, as choicesOf writes it.
    QString kind() const { return m_kind->code(); }
    QString also() const { return m_also->code(); }
    QString branch() const; ///< empty: there is but one
    QString holder() const { return m_holder->code(); }
    const QList<OrganisationNode>& joint() const;

signals:
    void kindChosen();
    void holderChosen(); ///< branch or group
    void jointChosen();
    void lastWanted();
    void finished(); ///< Enter in the last field

private:
    void buildAlso();
    void buildLast();
    void listenTo(ChoiceField* field, void (RecordHead::*chosen)());
    void showWithLabel(QWidget* field, bool isShown);

    Form* m_form;
    ChoiceField* m_kind;
    ChoiceField* m_branch = nullptr; ///< null: there is but one
    ChoiceField* m_holder;
    QLabel* m_alsoLabel;
    ChoiceField* m_also; ///< the further kind that the meeting serves
    JointField* m_joint; ///< the branches that hold it together with this one
    QPushButton* m_last;
    QLabel* m_place;
};

} // namespace baolei
