#include "core/attachments/attachment.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Attachments)
};
}

template <> const Table& tableOf<Attachment>() {
    using A = Attachment;
    static const Table table{
        "attachment",
        Text::tr("附件"),
        {column("id", Text::tr("编号"), &A::id),
         column("activity_id", Text::tr("活动"), &A::activityId),
         column("content_hash", Text::tr("内容"), &A::contentHash).inGroup("content"),
         column("type", Text::tr("格式"), &A::type).inGroup("content"),
         column("name", Text::tr("文件名"), &A::name).upTo(kLongestName).inGroup("content"),
         column("caption", Text::tr("说明"), &A::caption),
         column("position", Text::tr("排序"), &A::position),
         column("size", Text::tr("大小"), &A::size).inGroup("content"),
         column("added_on", Text::tr("添加日期"), &A::addedOn)}};
    return table;
}

} // namespace baolei
