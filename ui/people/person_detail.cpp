#include "ui/people/person_detail.h"

#include "core/people/codes.h"
#include "core/people/queries.h"
#include "ui/base/figures.h"
#include "ui/base/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
using Facts = QList<FactList::Fact>;

QLabel* makeLabel(const QString& text, Tone tone, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setInk(label, tone);
    return label;
}

// Facts that are there; those that everybody should have stand even where they are not.
void addFact(Facts& facts, const QString& label, const QString& value, bool isNeeded = false) {
    if (value.isEmpty() && isNeeded) {
        facts.append({label, PersonDetail::tr("! 还没有填"), Tone::Due});
    } else if (!value.isEmpty()) {
        facts.append({label, value});
    }
}

// The columns of the record that are filled, as the record calls them.
void addColumns(Facts& facts, const Person& person, const QList<QByteArray>& columns) {
    for (const QByteArray& name : columns) {
        const Column* column = tableOf<Person>().find(name);
        const Value value = column->read(&person);
        if (!isDefault(value)) facts.append({column->title, personCellText(*column, value)});
    }
}

Facts basicFacts(const PersonRecord& record) {
    const Person& person = record.person;
    Facts facts;
    addFact(facts, PersonDetail::tr("性别"), nameOf(u"sex", person.sex), true);
    addFact(facts, PersonDetail::tr("出生日期"), person.bornOn.text(), true);
    addFact(facts, PersonDetail::tr("民族"), nameOf(u"ethnicity", person.ethnicity), true);
    addFact(facts, PersonDetail::tr("学历"), nameOf(u"education", person.education), true);
    addColumns(facts, person,
               {"degree", "native_place", "marital", "job", "work_started_on", "technical_post",
                "technical_title", "stratum", "frontline", "is_migrant_worker", "is_taiwanese",
                "training", "note"});
    return facts;
}

Facts partyFacts(const PersonRecord& record) {
    const Person& person = record.person;
    Facts facts;
    addFact(facts, PersonDetail::tr("党小组"), record.group);
    addFact(facts, PersonDetail::tr("入党日期"), person.joinedOn.text(), isMember(person.stage));
    addFact(facts, PersonDetail::tr("转正日期"), person.fullOn.text(), person.stage == u"full"_s);
    addColumns(facts, person,
               {"membership",
                "join_kind",
                "full_result",
                "probation_until",
                "joined_at",
                "seniority_correction",
                "archive_at",
                "exempt_since",
                "quorum_exclusion",
                "quorum_excluded_on",
                "quorum_excluded_by",
                "rights_suspended_until",
                "is_floating",
                "floating_to",
                "is_lost",
                "lost_since",
                "applied_on",
                "applied_to",
                "activist_on",
                "league_joined_on",
                "political",
                "background",
                "increase_note",
                "decrease_note",
                "left_on"});
    return facts;
}

Facts privateFacts(const Person& person, bool isShown) {
    Facts facts;
    const Table& table = tableOf<Person>();
    for (const Column& column : table.columns()) {
        if (!column.isPrivate) continue;
        const QString value = textIn(column.read(&person));
        addFact(facts, column.title, value.isEmpty() || isShown ? value : u"＊＊＊＊＊＊"_s,
                column.name == "id_number" || column.name == "phone");
    }
    return facts;
}

QString postText(const PersonRecord::HeldPost& held) {
    const Post& post = held.post;
    const QString title = post.title.isEmpty() ? nameOf(u"post", post.kind) : post.title;
    const QString from = post.fromOn.isNull() ? u"?"_s : post.fromOn.text();
    const QString until = post.untilOn.isNull() ? PersonDetail::tr("今") : post.untilOn.text();
    return u"%1\n%2  %3 – %4"_s.arg(title, held.organisation, from, until);
}

void empty(QVBoxLayout* box) {
    while (QLayoutItem* item = box->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}
}

