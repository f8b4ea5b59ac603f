#include "ui/activities/record_window.h"

#include "core/plans/commands.h"
#include "ui/activities/record_merge.h"
#include "ui/activities/record_tabs.h"
#include "ui/base/ask.h"

#include <QApplication>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>
#include <utility>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kTypingPauseMs = 150;
}

RecordWindow::RecordWindow(Store& store, const RecordSetup& setup, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_setup(setup) {
    setObjectName(u"recordDialog"_s);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setWindowTitle(m_setup.opened ? tr("修改记录") : tr("记一次会"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    buildHead(column);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
    buildFoot(column);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && m_scroll->isAncestorOf(now)) m_scroll->ensureWidgetVisible(now, 0, space::huge);
    });
    m_wait.setSingleShot(true);
    m_wait.setInterval(kTypingPauseMs);
    connect(&m_wait, &QTimer::timeout, this, &RecordWindow::remark);
}

// Hidden while everything is still there: fields tell of it when the keyboard leaves them.
RecordWindow::~RecordWindow() {
    hide();
}

void RecordWindow::buildHead(QVBoxLayout* column) {
    m_head = new Form(m_setup.hasManyPlaces() ? 3 : 2);
    m_kind = m_head->addField(u"kind"_s, tr("类型"),
                              new ChoiceField(choicesOf(m_setup.rules.kinds), false));
    m_kind->setCode(m_setup.kind.id);
    if (m_setup.hasManyPlaces()) {
        m_branch = m_head->addField(u"branch"_s, tr("党组织"),
                                    new ChoiceField(choicesOf(m_setup.branches), false));
        m_branch->setCode(m_setup.branch.id.value.toText());
        connect(m_branch, &QComboBox::activated, this, &RecordWindow::chooseHolder);
        connect(m_branch->lineEdit(), &QLineEdit::editingFinished, this,
                &RecordWindow::chooseHolder);
    }
    m_also = new ChoiceField({}); // beside the form: Enter, in a hurry, does not stop here
    m_also->setObjectName(u"also"_s);
    m_also->setAccessibleName(tr("兼作"));
    auto* alsoLabel = new QLabel(tr("兼作"), this);
    alsoLabel->setBuddy(m_also);
    setInk(alsoLabel, Tone::Secondary);
    m_also->setToolTip(tr("一次会议同时算作两种，只记一次：如党员大会兼作党课"));
    m_holder = m_head->addField(u"holder"_s, tr("党小组"), new ChoiceField({}, false));
    m_place = new QLabel(this);
    m_place->setObjectName(u"recordPlace"_s);
    m_last = new QPushButton(this);
    m_last->setObjectName(u"bringInLast"_s);
    m_last->setProperty("role", u"plain"_s);
    m_last->setAutoDefault(false);
    m_last->setFocusPolicy(Qt::ClickFocus); // Ctrl+L for the keyboard
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(m_head, 1);
    row->addWidget(alsoLabel);
    row->addWidget(m_also);
    row->addStretch(1);
    row->addWidget(m_last);
    row->addWidget(m_place);
    column->addLayout(row);
    for (ChoiceField* field : {m_kind, m_also, m_holder}) {
        const auto changed
            = field == m_holder ? &RecordWindow::chooseHolder : &RecordWindow::chooseKind;
        connect(field, &QComboBox::activated, this, changed);
        connect(field->lineEdit(), &QLineEdit::editingFinished, this, changed);
    }
    connect(m_head, &Form::finished, this, [this] {
        if (m_fields) m_fields->form()->field(u"title"_s)->setFocus();
    });
    connect(m_last, &QPushButton::clicked, this, &RecordWindow::bringInLast);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this), &QShortcut::activated, this,
            &RecordWindow::bringInLast);
}

QPushButton* RecordWindow::addButton(QHBoxLayout* row, const QString& text, const QString& name) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    row->addWidget(button);
    return button;
}

