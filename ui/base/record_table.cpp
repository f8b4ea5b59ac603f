#include "ui/base/record_table.h"

#include "core/spreadsheet/csv_writer.h"
#include "ui/base/ask.h"
#include "ui/base/ui_settings.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kCellPadding = 20;
constexpr qsizetype kMostCopied = 1000; ///< rows; whoever wants more wants a file
constexpr qsizetype kMostRemembered = 2000; ///< selected rows that are found again after a refresh
}

RecordTable::RecordTable(const QString& name, const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
    , m_empty(new EmptyState(viewport())) {
    setObjectName(name);
    setAccessibleName(accessibleName);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    followType();
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& at) { emit recordActivated(m_model->idOfRow(at.row())); });
    for (const auto changed : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(horizontalHeader(), changed, this, [this] { keepWidths(); });
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] { keepWidths(); });
}

void RecordTable::setRecordModel(RecordModelBase* model) {
    m_model = model;
    // Before the view's own reaction to a reset forgets what was selected.
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &RecordTable::rememberSelection);
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &RecordTable::restoreSelection);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_isRestoring) emit currentRecordChanged(currentId());
    });
    for (int column = 0; column < model->columnCount(); ++column) {
        if (!model->heads()[column].isFilling) continue;
        horizontalHeader()->setStretchLastSection(false);
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    }
    restoreWidths();
    placeEmptyState();
}

Uuid RecordTable::currentId() const {
    return m_model ? m_model->idOfRow(currentIndex().row()) : Uuid();
}

// By stretches: with everything selected there is one of them, and a city's rows in it.
QList<int> RecordTable::selectedRows() const {
    QList<int> rows;
    if (!selectionModel()) return rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<Uuid> RecordTable::selectedIds() const {
    QList<Uuid> ids;
    for (const int row : selectedRows())
        ids.append(m_model->idOfRow(row));
    return ids;
}

bool RecordTable::selectId(const Uuid& id) {
    const int row = m_model->rowOfId(id);
    if (row < 0) return false;
    selectRow(row);
    scrollTo(m_model->index(row, 0));
    return true;
}

void RecordTable::copySelection() {
    if (!selectionModel()) return;
    QStringList lines{tabbedLine(m_model->titles())};
    const QList<int> rows = selectedRows();
    if (rows.size() > kMostCopied) {
        ask::inform(this, tr("选中的行太多"),
                    tr("一次最多复制 %1 行，选中了 %2 行，没有复制。请少选一些，或用“导出”。")
                        .arg(kMostCopied)
                        .arg(rows.size()));
        return;
    }
    for (const int row : rows)
        lines.append(tabbedLine(m_model->textsOfRow(row)));
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void RecordTable::rememberSelection() {
    m_rememberedCurrent = currentId();
    m_rememberedIds.clear();
    qsizetype selected = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        selected += range.height();
    if (selected <= kMostRemembered) m_rememberedIds = selectedIds();
}

void RecordTable::restoreSelection() {
    placeEmptyState();
    m_isRestoring = true;
    const int current = m_rememberedCurrent.isNull() ? -1 : m_model->rowOfId(m_rememberedCurrent);
    if (current >= 0)
        selectionModel()->setCurrentIndex(m_model->index(current, 0),
                                          QItemSelectionModel::NoUpdate);
    QItemSelection selection;
    for (const int row : m_model->rowsOfIds({m_rememberedIds.begin(), m_rememberedIds.end()}))
        selection.append(QItemSelectionRange(m_model->index(row, 0),
                                             m_model->index(row, m_model->columnCount() - 1)));
    selectionModel()->select(selection, QItemSelectionModel::Select);
    m_isRestoring = false;
    emit currentRecordChanged(currentId());
}

void RecordTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && !currentId().isNull()) {
        emit recordActivated(currentId());
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        followType();
        if (m_model) restoreWidths();
    }
}

void RecordTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
}

void RecordTable::followType() {
    horizontalHeader()->setMinimumSectionSize(scaled(48));
    verticalHeader()->setDefaultSectionSize(baolei::rowHeight());
    verticalHeader()->setMinimumSectionSize(baolei::rowHeight());
}

void RecordTable::setFirstWidths() {
    const QFontMetrics metrics(font());
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const ColumnHead& head = m_model->heads()[column];
        const int byTitle = metrics.horizontalAdvance(head.title) + kCellPadding + space::small;
        const int byText = metrics.horizontalAdvance(u'国') * head.width + kCellPadding;
        setColumnWidth(column, qMax(byTitle, byText));
    }
}

QString RecordTable::settingsKey() const {
    return u"tables/"_s + objectName();
}

// Widths are kept as for normal type and grow with it.
void RecordTable::restoreWidths() {
    m_isRestoring = true;
    m_widthScale = scaled(100);
    setFirstWidths();
    const QVariantMap kept = uiSetting(settingsKey()).toMap();
    QHeaderView* header = horizontalHeader();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QVariantList place = kept.value(m_model->heads()[column].key).toList();
        if (place.size() != 2) continue;
        if (place[0].toInt() > 0) setColumnWidth(column, scaled(place[0].toInt()));
        const int at = place[1].toInt();
        if (at >= 0 && at < header->count()) header->moveSection(header->visualIndex(column), at);
    }
    m_widths = widths();
    m_isRestoring = false;
}

// What fills the space that is left has its width from the window.
QVariantMap RecordTable::widths() const {
    QVariantMap widths;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (isColumnHidden(column)) continue; // it has no width now, and keeps the one it had
        const int place = horizontalHeader()->visualIndex(column);
        const bool isFilling = m_model->heads()[column].isFilling
            || (horizontalHeader()->stretchLastSection()
                && place == horizontalHeader()->count() - 1);
        widths.insert(
            m_model->heads()[column].key,
            QVariantList{isFilling ? 0 : columnWidth(column) * 100 / m_widthScale, place});
    }
    return widths;
}

void RecordTable::keepWidths() {
    // Between a change of type and the widths that follow it, nothing on the screen is a choice.
    if (m_isRestoring || !m_model || !isVisible() || m_widthScale != scaled(100)) return;
    // Laying out the window is no choice either, and the disk is slow.
    const QVariantMap now = widths();
    if (now == std::exchange(m_widths, now)) return;
    QVariantMap kept = uiSetting(settingsKey()).toMap();
    kept.insert(now);
    keepUiSetting(settingsKey(), kept);
}

void RecordTable::placeEmptyState() {
    const bool isEmpty = !m_model || m_model->rowCount() == 0;
    m_empty->setGeometry(viewport()->rect());
    m_empty->setVisible(isEmpty);
}

} // namespace baolei
