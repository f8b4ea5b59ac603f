#include "core/spreadsheet/text_source.h"

#include "core/spreadsheet/read_errors.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(TextSource)
};

constexpr qint64 kChunk = 262'144;

Error unknownEncoding() {
    return {ErrorCode::BadFile, Text::tr("认不出这个文本文件的文字编码"),
            Text::tr("没有读入任何内容"),
            Text::tr("请用 WPS 或 Excel 打开它，确认文字正常后另存为 .xlsx 再试")};
}

bool isValidIn(QFile& file, const QByteArray& encoding) {
    TextDecoder decoder(encoding);
    if (!file.seek(0)) return false;
    while (!file.atEnd()) {
        (void)decoder(file.read(kChunk)); // a cut character at the end passes
        if (decoder.hasError()) return false;
    }
    return true;
}

Result<QByteArray> encodingWithoutMark(QFile& file) {
    file.seek(0);
    while (!file.atEnd())
        if (file.read(kChunk).contains('\0')) return fail(notASpreadsheet()); // never in text
    if (isValidIn(file, "UTF-8")) return "UTF-8";
    if (isValidIn(file, "GB18030")) return "GB18030";
    return fail(unknownEncoding());
}

} // namespace

Result<std::unique_ptr<TextSource>> TextSource::open(const QString& path) {
    auto source = std::make_unique<TextSource>();
    source->m_file.setFileName(path);
    if (!source->m_file.open(QIODevice::ReadOnly)) return fail(unreadableFile());
    const QByteArray head = source->m_file.peek(4096);
    if (head.startsWith("\xEF\xBB\xBF")) {
        source->m_encoding = "UTF-8";
        source->m_start = 3;
    } else if (head.startsWith("\xFF\xFE")) {
        source->m_encoding = "UTF-16LE";
        source->m_start = 2;
    } else if (head.startsWith("\xFE\xFF")) {
        source->m_encoding = "UTF-16BE";
        source->m_start = 2;
    }
    if (source->m_encoding.isEmpty()) {
        const Result<QByteArray> found = encodingWithoutMark(source->m_file);
        if (!found) return fail(found.error());
        source->m_encoding = *found;
    } else if (!isValidIn(source->m_file, source->m_encoding)) {
        return fail(unknownEncoding());
    }
    if (Result<void> ready = source->rewind(); !ready) return fail(ready.error());
    return source;
}

Result<QString> TextSource::next() {
    // A chunk can end inside the first character, which then gives no text yet.
    while (!m_file.atEnd()) {
        const QByteArray bytes = m_file.read(kChunk);
        if (bytes.isEmpty()) return fail(unreadableFile());
        QString text = m_decoder(bytes);
        if (!text.isEmpty()) return text;
    }
    return QString();
}

Result<void> TextSource::rewind() {
    m_decoder = TextDecoder(m_encoding);
    if (!m_file.seek(m_start)) return fail(unreadableFile());
    return {};
}

} // namespace baolei
