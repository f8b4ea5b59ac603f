#include "ui/activities/activity_detail.h"

#include "core/activities/compliance.h"
#include "core/activities/joint.h"
#include "core/activities/queries.h"
#include "core/base/partial_date.h"
#include "ui/activities/attachments_box.h"
#include "ui/base/ask.h"
#include "ui/base/figures.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
using Facts = QList<FactList::Fact>;

QString timeText(const Activity& activity) {
    QString text = chineseDate(activity.startsAt.date()) + activity.startsAt.toString(u" HH:mm"_s);
    if (activity.endsAt.isValid()) text += u'–' + activity.endsAt.toString(u"HH:mm"_s);
    return text;
}

QString withVotes(int all, int voting) {
    const QString text = ActivityDetail::tr("%1 人").arg(all);
    return voting == 0 ? text : text + ActivityDetail::tr("（有表决权 %1）").arg(voting);
}

void addIfAny(Facts& facts, const QString& label, const QString& value, Tone tone = Tone::Text) {
    if (!value.isEmpty()) facts.append({label, value, tone});
}

QString namesWith(Mark mark, const Attendance& attendance, const QHash<Uuid, QString>& names) {
    QStringList found;
    for (const Attendee& each : attendance) {
        if (each.mark != mark) continue;
        QString text = names.value(each.person);
        if (!each.reason.isEmpty()) text += u'（' + each.reason + u'）';
        if (each.madeUpOn.isValid())
            text += ActivityDetail::tr("（%1补）").arg(chineseDate(each.madeUpOn));
        found.append(text);
    }
    return found.join(u'、');
}

void addAttendance(Facts& facts, const Reader& reader, const Attendance& attendance) {
    QSet<Uuid> people;
    for (const Attendee& each : attendance)
        if (each.mark != Mark::Present) people.insert(each.person);
    const auto names = namesOf(reader, people).value_or(QHash<Uuid, QString>{});
    for (const Mark mark :
         {Mark::Leave, Mark::Absent, Mark::MadeUp, Mark::Observer, Mark::Exempt, Mark::Excluded})
        addIfAny(facts, markName(mark), namesWith(mark, attendance, names));
}

void addVotes(Facts& facts, const Reader& reader, const ActivityRecord& record) {
    if (record.votes.isEmpty()) return;
    const auto rules = townRules(reader);
    const ElectionTerms terms
        = rules ? electionTerms(rules->book, record.activity.startsAt.date()) : ElectionTerms{};
    for (const VoteItem& item : record.votes)
        facts.append(
            {voteKindName(item.kind),
             item.title + u'：' + countedVotes(item) + u'\n' + judgeVote(item, terms).sentence});
}

Facts factsOf(const Reader& reader, const ActivityRecord& record, const QString& organisation) {
    const Activity& activity = record.activity;
    Facts facts{{ActivityDetail::tr("党组织"), organisation},
                {ActivityDetail::tr("时间"), timeText(activity)},
                {ActivityDetail::tr("地点"), activity.place}};
    const auto joint = nodesOf(reader, jointIn(activity.joint)).value_or(QList<OrganisationNode>{});
    QStringList names;
    for (const OrganisationNode& each : joint)
        names.append(each.shortName);
    addIfAny(facts, ActivityDetail::tr("联合开展"), names.join(u'、'));
    if (activity.state != u"final"_s)
        facts.append({ActivityDetail::tr("状态"),
                      symbolOf(Status::Incomplete) + ActivityDetail::tr(" 草稿，还没有定稿"),
                      toneOf(Status::Incomplete)});
    addIfAny(facts, ActivityDetail::tr("主持"), activity.host);
    addIfAny(facts, ActivityDetail::tr("委托说明"), activity.delegation);
    addIfAny(facts, ActivityDetail::tr("记录"), activity.recorder);
    facts.append({ActivityDetail::tr("应到"), withVotes(activity.due, activity.votingDue)});
    facts.append({ActivityDetail::tr("实到"), withVotes(activity.present, activity.votingPresent)});
    addAttendance(facts, reader, record.attendance);
    addIfAny(facts, ActivityDetail::tr("议题"), activity.agenda);
    addIfAny(facts, ActivityDetail::tr("内容"), activity.content);
    addIfAny(facts, ActivityDetail::tr("决议"), activity.resolution);
    addVotes(facts, reader, record);
    facts.append({ActivityDetail::tr("录入"), chineseDate(activity.recordedOn)});
    return facts;
}
}

