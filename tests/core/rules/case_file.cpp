#include "tests/core/rules/case_file.h"

#include "core/base/data_files.h"
#include "core/rules/rule_loader.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTime>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
std::optional<qint64> numberOf(const QString& text, FactType type) {
    if (type == FactType::Flag && text == u"是") return 1;
    if (type == FactType::Flag && text == u"否") return 0;
    if (type == FactType::Day) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        return day.isValid() ? std::optional(day.toJulianDay()) : std::nullopt;
    }
    if (type == FactType::Time) {
        const QTime time = QTime::fromString(text, u"HH:mm"_s);
        return time.isValid() ? std::optional<qint64>(time.msecsSinceStartOfDay() / 60'000)
                              : std::nullopt;
    }
    bool good = false;
    const qint64 number = text.toLongLong(&good);
    return good && type == FactType::Number ? std::optional(number) : std::nullopt;
}

class CaseReader {
public:
    CaseReader(const QString& path, const RuleBook& book)
        : m_book(book)
        , m_name(QFileInfo(path).fileName())
        , m_kinds(kindIds()) { }

    QList<RuleCase> read(const QString& text) {
        for (const QString& line : text.split(u'\n')) {
            ++m_line;
            if (line.trimmed().isEmpty() || line.startsWith(u'#')) continue;
            const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
            EXPECT_TRUE(take(words.first(), words.mid(1)))
                << where().toStdString() << ": " << line.toStdString();
        }
        return m_cases;
    }

private:
    QString where() const { return m_name + u':' + QString::number(m_line); }

    template <typename Row>
    bool set(Row& row, int firstFact, const QString& pair, const QHash<QString, int>& also = {},
             int* alsoValue = nullptr) {
        const QString name = pair.section(u'=', 0, 0);
        const QString value = pair.section(u'=', 1);
        if (also.contains(name) && alsoValue) {
            *alsoValue = value.toInt() - 1;
            return *alsoValue >= 0;
        }
        for (size_t i = 0; i < Row::kSize; ++i) {
            const FactName& fact = factNames().at(firstFact + static_cast<int>(i));
            if (fact.title != name) continue;
            const auto number = numberOf(value, fact.type);
            if (number) row.values[i] = *number;
            return number.has_value();
        }
        return false;
    }

    template <typename Row> void clearFlags(Row& row, int firstFact) {
        for (size_t i = 0; i < Row::kSize; ++i) {
            if (factNames().at(firstFact + static_cast<int>(i)).type == FactType::Flag)
                row.values[i] = 0;
        }
    }

    bool begin(const QStringList& words) {
        if (words.size() < 3) return false;
        RuleCase one;
        one.where = where();
        one.rule = words.at(0);
        one.sort = words.at(1);
        one.title = words.mid(2).join(u' ');
        one.basis = m_basis;
        one.facts.name = u"示范村党支部"_s;
        one.facts.id = newUuid(1'800'000'000'000);
        clearFlags(one.facts.row, 0);
        one.facts.row[OrganisationFact::IsBranch] = 1;
        m_cases.append(one);
        return QStringList{u"合格"_s, u"不合格"_s, u"临界"_s}.contains(one.sort);
    }

    bool activity(const QStringList& words) {
        if (words.size() < 2) return false;
        ActivityFacts held;
        held.id = newUuid(1'800'000'000'000);
        for (const QString& kind : words.first().split(u'+')) {
            if (!m_kinds.contains(kind)) return false;
            held.kinds |= m_book.kindBit(m_kinds.value(kind));
        }
        held.row[ActivityFact::Final] = 1;
        held.row[ActivityFact::Date] = dayNumber(QDate::fromString(words.at(1), Qt::ISODate));
        for (const QString& pair : words.mid(2)) {
            if (!set(held.row, kOrganisationFacts, pair, {{u"小组"_s, 0}}, &held.group))
                return false;
        }
        m_cases.last().facts.activities.append(held);
        return held.row[ActivityFact::Date] != kUnknown;
    }

    bool vote(const QStringList& words) {
        if (m_cases.last().facts.activities.isEmpty()) return false;
        VoteRow row;
        clearFlags(row, kOrganisationFacts + kActivityFacts);
        for (const QString& pair : words) {
            if (!set(row, kOrganisationFacts + kActivityFacts, pair)) return false;
        }
        m_cases.last().facts.activities.last().votes.append(row);
        return true;
    }

