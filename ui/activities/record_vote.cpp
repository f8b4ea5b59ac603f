#include "ui/activities/record_vote.h"

#include "core/activities/counting.h"
#include "ui/activities/count_panel.h"
#include "ui/activities/record_fields.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kChoiceLines = 3;

QString elected() {
    return VoteField::tr("当选");
}
}

Result<QList<VoteChoice>> readChoices(const QString& text, const QList<VoteChoice>& before) {
    QList<VoteChoice> choices;
    static const QRegularExpression shape(u"^(\\S.*?)(?:[\\s　]+(\\d{1,5}))?(?:\\s*(当选))?$"_s);
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty()) continue;
        const auto match = shape.match(line.trimmed());
        VoteChoice choice;
        choice.name = match.captured(1).trimmed();
        choice.votes = match.captured(2).toInt();
        choice.elected = !match.captured(3).isEmpty();
        if (!match.hasMatch() || choice.name.at(0).isDigit())
            return fail(ErrorCode::Refused,
                        VoteField::tr("“%1”看不懂，请写成：姓名 票数 当选").arg(line));
        for (const VoteChoice& had : before) {
            if (had.name != choice.name) continue;
            choice.person = had.person;
            if (had.votes != choice.votes) continue; // counted anew by hand
            choice.against = had.against;
            choice.abstain = had.abstain;
        }
        choices.append(choice);
    }
    return choices;
}

QString choicesText(const QList<VoteChoice>& choices, VoteKind kind) {
    QStringList lines;
    for (const VoteChoice& choice : choices) {
        QString line = choice.name;
        if (kind == VoteKind::Election || choice.votes > 0) line += u" %1"_s.arg(choice.votes);
        if (choice.elected) line += u' ' + elected();
        lines.append(line);
    }
    return lines.join(u'\n');
}

VoteField::VoteField(int number, Voting voting, const ElectionTerms& terms, QWidget* parent)
    : QFrame(parent)
    , m_name(u"vote%1"_s.arg(number))
    , m_terms(terms)
    , m_title(new QLineEdit(this))
    , m_kind(new QComboBox(this)) {
    setProperty("role", u"card"_s);
    build(voting);
    update();
}

void VoteField::focusInEvent(QFocusEvent*) {
    m_title->setFocus();
}

void VoteField::build(Voting voting) {
    const auto named = [this](QWidget* widget, const QString& key, const QString& title) {
        widget->setObjectName(m_name + key);
        widget->setAccessibleName(title);
    };
    named(m_title, u"Title"_s, tr("表决事项"));
    m_title->setPlaceholderText(tr("表决事项"));
    named(m_kind, u"Kind"_s, tr("表决方式"));
    const VoteKind last = voting == Voting::Any ? VoteKind::Election : VoteKind::Ordinary;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        m_kind->addItem(voteKindName(static_cast<VoteKind>(i)), i);
    auto* remove = new QToolButton(this);
    named(remove, u"Remove"_s, tr("去掉这项表决"));
    remove->setToolTip(remove->accessibleName());
    remove->setIcon(icon(u"close"_s, Tone::Secondary));
    remove->setAutoRaise(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::small);
    head->addWidget(m_title, 1);
    head->addWidget(m_kind);
    m_secret = new QCheckBox(tr("无记名"), this);
    named(m_secret, u"Secret"_s, m_secret->text());
    head->addWidget(m_secret);
    head->addWidget(remove);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(space::tiny);
    buildFigures(figures);
    m_election = new QWidget(this);
    auto* election = new QHBoxLayout(m_election);
    election->setContentsMargins(0, 0, 0, 0);
    election->setSpacing(space::tiny);
    buildElection(election);
    m_choices = new QPlainTextEdit(this);
    named(m_choices, u"Choices"_s, tr("候选人或表决对象"));
    m_choices->setTabChangesFocus(true);
    m_choices->setFixedHeight(QFontMetrics(fontOf(TypeRole::Body)).lineSpacing() * kChoiceLines
                              + space::large);
    auto* counting = new QHBoxLayout;
    counting->setSpacing(space::small);
    buildCounting(counting);
    m_verdict = new QLabel(this);
    m_verdict->setObjectName(m_name + u"Verdict"_s);
    m_verdict->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::small, space::small, space::small, space::small);
    column->setSpacing(space::tiny);
    column->addLayout(head);
    column->addLayout(figures);
    column->addWidget(m_election);
    column->addWidget(m_choices);
    column->addLayout(counting);
    column->addWidget(m_panel);
    column->addWidget(m_verdict);
    const auto changed = [this] {
        update();
        if (!m_isFilling) emit edited();
    };
    connect(m_title, &QLineEdit::textChanged, this, changed);
    connect(m_kind, &QComboBox::currentIndexChanged, this, changed);
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_secret->setChecked(m_secret->isChecked() || kind() != VoteKind::Ordinary);
    });
    connect(m_secret, &QCheckBox::toggled, this, changed);
    connect(m_differential, &QCheckBox::toggled, this, changed);
    connect(m_choices, &QPlainTextEdit::textChanged, this, changed);
    for (QLineEdit* field : std::as_const(m_numbers))
        connect(field, &QLineEdit::textChanged, this, changed);
    for (const QString& key : {u"Due"_s, u"Present"_s})
        connect(m_numbers[key], &QLineEdit::textEdited, this, [this] { m_follows = false; });
    connect(m_passed, &QCheckBox::clicked, this, [this] {
        m_judges = false;
        emit edited();
    });
    connect(remove, &QToolButton::clicked, this, &VoteField::removed);
}

