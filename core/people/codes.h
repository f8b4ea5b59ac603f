#pragma once
// Code tables (resources/people/codes.json): national and Party codes for what files say in words.
// The store keeps the code; screen and paper show the name.

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace baolei {

struct Code {
    QString code;
    QString name;
    QStringList aliases; ///< other ways to write the name
};

struct CodeTable {
    QString id; ///< such as "education"
    QString title;
    QString source;
    QList<Code> codes; ///< in the order in which a list offers them
    QStringList qualifiers; ///< words in front of a name that leave its code as it is
};

/// All tables; none if the file cannot be read (a test sees to it that the shipped one can).
const QList<CodeTable>& codeTables();

/// The codes of one table; none for a table that does not exist.
QList<Code> codesOf(QStringView table);

/// The code for a code, a name or an alias: 01, 1, 汉, 汉族, 01汉族 all give 01.
std::optional<QString> codeFor(QStringView table, QStringView text);

/// The name of a code; the code itself where the table does not have it, so that nothing is hidden.
QString nameOf(QStringView table, QStringView code);

/// The place of a code in its table, from 0; -1 for one that the table does not have.
qsizetype placeOf(QStringView table, QStringView code);

} // namespace baolei
