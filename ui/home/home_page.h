#pragma once
// 首页: what is to be done now, each line with the place that mends it; beside it four figures and
// the year. Everything is read on a thread; what was read before stays until then.

#include "ui/base/page.h"
#include "ui/home/home_answer.h"

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace baolei {

class FigureTile;
class PassBar;
class TodoList;
class YearChart;

class HomePage final : public Page {
    Q_OBJECT
public:
    explicit HomePage(const PageContext& context);

protected:
    QSet<QByteArray> tables() const override;
    void refresh() override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBeginning();
    QWidget* makeList();
    QWidget* makeSide();
    void addWay(QWidget* card, QVBoxLayout* ways, const QString& name, const QString& verb,
                const QString& teaching, const Target& target);
    void setSizes();

    void take(const Result<HomeAnswer>& answer);
    void showBooks(const HomeAnswer& known);
    void showAnswer(const HomeAnswer& answer);
    void showFigures(const HomeAnswer& answer);
    void showMessage(const QString& text, const QString& detail);
    void open(const Target& target);

    QStackedWidget* m_pages; ///< how to begin, or the work
    QWidget* m_work = nullptr;
    QWidget* m_beginning = nullptr;
    QLabel* m_beginningText = nullptr;
    QStackedWidget* m_listPages = nullptr; ///< the list, or a message in its place
    QLabel* m_heading = nullptr;
    QPushButton* m_backToNow = nullptr;
    TodoList* m_list = nullptr;
    PassBar* m_pass = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_messageDetail = nullptr;
    QWidget* m_side = nullptr;
    FigureTile* m_members = nullptr;
    FigureTile* m_branches = nullptr;
    FigureTile* m_held = nullptr;
    FigureTile* m_todo = nullptr;
    QLabel* m_chartHeading = nullptr;
    YearChart* m_chart = nullptr;
    QLabel* m_chartText = nullptr;
    HomeQuestion m_shown; ///< what the list answers
    bool m_isReading = false;
    bool m_readsAgain = false;
};

} // namespace baolei
