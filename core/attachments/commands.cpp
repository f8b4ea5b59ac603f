#include "core/attachments/commands.h"

#include "core/attachments/queries.h"
#include "core/store/contents.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Attachments)
};

struct Difference {
    qsizetype added = 0;
    qsizetype removed = 0;
};

// As it will be: numbered, without what is there twice.
QList<AttachmentEntry> inOrder(QList<AttachmentEntry> wanted) {
    QSet<QByteArray> seen;
    for (const AttachmentEntry& each : wanted)
        if (!each.isNew()) seen.insert(each.attachment.contentHash);
    wanted.removeIf([&](const AttachmentEntry& each) {
        if (!each.isNew()) return false;
        const bool isThere = seen.contains(each.attachment.contentHash);
        seen.insert(each.attachment.contentHash);
        return isThere;
    });
    for (qsizetype i = 0; i < wanted.size(); ++i)
        wanted[i].attachment.position = int(i);
    return wanted;
}

QList<Attachment> notAmong(const QList<AttachmentEntry>& wanted, const QList<Attachment>& there) {
    QList<Attachment> gone;
    for (const Attachment& each : there)
        if (std::none_of(wanted.begin(), wanted.end(), [&](const AttachmentEntry& entry) {
                return entry.attachment.id == each.id;
            }))
            gone.append(each);
    return gone;
}

Result<void> refuseTooMany(const QList<AttachmentEntry>& wanted) {
    if (wanted.size() <= kMostAttachments) return {};
    return fail(
        ErrorCode::Refused,
        Text::tr("一次活动最多 %1 个附件，这次有 %2 个").arg(kMostAttachments).arg(wanted.size()),
        Text::tr("请挑选能说明情况的几张"), Text::tr("已有的附件没有改动"));
}

Result<void> putEntry(Session& session, const QList<Attachment>& there, const Activity& activity,
                      AttachmentEntry entry) {
    Attachment& attachment = entry.attachment;
    if (entry.isNew()) {
        const auto hash = session.keepContent(entry.bytes);
        if (!hash) return fail(hash.error());
        attachment.contentHash = *hash;
        attachment.id = session.newId<Attachment>();
        attachment.activityId = activity.id;
        attachment.addedOn = session.now().toLocalTime().date();
        return session.add(attachment);
    }
    const bool isThere = std::any_of(there.begin(), there.end(), [&](const Attachment& each) {
        return each.id == attachment.id;
    });
    if (!isThere)
        return fail(ErrorCode::NotFound, Text::tr("有一个附件已在别处移除，没有存成"),
                    Text::tr("请关掉重新打开这次活动再试"));
    const auto put = session.put(attachment);
    if (!put) return fail(put.error());
    return {};
}

Result<void> settle(Session& session, const Activity& activity,
                    const QList<AttachmentEntry>& wanted) {
    const auto there = attachmentsOf(session.reader(), activity.id);
    if (!there) return fail(there.error());
    const QList<AttachmentEntry> ordered = inOrder(wanted);
    if (const auto fine = refuseTooMany(ordered); !fine) return fine;
    for (const Attachment& gone : notAmong(ordered, *there))
        if (const auto done = session.erase(gone.id); !done) return done;
    for (const AttachmentEntry& each : ordered)
        if (const auto done = putEntry(session, *there, activity, each); !done) return done;
    return {};
}

QString titleOf(const Activity& activity) {
    return activity.startsAt.date().toString(Qt::ISODate) + u' ' + activity.title;
}

Operation operationFor(const Activity& activity, const Difference& difference) {
    const QString title = titleOf(activity);
    if (difference.added > 0 && difference.removed == 0)
        return {kAttach, {QString::number(difference.added), title}};
    if (difference.removed > 0 && difference.added == 0)
        return {kDetach, {QString::number(difference.removed), title}};
    return {kChangeAttachments, {QString(), title}};
}

Result<Activity> activityWith(const Reader& reader, Id<Activity> id) {
    const auto activity = reader.find(id);
    if (!activity) return fail(activity.error());
    if (!*activity) return fail(ErrorCode::NotFound, Text::tr("这次记录已不在"));
    return **activity;
}

Result<QList<AttachmentEntry>> entriesOf(const Reader& reader, Id<Activity> activity) {
    const auto there = attachmentsOf(reader, activity);
    if (!there) return fail(there.error());
    QList<AttachmentEntry> entries;
    for (const Attachment& each : *there)
        entries.append({each, {}});
    return entries;
}
}

AttachmentEntry newEntry(const EnteredFile& file) {
    AttachmentEntry entry;
    entry.bytes = file.bytes;
    entry.attachment.contentHash = contentHash(file.bytes);
    entry.attachment.type = file.type;
    entry.attachment.name = file.name;
    entry.attachment.size = file.bytes.size();
    return entry;
}

Result<void> changeAttachments(Store& store, Id<Activity> id,
                               const QList<AttachmentEntry>& wanted) {
    const auto activity = activityWith(store.reader(), id);
    if (!activity) return fail(activity.error());
    const auto there = attachmentsOf(store.reader(), id);
    if (!there) return fail(there.error());
    const QList<AttachmentEntry> ordered = inOrder(wanted);
    const Difference difference{std::count_if(ordered.begin(), ordered.end(),
                                              [](const auto& each) { return each.isNew(); }),
                                notAmong(ordered, *there).size()};
    return store.run(operationFor(*activity, difference),
                     [&](Session& session) { return settle(session, *activity, ordered); });
}

Result<QList<Attachment>> attach(Store& store, Id<Activity> activity,
                                 const QList<EnteredFile>& files) {
    auto entries = entriesOf(store.reader(), activity);
    if (!entries) return fail(entries.error());
    const qsizetype before = entries->size();
    for (const EnteredFile& file : files)
        entries->append(newEntry(file));
    if (const auto done = changeAttachments(store, activity, *entries); !done)
        return fail(done.error());
    const auto after = attachmentsOf(store.reader(), activity);
    if (!after) return fail(after.error());
    return after->mid(before);
}

Result<void> detach(Store& store, Id<Attachment> id) {
    const auto attachment = store.reader().find(id);
    if (!attachment) return fail(attachment.error());
    if (!*attachment) return fail(ErrorCode::NotFound, Text::tr("这个附件已不在"));
    auto entries = entriesOf(store.reader(), (*attachment)->activityId);
    if (!entries) return fail(entries.error());
    entries->removeIf([&](const AttachmentEntry& each) { return each.attachment.id == id; });
    return changeAttachments(store, (*attachment)->activityId, *entries);
}

AlongWith keepingAttachments(const QList<AttachmentEntry>& wanted) {
    return [wanted](Session& session, const Activity& activity) {
        return settle(session, activity, wanted);
    };
}

AlongWith removingAttachments() {
    return keepingAttachments({});
}

} // namespace baolei
