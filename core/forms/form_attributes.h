#pragma once
// Typed reading of one element's attributes; the first mistake becomes the reader's error, with
// the line it stands on. Inside core/forms only.

#include <QSet>
#include <QXmlStreamReader>
#include <utility>

namespace baolei {

/// Makes `reason` the reader's error unless it already has one.
void complain(QXmlStreamReader& xml, const QString& reason);

class FormAttributes {
public:
    explicit FormAttributes(QXmlStreamReader& xml);
    /// Complains about attributes that nobody asked for.
    void refuseOthers();

    bool has(const QString& name) const { return m_all.hasAttribute(name); }
    QString text(const QString& name, const QString& otherwise = {});
    qreal number(const QString& name, qreal otherwise, qreal least = 0, qreal most = 2000);
    int count(const QString& name, int otherwise, int least = 1, int most = 1000);
    bool yes(const QString& name, bool otherwise);
    QStringList list(const QString& name);
    QList<qreal> numbers(const QString& name);
    template <typename T>
    T choice(const QString& name, T otherwise, const QList<std::pair<QString, T>>& choices) {
        if (!has(name)) return otherwise;
        const QString given = text(name);
        QStringList names;
        for (const auto& [word, value] : choices) {
            if (given == word) return value;
            names.append(word);
        }
        refuse(name, given, names.join(u'|'));
        return otherwise;
    }

private:
    void refuse(const QString& name, const QString& given, const QString& allowed);

    QXmlStreamReader& m_xml;
    QString m_element;
    QXmlStreamAttributes m_all;
    QSet<QString> m_known;
};

} // namespace baolei
