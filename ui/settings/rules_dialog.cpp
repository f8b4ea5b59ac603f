#include "ui/settings/rules_dialog.h"

#include "ui/base/ask.h"
#include "ui/settings/rule_form.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLines = 4; // of the explanation: fixed, or the table would jump at every step
constexpr int kWidth = 1080;
constexpr int kHeight = 640;

QPushButton* button(const QString& name, const QString& text, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    return made;
}
}

RulesDialog::RulesDialog(Store& store, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_model(new RecordModel<RuleSetting>(ruleColumns(), ruleRowId, this))
    , m_table(new RecordTable(u"rules"_s, tr("组织生活规则"), this))
    , m_text(new QLabel(this))
    , m_edit(button(u"editRule"_s, tr("调整"), this))
    , m_reset(button(u"resetRule"_s, tr("恢复原样"), this)) {
    setObjectName(u"rulesDialog"_s);
    setWindowTitle(tr("组织生活规则"));
    m_table->setRecordModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_text->setObjectName(u"ruleText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_text->setFixedHeight(QFontMetrics(font()).lineSpacing() * kLines);
    m_edit->setToolTip(tr("调整  回车"));
    auto* close = button(u"closeRules"_s, tr("关闭"), this);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_edit);
    line->addWidget(m_reset);
    line->addStretch(1);
    line->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::medium);
    column->addWidget(m_table, 1);
    column->addWidget(m_text);
    column->addLayout(line);
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    resize(qMin(scaled(kWidth), screen.width() - 80), qMin(scaled(kHeight), screen.height() - 80));
    connect(m_table, &RecordTable::currentRecordChanged, this, &RulesDialog::explain);
    connect(m_table, &RecordTable::recordActivated, this, &RulesDialog::editChosen);
    connect(m_edit, &QPushButton::clicked, this, &RulesDialog::editChosen);
    connect(m_reset, &QPushButton::clicked, this, &RulesDialog::resetChosen);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&store, &Store::changed, this, [this](const Changes& changes) {
        if (changes.touches("setting")) read();
    });
    read();
    m_table->setFocus();
}

void RulesDialog::read() {
    const auto settings = ruleSettings(m_store.reader());
    if (settings)
        m_model->setRecords(*settings);
    else
        m_table->emptyState().set(settings.error().text());
    if (m_table->currentId().isNull() && m_model->rowCount() > 0) m_table->selectRow(0);
    explain();
}

const RuleSetting* RulesDialog::chosen() const {
    return m_model->find(m_table->currentId());
}

bool RulesDialog::choose(const QString& rule) {
    for (const RuleSetting& each : m_model->records())
        if (each.written.id == rule) return m_table->selectId(ruleRowId(each));
    return false;
}

void RulesDialog::explain() {
    const RuleSetting* setting = chosen();
    m_edit->setEnabled(setting && setting->written.local);
    m_reset->setEnabled(setting && setting->choice);
    m_text->setText(setting ? ruleText(*setting) : QString());
}

void RulesDialog::editChosen() {
    const RuleSetting* setting = chosen();
    if (setting && setting->written.local)
        editRule(m_store, RuleSetting(*setting), this); // a copy: saving reads the list anew
}

void RulesDialog::resetChosen() {
    const RuleSetting* setting = chosen();
    if (!setting || !setting->choice) return;
    if (const auto done = resetRule(m_store, setting->written.id); !done)
        ask::error(this, done.error());
}

} // namespace baolei
