#include "ui/activities/record_votes.h"

#include "ui/activities/record_tabs.h"
#include "ui/base/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

VotesField::VotesField(Voting voting, const ElectionTerms& terms, QWidget* parent)
    : QWidget(parent)
    , m_voting(voting)
    , m_terms(terms)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(tr("＋ 表决"), this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::tiny);
    m_add->setObjectName(u"addVote"_s);
    m_add->setProperty("role", u"plain"_s);
    m_add->setAutoDefault(false);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    setFocusPolicy(Qt::ClickFocus); // no stop for Tab beside its fields
    connect(m_add, &QPushButton::clicked, this, [this] {
        addItem(m_items.size())->setFocus();
        emit edited();
    });
}

VoteField* VotesField::addItem(qsizetype at) {
    auto* item = new VoteField(++m_made, m_voting, m_terms, this);
    item->follow(m_due, m_present);
    const int below = at > 0 ? m_column->indexOf(m_items[at - 1]) + 1 : 0;
    m_column->insertWidget(below, item);
    m_items.insert(at, item);
    orderTabs(window());
    connect(item, &VoteField::edited, this, &VotesField::edited);
    connect(item, &VoteField::removed, this, [this, item] {
        remove(item);
        m_add->setFocus();
        emit edited();
    });
    connect(item, &VoteField::divided, this, [this, item](const Votes& votes, bool insteadOfIt) {
        divide(item, votes, insteadOfIt);
    });
    item->show();
    return item;
}

void VotesField::remove(VoteField* item) {
    m_items.removeAll(item);
    item->hide();
    item->deleteLater();
}

// 两人以上逐个讨论表决 (细则第20条): a card for each person, below the one they come from.
void VotesField::divide(VoteField* item, const Votes& votes, bool insteadOfIt) {
    qsizetype at = m_items.indexOf(item) + 1;
    VoteField* first = nullptr;
    for (const VoteItem& each : votes) {
        VoteField* field = addItem(at++);
        field->setItem(each);
        if (!first) first = field;
    }
    if (insteadOfIt) remove(item);
    if (first) first->setFocus();
    emit edited();
}

void VotesField::focusInEvent(QFocusEvent*) {
    QWidget* first = m_items.isEmpty() ? static_cast<QWidget*>(m_add) : m_items.first();
    first->setFocus();
}

void VotesField::setVotes(const Votes& votes) {
    qDeleteAll(m_items);
    m_items.clear();
    for (const VoteItem& each : votes)
        addItem(m_items.size())->setItem(each);
}

Votes VotesField::votes() const {
    Votes votes;
    for (const VoteField* each : m_items)
        if (!each->isEmpty()) votes.append(each->item());
    return votes;
}

void VotesField::follow(int due, int present) {
    m_due = due;
    m_present = present;
    for (VoteField* each : m_items)
        each->follow(due, present);
}

QString VotesField::problem() const {
    for (const VoteField* each : m_items)
        if (const QString problem = each->problem(); !problem.isEmpty()) return problem;
    return {};
}

} // namespace baolei
