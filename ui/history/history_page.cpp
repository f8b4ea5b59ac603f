#include "ui/history/history_page.h"

#include "ui/base/ask.h"
#include "ui/base/figures.h"
#include "ui/base/table_export.h"
#include "ui/base/take_back.h"

#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kStep = 200;
constexpr qint64 kShownRecords = 200;

QString whenText(const QDateTime& utc) {
    return utc.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

QString stateText(const OperationInfo& operation) {
    return operation.isReverted ? HistoryPage::tr("已撤销") : QString();
}

// In a list the year of today goes without saying.
QString shortWhen(const QDateTime& utc, int thisYear) {
    const QString full = whenText(utc);
    return utc.toLocalTime().date().year() == thisYear ? full.sliced(5) : full;
}

QList<RecordColumn<OperationInfo>> operationColumnsShown(int thisYear) {
    using O = OperationInfo;
    using C = RecordColumn<O>;
    const auto ink = [](const O& o) { return o.isReverted ? Tone::Exempt : Tone::Text; };
    const auto when = [thisYear](const O& o) { return shortWhen(o.wallTime, thisYear); };
    const auto label = [](const O& o) { return o.label; };
    const auto actor = [](const O& o) { return o.actor; };
    return {C(u"when"_s, HistoryPage::tr("时间"), when).wide(6).inked(ink).sortedBy([](const O& o) {
                return SortKey(o.seq);
            }),
            C(u"label"_s, HistoryPage::tr("做了什么"), label).filling().inked(ink).hinted(label),
            C(u"actor"_s, HistoryPage::tr("谁"), actor).wide(3).inked(ink),
            C(u"state"_s, HistoryPage::tr("状态"), stateText).wide(3).inked(ink)};
}
}

HistoryPage::HistoryPage(const PageContext& context, QList<const Table*> tables)
    : Page(context, tr("历史"))
    , m_tables(std::move(tables))
    , m_operations(new RecordModel<OperationInfo>(
          operationColumnsShown(context.clock().today().year()),
          [](const OperationInfo& o) { return o.id; }, this))
    , m_details(new RecordModel<Detail>(
          detailColumns(), [](const Detail& d) { return d.id; }, this)) {
    m_takeBack = addPrimaryButton(tr("撤销这一步"), u"undo"_s, QKeySequence(Qt::CTRL | Qt::Key_D));
    m_takeBack->setObjectName(u"takeBack"_s);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(makeList());
    split->addWidget(makeDetail());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(space::medium);
    body()->addWidget(split, 1);
    setFocusProxy(m_list);
    connect(m_takeBack, &QPushButton::clicked, this, &HistoryPage::takeBackChosen);
    auto* toFile = addHeadButton(tr("导出"), u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E));
    toFile->setObjectName(u"exportHistory"_s);
    connect(toFile, &QPushButton::clicked, this,
            [this] { exportShown(this, navigator(), *m_operations, tr("历史")); });
}

QList<RecordColumn<HistoryPage::Detail>> HistoryPage::detailColumns() {
    using D = Detail;
    using C = RecordColumn<D>;
    const auto before = [](const D& d) { return d.line.before; };
    const auto after = [](const D& d) { return d.line.after; };
    return {C(u"record"_s, tr("记录"), [](const D& d) { return d.line.record; }).filling(),
            C(u"item"_s, tr("项目"), [](const D& d) { return d.line.item; }).wide(6),
            C(u"before"_s, tr("之前"), before).filling().hinted(before),
            C(u"after"_s, tr("之后"), after).filling().hinted(after)};
}

QWidget* HistoryPage::makeList() {
    auto* side = new QWidget(this);
    m_filter = new QLineEdit(side);
    m_filter->setObjectName(u"historyFilter"_s);
    m_filter->setAccessibleName(tr("筛选"));
    m_filter->setPlaceholderText(tr("筛选：做了什么、谁   Ctrl+F"));
    m_filter->setClearButtonEnabled(true);
    m_list = new RecordTable(u"operations"_s, tr("操作"), side);
    m_list->setRecordModel(m_operations);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->emptyState().set(tr("没有符合的操作。每做一步，这里都会记下来，可以一步一步撤销。"));
    m_older = new QPushButton(tr("再看更早的"), side);
    m_older->setObjectName(u"older"_s);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(m_older, 0, Qt::AlignLeft);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_filter,
            [this] { m_filter->setFocus(); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_operations->setFilter([text](const OperationInfo& o) {
            return o.label.contains(text, Qt::CaseInsensitive) || o.actor.contains(text);
        });
    });
    connect(m_list, &RecordTable::currentRecordChanged, this, &HistoryPage::showChanges);
    connect(m_older, &QPushButton::clicked, this, &HistoryPage::readOlder);
    return side;
}

QWidget* HistoryPage::makeDetail() {
    auto* card = new Card(this);
    m_heading = new QLabel(card);
    m_heading->setObjectName(u"operationHeading"_s);
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    m_detail = new RecordTable(u"changes"_s, tr("这一步改动了什么"), card);
    m_detail->setRecordModel(m_details);
    m_detail->setSortingEnabled(false);
    m_detail->emptyState().set(tr("在左边选一步，看它改动了什么。"));
    card->box()->addWidget(m_heading);
    card->box()->addWidget(m_detail, 1);
    return card;
}

QSet<QByteArray> HistoryPage::tables() const {
    QSet<QByteArray> names;
    for (const Table* table : m_tables)
        names.insert(table->name());
    return names;
}

void HistoryPage::refresh() {
    HistoryFilter filter;
    filter.limit = m_limit;
    const auto found = operations(reader(), filter);
    if (!succeeded(found)) return;
    m_operations->setRecords(*found);
    m_older->setVisible(found->size() >= m_limit);
    if (m_list->currentId().isNull() && !found->isEmpty()) m_list->selectId(found->first().id);
}

void HistoryPage::readOlder() {
    m_limit += kStep;
    refresh();
}

const OperationInfo* HistoryPage::chosen() const {
    return m_operations->find(m_list->currentId());
}

void HistoryPage::showChanges() {
    const OperationInfo* operation = chosen();
    m_takeBack->setEnabled(operation && !operation->isReverted
                           && hasWayBack(operation->key));
    QList<Detail> details;
    QString heading;
    if (operation) {
        heading = tr("%1\n%2  %3  改动 %4 条记录")
                      .arg(operation->label, whenText(operation->wallTime), operation->actor)
                      .arg(operation->lines);
        if (operation->lines > kShownRecords)
            heading += tr("（下面是前 %1 条）").arg(kShownRecords);
        const auto lines = changeLines(reader(), operation->seq, m_tables, kShownRecords);
        if (lines) {
            for (const ChangeLine& line : *lines) {
                Uuid id;
                const auto at = details.size();
                id.bytes[0] = static_cast<unsigned char>(at >> 16);
                id.bytes[1] = static_cast<unsigned char>(at >> 8);
                id.bytes[2] = static_cast<unsigned char>(at);
                id.bytes[15] = 1;
                details.append({id, line});
            }
        }
    }
    m_heading->setText(heading);
    m_details->setRecords(details);
}

void HistoryPage::takeBackChosen() {
    const OperationInfo* operation = chosen();
    if (!operation) return;
    takeBack(
        this, operation->lines,
        [&store = store(), id = operation->id](const Store::WorkProgress& progress) {
            return store.revert(id, progress);
        },
        [this, label = operation->label](const Result<OperationInfo>& done) {
            if (succeeded(done)) navigator().say(tr("已撤销：%1").arg(label));
        });
}

} // namespace baolei
