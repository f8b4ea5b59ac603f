#include "ui/people/organisation_tree.h"

#include "core/people/codes.h"
#include "core/store/setting.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// So many levels are open at first: the town and what is right below its committee.
constexpr int kOpenLevels = 2;

// Members belong to a branch and to a group at once; a branch must not count them twice.
void addUpwards(OrganisationTree& tree, const QHash<Id<Organisation>, int>& inBranches,
                const QHash<Id<Organisation>, int>& inGroups) {
    tree.members = inBranches;
    for (auto it = tree.organisations.crbegin(); it != tree.organisations.crend(); ++it)
        if (it->type != u"group"_s) tree.members[it->parentId] += tree.members.value(it->id);
    for (auto it = inGroups.cbegin(); it != inGroups.cend(); ++it)
        tree.members[it.key()] += it.value();
    tree.members[{}] = 0;
    for (const int number : inBranches)
        tree.members[{}] += number;
}
}

Result<OrganisationTree> readOrganisationTree(const Reader& reader) {
    OrganisationTree tree;
    auto all = organisations(reader);
    if (!all) return fail(all.error());
    tree.organisations = std::move(*all);
    const auto town = settingOf(reader, kTownName);
    if (!town) return fail(town.error());
    tree.town = *town;
    QHash<Id<Organisation>, int> inBranches;
    QHash<Id<Organisation>, int> inGroups;
    const auto done
        = reader.each("SELECT branch_id, group_id, count(*) FROM live_person"
                      " WHERE left_on IS NULL AND stage IN ('full', 'probationary') GROUP BY 1, 2",
                      {}, [&](const Row& row) {
                          inBranches[row.as<Id<Organisation>>(0)] += int(row.integer(2));
                          if (!row.isNull(1))
                              inGroups[row.as<Id<Organisation>>(1)] += int(row.integer(2));
                      });
    if (!done) return fail(done.error());
    addUpwards(tree, inBranches, inGroups);
    return tree;
}

void OrganisationModel::setTree(OrganisationTree tree) {
    beginResetModel();
    m_tree = std::move(tree);
    m_nodes = QList<Node>(m_tree.organisations.size() + 1);
    m_nodeOf.clear();
    for (int node = 1; node < m_nodes.size(); ++node) {
        const Organisation& each = m_tree.organisations[node - 1];
        m_nodeOf.insert(each.id, node);
        const int parent = m_nodeOf.value(each.parentId, 0);
        m_nodes[node].parent = parent;
        m_nodes[node].row = int(m_nodes[parent].children.size());
        m_nodes[parent].children.append(node);
    }
    endResetModel();
}

void OrganisationModel::setMembers(const QHash<Id<Organisation>, int>& members) {
    m_tree.members = members;
    // Only what is on the screen is drawn again; a view asks for nothing else.
    emit dataChanged(index(0, 0), index(0, 1));
}

Id<Organisation> OrganisationModel::idAt(const QModelIndex& at) const {
    const int node = nodeOf(at);
    return node > 0 ? m_tree.organisations[node - 1].id : Id<Organisation>();
}

QModelIndex OrganisationModel::indexOfNode(int node) const {
    if (node < 0 || node >= m_nodes.size()) return {};
    return createIndex(m_nodes[node].row, 0, quintptr(node));
}

QModelIndex OrganisationModel::indexOf(Id<Organisation> id) const {
    return indexOfNode(id.isNull() ? 0 : m_nodeOf.value(id, -1));
}

QModelIndex OrganisationModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    const int node = parent.isValid() ? m_nodes[nodeOf(parent)].children[row] : 0;
    return createIndex(row, column, quintptr(node));
}

QModelIndex OrganisationModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOfNode(m_nodes[nodeOf(child)].parent) : QModelIndex();
}

int OrganisationModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return m_nodes.isEmpty() ? 0 : 1;
    return parent.column() == 0 ? int(m_nodes[nodeOf(parent)].children.size()) : 0;
}

int OrganisationModel::columnCount(const QModelIndex& /*parent*/) const {
    return 2;
}

QVariant OrganisationModel::data(const QModelIndex& at, int role) const {
    const int node = nodeOf(at);
    if (node < 0) return {};
    const int members = m_tree.members.value(idAt(at));
    const Organisation* one = node > 0 ? &m_tree.organisations[node - 1] : nullptr;
    const QString name = one ? one->shortName : m_tree.town;
    if (role == Qt::AccessibleTextRole) return tr("%1，%2 名党员").arg(name).arg(members);
    if (at.column() == 1) {
        if (role == Qt::DisplayRole) return QString::number(members);
        if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
        if (role == Qt::ForegroundRole) return colourOf(Tone::Secondary);
        return {};
    }
    if (role == Qt::DisplayRole) return name;
    if (role == Qt::ToolTipRole && one)
        return u"%1\n%2"_s.arg(one->name, nameOf(u"organisation_type", one->type));
    return {};
}

OrganisationTreeView::OrganisationTreeView(QWidget* parent)
    : QTreeView(parent)
    , m_model(new OrganisationModel(this)) {
    setObjectName(u"organisations"_s);
    setAccessibleName(tr("党组织"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setIndentation(scaled(12));
    setTextElideMode(Qt::ElideRight);
    setModel(m_model);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(scaled(24));
}

void OrganisationTreeView::setTree(OrganisationTree tree) {
    if (tree.town == this->tree().town && tree.organisations == this->tree().organisations) {
        m_model->setMembers(tree.members);
        viewport()->update();
        return;
    }
    const Id<Organisation> before = current();
    const bool isFirst = m_model->rowCount() == 0;
    QList<Id<Organisation>> open;
    for (const Organisation& each : m_model->tree().organisations)
        if (isExpanded(m_model->indexOf(each.id))) open.append(each.id);
    m_isQuiet = true;
    m_model->setTree(std::move(tree));
    m_isQuiet = false;
    expandToDepth(isFirst ? kOpenLevels - 1 : 0);
    for (const auto& id : open)
        expand(m_model->indexOf(id));
    setCurrent(before);
    fitColumns();
}

Id<Organisation> OrganisationTreeView::current() const {
    return m_model->idAt(currentIndex());
}

QString OrganisationTreeView::currentName() const {
    return m_model->index(currentIndex().row(), 0, currentIndex().parent()).data().toString();
}

bool OrganisationTreeView::isBelow(Id<Organisation> one, Id<Organisation> above) const {
    const QModelIndex top = m_model->indexOf(above);
    QModelIndex at = m_model->indexOf(one);
    while (at.isValid() && at != top)
        at = at.parent();
    return at.isValid();
}

void OrganisationTreeView::setCurrent(Id<Organisation> id) {
    const QModelIndex at = m_model->indexOf(id);
    if (!at.isValid()) return;
    m_isQuiet = true;
    setCurrentIndex(at);
    scrollTo(at);
    m_isQuiet = false;
    emit currentShown();
}

void OrganisationTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    if (m_isQuiet || !current.isValid()) return;
    emit chosen(m_model->idAt(current));
    emit currentShown();
}

void OrganisationTreeView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit editWanted();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void OrganisationTreeView::changeEvent(QEvent* event) {
    QTreeView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return;
    setIndentation(scaled(12));
    fitColumns();
}

void OrganisationTreeView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    fitColumns();
}

void OrganisationTreeView::fitColumns() {
    const int most = qMax(100, m_model->tree().members.value({}));
    const int figures = fontMetrics().horizontalAdvance(QString::number(most)) + space::large;
    setColumnWidth(1, figures);
    setColumnWidth(0, qMax(0, viewport()->width() - figures));
}

} // namespace baolei
