#include "app/cli/json_list.h"

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
void addText(QString& record, const QString& text) {
    record += u'"';
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') record += u'\\';
        if (c.unicode() < 0x20)
            record += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            record += c;
    }
    record += u'"';
}
}

void JsonList::addKey(const char* key) {
    m_record += m_record.isEmpty() ? u'{' : u',';
    m_record += u'"' + QLatin1StringView(key) + u"\":"_s;
}

void JsonList::addNumber(const char* key, const QString& digits) {
    addKey(key);
    m_record += digits;
}

void JsonList::add(const char* key, const Value& value) {
    addKey(key);
    if (const auto* number = std::get_if<qint64>(&value))
        m_record += QString::number(*number);
    else
        addText(m_record, textIn(value));
}

void JsonList::endRecord() {
    m_out << (m_isBegun ? ",\n" : "[\n") << m_record << '}';
    m_record.resize(0); // keeps its room
    m_isBegun = true;
}

void JsonList::close() {
    m_out << (m_isBegun ? "\n]\n" : "[]\n");
}

} // namespace baolei::cli
