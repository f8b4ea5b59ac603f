#pragma once
// 表决: what was voted on, none to start with.

#include "ui/activities/record_vote.h"

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace baolei {

class VotesField final : public QWidget {
    Q_OBJECT
public:
    VotesField(Voting voting, const ElectionTerms& terms, QWidget* parent = nullptr);
    void setVotes(const Votes& votes);
    Votes votes() const;
    void follow(int due, int present);
    QString problem() const;

signals:
    void edited();

protected:
    void focusInEvent(QFocusEvent* event) override; ///< to the first of them

private:
    VoteField* addItem(qsizetype at);
    void remove(VoteField* item);
    void divide(VoteField* item, const Votes& votes, bool insteadOfIt);

    Voting m_voting;
    ElectionTerms m_terms;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    QList<VoteField*> m_items;
    int m_made = 0;
    int m_due = 0;
    int m_present = 0;
};

} // namespace baolei
