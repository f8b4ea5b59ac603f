#include "ui/activities/record_window.h"

#include "core/activities/joint.h"
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
    , m_setup(setup)
    , m_head(new RecordHead(
          setup, [this] { return neighbours(); }, this))
    , m_keeper(store, [this] { return m_fields->record(); })
    , m_phrases(new RecordPhrases(store, this)) {
    setObjectName(u"recordDialog"_s);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setWindowTitle(m_setup.opened ? tr("修改记录") : tr("记一次会"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    column->addWidget(m_head);
    listenToHead();
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
    m_attachments = new AttachmentsBox(m_store, AttachmentsBox::Look::Strip, this);
    column->addWidget(m_attachments);
    connect(m_attachments, &AttachmentsBox::edited, this, [this] { m_isTouched = true; });
    buildFoot(column);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && m_scroll->isAncestorOf(now)) m_scroll->ensureWidgetVisible(now, 0, space::huge);
    });
    // Its own connection: fields still lose the keyboard when the keeper is already gone.
    connect(qApp, &QApplication::focusChanged, &m_keeper, &RecordKeeper::keep);
    connect(&m_keeper, &RecordKeeper::failed, this, &RecordWindow::warnNotKept);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this), &QShortcut::activated, this,
            [this] { m_phrases->open(*m_fields, m_fields->textFieldAt(focusWidget()), m_setup); });
    m_wait.setSingleShot(true);
    m_wait.setInterval(kTypingPauseMs);
    connect(&m_wait, &QTimer::timeout, this, &RecordWindow::remark);
}

// Hidden while everything is still there: fields tell of it when the keyboard leaves them.
RecordWindow::~RecordWindow() {
    hide();
}

void RecordWindow::listenToHead() {
    connect(m_head, &RecordHead::kindChosen, this, &RecordWindow::chooseKind);
    connect(m_head, &RecordHead::holderChosen, this, &RecordWindow::chooseHolder);
    connect(m_head, &RecordHead::jointChosen, this, &RecordWindow::chooseJoint);
    connect(m_head, &RecordHead::lastWanted, this, &RecordWindow::bringInLast);
    connect(m_head, &RecordHead::finished, this, [this] {
        if (m_fields) m_fields->form()->field(u"title"_s)->setFocus();
    });
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
    m_head->offer(m_setup);
    showForm(m_setup.beginning(m_from.source));
    m_isTouched = false;
    m_keeper.begin(m_setup.opened, m_setup.unsaved);
    return m_attachments->showStored(m_setup.opened ? m_setup.opened->activity.id : Id<Activity>{});
}

// Everything that depends on kind, branch and day.
Result<void> RecordWindow::load(const ActivityKind& kind, const Organisation& holder, QDate day) {
    const Reader& reader = m_store.reader();
    auto source = recordSource(reader, kind, {holder, m_setup.branch.id, m_setup.joint}, day);
    if (!source) return fail(source.error());
    const Id<Activity> own = m_setup.opened ? m_setup.opened->activity.id : Id<Activity>{};
    auto judge = RecordJudge::load(reader, m_setup.rules, m_setup.branch, day, own, m_setup.today);
    if (!judge) return fail(judge.error());
    m_from.source = std::move(*source);
    m_judge = std::move(*judge);
    m_from.terms = electionTerms(m_setup.rules.book, day);
    m_from.today = m_setup.today;
    m_setup.kind = kind;
    m_setup.holder = holder;
    m_setup.day = day;
    return {};
}

void RecordWindow::showForm(const ActivityRecord& record) {
    m_from.names
        = namesOutside(m_store.reader(), m_from.source, record.attendance).value_or(m_from.names);
    const bool hadFocus = m_fields && m_scroll->isAncestorOf(focusWidget());
    m_fields = new RecordForm(m_from, record);
    if (QWidget* before = m_scroll->takeWidget()) before->deleteLater();
    m_scroll->setWidget(m_fields->form());
    connect(m_fields, &RecordForm::edited, this, &RecordWindow::touch);
    connect(m_fields, &RecordForm::phrasesWanted, this,
            [this](const QString& field) { m_phrases->open(*m_fields, field, m_setup); });
    connect(m_fields, &RecordForm::dayChanged, this, &RecordWindow::chooseDay);
    connect(m_fields->form(), &Form::finished, m_save, [this] { m_save->setFocus(); });
    const auto& last = m_from.source.last;
    m_head->offerLast(last && !m_setup.opened ? &*last : nullptr);
    m_head->alignWith(*m_fields->form());
    orderTabs(this);
    if (hadFocus) m_fields->form()->field(u"title"_s)->setFocus();
    remark();
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
            activity.hostId = known.activity.hostId;
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
    activity.joint = known.activity.joint;
    const bool isOtherCrowd
        = (kind.attends == Attends::Chosen) != (kindBefore.attends == Attends::Chosen);
    record.attendance
        = attendanceFor(m_from.source, isOtherCrowd ? Attendance{} : record.attendance);
    m_head->offer(m_setup);
    showForm(record);
    if (m_isTouched) touch();
    return true;
}

