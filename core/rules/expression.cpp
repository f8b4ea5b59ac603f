#include "core/rules/expression.h"

#include <QDate>
#include <array>

namespace baolei {

namespace {
using Op = Expression::Op;

constexpr qint64 kMost = std::numeric_limits<qint64>::max();

qint64 clamped(qint64 value) {
    return value == kUnknown ? -kMost : value;
}

qint64 sum(qint64 a, qint64 b) {
    qint64 result = 0;
    if (__builtin_add_overflow(a, b, &result)) return a > 0 ? kMost : -kMost;
    return clamped(result);
}

qint64 product(qint64 a, qint64 b) {
    qint64 result = 0;
    if (__builtin_mul_overflow(a, b, &result)) return (a > 0) == (b > 0) ? kMost : -kMost;
    return clamped(result);
}

qint64 quotient(qint64 a, qint64 b) {
    if (b == 0) return kUnknown;
    const qint64 towardsZero = a / b; // kUnknown / -1 cannot occur: kUnknown never gets here
    return a % b != 0 && (a < 0) != (b < 0) ? towardsZero - 1 : towardsZero;
}

qint64 monthsAfter(qint64 day, qint64 months) {
    constexpr qint64 kCentury = 1200;
    if (months > kCentury || months < -kCentury) return kUnknown;
    const QDate date = QDate::fromJulianDay(day).addMonths(static_cast<int>(months));
    return date.isValid() ? date.toJulianDay() : kUnknown;
}

// Known operands only.
qint64 combine(Op op, qint64 a, qint64 b) {
    switch (op) {
    case Op::Add:
        return sum(a, b);
    case Op::Subtract:
        return sum(a, -b); // -b cannot overflow: the least number is kUnknown
    case Op::Multiply:
        return product(a, b);
    case Op::Divide:
        return quotient(a, b);
    case Op::Equal:
        return a == b;
    case Op::NotEqual:
        return a != b;
    case Op::Less:
        return a < b;
    case Op::LessEqual:
        return a <= b;
    case Op::Greater:
        return a > b;
    case Op::GreaterEqual:
        return a >= b;
    case Op::Min:
        return qMin(a, b);
    case Op::Max:
        return qMax(a, b);
    default:
        return monthsAfter(a, b);
    }
}

qint64 both(qint64 a, qint64 b) {
    if (a == 0 || b == 0) return 0;
    return a == kUnknown || b == kUnknown ? kUnknown : 1;
}

qint64 either(qint64 a, qint64 b) {
    if ((a != 0 && a != kUnknown) || (b != 0 && b != kUnknown)) return 1;
    return a == kUnknown || b == kUnknown ? kUnknown : 0;
}
}

qint64 Expression::value(const qint64* facts) const {
    if (m_steps.isEmpty()) return kUnknown;
    std::array<qint64, kMaxDepth> stack; // filled before it is read, as the compiler has checked
    qint64* top = stack.data() - 1;
    for (const Step& step : m_steps) {
        switch (step.op) {
        case Op::Number:
            *++top = step.operand;
            break;
        case Op::Fact:
            *++top = facts[step.operand];
            break;
        case Op::Negate:
            if (*top != kUnknown) *top = -*top;
            break;
        case Op::Not:
            if (*top != kUnknown) *top = *top == 0;
            break;
        case Op::Known:
            *top = *top != kUnknown;
            break;
        case Op::And:
            --top;
            *top = both(top[0], top[1]);
            break;
        case Op::Or:
            --top;
            *top = either(top[0], top[1]);
            break;
        default:
            --top;
            *top = top[0] == kUnknown || top[1] == kUnknown ? kUnknown
                                                            : combine(step.op, top[0], top[1]);
        }
    }
    return *top;
}

bool Expression::holds(const qint64* facts) const {
    const qint64 result = value(facts);
    return result != 0 && result != kUnknown;
}

bool Expression::fails(const qint64* facts) const {
    return value(facts) == 0;
}

int Expression::onlyPlace() const {
    if (m_steps.size() != 1 || m_steps.first().op != Op::Fact) return -1;
    return static_cast<int>(m_steps.first().operand);
}

} // namespace baolei