ActivityDetail::ActivityDetail(Store& store, QWidget* parent)
    : QScrollArea(parent)
    , m_store(store) {
    setObjectName(u"activityDetail"_s);
    setAccessibleName(tr("这次活动"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    auto* card = new Card(this);
    setWidget(card);
    m_nothing = new QLabel(tr("在表里选一次活动，这里显示它的情况。"), card);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignHCenter);
    setInk(m_nothing, Tone::Secondary);
    card->box()->addWidget(m_nothing);
    m_whole = new QWidget(card);
    card->box()->addWidget(m_whole);
    card->box()->addStretch(1);
    auto* column = new QVBoxLayout(m_whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    m_heading = new QLabel(m_whole);
    m_heading->setObjectName(u"activityHeading"_s);
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    setTypeRole(m_heading, TypeRole::Title);
    column->addWidget(m_heading);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    QPushButton* open = addButton(u"openActivity"_s, tr("修改"));
    QPushButton* print = addButton(u"printActivity"_s, tr("打印"));
    QPushButton* remove = addButton(u"removeActivity"_s, tr("删除"));
    for (QPushButton* button : {open, print, remove})
        buttons->addWidget(button, 1);
    column->addLayout(buttons);
    m_attachments = new AttachmentsBox(store, AttachmentsBox::Look::Panel, this);
    column->addWidget(m_attachments);
    m_facts = new FactList(m_whole);
    column->addWidget(m_facts);
    connect(m_attachments, &AttachmentsBox::printWanted, this,
            &ActivityDetail::printAttachmentsWanted);
    connect(m_attachments, &AttachmentsBox::edited, this, &ActivityDetail::saveAttachments);
    connect(open, &QPushButton::clicked, this, &ActivityDetail::openWanted);
    connect(print, &QPushButton::clicked, this, &ActivityDetail::printWanted);
    connect(remove, &QPushButton::clicked, this, &ActivityDetail::removeWanted);
    m_whole->hide();
}

QPushButton* ActivityDetail::addButton(const QString& name, const QString& text) {
    auto* button = new QPushButton(text, m_whole);
    button->setObjectName(name);
    button->setAccessibleName(text);
    return button;
}

void ActivityDetail::setActivity(const Reader& reader, Id<Activity> id, const QString& kind,
                                 const QString& organisation) {
    const auto activity = reader.find(id);
    Result<ActivityRecord> record
        = fail(ErrorCode::NotFound, tr("在表里选一次活动，这里显示它的情况。"));
    if (!activity)
        record = fail(activity.error());
    else if (*activity)
        record = unpack(**activity);
    if (!record) m_nothing->setText(record.error().text());
    m_whole->setVisible(record.has_value());
    m_nothing->setVisible(!record.has_value());
    m_activity = record ? id : Id<Activity>{};
    if (!record) return;
    if (const auto shown = m_attachments->showStored(id); !shown) ask::error(this, shown.error());
    const QString& title = record->activity.title;
    m_heading->setText(title.isEmpty() ? kind : kind + u"："_s + title);
    m_facts->setFacts(factsOf(reader, *record, organisation));
}

// What was saved comes back by the page, which hears of every change.
void ActivityDetail::saveAttachments() {
    const auto saved = changeAttachments(m_store, m_activity, m_attachments->entries());
    if (saved) return;
    ask::error(this, saved.error());
    static_cast<void>(m_attachments->showStored(m_activity));
}

} // namespace baolei
