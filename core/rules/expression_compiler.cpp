// From text to postfix steps with two explicit stacks (shunting-yard), so that no text, however
// deeply nested, can exhaust the call stack.

#include "core/rules/expression.h"

#include <QCoreApplication>
#include <array>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Expression)
};

using Op = Expression::Op;

struct Operator {
    QStringView sign;
    Op op;
    int rank; ///< the higher, the tighter it binds
};

constexpr int kNotRank = 3;
constexpr int kCompareRank = 4;
constexpr int kNegateRank = 7;

// Two-character signs first: the first that fits is taken.
const std::array<Operator, 12> kOperators{{
    {u"==", Op::Equal, kCompareRank},
    {u"!=", Op::NotEqual, kCompareRank},
    {u"<=", Op::LessEqual, kCompareRank},
    {u">=", Op::GreaterEqual, kCompareRank},
    {u"<", Op::Less, kCompareRank},
    {u">", Op::Greater, kCompareRank},
    {u"+", Op::Add, 5},
    {u"-", Op::Subtract, 5},
    {u"*", Op::Multiply, 6},
    {u"/", Op::Divide, 6},
    {u"and", Op::And, 2},
    {u"or", Op::Or, 1},
}};

struct Function {
    QStringView name;
    Op op;
    int arguments;
};

const std::array<Function, 4> kFunctions{{
    {u"known", Op::Known, 1},
    {u"min", Op::Min, 2},
    {u"max", Op::Max, 2},
    {u"months_after", Op::MonthsAfter, 2},
}};

bool isLetter(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

int operandsOf(Op op) {
    if (op == Op::Number || op == Op::Fact) return 0;
    return op == Op::Not || op == Op::Negate || op == Op::Known ? 1 : 2;
}
}

class ExpressionCompiler {
public:
    ExpressionCompiler(const QString& text, const Vocabulary& words)
        : m_text(text)
        , m_words(words) { }
    tl::expected<Expression, ExpressionProblem> run();

private:
    struct Waiting {
        enum Kind { Prefix, Binary, Open, Call } kind;
        Op op = Op::Number;
        int rank = 0;
        int position = 0;
        int argumentsLeft = 0; ///< of a call: commas still to come
    };

    bool refuse(int position, const QString& reason);
    bool emitStep(Op op, qint64 operand = 0);
    bool push(Waiting waiting);
    bool reduce(int rank);
    bool takeOperand();
    bool takeOperator();
    bool takeWord();
    bool takeNumber();
    bool takeClose();
    bool takeComma();
    QString wordHere() const;
    void skipSpaces();

    QString m_text;
    const Vocabulary& m_words;
    Expression m_result;
    QList<Waiting> m_waiting;
    ExpressionProblem m_problem;
    int m_at = 0;
    int m_depth = 0;
    bool m_wantOperand = true;
};

bool ExpressionCompiler::refuse(int position, const QString& reason) {
    m_problem = {position + 1, reason};
    return false;
}

bool ExpressionCompiler::emitStep(Op op, qint64 operand) {
    m_depth += 1 - operandsOf(op);
    if (m_depth > Expression::kMaxDepth)
        return refuse(m_at, Text::tr("算式太复杂，请分成几条规则"));
    m_result.m_steps.append({op, operand});
    return true;
}

bool ExpressionCompiler::push(Waiting waiting) {
    if (m_waiting.size() >= Expression::kMaxNesting)
        return refuse(m_at, Text::tr("括号或运算嵌套太深"));
    m_waiting.append(waiting);
    return true;
}

// Writes out every waiting operator that binds at least as tightly as `rank`.
bool ExpressionCompiler::reduce(int rank) {
    while (!m_waiting.isEmpty()) {
        const Waiting& last = m_waiting.last();
        if (last.kind == Waiting::Open || last.kind == Waiting::Call || last.rank < rank) break;
        if (rank == kCompareRank && last.kind == Waiting::Binary && last.rank == kCompareRank)
            return refuse(m_at, Text::tr("比较不能连着写，请用 and 分开"));
        if (!emitStep(last.op)) return false;
        m_waiting.removeLast();
    }
    return true;
}

void ExpressionCompiler::skipSpaces() {
    while (m_at < m_text.size() && m_text.at(m_at).isSpace())
        ++m_at;
}

QString ExpressionCompiler::wordHere() const {
    int end = m_at;
    while (end < m_text.size()
           && (isLetter(m_text.at(end)) || (end > m_at && isDigit(m_text.at(end)))))
        ++end;
    return m_text.mid(m_at, end - m_at);
}

