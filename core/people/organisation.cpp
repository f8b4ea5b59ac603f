#include "core/people/organisation.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Organisation)
};
}

template <> const Table& tableOf<Organisation>() {
    using O = Organisation;
    static const Table table{
        "organisation",
        Text::tr("党组织"),
        {column("id", Text::tr("编号"), &O::id),
         column("parent_id", Text::tr("上级"), &O::parentId),
         column("name", Text::tr("全称"), &O::name).upTo(kLongestName),
         column("short_name", Text::tr("简称"), &O::shortName).upTo(kLongestName),
         column("type", Text::tr("组织类型"), &O::type),
         column("sector", Text::tr("所属领域"), &O::sector),
         column("position", Text::tr("排序"), &O::position),
         column("established_on", Text::tr("成立日期"), &O::establishedOn),
         column("approval", Text::tr("成立批复文号"), &O::approval),
         column("term_started_on", Text::tr("换届日期"), &O::termStartedOn).inGroup("term"),
         column("term_ends_on", Text::tr("届满日期"), &O::termEndsOn).inGroup("term"),
         column("place", Text::tr("活动阵地"), &O::place),
         column("party_day", Text::tr("固定党日"), &O::partyDay),
         column("public_phone", Text::tr("监督电话"), &O::publicPhone),
         column("dissolved_on", Text::tr("撤销日期"), &O::dissolvedOn)}};
    return table;
}

QDate partyDayIn(const QString& partyDay, int year, int month) {
    static const QRegularExpression digits(u"[0-9]{1,2}"_s);
    const int day = digits.match(partyDay).captured().toInt();
    return {year, month, day}; // an impossible one is null
}

} // namespace baolei
