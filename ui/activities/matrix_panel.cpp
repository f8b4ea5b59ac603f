#include "ui/activities/matrix_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLines = 2; // of the explanation: fixed, or the matrix would jump at every step

// In the words of the figures above.
QString wordOf(Status status) {
    if (status == Status::Missing) return MatrixPanel::tr("应开未开");
    if (status == Status::Exempt) return MatrixPanel::tr("已批准免");
    return nameOf(status);
}

}

QString MatrixPanel::legend() {
    QStringList parts;
    for (const Status status : {Status::Done, Status::Incomplete, Status::Missing, Status::Due,
                                Status::Late, Status::Planned, Status::Future, Status::Exempt})
        parts.append(symbolOf(status) + u' ' + wordOf(status));
    return parts.join(u"    "_s);
}

MatrixPanel::MatrixPanel(QWidget* parent)
    : QWidget(parent)
    , m_table(new MatrixTable(this))
    , m_explanation(new QLabel(this))
    , m_open(new QPushButton(tr("打开这一格"), this)) {
    m_explanation->setObjectName(u"cellExplanation"_s);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_open->setObjectName(u"openCell"_s);
    m_open->setAccessibleName(tr("打开这一格"));
    m_open->setToolTip(tr("打开这一格的活动；还没有的，记一次会  回车"));
    auto* symbols = new QLabel(legend(), this);
    symbols->setObjectName(u"matrixLegend"_s);
    setTypeRole(symbols, TypeRole::Small);
    setInk(symbols, Tone::Secondary);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::medium);
    line->addWidget(m_explanation, 1);
    line->addWidget(m_open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_table, 1);
    column->addLayout(line);
    column->addWidget(symbols);
    setFocusProxy(m_table);
    followType();
    const auto open = [this] {
        const QRect cell = m_table->visualRect(m_table->currentIndex());
        emit openWanted(m_table->viewport()->mapToGlobal(cell.bottomLeft()));
    };
    connect(m_table, &MatrixTable::currentCellChanged, this, &MatrixPanel::explain);
    connect(m_table, &MatrixTable::cellActivated, this, open);
    connect(m_open, &QPushButton::clicked, this, open);
    explain();
}

void MatrixPanel::explain() {
    QString text = m_table->explanation();
    // The first line break ends the heading; what follows are the kinds.
    if (const qsizetype head = text.indexOf(u'\n'); head >= 0) {
        text[head] = u'　';
        text.replace(u'\n', u"；"_s);
    }
    m_explanation->setText(text);
    m_explanation->setToolTip(m_table->explanation());
    m_open->setEnabled(m_table->currentLine() && m_table->currentMonth() >= 0);
}

void MatrixPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) followType();
}

void MatrixPanel::followType() {
    m_explanation->setFixedHeight(QFontMetrics(font()).lineSpacing() * kLines + space::small);
}

} // namespace baolei
