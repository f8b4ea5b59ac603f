#pragma once
// One branch is written in many ways: 中共示范镇西荡村支部委员会, 西荡村党支部, 示范镇西荡村支部. A
// name is taken apart into what it is called and what kind of organisation it is, and matched by
// both.

#include <QHash>
#include <QList>
#include <QString>

namespace baolei {

struct OrganisationName {
    QString core; ///< 西荡村; with a number 西荡村第一; the town itself for its committee
    QString type; ///< code of table organisation_type; empty: the name does not say
    bool operator==(const OrganisationName&) const = default;
};

/// Takes a name apart. `town`: 示范镇, left out of the core wherever it stands in front.
OrganisationName organisationName(QStringView text, QStringView town);

/// 中共示范镇西荡村支部委员会 and 西荡村党支部, from what the name is made of.
QString fullOrganisationName(const OrganisationName& name, QStringView town);
QString shortOrganisationName(const OrganisationName& name);

struct KnownOrganisation {
    QString name; ///< full
    QString shortName;
    QString type; ///< code of table organisation_type
};

struct OrganisationMatch {
    enum class Kind {
        Missing, ///< the cell names none
        Exact, ///< full or short name, letter by letter
        Equivalent, ///< another way to write it
        Ambiguous, ///< fits several: a person must say which
        New, ///< none is like it; the last three say how it would be entered
    };
    Kind kind = Kind::Missing;
    qsizetype index = -1; ///< of the one meant, in the list of known ones
    QList<qsizetype> candidates; ///< when ambiguous
    QString fullName;
    QString shortName;
    QString type;
};

/// Knows the organisations of one town; made once for an import, asked for every spelling.
class OrganisationMatcher {
public:
    OrganisationMatcher(QString town, const QList<KnownOrganisation>& known);
    /// Makes one more known; its index follows the last one's.
    void add(const KnownOrganisation& organisation);

    /// `text` may be a path such as 示范镇党委/西荡村党支部: its last part counts.
    OrganisationMatch match(QStringView text) const;

private:
    OrganisationMatch fitting(const QList<qsizetype>& sameCore, const QString& type) const;
    OrganisationMatch proposed(const QString& text, const OrganisationName& name) const;

    QString m_town;
    QList<QString> m_types;
    QMultiHash<QString, qsizetype> m_byName;
    QHash<QString, QList<qsizetype>> m_byCore;
    QHash<QString, QList<qsizetype>> m_byLooseCore; ///< without a last 村
};

} // namespace baolei
