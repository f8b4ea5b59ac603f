#pragma once
// Reads tests/data/rules/*.case, the tables of cases that a clerk can read (see the README there).

#include "core/rules/evaluate.h"

namespace baolei {

struct RuleCase {
    QString where; ///< file and line
    QString rule;
    QString sort; ///< 合格, 不合格, 临界
    QString title;
    QDate today;
    OrganisationFacts facts;
    QDate from;
    QList<RuleOverride> overrides;
    struct Expected {
        Standing standing;
        QStringList words;
    };
    QList<Expected> expected;
    bool hasExpectation = false;
};

/// Chinese names of the kinds of activity and their ids, from resources/rules/activities.json.
QHash<QString, QString> kindIds();

/// All cases of one file; a line that cannot be read is a failed assertion.
QList<RuleCase> readCases(const QString& path, const RuleBook& book);

} // namespace baolei
