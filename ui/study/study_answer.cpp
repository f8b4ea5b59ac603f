#include "ui/study/study_answer.h"

namespace baolei {

namespace {
Result<StudyTerms> termsIn(const Reader& reader, QDate day) {
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    return studyTerms(*rules, day);
}

void add(StudyAnswer& answer, const Organisation& branch, StudyOf&& study) {
    const StudyBranchLine line{branch.id,
                               branch.shortName,
                               int(study.people.size()),
                               study.count(StudyState::Reached),
                               study.count(StudyState::Short),
                               study.count(StudyState::Exempt),
                               study.sum()};
    answer.reached += line.reached;
    answer.lacking += line.lacking;
    answer.exempt += line.exempt;
    answer.branches.append(line);
    for (PersonStudy& person : study.people) {
        if (answer.people.size() >= kMostStudyPeople) return;
        person.marks.clear();
        answer.people.append({std::move(person), branch.shortName});
    }
}

Result<QString> shortNameOf(const Reader& reader, Id<Organisation> id) {
    QString name;
    // Also of one that was removed since: an old record still names it.
    const auto done = reader.each("SELECT short_name FROM organisation WHERE id = :id",
                                  {{":id", id}}, [&](const Row& row) { name = row.text(0); });
    if (!done) return fail(done.error());
    return name;
}
}

StudyHours StudyBranchLine::average() const {
    return people == 0 ? StudyHours{} : StudyHours{(sum.tenths + people / 2) / people};
}

Result<StudyAnswer> readStudyPage(const Reader& reader, const StudyQuestion& question,
                                  const std::function<bool(qint64 done, qint64 total)>& goOn) {
    const auto terms = termsIn(reader, question.year.asOf());
    if (!terms) return fail(terms.error());
    const auto pass = StudyPass::over(reader, *terms, question.scope, question.year);
    if (!pass) return fail(pass.error());
    StudyAnswer answer;
    answer.members = terms->members;
    answer.seats = terms->seats;
    answer.conversion = terms->conversion.source.text();
    const qsizetype total = pass->branches().size();
    bool isStopped = false;
    const auto done = forEachStudy(reader, *pass, [&](const Organisation& branch, StudyOf&& study) {
        add(answer, branch, std::move(study));
        isStopped = !goOn(answer.branches.size(), total);
        return !isStopped;
    });
    if (!done) return fail(done.error());
    if (isStopped) return fail(Progress::stopped());
    return answer;
}

Result<PersonYear> readPersonYear(const Reader& reader, Id<Person> person, const StudyYear& year) {
    const auto terms = termsIn(reader, year.asOf());
    if (!terms) return fail(terms.error());
    auto study = studyOfPerson(reader, *terms, person, year);
    if (!study) return fail(study.error());
    PersonYear own{std::move(*study), {}, {}, {}};
    for (const ActivityKind& kind : terms->kinds)
        own.kinds.insert(kind.id, kind.name);
    const auto branch = shortNameOf(reader, own.study.branch);
    if (!branch) return fail(branch.error());
    own.branch = *branch;
    for (const StudyActivity& activity : std::as_const(own.study.activities)) {
        if (own.holders.contains(activity.holder)) continue;
        const auto name = shortNameOf(reader, activity.holder);
        if (!name) return fail(name.error());
        own.holders.insert(activity.holder, *name);
    }
    return own;
}

} // namespace baolei
