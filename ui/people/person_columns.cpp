#include "ui/people/person_columns.h"

#include "core/names/name_order.h"
#include "core/people/codes.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PersonColumns)
};
using Line = PersonLine;
using Col = RecordColumn<Line>;

// The order of the code table is the order that people know: men before women, full members before
// probationary ones.
SortKey codeKey(const QString& table, const QString& code) {
    const qsizetype place = placeOf(table, code);
    if (place < 0) return std::monostate();
    return qint64(place);
}

Col coded(const QString& key, const QString& title, const QString& table,
          QString RosterLine::*member, int width) {
    const auto name = [=](const Line& line) { return nameOf(table, line.person.*member); };
    return Col(key, title, name).wide(width).sortedBy([=](const Line& line) {
        return codeKey(table, line.person.*member);
    });
}

Col dated(const QString& key, const QString& title, PartialDate RosterLine::*member) {
    const auto text = [=](const Line& line) { return (line.person.*member).text(); };
    return Col(key, title, text).wide(6).sortedBy([=](const Line& line) -> SortKey {
        const PartialDate& date = line.person.*member;
        if (date.isNull()) return std::monostate();
        return date.text();
    });
}

// Whole years from a date to today; -1 where the date is not known.
qint64 yearsSince(const PartialDate& date, QDate today) {
    if (date.isNull()) return -1;
    const QDate from = date.latest();
    const bool isBefore
        = qMakePair(today.month(), today.day()) < qMakePair(from.month(), from.day());
    return qMax(0, today.year() - from.year() - (isBefore ? 1 : 0));
}

Col years(const QString& key, const QString& title, PartialDate RosterLine::*member, QDate today) {
    const auto text = [=](const Line& line) {
        const qint64 number = yearsSince(line.person.*member, today);
        return number < 0 ? QString() : QString::number(number);
    };
    return Col(key, title, text).right().wide(2).sortedBy([=](const Line& line) -> SortKey {
        const qint64 number = yearsSince(line.person.*member, today);
        if (number < 0) return std::monostate();
        return number;
    });
}

Col textual(const QString& key, const QString& title, QString Line::*member, int width) {
    return Col(key, title, [=](const Line& line) { return line.*member; }).wide(width);
}

Col nameColumn(const NameOrder& order) {
    return Col(u"name"_s, Text::tr("姓名"), [](const Line& line) { return line.person.name; })
        .wide(4)
        .sortedBy([&order](const Line& line) -> SortKey {
            return order == NameOrder::Strokes ? strokeKey(line.person.name)
                                               : pinyinKey(line.person.name);
        })
        .inked([](const Line& line) {
            return line.person.leftOn.isNull() ? Tone::Text : Tone::Exempt;
        });
}

Col stateColumn() {
    return Col(u"state"_s, Text::tr("状态"),
               [](const Line& line) { return stateText(line.person); })
        .wide(4)
        .hinted([](const Line& line) { return stateText(line.person); })
        .inked([](const Line& line) {
            if (!line.person.leftOn.isNull()) return Tone::Exempt;
            return line.person.isLost ? Tone::Missing : Tone::Secondary;
        });
}

// In the words of the line of figures, which are shorter than those of the code table.
Col stageColumn() {
    Col column = coded(u"stage"_s, Text::tr("类别"), u"category"_s, &RosterLine::stage, 4);
    column.text = [text = column.text](const Line& line) {
        for (const PersonFilter& filter : personFilters())
            if (filter.key == line.person.stage) return filter.title;
        return text(line);
    };
    return column;
}

// What is missing says so in its place.
Col joinedColumn() {
    Col column = dated(u"joined"_s, Text::tr("入党日期"), &RosterLine::joinedOn);
    const auto text = column.text;
    column.text = [text](const Line& line) {
        const bool isMissing = isMember(line.person.stage) && line.person.joinedOn.isNull();
        return isMissing ? Text::tr("! 缺") : text(line);
    };
    column.tone
        = [](const Line& line) { return line.person.joinedOn.isNull() ? Tone::Due : Tone::Text; };
    return column;
}
}

QList<RecordColumn<PersonLine>> personColumns(const NameOrder& order, QDate today) {
    Col branch = textual(u"branch"_s, Text::tr("支部"), &Line::branch, 7).filling();
    branch.hint = branch.text;
    Col posts = textual(u"posts"_s, Text::tr("职务"), &Line::posts, 5).filling();
    posts.hint = posts.text;
    return {
        nameColumn(order),
        coded(u"sex"_s, Text::tr("性别"), u"sex"_s, &RosterLine::sex, 2),
        years(u"age"_s, Text::tr("年龄"), &RosterLine::bornOn, today),
        coded(u"education"_s, Text::tr("学历"), u"education"_s, &RosterLine::education, 4),
        stageColumn(),
        joinedColumn(),
        std::move(branch),
        std::move(posts),
        stateColumn(),
        textual(u"group"_s, Text::tr("小组"), &Line::group, 5),
        dated(u"born"_s, Text::tr("出生日期"), &RosterLine::bornOn),
        coded(u"ethnicity"_s, Text::tr("民族"), u"ethnicity"_s, &RosterLine::ethnicity, 3),
        years(u"partyAge"_s, Text::tr("党龄"), &RosterLine::joinedOn, today),
        dated(u"full"_s, Text::tr("转正日期"), &RosterLine::fullOn),
        coded(u"job"_s, Text::tr("工作岗位"), u"job"_s, &RosterLine::job, 6),
        dated(u"exempt"_s, Text::tr("免作要求起"), &RosterLine::exemptSince),
        dated(u"left"_s, Text::tr("离开日期"), &RosterLine::leftOn),
        textual(u"idNumber"_s, Text::tr("身份证号"), &Line::idNumber, 10),
        textual(u"phone"_s, Text::tr("手机"), &Line::phone, 7),
    };
}

QStringList columnsHiddenAtFirst() {
    return {u"education"_s, u"group"_s,  u"born"_s, u"ethnicity"_s, u"partyAge"_s, u"full"_s,
            u"job"_s,       u"exempt"_s, u"left"_s, u"idNumber"_s,  u"phone"_s};
}

bool isPrivateColumn(const QString& key) {
    return key == u"idNumber"_s || key == u"phone"_s;
}

} // namespace baolei
