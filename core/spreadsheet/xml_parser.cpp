#include "core/spreadsheet/xml_parser.h"

#include "core/spreadsheet/read_errors.h"

#include <charconv>
#include <expat.h>

namespace baolei {

namespace {

constexpr int kChunk = 65'536;
constexpr int kMaxDepth = 200;
constexpr std::size_t kMaxText = 4'000'000; // Excel's own limit for a cell is 32,767 characters
constexpr qint64 kMaxToken = 8'000'000; // a tag or comment that expat has to hold as a whole

struct Tokens {
    XML_Parser parser;
    XmlSink& sink;
    int depth = 0;

    void stopIfAsked() {
        if (sink.finished || sink.error) XML_StopParser(parser, XML_FALSE);
    }
    void refuse(Error error) {
        sink.error = std::move(error);
        XML_StopParser(parser, XML_FALSE);
    }
};

void XMLCALL onStart(void* data, const char* name, const char** attributes) {
    Tokens& run = *static_cast<Tokens*>(data);
    if (++run.depth > kMaxDepth) return run.refuse(damagedFile());
    run.sink.startElement(name, {attributes});
    run.stopIfAsked();
}

void XMLCALL onEnd(void* data, const char* name) {
    Tokens& run = *static_cast<Tokens*>(data);
    --run.depth;
    run.sink.endElement(name);
    run.stopIfAsked();
}

void XMLCALL onText(void* data, const char* text, int length) {
    Tokens& run = *static_cast<Tokens*>(data);
    if (!run.sink.gathering) return;
    run.sink.gathered.append(text, std::size_t(length));
    if (run.sink.gathered.size() > kMaxText) run.refuse(expandsTooMuch());
}

// Office never writes a document type; entities in one can expand without end.
void XMLCALL onDoctype(void* data, const char*, const char*, const char*, int) {
    static_cast<Tokens*>(data)->refuse(damagedFile());
}

} // namespace

std::optional<int> toInt(std::string_view text) {
    int value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (value > 1'000'000'000) return std::nullopt;
    return value;
}

struct XmlFeed::Run {
    explicit Run(XmlSink& sink)
        : parser(XML_ParserCreate(nullptr), XML_ParserFree)
        , tokens{parser.get(), sink} { }

    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser;
    Tokens tokens;
    qint64 fed = 0;
};

XmlFeed::XmlFeed(XmlSink& sink)
    : m_run(std::make_unique<Run>(sink)) {
    auto* const parser = m_run->parser.get();
    if (!parser) return;
    XML_SetUserData(parser, &m_run->tokens);
    XML_SetElementHandler(parser, onStart, onEnd);
    XML_SetCharacterDataHandler(parser, onText);
    XML_SetStartDoctypeDeclHandler(parser, onDoctype);
}

XmlFeed::~XmlFeed() = default;

Result<void> XmlFeed::feed(std::string_view bytes, bool isLast) {
    auto* const parser = m_run->parser.get();
    if (!parser) return fail(damagedFile());
    const XmlSink& sink = m_run->tokens.sink;
    m_run->fed += qint64(bytes.size());
    const XML_Status status = XML_Parse(parser, bytes.data(), int(bytes.size()), isLast);
    if (sink.error) return fail(*sink.error);
    if (sink.finished) return {};
    if (status != XML_STATUS_OK) return fail(damagedFile());
    const bool isHolding = m_run->fed - XML_GetCurrentByteIndex(parser) > kMaxToken;
    if (isHolding && !isLast) return fail(expandsTooMuch());
    return {};
}

Result<void> parseXml(const ZipPackage& package, const QString& part, XmlSink& sink) {
    Result<ZipPart> source = package.part(part);
    if (!source) return fail(source.error());
    XmlFeed expat(sink);
    std::string buffer(kChunk, '\0');
    while (!sink.finished) {
        const Result<qint64> count = source->read(buffer.data(), kChunk);
        if (!count) return fail(count.error());
        const std::string_view bytes(buffer.data(), std::size_t(*count));
        if (const Result<void> fed = expat.feed(bytes, bytes.empty()); !fed) return fed;
        if (bytes.empty()) break;
    }
    return {};
}

} // namespace baolei