QLineEdit* VoteField::addNumber(QHBoxLayout* row, const QString& key, const QString& title) {
    auto* label = new QLabel(title, this);
    setInk(label, Tone::Secondary);
    auto* field = newNumberField(m_name + key, title, this);
    label->setBuddy(field);
    row->addWidget(label);
    row->addWidget(field);
    row->addSpacing(space::small);
    m_numbers.insert(key, field);
    return field;
}

void VoteField::buildFigures(QHBoxLayout* row) {
    addNumber(row, u"Due"_s, tr("应到"))->setToolTip(tr("应到会有表决权的人数"));
    addNumber(row, u"Present"_s, tr("实到"))->setToolTip(tr("实到会有表决权的人数"));
    addNumber(row, u"For"_s, tr("赞成"));
    addNumber(row, u"Against"_s, tr("反对"));
    addNumber(row, u"Abstain"_s, tr("弃权"));
    addNumber(row, u"Written"_s, tr("书面意见"))
        ->setToolTip(tr("会前正式提出、计入票数的书面意见"));
    m_passed = new QCheckBox(tr("通过"), this);
    m_passed->setObjectName(m_name + u"Passed"_s);
    m_passed->setAccessibleName(tr("记为通过"));
    row->addWidget(m_passed);
    row->addStretch(1);
}

void VoteField::buildElection(QHBoxLayout* row) {
    addNumber(row, u"Seats"_s, tr("应选"));
    addNumber(row, u"Out"_s, tr("发出票"));
    addNumber(row, u"Back"_s, tr("收回票"));
    addNumber(row, u"Void"_s, tr("无效票"));
    m_differential = new QCheckBox(tr("差额"), this);
    m_differential->setObjectName(m_name + u"Differential"_s);
    m_differential->setAccessibleName(tr("差额选举"));
    row->addWidget(m_differential);
    row->addStretch(1);
}

void VoteField::buildCounting(QHBoxLayout* row) {
    const auto add = [&](const QString& key, const QString& title) {
        auto* button = new QPushButton(title, this);
        button->setObjectName(m_name + key);
        button->setProperty("role", u"plain"_s);
        button->setAutoDefault(false);
        row->addWidget(button);
        return button;
    };
    m_count = add(u"Count"_s, tr("唱票计票"));
    m_count->setToolTip(tr("按键盘一张一张地计票"));
    m_next = add(u"Next"_s, tr("下一个人"));
    row->addStretch(1);
    m_panel = new CountPanel(m_name + u"Panel"_s, this);
    m_panel->hide();
    connect(m_count, &QPushButton::clicked, this, &VoteField::toggleCounting);
    connect(m_next, &QPushButton::clicked, this, &VoteField::divide);
    connect(m_panel, &CountPanel::finished, this, &VoteField::toggleCounting);
    connect(m_panel, &CountPanel::counted, this, [this](const VoteItem& item) {
        setItem(item);
        emit edited();
    });
}

void VoteField::toggleCounting() {
    m_panel->setVisible(m_panel->isHidden());
    if (m_panel->isHidden())
        m_count->setFocus();
    else
        m_panel->start(item(), m_terms);
}

void VoteField::divide() {
    const VoteItem all = item();
    if (all.choices.size() > 1)
        emit divided(onePersonEach(all), true);
    else
        emit divided({nextPerson(all)}, false);
}

int VoteField::number(const QString& key) const {
    return m_numbers[key]->text().toInt();
}

VoteKind VoteField::kind() const {
    return static_cast<VoteKind>(m_kind->currentData().toInt());
}

