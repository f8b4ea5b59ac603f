#include "ui/people/import_preview_step.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImportWizard)
};

constexpr qsizetype kMostSorted = 10'000;
constexpr auto kAdded = "added";
constexpr auto kChanged = "changed";
constexpr auto kSame = "same";
constexpr auto kWarned = "warned";
constexpr auto kRefused = "refused";

Uuid keyOf(int number) {
    Uuid key;
    for (size_t i = 0; i < sizeof number; ++i)
        key.bytes[i] = static_cast<unsigned char>(number >> (8 * i));
    key.bytes[15] = 1; // never the null id
    return key;
}

Status statusOf(Verdict verdict) {
    return verdict == Verdict::Refuse ? Status::Missing
        : verdict == Verdict::Warn    ? Status::Due
                                      : Status::Done;
}

QString actionText(const PlannedRow& row) {
    switch (row.action) {
    case RowAction::Add:
        return Text::tr("新增");
    case RowAction::Change:
        return Text::tr("更新");
    case RowAction::Same:
        return Text::tr("无变化");
    case RowAction::None:
        break;
    }
    return u"–"_s;
}

QString cellOf(const PlannedChange& change, const QString& value) {
    if (value.isEmpty()) return Text::tr("（空）");
    return change.isPrivate ? maskedCell() : value;
}

bool isOfFigure(const PlannedRow& row, const QString& key) {
    if (key == QLatin1String(kAdded)) return row.action == RowAction::Add;
    if (key == QLatin1String(kChanged)) return row.action == RowAction::Change;
    if (key == QLatin1String(kSame)) return row.action == RowAction::Same;
    if (key == QLatin1String(kWarned)) return row.verdict == Verdict::Warn;
    if (key == QLatin1String(kRefused)) return row.verdict == Verdict::Refuse;
    return true;
}
}

QString verdictText(Verdict verdict) {
    const QString word = verdict == Verdict::Refuse ? Text::tr("退回")
        : verdict == Verdict::Warn                  ? Text::tr("提醒")
                                                    : Text::tr("收下");
    return symbolOf(statusOf(verdict)) + u' ' + word;
}

ImportPreviewStep::ImportPreviewStep(ImportState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_notes(new QLabel(this))
    , m_merge(new QCheckBox(tr("同支部、同名而没有身份证号的，算作库中的同一人"), this))
    , m_figures(new FigureBar(u"importFigures"_s, this))
    , m_table(new RecordTable(u"importRows"_s, tr("表格各行的处理"), this))
    , m_reasons(new QLabel(this))
    , m_changes(new RecordTable(u"importChanges"_s, tr("选中的人会改动什么"), this)) {
    makeModels();
    m_notes->setObjectName(u"importNotes"_s);
    m_merge->setObjectName(u"mergeLikely"_s);
    m_reasons->setObjectName(u"importReasons"_s);
    for (QLabel* label : {m_notes, m_reasons}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    setInk(m_notes, Tone::Secondary);
    m_reasons->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_figures);
    column->addWidget(m_notes);
    column->addWidget(m_merge);
    column->addWidget(m_table, 3);
    column->addWidget(m_reasons);
    column->addWidget(m_changes, 1);
    setFocusProxy(m_table);
    connect(m_figures, &FigureBar::chosenChanged, this, [this](const QString& key) {
        m_model->setFilter([key](const PlannedRow& row) { return isOfFigure(row, key); });
        if (!current() && m_model->rowCount() > 0) m_table->selectRow(0);
        showCurrent();
    });
    connect(m_table, &RecordTable::currentRecordChanged, this, [this] { showCurrent(); });
    connect(m_merge, &QCheckBox::clicked, this, &ImportPreviewStep::mergeWanted);
}

void ImportPreviewStep::makeModels() {
    using Line = RecordColumn<PlannedRow>;
    m_model = new RecordModel<PlannedRow>(
        {Line(u"verdict"_s, tr("处理"), [](const PlannedRow& r) { return verdictText(r.verdict); })
             .wide(4)
             .sortedBy([](const PlannedRow& r) { return SortKey(-qint64(r.verdict)); })
             .inked([](const PlannedRow& r) { return toneOf(statusOf(r.verdict)); }),
         Line(u"row"_s, tr("行号"), [](const PlannedRow& r) { return QString::number(r.row); })
             .right()
             .wide(4)
             .sortedBy([](const PlannedRow& r) { return SortKey(qint64(r.row)); }),
         Line(u"name"_s, tr("姓名"), [](const PlannedRow& r) { return r.name; }).wide(5),
         Line(u"branch"_s, tr("党支部"), [this](const PlannedRow& r) { return branchOf(r); })
             .wide(10)
             .sortedBy([](const PlannedRow& r) { return SortKey(qint64(r.branch)); }),
         Line(u"action"_s, tr("结果"), actionText).wide(4).sortedBy([](const PlannedRow& r) {
             return SortKey(qint64(r.action));
         }),
         Line(u"why"_s, tr("原因和改动"),
              [this](const PlannedRow& r) {
                  QStringList parts = reasonTexts(r.reasons);
                  if (const QString changes = changesText(r); !changes.isEmpty())
                      parts.append(changes);
                  return parts.join(u'；');
              })
             .filling()
             .sortedBy([](const PlannedRow& r) { return SortKey(qint64(r.reasons)); })
             .hinted([](const PlannedRow& r) { return reasonTexts(r.reasons).join(u'\n'); })},
        [](const PlannedRow& r) { return keyOf(r.row); }, this);
    m_table->setRecordModel(m_model);
    m_table->emptyState().set(tr("没有这样的行。"));
    using Change = RecordColumn<PlannedChange>;
    m_changesModel = new RecordModel<PlannedChange>(
        {Change(u"column"_s, tr("项目"), [](const PlannedChange& c) { return c.column; }).wide(9),
         Change(u"before"_s, tr("原来"), [](const PlannedChange& c) { return cellOf(c, c.before); })
             .wide(16),
         Change(u"after"_s, tr("改为"), [](const PlannedChange& c) { return cellOf(c, c.after); })
             .filling()},
        [](const PlannedChange& c) { return keyOf(int(qHash(c.column) & 0x7fffffff)); }, this);
    m_changes->setRecordModel(m_changesModel);
}

void ImportPreviewStep::load() {
    auto before = std::exchange(m_plan, m_state.plan);
    // A city's rows stay as they stand in the file: their names are not sorted within a blink.
    m_table->setSortingEnabled(m_plan->rows.size() <= kMostSorted);
    m_model->setRecords(m_plan->rows);
    letGo(std::move(before));
    m_figures->choose({});
    showFigures();
    showNotes();
    if (m_model->rowCount() > 0) m_table->selectRow(0);
    // Where nobody on record would change there is nothing to compare.
    m_changes->setVisible(!m_plan->changes.isEmpty());
    showCurrent();
}

void ImportPreviewStep::showFigures() {
    const ImportPlan& plan = *m_plan;
    m_figures->setFigures({{{}, tr("全部"), plan.rows.size()},
                           {QLatin1String(kAdded), tr("新增"), plan.added},
                           {QLatin1String(kChanged), tr("更新"), plan.changed},
                           {QLatin1String(kSame), tr("无变化"), plan.same},
                           {QLatin1String(kWarned), tr("提醒"), plan.warned, Status::Due},
                           {QLatin1String(kRefused), tr("退回"), plan.refused, Status::Missing}});
}

void ImportPreviewStep::showNotes() {
    QStringList notes = m_plan->notes;
    if (const int made = m_plan->newBranches(); made > 0)
        notes.append(tr("会新建%1个党支部").arg(made));
    if (m_plan->moved > 0) notes.append(tr("%1人换了支部，会登记为转移").arg(m_plan->moved));
    if (m_plan->isEmpty() && !m_plan->rows.isEmpty())
        notes.prepend(m_plan->accepted() > 0 ? tr("与已有的数据完全一样，没有要导入的")
                                             : tr("没有能收下的行，没有要导入的"));
    m_notes->setText(notes.isEmpty() ? QString() : notes.join(u'；') + u'。');
    m_notes->setVisible(!notes.isEmpty());
    const bool hasLikely
        = std::any_of(m_plan->rows.begin(), m_plan->rows.end(), [](const PlannedRow& row) {
              return row.reasons & bit(Reason::MaybeSamePerson);
          });
    m_merge->setChecked(m_state.options.mergeLikely);
    m_merge->setVisible(hasLikely || m_state.options.mergeLikely);
}

const PlannedRow* ImportPreviewStep::current() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->record(row) : nullptr;
}

