#include "core/demo/source.h"

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
        if (list.isEmpty())
            return fail(ErrorCode::BadFile, Text::tr("示范数据的素材文件不完整"),
                        Text::tr("请重新安装本程序"));
    return source;
}

} // namespace baolei
