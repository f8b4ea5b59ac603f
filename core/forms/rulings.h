#pragma once
// The lines of one frame: the edges of its cells become few long lines, the outline thicker.
// Inside core/forms only.

#include "core/forms/form.h"

namespace baolei {

class Rulings {
public:
    void add(const QRectF& cell, Border border);
    /// Appends the lines of what was added and starts over.
    void flush(QList<RuledLine>& lines);

private:
    struct Edge {
        bool isUpright = false;
        int at = 0; ///< thousandths of a millimetre, so that equal edges compare equal
        int from = 0;
        int until = 0;
        auto operator<=>(const Edge&) const = default;
    };
    QList<Edge> m_edges;
    QRectF m_outline; ///< of the boxed cells
};

} // namespace baolei
