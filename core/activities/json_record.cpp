// An activity as a JSON object: how scripts and other programs hand one over.

#include "core/activities/compliance.h"
#include "core/activities/json_details.h"
#include "core/activities/json_votes.h"
#include "core/activities/own_kinds.h"
#include "core/activities/queries.h"
#include "core/people/queries.h"
#include "core/rules/strict_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ActivityJson)
};

auto bad(const QString& what) {
    return fail(ErrorCode::Refused, what, Text::tr("请改正 JSON 文件再试"));
}

struct NamedMark {
    QString name;
    Mark mark;
    QString reason;
    QDate madeUpOn;
};

class Reading {
public:
    Reading(const Reader& reader, QJsonObject object)
        : m_reader(reader)
        , m_object(std::move(object)) { }

    Result<ActivityRecord> run();

private:
    Result<void> refuseUnknownWords() const;
    Result<void> readKind();
    Result<void> readHead();
    Result<void> readDetails();
    Result<void> readAttendance();
    Result<void> readMarks(const QJsonArray& entries, Mark otherwise);
    Result<void> readVotes();
    Result<Uuid> personNamed(const QString& name, bool isExpected) const;
    QString text(const char* key) const {
        return m_object[QLatin1String(key)].toString().trimmed();
    }
    QString lines(const char* key) const;

    const Reader& m_reader;
    QJsonObject m_object;
    ActivityKind m_kind;
    QList<ExpectedPerson> m_expected;
    ActivityRecord m_record;
};

QDateTime clockTime(const QString& text) {
    for (const QString& format :
         {u"yyyy-MM-dd'T'HH:mm:ss"_s, u"yyyy-MM-dd'T'HH:mm"_s, u"yyyy-MM-dd HH:mm"_s})
        if (const auto time = QDateTime::fromString(text, format); time.isValid()) return time;
    return {};
}

// A list, or one text with line ends.
QString Reading::lines(const char* key) const {
    const QJsonValue value = m_object[QLatin1String(key)];
    if (!value.isArray()) return value.toString().trimmed();
    QStringList all;
    for (const QJsonValue each : value.toArray())
        all.append(each.toString().trimmed());
    return all.join(u'\n');
}

// A slip of the pen (absents for absent) must not make everyone present.
Result<void> Reading::refuseUnknownWords() const {
    static const QStringList known{u"kind"_s,    u"also"_s,       u"organisation"_s, u"joint"_s,
                                   u"title"_s,   u"from"_s,       u"to"_s,           u"place"_s,
                                   u"host"_s,    u"delegation"_s, u"recorder"_s,     u"agenda"_s,
                                   u"content"_s, u"present"_s,    u"absent"_s,       u"observers"_s,
                                   u"votes"_s,   u"resolution"_s, u"details"_s,      u"state"_s};
    for (const QString& key : m_object.keys())
        if (!known.contains(key)) return bad(Text::tr("没有“%1”这一栏").arg(key));
    for (const QString& key :
         {u"also"_s, u"joint"_s, u"present"_s, u"absent"_s, u"observers"_s, u"votes"_s})
        if (const QJsonValue value = m_object[key]; !value.isUndefined() && !value.isArray())
            return bad(Text::tr("“%1”应当是列表，写在方括号里").arg(key));
    if (const QJsonValue value = m_object[u"details"_s]; !value.isUndefined() && !value.isObject())
        return bad(Text::tr("“details”应当是一组“名称：值”，写在花括号里"));
    return {};
}

Result<void> Reading::readKind() {
    const auto kinds = townKinds(m_reader);
    if (!kinds) return fail(kinds.error());
    const QString wanted = text("kind");
    const ActivityKind* kind = kindCalled(*kinds, wanted);
    if (!kind) return bad(Text::tr("没有“%1”这一类组织生活（kind）").arg(wanted));
    QStringList ids{kind->id};
    for (const QJsonValue word : m_object[u"also"_s].toArray()) {
        const ActivityKind* other = kindCalled(*kinds, word.toString().trimmed());
        if (!other) return bad(Text::tr("没有“%1”这一类组织生活（also）").arg(word.toString()));
        if (!ids.contains(other->id)) ids.append(other->id);
    }
    m_kind = combinedKind(*kinds, ids);
    m_record.activity.kind = kind->id;
    m_record.activity.also = ids.mid(1).join(u' ');
    return {};
}

Result<void> Reading::readHead() {
    Activity& activity = m_record.activity;
    const auto organisation = organisationNamed(m_reader, text("organisation"));
    if (!organisation) return fail(organisation.error());
    activity.organisationId = organisation->id;
    activity.startsAt = clockTime(text("from"));
    if (!activity.startsAt.isValid())
        return bad(
            Text::tr("开始时间（from）“%1”看不懂，请写成 2026-09-15T09:00").arg(text("from")));
    activity.endsAt = clockTime(text("to"));
    if (!text("to").isEmpty() && !activity.endsAt.isValid())
        return bad(Text::tr("结束时间（to）“%1”看不懂，请写成 2026-09-15T10:30").arg(text("to")));
    activity.title = text("title");
    activity.place = text("place");
    activity.host = text("host");
    activity.delegation = text("delegation");
    activity.recorder = text("recorder");
    activity.agenda = lines("agenda");
    activity.content = lines("content");
    activity.resolution = lines("resolution");
    activity.state = text("state");
    if (!activity.state.isEmpty() && activity.state != u"draft"_s && activity.state != u"final"_s)
        return bad(Text::tr("状态（state）只能是 draft 或 final"));
    for (const QJsonValue name : m_object[u"joint"_s].toArray()) {
        const auto other = organisationNamed(m_reader, name.toString());
        if (!other) return fail(other.error());
        if (other->id == activity.organisationId)
            return bad(Text::tr("%1自己不必写在联合举办（joint）里").arg(other->shortName));
        activity.joint += other->id.value.toBytes();
    }
    return {};
}

