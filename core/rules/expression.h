#pragma once
// The small language that rules are written in: whole numbers, names of facts, + - * /,
// comparisons, and / or / not, parentheses, and a few functions. A text is compiled once and then
// evaluated over a flat row of numbers in nanoseconds.
//
// A fact that nobody has entered is kUnknown. It spreads through arithmetic and comparison, and
// through and / or only where it decides; so a rule that cannot be decided is never reported as
// broken. Arithmetic saturates instead of overflowing. Division rounds down; by zero it is unknown.
//
// Functions: known(x) · min(a, b) · max(a, b) · months_after(day, n), which keeps the day of the
// month or takes the last day where there is none.

#include <QHash>
#include <QList>
#include <QString>
#include <limits>
#include <tl/expected.hpp>

namespace baolei {

inline constexpr qint64 kUnknown = std::numeric_limits<qint64>::min();

/// What names mean: a place in the row of facts, or a fixed number (a rule's parameter).
struct Vocabulary {
    QHash<QString, int> places;
    QHash<QString, qint64> constants;
};

/// Where and why a text was refused; `position` counts characters from 1.
struct ExpressionProblem {
    int position = 0;
    QString reason;
};

class Expression {
public:
    static constexpr int kMaxLength = 2000; ///< characters of text
    static constexpr int kMaxDepth = 24; ///< values waiting at the same time
    static constexpr int kMaxNesting = 64; ///< operators and parentheses waiting while compiling

    static tl::expected<Expression, ExpressionProblem> compile(const QString& text,
                                                               const Vocabulary& words);

    /// `facts` must hold every place that the vocabulary named. An empty expression is unknown.
    qint64 value(const qint64* facts) const;
    /// Known, and not zero.
    bool holds(const qint64* facts) const;
    /// Known, and zero: what makes a condition broken.
    bool fails(const qint64* facts) const;
    bool isEmpty() const { return m_steps.isEmpty(); }
    /// The place of the fact if the text is nothing but one name; else -1.
    int onlyPlace() const;

    enum class Op : quint8 {
        Number,
        Fact,
        Add,
        Subtract,
        Multiply,
        Divide,
        Negate,
        Equal,
        NotEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        And,
        Or,
        Not,
        Known,
        Min,
        Max,
        MonthsAfter,
    };
    struct Step {
        Op op = Op::Number;
        qint64 operand = 0;
    };

private:
    friend class ExpressionCompiler;
    QList<Step> m_steps; ///< in postfix order; the compiler has proved that it fits the stack
};

} // namespace baolei