PersonDetail::PersonDetail(QWidget* parent)
    : QScrollArea(parent) {
    setObjectName(u"personDetail"_s);
    setAccessibleName(tr("党员详情"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    auto* card = new Card(this);
    setWidget(card);
    m_nothing = makeLabel(tr("在表里选一个人，这里显示他的情况。"), Tone::Secondary, card);
    m_nothing->setAlignment(Qt::AlignHCenter);
    card->box()->addWidget(m_nothing);
    m_whole = new QWidget(card);
    card->box()->addWidget(m_whole);
    card->box()->addStretch(1);
    m_box = new QVBoxLayout(m_whole);
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(space::small);
    m_name = new QLabel(m_whole);
    m_name->setObjectName(u"personName"_s);
    setTypeRole(m_name, TypeRole::Title);
    m_line = makeLabel({}, Tone::Secondary, m_whole);
    m_box->addWidget(m_name);
    m_box->addWidget(m_line);

    auto* acts = new QHBoxLayout;
    acts->setSpacing(space::small);
    auto* edit = addButton(u"editPerson"_s, tr("修改"), u"edit"_s);
    edit->setToolTip(tr("修改  F2"));
    auto* appoint = addButton(u"appoint"_s, tr("添加"), u"plus"_s);
    appoint->setAccessibleName(tr("添加任职"));
    appoint->setToolTip(tr("登记他的一个职务"));
    m_move = addButton(u"movePerson"_s, tr("调动"), {});
    m_move->setToolTip(tr("转移组织关系到本镇的另一个党支部"));
    m_leave = addButton(u"leavePerson"_s, tr("减少"), {});
    m_leave->setToolTip(tr("转出、去世、出党等，他的记录都会保留"));
    m_arrive = addButton(u"arrivePerson"_s, tr("恢复、转入"), {});
    for (QPushButton* button : {edit, m_move, m_leave, m_arrive})
        acts->addWidget(button, 1);
    m_box->addLayout(acts);
    auto* study = addButton(u"studyOfPerson"_s, tr("组织生活与学时 →"), u"study"_s);
    study->setToolTip(tr("他这一年参加、缺席、补学的活动和学时"));
    m_box->addWidget(study, 0, Qt::AlignLeft);
    connect(study, &QPushButton::clicked, this, &PersonDetail::studyWanted);
    connect(edit, &QPushButton::clicked, this, &PersonDetail::editWanted);
    connect(m_move, &QPushButton::clicked, this, &PersonDetail::moveWanted);
    connect(m_leave, &QPushButton::clicked, this, &PersonDetail::leaveWanted);
    connect(m_arrive, &QPushButton::clicked, this, &PersonDetail::arrivalWanted);
    connect(appoint, &QPushButton::clicked, this, [this] {
        Post post;
        post.personId = m_record->person.id;
        post.organisationId = m_record->person.branchId;
        emit postWanted(post);
    });

    m_party = addSection(tr("党员情况"));
    m_basics = addSection(tr("基本情况"));
    m_show = addButton(u"showPrivate"_s, tr("显示"), {});
    m_show->setCheckable(true);
    m_show->setToolTip(tr("只给您自己看；换一个人就重新遮住"));
    m_private = addSection(tr("证件与联系方式"), m_show);
    m_private->setObjectName(u"privateFacts"_s);
    connect(m_show, &QPushButton::toggled, this, &PersonDetail::showPrivate);
    addSection(tr("任职"), appoint)->hide();
    m_posts = new QVBoxLayout;
    m_box->addLayout(m_posts);
    m_movements = addSection(tr("增减"));
    m_historyHead = new QLabel(tr("这条记录的历史"), m_whole);
    m_box->addSpacing(space::small);
    m_box->addWidget(m_historyHead);
    m_history = new QVBoxLayout;
    m_history->setSpacing(space::tiny);
    m_box->addLayout(m_history);
    setTypeRole(m_historyHead, TypeRole::Small);
    setInk(m_historyHead, Tone::Secondary);
    clear();
}

QPushButton* PersonDetail::addButton(const QString& name, const QString& text,
                                     const QString& iconName) {
    auto* button = new QPushButton(text, m_whole);
    button->setObjectName(name);
    button->setAccessibleName(text);
    if (!iconName.isEmpty()) button->setIcon(icon(iconName));
    return button;
}

FactList* PersonDetail::addSection(const QString& heading, QPushButton* beside) {
    auto* label = new QLabel(heading, m_whole);
    setTypeRole(label, TypeRole::Small);
    setInk(label, Tone::Secondary);
    auto* line = new QHBoxLayout;
    line->addWidget(label, 1);
    if (beside) line->addWidget(beside);
    m_box->addSpacing(space::small);
    m_box->addLayout(line);
    auto* facts = new FactList(m_whole);
    m_box->addWidget(facts);
    return facts;
}

void PersonDetail::clear() {
    m_record.reset();
    m_whole->hide();
    m_nothing->show();
}

void PersonDetail::setRecord(const PersonRecord& record) {
    const bool isSame = m_record && m_record->person.id == record.person.id;
    m_record = record;
    const Person& person = record.person;
    m_name->setText(person.name);
    QStringList line{record.branch, nameOf(u"category", person.stage)};
    line.removeAll(QString());
    if (!person.leftOn.isNull()) line.append(tr("%1 离开").arg(person.leftOn.text()));
    m_line->setText(line.join(u" · "_s));
    const bool isHere = person.leftOn.isNull();
    m_move->setVisible(isHere);
    m_leave->setVisible(isHere);
    m_arrive->setVisible(!isHere);
    m_party->setFacts(partyFacts(record));
    m_basics->setFacts(basicFacts(record));
    if (!isSame) m_show->setChecked(false);
    showPrivate(m_show->isChecked());
    showPosts();
    showMovements();
    showHistory();
    m_nothing->hide();
    m_whole->show();
    if (!isSame) ensureVisible(0, 0);
}

void PersonDetail::showPrivate(bool isShown) {
    if (!m_record) return;
    m_private->setFacts(privateFacts(m_record->person, isShown));
    m_show->setText(isShown ? tr("遮住") : tr("显示"));
}

void PersonDetail::showPosts() {
    empty(m_posts);
    if (m_record->posts.isEmpty()) {
        m_posts->addWidget(makeLabel(tr("没有任职记录"), Tone::Secondary, m_whole));
        return;
    }
    for (const auto& held : m_record->posts) {
        auto* button = new QPushButton(postText(held), m_whole);
        button->setProperty("role", u"plain"_s);
        button->setToolTip(tr("修改或免职"));
        button->setObjectName(u"post"_s);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setStyleSheet(u"text-align: left; padding: 4px 8px;"_s);
        m_posts->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, post = held.post] { emit postWanted(post); });
    }
}

