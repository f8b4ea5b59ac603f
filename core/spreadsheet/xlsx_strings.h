#pragma once
// Texts of an .xlsx: plain, in runs with formats of their own, with readings beside them.
// Internal to core/spreadsheet.

#include "core/spreadsheet/xml_parser.h"

#include <vector>

namespace baolei {

/// The text of file bytes: _x000D_ and its like decoded, all line ends as \n.
QString xlsxText(std::string_view utf8);

/// Follows the elements inside a string item and gathers its <t>, leaving out the reading aids.
class StringItem {
public:
    void begin(XmlSink& sink) {
        sink.gathered.clear();
        m_inReading = false;
    }
    void start(XmlSink& sink, std::string_view name, XmlAttributes attributes);
    void end(XmlSink& sink, std::string_view name);

private:
    bool m_inReading = false;
    bool m_preserve = false;
    std::size_t m_from = 0;
};

/// The table of shared strings; each is copied into cells without copying its characters.
Result<std::vector<QString>> readSharedStrings(const ZipPackage& package, const QString& part);

} // namespace baolei
