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

struct Run {
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
    Run& run = *static_cast<Run*>(data);
    if (++run.depth > kMaxDepth) return run.refuse(damagedFile());
    run.sink.startElement(name, {attributes});
    run.stopIfAsked();
}

void XMLCALL onEnd(void* data, const char* name) {
    Run& run = *static_cast<Run*>(data);
    --run.depth;
    run.sink.endElement(name);
    run.stopIfAsked();
}

void XMLCALL onText(void* data, const char* text, int length) {
    Run& run = *static_cast<Run*>(data);
    if (!run.sink.gathering) return;
    run.sink.gathered.append(text, std::size_t(length));
    if (run.sink.gathered.size() > kMaxText) run.refuse(expandsTooMuch());
}

// Office never writes a document type; entities in one can expand without end.
void XMLCALL onDoctype(void* data, const char*, const char*, const char*, int) {
    static_cast<Run*>(data)->refuse(damagedFile());
}

Result<void> feed(Run& run, ZipPart& source) {
    qint64 fed = 0;
    while (true) {
        void* buffer = XML_GetBuffer(run.parser, kChunk);
        if (!buffer) return fail(damagedFile());
        const Result<qint64> count = source.read(static_cast<char*>(buffer), kChunk);
        if (!count) return fail(count.error());
        fed += *count;
        const XML_Status status = XML_ParseBuffer(run.parser, int(*count), *count == 0);
        if (run.sink.error) return fail(*run.sink.error);
        if (run.sink.finished) return {};
        if (status != XML_STATUS_OK) return fail(damagedFile());
        if (*count == 0) return {};
        if (fed - XML_GetCurrentByteIndex(run.parser) > kMaxToken) return fail(expandsTooMuch());
    }
}

} // namespace

std::optional<int> toInt(std::string_view text) {
    int value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (value > 1'000'000'000) return std::nullopt;
    return value;
}

Result<void> parseXml(const ZipPackage& package, const QString& part, XmlSink& sink) {
    Result<ZipPart> source = package.part(part);
    if (!source) return fail(source.error());
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr),
                                                                         XML_ParserFree);
    if (!parser) return fail(damagedFile());
    Run run{parser.get(), sink};
    XML_SetUserData(parser.get(), &run);
    XML_SetElementHandler(parser.get(), onStart, onEnd);
    XML_SetCharacterDataHandler(parser.get(), onText);
    XML_SetStartDoctypeDeclHandler(parser.get(), onDoctype);
    return feed(run, *source);
}

} // namespace baolei
