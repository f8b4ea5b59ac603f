#pragma once
// The reader of one form file: elements to values, the first mistake becomes the stream's error.
// Inside core/forms only.

#include "core/forms/form_attributes.h"
#include "core/forms/form_words.h"

namespace baolei {

/// Type sizes that a grid's cells have unless they say otherwise.
struct CellDefaults {
    qreal labelSize = 12;
    qreal fieldSize = 12;
    Border border = Border::Box;
};

class FormFile {
public:
    FormFile(const QByteArray& text, const FieldCatalogue& fields)
        : m_xml(text)
        , m_words(m_xml, fields) { }
    PaperForm read();
    const QXmlStreamReader& xml() const { return m_xml; }

private:
    void readHead(PaperForm& form);
    void readSlips(FormAttributes& attributes, PaperForm& form);
    void readBlock(PaperForm& form);
    void readText(FormBlock& block, bool isTitle);
    void readSpace(FormBlock& block);
    void readGrid(FormBlock& block, qreal area);
    void readTable(FormBlock& block, qreal area);
    void readColumns(FormAttributes& attributes, FormBlock& block, qreal area);
    FormRow readRow(const FieldScopes& scopes, FormRow::Kind kind);
    FormCell readCell(const FieldScopes& scopes);
    void checkSpans(const QList<FormRow>& rows, const FormBlock& block);
    void readNotes(PaperForm& form, bool atTop);
    QString content();
    void expectEmpty();
    QString name() const { return m_xml.name().toString(); }
    void refuseElement(const QString& allowed);

    QXmlStreamReader m_xml;
    FormWords m_words;
    CellDefaults m_defaults;
    QString m_acrossInHead;
    QString m_acrossInRow;
};

using Aligns = QList<std::pair<QString, Align>>;
using Roles = QList<std::pair<QString, FontRole>>;
using Borders = QList<std::pair<QString, Border>>;
const Aligns& alignWords();
const Roles& roleWords();
const Borders& borderWords();

} // namespace baolei
