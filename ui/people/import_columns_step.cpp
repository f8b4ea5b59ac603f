#include "ui/people/import_columns_step.h"

#include "ui/base/fields.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTableWidget>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
enum At { Letter, Header, Samples, Field, Note };
constexpr int kMostColumns = 200; ///< that can be mapped by hand

Choices fieldChoices() {
    Choices choices{{QString(), ImportColumnsStep::tr("不导入")}};
    for (const RosterColumn& column : rosterColumns())
        if (column.kind != ColumnKind::Ignored)
            choices.append({column.field, column.title, column.synonyms});
    return choices;
}

QString titleOf(const QString& field) {
    const RosterColumn* column = rosterColumn(field);
    return column ? column->title : field;
}

bool isIgnored(const QString& header) {
    const RosterColumn* column = columnForHeader(header.section(u' ', -1));
    return column && column->kind == ColumnKind::Ignored;
}

QString headOfRow(const QStringList& row) {
    constexpr qsizetype kFew = 5;
    QStringList words;
    for (const QString& cell : row)
        if (!cell.trimmed().isEmpty() && words.size() < kFew) words.append(cell.simplified());
    return words.join(u'、').left(40);
}
}

ImportColumnsStep::ImportColumnsStep(ImportState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_file(new QLabel(this))
    , m_sheetLine(new QWidget(this))
    , m_sheet(new QComboBox(m_sheetLine))
    , m_headerRow(new QComboBox(this))
    , m_reset(new QPushButton(tr("恢复自动对应"), this))
    , m_table(new QTableWidget(this))
    , m_summary(new QLabel(this))
    , m_problem(new QLabel(this)) {
    m_sheet->setObjectName(u"sheet"_s);
    m_sheet->setAccessibleName(tr("工作表"));
    m_headerRow->setObjectName(u"headerRow"_s);
    m_headerRow->setAccessibleName(tr("表头所在行"));
    for (QComboBox* box : {m_sheet, m_headerRow}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
    m_reset->setObjectName(u"resetMapping"_s);
    m_reset->setAutoDefault(false);
    m_summary->setObjectName(u"columnsSummary"_s);
    m_problem->setObjectName(u"columnsProblem"_s);
    for (QLabel* label : {m_file, m_summary, m_problem})
        label->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_problem->setWordWrap(true);
    setInk(m_summary, Tone::Secondary);
    setInk(m_problem, Tone::Missing);
    makeTable();

    auto* sheetBox = new QHBoxLayout(m_sheetLine);
    sheetBox->setContentsMargins(0, 0, 0, 0);
    sheetBox->setSpacing(space::small);
    sheetBox->addWidget(new QLabel(tr("工作表"), m_sheetLine));
    sheetBox->addWidget(m_sheet, 1);
    auto* heads = new QHBoxLayout;
    heads->setSpacing(space::medium);
    heads->addWidget(m_sheetLine, 1);
    heads->addWidget(new QLabel(tr("表头在"), this));
    heads->addWidget(m_headerRow, 2);
    heads->addWidget(m_reset);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_file);
    column->addLayout(heads);
    column->addWidget(m_table, 1);
    column->addWidget(m_problem);
    column->addWidget(m_summary);
    connect(m_sheet, &QComboBox::activated, this,
            [this](int line) { emit sheetChosen(m_sheet->itemData(line).toInt()); });
    connect(m_headerRow, &QComboBox::activated, this, &ImportColumnsStep::headerRowChosen);
    connect(m_reset, &QPushButton::clicked, this, &ImportColumnsStep::resetWanted);
    setFocusProxy(m_table);
}

void ImportColumnsStep::makeTable() {
    m_table->setObjectName(u"importColumns"_s);
    m_table->setAccessibleName(tr("各列导入为什么"));
    m_table->setColumnCount(5);
    m_table->setHorizontalHeaderLabels(
        {tr("列"), tr("表格里的列名"), tr("前几行的内容"), tr("导入为"), tr("说明")});
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFocusPolicy(Qt::ClickFocus);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(Samples, QHeaderView::Stretch);
    followType();
}

void ImportColumnsStep::followType() {
    m_table->verticalHeader()->setDefaultSectionSize(controlHeight() + space::tiny);
    m_table->setColumnWidth(Letter, scaled(44));
    m_table->setColumnWidth(Header, scaled(190));
    m_table->setColumnWidth(Field, scaled(190));
    m_table->setColumnWidth(Note, scaled(190));
}

void ImportColumnsStep::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) followType();
}

