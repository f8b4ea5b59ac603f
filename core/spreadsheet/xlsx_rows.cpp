#include "core/spreadsheet/xlsx_rows.h"

#include <QUtf8StringView>
#include <algorithm>
#include <array>
#include <optional>

namespace baolei {

namespace {

constexpr std::size_t kMaxAttributes = 12;
constexpr std::string_view kBlank = " \t\r\n";

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':'
        || c == '_' || c == '.' || c == '-';
}

bool isNameStart(char c) {
    return isNameCharacter(c) && !(c >= '0' && c <= '9') && c != '.' && c != '-';
}

/// No characters that XML forbids, or that expat would change on the way.
bool isPlain(std::string_view row) {
    const bool hasControls = std::any_of(row.begin(), row.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    });
    // EF BF begins the last of the plane, of which two are no characters.
    return !hasControls && row.find("\xEF\xBF") == std::string_view::npos
        && QUtf8StringView(row.data(), qsizetype(row.size())).isValidUtf8();
}

bool isPlainValue(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 && c != '<' && c != '&' && byte < 0x80;
    });
}

void appendUtf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += char(0xC0 | (c >> 6));
        out += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += char(0xE0 | (c >> 12));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    } else {
        out += char(0xF0 | (c >> 18));
        out += char(0x80 | ((c >> 12) & 0x3F));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    }
}

/// Of "#20826" or "#x515A"; nothing for what XML does not allow, or what would need a second look.
std::optional<char32_t> numbered(std::string_view name) {
    const bool isHex = name.size() > 1 && name[1] == 'x';
    const std::string_view digits = name.substr(isHex ? 2 : 1);
    if (digits.empty() || digits.size() > 7) return std::nullopt;
    char32_t code = 0;
    for (const char c : digits) {
        char32_t digit = 16;
        if (c >= '0' && c <= '9') digit = char32_t(c - '0');
        if (isHex && c >= 'a' && c <= 'f') digit = char32_t(c - 'a' + 10);
        if (isHex && c >= 'A' && c <= 'F') digit = char32_t(c - 'A' + 10);
        if (digit >= (isHex ? 16u : 10u)) return std::nullopt;
        code = code * (isHex ? 16 : 10) + digit;
    }
    const bool isPlain = code >= 0x20 && (code < 0xD800 || code > 0xDFFF) && code < 0xFFFE;
    return isPlain || (code > 0xFFFF && code <= 0x10FFFF) ? std::optional(code) : std::nullopt;
}

std::optional<char32_t> referenced(std::string_view name) {
    if (name == "amp") return U'&';
    if (name == "lt") return U'<';
    if (name == "gt") return U'>';
    if (name == "quot") return U'"';
    if (name == "apos") return U'\'';
    return name.starts_with('#') ? numbered(name) : std::nullopt;
}

