#include "core/attachments/queries.h"
#include "core/handbook/page_data.h"
#include "core/store/contents.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

// What a camera named the file says nothing on paper; the caption does.
void addPhoto(FormData& data, const QByteArray& picture, const QString& said) {
    QList<FormData>& photos = data.lists[u"photos"_s];
    QList<FormData>& pairs = data.lists[u"photoPairs"_s];
    const QString number = Text::tr("图%1").arg(photos.size() + 1);
    const QString caption = said.isEmpty() ? number : number + u'　' + said;
    photos.append({{{u"picture"_s, picture}, {u"caption"_s, caption}}, {}, data.record});
    if (photos.size() % 2 != 0) {
        pairs.append({{{u"left"_s, picture}, {u"leftCaption"_s, caption}}, {}, data.record});
        return;
    }
    pairs.last().values.insert(u"right"_s, picture);
    pairs.last().values.insert(u"rightCaption"_s, caption);
}
}

Result<void> addAttachments(FormData& data, const Reader& reader, Id<Activity> activity) {
    const auto attachments = attachmentsOf(reader, activity);
    if (!attachments) return fail(attachments.error());
    for (const Attachment& each : *attachments) {
        if (!each.isPicture()) {
            const QString name = each.title() + u'.' + each.type;
            data.lists[u"files"_s].append(
                {{{u"name"_s, name}, {u"size"_s, sizeText(each.size)}}, {}, data.record});
            continue;
        }
        const auto bytes = contentNamed(reader, each.contentHash);
        if (!bytes) return fail(bytes.error());
        addPhoto(data, *bytes, each.caption);
    }
    return {};
}

} // namespace baolei
