#pragma once
// The panel beside the table: what is known of one person, what can be done, and what was changed.
// Private values are masked until somebody presses 显示, and again with the next person.

#include "ui/people/person_record.h"

#include <QPushButton>
#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace baolei {

class FactList;

class PersonDetail final : public QScrollArea {
    Q_OBJECT
public:
    explicit PersonDetail(QWidget* parent = nullptr);
    void setRecord(const PersonRecord& record);
    void clear();
    const std::optional<PersonRecord>& record() const { return m_record; }

signals:
    void editWanted();
    void postWanted(const baolei::Post& post); ///< a new one where it has no id
    void moveWanted();
    void leaveWanted();
    void arrivalWanted();
    void studyWanted();

private:
    QPushButton* addButton(const QString& name, const QString& text, const QString& iconName);
    FactList* addSection(const QString& heading, QPushButton* beside = nullptr);
    void showPrivate(bool isShown);
    void showPosts();
    void showMovements();
    void showHistory();

    std::optional<PersonRecord> m_record;
    QVBoxLayout* m_box;
    QLabel* m_name;
    QLabel* m_line;
    QLabel* m_nothing;
    QWidget* m_whole;
    QPushButton* m_leave;
    QPushButton* m_arrive;
    QPushButton* m_move;
    FactList* m_basics;
    FactList* m_party;
    FactList* m_private;
    QPushButton* m_show;
    QVBoxLayout* m_posts;
    FactList* m_movements;
    QLabel* m_historyHead;
    QVBoxLayout* m_history;
};

} // namespace baolei
