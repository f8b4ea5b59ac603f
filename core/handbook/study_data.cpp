#include "core/handbook/page_data.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

constexpr int kMonths = 12;

// On paper nothing stands where there is nothing.
QVariant hoursValue(StudyHours hours) {
    return hours == StudyHours{} ? QVariant() : QVariant(hours.text());
}

QString targetText(const PersonStudy& person) {
    return person.state() == StudyState::Exempt ? Text::tr("不作要求")
                                                : Text::tr("%1 学时").arg(person.target.text());
}

QString stateText(const PersonStudy& person) {
    switch (person.state()) {
    case StudyState::Reached:
        return Text::tr("达标");
    case StudyState::Short:
        return Text::tr("差 %1").arg(person.lacking().text());
    case StudyState::Exempt:
        break;
    }
    return Text::tr("免");
}

// Of a member who is still there; the roster on the page knows it.
QString postOf(const FormData& base, const PersonStudy& person) {
    const QString record = u"person/"_s + person.id.value.toText();
    for (const FormData& row : base.lists.value(u"members"_s))
        if (row.record == record) return row.values.value(u"post"_s).toString();
    return {};
}

Result<void> nameHolders(const Reader& reader, StudyPages& pages) {
    for (const StudyActivity& activity : std::as_const(pages.study.activities)) {
        if (pages.holders.contains(activity.holder)) continue;
        const auto done = reader.each(
            "SELECT short_name FROM organisation WHERE id = :id", {{":id", activity.holder}},
            [&](const Row& row) { pages.holders.insert(activity.holder, row.text(0)); });
        if (!done) return done;
    }
    return {};
}

using Read = std::function<Result<StudyOf>(const StudyTerms&, const StudyYear&)>;

Result<StudyPages> read(const Reader& reader, const PrintSubject& subject, const Read& study) {
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    const StudyYear year = studyYearOf(subject);
    auto terms = studyTerms(*rules, year.asOf());
    if (!terms) return fail(terms.error());
    auto found = study(*terms, year);
    if (!found) return fail(found.error());
    StudyPages pages{std::move(*found), std::move(terms->kinds), {}};
    if (const auto done = nameHolders(reader, pages); !done) return fail(done.error());
    return pages;
}

// 党课, or 党课（9月20日补学）
QString formText(const StudyPages& pages, const StudyActivity& activity, const StudyMark& mark) {
    const ActivityKind* kind = kindWithId(pages.kinds, activity.kind);
    const QString name = kind ? kind->name : activity.kind;
    if (mark.mark != Mark::MadeUp) return name;
    if (!mark.madeUpOn.isValid()) return Text::tr("%1（补学）").arg(name);
    return Text::tr("%1（%2月%3日补学）")
        .arg(name)
        .arg(mark.madeUpOn.month())
        .arg(mark.madeUpOn.day());
}
}

StudyYear studyYearOf(const PrintSubject& subject) {
    const bool isWhole = subject.period.unit == Period::Unit::Year;
    return {subject.period.year, isWhole ? subject.printedOn : subject.asOf()};
}

Result<StudyPages> studyPages(const Reader& reader, const PrintSubject& subject) {
    return read(reader, subject, [&](const StudyTerms& terms, const StudyYear& year) {
        return studyOfBranch(reader, terms, subject.branch.id, year);
    });
}

Result<StudyPages> studyPages(const Reader& reader, const PrintSubject& subject,
                              Id<Person> person) {
    return read(reader, subject, [&](const StudyTerms& terms, const StudyYear& year) {
        return studyOfPerson(reader, terms, person, year);
    });
}

void addHours(FormData& data, const StudyPages& pages) {
    QList<FormData> months;
    for (int month = 1; month <= kMonths; ++month) {
        FormData column;
        column.values.insert(u"title"_s, Text::tr("%1月").arg(month));
        months.append(column);
    }
    QList<FormData> rows;
    for (const PersonStudy& person : pages.study.people) {
        FormData row;
        row.record = u"person/"_s + person.id.value.toText();
        row.values = {
            {u"name"_s, person.name},
            {u"post"_s, postOf(data, person)},
            {u"total"_s, person.hours.text()},
            {u"target"_s, person.state() == StudyState::Exempt ? QString() : person.target.text()},
            {u"state"_s, stateText(person)}};
        QList<FormData> cells;
        for (const StudyHours& hours : person.months) {
            FormData cell;
            cell.values.insert(u"hours"_s, hoursValue(hours));
            cells.append(cell);
        }
        row.lists.insert(u"months"_s, cells);
        rows.append(row);
    }
    data.lists.insert(u"months"_s, months);
    data.lists.insert(u"hours"_s, rows);
}

FormData memberData(const FormData& base, const StudyPages& pages, const PersonStudy& person) {
    FormData data = base;
    data.record = u"person/"_s + person.id.value.toText();
    data.values.insert({{u"person.name"_s, person.name},
                        {u"person.post"_s, postOf(base, person)},
                        {u"person.due"_s, person.due},
                        {u"person.present"_s, person.present},
                        {u"person.madeUp"_s, person.madeUp},
                        {u"person.hours"_s, person.hours.text()},
                        {u"person.target"_s, targetText(person)},
                        {u"person.state"_s, stateText(person)}});
    QList<FormData> rows;
    StudyHours sum;
    for (const StudyMark& mark : person.marks) {
        if (mark.hours == StudyHours{}) continue;
        const StudyActivity& activity = pages.study.activities.at(mark.activity);
        sum += mark.hours;
        FormData row;
        row.record = u"activity/"_s + activity.id.value.toText();
        row.values = {{u"date"_s, activity.from.date()},
                      {u"title"_s, activity.title},
                      {u"form"_s, formText(pages, activity, mark)},
                      {u"holder"_s, pages.holders.value(activity.holder)},
                      {u"hours"_s, mark.hours.text()},
                      {u"sum"_s, sum.text()}};
        rows.append(row);
    }
    data.lists.insert(u"study"_s, rows);
    return data;
}

} // namespace baolei
