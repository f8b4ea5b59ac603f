#pragma once
// Everything that is known of one person, with names instead of ids, for the panel.

#include "core/people/post.h"
#include "core/store/reader.h"

namespace baolei {

/// Everything that the panel shows of one person.
struct PersonRecord {
    Person person;
    QString branch;
    QString group;
    struct HeldPost {
        Post post;
        QString organisation;
    };
    QList<HeldPost> posts;
    struct Moved {
        Movement movement;
        QString organisation;
    };
    QList<Moved> movements;
    struct Change {
        QString when; ///< 11月20日 09:00
        QString who;
        QString what;
        QStringList cells; ///< 学历:初中 → 大专; private values masked
    };
    QList<Change> history;
};

/// Nothing where the person is not there any more.
Result<std::optional<PersonRecord>> readPersonRecord(const Reader& reader, Id<Person> id);

/// A cell of a person in words: the name of a code, 是 or 否, a date as it is written.
QString personCellText(const Column& column, const Value& value);

} // namespace baolei
