#include "ui/activities/record_joint.h"

#include "core/activities/joint.h"
#include "ui/activities/search_popup.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QStringList namesOf(const QList<OrganisationNode>& nodes) {
    QStringList names;
    for (const OrganisationNode& each : nodes)
        names.append(each.shortName);
    return names;
}

void turn(QListWidgetItem* item) {
    item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}
}

JointField::JointField(Choices choices, QWidget* parent)
    : QPushButton(parent)
    , m_choices(std::move(choices)) {
    setAutoDefault(false);
    setProperty("role", u"plain"_s);
    setChosen({});
    connect(this, &QPushButton::clicked, this, &JointField::open);
}

void JointField::setChosen(const QList<OrganisationNode>& chosen) {
    m_chosen = chosen;
    const QStringList names = namesOf(chosen);
    setText(names.isEmpty() ? tr("联合支部 ▾") : tr("联合 %1 个支部 ▾").arg(names.size()));
    setToolTip(names.isEmpty() ? tr("几个支部一起开展的，只记一次：勾选其他支部")
                               : names.join(u'\n'));
    setAccessibleName(names.isEmpty() ? tr("联合支部：没有")
                                      : tr("联合支部：%1").arg(names.join(u'、')));
}

void JointField::open() {
    QList<OrganisationNode> choices = m_choices();
    const QList<Id<Organisation>> known = idsOf(choices);
    for (const OrganisationNode& each : std::as_const(m_chosen)) // groups, or of another town
        if (!known.contains(each.id)) choices.append(each);
    auto* popup = new SearchPopup(namesOf(choices), tr("名称或拼音首字母，回车打勾"), this);
    QListWidget* list = popup->list();
    list->setAccessibleName(tr("联合支部"));
    const QList<Id<Organisation>> before = idsOf(m_chosen);
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setCheckState(before.contains(choices[i].id) ? Qt::Checked : Qt::Unchecked);
    auto* done = new QPushButton(tr("选好了"), popup);
    connect(done, &QPushButton::clicked, popup, &QWidget::close);
    popup->box()->addWidget(done, 0, Qt::AlignRight);
    connect(popup, &SearchPopup::picked, list, [list](int at) { turn(list->item(at)); });
    connect(popup, &SearchPopup::closed, this, [this, list, choices] { take(*list, choices); });
    popup->openBelow(rect());
}

void JointField::take(const QListWidget& list, const QList<OrganisationNode>& choices) {
    QList<OrganisationNode> chosen;
    for (int i = 0; i < list.count(); ++i)
        if (list.item(i)->checkState() == Qt::Checked) chosen.append(choices[i]);
    setFocus();
    if (idsOf(chosen) == idsOf(m_chosen)) return;
    setChosen(chosen);
    emit chosenChanged();
}

} // namespace baolei
