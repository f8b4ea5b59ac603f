#include "ui/study/person_year_panel.h"

#include "ui/base/column_menu.h"
#include "ui/base/figures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QString monthsText(const PersonStudy& person) {
    QStringList months;
    for (size_t i = 0; i < person.months.size(); ++i)
        if (person.months[i] > StudyHours{})
            months.append(
                PersonYearPanel::tr("%1\u2060月\u00a0%2").arg(i + 1).arg(person.months[i].text()));
    return months.join(u"　"_s);
}

QList<FactList::Fact> factsOf(const PersonStudy& person) {
    QString sum = PersonYearPanel::tr("%1 学时").arg(person.hours.text());
    if (person.state() != StudyState::Exempt)
        sum += PersonYearPanel::tr("，目标 %1").arg(person.target.text());
    return {{PersonYearPanel::tr("学时"), sum + u"　"_s + stateText(person),
             toneOf(statusOf(person.state()))},
            {PersonYearPanel::tr("各月"), monthsText(person)},
            {PersonYearPanel::tr("到会"),
             PersonYearPanel::tr("应到 %1 次：实到 %2，补学 %3，未到 %4")
                 .arg(person.due)
                 .arg(person.present)
                 .arg(person.madeUp)
                 .arg(person.missed)}};
}
}

PersonYearPanel::PersonYearPanel(QWidget* parent)
    : QFrame(parent)
    , m_heading(new QLabel(this))
    , m_facts(new FactList(this))
    , m_model(new RecordModel<AttendedLine>(
          attendedColumns(), [](const AttendedLine& line) { return line.activity.id.value; }, this))
    , m_table(new RecordTable(u"attended"_s, tr("这个人一年的组织生活"), this)) {
    setObjectName(u"personYear"_s);
    setAccessibleName(tr("个人组织生活与学时"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(this);
    column->addWidget(card);
    m_heading->setObjectName(u"personYearHeading"_s);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    setTypeRole(m_heading, TypeRole::Title);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_heading, 1);
    QPushButton* print = addButton(u"printPersonYear"_s, tr("打印登记表"),
                                   tr("党员学时登记表（P19），只印这一个人"));
    QPushButton* save = addButton(u"exportPersonYear"_s, tr("导出"), tr("下面这张表，存为表格"));
    line->addWidget(print);
    line->addWidget(save);
    card->box()->addLayout(line);
    card->box()->addWidget(m_facts);
    card->box()->addWidget(m_table, 1);
    m_table->setRecordModel(m_model);
    makeColumnMenu(m_table, {u"holder"_s});
    connect(print, &QPushButton::clicked, this, &PersonYearPanel::printWanted);
    connect(save, &QPushButton::clicked, this, &PersonYearPanel::exportWanted);
    connect(m_table, &RecordTable::recordActivated, this, &PersonYearPanel::openWanted);
    clear();
}

QPushButton* PersonYearPanel::addButton(const QString& name, const QString& text,
                                        const QString& hint) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(hint);
    m_buttons.append(button);
    return button;
}

void PersonYearPanel::clear() {
    m_heading->setText(tr("在表里选一个人，这里显示他一年的组织生活和学时。"));
    m_facts->hide();
    m_model->setRecords({});
    m_table->hide();
    for (QPushButton* button : m_buttons)
        button->hide();
}

void PersonYearPanel::setYear(const PersonYear& year, int number) {
    if (year.study.people.isEmpty()) return clear();
    const PersonStudy& person = year.study.people.first();
    m_heading->setText(tr("%1　%2年").arg(person.name).arg(number));
    m_facts->setFacts(QList<FactList::Fact>{{tr("党支部"), year.branch}} + factsOf(person));
    m_facts->show();
    m_model->setRecords(attendedLines(year));
    m_table->emptyState().set(tr("%1年没有他的到会记录。").arg(number));
    m_table->show();
    for (QPushButton* button : m_buttons)
        button->show();
}

QString PersonYearPanel::name() const {
    return m_table->isHidden() ? QString() : m_heading->text().section(u'　', 0, 0);
}

} // namespace baolei