void RecordWindow::buildFoot(QVBoxLayout* column) {
    m_remark = new QLabel(this);
    m_remark->setObjectName(u"recordRemark"_s);
    m_remark->setAccessibleName(tr("检查"));
    m_remark->setWordWrap(true);
    m_remark->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(m_remark, 1);
    m_draft = addButton(row, tr("存草稿"), u"saveDraft"_s);
    auto* print = addButton(row, tr("保存并打印"), u"saveAndPrint"_s);
    m_save = addButton(row, tr("保存  Ctrl+S"), u"save"_s);
    m_save->setProperty("role", u"primary"_s);
    m_save->setAutoDefault(true);
    column->addLayout(row);
    connect(m_draft, &QPushButton::clicked, this, [this] { save(u"draft"_s); });
    connect(print, &QPushButton::clicked, this, [this] { m_wantsPrint = save(u"final"_s); });
    connect(m_save, &QPushButton::clicked, this, [this] { save(u"final"_s); });
    for (const auto& keys :
         {QKeySequence(Qt::CTRL | Qt::Key_S), QKeySequence(Qt::CTRL | Qt::Key_Return)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this,
                [this] { save(u"final"_s); });
    // A final record made a draft again would vanish from the handbook unseen.
    m_draft->setVisible(!m_setup.opened || m_setup.opened->activity.state == u"draft"_s);
}

Result<void> RecordWindow::fill() {
    if (const auto loaded = load(m_setup.kind, m_setup.holder, m_setup.day); !loaded) return loaded;
    offerHolders();
    showForm(m_setup.opened ? *m_setup.opened : m_setup.begun(m_from.source));
    m_isTouched = false;
    return {};
}

// Everything that depends on kind, branch and day.
Result<void> RecordWindow::load(const ActivityKind& kind, const Organisation& holder, QDate day) {
    const Reader& reader = m_store.reader();
    auto source = recordSource(reader, kind, holder, m_setup.branch.id, day);
    if (!source) return fail(source.error());
    const Id<Activity> own = m_setup.opened ? m_setup.opened->activity.id : Id<Activity>{};
    auto judge = RecordJudge::load(reader, m_setup.rules, m_setup.branch, day, own, m_setup.today);
    if (!judge) return fail(judge.error());
    m_from.source = std::move(*source);
    m_judge = std::move(*judge);
    m_from.terms = electionTerms(m_setup.rules.book, day);
    m_from.today = m_setup.today;
    m_from.topics = [this] {
        return usualTopics(m_store.reader(), m_setup.kind, m_setup.holder.id, m_setup.day)
            .value_or(QStringList{});
    };
    m_setup.kind = kind;
    m_setup.holder = holder;
    m_setup.day = day;
    return {};
}

void RecordWindow::offerHolders() {
    const QList<Organisation> holders = m_setup.holders(m_setup.kind);
    const bool hasChoice = holders.first().id != m_setup.branch.id;
    const QSignalBlocker quiet(m_holder);
    m_holder->setChoices(choicesOf(holders), false);
    m_holder->setCode(m_setup.holder.id.value.toText());
    const Choices others = choicesOf(m_setup.rules.kinds, m_setup.kindOf(m_setup.kind.id));
    const QSignalBlocker quietToo(m_also);
    m_also->setChoices(others);
    m_also->setCode(m_setup.also);
    showWithLabel(m_holder, hasChoice);
    showWithLabel(m_also, !others.isEmpty());
    m_place->setText(m_setup.branch.shortName);
    m_place->setVisible(!m_branch);
    if (!m_branch) return;
    const QSignalBlocker quietBranch(m_branch);
    m_branch->setChoices(choicesOf(m_setup.places(m_setup.kind)), false);
    m_branch->setCode(m_setup.branch.id.value.toText());
}

void RecordWindow::showWithLabel(QWidget* field, bool isShown) {
    field->setVisible(isShown);
    for (QLabel* label : findChildren<QLabel*>())
        if (label->buddy() == field) label->setVisible(isShown);
}

void RecordWindow::showForm(const ActivityRecord& record) {
    m_from.names
        = namesOutside(m_store.reader(), m_from.source, record.attendance).value_or(m_from.names);
    const bool hadFocus = m_fields && m_scroll->isAncestorOf(focusWidget());
    m_fields = new RecordForm(m_from, record);
    if (QWidget* before = m_scroll->takeWidget()) before->deleteLater();
    m_scroll->setWidget(m_fields->form());
    connect(m_fields, &RecordForm::edited, this, [this] {
        m_isTouched = true;
        m_wait.start();
    });
    connect(m_fields, &RecordForm::dayChanged, this, &RecordWindow::chooseDay);
    connect(m_fields->form(), &Form::finished, m_save, [this] { m_save->setFocus(); });
    const auto& last = m_from.source.last;
    m_last->setVisible(last.has_value() && !m_setup.opened);
    if (last)
        m_last->setText(tr("上次同类会议：%1月%2日，按 Ctrl+L 带入")
                            .arg(last->startsAt.date().month())
                            .arg(last->startsAt.date().day()));
    alignHead();
    orderTabs(this);
    if (hadFocus) m_fields->form()->field(u"title"_s)->setFocus();
    remark();
}

// The labels of head and fields end at the same place.
void RecordWindow::alignHead() {
    const auto* grid = qobject_cast<QGridLayout*>(m_fields->form()->layout());
    int width = 0;
    for (int row = 0; row < grid->rowCount(); ++row)
        if (const QLayoutItem* label = grid->itemAtPosition(row, 0))
            width = qMax(width, label->sizeHint().width());
    qobject_cast<QGridLayout*>(m_head->layout())->setColumnMinimumWidth(0, width);
}

// The entry goes along to the fields of another kind, branch or day.
bool RecordWindow::moveTo(const ActivityKind& kind, const Organisation& holder, QDate day) {
    const ActivityKind kindBefore = m_setup.kind;
    const ActivityRecord usual = newRecord(m_from.source, m_setup.day);
    ActivityRecord record = m_fields->record();
    const QString titleBefore = usualTitle(kindBefore, m_setup.day);
    if (const auto loaded = load(kind, holder, day); !loaded) {
        ask::error(this, loaded.error());
        return false;
    }
    ActivityRecord known = newRecord(m_from.source, day);
    Activity& activity = record.activity;
    if (activity.title == titleBefore) activity.title = known.activity.title;
    const auto follow = [](QString& field, const QString& before, const QString& now) {
        if (field == before && !now.isEmpty()) field = now;
    };
    if (!m_setup.opened) {
        follow(activity.place, usual.activity.place, known.activity.place);
        follow(activity.recorder, usual.activity.recorder, known.activity.recorder);
        if (activity.host == usual.activity.host) {
            activity.host = known.activity.host;
            activity.hostId = {};
        }
        if (activity.startsAt.time() == usual.activity.startsAt.time()
            && activity.endsAt.time() == usual.activity.endsAt.time()) {
            activity.startsAt = known.activity.startsAt;
            activity.endsAt = known.activity.endsAt;
        }
    }
    activity.kind = kind.id;
    activity.also = m_setup.also;
    activity.organisationId = holder.id;
    const bool isOtherCrowd
        = (kind.attends == Attends::Chosen) != (kindBefore.attends == Attends::Chosen);
    record.attendance
        = attendanceFor(m_from.source, isOtherCrowd ? Attendance{} : record.attendance);
    offerHolders();
    showForm(record);
    return true;
}

void RecordWindow::chooseKind() {
    RecordSetup wanted = m_setup;
    wanted.choose(m_kind->code(), m_also->code());
    if (!m_fields || (wanted.kind.id == m_setup.kind.id && wanted.also == m_setup.also)) return;
    // What only branches hold is not held by the committee that was chosen before.
    if (const auto places = wanted.places(wanted.kind);
        !organisationIn(places, m_setup.branch.id.value.toText()))
        m_setup.branch = places.first();
    const QList<Organisation> holders = m_setup.holders(wanted.kind);
    const bool stays = organisationIn(holders, m_setup.holder.id.value.toText()) != nullptr;
    const QString before = std::exchange(m_setup.also, wanted.also);
    if (moveTo(wanted.kind, stays ? m_setup.holder : holders.first(), m_setup.day)) return;
    m_setup.also = before;
    m_kind->setCode(m_setup.kind.id);
    m_also->setCode(m_setup.also);
}

void RecordWindow::chooseHolder() {
    if (!m_fields) return;
    if (m_branch) {
        const QList<Organisation> places = m_setup.places(m_setup.kind);
        const Organisation* branch = organisationIn(places, m_branch->code());
        if (branch && branch->id != m_setup.branch.id) {
            m_setup.branch = *branch;
            moveTo(m_setup.kind, m_setup.holders(m_setup.kind).first(), m_setup.day);
            return;
        }
    }
    const QList<Organisation> holders = m_setup.holders(m_setup.kind);
    const Organisation* holder = organisationIn(holders, m_holder->code());
    if (holder && holder->id != m_setup.holder.id) moveTo(m_setup.kind, *holder, m_setup.day);
}

// Who is expected is a matter of the day.
void RecordWindow::chooseDay() {
    const QDate day = m_fields->day();
    if (!day.isValid() || day == m_setup.day) return;
    const QWidget* before = focusWidget();
    const QString name = before ? before->objectName() : QString();
    if (!moveTo(m_setup.kind, m_setup.holder, day)) return;
    if (auto* next = m_fields->form()->findChild<QWidget*>(name))
        next->setFocus(Qt::TabFocusReason); // which marks what stands there, as on arriving
}

void RecordWindow::bringInLast() {
    if (!m_fields || !m_from.source.last || m_setup.opened) return;
    showForm(withLast(m_fields->record(), *m_from.source.last));
    m_isTouched = true;
}

void RecordWindow::remark() {
    const QList<RecordRemark> remarks = m_judge->judge(m_fields->record(), m_setup.kind);
    QStringList texts;
    for (const RecordRemark& each : remarks)
        texts.append(each.text);
    QString line = texts.value(0);
    if (texts.size() > 1) line += tr("　另有 %1 条").arg(texts.size() - 1);
    m_remark->setText(line);
    m_remark->setToolTip(texts.size() > 1 ? texts.join(u'\n') : QString());
    setInk(m_remark, remarks.isEmpty() ? Tone::Secondary : remarks.first().tone);
}

bool RecordWindow::ask() {
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    // Room for what will be typed: votes, absent people, a page of content.
    resize(qMin(scaled(1120), screen.width() - 60), qMin(scaled(760), screen.height() - 60));
    m_kind->setFocus();
    return exec() == Accepted;
}

Result<Activity> RecordWindow::store(ActivityRecord record) {
    if (m_setup.opened) {
        auto merged = mergedWithStored(m_store.reader(), *m_setup.opened, std::move(record));
        if (!merged) return fail(merged.error());
        record = std::move(*merged);
    }
    return saveActivity(m_store, std::move(record),
                        fulfillingPlan(m_fulfilled, m_setup.planned.id));
}

bool RecordWindow::save(const QString& state) {
    // Leaving the field settles what is half typed: initials, a day in short.
    const QPointer<QWidget> before = focusWidget();
    m_save->setFocus();
    if (trySave(state)) return true;
    if (before && m_save->hasFocus()) before->setFocus();
    return false;
}

bool RecordWindow::trySave(const QString& state) {
    ActivityRecord record = m_fields->record();
    record.activity.state = state;
    const bool isDraft = state == u"draft"_s;
    FormProblems problems = m_fields->problems();
    for (const FieldProblem& each : checkActivity(record, m_setup.kind)) {
        const QString column = QString::fromLatin1(each.column);
        const bool isTime = column == u"starts_at"_s || column == u"ends_at"_s;
        problems.append({isTime ? u"time"_s : column, each.message, isDraft && !each.isRefused});
    }
    m_fields->form()->showProblems(problems);
    if (hasErrors(problems)) {
        if (QWidget* wrong = focusWidget()) m_scroll->ensureWidgetVisible(wrong);
        return false;
    }
    const auto saved = store(record);
    if (!saved) {
        ask::error(this, saved.error());
        return false;
    }
    m_saved = *saved;
    m_isTouched = false;
    accept();
    return true;
}

void RecordWindow::reject() {
    if (!m_isTouched || ask::mayDiscard(this)) QDialog::reject();
}

} // namespace baolei
