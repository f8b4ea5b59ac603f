#pragma once
// Which organisation the whole window looks at: a button, and a tree that is searched by name,
// pinyin or initials.

#include "core/people/organisation.h"
#include "ui/base/page.h"

#include <QFrame>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QTreeView;
QT_END_NAMESPACE

namespace baolei {

class ScopePopup final : public QFrame {
    Q_OBJECT
public:
    explicit ScopePopup(QWidget* parent);
    void setOrganisations(const QString& town, const QList<Organisation>& organisations);
    void open(Id<Organisation> current);

signals:
    void chosen(const baolei::Id<baolei::Organisation>& organisation);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void choose(const QModelIndex& at);
    QModelIndex find(Id<Organisation> id) const;
    void selectFirstHit();

    QLineEdit* m_search;
    QTreeView* m_tree;
    QStandardItemModel m_model;
    QSortFilterProxyModel m_filter;
};

class ScopeChooser final : public QPushButton {
    Q_OBJECT
public:
    explicit ScopeChooser(const PageContext& context, QWidget* parent = nullptr);
    void openPopup();

private:
    void storeChanged(const Changes& changes);
    void follow();
    void read();

    PageContext m_context;
    ScopePopup* m_popup;
    QString m_town;
    QList<Organisation> m_organisations;
    bool m_isPopupFilled = false;
};

} // namespace baolei
