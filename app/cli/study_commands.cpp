#include "app/cli/command.h"
#include "app/cli/json_list.h"
#include "core/activities/study.h"

#include <QCoreApplication>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString stateWord(StudyState state) {
    switch (state) {
    case StudyState::Reached:
        return u"reached"_s;
    case StudyState::Short:
        return u"short"_s;
    case StudyState::Exempt:
        break;
    }
    return u"exempt"_s;
}

QString stateText(const PersonStudy& person) {
    switch (person.state()) {
    case StudyState::Reached:
        return Text::tr("达标");
    case StudyState::Short:
        return Text::tr("还差 %1").arg(person.lacking().text());
    case StudyState::Exempt:
        break;
    }
    return Text::tr("免作要求");
}

StudyHours averageOf(const StudyOf& study) {
    const int people = int(study.people.size());
    return people == 0 ? StudyHours{} : StudyHours{(study.sum().tenths + people / 2) / people};
}

/// One branch after another, as people or as one line each.
class HoursPrinter {
public:
    HoursPrinter(const Call& call, bool isByPerson)
        : m_call(call)
        , m_isByPerson(isByPerson)
        , m_isJson(call.has("json"))
        , m_json(call.out) { }

    void print(const Organisation& branch, const StudyOf& study) {
        m_people += study.people.size();
        m_short += study.count(StudyState::Short);
        if (!m_isByPerson) {
            m_isJson ? branchJson(branch, study) : branchLine(branch, study);
            return;
        }
        for (const PersonStudy& person : study.people)
            m_isJson ? personJson(branch, person) : personLine(branch, person);
    }
    void close(const StudyTerms& terms) {
        if (m_isJson) return m_json.close();
        m_call.out << Text::tr("共 %1 人，还没有达标 %2 人").arg(m_people).arg(m_short) << "\n"
                   << Text::tr("目标：党员 %1 学时〔%2〕；书记和班子成员 %3 学时〔%4〕")
                          .arg(terms.members.hours.text(), terms.members.source,
                               terms.seats.hours.text(), terms.seats.source)
                   << "\n"
                   << Text::tr("折算：%1").arg(terms.conversion.source.text()) << "\n";
    }

private:
    void personLine(const Organisation& branch, const PersonStudy& person) {
        m_call.out << branch.shortName << "  " << person.name << "  "
                   << Text::tr("%1/%2 学时").arg(person.hours.text(), person.target.text()) << "  "
                   << stateText(person) << "  "
                   << Text::tr("应到 %1 次，实到 %2，补学 %3，未到 %4")
                          .arg(person.due)
                          .arg(person.present)
                          .arg(person.madeUp)
                          .arg(person.missed)
                   << "\n";
    }
    void personJson(const Organisation& branch, const PersonStudy& person) {
        m_json.add("branch", branch.shortName);
        m_json.add("name", person.name);
        m_json.addNumber("hours", person.hours.text());
        m_json.addNumber("target", person.target.text());
        m_json.addNumber("lacking", person.lacking().text());
        m_json.add("state", stateWord(person.state()));
        m_json.add("due", qint64(person.due));
        m_json.add("present", qint64(person.present));
        m_json.add("madeUp", qint64(person.madeUp));
        m_json.add("missed", qint64(person.missed));
        m_json.endRecord();
    }
    void branchLine(const Organisation& branch, const StudyOf& study) {
        m_call.out << branch.shortName << "  "
                   << Text::tr("党员 %1 人，达标 %2，还差 %3，免作要求 %4，人均 %5 学时")
                          .arg(study.people.size())
                          .arg(study.count(StudyState::Reached))
                          .arg(study.count(StudyState::Short))
                          .arg(study.count(StudyState::Exempt))
                          .arg(averageOf(study).text())
                   << "\n";
    }
    void branchJson(const Organisation& branch, const StudyOf& study) {
        m_json.add("branch", branch.shortName);
        m_json.add("members", qint64(study.people.size()));
        m_json.add("reached", qint64(study.count(StudyState::Reached)));
        m_json.add("short", qint64(study.count(StudyState::Short)));
        m_json.add("exempt", qint64(study.count(StudyState::Exempt)));
        m_json.addNumber("hours", study.sum().text());
        m_json.addNumber("average", averageOf(study).text());
        m_json.endRecord();
    }

    const Call& m_call;
    bool m_isByPerson;
    bool m_isJson;
    JsonList m_json;
    qsizetype m_people = 0;
    int m_short = 0;
};

Result<int> yearOf(const Call& call) {
    const QString said = call.option("period", QString::number(call.clock.today().year()));
    const auto period = Period::parse(said);
    if (!period) return fail(period.error());
    if (period->unit != Period::Unit::Year)
        return fail(ErrorCode::Usage, Text::tr("学时按年统计"), Text::tr("请写成 --period 2026"));
    return period->year;
}

Result<void> hours(const Call& call) {
    const auto year = yearOf(call);
    if (!year) return fail(year.error());
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto scope = scopeOf(call, *reader);
    if (!scope) return fail(scope.error());
    const auto rules = townRules(*reader);
    if (!rules) return fail(rules.error());
    const StudyYear asked{*year, call.clock.today()};
    const auto terms = studyTerms(*rules, asked.asOf());
    if (!terms) return fail(terms.error());
    const auto pass = StudyPass::over(*reader, *terms, *scope, asked);
    if (!pass) return fail(pass.error());
    HoursPrinter printer(call, call.has("people") || pass->branches().size() == 1);
    const auto done
        = forEachStudy(*reader, *pass, [&](const Organisation& branch, StudyOf&& study) {
              printer.print(branch, study);
              return true;
          });
    if (done) printer.close(*terms);
    return done;
}
}

QList<Command> studyCommands() {
    return {
        {"hours",
         {u"STORE"_s},
         QT_TRANSLATE_NOOP("Cli", "一年的学时：每个支部一行；只看一个支部时每人一行"),
         {{"period", "2026", QT_TRANSLATE_NOOP("Cli", "哪一年，默认今年")},
          {"org", "NAME", QT_TRANSLATE_NOOP("Cli", "只看这个党组织及其下级")},
          {"people", nullptr, QT_TRANSLATE_NOOP("Cli", "每人一行")},
          {"json", nullptr, QT_TRANSLATE_NOOP("Cli", "按 JSON 输出")}},
         hours},
    };
}

} // namespace baolei::cli
