#pragma once
// A text file as a stream of characters, whatever its encoding: UTF-8, UTF-16 with a byte order
// mark, or GB18030 (which has GBK and GB2312 in it). Internal to core/spreadsheet.

#include "core/base/result.h"
#include "core/spreadsheet/text_decoder.h"

#include <QFile>
#include <memory>

namespace baolei {

class TextSource {
public:
    /// Finds the encoding by reading the file once; nothing is guessed where no encoding fits.
    static Result<std::unique_ptr<TextSource>> open(const QString& path);

    /// The next piece of text; empty at the end.
    Result<QString> next();
    /// Back to the first character.
    Result<void> rewind();

private:
    QFile m_file;
    QByteArray m_encoding;
    qint64 m_start = 0; ///< behind the byte order mark
    TextDecoder m_decoder{"UTF-8"};
};

} // namespace baolei
