#pragma once
// Reads one JSON object of a data file and remembers the first thing wrong with it: a missing or
// mistyped key, or a key that nobody asked for. So a misspelt key is an error, not a silent
// default.

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace baolei {

class JsonFields {
public:
    explicit JsonFields(const QJsonValue& value);

    QString text(const QString& key); ///< required, not empty
    QString textOr(const QString& key, const QString& fallback);
    int number(const QString& key, int least, int most); ///< required, whole
    int numberOr(const QString& key, int fallback, int least, int most);
    bool flagOr(const QString& key, bool fallback);
    QStringList texts(const QString& key); ///< optional list of non-empty texts
    QJsonObject object(const QString& key); ///< required
    QJsonArray array(const QString& key); ///< optional
    QJsonValue value(const QString& key); ///< optional, of any type
    bool has(const QString& key) const { return m_object.contains(key); }
    /// The place of the text of `key` in `names`; refused if it is none of them.
    int choice(const QString& key, const QStringList& names);

    void refuse(const QString& reason); ///< keeps the first reason
    /// The first thing wrong, unknown keys included; empty when all is well. Ask last.
    QString problem();

private:
    QJsonValue take(const QString& key);

    QJsonObject m_object;
    QSet<QString> m_asked;
    QString m_problem;
};

/// The top object of a data file, or an error that names the file.
Result<QJsonObject> jsonObjectOf(const QByteArray& bytes, const QString& file);

} // namespace baolei
