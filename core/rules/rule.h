#pragma once
// A rule as a value: read from resources/rules/*.rules.json, layered with the town's own settings,
// compiled once. Evaluation is in evaluate.h.

#include "core/base/period.h"
#include "core/base/result.h"
#include "core/rules/expression.h"
#include "core/rules/facts.h"

#include <QStringList>
#include <optional>

namespace baolei {

enum class RuleKind {
    Frequency, ///< something must be held so many times a month, quarter or year
    Condition, ///< checks that must hold
    Deadline, ///< a day to be reminded of ahead, in steps
    Overlap, ///< two kinds of activity must not fall into the same hour
};
enum class RuleSubject { Organisation, Group, Activity, Vote };
enum class Severity { Must, Should, Note };

/// How far the source has been checked: 核, 旁, 未查证; 产 is our own proposal, no regulation.
enum class Checked { Confirmed, Secondary, Unverified, Product };

struct RuleSource {
    QString document;
    QString article;
    Checked checked = Checked::Confirmed;
    /// 《…》第11条; says so where it is not confirmed.
    QString text() const;
    bool operator==(const RuleSource&) const = default;
};

/// A number of a rule that has a name; a town may set it where the rule is local.
struct RuleParameter {
    QString name;
    QString title;
    qint64 value = 0;
    qint64 least = 0;
    qint64 most = 0;
    bool operator==(const RuleParameter&) const = default;
};

/// Text with {expression}, {expression|day}, {expression|time}, {organisation}, {group}, {period},
/// {deadline}, {have} and {need}.
struct MessagePart {
    QString text; ///< taken as it is, or the word in braces if `word`
    bool word = false;
    Expression expression;
    FactType type = FactType::Number;
};

struct RuleCheck {
    QString holdsText;
    QString haveText;
    QString needText;
    QString messageText;
    Expression holds;
    Expression have;
    Expression need;
    QList<MessagePart> message;
};

/// Where a finding about an organisation is mended: {page, action, {organisation}}.
struct RuleMend {
    QString page;
    QString action;
    QString verb; ///< 登记换届
    bool operator==(const RuleMend&) const = default;
};

struct Rule {
    QString id; ///< R-101, C18
    QStringList also; ///< other names of the same rule in the handbook of rules
    QString shownAs; ///< what people call it where its id says nothing to them: a town's own
    QString title;
    QString file; ///< where it was read from
    RuleKind kind = RuleKind::Condition;
    RuleSubject subject = RuleSubject::Organisation;
    Severity severity = Severity::Must;
    QStringList activities; ///< kinds; none: every kind
    quint64 activityMask = 0;
    QString appliesText; ///< empty: always
    Expression applies;
    QList<RuleCheck> checks; ///< one, except for conditions
    Period::Unit per = Period::Unit::Year;
    QString countText; ///< a number or the name of a parameter
    QString graceText; ///< days after the period in which it may still be made good
    Expression count;
    Expression grace;
    QString dateText; ///< of a deadline
    Expression date;
    QList<qint64> levels; ///< days before the deadline, the farthest first
    RuleMend mend;
    bool local = false; ///< a town may set it otherwise
    bool enabled = true;
    QList<RuleParameter> parameters;
    RuleSource source;
    QDate from; ///< in force from
    QDate to; ///< in force until; null: still is
    QString labelText; ///< label(), source.text() and what ends its messages: put together once by
    QString sourceText; ///< compileRule, as a city has tens of thousands of findings
    QString remarkText;

    /// Whether a town may switch it off or ask for it in other periods: of a rule whose source was
    /// confirmed only the numbers that it names are local.
    bool mayBeWaived() const { return local && source.checked != Checked::Confirmed; }
    bool inForceOn(QDate day) const { return day >= from && (to.isNull() || day <= to); }
    /// "C01(R-108)": the id with its other names.
    QString label() const;
};

inline constexpr int kMostKinds = 64; // of activity: bits of ActivityFacts::kinds

struct RuleBook {
    QList<Rule> rules;
    QStringList kinds; ///< kinds of activity that rules name, by bit

    /// To be joined in ActivityFacts::kinds; 0 for a kind that no rule names.
    quint64 kindBit(const QString& kind) const;
    /// The version of the rule in force on `day` (also asked for by one of its other names).
    const Rule* find(const QString& id, QDate day) const;
};

/// What a town has set otherwise; a journaled record of the store.
struct RuleOverride {
    QString rule;
    bool enabled = true;
    QHash<QString, qint64> parameters;
    std::optional<Period::Unit> per;
};

/// The book with the town's settings, which meet the local versions of a rule; refuses a rule that
/// has none, one that may not be waived, an unknown rule or parameter, and a number out of bounds.
Result<RuleBook> withOverrides(RuleBook book, const QList<RuleOverride>& overrides);

/// Compiles the texts of `rule` in place. Empty: done; else what is wrong, with its position.
QString compileRule(Rule& rule);

/// 已查证, 据转述, 未查证, 软件建议
QString checkedText(Checked checked);
/// 必须, 应当, 提示
QString severityText(Severity severity);
/// must, should, note: as in the rule books.
QString severityWord(Severity severity);
/// 年, 季度, 月
QString unitText(Period::Unit unit);

/// How often, by when, or which numbers a rule goes by, in words: 每季度 1 次.
QString figuresText(const Rule& rule);

} // namespace baolei
