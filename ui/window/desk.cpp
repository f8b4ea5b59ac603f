#include "ui/window/desk.h"

#include "core/store/backup.h"
#include "core/store/history.h"
#include "ui/base/ask.h"
#include "ui/base/directory.h"
#include "ui/base/take_back.h"
#include "ui/base/theme.h"
#include "ui/window/find_box.h"
#include "ui/window/notice_bar.h"
#include "ui/window/period_chooser.h"
#include "ui/window/scope_chooser.h"
#include "ui/window/side_bar.h"
#include "ui/window/status_line.h"

#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QLabel* appMark(QWidget* parent) {
    auto* mark = new QLabel(Desk::tr("堡垒"), parent);
    setTypeRole(mark, TypeRole::Title);
    setInk(mark, Tone::Missing);
    return mark;
}
}

Desk::Desk(Store& store, const WindowParts& parts, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_entries(parts.pages)
    , m_scope(Period::containing(store.clock().today(), Period::Unit::Month))
    , m_directory(new Directory(store, this))
    , m_context{store, m_scope, m_navigator, m_directory}
    , m_pages(parts.pages.size(), nullptr)
    , m_stack(new QStackedWidget(this))
    , m_side(nullptr)
    , m_status(nullptr)
    , m_notice(new NoticeBar(this)) {
    setObjectName(u"desk"_s);
    QWidget* top = makeTopBar(parts);
    m_side = new SideBar(m_entries, this);
    m_status = new StatusLine(store.clock(), this);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_side);
    middle->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(m_notice);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    connect(m_side, &SideBar::chosen, this, &Desk::showPage);
    connect(&m_navigator, &Navigator::opened, this, &Desk::open);
    connect(&m_navigator, &Navigator::said, m_status, &StatusLine::say);
    connect(&m_navigator, &Navigator::backupMade, this, &Desk::followStore);
    connect(m_status, &StatusLine::undoWanted, this, &Desk::undo);
    connect(m_status, &StatusLine::redoWanted, this, &Desk::redo);
    connect(m_status, &StatusLine::backupsWanted, this, [this] { open({u"settings"_s}); });
    connect(&store, &Store::changed, this, &Desk::storeChanged);
    connect(&store, &Store::changed, m_notice, &NoticeBar::clear); // what could be saved is well
    connect(&store, &Store::troubled, this, &Desk::showTrouble);
    connect(&store, &Store::reconnected, this, &Desk::followReconnected);
    connect(&m_navigator, &Navigator::hasFailed, this, &Desk::showTrouble);
    connect(&m_scope, &Scope::changed, this, &Desk::storeChanged);
    addShortcuts();
    followStore();
    offerUnfinished();
    if (!store.notices().isEmpty()) m_notice->tell(store.notices().join(u"。\n"_s) + u'。');
    if (!m_entries.isEmpty()) showPage(0);
}

void Desk::offerUnfinished() {
    for (const PageEntry& entry : std::as_const(m_entries)) {
        const auto unfinished = entry.unfinished ? entry.unfinished(m_context) : std::nullopt;
        if (!unfinished) continue;
        m_notice->offer(unfinished->text, unfinished->verb, [this, target = unfinished->target] {
            m_notice->clear();
            open(target);
        });
    }
}

Desk::~Desk() {
    // Pages hold references to the scope and the navigator, which are members and go first.
    qDeleteAll(m_pages);
    delete m_stack;
}

QWidget* Desk::makeTopBar(const WindowParts& parts) {
    auto* bar = new QFrame(this);
    bar->setObjectName(u"topBar"_s);
    bar->setProperty("role", u"bar"_s);
    m_scopeChooser = new ScopeChooser(m_context, bar);
    m_periodChooser = new PeriodChooser(m_scope, m_store.clock().today(), bar);
    m_find = new FindBox(m_navigator,
                         parts.makeFind ? parts.makeFind(m_context, this) : FindFunction(), bar);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(space::large, space::small, space::large, space::small);
    line->setSpacing(space::large);
    line->addWidget(appMark(bar));
    line->addWidget(m_scopeChooser);
    line->addWidget(m_periodChooser);
    line->addStretch(1);
    line->addWidget(m_find, 1);
    return bar;
}

void Desk::addShortcut(const QKeySequence& keys, const std::function<void()>& action) {
    connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
}

