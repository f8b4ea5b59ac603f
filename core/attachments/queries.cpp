#include "core/attachments/queries.h"

#include "core/activities/own_kinds.h"
#include "core/base/files.h"
#include "core/store/contents.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Attachments)
};

QString freePath(const QDir& folder, const QString& name, const QString& type) {
    QString path = folder.filePath(name + u'.' + type);
    for (int copy = 2; QFile::exists(path); ++copy)
        path = folder.filePath(u"%1(%2).%3"_s.arg(name).arg(copy).arg(type));
    return path;
}

Result<void> writeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(systemPath(path));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return fail(ErrorCode::Io, Text::tr("“%1”写不进去，没有导完").arg(shownPath(path)),
                Text::tr("请检查磁盘空间和文件夹，再导出一次"),
                Text::tr("已经导出的文件都在；数据文件没有改动"));
}

struct ToExport {
    Attachment attachment;
    QString name;
};

Result<QList<ToExport>> allOf(const Reader& reader, const QList<Id<Activity>>& activities) {
    const auto kinds = townKinds(reader);
    if (!kinds) return fail(kinds.error());
    QList<ToExport> files;
    for (const Id<Activity> id : activities) {
        const auto attachments = attachmentsOf(reader, id);
        if (!attachments) return fail(attachments.error());
        if (attachments->isEmpty()) continue;
        const auto activity = reader.find(id);
        if (!activity) return fail(activity.error());
        if (!*activity) continue;
        const ActivityKind* kind = kindWithId(*kinds, (*activity)->kind);
        const QString kindName = kind ? kind->name : (*activity)->kind;
        for (qsizetype i = 0; i < attachments->size(); ++i)
            files.append({(*attachments)[i], exportName(**activity, kindName, i + 1)});
    }
    return files;
}
}

Result<QList<Attachment>> attachmentsOf(const Reader& reader, Id<Activity> activity) {
    return reader.all<Attachment>("WHERE r.activity_id = :activity ORDER BY r.position, r.id",
                                  {{":activity", activity}});
}

Result<qint64> attachmentCount(const Reader& reader, Id<Activity> activity) {
    return reader.integer("SELECT count(*) FROM live_attachment WHERE activity_id = :activity",
                          {{":activity", activity}});
}

Result<QList<Id<Activity>>> activitiesWithAttachments(const Reader& reader, Id<Organisation> scope,
                                                      const Period& period) {
    QSet<Id<Activity>> having;
    auto done = reader.each("SELECT DISTINCT activity_id FROM live_attachment", {},
                            [&](const Row& row) { having.insert(row.as<Id<Activity>>(0)); });
    if (!done) return fail(done.error());
    QList<Id<Activity>> found;
    done = forEachActivity(reader, scope, period, [&](const ActivityLine& line) {
        if (having.contains(line.id)) found.append(line.id);
    });
    if (!done) return fail(done.error());
    return found;
}

QString exportName(const Activity& activity, const QString& kind, qsizetype number) {
    constexpr qsizetype kLongestTitle = 40; // a path on Windows has 260 characters
    const QString title = activity.title.left(kLongestTitle).trimmed();
    QStringList parts{activity.startsAt.date().toString(Qt::ISODate), kind};
    if (!title.isEmpty()) parts.append(title);
    parts.append(QString::number(number));
    return fileNameOf(parts.join(u'-'));
}

Result<QStringList> exportAttachments(const Reader& reader, const QList<Id<Activity>>& activities,
                                      const QString& folder, const ExportProgress& progress) {
    const auto files = allOf(reader, activities);
    if (!files) return fail(files.error());
    if (files->isEmpty())
        return fail(ErrorCode::NotFound, Text::tr("没有附件可以导出"),
                    Text::tr("请先添加附件，或换一个期间"));
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::Io, Text::tr("文件夹“%1”建不起来").arg(shownPath(folder)),
                    Text::tr("请换一个能写入的文件夹"));
    QStringList paths;
    for (const ToExport& file : *files) {
        if (progress && !progress(paths.size(), files->size()))
            return fail(ErrorCode::Cancelled, Text::tr("导出已停止"), {},
                        Text::tr("已经导出的文件都在"));
        const auto bytes = contentNamed(reader, file.attachment.contentHash);
        if (!bytes) return fail(bytes.error());
        const QString path = freePath(QDir(folder), file.name, file.attachment.type);
        if (const auto done = writeFile(path, *bytes); !done) return fail(done.error());
        paths.append(path);
    }
    return paths;
}

} // namespace baolei
