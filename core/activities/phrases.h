#pragma once
// 常用语和议题模板: texts that are written again and again. Shipped ones are data
// (resources/phrases); the office's own, and what it makes of the shipped ones, are settings of the
// store, one each: "phrase.<id>".

#include "core/activities/activity.h"
#include "core/store/store.h"

namespace baolei {

struct Phrase {
    QString id; ///< as in the file; of one of the office's own a new key
    QString name; ///< what it is found by: 月度支委会
    QStringList kinds; ///< for these only; empty: for every kind
    QString field; ///< agenda, content, resolution or a text field of the kind
    QString text; ///< with placeholders; an agenda has an item a line
    bool isShipped = false; ///< there is a written form to go back to
    bool isOwn = false; ///< made or changed by the office
    bool operator==(const Phrase&) const = default;
};

/// All of them: the office's own, the newest last, then the shipped ones that nobody has changed.
/// Refuses a file that is wrong.
Result<QList<Phrase>> phrasesOf(const Reader& reader);
/// Those for a field of a meeting that served these kinds: what is for few kinds before what is for
/// all.
QList<Phrase> phrasesFor(const QList<Phrase>& all, const QStringList& kinds, const QString& field);

/// Adds a phrase or changes one; a shipped one is changed for this office. Refuses an empty name or
/// text and what is too long.
Result<Phrase> savePhrase(Store& store, Phrase phrase);
/// Takes it from the list, a shipped one as well.
Result<void> removePhrase(Store& store, const Phrase& phrase);
/// Back to what is shipped: changed and removed ones come back as written, own ones stay.
Result<void> restorePhrases(Store& store);

/// `text` with {支部} {日期} {主持人} {应到} {实到} {有表决权应到} {有表决权实到} as in the
/// activity, which counts by its columns; what is not known yet stays as it stands.
QString filledPhrase(const QString& text, const Activity& activity, const QString& branch);

} // namespace baolei
