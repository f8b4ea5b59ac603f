#include "ui/activities/findings_panel.h"

#include "ui/base/column_menu.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLines = 3; // of the explanation: fixed, or the table would jump at every step
}

FindingsPanel::FindingsPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new RecordModel<FindingLine>(
          findingColumns(), [](const FindingLine& line) { return line.id; }, this))
    , m_table(new RecordTable(u"findings"_s, tr("待办"), this))
    , m_explanation(new QLabel(this))
    , m_mend(new QPushButton(this))
    , m_exempt(new QPushButton(tr("登记免除…"), this)) {
    m_table->setRecordModel(m_model);
    // Both stand below the table.
    makeColumnMenu(m_table, {u"source"_s, u"mend"_s});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_explanation->setObjectName(u"findingExplanation"_s);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_mend->setObjectName(u"mendFinding"_s);
    m_exempt->setObjectName(u"exemptFinding"_s);
    m_exempt->setAccessibleName(tr("登记免除"));
    m_exempt->setToolTip(tr("上级批准这段时间不开的，登记原因和批准人，就不再提醒"));
    auto* line = new QHBoxLayout;
    line->setSpacing(space::medium);
    line->addWidget(m_explanation, 1);
    line->addWidget(m_exempt);
    line->addWidget(m_mend);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_table, 1);
    column->addLayout(line);
    setFocusProxy(m_table);
    followType();
    connect(m_table, &RecordTable::currentRecordChanged, this, &FindingsPanel::explain);
    connect(m_table, &RecordTable::recordActivated, this, &FindingsPanel::mendWanted);
    connect(m_mend, &QPushButton::clicked, this, &FindingsPanel::mendWanted);
    connect(m_exempt, &QPushButton::clicked, this, &FindingsPanel::exemptWanted);
    explain();
}

const FindingLine* FindingsPanel::chosen() const {
    return m_model->find(m_table->currentId());
}

void FindingsPanel::explain() {
    const FindingLine* line = chosen();
    m_mend->setVisible(line);
    m_exempt->setVisible(line && line->finding.period);
    if (!line) {
        m_explanation->clear();
        return;
    }
    const QString verb = mendText(*line);
    m_mend->setText(verb);
    m_mend->setAccessibleName(verb);
    m_mend->setToolTip(tr("%1  回车").arg(verb));
    m_explanation->setText(
        line->organisation + u"　"_s + line->finding.message + u'\n'
        + tr("依据：%1  规则 %2").arg(line->finding.source, line->finding.label));
}

void FindingsPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) followType();
}

void FindingsPanel::followType() {
    m_explanation->setFixedHeight(QFontMetrics(font()).lineSpacing() * kLines + space::tiny);
}

} // namespace baolei
