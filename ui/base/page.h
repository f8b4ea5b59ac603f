#pragma once
// A page of the window: reads (refresh), shows (a model), asks (a dialog), commands (Store::run
// through a function of core). It never refreshes after its own command: the store's `changed`
// does that for every page that shows one of the tables, at once if it is visible, else when it
// is shown again. How to write one: docs/ui.md.

#include "core/store/store.h"
#include "ui/base/navigator.h"
#include "ui/base/scope.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace baolei {

class Directory;

/// What every page is given; lives longer than the pages.
struct PageContext {
    Store& store;
    Scope& scope;
    Navigator& navigator;
    Directory* directory = nullptr; ///< the window's; null: a page has one of its own
    const Reader& reader() const { return store.reader(); }
    const Clock& clock() const { return store.clock(); }
};

class Page : public QWidget {
    Q_OBJECT
public:
    Page(const PageContext& context, const QString& title, QWidget* parent = nullptr);

    QString title() const;
    /// The page was asked to open something (see Target); called after it is shown and fresh.
    virtual void show(const Target& target);
    using QWidget::show;
    /// False keeps the window on this page, such as with an entry that is not saved; ask first.
    virtual bool mayLeave() { return true; }

    /// Reads again now if the page is visible, else when it is shown.
    void refreshLater();
    /// Brings a stale page up to date at once.
    void refreshIfStale();

protected:
    /// Names of the tables whose changes make the page stale; empty: none.
    virtual QSet<QByteArray> tables() const = 0;
    /// Reads everything that is shown, with the scope as it is now, in less than 100 ms.
    virtual void refresh() = 0;
    /// Organisation or period changed; pages that do not depend on them say so by doing nothing.
    virtual void scopeChanged() { refreshLater(); }

    const PageContext& context() const { return m_context; }
    Store& store() const { return m_context.store; }
    const Reader& reader() const { return m_context.store.reader(); }
    Scope& scope() const { return m_context.scope; }
    Navigator& navigator() const { return m_context.navigator; }
    const Clock& clock() const { return m_context.store.clock(); }

    /// Where the page lays out what it shows; margins are set.
    QVBoxLayout* body() const { return m_body; }
    /// A button in the head, at most three; `shortcut` works while the page is shown.
    QPushButton* addHeadButton(const QString& text, const QString& iconName = {},
                               const QKeySequence& shortcut = {});
    /// The one primary action of the page.
    QPushButton* addPrimaryButton(const QString& text, const QString& iconName = {},
                                  const QKeySequence& shortcut = QKeySequence::New);
    void setTitle(const QString& title);
    /// Runs a result for its error: false shows it and ends what was going on.
    template <typename T> bool succeeded(const Result<T>& result) {
        if (result) return true;
        showError(result.error());
        return false;
    }
    void showError(const Error& error);

    void showEvent(QShowEvent* event) override;

private:
    void storeChanged(const Changes& changes);

    PageContext m_context;
    QLabel* m_title;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
    bool m_isStale = true;
};

/// Something that was begun and not finished, told of once when a store has been opened.
struct Unfinished {
    QString text;
    QString verb; ///< 接着写
    Target target; ///< where the verb leads
};

/// One line of app/pages.cpp: how the window lists and makes a page.
struct PageEntry {
    QString id; ///< as in Target
    QString title; ///< as in the sidebar
    QString icon; ///< name under resources/icons
    std::function<Page*(const PageContext&)> make; ///< called when the page is first shown
    /// How many things wait there, shown in the sidebar; may be empty. Cheap: asked after changes.
    std::function<int(const PageContext&)> waiting = {};
    /// What was left unfinished there; may be empty.
    std::function<std::optional<Unfinished>(const PageContext&)> unfinished = {};
};

} // namespace baolei