void ImportPreviewStep::showCurrent() {
    const PlannedRow* row = current();
    if (!row) {
        m_reasons->setText(tr("选中一行，在这里看原因和改动。"));
        m_changesModel->setRecords({});
        return;
    }
    const QList<PlannedChange> changes = changesOf(row->row);
    QStringList parts = reasonTexts(row->reasons);
    if (parts.isEmpty()) {
        if (row->action == RowAction::Add) parts.append(tr("新增一名"));
        if (row->action == RowAction::Same) parts.append(tr("与已有的资料一样"));
    }
    if (!changes.isEmpty()) parts.append(tr("改动%1项").arg(changes.size()));
    const QString name = row->name.isEmpty() ? tr("（没有姓名）") : row->name;
    m_reasons->setText(tr("第%1行 %2：%3。").arg(row->row).arg(name, parts.join(u'；')));
    m_changes->emptyState().set(row->action == RowAction::Add ? tr("是新增的人，没有旧资料可比。")
                                                              : tr("这一行不改动已有的资料。"));
    m_changesModel->setRecords(changes);
}

QList<PlannedChange> ImportPreviewStep::changesOf(int row) const {
    // In the order of the rows: made while reading from the first to the last.
    const auto range = std::equal_range(
        m_plan->changes.begin(), m_plan->changes.end(), PlannedChange{row, {}, {}, {}, {}, false},
        [](const PlannedChange& a, const PlannedChange& b) { return a.row < b.row; });
    return {range.first, range.second};
}

QString ImportPreviewStep::branchOf(const PlannedRow& row) const {
    return row.branch < 0 ? u"–"_s : m_plan->branches[row.branch].organisation.shortName;
}

QString ImportPreviewStep::changesText(const PlannedRow& row) const {
    if (row.action != RowAction::Change) return {};
    QStringList parts;
    for (const PlannedChange& change : changesOf(row.row))
        parts.append(change.isPrivate ? tr("%1有变化").arg(change.column)
                                      : tr("%1：%2 → %3")
                                            .arg(change.column, cellOf(change, change.before),
                                                 cellOf(change, change.after)));
    return parts.join(u'；');
}

} // namespace baolei
