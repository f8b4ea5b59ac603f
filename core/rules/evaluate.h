#pragma once
// Rules + facts + today -> what is missing, due or wrong. Pure: reads nothing but its arguments,
// and only says; nobody's standing is changed by it.

#include "core/rules/rule.h"

#include <array>
#include <optional>

namespace baolei {

enum class Standing {
    Wrong, ///< something held or recorded breaks a rule
    Missing, ///< the time for it is over
    Due, ///< still to be done, or a day that is coming
};

struct Finding {
    QString rule; ///< id
    QString label; ///< id with its other names
    Severity severity = Severity::Must;
    Standing standing = Standing::Wrong;
    Uuid organisation;
    Uuid group; ///< null: the whole organisation
    Uuid activity; ///< null: not about one activity
    int vote = -1; ///< which item of the activity's votes
    std::optional<Period> period;
    QDate deadline;
    qint64 have = kUnknown;
    qint64 need = kUnknown;
    QString message;
    QString source;
    RuleMend mend; ///< as of the rule
    bool operator==(const Finding&) const = default;
};

/// The days that are looked at: periods that begin on `from` or later and have begun by `today`.
/// Made once for many organisations.
class Window {
public:
    Window(QDate from, QDate today);
    struct Span {
        Period period;
        qint64 first = 0;
        qint64 last = 0;
    };
    QDate today() const { return m_today; }
    const QList<Span>& spans(Period::Unit unit) const {
        return m_spans[static_cast<std::size_t>(unit)];
    }
    /// The span of `day`, or -1 outside the window.
    int spanOf(Period::Unit unit, qint64 day) const;

private:
    QDate m_today;
    qint64 m_firstDay = 0;
    std::array<QList<Span>, 3> m_spans;
    std::array<QList<qint16>, 3> m_spanOfDay;
};

enum class ObligationState { Done, Missing, Due, Exempt };

/// What a frequency rule asks of one organisation (or group) in one period, done or not: the cells
/// of the matrix.
struct Obligation {
    const Rule* rule = nullptr; ///< in the book that was passed
    int group = -1;
    Period period;
    QDate deadline;
    int have = 0;
    int need = 0;
    ObligationState state = ObligationState::Done;
};

/// Every obligation in the window; an organisation owes nothing before it was founded or after it
/// was dissolved, and for a period that it lived through in part only its share, rounded.
QList<Obligation> obligations(const RuleBook& book, const OrganisationFacts& facts,
                              const Window& window);

/// Adds the findings about one organisation, so that a whole city need not be held in memory.
void evaluateInto(QList<Finding>& findings, const RuleBook& book, const OrganisationFacts& facts,
                  const Window& window);

struct Facts {
    QDate from; ///< first day that the activities cover
    QList<OrganisationFacts> organisations;
};

QList<Finding> evaluate(const RuleBook& book, const Facts& facts, QDate today);

/// Whether one of them frees the organisation from `rule` on these days.
bool isExempt(const QList<Exemption>& exemptions, const Rule& rule, QDate first, QDate last);

} // namespace baolei
