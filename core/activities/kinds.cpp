#include "core/activities/kinds.h"

#include "core/activities/activity.h"

namespace baolei {

using namespace Qt::StringLiterals;

const ActivityKind* kindWithId(const QList<ActivityKind>& kinds, const QString& id) {
    for (const ActivityKind& kind : kinds)
        if (kind.id == id) return &kind;
    return nullptr;
}

const ActivityKind* kindCalled(const QList<ActivityKind>& kinds, const QString& word) {
    for (const ActivityKind& kind : kinds)
        if (kind.id == word || kind.name == word || kind.shortName == word) return &kind;
    return nullptr;
}

QList<ActivityKind> offeredKinds(QList<ActivityKind> kinds, const QStringList& chosen) {
    kinds.removeIf([&chosen](const ActivityKind& kind) {
        return kind.isRetired && !chosen.contains(kind.id);
    });
    return kinds;
}

ActivityKind combinedKind(const QList<ActivityKind>& kinds, const QStringList& ids) {
    ActivityKind combined;
    for (const QString& id : ids) {
        const ActivityKind* kind = kindWithId(kinds, id);
        if (!kind) continue;
        if (combined.id.isEmpty()) {
            combined = *kind;
            continue;
        }
        combined.name += u'、' + kind->name;
        combined.shortName += u'、' + kind->shortName;
        combined.isDisclosed |= kind->isDisclosed;
        if (!combined.hours.isStudy()) combined.hours = kind->hours;
        combined.quorum = qMax(combined.quorum, kind->quorum);
        combined.voting = qMax(combined.voting, kind->voting);
        for (const QString& field : kind->required)
            if (!combined.required.contains(field)) combined.required.append(field);
        for (const ActivityField& field : kind->fields)
            if (!fieldWithId(combined, field.id)) combined.fields.append(field);
    }
    return combined;
}

KindNames::KindNames(const QList<ActivityKind>& kinds) {
    for (const ActivityKind& kind : kinds)
        m_names.insert(kind.id, kind.name);
}

QString KindNames::of(const QString& kind, const QString& also) {
    if (also.isEmpty()) return m_names.value(kind, kind);
    QString& names = m_names[kind + u' ' + also];
    if (names.isEmpty()) {
        QStringList all;
        for (const QString& id : kindsServed(kind, also))
            all.append(m_names.value(id, id));
        names = all.join(u'、');
    }
    return names;
}

bool canServeBoth(const ActivityKind& one, const ActivityKind& other) {
    return one.id != other.id && one.attends == other.attends && one.heldBy == other.heldBy;
}

const ActivityField* fieldWithId(const ActivityKind& kind, const QString& id) {
    for (const ActivityField& field : kind.fields)
        if (field.id == id) return &field;
    return nullptr;
}

QDate regularDay(const ActivityKind& kind, QDate day) {
    if (kind.day.isEmpty()) return {}; // else the first Friday: no other word is read
    const QDate first(day.year(), day.month(), 1);
    return first.addDays((Qt::Friday - first.dayOfWeek() + 7) % 7);
}

QStringList idsOf(const QList<ActivityKind>& kinds) {
    QStringList ids;
    for (const ActivityKind& kind : kinds)
        ids.append(kind.id);
    return ids;
}

} // namespace baolei
