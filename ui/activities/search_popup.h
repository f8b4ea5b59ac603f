#pragma once
// A list below a button or a field, found through by names and initials: letters narrow it, Enter
// picks, Esc or a click elsewhere closes it.

#include "core/names/name_keys.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QListWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace baolei {

class SearchPopup final : public QFrame {
    Q_OBJECT
public:
    SearchPopup(const QStringList& names, const QString& hint, QWidget* parent);
    QListWidget* list() const { return m_list; }
    QVBoxLayout* box() const { return m_box; } ///< for what stands below the list
    /// Opens it below `at`, a rectangle inside the parent; deleted when it closes.
    void openBelow(const QRect& at);

signals:
    void picked(int position);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void search();
    void step(int by);
    void pick();

    QList<NameKeys> m_keys; ///< by position
    QLineEdit* m_search;
    QListWidget* m_list;
    QVBoxLayout* m_box;
};

} // namespace baolei
