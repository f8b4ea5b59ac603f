#include "core/spreadsheet/xlsx_strings.h"

#include "core/spreadsheet/read_errors.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMaxStrings = 8'000'000;
constexpr std::size_t kMaxBytes = 200'000'000; // of all strings; a whole city's roster has half
constexpr std::string_view kBlank = " \t\r\n";

/// `_x000D_`, the way to write characters that XML has no place for.
void decodeEscapes(QString& text) {
    constexpr qsizetype kLength = 7;
    qsizetype at = 0;
    while ((at = text.indexOf("_x"_L1, at)) >= 0) {
        bool isHex = false;
        const ushort code = at + kLength <= text.size() && text[at + 6] == u'_'
            ? QStringView(text).sliced(at + 2, 4).toUShort(&isHex, 16)
            : ushort(0);
        if (isHex) text.replace(at, kLength, QChar(code));
        ++at;
    }
}

class SharedStringsSink final : public XmlSink {
public:
    std::vector<QString> strings;

    void startElement(const char* name, XmlAttributes attributes) override {
        const std::string_view local = localName(name);
        if (local == "si") {
            m_item.begin(*this);
            m_inside = true;
        } else if (m_inside) {
            m_item.start(*this, local, attributes);
        }
    }

    void endElement(const char* name) override {
        const std::string_view local = localName(name);
        if (local == "si") {
            m_bytes += gathered.size();
            if (strings.size() >= kMaxStrings || m_bytes > kMaxBytes) error = expandsTooMuch();
            strings.push_back(xlsxText(gathered));
            m_inside = false;
        } else if (m_inside) {
            m_item.end(*this, local);
        }
    }

private:
    StringItem m_item;
    std::size_t m_bytes = 0;
    bool m_inside = false;
};

} // namespace

QString xlsxText(std::string_view utf8) {
    QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    if (utf8.find("_x") != std::string_view::npos) decodeEscapes(text);
    if (text.contains(u'\r')) {
        text.replace("\r\n"_L1, "\n"_L1);
        text.replace(u'\r', u'\n');
    }
    return text;
}

void StringItem::start(XmlSink& sink, std::string_view name, XmlAttributes attributes) {
    if (name == "rPh") {
        m_inReading = true;
    } else if (name == "t" && !m_inReading) {
        m_preserve = attributes.value("space") == "preserve";
        m_from = sink.gathered.size();
        sink.gathering = true;
    }
}

void StringItem::end(XmlSink& sink, std::string_view name) {
    if (name == "rPh") {
        m_inReading = false;
    } else if (name == "t" && sink.gathering) {
        sink.gathering = false;
        if (m_preserve) return;
        std::string& text = sink.gathered;
        const std::size_t last = text.find_last_not_of(kBlank);
        text.resize(last == std::string::npos || last + 1 < m_from ? m_from : last + 1);
        const std::size_t first = text.find_first_not_of(kBlank, m_from);
        if (first != std::string::npos && first > m_from) text.erase(m_from, first - m_from);
    }
}

Result<std::vector<QString>> readSharedStrings(const ZipPackage& package, const QString& part) {
    SharedStringsSink sink;
    if (Result<void> read = parseXml(package, part, sink); !read) return fail(read.error());
    return std::move(sink.strings);
}

} // namespace baolei
