#include "core/people/queries.h"

#include "core/people/codes.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(People)
};

// Names offered where a text fits several organisations.
constexpr qsizetype kMostOffered = 8;

// `scope` and all below it, as a table to join with; every organisation where :scope is null.
constexpr const char* kBelow = R"(
    WITH RECURSIVE below(id) AS (
        SELECT id FROM live_organisation
         WHERE (:scope IS NULL AND parent_id IS NULL) OR id = :scope
        UNION
        SELECT o.id FROM live_organisation o JOIN below b ON o.parent_id = b.id
    )
)";

// Positions of children by their parent, so that no record is copied before its place is known.
using Children = QHash<Uuid, QList<int>>;

void appendBelow(QList<Organisation>& ordered, const QList<Organisation>& all,
                 const Children& children, const Uuid& parent) {
    const auto found = children.constFind(parent);
    if (found == children.constEnd()) return;
    for (const int each : *found) {
        ordered.append(all[each]);
        appendBelow(ordered, all, children, all[each].id.value);
    }
}
}

Result<QList<Organisation>> organisationsUnder(const Reader& reader, Id<Organisation> root,
                                               QDate on) {
    auto all = on.isValid() ? reader.all<Organisation>("ORDER BY r.position, r.id")
                            : reader.all<Organisation>("WHERE r.dissolved_on IS NULL"
                                                       " ORDER BY r.position, r.id");
    if (!all) return all;
    all->removeIf([on](const Organisation& each) {
        return !each.dissolvedOn.isNull() && each.dissolvedOn.latest() <= on;
    });
    Children children;
    QSet<Uuid> known;
    known.reserve(all->size());
    for (const Organisation& each : *all)
        known.insert(each.id.value);
    QList<Organisation> ordered;
    ordered.reserve(all->size());
    for (int i = 0; i < int(all->size()); ++i) {
        const Organisation& each = all->at(i);
        // A child of a dissolved parent stands at the top rather than nowhere.
        const bool isTop = !known.contains(each.parentId.value);
        children[isTop ? Uuid{} : each.parentId.value].append(i);
        if (each.id == root) ordered.append(each);
    }
    appendBelow(ordered, *all, children, root.value);
    return ordered;
}

Result<QList<Organisation>> organisations(const Reader& reader) {
    return organisationsUnder(reader, Id<Organisation>{});
}

bool holdsMembers(const QString& type) {
    return type.endsWith(u"branch"_s) && type != u"general_branch"_s;
}

QList<Organisation> branchesIn(const QList<Organisation>& organisations) {
    QList<Organisation> branches;
    for (const Organisation& each : organisations)
        if (holdsMembers(each.type)) branches.append(each);
    return branches;
}

Result<Organisation> organisationNamed(const Reader& reader, const QString& text) {
    const auto all = organisations(reader);
    if (!all) return fail(all.error());
    const QString wanted = text.trimmed();
    QList<Organisation> fitting;
    for (const Organisation& each : *all) {
        if (each.name == wanted || each.shortName == wanted) return each;
        if (each.name.contains(wanted) || each.shortName.contains(wanted)) fitting.append(each);
    }
    // The branch, where its groups bear its name in theirs.
    if (fitting.size() > 1)
        fitting.removeIf([known = fitting](const Organisation& each) {
            return each.type == u"group"_s
                && std::any_of(known.cbegin(), known.cend(), [&](const Organisation& other) {
                       return other.id == each.parentId;
                   });
        });
    if (fitting.size() == 1) return fitting.first();
    if (fitting.isEmpty())
        return fail(ErrorCode::NotFound, Text::tr("没有叫“%1”的党组织").arg(wanted),
                    Text::tr("请核对名称，或先在“组织与党员”里添加"));
    QStringList names;
    for (const Organisation& each : fitting.first(qMin(kMostOffered, fitting.size())))
        names.append(each.shortName);
    return fail(ErrorCode::Refused, Text::tr("“%1”对得上好几个党组织").arg(wanted),
                Text::tr("请写全名称，例如：%1").arg(names.join(u'、')));
}

