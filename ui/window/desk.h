#pragma once
// All that is there while a store is open: top bar, sidebar, the pages, the status line. Made anew
// for each store; nothing in it outlives the store.

#include "ui/window/window_parts.h"

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace baolei {

class FindBox;
class NoticeBar;
class PeriodChooser;
class Directory;
class ScopeChooser;
class SideBar;
class StatusLine;

class Desk final : public QWidget {
    Q_OBJECT
public:
    Desk(Store& store, const WindowParts& parts, QWidget* parent = nullptr);
    ~Desk() override;

    Scope& scope() { return m_scope; }
    Navigator& navigator() { return m_navigator; }
    Page* currentPage() const;
    /// Shows a page, made when it is first asked for. False: the current one must not be left.
    bool showPage(int position);
    bool open(const Target& target);
    bool mayClose();
    void undo();
    void redo();
    void backUpNow(); ///< in the background, if something is new

private:
    QWidget* makeTopBar(const WindowParts& parts);
    void addShortcuts();
    void addShortcut(const QKeySequence& keys, const std::function<void()>& action);
    using Step = Result<OperationInfo> (Store::*)(const Store::WorkProgress&);
    void takeBack(Step step, qint64 records, const QString& said);
    void showTakenBack(const Result<OperationInfo>& done, const QString& said);
    void storeChanged();
    void showTrouble(const Error& error);
    void reconnect();
    void followReconnected();
    void offerBackup();
    void offerUnfinished();
    void followStore();
    int positionOf(const QString& pageId) const;

    Store& m_store;
    QList<PageEntry> m_entries;
    Scope m_scope;
    Navigator m_navigator;
    Directory* m_directory; ///< before the context that hands it out
    PageContext m_context;
    QList<Page*> m_pages; ///< null: not made yet
    QStackedWidget* m_stack;
    SideBar* m_side;
    StatusLine* m_status;
    NoticeBar* m_notice;
    ScopeChooser* m_scopeChooser = nullptr;
    PeriodChooser* m_periodChooser = nullptr;
    FindBox* m_find = nullptr;
    bool m_isFollowing = false;
    bool m_isTakingBack = false;
};

} // namespace baolei
