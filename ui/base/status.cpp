#include "ui/base/status.h"

#include <QCoreApplication>
#include <array>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Look {
    char16_t symbol;
    Tone tone;
    const char* name;
};
constexpr std::array<Look, 8> kLooks{{
    {u'●', Tone::Done, QT_TRANSLATE_NOOP("Status", "已完成")},
    {u'◐', Tone::Due, QT_TRANSLATE_NOOP("Status", "待补")},
    {u'○', Tone::Missing, QT_TRANSLATE_NOOP("Status", "应有未有")},
    {u'!', Tone::Due, QT_TRANSLATE_NOOP("Status", "快到期")},
    {u'◆', Tone::Due, QT_TRANSLATE_NOOP("Status", "计划逾期")},
    {u'◇', Tone::Secondary, QT_TRANSLATE_NOOP("Status", "已列计划")},
    {u'·', Tone::Secondary, QT_TRANSLATE_NOOP("Status", "未到")},
    {u'–', Tone::Exempt, QT_TRANSLATE_NOOP("Status", "不要求")},
}};

const Look& lookOf(Status status) {
    return kLooks[static_cast<size_t>(status)];
}
}

QString symbolOf(Status status) {
    return QString(QChar(lookOf(status).symbol));
}

Tone toneOf(Status status) {
    return lookOf(status).tone;
}

QString nameOf(Status status) {
    return QCoreApplication::translate("Status", lookOf(status).name);
}

} // namespace baolei
