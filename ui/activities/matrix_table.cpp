#include "ui/activities/matrix_table.h"

#include "core/spreadsheet/csv_writer.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kFirstMonth = 1;
constexpr int kTally = 13;
constexpr int kMonthWidth = 38;
constexpr int kFrame = 2;
constexpr int kStillness = 30; // ms without scrolling, before what is shown is read

// The cell that the keyboard is on has a frame: a ground alone is lost among the shaded months.
class CellDelegate final : public QStyledItemDelegate {
public:
    explicit CellDelegate(MatrixTable* table)
        : QStyledItemDelegate(table)
        , m_table(table) { }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const bool isCurrent = index == m_table->currentIndex();
        if (isCurrent || m_table->isShaded(index.column()))
            painter->fillRect(option.rect, colourOf(isCurrent ? Tone::Selection : Tone::Hover));
        // The sheet's selection would take the colour of the symbol away.
        QStyleOptionViewItem plain = option;
        plain.state &= ~(QStyle::State_HasFocus | QStyle::State_Selected);
        QStyledItemDelegate::paint(painter, plain, index);
        if (!isCurrent) return;
        painter->setPen(QPen(colourOf(m_table->hasFocus() ? Tone::Text : Tone::Secondary), kFrame));
        painter->drawRect(option.rect.adjusted(1, 1, -kFrame, -kFrame));
    }

private:
    MatrixTable* m_table;
};

// The worst first.
SortKey rankOf(const MonthCell& cell) {
    const auto status = statusOf(cell);
    if (!status) return std::monostate{};
    constexpr std::array<qint64, 8> kRanks{6, 1, 0, 2, 3, 4, 5, 7}; // in the order of Status
    return kRanks[static_cast<size_t>(*status)];
}
}

MatrixTable::MatrixTable(QWidget* parent)
    : QTableView(parent)
    , m_empty(new EmptyState(viewport())) {
    setObjectName(u"matrix"_s);
    setAccessibleName(tr("组织生活矩阵"));
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setItemDelegate(new CellDelegate(this));
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(this, &QTableView::doubleClicked, this, &MatrixTable::cellActivated);
    m_look.setSingleShot(true);
    m_look.setInterval(kStillness);
    connect(&m_look, &QTimer::timeout, this, &MatrixTable::askForShown);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_look.start(); });
}

void MatrixTable::makeModel() {
    using L = MatrixLine;
    using C = RecordColumn<L>;
    QList<C> columns{C(u"title"_s, m_isByKind ? tr("类型") : tr("支部"), [](const L& l) {
                         return l.title;
                     }).hinted([](const L& l) {
                           return l.hint;
                       }).sortedBy([](const L& l) { return SortKey(qint64(l.rank)); })};
    for (int month = 0; month < 12; ++month) {
        const auto cell = [month](const L& l) { return l.months[size_t(month)]; };
        columns.append(
            C(QString::number(month + 1), QString::number(month + 1),
              [month](const L& l) { return symbolAt(l, month); })
                .centred()
                .inked([cell](const L& l) {
                    const auto status = statusOf(cell(l));
                    return status ? toneOf(*status) : Tone::Text;
                })
                .hinted([this, month](const L& l) { return explainCell(*m_answer, l, month); })
                .sortedBy([cell](const L& l) { return rankOf(cell(l)); }));
    }
    const auto tally = [this](const L& l) { return tallyOf(*m_answer, l); };
    columns.append(C(u"tally"_s, m_isByKind ? tr("完成") : tr("已完成/应完成"), tally)
                       .hinted(tally)
                       .sortedBy([](const L& l) { return SortKey(qint64(l.have - l.need)); }));
    if (m_isByKind) {
        const auto demand = [this](const L& l) { return m_answer->demands.value(l.kind); };
        columns.append(C(u"demand"_s, tr("要求"), demand).hinted(demand).inked([](const L&) {
            return Tone::Secondary;
        }));
    }
    RecordModelBase* old = m_model;
    m_model = new RecordModel<L>(
        columns, [](const L& l) { return l.id; }, this);
    setModel(m_model);
    delete old;
    if (m_filter) m_model->setFilter(m_filter);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MatrixTable::placeEmptyState);
    followType();
}

void MatrixTable::setAnswer(std::shared_ptr<const PageAnswer> answer, int kind) {
    keepCell([&] {
        const bool isByKind = answer->isOneBranch && kind < 0;
        const bool isOtherKindOfLine = isByKind != m_isByKind;
        m_answer = std::move(answer);
        m_isByKind = isByKind;
        if (!m_model || isOtherKindOfLine) makeModel();
        m_model->setRecords(matrixLines(*m_answer, kind));
    });
}