void VoteField::setItem(const VoteItem& item) {
    m_isFilling = true;
    m_before = item.choices;
    m_title->setText(item.title);
    if (m_kind->findData(static_cast<int>(item.kind)) < 0)
        m_kind->addItem(voteKindName(item.kind), static_cast<int>(item.kind));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(item.kind)));
    m_secret->setChecked(item.secret);
    m_differential->setChecked(item.differential);
    const QList<std::pair<QString, int>> figures{
        {u"Due"_s, item.due},          {u"Present"_s, item.present}, {u"For"_s, item.votesFor},
        {u"Against"_s, item.against},  {u"Abstain"_s, item.abstain}, {u"Written"_s, item.written},
        {u"Seats"_s, item.seats},      {u"Out"_s, item.ballotsOut},  {u"Back"_s, item.ballotsBack},
        {u"Void"_s, item.ballotsVoid},
    };
    // Nothing counted yet is not the same as nobody.
    const bool isCounted = item.votesFor + item.against + item.abstain + item.ballotsBack > 0;
    for (const auto& [key, figure] : figures)
        m_numbers[key]->setText(figure > 0 || isCounted ? QString::number(figure) : QString());
    m_choices->setPlainText(choicesText(item.choices, item.kind));
    m_follows = false;
    m_judges = judgeVote(item, m_terms).passes == item.passed;
    m_passed->setChecked(item.passed);
    m_isFilling = false;
    update();
}

VoteItem VoteField::item() const {
    VoteItem item;
    item.title = m_title->text().trimmed();
    item.kind = kind();
    item.due = number(u"Due"_s);
    item.present = number(u"Present"_s);
    item.votesFor = number(u"For"_s);
    item.against = number(u"Against"_s);
    item.abstain = number(u"Abstain"_s);
    item.written = number(u"Written"_s);
    item.secret = m_secret->isChecked();
    item.passed = m_passed->isChecked();
    item.differential = m_differential->isChecked();
    item.seats = number(u"Seats"_s);
    item.ballotsOut = number(u"Out"_s);
    item.ballotsBack = number(u"Back"_s);
    item.ballotsVoid = number(u"Void"_s);
    item.choices = readChoices(m_choices->toPlainText(), m_before).value_or(m_before);
    return item;
}

void VoteField::follow(int due, int present) {
    if (!m_follows) return;
    m_isFilling = true;
    m_numbers[u"Due"_s]->setText(QString::number(due));
    m_numbers[u"Present"_s]->setText(QString::number(present));
    m_isFilling = false;
    update();
}

QString VoteField::problem() const {
    const auto choices = readChoices(m_choices->toPlainText(), m_before);
    return choices ? QString() : choices.error().what;
}

bool VoteField::isEmpty() const {
    return m_title->text().trimmed().isEmpty() && m_numbers[u"For"_s]->text().isEmpty()
        && m_choices->toPlainText().trimmed().isEmpty();
}

void VoteField::update() {
    if (m_isFilling) return;
    const VoteKind now = kind();
    m_kind->setVisible(m_kind->count() > 1);
    m_election->setVisible(now == VoteKind::Election);
    m_choices->setVisible(now != VoteKind::Ordinary || !m_choices->toPlainText().isEmpty());
    m_choices->setPlaceholderText(now == VoteKind::Election
                                      ? tr("一行一名候选人：姓名 票数 当选")
                                      : tr("表决对象的姓名，两人以上分开表决"));
    const QList<VoteChoice> choices
        = readChoices(m_choices->toPlainText(), m_before).value_or(QList<VoteChoice>{});
    m_count->setVisible(now == VoteKind::Election ? !choices.isEmpty() : m_secret->isChecked());
    m_next->setVisible(now == VoteKind::Admission && !choices.isEmpty());
    m_next->setText(choices.size() > 1 ? tr("分成每人一项") : tr("下一个人"));
    if (m_numbers[u"For"_s]->text().isEmpty() && choices.isEmpty()) {
        m_verdict->setText(now == VoteKind::Election
                               ? tr("写上应选人数和候选人，就可以唱票计票。")
                               : tr("填上赞成、反对、弃权的票数，就知道是否通过。"));
        setInk(m_verdict, Tone::Secondary);
        if (m_judges) m_passed->setChecked(false);
        return;
    }
    const VoteVerdict verdict = judgeVote(item(), m_terms);
    if (m_judges) m_passed->setChecked(verdict.passes);
    m_verdict->setText((verdict.passes ? u"✔ "_s : u"⚠ "_s) + verdict.sentence);
    setInk(m_verdict, verdict.passes ? Tone::Done : Tone::Due);
}

} // namespace baolei
