#pragma once
// One line over the page's content: which view (Ctrl+1 … 3), which kind, and a search in what is
// shown.

#include <QStringList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace baolei {

enum class ActivityView { Matrix, Findings, List };

class ViewBar final : public QWidget {
    Q_OBJECT
public:
    explicit ViewBar(QWidget* parent = nullptr);

    ActivityView view() const;
    void setView(ActivityView view); ///< says viewChanged if it is another
    /// Names after “全部类型”; the choice is kept by name.
    void setKinds(const QStringList& names);
    int kind() const; ///< -1: all
    void setKind(int kind);
    QString searched() const;
    void clearSearch();

signals:
    void viewChanged();
    void kindChanged();
    void searchChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tellPlaceholder();

    QButtonGroup* m_views;
    QComboBox* m_kinds;
    QLineEdit* m_search;
};

} // namespace baolei
