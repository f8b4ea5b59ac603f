#include "ui/people/person_lines.h"

#include "core/people/codes.h"
#include "core/people/id_number.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PersonLines)
};

const QByteArray& lineSql() {
    static const QByteArray sql = QByteArray("SELECT ") + kRosterColumns
        + ", b.short_name, g.short_name, p.id_number, p.phone FROM live_person p"
          " LEFT JOIN live_organisation b ON b.id = p.branch_id"
          " LEFT JOIN live_organisation g ON g.id = p.group_id WHERE p.id = :id";
    return sql;
}

PersonLine lineOf(const Row& row) {
    constexpr int kAfter = 17; // the columns of the roster
    PersonLine line;
    line.person = rosterLineOf(row);
    line.branch = row.text(kAfter);
    line.group = row.text(kAfter + 1);
    const QString number = row.text(kAfter + 2);
    line.idNumber = number.isEmpty() ? QString() : maskedIdNumber(number);
    line.phone = maskedPhone(row.text(kAfter + 3));
    return line;
}
}

const QList<PersonFilter>& personFilters() {
    static const QList<PersonFilter> filters{
        {u"full"_s, Text::tr("正式党员"), bit(RosterMark::Full)},
        {u"probationary"_s, Text::tr("预备党员"), bit(RosterMark::Probationary)},
        {u"development"_s, Text::tr("发展对象"), bit(RosterMark::Development)},
        {u"activist"_s, Text::tr("积极分子"), bit(RosterMark::Activist)},
        {u"applicant"_s, Text::tr("申请人"), bit(RosterMark::Applicant)},
        {u"floating"_s, Text::tr("流动"), bit(RosterMark::Floating)},
        {u"lost"_s, Text::tr("失联"), bit(RosterMark::Lost)},
        {u"exempt"_s, Text::tr("免作要求"), bit(RosterMark::Exempt)},
        {u"noIdNumber"_s, Text::tr("缺身份证"), bit(PersonGap::NoIdNumber)},
        {u"badIdNumber"_s, Text::tr("身份证有误"), bit(PersonGap::DoubtfulIdNumber)},
        {u"noJoinDate"_s, Text::tr("缺入党日期"), bit(PersonGap::NoJoinDate)},
        {u"noPhone"_s, Text::tr("缺手机号"), bit(PersonGap::NoPhone)},
        {u"probationOver"_s, Text::tr("预备期已满"), bit(PersonGap::ProbationOver)},
        {u"noBranch"_s, Text::tr("不在支部"), bit(PersonGap::NoBranch)},
        {u"left"_s, Text::tr("已离开"), bit(RosterMark::Left)},
    };
    return filters;
}

quint32 markOf(const QString& filter) {
    for (const PersonFilter& each : personFilters())
        if (each.key == filter) return each.mark;
    return 0;
}

Result<QList<PersonLine>> readPersonLines(const Reader& reader, const QList<Uuid>& people,
                                          QDate today) {
    const QString day = today.toString(Qt::ISODate);
    QList<PersonLine> lines;
    lines.reserve(people.size());
    for (const Uuid& id : people) {
        PersonLine& line = lines.emplaceBack();
        auto done
            = reader.each(lineSql(), {{":id", id}}, [&](const Row& row) { line = lineOf(row); });
        if (done)
            done = reader.each("SELECT kind, title FROM live_post WHERE person_id = :person"
                               " AND (from_on IS NULL OR from_on <= :day)"
                               " AND (until_on IS NULL OR until_on >= :day) ORDER BY id",
                               {{":person", id}, {":day", day}}, [&](const Row& row) {
                                   addPost(line.posts, row.text(0), row.text(1));
                               });
        if (!done) return fail(done.error());
    }
    return lines;
}

void addPost(QString& posts, const QString& kind, const QString& title) {
    if (!posts.isEmpty()) posts += u'、';
    posts += title.isEmpty() ? nameOf(u"post", kind) : title;
}

QString maskedPhone(const QString& phone) {
    if (phone.size() < 7) return phone.isEmpty() ? phone : u"****"_s;
    return phone.left(3) + u"****"_s + phone.right(4);
}

QString stateText(const RosterLine& person) {
    QStringList states;
    if (!person.leftOn.isNull()) states.append(Text::tr("已离开 %1").arg(person.leftOn.text()));
    if (person.isLost) states.append(Text::tr("失联"));
    if (person.isFloating) states.append(Text::tr("流动"));
    if (!person.exemptSince.isNull()) states.append(Text::tr("免作要求"));
    if (!person.membership.isEmpty() && person.membership != u"1"_s)
        states.append(nameOf(u"membership", person.membership));
    return states.join(u'、');
}

} // namespace baolei
