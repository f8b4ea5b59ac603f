#include "ui/window/scope_chooser.h"

#include "core/store/setting.h"
#include "ui/base/icons.h"
#include "ui/base/plain_texts.h"
#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeView>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostHits = 60;
constexpr int kIdRole = OutlineModel::kIdRole;
}

ScopePopup::ScopePopup(QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeView(this)) {
    setObjectName(u"scopePopup"_s);
    setProperty("role", u"popup"_s);
    m_search->setObjectName(u"scopeSearch"_s);
    m_search->setPlaceholderText(tr("村名、拼音或首字母"));
    m_search->setAccessibleName(tr("查找党组织"));
    m_search->installEventFilter(this);
    m_tree->setObjectName(u"scopeTree"_s);
    m_tree->setAccessibleName(tr("党组织"));
    m_tree->setModel(&m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::small, space::small, space::small, space::small);
    column->setSpacing(space::small);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ScopePopup::search);
    connect(m_tree, &QTreeView::clicked, this, &ScopePopup::choose);
}

void ScopePopup::setOutline(const QString& town, const std::shared_ptr<const Outline>& outline) {
    m_outline = outline;
    m_model.setOutline(town, outline);
    if (isVisible()) search(m_search->text());
}

void ScopePopup::open(Id<Organisation> current) {
    m_current = current;
    resize(scaled(340), scaled(420));
    show();
    m_search->clear();
    m_search->setFocus();
    showTree();
}

void ScopePopup::showTree() {
    m_tree->setModel(&m_model);
    m_tree->setRootIsDecorated(true);
    m_tree->collapseAll();
    m_tree->expandToDepth(0);
    const QModelIndex at = m_model.indexOf(m_current);
    m_tree->setCurrentIndex(at);
    m_tree->scrollTo(at);
}

// What fits stands in a list of its own: a tree of thousands would have to be gone through anew
// with each letter.
void ScopePopup::search(const QString& text) {
    const QString typed = text.trimmed();
    if (typed.isEmpty() || !m_outline) {
        showTree();
        return;
    }
    m_hits.clear();
    for (const int place : m_outline->find(typed, kMostHits)) {
        const OutlineLine& line = m_outline->lines()[place];
        auto* item = new QStandardItem(line.shortName);
        item->setEditable(false);
        item->setToolTip(line.name);
        item->setData(line.id.value.toBytes(), kIdRole);
        m_hits.appendRow(item);
    }
    m_tree->setModel(&m_hits);
    m_tree->setRootIsDecorated(false);
    m_tree->setCurrentIndex(m_hits.index(0, 0));
}

void ScopePopup::choose(const QModelIndex& at) {
    if (!at.isValid()) return;
    hide();
    emit chosen({Uuid::fromBytes(at.data(kIdRole).toByteArray())});
}

bool ScopePopup::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        choose(m_tree->currentIndex());
        return true;
    }
    const bool isWalk = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up;
    if (watched == m_search && isWalk) {
        m_tree->setFocus();
        const QModelIndex at = m_tree->currentIndex();
        m_tree->setCurrentIndex(key->key() == Qt::Key_Down ? m_tree->indexBelow(at)
                                                           : m_tree->indexAbove(at));
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

ScopeChooser::ScopeChooser(const PageContext& context, QWidget* parent)
    : QPushButton(parent)
    , m_context(context)
    , m_directory(context.directory ? context.directory : new Directory(context.store, this))
    , m_popup(new ScopePopup(this)) {
    setObjectName(u"scope"_s);
    setIcon(baolei::icon(u"organisation"_s));
    setToolTip(tr("选择党组织  Ctrl+G"));
    connect(this, &QPushButton::clicked, this, &ScopeChooser::openPopup);
    connect(m_popup, &ScopePopup::chosen, &m_context.scope, &Scope::setOrganisation);
    connect(&m_context.scope, &Scope::changed, this, &ScopeChooser::follow);
    connect(&m_context.store, &Store::changed, this, &ScopeChooser::storeChanged);
    connect(m_directory, &Directory::outlineRead, this, [this] {
        m_popup->setOutline(settingOf(m_context.reader(), kTownName).value_or(QString()),
                            m_directory->outline());
    });
    m_directory->startOutline();
    follow();
}

void ScopeChooser::storeChanged(const Changes& changes) {
    if (changes.touches("organisation") || changes.touches("setting")) follow();
}

void ScopeChooser::follow() {
    const QString town = settingOf(m_context.reader(), kTownName).value_or(QString());
    const Id<Organisation> current = m_context.scope.organisation();
    QString name = tr("全部");
    bool isThere = current.isNull();
    if (!isThere) {
        const auto found = m_context.reader().find(current);
        isThere = found && *found && (*found)->dissolvedOn.isNull();
        if (isThere) name = (*found)->shortName;
    }
    // An organisation that was taken back or dissolved leaves the whole town in view.
    if (!isThere) {
        m_context.scope.setOrganisation({});
        return;
    }
    setText(onButton(u"%1 · %2  ▾"_s.arg(town, name)));
    setAccessibleName(tr("党组织：%1").arg(name));
}

void ScopeChooser::openPopup() {
    m_popup->move(mapToGlobal(QPoint(0, height())));
    m_popup->open(m_context.scope.organisation());
}

} // namespace baolei
