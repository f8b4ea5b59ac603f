#include "core/activities/study_terms.h"

#include "core/base/data_files.h"
#include "core/rules/rule_loader.h"
#include "core/rules/strict_json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <cmath>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Study)
};

const QString kFile = u"rules/hours.json"_s;
constexpr int kMinutesOfDay = 24 * 60;
constexpr int kMostHours = 1000; // of one activity; more is a slip of the pen

StudyHours hoursIn(JsonFields& fields) {
    return StudyHours::of(fields.number(u"hours"_s, 1, 24));
}

// {"from_minutes": 180, "hours": 4}, of a part of a day.
StudyHours partOfDay(JsonFields& fields, const QString& key, int* from) {
    JsonFields part(fields.object(key));
    const StudyHours hours = hoursIn(part);
    if (from) *from = part.number(u"from_minutes"_s, 1, kMinutesOfDay);
    if (const QString problem = part.problem(); !problem.isEmpty())
        fields.refuse(Text::tr("“%1”：%2").arg(key, problem));
    return hours;
}

// The hours that a field of the kind says; nothing where it is empty or no number.
std::optional<StudyHours> saidIn(const QString& details, const QString& field) {
    if (field.isEmpty() || details.isEmpty()) return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(details.toUtf8()).object();
    bool isNumber = false;
    const double hours = object[field].toString().toDouble(&isNumber);
    if (!isNumber || !(hours >= 0 && hours <= kMostHours)) return std::nullopt;
    return StudyHours{int(std::lround(hours * 10))};
}

StudyHours byClock(int minutes, const StudyConversion& conversion) {
    const int counted = minutes / conversion.stepMinutes * conversion.stepMinutes;
    return qMin(StudyHours{counted * conversion.hour.tenths / 60}, conversion.day);
}

StudyHours byDay(int minutes, const StudyConversion& conversion) {
    if (minutes >= conversion.dayFrom) return conversion.day;
    if (minutes >= conversion.halfDayFrom) return conversion.halfDay;
    return byClock(minutes, conversion);
}

StudyTarget targetIn(const RuleBook& book, const QString& id, QDate day) {
    StudyTarget target;
    for (const Rule& rule : book.rules) {
        if (rule.id != id || !rule.inForceOn(day)) continue;
        for (const RuleParameter& each : rule.parameters)
            if (each.name == u"hours"_s) target.hours = StudyHours::of(int(each.value));
        target.source = rule.sourceText;
    }
    return target;
}
}

QString StudyHours::text() const {
    const QString whole = QString::number(tenths / 10);
    return tenths % 10 == 0 ? whole : whole + u'.' + QString::number(tenths % 10);
}

Result<StudyConversion> parseConversion(const QByteArray& json, const QString& file) {
    const auto top = jsonObjectOf(json, file);
    if (!top) return fail(top.error());
    JsonFields fields(*top);
    fields.textOr(u"about"_s, {});
    StudyConversion conversion;
    for (const QString& name : fields.texts(u"marks"_s)) {
        if (const auto mark = markNamed(name))
            conversion.counts[static_cast<size_t>(*mark)] = true;
        else
            fields.refuse(Text::tr("“marks”里的“%1”看不懂").arg(name));
    }
    if (conversion.counts == std::array<bool, kMarks>{}) fields.refuse(Text::tr("“marks”是空的"));
    conversion.stepMinutes = fields.number(u"step_minutes"_s, 1, 60);
    conversion.hour = partOfDay(fields, u"hour"_s, nullptr);
    conversion.halfDay = partOfDay(fields, u"half_day"_s, &conversion.halfDayFrom);
    conversion.day = partOfDay(fields, u"day"_s, &conversion.dayFrom);
    if (conversion.dayFrom <= conversion.halfDayFrom || conversion.day < conversion.halfDay)
        fields.refuse(Text::tr("一天应当比半天长"));
    QString problem;
    conversion.source = parseSource(fields.value(u"source"_s), problem);
    if (!problem.isEmpty()) fields.refuse(problem);
    problem = fields.problem();
    if (problem.isEmpty()) return conversion;
    return fail(ErrorCode::BadFile, Text::tr("学时折算文件“%1”写错了：%2").arg(file, problem),
                Text::tr("请改正这个文件，或删去自己的副本以恢复原样"));
}

Result<StudyTerms> studyTerms(const TownRules& rules, QDate day) {
    const auto bytes = readDataFile(kFile);
    if (!bytes) return fail(bytes.error());
    auto conversion = parseConversion(*bytes, dataFilePath(kFile));
    if (!conversion) return fail(conversion.error());
    return StudyTerms{rules.kinds, std::move(*conversion), targetIn(rules.book, u"E09"_s, day),
                      targetIn(rules.book, u"E09B"_s, day)};
}

std::optional<StudyHours> worthOf(const ActivityKind& kind, const StudyConversion& conversion,
                                  const QDateTime& from, const QDateTime& to,
                                  const QString& details) {
    const StudyWorth& worth = kind.hours;
    if (!worth.isStudy()) return StudyHours{};
    if (const auto said = saidIn(details, worth.field)) return said;
    if (worth.otherwise == StudyWorth::By::Nothing) return StudyHours{};
    if (!from.isValid() || !to.isValid() || to <= from) return std::nullopt;
    const int days = int(from.date().daysTo(to.date())) + 1;
    const int minutes = int(from.secsTo(to) / 60);
    StudyHours hours{conversion.day.tenths * days};
    if (days == 1)
        hours = worth.otherwise == StudyWorth::By::Day ? byDay(minutes, conversion)
                                                       : byClock(minutes, conversion);
    if (const auto less = saidIn(details, worth.less))
        hours.tenths = qMax(0, hours.tenths - less->tenths);
    return hours;
}

} // namespace baolei
