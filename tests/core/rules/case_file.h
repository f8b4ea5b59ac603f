#pragma once
// Reads tests/data/rules/*.case, the tables of cases that a clerk can read (see the README there).

#include "core/rules/evaluate.h"

namespace baolei {

struct RuleCase {
    QString where; ///< file and line
    QString rule;
    QString sort; ///< 合格, 不合格, 临界
    QString title;
    QString basis; ///< the document and the article that it tests, apart by a space
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

/// The rules as they are shipped (or stand in the user's data folder).
RuleBook shippedBook();

/// All cases of one file; a line that cannot be read is a failed assertion.
QList<RuleCase> readCases(const QString& path, const RuleBook& book);
/// Of all files.
QList<RuleCase> shippedCases(const RuleBook& book);

/// What the case's own rule finds in it.
Result<QList<Finding>> findingsOf(const RuleCase& one, const RuleBook& shipped);
/// How they differ from what the case expects; empty: not at all.
QString differenceOf(const RuleCase& one, const QList<Finding>& findings);

} // namespace baolei