void ImportColumnsStep::load() {
    m_state.fields = m_state.look.mapping.fields;
    fillHeads();
    fillColumns();
    judge();
}

void ImportColumnsStep::fillHeads() {
    const RosterLook& look = m_state.look;
    m_file->setText(tr("文件：%1").arg(QFileInfo(look.path).fileName()));
    m_file->setToolTip(look.path);
    m_sheet->clear();
    if (look.parts > 1)
        m_sheet->addItem(tr("各支部的 %1 个工作表一起").arg(look.parts), -1);
    else if (!look.isWhole)
        m_sheet->addItem(tr("自动挑选"), -1);
    for (int i = 0; i < int(look.sheets.size()); ++i) {
        const SheetInfo& sheet = look.sheets[i];
        m_sheet->addItem(sheet.hidden ? tr("%1（隐藏）").arg(sheet.name) : sheet.name, i);
    }
    const bool isTogether = look.isWhole && look.parts > 1;
    m_sheet->setCurrentIndex(m_sheet->findData(isTogether ? -1 : look.sheet));
    m_sheetLine->setVisible(look.sheets.size() > 1);
    m_headerRow->clear();
    for (int row = 0; row < int(look.top.size()); ++row) {
        const bool isTwo = row == look.mapping.lastHeaderRow
            && look.mapping.firstHeaderRow < look.mapping.lastHeaderRow;
        const QString at
            = isTwo ? tr("第%1、%2行").arg(row).arg(row + 1) : tr("第%1行").arg(row + 1);
        m_headerRow->addItem(tr("%1：%2").arg(at, headOfRow(look.top[row])));
    }
    m_headerRow->setCurrentIndex(look.mapping.lastHeaderRow);
}

void ImportColumnsStep::fillColumns() {
    const RosterLook& look = m_state.look;
    m_columns.clear();
    m_fields.clear();
    m_table->setRowCount(0);
    for (int i = 0; i < int(look.mapping.headers.size()) && m_columns.size() < kMostColumns; ++i)
        if (!look.mapping.headers[i].isEmpty() || !samplesOf(look, i, {}).isEmpty())
            m_columns.append(i);
    m_table->setRowCount(int(m_columns.size()));
    for (int line = 0; line < int(m_columns.size()); ++line) {
        const int column = m_columns[line];
        for (const At at : {Letter, Header, Samples, Note})
            m_table->setItem(line, at, new QTableWidgetItem);
        m_table->item(line, Letter)->setText(columnLetters(column));
        const QString header = look.mapping.headers[column].simplified();
        m_table->item(line, Header)->setText(header.isEmpty() ? tr("（没有列名）") : header);
        m_table->item(line, Header)->setToolTip(header);
        m_fields.append(addField(line, column));
    }
}

ChoiceField* ImportColumnsStep::addField(int line, int column) {
    static const Choices choices = fieldChoices();
    auto* field = new ChoiceField(choices, false, m_table);
    field->setObjectName(u"column%1"_s.arg(column));
    field->setAccessibleName(tr("“%1”导入为").arg(m_state.look.mapping.headers[column]));
    field->setCode(m_state.fields[column]);
    m_table->setCellWidget(line, Field, field);
    connect(field, &QComboBox::currentTextChanged, this, [this, column, field] {
        if (field->problem().isEmpty()) take(column, field);
    });
    return field;
}

