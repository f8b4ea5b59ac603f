#pragma once
// Places the blocks of a form one below another and turns pages. Inside core/forms only.

#include "core/forms/layout.h"
#include "core/forms/page_builder.h"

namespace baolei {

/// A block with its data in it, measured.
struct ReadyBlock {
    const FormBlock* block = nullptr;
    qreal height = 0; ///< as it is without turning a page
    CellBox text;
    struct Rows {
        QList<RowGroup> head;
        QList<RowGroup> body;
        RowGroup blank; ///< an empty row of a table
    };
    QList<Rows> stretches; ///< one; more if the columns from data need several pages
};

/// Fills and measures a block.
ReadyBlock readyBlock(const FormBlock& block, const FormData& data, const Fonts& fonts,
                      bool isEndless);

class Flow {
public:
    Flow(const PaperForm& form, const FormData& data, const Fonts& fonts,
         const LayoutOptions& options);
    Document run();

private:
    void placeBlock(const ReadyBlock& ready, qreal tail);
    void placeText(const ReadyBlock& ready);
    void placeRows(const ReadyBlock& ready, const ReadyBlock::Rows& rows, qreal tail);
    void placeGroup(const RowGroup& group, bool isHead = false);
    void placeFill(RowGroup group, qreal after);
    void placeSplit(RowGroup group);
    void fillUp(const RowGroup& blank, qreal tail);
    RowGroup stretched(RowGroup group) const;
    void turnFrame();
    void turnPage(bool isContinued);
    qreal rest() const { return m_height - m_y; }

    const PaperForm& m_form;
    const FormData& m_data;
    const Fonts& m_fonts;
    const LayoutOptions m_options;
    Document m_document;
    PageBuilder m_builder;
    PaperPage m_blankPage;
    QList<CellBox> m_repeated; ///< titles seen so far that stand on every page
    QList<qreal> m_repeatedAfter;
    const ReadyBlock* m_current = nullptr;
    const ReadyBlock::Rows* m_rows = nullptr;
    bool m_framesJoin = false; ///< the next grid stands right below: one outline around both
    qreal m_height = 0;
    qreal m_y = 0;
    qreal m_top = 0; ///< where the current page's content began, below what is repeated
    qreal m_blankHeight = 0; ///< of a table's row, stretched so that rows fill the page
};

} // namespace baolei