void PersonDetail::showMovements() {
    Facts facts;
    for (const auto& moved : m_record->movements) {
        const Movement& each = moved.movement;
        const bool isOut = each.direction == u"out"_s;
        const QString kind = nameOf(isOut ? u"leave_kind" : u"join_kind", each.kind);
        const QString where = each.counterpart.isEmpty()
            ? QString()
            : (isOut ? tr(" → %1") : tr(" ← %1")).arg(each.counterpart);
        facts.append({each.happenedOn.text(), u"%1 %2%3"_s.arg(moved.organisation, kind, where)});
    }
    if (facts.isEmpty()) facts.append({tr("没有增减记录"), u" "_s});
    m_movements->setFacts(facts);
}

void PersonDetail::showHistory() {
    empty(m_history);
    for (const PersonRecord::Change& change : m_record->history) {
        auto* head = makeLabel(u"%1  %2"_s.arg(change.when, change.who), Tone::Secondary, m_whole);
        setTypeRole(head, TypeRole::Small);
        m_history->addWidget(head);
        m_history->addWidget(makeLabel(change.what, Tone::Text, m_whole));
        if (change.cells.isEmpty()) continue;
        auto* cells = makeLabel(change.cells.join(u'\n'), Tone::Secondary, m_whole);
        setTypeRole(cells, TypeRole::Small);
        m_history->addWidget(cells);
    }
}

} // namespace baolei
