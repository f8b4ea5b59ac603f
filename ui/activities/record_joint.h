#pragma once
// 联合支部: the further branches that hold something together, ticked in a list.

#include "core/people/organisation_tree.h"

#include <QPushButton>
#include <functional>

QT_BEGIN_NAMESPACE
class QListWidget;
QT_END_NAMESPACE

namespace baolei {

class JointField final : public QPushButton {
    Q_OBJECT
public:
    using Choices = std::function<QList<OrganisationNode>()>;
    /// `choices` is asked when the list opens.
    explicit JointField(Choices choices, QWidget* parent = nullptr);
    void setChosen(const QList<OrganisationNode>& chosen);
    const QList<OrganisationNode>& chosen() const { return m_chosen; }

signals:
    void chosenChanged(); ///< when the list is closed with others ticked than before

private:
    void open();
    void take(const QListWidget& list, const QList<OrganisationNode>& choices);

    Choices m_choices;
    QList<OrganisationNode> m_chosen;
};

} // namespace baolei
