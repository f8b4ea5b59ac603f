#include "core/people/roster_import_branches.h"

#include "core/people/cell_text.h"
#include "core/people/queries.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

/// 所属领域 where the name leaves no doubt.
QString sectorOf(const QString& shortName, const QString& town) {
    struct Ending {
        QStringView text;
        QStringView sector;
    };
    static constexpr Ending kEndings[]
        = {{u"村", u"3"},   {u"社区", u"7"}, {u"小学", u"5"}, {u"中学", u"5"},
           {u"学校", u"5"}, {u"机关", u"4"}, {u"公司", u"2"}};
    QString core = organisationName(shortName, town).core;
    if (const qsizetype number = core.lastIndexOf(u'第'); number > 0) core.truncate(number);
    for (const Ending& ending : kEndings)
        if (core.endsWith(ending.text)) return ending.sector.toString();
    return {};
}

bool isTownCommittee(const Organisation& organisation, const QString& town) {
    return organisation.type == u"committee"
        && organisationName(organisation.name, town).core == town;
}
}

Result<ImportBranches> ImportBranches::load(const Reader& reader, const QString& town,
                                            const QHash<QString, BranchChoice>& choices) {
    const auto all = organisations(reader);
    if (!all) return fail(all.error());
    ImportBranches branches(town, choices);
    for (const Organisation& each : *all) {
        branches.m_names.insert(each.id, each.shortName);
        branches.m_position = qMax(branches.m_position, each.position + 1);
        if (branches.m_parent.isNull() && isTownCommittee(each, town)) branches.m_parent = each.id;
        if (each.type == u"group")
            branches.m_storeGroups.append(each);
        else if (each.type != u"unit")
            branches.m_positions.insert(each.id, branches.know(each));
    }
    return branches;
}

qsizetype ImportBranches::know(const Organisation& organisation) {
    m_known.append(organisation);
    m_matcher.add({organisation.name, organisation.shortName, organisation.type});
    return m_known.size() - 1;
}

int ImportBranches::plannedFor(qsizetype known) {
    if (const auto index = m_plannedOf.constFind(known); index != m_plannedOf.constEnd())
        return *index;
    PlannedBranch branch;
    branch.organisation = m_known[known];
    branch.state = branch.organisation.id.isNull() ? PlannedBranch::State::New
                                                   : PlannedBranch::State::Existing;
    m_planned.append(branch);
    m_plannedOf.insert(known, int(m_planned.size()) - 1);
    return int(m_planned.size()) - 1;
}

int ImportBranches::proposed(const QString& fullName, const QString& shortName,
                             const QString& type) {
    Organisation organisation;
    organisation.parentId = m_parent;
    organisation.name = fullName;
    organisation.shortName = shortName;
    organisation.type = type;
    organisation.sector = sectorOf(shortName, m_town);
    organisation.position = m_position++;
    return plannedFor(know(organisation));
}

int ImportBranches::refusedBranch(const QString& written) {
    PlannedBranch refused;
    refused.state = PlannedBranch::State::Refused;
    refused.organisation.name = refused.organisation.shortName = written;
    m_planned.append(refused);
    return int(m_planned.size()) - 1;
}

int ImportBranches::chosen(const QString& written, const BranchChoice& choice) {
    if (choice.kind == BranchChoice::Kind::Refused) return refusedBranch(written);
    if (choice.kind == BranchChoice::Kind::Existing) {
        const auto position = m_positions.constFind(choice.organisation);
        return position == m_positions.constEnd() ? refusedBranch(written) : plannedFor(*position);
    }
    for (qsizetype i = 0; i < m_known.size(); ++i)
        if (m_known[i].name == choice.fullName) return plannedFor(i);
    const QString type = organisationName(choice.fullName, m_town).type;
    return proposed(choice.fullName, choice.shortName, type.isEmpty() ? u"branch"_s : type);
}

int ImportBranches::matched(const QString& written) {
    const OrganisationMatch match = m_matcher.match(written);
    switch (match.kind) {
    case OrganisationMatch::Kind::Missing:
        return -1;
    case OrganisationMatch::Kind::Exact:
    case OrganisationMatch::Kind::Equivalent:
        return plannedFor(match.index);
    case OrganisationMatch::Kind::New:
        return proposed(match.fullName, match.shortName, match.type);
    case OrganisationMatch::Kind::Ambiguous:
        break;
    }
    const int index = refusedBranch(written);
    m_planned[index].state = PlannedBranch::State::Ambiguous;
    for (const qsizetype candidate : match.candidates)
        if (!m_known[candidate].id.isNull())
            m_planned[index].candidates.append(m_known[candidate].id);
    return index;
}

int ImportBranches::branchFor(const QString& written) {
    if (const auto known = m_spellings.constFind(written); known != m_spellings.constEnd())
        return *known;
    const QString compact = compactCell(written);
    const auto choice = m_choices.constFind(compact);
    const int index = choice == m_choices.constEnd() ? matched(written) : chosen(compact, *choice);
    m_spellings.insert(written, index);
    if (index >= 0 && !m_planned[index].spellings.contains(compact))
        m_planned[index].spellings.append(compact);
    return index;
}

int ImportBranches::groupFor(const QString& written, int branch) {
    const QString name = compactCell(written);
    if (isWordForNothing(name) || branch < 0) return -1;
    const QString key = QString::number(branch) + u' ' + name;
    if (const auto known = m_groupSpellings.constFind(key); known != m_groupSpellings.constEnd())
        return *known;
    PlannedGroup group;
    group.branch = branch;
    const Organisation& above = m_planned[branch].organisation;
    const QString core = organisationName(name, m_town).core;
    for (const Organisation& each : m_storeGroups) {
        const bool isHere = !above.id.isNull() && each.parentId == above.id;
        if (isHere
            && (each.shortName == name || each.name == name
                || organisationName(each.shortName, m_town).core == core))
            group.organisation = each;
    }
    if (group.organisation.id.isNull()) {
        group.organisation.name = group.organisation.shortName = name;
        group.organisation.type = u"group"_s;
        group.organisation.sector = above.sector;
        group.organisation.position = m_position++;
    }
    m_groups.append(group);
    m_groupSpellings.insert(key, int(m_groups.size()) - 1);
    return int(m_groups.size()) - 1;
}

} // namespace baolei