Result<void> Reading::readDetails() {
    const QJsonObject details = m_object[u"details"_s].toObject();
    for (auto field = details.begin(); field != details.end(); ++field) {
        const ActivityField* known = fieldWithId(m_kind, field.key());
        if (!known)
            return bad(Text::tr("%1没有“%2”这一栏（details）").arg(m_kind.name, field.key()));
        const auto text = detailFromJson(*known, field.value());
        if (!text) return fail(text.error());
        m_record.details.insert(field.key(), *text);
    }
    return {};
}

Result<Uuid> Reading::personNamed(const QString& name, bool isExpected) const {
    QList<Uuid> fitting;
    for (const ExpectedPerson& person : m_expected)
        if (person.name == name) fitting.append(person.id.value);
    if (fitting.isEmpty() && !isExpected) {
        const auto done
            = m_reader.each("SELECT id FROM live_person WHERE name = :name", {{":name", name}},
                            [&](const Row& row) { fitting.append(row.as<Uuid>(0)); });
        if (!done) return fail(done.error());
    }
    if (fitting.size() == 1) return fitting.first();
    return bad(fitting.isEmpty() ? Text::tr("应到人员里没有“%1”").arg(name)
                                 : Text::tr("有几个人都叫“%1”，分不清是谁").arg(name));
}

// One name, or an object that says more about it.
Result<NamedMark> markFrom(const QJsonValue& entry, Mark otherwise) {
    if (entry.isString()) return NamedMark{entry.toString().trimmed(), otherwise, {}, {}};
    JsonFields fields(entry);
    const auto optional
        = [&fields](const QString& key) { return fields.value(key).toString().trimmed(); };
    NamedMark named{fields.text(u"name"_s), otherwise, optional(u"reason"_s), {}};
    if (const QString word = optional(u"mark"_s); !word.isEmpty()) {
        const auto mark = markNamed(word);
        if (!mark) return bad(Text::tr("“%1”的到会标记“%2”看不懂").arg(named.name, word));
        named.mark = *mark;
    }
    const QString day = optional(u"made_up_on"_s);
    named.madeUpOn = QDate::fromString(day, Qt::ISODate);
    if (!day.isEmpty() && !named.madeUpOn.isValid())
        return bad(Text::tr("“%1”的补学日期“%2”看不懂，请写成 2026-09-20").arg(named.name, day));
    if (const QString problem = fields.problem(); !problem.isEmpty())
        return bad(Text::tr("到会人员“%1”：%2").arg(named.name, problem));
    return named;
}

Result<void> Reading::readMarks(const QJsonArray& entries, Mark otherwise) {
    for (const QJsonValue entry : entries) {
        const auto named = markFrom(entry, otherwise);
        if (!named) return fail(named.error());
        const auto person = personNamed(named->name, named->mark != Mark::Observer);
        if (!person) return fail(person.error());
        auto it = std::find_if(m_record.attendance.begin(), m_record.attendance.end(),
                               [&](const Attendee& each) { return each.person == *person; });
        if (it == m_record.attendance.end()) {
            m_record.attendance.append({*person, Mark::Present, false, {}, {}});
            it = m_record.attendance.end() - 1;
        }
        it->mark = named->mark;
        it->reason = named->reason;
        it->madeUpOn = named->madeUpOn;
    }
    return {};
}

Result<void> Reading::readAttendance() {
    const auto expected = expectedAt(m_reader, m_kind, holdersOf(m_record.activity),
                                     m_record.activity.startsAt.date());
    if (!expected) return fail(expected.error());
    m_expected = *expected;
    if (m_kind.attends != Attends::Chosen) {
        QList<Expected> all;
        for (const ExpectedPerson& person : m_expected)
            all.append(person.expected);
        m_record.attendance = everyonePresent(all);
    }
    Result<void> done = readMarks(m_object[u"present"_s].toArray(), Mark::Present);
    if (done) done = readMarks(m_object[u"absent"_s].toArray(), Mark::Absent);
    if (done) done = readMarks(m_object[u"observers"_s].toArray(), Mark::Observer);
    if (!done) return done;
    // Of two who bear the host's name none is meant for sure; who presides need not be expected
    // (rule C22 asks whether it was the secretary).
    const auto host = personNamed(m_record.activity.host, false);
    if (host) m_record.activity.hostId = {*host};
    return {};
}

Result<void> Reading::readVotes() {
    const QJsonArray entries = m_object[u"votes"_s].toArray();
    if (entries.isEmpty()) return {};
    const auto rules = townRules(m_reader);
    if (!rules) return fail(rules.error());
    auto votes = votesFromJson(entries, m_kind, countsOf(m_record.attendance),
                               electionTerms(rules->book, m_record.activity.startsAt.date()));
    if (!votes) return fail(votes.error());
    m_record.votes = std::move(*votes);
    return {};
}

Result<ActivityRecord> Reading::run() {
    Result<void> done = refuseUnknownWords();
    if (done) done = readKind();
    if (done) done = readHead();
    if (done) done = readDetails();
    if (done) done = readAttendance();
    if (done) done = readVotes();
    if (!done) return fail(done.error());
    return m_record;
}
}

Result<ActivityRecord> activityFromJson(const Reader& reader, const QByteArray& json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        const auto line = json.first(qMin<qsizetype>(error.offset, json.size())).count('\n') + 1;
        return bad(Text::tr("不是 JSON 对象，第 %1 行附近有误").arg(line));
    }
    return Reading(reader, document.object()).run();
}

} // namespace baolei