bool ExpressionCompiler::takeNumber() {
    int end = m_at;
    while (end < m_text.size() && isDigit(m_text.at(end)))
        ++end;
    constexpr int kMostDigits = 18;
    if (end - m_at > kMostDigits) return refuse(m_at, Text::tr("数太大"));
    const qint64 number = m_text.mid(m_at, end - m_at).toLongLong();
    if (end < m_text.size() && isLetter(m_text.at(end)))
        return refuse(end, Text::tr("数字后面不能直接跟字母"));
    m_at = end;
    m_wantOperand = false;
    return emitStep(Op::Number, number);
}

bool ExpressionCompiler::takeWord() {
    const QString word = wordHere();
    const int start = m_at;
    if (word == "not"_L1) {
        m_at += 3;
        return push({Waiting::Prefix, Op::Not, kNotRank, start});
    }
    if (word == "and"_L1 || word == "or"_L1)
        return refuse(start, Text::tr("“%1”前面缺少内容").arg(word));
    for (const Function& function : kFunctions) {
        if (word != function.name) continue;
        m_at += static_cast<int>(word.size());
        skipSpaces();
        if (m_at >= m_text.size() || m_text.at(m_at) != u'(')
            return refuse(m_at, Text::tr("“%1”后面要有括号").arg(word));
        ++m_at;
        return push({Waiting::Call, function.op, 0, start, function.arguments - 1});
    }
    m_at += static_cast<int>(word.size());
    m_wantOperand = false;
    if (const auto place = m_words.places.constFind(word); place != m_words.places.cend())
        return emitStep(Op::Fact, *place);
    if (const auto number = m_words.constants.constFind(word); number != m_words.constants.cend())
        return emitStep(Op::Number, *number);
    return refuse(start, Text::tr("没有叫“%1”的数据项").arg(word));
}

bool ExpressionCompiler::takeOperand() {
    const QChar c = m_text.at(m_at);
    if (isDigit(c)) return takeNumber();
    if (isLetter(c)) return takeWord();
    if (c == u'(') return push({Waiting::Open, Op::Number, 0, m_at++});
    if (c == u'-') return push({Waiting::Prefix, Op::Negate, kNegateRank, m_at++});
    if (c == u')') return refuse(m_at, Text::tr("“）”前面缺少内容"));
    return refuse(m_at, Text::tr("这里应当是数、数据项或“（”，看到的是“%1”").arg(c));
}

bool ExpressionCompiler::takeClose() {
    if (!reduce(0)) return false;
    if (m_waiting.isEmpty()) return refuse(m_at, Text::tr("多了一个“）”"));
    const Waiting open = m_waiting.takeLast();
    if (open.argumentsLeft > 0) return refuse(m_at, Text::tr("括号里少了一项"));
    ++m_at;
    return open.kind == Waiting::Open || emitStep(open.op);
}

bool ExpressionCompiler::takeComma() {
    if (!reduce(0)) return false;
    if (m_waiting.isEmpty() || m_waiting.last().argumentsLeft == 0)
        return refuse(m_at, Text::tr("这里不能有逗号"));
    --m_waiting.last().argumentsLeft;
    ++m_at;
    m_wantOperand = true;
    return true;
}

bool ExpressionCompiler::takeOperator() {
    const QChar c = m_text.at(m_at);
    if (c == u')') return takeClose();
    if (c == u',') return takeComma();
    const QString word = wordHere();
    for (const Operator& known : kOperators) {
        const bool fits = isLetter(c) ? word == known.sign
                                      : QStringView(m_text).mid(m_at).startsWith(known.sign);
        if (!fits) continue;
        if (!reduce(known.rank)) return false;
        m_at += static_cast<int>(known.sign.size());
        m_wantOperand = true;
        return push({Waiting::Binary, known.op, known.rank, m_at});
    }
    if (c == u'=') return refuse(m_at, Text::tr("比较相等要写“==”"));
    return refuse(
        m_at, Text::tr("这里应当是运算符，看到的是“%1”").arg(word.isEmpty() ? QString(c) : word));
}

tl::expected<Expression, ExpressionProblem> ExpressionCompiler::run() {
    if (m_text.size() > Expression::kMaxLength)
        return tl::unexpected(ExpressionProblem{Expression::kMaxLength, Text::tr("算式太长")});
    for (skipSpaces(); m_at < m_text.size(); skipSpaces()) {
        if (!(m_wantOperand ? takeOperand() : takeOperator())) return tl::unexpected(m_problem);
    }
    if (m_wantOperand)
        refuse(m_at, m_at == 0 ? Text::tr("算式是空的") : Text::tr("算式没有写完"));
    else if (reduce(0) && !m_waiting.isEmpty())
        refuse(m_waiting.last().position, Text::tr("这里的括号没有合上"));
    if (m_problem.position > 0) return tl::unexpected(m_problem);
    return m_result;
}

tl::expected<Expression, ExpressionProblem> Expression::compile(const QString& text,
                                                                const Vocabulary& words) {
    return ExpressionCompiler(text, words).run();
}

} // namespace baolei
