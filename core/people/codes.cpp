#include "core/people/codes.h"

#include "core/base/data_files.h"
#include "core/people/cell_text.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

/// One table, ready to be asked.
struct Lookup {
    QHash<QString, QString> codeByWord; ///< names and aliases, as `word` writes them
    QHash<QString, QString> nameByCode;
    QHash<QString, qsizetype> placeByCode;
    qsizetype digits = 0; ///< places of the codes if all have the same number, else 0
    QStringList qualifiers; ///< words in front of a name that leave its code as it is
};

struct Tables {
    QList<CodeTable> tables;
    QHash<QString, Lookup> lookups;
};

/// Words are compared without spaces and punctuation: 省（区、市）委 is 省(区,市)委.
QString word(QStringView text) {
    QString out;
    for (const QChar c : compactCell(text))
        if (c.isLetterOrNumber() || c.isSurrogate()) out += c.toUpper();
    return out;
}

CodeTable readTable(const QJsonObject& json) {
    CodeTable table{json["id"_L1].toString(),
                    json["title"_L1].toString(),
                    json["source"_L1].toString(),
                    {},
                    {}};
    for (const auto& qualifier : json["qualifiers"_L1].toArray())
        table.qualifiers.append(qualifier.toString());
    for (const auto& line : json["codes"_L1].toArray()) {
        QStringList parts;
        for (const auto& part : line.toArray())
            parts.append(part.toString());
        if (parts.size() >= 2) table.codes.append({parts[0], parts[1], parts.mid(2)});
    }
    return table;
}

Lookup lookupFor(const CodeTable& table) {
    Lookup lookup;
    lookup.qualifiers = table.qualifiers;
    lookup.digits = table.codes.isEmpty() ? 0 : table.codes.first().code.size();
    for (const Code& code : table.codes) {
        lookup.nameByCode.insert(code.code, code.name);
        lookup.placeByCode.insert(code.code, lookup.placeByCode.size());
        lookup.codeByWord.insert(word(code.name), code.code);
        for (const QString& alias : code.aliases)
            lookup.codeByWord.insert(word(alias), code.code);
        if (code.code.size() != lookup.digits) lookup.digits = 0;
    }
    return lookup;
}

const Tables& loaded() {
    static const Tables all = [] {
        Tables out;
        const Result<QByteArray> file = readDataFile(u"people/codes.json"_s);
        if (!file) return out;
        for (const auto& table : QJsonDocument::fromJson(*file).object()["tables"_L1].toArray()) {
            out.tables.append(readTable(table.toObject()));
            out.lookups.insert(out.tables.back().id, lookupFor(out.tables.back()));
        }
        return out;
    }();
    return all;
}

/// A spreadsheet makes the number 1 of 01.
QString padded(const QString& code, qsizetype digits) {
    return code.rightJustified(digits, u'0');
}

/// 大专(函授) without its bracket, 在职本科 without the word in front.
std::optional<QString> codeWithoutRemark(const Lookup& lookup, const QString& plain) {
    static const QRegularExpression remark(u"[(\\[【〔].*$"_s);
    QString text = word(QString(plain).remove(remark));
    const auto known = [&] {
        const auto code = lookup.codeByWord.constFind(text);
        return code == lookup.codeByWord.constEnd() ? std::nullopt : std::optional(*code);
    };
    if (const auto code = known()) return code;
    for (const QString& qualifier : lookup.qualifiers) {
        if (!text.startsWith(qualifier) || text.size() == qualifier.size()) continue;
        text.remove(0, qualifier.size());
        return known();
    }
    return std::nullopt;
}

} // namespace

const QList<CodeTable>& codeTables() {
    return loaded().tables;
}

QList<Code> codesOf(QStringView table) {
    for (const CodeTable& each : loaded().tables)
        if (each.id == table) return each.codes;
    return {};
}

std::optional<QString> codeFor(QStringView table, QStringView text) {
    static const QRegularExpression codeAndName(u"^([0-9]+[a-z]?)[^0-9a-z]+.*$"_s);
    const auto lookup = loaded().lookups.constFind(table.toString());
    const QString plain = compactCell(text);
    if (lookup == loaded().lookups.constEnd() || plain.isEmpty()) return std::nullopt;
    if (const auto code = lookup->codeByWord.constFind(word(plain));
        code != lookup->codeByWord.constEnd())
        return *code;
    if (lookup->nameByCode.contains(plain)) return plain;
    if (const QString code = padded(plain, lookup->digits); lookup->nameByCode.contains(code))
        return code;
    if (const auto both = codeAndName.match(plain); both.hasMatch()) {
        const QString code = both.captured(1);
        const auto named = lookup->codeByWord.constFind(word(plain.mid(code.size())));
        // Code and name must agree, or one of them is wrong.
        if (named != lookup->codeByWord.constEnd()
            && (*named == code || *named == padded(code, lookup->digits)))
            return *named;
    }
    return codeWithoutRemark(*lookup, plain);
}

QString nameOf(QStringView table, QStringView code) {
    const auto lookup = loaded().lookups.constFind(table.toString());
    if (lookup == loaded().lookups.constEnd()) return code.toString();
    return lookup->nameByCode.value(code.toString(), code.toString());
}

qsizetype placeOf(QStringView table, QStringView code) {
    const auto lookup = loaded().lookups.constFind(table.toString());
    if (lookup == loaded().lookups.constEnd()) return -1;
    return lookup->placeByCode.value(code.toString(), -1);
}

} // namespace baolei