bool appendDecoded(std::string& out, std::string_view text) {
    while (true) {
        const std::size_t at = text.find('&');
        out += text.substr(0, at);
        if (at == std::string_view::npos) return true;
        const std::size_t end = text.find(';', at);
        if (end == std::string_view::npos) return false;
        const auto character = referenced(text.substr(at + 1, end - at - 1));
        if (!character) return false;
        appendUtf8(out, *character);
        text.remove_prefix(end + 1);
    }
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

struct Tag {
    std::string_view name;
    bool isEnd = false;
    bool isEmpty = false; ///< <c/>
    std::size_t count = 0;
    std::array<std::pair<std::string_view, std::string_view>, kMaxAttributes> attributes;

    std::string_view value(std::string_view wanted) const {
        for (std::size_t i = 0; i < count; ++i)
            if (attributes[i].first == wanted) return attributes[i].second;
        return {};
    }
    /// Under any prefix.
    std::string_view localValue(std::string_view wanted) const {
        for (std::size_t i = 0; i < count; ++i) {
            const std::string_view title = attributes[i].first;
            if (title.substr(title.rfind(':') + 1) == wanted) return attributes[i].second;
        }
        return {};
    }
    bool has(std::string_view wanted) const {
        return std::any_of(attributes.begin(), attributes.begin() + std::ptrdiff_t(count),
                           [&](const auto& each) { return each.first == wanted; });
    }
};

class Scanner {
public:
    explicit Scanner(std::string_view bytes)
        : m_bytes(bytes) { }

    RowScan row(RawRow& row) {
        Tag open;
        if (!tag(open) || open.name != "row" || open.isEnd) return verdict();
        row.number = open.localValue("r");
        row.hidden = open.localValue("hidden");
        if (open.isEmpty) return RowScan::Whole;
        while (true) {
            skipBlank();
            Tag each;
            if (!tag(each)) return verdict();
            if (each.isEnd) return each.name == "row" ? RowScan::Whole : RowScan::Unusual;
            if (each.name != "c" || !cell(each, row)) return verdict();
        }
    }

    std::size_t at() const { return m_at; }

private:
    RowScan verdict() const { return m_isShort ? RowScan::Unfinished : RowScan::Unusual; }

    /// False also where the bytes are at their end.
    bool follows(char c) {
        if (m_at >= m_bytes.size()) {
            m_isShort = true;
            return false;
        }
        if (m_bytes[m_at] != c) return false;
        ++m_at;
        return true;
    }

    void skipBlank() {
        while (m_at < m_bytes.size() && kBlank.find(m_bytes[m_at]) != std::string_view::npos)
            ++m_at;
    }

    std::string_view name() {
        const std::size_t from = m_at;
        while (m_at < m_bytes.size() && isNameCharacter(m_bytes[m_at]))
            ++m_at;
        const bool isName = m_at > from && isNameStart(m_bytes[from]);
        return isName ? m_bytes.substr(from, m_at - from) : std::string_view();
    }

    bool attribute(Tag& tag) {
        const std::string_view title = name();
        if (title.empty() || tag.count == kMaxAttributes || tag.has(title)) return false;
        if (!follows('=')) return false;
        const bool isDouble = m_at < m_bytes.size() && m_bytes[m_at] == '"';
        const char quote = isDouble ? '"' : '\'';
        if (!follows(quote)) return false;
        const std::size_t end = m_bytes.find(quote, m_at);
        if (end == std::string_view::npos) {
            m_isShort = true;
            return false;
        }
        const std::string_view value = m_bytes.substr(m_at, end - m_at);
        m_at = end + 1;
        tag.attributes[tag.count++] = {title, value};
        return isPlainValue(value);
    }

    /// Any tag at this place.
    bool tag(Tag& tag) {
        if (!follows('<')) return false;
        tag.isEnd = m_at < m_bytes.size() && m_bytes[m_at] == '/';
        if (tag.isEnd) ++m_at;
        tag.name = name();
        while (m_at < m_bytes.size() && m_bytes[m_at] == ' ') {
            ++m_at;
            if (m_at < m_bytes.size() && isNameStart(m_bytes[m_at])
                && (tag.isEnd || !attribute(tag)))
                return false;
        }
        if (m_at < m_bytes.size() && m_bytes[m_at] == '/' && !tag.isEnd) {
            tag.isEmpty = true;
            ++m_at;
        }
        return follows('>') && !tag.name.empty();
    }

    /// Text up to the next tag, its references replaced.
    bool text(RawRow& row, std::string_view& out) {
        const std::size_t end = m_bytes.find('<', m_at);
        if (end == std::string_view::npos) {
            m_isShort = true;
            return false;
        }
        out = m_bytes.substr(m_at, end - m_at);
        m_at = end;
        if (out.find('>') != std::string_view::npos) return false; // ]]> is forbidden
        if (out.find('&') == std::string_view::npos) return true;
        const std::size_t from = row.decoded.size();
        // A view into what grows would dangle: room for the whole row is made beforehand.
        if (row.decoded.capacity() - from < out.size()) return false;
        if (!appendDecoded(row.decoded, out)) return false;
        out = std::string_view(row.decoded).substr(from);
        return true;
    }

    bool ends(std::string_view name) {
        Tag close;
        return tag(close) && close.isEnd && close.name == name;
    }

    bool cell(const Tag& open, RawRow& row) {
        RawCell cell{open.value("r"), open.value("t"), open.value("s"), RawCell::Child::None, {}};
        while (!open.isEmpty) {
            skipBlank();
            Tag child;
            if (!tag(child)) return false;
            if (child.isEnd) {
                if (child.name != "c") return false;
                break;
            }
            if (!childOf(child, row, cell)) return false;
        }
        row.cells.push_back(cell);
        return true;
    }

    bool childOf(const Tag& child, RawRow& row, RawCell& cell) {
        if (child.name == "f") {
            std::string_view ignored;
            return child.isEmpty || (text(row, ignored) && ends("f"));
        }
        if (cell.child != RawCell::Child::None) return false; // which of two counts, expat says
        if (child.name == "v") {
            cell.child = RawCell::Child::Value;
            return child.isEmpty || (text(row, cell.text) && ends("v"));
        }
        if (child.name != "is") return false;
        cell.child = RawCell::Child::Inline;
        return child.isEmpty || inlineText(row, cell);
    }

    /// Exactly one <t>; runs with formats of their own and readings are left to expat.
    bool inlineText(RawRow& row, RawCell& cell) {
        Tag open;
        if (!tag(open) || open.isEnd || open.name != "t") return false;
        if (!open.isEmpty && (!text(row, cell.text) || !ends("t"))) return false;
        if (open.localValue("space") != "preserve") cell.text = trimmed(cell.text);
        return ends("is");
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_isShort = false;
};

} // namespace

RowScan scanRow(std::string_view& bytes, RawRow& row) {
    row.cells.clear();
    row.decoded.clear();
    const std::size_t end = bytes.find("</row>");
    if (end != std::string_view::npos && bytes.substr(0, end).find('&') != std::string_view::npos)
        row.decoded.reserve(end);
    Scanner scanner(bytes);
    const RowScan scan = scanner.row(row);
    if (scan != RowScan::Whole) return scan;
    if (!isPlain(bytes.substr(0, scanner.at()))) return RowScan::Unusual;
    bytes.remove_prefix(scanner.at());
    return RowScan::Whole;
}

} // namespace baolei
