#pragma once
// Everything about one of the town's own kinds of activity.

#include "core/activities/own_kinds.h"

#include <QDate>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

class Store;

/// A new one where `own` has no id. `others`: every other kind. True: something was saved.
bool editKind(Store& store, const OwnKind& own, const QList<ActivityKind>& others, QWidget* parent);

/// What a new kind begins with: a study meeting of all members, when there is occasion.
OwnKind newKind(QDate today);
/// One like `kind`, to be given a name of its own.
OwnKind kindLike(const OwnKind& kind, QDate today);

} // namespace baolei
