#pragma once
// Adding, naming, ordering and removing attachments of an activity. Each is one operation.

#include "core/activities/commands.h"
#include "core/attachments/attachment.h"
#include "core/attachments/entry.h"

namespace baolei {

inline constexpr Op kAttach{"attachment.add", QT_TRANSLATE_NOOP("Op", "添加附件 %1 个：%2")};
inline constexpr Op kDetach{"attachment.remove", QT_TRANSLATE_NOOP("Op", "移除附件 %1 个：%2")};
inline constexpr Op kChangeAttachments{"attachment.change",
                                       QT_TRANSLATE_NOOP("Op", "修改附件：%2")};

/// More of one activity nobody looks at; a folder dropped by mistake has more.
inline constexpr qsizetype kMostAttachments = 60;

/// One of the attachments that an activity is to have.
struct AttachmentEntry {
    Attachment attachment;
    QByteArray bytes; ///< of one that is new; empty: it is in the store
    bool isNew() const { return attachment.id.isNull(); }
};
AttachmentEntry newEntry(const EnteredFile& file);

/// Makes `wanted` what the activity has, in this order: adds, renames, removes.
Result<void> changeAttachments(Store& store, Id<Activity> activity,
                               const QList<AttachmentEntry>& wanted);
/// Adds files behind those that are there; leaves out what is there already. Gives what was added.
Result<QList<Attachment>> attach(Store& store, Id<Activity> activity,
                                 const QList<EnteredFile>& files);
Result<void> detach(Store& store, Id<Attachment> attachment);

/// The same as changeAttachments, in the operation that records the activity.
AlongWith keepingAttachments(const QList<AttachmentEntry>& wanted);
/// In the operation that removes the activity: undone, it brings them back.
AlongWith removingAttachments();

} // namespace baolei