void RecordWindow::chooseKind() {
    RecordSetup wanted = m_setup;
    wanted.choose(m_head->kind(), m_head->also());
    if (!m_fields || (wanted.kind.id == m_setup.kind.id && wanted.also == m_setup.also)) return;
    // What only branches hold is not held by the committee that was chosen before.
    if (const auto places = wanted.places(wanted.kind);
        !organisationIn(places, m_setup.branch.id.value.toText()))
        m_setup.branch = places.first();
    const QList<Organisation> holders = m_setup.holders(wanted.kind);
    const bool stays = organisationIn(holders, m_setup.holder.id.value.toText()) != nullptr;
    const QString alsoBefore = std::exchange(m_setup.also, wanted.also);
    const QList<OrganisationNode> jointBefore = m_setup.joint;
    if (!mayBeJoint(wanted.kind)) m_setup.joint.clear();
    if (moveTo(wanted.kind, stays ? m_setup.holder : holders.first(), m_setup.day)) return;
    m_setup.also = alsoBefore;
    m_setup.joint = jointBefore;
    m_head->offer(m_setup);
}

void RecordWindow::chooseHolder() {
    if (!m_fields) return;
    const QList<Organisation> places = m_setup.places(m_setup.kind);
    const Organisation* branch = organisationIn(places, m_head->branch());
    if (branch && branch->id != m_setup.branch.id) {
        m_setup.branch = *branch;
        m_setup.joint.removeIf(
            [branch](const OrganisationNode& each) { return each.id == branch->id; });
        moveTo(m_setup.kind, m_setup.holders(m_setup.kind).first(), m_setup.day);
        return;
    }
    const QList<Organisation> holders = m_setup.holders(m_setup.kind);
    const Organisation* holder = organisationIn(holders, m_head->holder());
    if (holder && holder->id != m_setup.holder.id) moveTo(m_setup.kind, *holder, m_setup.day);
}

void RecordWindow::chooseJoint() {
    const QList<OrganisationNode> before = std::exchange(m_setup.joint, m_head->joint());
    m_isTouched = true;
    if (moveTo(m_setup.kind, m_setup.holder, m_setup.day)) return;
    m_setup.joint = before;
    m_head->offer(m_setup);
}

QList<OrganisationNode> RecordWindow::neighbours() {
    const auto found = neighboursOf(m_store.reader(), m_setup.branch.id);
    if (!found) ask::error(this, found.error());
    return found.value_or(QList<OrganisationNode>{});
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
    touch();
}

void RecordWindow::touch() {
    m_isTouched = true;
    m_wait.start();
    m_keeper.touch();
}

void RecordWindow::warnNotKept(const Error& error) {
    m_wait.stop(); // the next letter brings the usual remark back
    m_remark->setText(u"⚠ "_s + error.text());
    m_remark->setToolTip({});
    setInk(m_remark, Tone::Missing);
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
    m_head->setFocus();
    return exec() == Accepted;
}

Result<Activity> RecordWindow::store(ActivityRecord record) {
    if (m_setup.opened) {
        auto merged = mergedWithStored(m_store.reader(), *m_setup.opened, std::move(record));
        if (!merged) return fail(merged.error());
        record = std::move(*merged);
    }
    const auto also
        = inTurn({fulfillingPlan(m_fulfilled, m_setup.planned.id), m_attachments->keeping()});
    return saveActivity(m_store, std::move(record), also);
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
    m_keeper.drop();
    accept();
    return true;
}

void RecordWindow::reject() {
    if (m_isTouched) {
        if (!ask::mayDiscard(this)) return;
        m_keeper.drop();
    }
    QDialog::reject();
}

} // namespace baolei
