#pragma once
// 唱票计票: one ballot after another by the keyboard, with running strokes of 正. 1–9 and then a, b
// … mark a candidate (○, ×, nothing; of one person 1 赞成, 2 不赞成, 3 弃权), Enter takes the
// ballot and goes on, 0 takes it as void, Backspace takes the last one back, Esc ends.

#include "core/activities/counting.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
QT_END_NAMESPACE

namespace baolei {

class CountPanel final : public QFrame {
    Q_OBJECT
public:
    CountPanel(const QString& name, QWidget* parent);
    /// Counts from the first ballot; what the vote had is replaced with the first that is taken.
    void start(const VoteItem& item, const ElectionTerms& terms);

signals:
    void counted(const VoteItem& item); ///< after each ballot
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool take(const QString& key);
    void addBallot(bool isVoid);
    void takeBack();
    void build();
    void update();

    QString m_name;
    VoteItem m_item;
    ElectionTerms m_terms;
    QList<Ballot> m_ballots;
    Ballot m_now;
    QLabel* m_head;
    QLabel* m_help;
    QWidget* m_table = nullptr;
    QList<QLabel*> m_marks; ///< of the ballot that is read out
    QList<QLabel*> m_sums;
};

} // namespace baolei
