#pragma once
// Dialogs about one person. Each edits a copy and gives whether something was saved.

#include "core/people/commands.h"

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

struct PersonDialogContext {
    Store& store;
    QList<Organisation> organisations; ///< to choose from
    QWidget* parent;
};

/// Adds (null id) or changes a person. The id of the person saved.
std::optional<Id<Person>> editPerson(const PersonDialogContext& context, const Person& person);
/// Adds a post (null id) or changes one, to end it too.
bool editPost(const PersonDialogContext& context, const Person& person, const Post& post);
/// To another branch of this store.
bool askMove(const PersonDialogContext& context, const Person& person);
/// Off the books: 转出、去世、停止党籍 …
bool askLeave(const PersonDialogContext& context, const Person& person);
/// Back on the books.
bool askArrival(const PersonDialogContext& context, const Person& person);

} // namespace baolei
