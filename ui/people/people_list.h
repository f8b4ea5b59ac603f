#pragma once
// Who stands in the table of people, and in which order. Everybody is kept in a few bytes, so that
// scope, figure, typing and sorting are one pass over them; what the table shows of somebody is
// read when it is drawn. The first screenful is there before everybody is read.

#include "ui/base/directory.h"
#include "ui/base/page.h"
#include "ui/base/windowed_model.h"
#include "ui/people/person_orders.h"

namespace baolei {

class PeopleList final : public QObject {
    Q_OBJECT
public:
    PeopleList(const PageContext& context, QWidget* owner);

    WindowedModel<PersonLine>* model() const { return m_model; }
    /// Which order the column 姓名 is sorted in.
    NameOrder nameOrder() const { return m_nameOrder; }
    void setNameOrder(NameOrder order) { m_nameOrder = order; }

    /// Brings it up to date with the store and the scope.
    void refresh();
    void setFilter(const QString& key);
    void setTyped(const QString& text);
    const QString& filter() const { return m_filter; }
    const QString& typed() const { return m_typed; }

    bool hasPeople() const { return m_state != State::Empty; } ///< the first screenful is there
    bool isWhole() const { return m_state == State::Whole; } ///< so are the figures
    bool isSearching() const; ///< what was typed is not answered yet
    int figure(const QString& key) const; ///< of a filter, in the scope; empty key: on the books
    int everybody() const { return m_everybody; } ///< in the scope, those who have left too

signals:
    void changed(); ///< other people are shown, or other figures
    void failed(const baolei::Error& error); ///< they could not be read

private:
    enum class State { Empty, First, Whole };
    void storeChanged(const Changes& changes);
    void readFirst();
    void readAll();
    void take(RosterIndex index, State state);
    void follow(const QList<Uuid>& people);
    void sort();
    WindowedModel<PersonLine>::Shown shown();
    std::vector<int> arranged();
    void count();
    void showAgain();
    std::vector<bool> found() const;

    PageContext m_context;
    QWidget* m_owner;
    Directory* m_directory;
    WindowedModel<PersonLine>* m_model;
    NameOrder m_nameOrder = NameOrder::Strokes;
    RosterIndex m_index;
    State m_state = State::Empty;
    QString m_filter;
    QString m_typed;
    QHash<QString, int> m_figures;
    int m_everybody = 0;
    bool m_isRanked = false; ///< the index has ranks of the chosen column
    bool m_isStale = true; ///< more has changed than can be followed
    bool m_isReading = false;
    QList<Uuid> m_changed; ///< people to be read anew
    int m_asked = 0; ///< sortings that were begun
};

} // namespace baolei