RosterLine rosterLineOf(const Row& row) {
    RosterLine line;
    line.id = row.as<Id<Person>>(0);
    line.branchId = row.as<Id<Organisation>>(1);
    line.groupId = row.as<Id<Organisation>>(2);
    line.name = row.text(3);
    line.sex = row.text(4);
    line.ethnicity = row.text(5);
    line.education = row.text(6);
    line.stage = row.text(7);
    line.membership = row.text(8);
    line.bornOn = row.as<PartialDate>(9);
    line.joinedOn = row.as<PartialDate>(10);
    line.fullOn = row.as<PartialDate>(11);
    line.job = row.text(12);
    line.isLost = row.integer(13) != 0;
    line.isFloating = row.integer(14) != 0;
    line.exemptSince = row.as<PartialDate>(15);
    line.leftOn = row.as<PartialDate>(16);
    return line;
}

Result<QList<RosterLine>> roster(const Reader& reader, Id<Organisation> scope, Leavers leavers) {
    QList<RosterLine> lines;
    const QByteArray gone = leavers == Leavers::Left ? " AND p.left_on IS NULL" : "";
    const auto done
        = reader.each(QByteArray(scope.isNull() ? "" : kBelow) + "SELECT " + kRosterColumns
                          + " FROM live_person p WHERE "
                          + (scope.isNull() ? "1" : "(p.branch_id IN below OR p.group_id = :scope)")
                          + gone + " ORDER BY p.branch_id, p.id",
                      scope.isNull() ? Binds{} : Binds{{":scope", scope}},
                      [&](const Row& row) { lines.append(rosterLineOf(row)); });
    if (!done) return fail(done.error());
    return lines;
}

Result<QList<Person>> peopleOf(const Reader& reader, Id<Organisation> branch, QDate day) {
    return reader.all<Person>("WHERE (r.branch_id = :branch OR r.group_id = :branch)"
                              " AND (r.left_on IS NULL OR r.left_on > :day)"
                              " AND (r.joined_on IS NULL OR substr(r.joined_on, 1, 10) <= :day)"
                              " ORDER BY r.id",
                              {{":branch", branch}, {":day", day}});
}

Result<QList<Post>> postsIn(const Reader& reader, Id<Organisation> organisation, QDate day) {
    auto posts = reader.all<Post>("WHERE r.organisation_id = :organisation ORDER BY r.id",
                                  {{":organisation", organisation}});
    if (!posts) return posts;
    posts->removeIf([day](const Post& post) { return !post.isHeldOn(day); });
    QHash<QString, int> order;
    for (const Code& code : codesOf(u"post"))
        order.insert(code.code, int(order.size()));
    std::stable_sort(posts->begin(), posts->end(), [&](const Post& a, const Post& b) {
        return order.value(a.kind, 999) < order.value(b.kind, 999);
    });
    return posts;
}

Result<QList<Post>> postsOf(const Reader& reader, Id<Person> person) {
    return reader.all<Post>("WHERE r.person_id = :person ORDER BY r.from_on DESC, r.id DESC",
                            {{":person", person}});
}

Result<QList<Movement>> movementsIn(const Reader& reader, Id<Organisation> organisation,
                                    QDate first, QDate last) {
    return reader.all<Movement>(
        "WHERE r.organisation_id = :organisation"
        " AND r.happened_on BETWEEN :first AND :last"
        " ORDER BY r.happened_on, r.id",
        {{":organisation", organisation}, {":first", first}, {":last", last}});
}

Result<QList<Movement>> movementsOf(const Reader& reader, Id<Person> person) {
    return reader.all<Movement>("WHERE r.person_id = :person ORDER BY r.happened_on, r.id",
                                {{":person", person}});
}

bool isCommitteePost(const QString& kind) {
    return codeFor(u"committee_post", kind).has_value();
}

bool isMember(const QString& stage) {
    return stage == u"full"_s || stage == u"probationary"_s;
}

} // namespace baolei
