#include "core/activities/activity.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

constexpr int kLongestDetails = 1'000'000; // all fields of a kind in one JSON text
}

template <> const Table& tableOf<Activity>() {
    using A = Activity;
    static const Table table{
        "activity",
        Text::tr("组织生活"),
        {column("id", Text::tr("编号"), &A::id),
         column("kind", Text::tr("类型"), &A::kind).inGroup("kind"),
         column("organisation_id", Text::tr("党组织"), &A::organisationId),
         column("joint", Text::tr("联合开展的党组织"), &A::joint),
         column("title", Text::tr("名称"), &A::title),
         column("starts_at", Text::tr("开始时间"), &A::startsAt).inGroup("time"),
         column("ends_at", Text::tr("结束时间"), &A::endsAt).inGroup("time"),
         column("place", Text::tr("地点"), &A::place),
         column("host", Text::tr("主持人"), &A::host).inGroup("host"),
         column("host_id", Text::tr("主持人"), &A::hostId).inGroup("host"),
         column("delegation", Text::tr("委托主持说明"), &A::delegation),
         column("recorder", Text::tr("记录人"), &A::recorder),
         column("agenda", Text::tr("议题"), &A::agenda).withLines(),
         column("content", Text::tr("内容"), &A::content).withLines(),
         column("resolution", Text::tr("决议"), &A::resolution).withLines(),
         column("details", Text::tr("其他栏目"), &A::details).withLines(kLongestDetails),
         column("attendance", Text::tr("到会情况"), &A::attendance).inGroup("attendance"),
         column("due", Text::tr("应到"), &A::due).inGroup("attendance"),
         column("present", Text::tr("实到"), &A::present).inGroup("attendance"),
         column("voting_due", Text::tr("有表决权应到"), &A::votingDue).inGroup("attendance"),
         column("voting_present", Text::tr("有表决权实到"), &A::votingPresent)
             .inGroup("attendance"),
         column("votes", Text::tr("表决"), &A::votes),
         column("state", Text::tr("状态"), &A::state),
         column("recorded_on", Text::tr("录入日期"), &A::recordedOn),
         column("also", Text::tr("兼作"), &A::also).inGroup("kind")}};
    return table;
}

QList<Id<Organisation>> jointIn(const QByteArray& stored) {
    constexpr qsizetype kKey = 16;
    QList<Id<Organisation>> organisations;
    for (qsizetype at = 0; at + kKey <= stored.size(); at += kKey)
        organisations.append({Uuid::fromBytes(QByteArrayView(stored).sliced(at, kKey))});
    return organisations;
}

QByteArray storedJoint(const QList<Id<Organisation>>& organisations) {
    QByteArray stored;
    for (const Id<Organisation> each : organisations)
        stored += each.value.toBytes();
    return stored;
}

QList<Id<Organisation>> holdersOf(const Activity& activity) {
    return QList<Id<Organisation>>{activity.organisationId} + jointIn(activity.joint);
}

QStringList kindsServed(const QString& kind, const QString& also) {
    return QStringList(kind) + also.split(u' ', Qt::SkipEmptyParts);
}

} // namespace baolei
