#include "app/cli/command.h"
#include "core/attachments/commands.h"
#include "core/attachments/queries.h"
#include "core/base/files.h"
#include "core/people/queries.h"
#include "core/store/contents.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

tl::unexpected<Error> misused(const QString& what) {
    return fail(ErrorCode::Usage, what,
                Text::tr("请写成 attach 数据文件 add 活动编号 照片…、list、export -o 文件夹、"
                         "remove 附件编号 或 clean；活动编号见 list 数据文件 activities --json"));
}

template <typename T> Result<Id<T>> idOf(const Call& call) {
    const Uuid id = Uuid::fromText(call.word(2));
    if (id.isNull()) return misused(Text::tr("编号“%1”看不懂").arg(call.word(2)));
    return Id<T>{id};
}

// One activity, or what --org and below held in --period.
Result<QList<Id<Activity>>> chosen(const Call& call, const Reader& reader) {
    if (!call.word(2).isEmpty()) {
        const auto id = idOf<Activity>(call);
        if (!id) return fail(id.error());
        return QList{*id};
    }
    const auto scope = scopeOf(call, reader);
    if (!scope) return fail(scope.error());
    const QString year = QString::number(call.clock.today().year());
    const auto period = Period::parse(call.option("period", year));
    if (!period) return fail(period.error());
    return activitiesWithAttachments(reader, *scope, *period);
}

// All of them or none: a script must know what it has.
Result<void> add(const Call& call) {
    const auto id = idOf<Activity>(call);
    if (!id) return fail(id.error());
    if (call.words.size() < 4) return misused(Text::tr("没有写要添加哪些文件"));
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    QList<EnteredFile> files;
    for (const QString& path : call.words.sliced(3)) {
        auto file = enteredFile(path);
        if (!file) return fail(file.error());
        files.append(std::move(*file));
    }
    const auto added = attach(**store, *id, files);
    if (!added) return fail(added.error());
    for (const Attachment& each : *added)
        call.out << each.name << u'.' << each.type << u"  "_s << sizeText(each.size) << u"〔"_s
                 << each.id.value.toText() << u"〕\n"_s;
    call.out << Text::tr("已添加 %1 个附件").arg(added->size());
    if (added->size() < files.size())
        call.out << Text::tr("，另 %1 个已经有了").arg(files.size() - added->size());
    call.out << "\n";
    return {};
}

QJsonObject jsonOf(const Attachment& attachment) {
    return {{u"id"_s, attachment.id.value.toText()},
            {u"activity"_s, attachment.activityId.value.toText()},
            {u"name"_s, attachment.name},
            {u"type"_s, attachment.type},
            {u"caption"_s, attachment.caption},
            {u"size"_s, attachment.size},
            {u"added_on"_s, attachment.addedOn.toString(Qt::ISODate)},
            {u"sha256"_s, QString::fromLatin1(attachment.contentHash.toHex())}};
}

Result<void> list(const Call& call) {
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto activities = chosen(call, *reader);
    if (!activities) return fail(activities.error());
    QJsonArray array;
    for (const Id<Activity> id : *activities) {
        const auto attachments = attachmentsOf(*reader, id);
        if (!attachments) return fail(attachments.error());
        const auto activity = reader->find(id);
        if (!activity) return fail(activity.error());
        for (const Attachment& each : *attachments) {
            array.append(jsonOf(each));
            if (call.has("json") || !*activity) continue;
            call.out << (*activity)->startsAt.date().toString(Qt::ISODate) << u"  "_s
                     << (*activity)->title << u"  "_s << each.title() << u'.' << each.type
                     << u"  "_s << sizeText(each.size) << u"〔"_s << each.id.value.toText()
                     << u"〕\n"_s;
        }
    }
    if (call.has("json")) call.printJson(array);
    return {};
}

Result<void> exportFiles(const Call& call) {
    if (!call.has("output")) return misused(Text::tr("没有写导出到哪个文件夹"));
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto activities = chosen(call, *reader);
    if (!activities) return fail(activities.error());
    const auto paths = exportAttachments(*reader, *activities, call.option("output"));
    if (!paths) return fail(paths.error());
    call.out << Text::tr("已导出 %1 个附件到 %2")
                    .arg(paths->size())
                    .arg(shownPath(QFileInfo(call.option("output")).absoluteFilePath()))
             << "\n";
    return {};
}

Result<void> remove(const Call& call) {
    const auto id = idOf<Attachment>(call);
    if (!id) return fail(id.error());
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    if (const auto done = detach(**store, *id); !done) return done;
    call.out << Text::tr("已移除这个附件，可以撤销") << "\n";
    return {};
}

Result<void> clean(const Call& call) {
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto dropped = dropUnusedContents(**store);
    if (!dropped) return fail(dropped.error());
    if (dropped->count == 0)
        call.out << Text::tr("没有要清理的附件") << "\n";
    else
        call.out << Text::tr("已清理移除了的附件 %1 个，腾出 %2，留给以后的附件用；它们不能再恢复")
                        .arg(dropped->count)
                        .arg(sizeText(dropped->bytes))
                 << "\n";
    return {};
}

Result<void> attachments(const Call& call) {
    const QString action = call.word(1);
    if (action == u"add"_s) return add(call);
    if (action == u"list"_s) return list(call);
    if (action == u"export"_s) return exportFiles(call);
    if (action == u"remove"_s) return remove(call);
    if (action == u"clean"_s) return clean(call);
    return misused(Text::tr("没有“%1”这个做法").arg(action));
}
}

QList<Command> attachCommands() {
    return {
        {"attach",
         {u"STORE"_s, u"add|list|export|remove|clean"_s, u"[ID]"_s, u"[FILE…]"_s},
         QT_TRANSLATE_NOOP("Cli",
                           "给一次活动添加照片、扫描件或 PDF；列出、导出、移除；"
                           "清理已移除的（清理后不能恢复）"),
         {{"org", "NAME", QT_TRANSLATE_NOOP("Cli", "列出、导出：这个党组织及其下级的")},
          {"period", "2026|2026-11", QT_TRANSLATE_NOOP("Cli", "列出、导出：期间，默认今年")},
          {"output", "FOLDER", QT_TRANSLATE_NOOP("Cli", "导出到哪个文件夹，也可写 -o")},
          {"json", nullptr, QT_TRANSLATE_NOOP("Cli", "按 JSON 输出")}},
         attachments},
    };
}

} // namespace baolei::cli
