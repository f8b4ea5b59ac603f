#include "core/forms/rulings.h"

#include <algorithm>

namespace baolei {

namespace {

// The town's inspectors expect 0.35 mm within and 0.7 mm around.
constexpr qreal kInner = 0.35;
constexpr qreal kOuter = 0.7;

int whole(qreal millimetres) {
    return qRound(millimetres * 1000);
}
}

void Rulings::add(const QRectF& cell, Border border) {
    if (border == Border::None) return;
    const int left = whole(cell.left()), right = whole(cell.right());
    const int top = whole(cell.top()), bottom = whole(cell.bottom());
    if (border == Border::Bottom) { // a line to write on keeps off its neighbours
        m_edges.append({false, bottom, left + 1000, right - 1000});
        return;
    }
    m_outline = m_outline.isNull() ? cell : m_outline.united(cell);
    m_edges.append({false, top, left, right});
    m_edges.append({false, bottom, left, right});
    m_edges.append({true, left, top, bottom});
    m_edges.append({true, right, top, bottom});
}

void Rulings::flush(QList<RuledLine>& lines) {
    std::sort(m_edges.begin(), m_edges.end());
    const int left = whole(m_outline.left()), right = whole(m_outline.right());
    const int top = whole(m_outline.top()), bottom = whole(m_outline.bottom());
    for (qsizetype i = 0; i < m_edges.size();) {
        Edge edge = m_edges[i];
        for (++i; i < m_edges.size(); ++i) {
            const Edge& next = m_edges[i];
            if (next.isUpright != edge.isUpright || next.at != edge.at || next.from > edge.until)
                break;
            edge.until = qMax(edge.until, next.until);
        }
        const bool isOuter = !m_outline.isNull()
            && (edge.isUpright ? edge.at == left || edge.at == right
                               : edge.at == top || edge.at == bottom);
        const qreal at = edge.at / 1000.0, from = edge.from / 1000.0, until = edge.until / 1000.0;
        lines.append({edge.isUpright ? QLineF(at, from, at, until) : QLineF(from, at, until, at),
                      isOuter ? kOuter : kInner});
    }
    m_edges.clear();
    m_outline = QRectF();
}

} // namespace baolei
