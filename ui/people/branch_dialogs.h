#pragma once
// Dialogs about the people of one branch: who is to hold a post, and who belongs to which group.

#include "core/people/commands.h"
#include "core/people/post.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

/// A post that is held there, to change or end it, or a new one (null id) of a member. Nothing
/// where the person does not want to.
std::optional<Post> askPost(QWidget* parent, Store& store, const Organisation& branch);

/// Puts members that are in no group into groups. True: something was saved.
bool askGroups(QWidget* parent, Store& store, const Organisation& branch);

} // namespace baolei
