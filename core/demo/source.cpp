#include "core/demo/source.h"

#include "core/activities/json_details.h"
#include "core/base/data_files.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Demo)
};

Result<QString> broken() {
    return fail(ErrorCode::BadFile, Text::tr("示范数据的素材文件不完整"),
                Text::tr("请重新安装本程序"));
}

QStringList characters(const QJsonValue& value) {
    QStringList list = value.toString().split(QString(), Qt::SkipEmptyParts);
    return list;
}

QStringList texts(const QJsonValue& value) {
    QStringList list;
    for (const QJsonValue each : value.toArray())
        list.append(each.toString());
    return list;
}

QList<int> numbers(const QJsonValue& value) {
    QList<int> list;
    for (const QJsonValue each : value.toArray())
        list.append(each.toInt());
    return list;
}

Result<DemoActivity> activityFrom(const QJsonObject& object, const QList<ActivityKind>& kinds) {
    DemoActivity activity;
    if (const ActivityKind* kind = kindWithId(kinds, object[u"kind"_s].toString()))
        activity.kind = *kind;
    activity.title = object[u"title"_s].toString();
    activity.months = numbers(object[u"months"_s]);
    activity.hour = object[u"hour"_s].toInt(activity.hour);
    activity.minutes = object[u"minutes"_s].toInt(activity.minutes);
    activity.every = object[u"every"_s].toInt(activity.every);
    activity.people = object[u"people"_s].toInt();
    activity.isForExempt = object[u"exempt"_s].toBool();
    const QJsonObject details = object[u"details"_s].toObject();
    for (auto detail = details.begin(); detail != details.end(); ++detail) {
        const ActivityField* field = fieldWithId(activity.kind, detail.key());
        const auto text = field ? detailFromJson(*field, detail.value()) : broken();
        if (!text) return fail(text.error());
        activity.details.insert(detail.key(), *text);
    }
    if (activity.kind.id.isEmpty() || activity.every < 1) return fail(broken().error());
    return activity;
}

Result<void> readActivities(const QJsonArray& all, DemoSource& source) {
    const auto kinds = loadKinds();
    if (!kinds) return fail(kinds.error());
    for (const QJsonValue each : all) {
        auto activity = activityFrom(each.toObject(), *kinds);
        if (!activity) return fail(activity.error());
        source.activities.append(std::move(*activity));
    }
    return {};
}
}

Result<DemoSource> readDemoSource() {
    const auto bytes = readDataFile(u"demo/demo.json"_s);
    if (!bytes) return fail(bytes.error());
    const QJsonObject all = QJsonDocument::fromJson(*bytes).object();
    DemoSource source;
    source.surnames = characters(all[u"surnames"_s]);
    source.men = characters(all[u"men"_s]);
    source.women = characters(all[u"women"_s]);
    source.villages = texts(all[u"villages"_s]);
    source.places = texts(all[u"places"_s]);
    source.features = texts(all[u"features"_s]);
    for (const QJsonValue other : all[u"others"_s].toArray())
        source.others.append(texts(other));
    source.rooms = texts(all[u"rooms"_s]);
    source.companies = texts(all[u"companies"_s]);
    const QJsonObject topics = all[u"topics"_s].toObject();
    for (auto kind = topics.begin(); kind != topics.end(); ++kind)
        source.topics.insert(kind.key(), texts(kind.value()));
    source.contents = texts(all[u"contents"_s]);
    source.resolutions = texts(all[u"resolutions"_s]);
    for (const QStringList& list : {source.surnames, source.men, source.women, source.villages,
                                    source.rooms, source.contents, source.resolutions})
        if (list.isEmpty()) return fail(broken().error());
    if (const auto done = readActivities(all[u"activities"_s].toArray(), source); !done)
        return fail(done.error());
    return source;
}

} // namespace baolei
