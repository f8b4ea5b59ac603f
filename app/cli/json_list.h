#pragma once
// A JSON array of records that is written while they are read: one record a line, so that neither
// the writer nor the reader of a long list has to hold it.

#include "core/store/value.h"

#include <QTextStream>

namespace baolei::cli {

class JsonList {
public:
    explicit JsonList(QTextStream& out)
        : m_out(out) { }

    /// One field of the record that is being written; keys are ASCII.
    void add(const char* key, const Value& value);
    /// A number that is no whole one, as it is written: 31.5.
    void addNumber(const char* key, const QString& digits);
    void endRecord();
    /// Writes what is left of the array; also of an empty one.
    void close();

private:
    void addKey(const char* key);

    QTextStream& m_out;
    QString m_record;
    bool m_isBegun = false;
};

} // namespace baolei::cli
