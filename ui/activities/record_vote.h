#pragma once
// One matter voted on: figures, for elections the candidates too, and at once whether it carries.

#include "core/activities/kinds.h"
#include "core/activities/votes.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace baolei {

class CountPanel;

/// "王强 38 当选" a line, as candidates are typed; a name with letters or a space in it is kept.
Result<QList<VoteChoice>> readChoices(const QString& text, const QList<VoteChoice>& before);
QString choicesText(const QList<VoteChoice>& choices, VoteKind kind);

class VoteField final : public QFrame {
    Q_OBJECT
public:
    VoteField(int number, Voting voting, const ElectionTerms& terms, QWidget* parent = nullptr);

    void setItem(const VoteItem& item);
    VoteItem item() const;
    /// Those with a vote by the attendance; taken until somebody types other figures.
    void follow(int due, int present);
    QString problem() const; ///< candidates that cannot be read
    bool isEmpty() const; ///< nothing was entered

signals:
    void edited();
    void removed();
    /// On the next person, or on each of those who stand here together.
    void divided(const Votes& votes, bool insteadOfThis);

protected:
    void focusInEvent(QFocusEvent* event) override; ///< to the matter

private:
    void build(Voting voting);
    void buildFigures(QHBoxLayout* row);
    void buildElection(QHBoxLayout* row);
    void buildCounting(QHBoxLayout* row);
    void toggleCounting();
    void divide();
    QLineEdit* addNumber(QHBoxLayout* row, const QString& key, const QString& title);
    int number(const QString& key) const;
    VoteKind kind() const;
    void update();

    QString m_name; ///< of the object names
    ElectionTerms m_terms;
    QHash<QString, QLineEdit*> m_numbers;
    QLineEdit* m_title;
    QComboBox* m_kind;
    QCheckBox* m_secret;
    QCheckBox* m_passed;
    QCheckBox* m_differential;
    QWidget* m_election;
    QPlainTextEdit* m_choices;
    QPushButton* m_count; ///< 唱票计票
    QPushButton* m_next; ///< 下一个人, or each of several
    CountPanel* m_panel;
    QLabel* m_verdict;
    QList<VoteChoice> m_before;
    bool m_follows = true;
    bool m_judges = true; ///< 通过 follows the verdict
    bool m_isFilling = false;
};

} // namespace baolei
