#include "core/base/result.h"

#include <QStringList>

namespace baolei {

QString Error::text() const {
    QString all;
    for (const QString& part : {what, kept, next}) {
        if (part.isEmpty()) continue;
        all += part;
        if (!part.endsWith(u'。')) all += u'。';
    }
    return all;
}

} // namespace baolei
