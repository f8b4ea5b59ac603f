#pragma once
// A photo, a scan or a PDF kept with an activity. Its bytes lie in core/store/contents.

#include "core/activities/activity.h"

namespace baolei {

struct Attachment {
    Id<Attachment> id;
    Id<Activity> activityId;
    QByteArray contentHash;
    QString type; ///< jpg, png, pdf
    QString name; ///< of the file that was entered, without folder and ending
    QString caption;
    int position = 0; ///< order within the activity
    qint64 size = 0; ///< bytes
    QDate addedOn;

    bool isPicture() const { return type != QStringLiteral("pdf"); }
    /// What people call it: the caption, or else the name.
    const QString& title() const { return caption.isEmpty() ? name : caption; }
    bool operator==(const Attachment&) const = default;
};
template <> const Table& tableOf<Attachment>();

} // namespace baolei
