#include "core/names/surnames.h"

#include "core/base/data_files.h"
#include "core/names/name_text.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

struct Surnames {
    QSet<QString> twoCharacters;
    QHash<QString, QList<QList<Reading>>> readings;
};

/// "yu4 chi2" as two syllables.
QList<Reading> syllables(const QString& text) {
    QList<Reading> out;
    for (const QString& part : text.split(u' ', Qt::SkipEmptyParts))
        out.append({part.chopped(1), part.back().digitValue()});
    return out;
}

Surnames load() {
    Surnames out;
    const Result<QByteArray> file = readDataFile(u"people/surnames.json"_s);
    if (!file) return out;
    const QJsonObject root = QJsonDocument::fromJson(*file).object();
    for (const auto& surname : root["twoCharacters"_L1].toArray())
        out.twoCharacters.insert(surname.toString());
    const QJsonObject readings = root["readings"_L1].toObject();
    for (auto it = readings.begin(); it != readings.end(); ++it)
        for (const auto& reading : it.value().toArray())
            out.readings[it.key()].append(syllables(reading.toString()));
    return out;
}

const Surnames& surnames() {
    static const Surnames loaded = load();
    return loaded;
}

} // namespace

SplitName splitName(QStringView cleanedName) {
    if (!isHanName(cleanedName) || cleanedName.contains(u'·')) return {{}, cleanedName.toString()};
    // A name of two characters has a surname of one: 乐正 alone is 乐 and 正.
    if (cleanedName.size() > 2
        && surnames().twoCharacters.contains(cleanedName.first(2).toString()))
        return {cleanedName.first(2).toString(), cleanedName.sliced(2).toString()};
    const qsizetype one = cleanedName.front().isHighSurrogate() ? 2 : 1;
    return {cleanedName.first(one).toString(), cleanedName.sliced(one).toString()};
}

QList<QList<Reading>> surnameReadings(QStringView surname) {
    return surnames().readings.value(surname.toString());
}

} // namespace baolei
