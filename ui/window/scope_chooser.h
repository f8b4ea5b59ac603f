#pragma once
// Which organisation the whole window looks at: a button, and a tree that is searched by name,
// pinyin or initials.

#include "ui/base/directory.h"
#include "ui/base/page.h"
#include "ui/window/outline_model.h"

#include <QFrame>
#include <QPushButton>
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
    void setOutline(const QString& town, const std::shared_ptr<const Outline>& outline);
    void open(Id<Organisation> current);

signals:
    void chosen(const baolei::Id<baolei::Organisation>& organisation);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void choose(const QModelIndex& at);
    void showTree();

    QLineEdit* m_search;
    QTreeView* m_tree;
    std::shared_ptr<const Outline> m_outline; ///< null: not read yet
    Id<Organisation> m_current;
    OutlineModel m_model;
    QStandardItemModel m_hits; ///< while something is typed
};

class ScopeChooser final : public QPushButton {
    Q_OBJECT
public:
    explicit ScopeChooser(const PageContext& context, QWidget* parent = nullptr);
    void openPopup();
    bool isReady() const { return m_directory->outline() != nullptr; } ///< there is a choice

private:
    void storeChanged(const Changes& changes);
    void follow();

    PageContext m_context;
    Directory* m_directory;
    ScopePopup* m_popup;
};

} // namespace baolei