void ImportColumnsStep::take(int column, const ChoiceField* field) {
    const QString code = field->code();
    if (m_state.fields[column] == code) return;
    m_state.fields[column] = code;
    m_state.touch();
    judge();
}

QString ImportColumnsStep::verdictOn(int column, Tone& tone, bool& isWrong) const {
    const QString& field = m_state.fields[column];
    const QString& header = m_state.look.mapping.headers[column];
    tone = Tone::Done;
    isWrong = !field.isEmpty() && m_state.fields.count(field) > 1;
    if (isWrong) {
        tone = Tone::Missing;
        return tr("○ 有两列都导入为“%1”").arg(titleOf(field));
    }
    if (!field.isEmpty()) return tr("● 已对上");
    if (isIgnored(header)) {
        tone = Tone::Exempt;
        return tr("– 不用导入");
    }
    tone = m_state.look.mapping.unmatched.contains(column) ? Tone::Due : Tone::Exempt;
    return tone == Tone::Due ? tr("! 认不出，不导入") : tr("– 不导入");
}

void ImportColumnsStep::showLine(int line) {
    const int column = m_columns[line];
    Tone tone = Tone::Text;
    bool isWrong = false;
    const QString note = verdictOn(column, tone, isWrong);
    m_table->item(line, Note)->setText(note);
    m_table->item(line, Note)->setToolTip(note);
    m_table->item(line, Note)->setForeground(colourOf(tone));
    m_table->item(line, Samples)->setText(samplesOf(m_state.look, column, m_state.fields[column]));
    ChoiceField* field = m_fields[line];
    if (field->property("state").toString() == (isWrong ? u"wrong"_s : QString())) return;
    field->setProperty("state", isWrong ? u"wrong"_s : QString());
    field->style()->unpolish(field);
    field->style()->polish(field);
}

QStringList ImportColumnsStep::unknownHeaders() const {
    QStringList headers;
    for (const int column : m_columns)
        if (m_state.fields[column].isEmpty() && m_state.look.mapping.unmatched.contains(column))
            headers.append(m_state.look.mapping.headers[column].simplified());
    return headers;
}

void ImportColumnsStep::judge() {
    QStringList problems;
    if (!m_state.fields.contains(u"name"_s))
        problems.append(tr("○ 还没有“姓名”列：请在“导入为”里给一列选上“姓名”。"));
    int matched = 0;
    QStringList twice;
    for (int line = 0; line < int(m_columns.size()); ++line) {
        showLine(line);
        const QString& field = m_state.fields[m_columns[line]];
        matched += field.isEmpty() ? 0 : 1;
        if (!field.isEmpty() && m_state.fields.count(field) > 1 && !twice.contains(field))
            twice.append(field);
    }
    for (const QString& field : twice)
        problems.append(tr("○ 有两列都导入为“%1”：请把其中一列改成“不导入”。").arg(titleOf(field)));
    m_problem->setText(problems.join(u'\n'));
    m_problem->setVisible(!problems.isEmpty());
    QString summary = tr("%1列中有%2列导入。").arg(m_columns.size()).arg(matched);
    if (const QStringList unknown = unknownHeaders(); !unknown.isEmpty())
        summary += tr("认不出的列：%1。").arg(unknown.join(u'、'));
    if (m_columns.size() == kMostColumns)
        summary += tr("列太多，这里只列出前%1列，后面的按列名自动对应。").arg(kMostColumns);
    if (!m_state.fields.contains(u"id_number"_s))
        summary += tr("没有身份证号列：按姓名、支部、出生日期、入党日期认人。");
    if (m_state.fields != m_state.look.mapping.fields)
        summary += tr("改过的对应会记住，下次导入同样的表不用再改。");
    else if (m_state.look.isRemembered)
        summary += tr("这样的表以前对应过，已照上次的对应。");
    m_summary->setText(summary);
    m_isComplete = problems.isEmpty();
    emit completeChanged();
}

} // namespace baolei
