#include "ui/window/scope_chooser.h"

#include "core/names/name_keys.h"
#include "core/people/queries.h"
#include "core/store/setting.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeView>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kIdRole = Qt::UserRole + 1;
constexpr int kSearchRole = Qt::UserRole + 2;

QStandardItem* itemOf(const Organisation& organisation) {
    auto* item = new QStandardItem(organisation.shortName);
    const NameKeys keys = nameKeys(organisation.shortName);
    item->setEditable(false);
    item->setToolTip(organisation.name);
    item->setData(organisation.id.value.toBytes(), kIdRole);
    item->setData(
        (QStringList{organisation.shortName, organisation.name} + keys.initials + keys.pinyin)
            .join(u' '),
        kSearchRole);
    return item;
}
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
    m_filter.setSourceModel(&m_model);
    m_filter.setFilterRole(kSearchRole);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter.setRecursiveFilteringEnabled(true);
    m_filter.setAutoAcceptChildRows(true);
    m_tree->setObjectName(u"scopeTree"_s);
    m_tree->setAccessibleName(tr("党组织"));
    m_tree->setModel(&m_filter);
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

void ScopePopup::setOrganisations(const QString& town, const QList<Organisation>& organisations) {
    m_model.clear();
    auto* whole = new QStandardItem(tr("%1（全部）").arg(town));
    whole->setEditable(false);
    whole->setData(town, kSearchRole);
    m_model.appendRow(whole);
    // Parents come before their children.
    QHash<Id<Organisation>, QStandardItem*> items;
    for (const Organisation& each : organisations) {
        QStandardItem* item = itemOf(each);
        QStandardItem* parent = items.value(each.parentId);
        (parent ? parent : m_model.invisibleRootItem())->appendRow(item);
        items.insert(each.id, item);
    }
}

void ScopePopup::open(Id<Organisation> current) {
    resize(scaled(340), scaled(420));
    show();
    m_search->clear();
    m_search->setFocus();
    m_tree->collapseAll();
    m_tree->expandToDepth(0);
    const QModelIndex at = current.isNull() ? m_filter.index(0, 0) : find(current);
    m_tree->setCurrentIndex(at);
    m_tree->scrollTo(at);
}

QModelIndex ScopePopup::find(Id<Organisation> id) const {
    const auto hits = m_filter.match(m_filter.index(0, 0), kIdRole, id.value.toBytes(), 1,
                                     Qt::MatchExactly | Qt::MatchRecursive);
    return hits.value(0);
}

void ScopePopup::search(const QString& text) {
    m_filter.setFilterFixedString(text.trimmed());
    if (text.trimmed().isEmpty()) return;
    m_tree->expandAll();
    selectFirstHit();
}

// The first line that fits itself, not one that is shown for its children's sake.
void ScopePopup::selectFirstHit() {
    const QString text = m_search->text().trimmed();
    QModelIndex at = m_filter.index(0, 0);
    while (at.isValid() && !at.data(kSearchRole).toString().contains(text, Qt::CaseInsensitive))
        at = m_tree->indexBelow(at);
    m_tree->setCurrentIndex(at);
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
    , m_popup(new ScopePopup(this)) {
    setObjectName(u"scope"_s);
    setIcon(baolei::icon(u"organisation"_s));
    setToolTip(tr("选择党组织  Ctrl+G"));
    connect(this, &QPushButton::clicked, this, &ScopeChooser::openPopup);
    connect(m_popup, &ScopePopup::chosen, &m_context.scope, &Scope::setOrganisation);
    connect(&m_context.scope, &Scope::changed, this, &ScopeChooser::follow);
    connect(&m_context.store, &Store::changed, this, &ScopeChooser::storeChanged);
    read();
}

void ScopeChooser::storeChanged(const Changes& changes) {
    if (changes.touches("organisation") || changes.touches("setting")) read();
}

void ScopeChooser::read() {
    m_town = settingOf(m_context.reader(), kTownName).value_or(QString());
    m_organisations = organisations(m_context.reader()).value_or(QList<Organisation>());
    m_isPopupFilled = false;
    follow();
}

void ScopeChooser::follow() {
    const Id<Organisation> current = m_context.scope.organisation();
    QString name = tr("全部");
    bool isThere = current.isNull();
    for (const Organisation& each : m_organisations) {
        if (each.id != current) continue;
        name = each.shortName;
        isThere = true;
    }
    // An organisation that was taken back or dissolved leaves the whole town in view.
    if (!isThere) {
        m_context.scope.setOrganisation({});
        return;
    }
    setText(u"%1 · %2  ▾"_s.arg(m_town, name));
    setAccessibleName(tr("党组织：%1").arg(name));
}

void ScopeChooser::openPopup() {
    if (!m_isPopupFilled) m_popup->setOrganisations(m_town, m_organisations);
    m_isPopupFilled = true;
    m_popup->move(mapToGlobal(QPoint(0, height())));
    m_popup->open(m_context.scope.organisation());
}

} // namespace baolei
