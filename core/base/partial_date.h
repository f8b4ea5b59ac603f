#pragma once
// A day as files know it: often only the year and month are on record. Nothing is guessed: what is
// not known stays unknown. Stored and compared as text: 2001, 2001-07 or 2001-07-09.

#include <QDate>
#include <QString>

namespace baolei {

class PartialDate {
public:
    PartialDate() = default;
    explicit PartialDate(QDate day);
    PartialDate(int year, int month, int day = 0); ///< not a possible date: null
    static PartialDate ofYear(int year);
    /// Reads the stored form only (2001, 2001-07, 2001-07-09); anything else gives a null date.
    static PartialDate fromText(QStringView text);

    bool isNull() const { return m_text.isEmpty(); }
    bool isFull() const { return m_text.size() == 10; }
    int year() const;
    int month() const; ///< 0: not known
    int day() const; ///< 0: not known
    QDate earliest() const; ///< the first day that it can mean
    QDate latest() const; ///< the last day that it can mean
    const QString& text() const { return m_text; }
    QString chinese() const; ///< 2001年7月9日, 2001年7月, 2001年

    auto operator<=>(const PartialDate& other) const { return m_text.compare(other.m_text) <=> 0; }
    bool operator==(const PartialDate&) const = default;

private:
    QString m_text;
};

/// 2026年11月20日
QString chineseDate(QDate day);

} // namespace baolei
