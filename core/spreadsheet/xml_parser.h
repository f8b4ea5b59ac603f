#pragma once
// Expat over one part of a package: no tree, no document type, no entities. Names come with their
// prefix; localName() takes it off, so that transitional, strict and odd prefixes read alike.
// Internal to core/spreadsheet.

#include "core/spreadsheet/zip_package.h"

#include <optional>
#include <string>
#include <string_view>

namespace baolei {

inline std::string_view localName(const char* name) {
    // By hand: names are short and this runs for every tag of a large sheet.
    const char* end = name;
    for (; *end; ++end)
        if (*end == ':') name = end + 1;
    return {name, std::size_t(end - name)};
}

/// The attributes of an element as expat hands them over: name, value, name, value, null.
struct XmlAttributes {
    const char** list;

    /// The value of `name` under any prefix; null if absent.
    const char* find(std::string_view name) const {
        for (const char** at = list; *at; at += 2)
            if (localName(*at) == name) return at[1];
        return nullptr;
    }
    std::string_view value(std::string_view name) const {
        const char* found = find(name);
        return found ? std::string_view(found) : std::string_view();
    }
    QString text(std::string_view name) const { return QString::fromUtf8(find(name)); }
};

/// Reads a whole decimal number; nothing for anything else or anything above 10^9.
std::optional<int> toInt(std::string_view text);

class XmlSink {
public:
    virtual ~XmlSink() = default;
    virtual void startElement(const char* name, XmlAttributes attributes) = 0;
    virtual void endElement(const char* /*name*/) { }

    /// Text is gathered here between the handlers while `gathering`.
    std::string gathered;
    bool gathering = false;
    bool finished = false; ///< enough was read
    std::optional<Error> error; ///< this is not to be read on
};

/// Expat with `sink` behind it, for whoever reads the bytes himself.
class XmlFeed {
public:
    explicit XmlFeed(XmlSink& sink);
    ~XmlFeed();
    /// The next bytes; nothing more may come after the last ones, or once the sink has finished.
    Result<void> feed(std::string_view bytes, bool isLast);

private:
    struct Run;
    std::unique_ptr<Run> m_run;
};

/// Feeds the part to `sink` until its end, `finished` or `error`.
Result<void> parseXml(const ZipPackage& package, const QString& part, XmlSink& sink);

} // namespace baolei
