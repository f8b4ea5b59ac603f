#include "ui/activities/count_panel.h"

#include "ui/base/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QTimer>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QString kKeys = u"123456789abcdefghijklmnopqrstuvwxyz"_s;

bool isOfChoices(const VoteItem& item) {
    return item.kind == VoteKind::Election;
}

// What the lines of the panel are about: candidates, or the three answers.
QStringList linesOf(const VoteItem& item) {
    if (!isOfChoices(item))
        return {CountPanel::tr("赞成"), CountPanel::tr("不赞成"), CountPanel::tr("弃权")};
    QStringList names;
    for (const VoteChoice& each : item.choices)
        names.append(each.name);
    return names;
}

BallotMark answerOf(qsizetype line) {
    return line == 0 ? BallotMark::For : line == 1 ? BallotMark::Against : BallotMark::None;
}

QString markText(const VoteItem& item, const Ballot& ballot, qsizetype line) {
    if (!isOfChoices(item)) return ballot.marks.value(0) == answerOf(line) ? u"○"_s : QString();
    const BallotMark mark = ballot.marks.value(line);
    return mark == BallotMark::For ? u"○"_s : mark == BallotMark::Against ? u"×"_s : QString();
}

QString sumText(const VoteItem& item, qsizetype line) {
    if (!isOfChoices(item)) {
        const int sum = line == 0 ? item.votesFor : line == 1 ? item.against : item.abstain;
        return u"%1  %2"_s.arg(tallyMarks(sum)).arg(sum);
    }
    const VoteChoice& choice = item.choices[line];
    return CountPanel::tr("%1  %2　不赞成 %3　弃权 %4")
        .arg(tallyMarks(choice.votes))
        .arg(choice.votes)
        .arg(choice.against)
        .arg(choice.abstain);
}
}

CountPanel::CountPanel(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_name(name)
    , m_head(new QLabel(this))
    , m_help(new QLabel(this)) {
    setObjectName(name);
    setAccessibleName(tr("唱票计票"));
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::StrongFocus);
    m_head->setObjectName(name + u"Head"_s);
    m_help->setObjectName(name + u"Help"_s);
    m_help->setWordWrap(true);
    setInk(m_help, Tone::Secondary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::small, space::small, space::small, space::small);
    column->setSpacing(space::tiny);
    column->addWidget(m_head);
    column->addWidget(m_help);
}

void CountPanel::start(const VoteItem& item, const ElectionTerms& terms) {
    m_item = item;
    m_terms = terms;
    m_ballots.clear();
    m_now = {QList<BallotMark>(marksOf(item)), false};
    build();
    update();
    setFocus();
}

// Once it has its place, the window brings what gets the keyboard into sight.
void CountPanel::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    if (!hasFocus()) return;
    QTimer::singleShot(0, this, [this] {
        clearFocus();
        setFocus();
    });
}

void CountPanel::build() {
    delete m_table;
    m_marks.clear();
    m_sums.clear();
    m_table = new QWidget(this);
    auto* grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::tiny);
    const QStringList lines = linesOf(m_item);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto* mark = new QLabel(m_table);
        auto* sum = new QLabel(m_table);
        mark->setObjectName(m_name + u"Mark%1"_s.arg(i + 1));
        mark->setMinimumWidth(scaled(space::large));
        sum->setObjectName(m_name + u"Sum%1"_s.arg(i + 1));
        const int row = int(i);
        grid->addWidget(new QLabel(i < kKeys.size() ? QString(kKeys[i]) : QString(), m_table), row,
                        0);
        grid->addWidget(mark, row, 1);
        grid->addWidget(new QLabel(lines[i], m_table), row, 2);
        grid->addWidget(sum, row, 3);
        m_marks.append(mark);
        m_sums.append(sum);
    }
    grid->setColumnStretch(3, 1);
    qobject_cast<QVBoxLayout*>(layout())->insertWidget(1, m_table);
    m_help->setText((isOfChoices(m_item)
                         ? tr("按左边的键画票：一次 ○ 赞成，两次 × 不赞成，三次不画。")
                         : tr("按 1 赞成、2 不赞成、3 弃权。"))
                    + tr("Enter 下一张，0 这张无效，Backspace 退回上一张，Esc 结束。"));
}

void CountPanel::update() {
    QStringList head{tr("第 %1 张票").arg(m_ballots.size() + 1)};
    const int given = m_item.ballotsOut > 0 ? m_item.ballotsOut : m_item.present;
    head.append(tr("已收 %1 张，发出 %2 张，无效 %3 张")
                    .arg(m_ballots.size())
                    .arg(given)
                    .arg(m_ballots.isEmpty() ? 0 : m_item.ballotsVoid));
    const bool isOverfull = baolei::isOverfull(m_item, m_now);
    if (isOverfull) head.append(tr("⚠ 画“○”的多于应选 %1 人，这张票无效").arg(m_item.seats));
    if (m_ballots.size() > given) head.append(tr("⚠ 收回的票多于发出的票"));
    m_head->setText(head.join(u"　"_s));
    setInk(m_head, isOverfull || m_ballots.size() > given ? Tone::Due : Tone::Text);
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        m_marks[i]->setText(markText(m_item, m_now, i));
        m_sums[i]->setText(sumText(m_item, i));
    }
}

void CountPanel::addBallot(bool isVoid) {
    m_now.isVoid = isVoid || isOverfull(m_item, m_now);
    m_ballots.append(m_now);
    m_now = {QList<BallotMark>(marksOf(m_item)), false};
    m_item = baolei::counted(m_item, m_ballots, m_terms);
    update();
    emit counted(m_item);
}

void CountPanel::takeBack() {
    if (m_ballots.isEmpty()) return;
    m_now = m_ballots.takeLast();
    m_now.isVoid = false;
    m_item = baolei::counted(m_item, m_ballots, m_terms);
    update();
    emit counted(m_item);
}

bool CountPanel::take(const QString& key) {
    if (key == u"0") {
        addBallot(true);
        return true;
    }
    const qsizetype line = key.size() == 1 ? kKeys.indexOf(key.toLower()) : -1;
    if (line < 0 || line >= m_marks.size()) return false;
    if (isOfChoices(m_item)) {
        BallotMark& mark = m_now.marks[line];
        mark = mark == BallotMark::None ? BallotMark::For
            : mark == BallotMark::For   ? BallotMark::Against
                                        : BallotMark::None;
    } else {
        m_now.marks[0] = answerOf(line);
    }
    update();
    return true;
}

// Every key is the panel's while it counts: a slip must not press a button of the window.
void CountPanel::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return QFrame::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return addBallot(false);
    case Qt::Key_Backspace:
        return takeBack();
    case Qt::Key_Escape:
        emit finished();
        return;
    default:
        if (!take(event->text())) event->ignore();
    }
}

} // namespace baolei
