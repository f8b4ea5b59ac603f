#pragma once
// Bytes to text, piece by piece; a piece may end inside a character. Internal to core/spreadsheet.

#include <QByteArray>
#include <QStringDecoder>

namespace baolei {

class TextDecoder {
public:
    /// UTF-8, UTF-16LE, UTF-16BE or GB18030.
    explicit TextDecoder(const QByteArray& encoding);

    QString operator()(const QByteArray& bytes);
    /// Whether something was no text of this encoding so far.
    bool hasError() const;

private:
    QString byCodePage(const QByteArray& bytes);

    QStringDecoder m_qt;
    uint m_codePage = 0; ///< where Qt does not know the encoding, as on Windows
    QByteArray m_rest; ///< begins a character whose end is still to come
    bool m_hasError = false;
};

} // namespace baolei
