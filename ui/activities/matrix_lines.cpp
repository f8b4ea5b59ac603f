#include "ui/activities/matrix_lines.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(MatrixLines)
};

MatrixLine lineOf(const PageAnswer& answer, qsizetype at, int kind) {
    const BranchYear& branch = answer.branches[at];
    MatrixLine line;
    line.id = branch.organisation.value;
    line.organisation = branch.organisation;
    line.kind = kind;
    line.title = branch.name;
    line.hint = branch.parent;
    line.branch = at;
    line.rank = branch.rank;
    line.isRead = branch.isRead();
    if (!line.isRead) return line;
    const KindYear year = kind < 0 ? branch.all() : branch.kinds[kind];
    line.months = year.months;
    line.have = year.have;
    line.need = year.need;
    return line;
}

QString statusText(const MonthCell& cell) {
    const auto status = statusOf(cell);
    return status ? symbolOf(*status) + u' ' + sentenceOf(cell) : sentenceOf(cell);
}
}

QList<MatrixLine> matrixLines(const PageAnswer& answer, int kind) {
    QList<MatrixLine> lines;
    if (answer.isOneBranch && kind < 0) {
        for (int i = 0; i < answer.kinds.size(); ++i) {
            MatrixLine line = lineOf(answer, 0, i);
            if (answer.kinds[i].isRetired && line.months == KindYear().months) continue;
            line.title = answer.kinds[i].name;
            line.hint = answer.kinds[i].source.text();
            line.rank = i;
            line.id.bytes[0] = static_cast<unsigned char>(i); // one line a kind
            lines.append(std::move(line));
        }
        return lines;
    }
    lines.reserve(answer.branches.size());
    for (qsizetype at = 0; at < answer.branches.size(); ++at)
        lines.append(lineOf(answer, at, kind));
    return lines;
}

QString tallyOf(const PageAnswer& answer, const MatrixLine& line) {
    if (!line.isRead) return {};
    if (line.kind >= 0) return line.need > 0 ? u"%1/%2"_s.arg(line.have).arg(line.need) : QString();
    QStringList parts;
    const BranchYear& branch = answer.branches[line.branch];
    for (qsizetype i = 0; i < answer.kinds.size(); ++i)
        if (const KindYear& year = branch.kinds[i]; year.need > 0)
            parts.append(
                u"%1 %2/%3"_s.arg(answer.kinds[i].shortName).arg(year.have).arg(year.need));
    return parts.join(u"   "_s);
}

QString symbolAt(const MatrixLine& line, int month) {
    const auto status = statusOf(line.months[size_t(month)]);
    return status ? symbolOf(*status) : QString();
}

QString explainCell(const PageAnswer& answer, const MatrixLine& line, int month) {
    const BranchYear& branch = answer.branches[line.branch];
    const QString head = Text::tr("%1 %2").arg(
        branch.name, Period::ofMonth(answer.period.year, month + 1).chinese());
    if (!line.isRead) return head + u'\n' + Text::tr("正在读取……");
    if (line.kind >= 0)
        return head + u' ' + answer.kinds[line.kind].name + u"："_s
            + statusText(line.months[size_t(month)]);
    QStringList parts;
    for (qsizetype i = 0; i < answer.kinds.size(); ++i)
        if (const MonthCell& cell = branch.kinds[i].months[size_t(month)]; cell != MonthCell())
            parts.append(answer.kinds[i].name + u"："_s + statusText(cell));
    if (parts.isEmpty()) parts.append(sentenceOf({}));
    return head + u'\n' + parts.join(u'\n');
}

} // namespace baolei
