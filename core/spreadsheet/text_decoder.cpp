#include "core/spreadsheet/text_decoder.h"

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace baolei {

namespace {

#ifdef Q_OS_WIN
// GB18030, or the GBK in it where the system lacks the table.
uint codePage() {
    constexpr uint kGb18030 = 54936;
    constexpr uint kGbk = 936;
    return IsValidCodePage(kGb18030) ? kGb18030 : kGbk;
}

/// How many bytes of GB18030 from the start are whole characters.
qsizetype wholeCharacters(const QByteArray& bytes) {
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype size = 1;
        if (uchar(bytes[at]) >= 0x81 && uchar(bytes[at]) <= 0xFE) {
            if (at + 1 >= bytes.size()) break;
            size = bytes[at + 1] >= '0' && bytes[at + 1] <= '9' ? 4 : 2;
        }
        if (at + size > bytes.size()) break;
        at += size;
    }
    return at;
}
#endif

} // namespace

TextDecoder::TextDecoder(const QByteArray& encoding)
    : m_qt(encoding.constData()) {
#ifdef Q_OS_WIN
    if (!m_qt.isValid()) m_codePage = codePage();
#endif
}

QString TextDecoder::operator()(const QByteArray& bytes) {
    return m_codePage == 0 ? m_qt(bytes) : byCodePage(bytes);
}

bool TextDecoder::hasError() const {
    return m_codePage == 0 ? !m_qt.isValid() || m_qt.hasError() : m_hasError;
}

#ifdef Q_OS_WIN

QString TextDecoder::byCodePage(const QByteArray& bytes) {
    const QByteArray all = m_rest + bytes;
    const qsizetype whole = wholeCharacters(all);
    m_rest = all.sliced(whole);
    if (whole == 0) return {};
    QString text(whole, Qt::Uninitialized); // never more units than bytes
    const int size
        = MultiByteToWideChar(m_codePage, MB_ERR_INVALID_CHARS, all.constData(), int(whole),
                              reinterpret_cast<wchar_t*>(text.data()), int(text.size()));
    if (size <= 0) m_hasError = true;
    return text.first(qMax(size, 0));
}

#else

QString TextDecoder::byCodePage(const QByteArray&) {
    return {};
}

#endif

} // namespace baolei
