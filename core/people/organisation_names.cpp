#include "core/people/organisation_names.h"

#include "core/people/cell_text.h"

#include <QRegularExpression>
#include <array>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

struct Ending {
    QStringView text;
    QStringView type;
};

// The longest that fits counts, so each comes before its own tail.
constexpr std::array kEndings{
    Ending{u"联合党支部委员会", u"joint_branch"},
    Ending{u"联合支部委员会", u"joint_branch"},
    Ending{u"联合党支部", u"joint_branch"},
    Ending{u"联合支部", u"joint_branch"},
    Ending{u"党支部联合", u"joint_branch"},
    Ending{u"临时党支部委员会", u"temporary_branch"},
    Ending{u"临时支部委员会", u"temporary_branch"},
    Ending{u"临时党支部", u"temporary_branch"},
    Ending{u"临时支部", u"temporary_branch"},
    Ending{u"党总支部委员会", u"general_branch"},
    Ending{u"总支部委员会", u"general_branch"},
    Ending{u"党总支委员会", u"general_branch"},
    Ending{u"总支委员会", u"general_branch"},
    Ending{u"党总支部", u"general_branch"},
    Ending{u"总支部", u"general_branch"},
    Ending{u"党总支", u"general_branch"},
    Ending{u"总支", u"general_branch"},
    Ending{u"党支部委员会", u"branch"},
    Ending{u"支部委员会", u"branch"},
    Ending{u"党支部委", u"branch"},
    Ending{u"党支部", u"branch"},
    Ending{u"支委会", u"branch"},
    Ending{u"支部", u"branch"},
    Ending{u"党小组", u"group"},
    Ending{u"党组", u"leading_group"},
    Ending{u"党工委", u"work_committee"},
    Ending{u"党委会", u"committee"},
    Ending{u"党委员会", u"committee"},
    Ending{u"党委", u"committee"},
};
// 委员会 alone may also be 村民委员会: only a name that began with 中共 is meant so.
constexpr std::array kEndingsAfterParty{
    Ending{u"工作委员会", u"work_committee"},
    Ending{u"委员会", u"committee"},
};

constexpr QStringView kNumbers = u"〇一二三四五六七八九";

QString chineseNumber(int number) {
    if (number < 10) return kNumbers[number];
    const QString tens = number < 20 ? QString() : QString(kNumbers[number / 10]);
    return tens + u'十' + (number % 10 == 0 ? QString() : QString(kNumbers[number % 10]));
}

bool stripParty(QString& text) {
    for (const QStringView& party : {QStringView(u"中国共产党"), QStringView(u"中共")})
        if (text.startsWith(party)) {
            text.remove(0, party.size());
            return true;
        }
    return false;
}

/// Leaves out the town, and the province and county in front of it; then its committee.
void stripTown(QString& text, QStringView town) {
    if (town.isEmpty()) return;
    const qsizetype at = text.indexOf(town);
    constexpr QStringView kAbove = u"省市区县州旗盟";
    if (at < 0 || (at > 0 && !kAbove.contains(text[at - 1]))) return;
    text.remove(0, at + town.size());
    for (const QStringView& committee : {QStringView(u"委员会"), QStringView(u"党委")})
        if (text.size() > committee.size() && text.startsWith(committee))
            text.remove(0, committee.size());
    stripParty(text);
}

template <size_t size> QString takeEnding(QString& text, const std::array<Ending, size>& endings) {
    for (const Ending& ending : endings)
        if (text.endsWith(ending.text)) {
            text.chop(ending.text.size());
            return ending.type.toString();
        }
    return {};
}

/// 第1, 1 and, behind 村 and the like, 一 become 第一.
QString withNumber(const QString& core) {
    static const QRegularExpression digits(u"^(.*?)第?(\\d{1,2})$"_s);
    static const QRegularExpression bare(
        u"^(.*[村镇乡居区校院厂司局所站场])([一二三四五六七八九十]{1,3})$"_s);
    if (const auto match = digits.match(core); match.hasMatch() && match.captured(2).toInt() > 0)
        return match.captured(1) + u'第' + chineseNumber(match.captured(2).toInt());
    if (const auto match = bare.match(core); match.hasMatch())
        return match.captured(1) + u'第' + match.captured(2);
    return core;
}

QString withoutBrackets(QStringView text) {
    QString out;
    for (const QChar c : compactCell(text))
        if (!QStringView(u"()[]{}【】〔〕《》“”\"'").contains(c)) out += c;
    return out;
}

/// 西荡 and 西荡村 are one place, unless both are on the books.
QString loose(const QString& core) {
    const bool village = core.size() > 2 && core.endsWith(u'村');
    return village ? core.chopped(1) : core;
}

bool holdsMembers(QStringView type) {
    return type == u"branch" || type == u"joint_branch" || type == u"temporary_branch";
}

QString lastPart(QStringView text) {
    static const QRegularExpression separators(u"[/\\\\>→]+"_s);
    const QStringList parts = plainCell(text).split(separators, Qt::SkipEmptyParts);
    return parts.isEmpty() ? QString() : parts.last();
}

} // namespace