    bool setting(const QStringList& words) {
        RuleOverride change;
        change.rule = m_cases.last().rule;
        const QHash<QString, Period::Unit> units{{u"月"_s, Period::Unit::Month},
                                                 {u"季"_s, Period::Unit::Quarter},
                                                 {u"年"_s, Period::Unit::Year}};
        for (const QString& pair : words) {
            const QString value = pair.section(u'=', 1);
            if (pair.startsWith(u"周期="))
                change.per = units.value(value);
            else
                change.parameters.insert(pair.section(u'=', 0, 0), value.toLongLong());
        }
        m_cases.last().overrides.append(change);
        return true;
    }

    bool expect(const QStringList& words) {
        if (words.isEmpty()) return false;
        m_cases.last().hasExpectation = true;
        if (words.first() == u"无") return true;
        const QStringList standings{u"违规"_s, u"缺"_s, u"待办"_s};
        const qsizetype index = standings.indexOf(words.first());
        m_cases.last().expected.append({static_cast<Standing>(index), words.mid(1)});
        return index >= 0;
    }

    bool take(const QString& head, const QStringList& words) {
        if (head == u"例") return begin(words);
        if (head == u"依据") return !(m_basis = words.join(u' ')).isEmpty();
        if (m_cases.isEmpty() || words.isEmpty()) return false;
        RuleCase& one = m_cases.last();
        if (head == u"活动") return activity(words);
        if (head == u"表决") return vote(words);
        if (head == u"应得") return expect(words);
        if (head == u"设") return setting(words);
        const QDate day = QDate::fromString(words.first(), Qt::ISODate);
        if (head == u"今天") return (one.today = day).isValid();
        if (head == u"起") return (one.from = day).isValid();
        if (head == u"小组") {
            one.facts.groups.append({newUuid(1'800'000'000'000), words.first(),
                                     QDate::fromString(words.value(1), Qt::ISODate),
                                     QDate::fromString(words.value(2), Qt::ISODate)});
            return true;
        }
        if (head == u"免" && words.size() == 3) {
            one.facts.exemptions.append({words.at(0), QDate::fromString(words.at(1), Qt::ISODate),
                                         QDate::fromString(words.at(2), Qt::ISODate)});
            return true;
        }
        if (head != u"组织") return false;
        return std::all_of(words.cbegin(), words.cend(),
                           [&](const QString& pair) { return set(one.facts.row, 0, pair); });
    }

    const RuleBook& m_book;
    QString m_name;
    QHash<QString, QString> m_kinds;
    QList<RuleCase> m_cases;
    QString m_basis; ///< of the cases that follow
    int m_line = 0;
};
}

QHash<QString, QString> kindIds() {
    QHash<QString, QString> ids;
    const auto bytes = readDataFile(u"rules/activities.json"_s);
    EXPECT_TRUE(ok(bytes));
    const QJsonArray kinds = QJsonDocument::fromJson(*bytes).object().value(u"kinds"_s).toArray();
    for (const auto& kind : kinds)
        ids.insert(kind[u"name"_s].toString(), kind[u"id"_s].toString());
    return ids;
}

QList<RuleCase> readCases(const QString& path, const RuleBook& book) {
    return CaseReader(path, book).read(QString::fromUtf8(contentOf(path)));
}

QString differenceOf(const RuleCase& one, const QList<Finding>& findings) {
    QStringList told;
    for (const Finding& finding : findings)
        told.append(finding.message + u" （提前%1天提醒）"_s.arg(finding.need));
    if (findings.size() != one.expected.size())
        return u"found %1:\n"_s.arg(findings.size()) + told.join(u'\n');
    for (qsizetype i = 0; i < findings.size(); ++i) {
        if (findings.at(i).standing != one.expected.at(i).standing)
            return u"another standing: "_s + told.at(i);
        for (const QString& word : one.expected.at(i).words)
            if (!told.at(i).contains(word)) return u"lacks "_s + word + u": "_s + told.at(i);
    }
    return {};
}

RuleBook shippedBook() {
    const auto book = loadRules(kindIds().values());
    EXPECT_TRUE(ok(book));
    return book.value_or(RuleBook());
}

QList<RuleCase> shippedCases(const RuleBook& book) {
    QList<RuleCase> cases;
    const QDir dir(testData(u"rules"_s));
    for (const QString& name : dir.entryList({u"*.case"_s}, QDir::Files, QDir::Name))
        cases += readCases(dir.filePath(name), book);
    return cases;
}

Result<QList<Finding>> findingsOf(const RuleCase& one, const RuleBook& shipped) {
    const auto book = withOverrides(shipped, one.overrides);
    if (!book) return fail(book.error());
    const QDate from = one.from.isValid() ? one.from : QDate(one.today.year(), 1, 1);
    QList<Finding> own;
    for (const Finding& finding : evaluate(*book, {from, {one.facts}}, one.today)) {
        if (finding.rule == one.rule) own.append(finding);
    }
    return own;
}

} // namespace baolei