void Desk::addShortcuts() {
    const int count = int(m_entries.size());
    for (int i = 0; i < qMin(count, 9); ++i)
        addShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), [this, i] { showPage(i); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_Tab),
                [this, count] { showPage((m_stack->property("at").toInt() + 1) % count); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab),
                [this, count] { showPage((m_stack->property("at").toInt() + count - 1) % count); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_find->begin(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_G), [this] { m_scopeChooser->openPopup(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_M), [this] { m_periodChooser->openPopup(); });
    addShortcut(QKeySequence(Qt::ALT | Qt::Key_PageUp), [this] { m_periodChooser->goBack(); });
    addShortcut(QKeySequence(Qt::ALT | Qt::Key_PageDown), [this] { m_periodChooser->goOn(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { undo(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_Y), [this] { redo(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { redo(); });
    addShortcut(QKeySequence(Qt::Key_F5), [this] {
        currentPage()->refreshLater();
        storeChanged();
    });
}

Page* Desk::currentPage() const {
    return static_cast<Page*>(m_stack->currentWidget());
}

bool Desk::showPage(int position) {
    Page* now = currentPage();
    if (now && now == m_pages[position]) return true;
    if (now && !now->mayLeave()) {
        m_side->setCurrent(m_stack->property("at").toInt());
        return false;
    }
    if (!m_pages[position]) {
        m_pages[position] = m_entries[position].make(m_context);
        m_stack->addWidget(m_pages[position]);
    }
    m_stack->setProperty("at", position);
    m_stack->setCurrentWidget(m_pages[position]);
    m_side->setCurrent(position);
    // The page tells of it itself.
    if (m_entries[position].unfinished) m_notice->withdraw();
    // A page says by its focus proxy where its keyboard work begins.
    if (m_pages[position]->focusProxy()) m_pages[position]->setFocus(Qt::OtherFocusReason);
    return true;
}

int Desk::positionOf(const QString& pageId) const {
    for (int i = 0; i < m_entries.size(); ++i)
        if (m_entries[i].id == pageId) return i;
    return -1;
}

bool Desk::open(const Target& target) {
    const int position = positionOf(target.page);
    if (position < 0 || !showPage(position)) return false;
    currentPage()->refreshIfStale();
    currentPage()->show(target);
    return true;
}

bool Desk::mayClose() {
    return !currentPage() || currentPage()->mayLeave();
}

void Desk::undo() {
    const auto state = undoState(m_store);
    takeBack(&Store::undo, state ? state->undoRecords : 0, tr("已撤销：%1"));
}

void Desk::redo() {
    const auto state = undoState(m_store);
    takeBack(&Store::redo, state ? state->redoRecords : 0, tr("已重做：%1"));
}

void Desk::takeBack(Step step, qint64 records, const QString& said) {
    if (m_isTakingBack) return;
    m_isTakingBack = true;
    baolei::takeBack(
        this, records,
        [&store = m_store, step](const Store::WorkProgress& progress) {
            return (store.*step)(progress);
        },
        [this, said](const Result<OperationInfo>& done) {
            m_isTakingBack = false;
            showTakenBack(done, said);
        });
}

void Desk::showTakenBack(const Result<OperationInfo>& done, const QString& said) {
    if (done) {
        m_status->say(said.arg(plainLabel(*done)));
    } else {
        showTrouble(done.error());
        ask::error(this, done.error());
    }
}

// An import or a program of many steps costs one look at the end of the turn, not one a step.
void Desk::storeChanged() {
    if (m_isFollowing) return;
    m_isFollowing = true;
    QMetaObject::invokeMethod(this, &Desk::followStore, Qt::QueuedConnection);
}

void Desk::followStore() {
    m_isFollowing = false;
    if (const auto state = undoState(m_store)) m_status->setState(*state);
    for (int i = 0; i < m_entries.size(); ++i)
        if (m_entries[i].waiting) m_side->setWaiting(i, m_entries[i].waiting(m_context));
    const auto backups = backupsIn(backupFolderOf(m_store.path()));
    m_status->setBackup(backups.isEmpty() ? QDateTime() : backups.first().madeAt);
}

// The message of the moment has said it; this stays in sight, with the verb that helps.
void Desk::showTrouble(const Error& error) {
    if (error.code == ErrorCode::Damaged)
        m_notice->warn(tr("数据文件已损坏，新的内容可能存不上。请从最近一份完好的备份恢复。"),
                       tr("恢复备份"), [this] { offerBackup(); });
    else if (error.code == ErrorCode::Io || error.code == ErrorCode::NotFound)
        m_notice->warn(tr("%1。此前已保存的内容都在，正在填写的请先留在窗口里。%2。")
                           .arg(error.what, error.next),
                       tr("重新连接"), [this] { reconnect(); });
}

void Desk::reconnect() {
    if (const auto done = m_store.reconnect(); !done) ask::error(this, done.error());
}

void Desk::followReconnected() {
    m_notice->clear();
    for (Page* page : m_pages)
        if (page) page->refreshLater();
    storeChanged();
    m_status->say(tr("已重新连接数据文件"));
}

void Desk::offerBackup() {
    runInBackground(
        this, tr("正在查找完好的备份"),
        [path = m_store.path()](Progress& progress) -> Result<std::optional<BackupInfo>> {
            const auto found = lastGoodBackup(path, std::ref(progress));
            if (progress.isCancelled()) return fail(Progress::stopped());
            return found;
        },
        [this](const Result<std::optional<BackupInfo>>& backup) {
            if (!backup) return;
            if (*backup)
                m_navigator.restore((*backup)->path);
            else
                ask::inform(this, tr("没有找到完好的备份"),
                            tr("请看看优盘或别的电脑上有没有拷过备份文件夹，"
                               "找到后用开始页上的「从备份恢复」。"));
        });
}

void Desk::backUpNow() {
    if (m_store.isReadOnly()) return; // and nothing new is in it
    m_status->setBackupRunning();
    runInBackground(
        this, tr("正在备份"),
        [path = m_store.path(), &clock = m_store.clock()](Progress& progress) {
            return backUpAutomatically(path, clock, std::ref(progress));
        },
        [this](const Result<QString>& made) {
            if (made) {
                followStore();
            } else {
                m_status->setBackupFailed(made.error());
                if (made.error().code == ErrorCode::Damaged) showTrouble(made.error());
            }
        },
        BackgroundLook::Quiet);
}

} // namespace baolei
