#include "ui/activities/matrix_lines.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(MatrixLines)
};

QString tallyOf(const BranchYear& branch, const QList<ActivityKind>& kinds) {
    QStringList parts;
    for (qsizetype i = 0; i < kinds.size(); ++i)
        if (const KindYear& year = branch.kinds[i]; year.need > 0)
            parts.append(u"%1 %2/%3"_s.arg(kinds[i].shortName).arg(year.have).arg(year.need));
    return parts.join(u"   "_s);
}

MatrixLine lineOf(const PageAnswer& answer, const BranchYear& branch, int kind) {
    const KindYear year = kind < 0 ? branch.all() : branch.kinds[kind];
    MatrixLine line;
    line.id = branch.organisation.value;
    line.organisation = branch.organisation;
    line.kind = kind;
    line.title = branch.name;
    line.hint = branch.parent;
    line.months = year.months;
    line.have = year.have;
    line.need = year.need;
    if (kind < 0)
        line.tally = tallyOf(branch, answer.kinds);
    else if (year.need > 0)
        line.tally = u"%1/%2"_s.arg(year.have).arg(year.need);
    return line;
}

const BranchYear* branchOf(const PageAnswer& answer, Id<Organisation> id) {
    for (const BranchYear& branch : answer.branches)
        if (branch.organisation == id) return &branch;
    return nullptr;
}

QString statusText(const MonthCell& cell) {
    const auto status = statusOf(cell);
    return status ? symbolOf(*status) + u' ' + sentenceOf(cell) : sentenceOf(cell);
}
}

QList<MatrixLine> matrixLines(const PageAnswer& answer, int kind) {
    QList<MatrixLine> lines;
    if (answer.isOneBranch && kind < 0) {
        const BranchYear& branch = answer.branches.first();
        for (int i = 0; i < answer.kinds.size(); ++i) {
            MatrixLine line = lineOf(answer, branch, i);
            line.title = answer.kinds[i].name;
            line.hint = answer.kinds[i].source.text();
            line.id.bytes[0] = static_cast<unsigned char>(i); // one line a kind
            lines.append(std::move(line));
        }
        return lines;
    }
    lines.reserve(answer.branches.size());
    for (const BranchYear& branch : answer.branches)
        lines.append(lineOf(answer, branch, kind));
    return lines;
}

QString symbolAt(const MatrixLine& line, int month) {
    const auto status = statusOf(line.months[size_t(month)]);
    return status ? symbolOf(*status) : QString();
}

QString explainCell(const PageAnswer& answer, const MatrixLine& line, int month) {
    const BranchYear* branch = branchOf(answer, line.organisation);
    if (!branch) return {};
    const QString head = Text::tr("%1 %2").arg(
        branch->name, Period::ofMonth(answer.period.year, month + 1).chinese());
    if (line.kind >= 0)
        return head + u' ' + answer.kinds[line.kind].name + u"："_s
            + statusText(line.months[size_t(month)]);
    QStringList parts;
    for (qsizetype i = 0; i < answer.kinds.size(); ++i)
        if (const MonthCell& cell = branch->kinds[i].months[size_t(month)]; cell != MonthCell())
            parts.append(answer.kinds[i].name + u"："_s + statusText(cell));
    if (parts.isEmpty()) parts.append(sentenceOf({}));
    return head + u'\n' + parts.join(u'\n');
}

} // namespace baolei