OrganisationName organisationName(QStringView text, QStringView town) {
    QString rest = withoutBrackets(text);
    const bool party = stripParty(rest);
    stripTown(rest, town);
    OrganisationName name;
    name.type = takeEnding(rest, kEndings);
    if (name.type.isEmpty() && party) name.type = takeEnding(rest, kEndingsAfterParty);
    if (name.type == u"committee" && rest.endsWith(u"中共")) rest.chop(2);
    name.core = rest.isEmpty() ? town.toString() : withNumber(rest);
    return name;
}

QString fullOrganisationName(const OrganisationName& name, QStringView town) {
    static const QHash<QString, QString> endings{{u"committee"_s, u"委员会"_s},
                                                 {u"work_committee"_s, u"工作委员会"_s},
                                                 {u"general_branch"_s, u"总支部委员会"_s},
                                                 {u"branch"_s, u"支部委员会"_s},
                                                 {u"joint_branch"_s, u"联合支部委员会"_s},
                                                 {u"temporary_branch"_s, u"临时支部委员会"_s},
                                                 {u"leading_group"_s, u"党组"_s}};
    // A group is no organisation of its own and is not called 中共.
    if (name.type == u"group") return shortOrganisationName(name);
    const QString place = name.core.startsWith(town) ? name.core : town.toString() + name.core;
    return u"中共"_s + place + endings.value(name.type, u"支部委员会"_s);
}

QString shortOrganisationName(const OrganisationName& name) {
    static const QHash<QString, QString> endings{
        {u"committee"_s, u"党委"_s},          {u"work_committee"_s, u"党工委"_s},
        {u"general_branch"_s, u"党总支"_s},   {u"branch"_s, u"党支部"_s},
        {u"joint_branch"_s, u"联合党支部"_s}, {u"temporary_branch"_s, u"临时党支部"_s},
        {u"leading_group"_s, u"党组"_s},      {u"group"_s, u"党小组"_s}};
    return name.core + endings.value(name.type, u"党支部"_s);
}

OrganisationMatcher::OrganisationMatcher(QString town, const QList<KnownOrganisation>& known)
    : m_town(std::move(town)) {
    for (const KnownOrganisation& each : known)
        add(each);
}

void OrganisationMatcher::add(const KnownOrganisation& organisation) {
    const QString& shortName = organisation.shortName;
    const qsizetype index = m_types.size();
    m_types.append(organisation.type);
    m_byName.insert(compactCell(organisation.name), index);
    if (!shortName.isEmpty() && shortName != organisation.name)
        m_byName.insert(compactCell(shortName), index);
    const QString core = organisationName(organisation.name, m_town).core;
    m_byCore[core].append(index);
    m_byLooseCore[loose(core)].append(index);
    const QString other = organisationName(shortName, m_town).core;
    // 西荡村 of another town is not ours; a company's short name is its own.
    if (!shortName.isEmpty() && !core.endsWith(other)) m_byCore[other].append(index);
}

OrganisationMatch OrganisationMatcher::fitting(const QList<qsizetype>& sameCore,
                                               const QString& type) const {
    QList<qsizetype> same;
    QList<qsizetype> similar;
    for (const qsizetype index : sameCore) {
        // A name without a kind is that of the place, and people are on the books of its branch.
        if (m_types[index] == type) same.append(index);
        if (holdsMembers(m_types[index]) && (type.isEmpty() || holdsMembers(type)))
            similar.append(index);
    }
    if (same.isEmpty()) same = similar;
    if (same.isEmpty() && type.isEmpty()) same = sameCore;
    OrganisationMatch match;
    if (same.isEmpty()) {
        match.kind = OrganisationMatch::Kind::New;
    } else if (same.size() == 1) {
        match.kind = OrganisationMatch::Kind::Equivalent;
        match.index = same.first();
    } else {
        match.kind = OrganisationMatch::Kind::Ambiguous;
        match.candidates = same;
    }
    return match;
}

OrganisationMatch OrganisationMatcher::proposed(const QString& text,
                                                const OrganisationName& name) const {
    OrganisationMatch match;
    match.kind = OrganisationMatch::Kind::New;
    match.type = name.type.isEmpty() ? u"branch"_s : name.type;
    const OrganisationName whole{name.core, match.type};
    match.fullName = fullOrganisationName(whole, m_town);
    match.shortName = shortOrganisationName(whole);
    // 中共…支部 without 委员会 is the full name of a branch that has no committee: it stays so.
    QString given = compactCell(text);
    given.replace(u"中国共产党"_s, u"中共"_s);
    if (given.startsWith(u"中共"_s + m_town) && given.endsWith(u"支部")) match.fullName = given;
    return match;
}

OrganisationMatch OrganisationMatcher::match(QStringView text) const {
    const QString part = lastPart(text);
    if (isWordForNothing(part)) return {};
    const QList<qsizetype> named = m_byName.values(compactCell(part));
    OrganisationMatch match;
    if (named.size() == 1) {
        match.kind = OrganisationMatch::Kind::Exact;
        match.index = named.first();
        return match;
    }
    if (named.size() > 1) {
        match.kind = OrganisationMatch::Kind::Ambiguous;
        match.candidates = named;
        return match;
    }
    const OrganisationName name = organisationName(part, m_town);
    match = fitting(m_byCore.value(name.core), name.type);
    if (match.kind == OrganisationMatch::Kind::New)
        match = fitting(m_byLooseCore.value(loose(name.core)), name.type);
    return match.kind == OrganisationMatch::Kind::New ? proposed(part, name) : match;
}

} // namespace baolei
