#pragma once
// 管理常用语: all of them in a list, to be named, changed, removed.

#include "core/activities/kinds.h"
#include "core/activities/phrases.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

void managePhrases(QWidget* parent, Store& store, const QList<ActivityKind>& kinds);

} // namespace baolei
