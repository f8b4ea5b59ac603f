#include "ui/settings/kind_fields.h"

#include "ui/base/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
enum Column { Title, Type, Required, Parts };
constexpr int kRows = 4; // seen without scrolling
constexpr int kTypeWidth = 110;
constexpr int kTitleWidth = 150;
constexpr int kWidth = 560;

// In the order of FieldType.
QStringList typeNames() {
    return {KindFields::tr("一行文字"), KindFields::tr("多行文字"), KindFields::tr("数字"),
            KindFields::tr("日期"),     KindFields::tr("一个人"),   KindFields::tr("选一项"),
            KindFields::tr("几个人"),   KindFields::tr("一张表")};
}

QStringList partsIn(const QString& text) {
    static const QRegularExpression marks(u"[、，,；;\\n]"_s);
    QStringList parts;
    for (const QString& part : text.split(marks, Qt::SkipEmptyParts))
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty()) parts.append(trimmed);
    parts.removeDuplicates();
    return parts;
}

QString partsText(const ActivityField& field) {
    QStringList parts = field.options;
    for (const FieldColumn& column : field.columns)
        parts.append(column.title);
    return parts.join(u'、');
}

bool hasParts(FieldType type) {
    return type == FieldType::Choice || type == FieldType::Rows;
}
}

KindFields::KindFields(QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 4, this)) {
    m_table->setObjectName(u"kindFields"_s);
    m_table->setAccessibleName(tr("另记的栏目"));
    m_table->setHorizontalHeaderLabels({tr("栏目"), tr("填什么"), tr("必填"), tr("选项或列")});
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(Parts, QHeaderView::Stretch);
    m_table->setColumnWidth(Title, scaled(kTitleWidth));
    m_table->setColumnWidth(Type, scaled(kTypeWidth));
    m_table->resizeColumnToContents(Required);
    const int row = m_table->verticalHeader()->defaultSectionSize();
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() + kRows * row);
    m_table->setMinimumWidth(scaled(kWidth));
    auto* buttons = new QVBoxLayout;
    const auto button = [&](const QString& text, const QString& name, auto action) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, action);
        buttons->addWidget(made);
    };
    button(tr("加一栏"), u"addField"_s, [this] { add(); });
    button(tr("去掉这栏"), u"removeField"_s, [this] { remove(); });
    button(tr("上移"), u"fieldUp"_s, [this] { move(-1); });
    button(tr("下移"), u"fieldDown"_s, [this] { move(1); });
    buttons->addStretch(1);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_table, 1);
    line->addLayout(buttons);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::itemChanged, this, &KindFields::edited);
}

void KindFields::setFields(const QList<ActivityField>& fields) {
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(0);
    m_known.clear();
    for (const ActivityField& field : fields)
        addRow(field);
}

QList<ActivityField> KindFields::fields() const {
    QList<ActivityField> all;
    for (int row = 0; row < m_table->rowCount(); ++row)
        all.append(fieldAt(row));
    return all;
}

void KindFields::addRow(const ActivityField& field) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_known.append(field);
    m_table->setItem(row, Title, new QTableWidgetItem(field.title));
    auto* types = new QComboBox;
    types->addItems(typeNames());
    types->setCurrentIndex(static_cast<int>(field.type));
    types->setAccessibleName(tr("填什么"));
    m_table->setCellWidget(row, Type, types);
    connect(types, &QComboBox::activated, this, [this, types] {
        for (int at = 0; at < m_table->rowCount(); ++at)
            if (m_table->cellWidget(at, Type) == types) followType(at);
        emit edited();
    });
    auto* required = new QTableWidgetItem;
    required->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    required->setCheckState(field.required ? Qt::Checked : Qt::Unchecked);
    m_table->setItem(row, Required, required);
    m_table->setItem(row, Parts, new QTableWidgetItem(partsText(field)));
    followType(row);
}

// Options and columns stand only where the field has them.
void KindFields::followType(int row) {
    const auto* types = static_cast<const QComboBox*>(m_table->cellWidget(row, Type));
    QTableWidgetItem* parts = m_table->item(row, Parts);
    const bool has = hasParts(static_cast<FieldType>(types->currentIndex()));
    parts->setFlags(has ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable
                        : Qt::ItemIsSelectable);
    parts->setToolTip(has ? tr("用、隔开，如：入户、座谈、书面") : QString());
}

ActivityField KindFields::fieldAt(int row) const {
    const auto* types = static_cast<const QComboBox*>(m_table->cellWidget(row, Type));
    ActivityField field = m_known[row];
    const QList<FieldColumn> before = field.columns;
    field.title = m_table->item(row, Title)->text().trimmed();
    field.type = static_cast<FieldType>(types->currentIndex());
    field.required = m_table->item(row, Required)->checkState() == Qt::Checked;
    const QStringList parts = partsIn(m_table->item(row, Parts)->text());
    field.options = field.type == FieldType::Choice ? parts : QStringList();
    field.columns.clear();
    if (field.type == FieldType::Rows)
        for (const QString& part : parts)
            field.columns.append({before.value(field.columns.size()).id, part});
    return field;
}

void KindFields::add() {
    addRow({});
    m_table->setCurrentCell(m_table->rowCount() - 1, Title);
    m_table->setFocus();
    m_table->editItem(m_table->currentItem());
    emit edited();
}

void KindFields::remove() {
    const int row = m_table->currentRow();
    if (row < 0) return;
    m_table->removeRow(row);
    m_known.removeAt(row);
    emit edited();
}

void KindFields::move(int by) {
    const int row = m_table->currentRow();
    const int to = row + by;
    QList<ActivityField> all = fields();
    if (row < 0 || to < 0 || to >= all.size()) return;
    all.move(row, to);
    setFields(all);
    m_table->setCurrentCell(to, Title);
    emit edited();
}

} // namespace baolei