void MatrixTable::setFilter(std::function<bool(const MatrixLine&)> filter) {
    m_filter = std::move(filter);
    if (m_model) keepCell([this] { m_model->setFilter(m_filter); });
}

// New lines forget the cell that is chosen. Where there was none, or its line is gone, the month
// that the window is on is chosen in the first line.
void MatrixTable::keepCell(const std::function<void()>& change) {
    const MatrixLine* line = currentLine();
    const Uuid chosen = line ? line->id : Uuid();
    const int column = currentIndex().column();
    change();
    const int row = chosen.isNull() ? -1 : m_model->rowOfId(chosen);
    const int fallback = m_answer ? m_answer->period.last().month() - 1 + kFirstMonth : 0;
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(qMax(0, row), row < 0 || column < 0 ? fallback : column));
    placeEmptyState();
    m_look.start();
    emit currentCellChanged();
}

void MatrixTable::askForShown() {
    if (!m_model || m_model->rowCount() == 0) return;
    const int first = qMax(0, rowAt(0));
    const int below = rowAt(viewport()->height() - 1);
    const int last = below < 0 ? m_model->rowCount() - 1 : below;
    QList<Id<Organisation>> unread;
    for (int row = first; row <= last && unread.size() < kFirstLines; ++row)
        if (const MatrixLine& line = m_model->record(row); !line.isRead)
            unread.append(line.organisation);
    if (!unread.isEmpty()) emit linesWanted(unread);
}

const MatrixLine* MatrixTable::currentLine() const {
    const int row = currentIndex().row();
    return m_model && row >= 0 && row < m_model->rowCount() ? &m_model->record(row) : nullptr;
}

int MatrixTable::currentMonth() const {
    const int month = currentIndex().column() - kFirstMonth;
    return month >= 0 && month < 12 ? month : -1;
}

bool MatrixTable::choose(Id<Organisation> organisation, int month) {
    for (int row = 0; m_model && row < m_model->rowCount(); ++row) {
        if (m_model->record(row).organisation != organisation) continue;
        setCurrentIndex(m_model->index(row, month + kFirstMonth));
        return true;
    }
    return false;
}

QString MatrixTable::explanation() const {
    const MatrixLine* line = currentLine();
    if (!line) return {};
    if (currentMonth() >= 0) return explainCell(*m_answer, *line, currentMonth());
    return line->title + u'\n' + tallyOf(*m_answer, *line);
}

bool MatrixTable::isShaded(int column) const {
    const int month = column - kFirstMonth + 1;
    if (!m_answer || month < 1 || month > 12) return false;
    const Period& period = m_answer->period;
    return period.unit != Period::Unit::Year && period.contains(QDate(period.year, month, 1));
}

void MatrixTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    emit currentCellChanged();
}

void MatrixTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copyLine();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentLine()) {
        emit cellActivated();
        return;
    }
    QTableView::keyPressEvent(event);
}

void MatrixTable::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse)
        if (const QModelIndex at = indexAt(viewport()->mapFromGlobal(event->globalPos()));
            at.isValid())
            setCurrentIndex(at);
    if (!currentLine()) return;
    const QRect cell = visualRect(currentIndex());
    emit menuWanted(viewport()->mapToGlobal(cell.bottomLeft()));
}

void MatrixTable::copyLine() const {
    const int row = currentIndex().row();
    if (row < 0) return;
    QApplication::clipboard()->setText(tabbedLine(m_model->titles()) + u'\n'
                                       + tabbedLine(m_model->textsOfRow(row)));
}

void MatrixTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) followType();
}

void MatrixTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
    m_look.start();
}

void MatrixTable::followType() {
    QHeaderView* header = horizontalHeader();
    verticalHeader()->setDefaultSectionSize(baolei::rowHeight());
    verticalHeader()->setMinimumSectionSize(baolei::rowHeight());
    header->setMinimumSectionSize(scaled(28));
    if (!m_model) return;
    header->setSectionResizeMode(QHeaderView::Interactive);
    setColumnWidth(
        0, QFontMetrics(font()).horizontalAdvance(u'国') * (m_isByKind ? 7 : 11) + space::large);
    for (int month = 0; month < 12; ++month) {
        header->setSectionResizeMode(kFirstMonth + month, QHeaderView::Fixed);
        setColumnWidth(kFirstMonth + month, scaled(kMonthWidth));
    }
    setColumnWidth(kTally, header->sectionSizeHint(kTally) + space::large);
    header->setSectionResizeMode(m_model->columnCount() - 1, QHeaderView::Stretch);
}

void MatrixTable::placeEmptyState() {
    m_empty->setGeometry(viewport()->rect());
    m_empty->setVisible(!m_model || m_model->rowCount() == 0);
}

} // namespace baolei
