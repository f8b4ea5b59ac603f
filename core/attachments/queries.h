#pragma once
// Questions about attachments, and writing them into a folder.

#include "core/activities/queries.h"
#include "core/attachments/attachment.h"

#include <functional>

namespace baolei {

/// Those of one activity, in their order.
Result<QList<Attachment>> attachmentsOf(const Reader& reader, Id<Activity> activity);
Result<qint64> attachmentCount(const Reader& reader, Id<Activity> activity);

/// What `scope` and below held in a period (also jointly) and has attachments, by time.
Result<QList<Id<Activity>>> activitiesWithAttachments(const Reader& reader, Id<Organisation> scope,
                                                      const Period& period);

/// 2026-09-15-主题党日-参观红色教育基地-1, before the ending.
QString exportName(const Activity& activity, const QString& kind, qsizetype number);

/// Told after each file; false stops.
using ExportProgress = std::function<bool(qint64 done, qint64 total)>;
/// Writes the attachments of these activities into `folder`, named by day, kind, title and number;
/// what is there already is never overwritten. Gives the paths. Stopped or failed, it keeps the
/// files that are done.
Result<QStringList> exportAttachments(const Reader& reader, const QList<Id<Activity>>& activities,
                                      const QString& folder, const ExportProgress& progress = {});

} // namespace baolei
