#include "core/people/roster_import_title.h"

#include "core/people/cell_text.h"
#include "core/people/organisation_names.h"

#include <QRegularExpression>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 40; // longer texts are sentences, not titles

/// 2026年西荡村…, 附件1西荡村…: what may stand before a name without a mark between.
QString withoutStart(QString piece) {
    static const QRegularExpression start(u"^(附[件表]\\d*|\\d{2,4}年度?|\\d{1,2}月份?|\\d+)+"_s);
    return piece.remove(start);
}

/// Whether the name is that of one branch: 各党支部, 党支部 and 填报党支部 are those of none.
bool isOneBranch(const QString& text, QStringView town) {
    static const QRegularExpression none(
        u"(^|村|镇|乡|街道)(各|全体|全部|所有|下属|所辖|直属各|辖区|本|该|我|两新)$|"
        u"^(填报|填表|报送|上报|所在|所属|隶属|单位|基层|现|党|名称|入党时所在|接收)+$"_s);
    const OrganisationName name = organisationName(text, town);
    const bool holdsPeople = name.type.endsWith(u"branch"_s);
    return holdsPeople && !name.core.isEmpty() && name.core != town
        && !none.match(name.core).hasMatch();
}

/// 支部名称 and the like, after which the name follows.
bool isLabel(const QString& piece) {
    static const QRegularExpression label(
        u"^(填报|填表|所在|所属|报送)?(基层)?(党支部|支部|党组织)(名称|全称|盖章)?$"_s);
    return label.match(piece).hasMatch();
}

/// The piece up to the last word that ends the name of a branch.
QString upToBranch(const QString& piece) {
    static const QRegularExpression branch(u"^.*(支部委员会|支部|支委会)"_s);
    const QString name = branch.match(piece).captured();
    // 支部委员名册 is a list of committee members, 支部书记名册 one of secretaries.
    const QString rest = piece.sliced(name.size());
    return rest.startsWith(u"书记") || rest.startsWith(u"委员") ? QString() : name;
}

QStringList piecesOf(QStringView text) {
    static const QRegularExpression between(u"[:;,()\\[\\]【】《》<>|/、。_+\\s-]+"_s);
    QStringList pieces;
    for (const QString& piece : plainCell(text).split(between, Qt::SkipEmptyParts))
        pieces.append(withoutStart(piece));
    pieces.removeAll(QString());
    return pieces;
}

bool isPlace(const QString& name) {
    static const QRegularExpression place(
        u"^.{2,20}(村|社区|小学|中学|学校|幼儿园|卫生院|机关|公司|合作社|协会)$"_s);
    return place.match(name).hasMatch();
}

} // namespace

QString branchNamedIn(QStringView text, QStringView town) {
    if (text.size() > 3 * kLongestName) return {};
    QString last;
    for (const QString& piece : piecesOf(text)) {
        if (piece.size() > kLongestName) continue;
        if (isLabel(last) && organisationName(piece, town).core != town && isPlace(piece))
            return piece;
        const QString name = upToBranch(piece);
        if (!name.isEmpty() && isOneBranch(name, town)) return name;
        if (piece != u"盖章") last = piece;
    }
    return {};
}

QString branchInTitle(const QList<QStringList>& rowsAbove, QStringView town) {
    QString found;
    for (const QStringList& row : rowsAbove) {
        const QString name = branchNamedIn(row.join(u' '), town);
        if (name.isEmpty()) continue;
        const bool another
            = !found.isEmpty() && organisationName(name, town) != organisationName(found, town);
        if (another) return {};
        found = name;
    }
    return found;
}

QString branchInName(QStringView name, QStringView town) {
    const QString named = branchNamedIn(name, town);
    if (!named.isEmpty()) return named;
    const QStringList pieces = piecesOf(name);
    const bool isVillage = pieces.size() == 1 && isPlace(pieces.first())
        && organisationName(pieces.first(), town).core != town;
    return isVillage ? pieces.first() : QString();
}

} // namespace baolei
