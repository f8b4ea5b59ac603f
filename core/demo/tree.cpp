#include "core/demo/people.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kTermYears = 5; // 村、社区 5 年(支部工作条例)

Organisation organisation(Session& session, const QString& name, const QString& shortName,
                          const QString& type, const QString& sector, Id<Organisation> parent,
                          int position) {
    Organisation made;
    made.id = session.newId<Organisation>();
    made.parentId = parent;
    made.name = name;
    made.shortName = shortName;
    made.type = type;
    made.sector = sector;
    made.position = position;
    return made;
}

void establish(Organisation& branch, const QString& town, int index, QDate today) {
    branch.establishedOn = PartialDate(1995 + index % 20, 3 + index % 7, 1);
    branch.approval
        = u"%1委〔%2〕%3号"_s.arg(town.left(1)).arg(branch.establishedOn.year()).arg(index + 1);
    // One in nine has let its term run out.
    const int started = index % 9 == 8 ? today.year() - kTermYears - 1 : today.year() - 2;
    branch.termStartedOn = PartialDate(started, 3, 10 + index % 15);
    branch.termEndsOn = PartialDate(started + kTermYears, 3, 10 + index % 15);
    branch.partyDay = u"每月%1日"_s.arg(5 + index % 20);
    branch.publicPhone = u"0000-8%1"_s.arg(100000 + index * 37);
}

DemoBranch branchOf(Session& session, const QString& town, const QString& place,
                    const QString& sector, Id<Organisation> parent, int index, QDate today,
                    int members) {
    DemoBranch branch;
    const QString shortName = place.endsWith(u"支部"_s) ? place : place + u"党支部"_s;
    QString full = shortName;
    full.replace(u"党支部"_s, u"支部委员会"_s);
    if (!full.startsWith(town)) full.prepend(town);
    branch.organisation
        = organisation(session, u"中共"_s + full, shortName, u"branch"_s, sector, parent, index);
    branch.organisation.place = place.section(u"党支部"_s, 0, 0) + u"党群服务中心"_s;
    branch.members = members;
    establish(branch.organisation, town, index, today);
    return branch;
}

void addGroups(DemoBranch& branch, Session& session) {
    static const QStringList numbers{u"一"_s, u"二"_s, u"三"_s};
    for (int i = 0; i < numbers.size(); ++i) {
        const QString name = branch.organisation.shortName + u"第%1党小组"_s.arg(numbers[i]);
        branch.groups.append(organisation(session, name, name, u"group"_s,
                                          branch.organisation.sector, branch.organisation.id, i));
    }
}

DemoTree townTree(const DemoSource& source, Session& session, QDate today) {
    DemoTree tree;
    const QString town = u"示范镇"_s;
    tree.above.append(organisation(session, u"中国共产党示范镇委员会"_s, u"示范镇党委"_s,
                                   u"committee"_s, u"3"_s, {}, 0));
    const Id<Organisation> top = tree.above.first().id;
    int index = 0;
    for (const QString& village : source.villages) {
        if (index != 1) {
            const int members = 18 + (index * 7) % 17;
            tree.branches.append(
                branchOf(session, town, village, u"3"_s, top, index, today, members));
            if (members >= 30) addGroups(tree.branches.last(), session);
            ++index;
            continue;
        }
        // One village is a general branch with two branches under it.
        Organisation general
            = organisation(session, u"中共示范镇%1总支部委员会"_s.arg(village),
                           village + u"党总支"_s, u"general_branch"_s, u"3"_s, top, index);
        establish(general, town, index, today);
        tree.above.append(general);
        for (const QString& part : {u"第一"_s, u"第二"_s})
            tree.branches.append(branchOf(session, town, village + part + u"党支部"_s, u"3"_s,
                                          general.id, index++, today, 24));
    }
    for (const QStringList& other : source.others)
        tree.branches.append(branchOf(session, town, other[0], other[1], top, index++, today,
                                      other[1] == u"2"_s ? 4 : 14));
    return tree;
}

struct Shape {
    int counties;
    int towns;
    int organisations;
    int members;
};

DemoTree wideTree(const DemoSource& source, const Shape& shape, Session& session, QDate today) {
    DemoTree tree;
    const bool isCity = shape.counties > 1;
    tree.above.append(
        organisation(session, isCity ? u"中国共产党示范市委员会"_s : u"中国共产党示范县委员会"_s,
                     isCity ? u"示范市委"_s : u"示范县委"_s, u"committee"_s, u"4"_s, {}, 0));
    QList<Id<Organisation>> counties{tree.above.first().id};
    if (isCity) {
        counties.clear();
        for (int i = 0; i < shape.counties; ++i) {
            const QString name = u"示范%1县"_s.arg(source.places[i % source.places.size()]);
            tree.above.append(organisation(session, u"中国共产党%1委员会"_s.arg(name),
                                           name + u"委"_s, u"committee"_s, u"4"_s,
                                           tree.above.first().id, i));
            counties.append(tree.above.last().id);
        }
    }
    const auto place = [&source](int i, const QString& suffix) {
        const int features = int(source.features.size());
        const int places = int(source.places.size());
        QString name = source.places[i % places] + source.features[(i / places) % features];
        const int round = i / (places * features);
        if (round > 0) name += source.features[(round + i) % features];
        return name + suffix;
    };
    QList<std::pair<QString, Id<Organisation>>> towns;
    for (int i = 0; i < shape.towns; ++i) {
        const QString name = place(i, u"镇"_s);
        tree.above.append(organisation(session, u"中国共产党%1委员会"_s.arg(name), name + u"党委"_s,
                                       u"committee"_s, u"3"_s, counties[i % counties.size()], i));
        towns.append({name, tree.above.last().id});
    }
    const int branches = shape.organisations - int(tree.above.size());
    for (int i = 0; i < branches; ++i) {
        const auto& [town, id] = towns[i % towns.size()];
        // The remainder is spread over the first branches, so that the sum is exact.
        const int members = shape.members / branches + (i < shape.members % branches ? 1 : 0);
        tree.branches.append(branchOf(session, town, place(i / int(towns.size()), u"村"_s), u"3"_s,
                                      id, i, today, members));
    }
    return tree;
}
}

DemoTree demoTree(const DemoSource& source, DemoScale scale, Session& session, QDate today) {
    switch (scale) {
    case DemoScale::County:
        return wideTree(source, {1, 24, 1'200, 19'600}, session, today);
    case DemoScale::City:
        return wideTree(source, {9, 200, 15'300, 323'200}, session, today);
    case DemoScale::Town:
        break;
    }
    return townTree(source, session, today);
}

} // namespace baolei
