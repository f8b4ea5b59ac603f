#include "core/people/roster_import_reasons.h"

#include <QCoreApplication>
#include <array>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RosterImport)
};

struct Line {
    Reason reason;
    Verdict verdict;
    const char* code;
    const char* text;
};

constexpr auto R = Verdict::Refuse;
constexpr auto W = Verdict::Warn;
constexpr auto A = Verdict::Accept;

constexpr std::array kLines{
    Line{Reason::DuplicateId, R, "duplicate-id",
         QT_TRANSLATE_NOOP("RosterImport", "身份证号与前面一行或库中另一人相同")},
    Line{Reason::DuplicatePerson, R, "duplicate-person",
         QT_TRANSLATE_NOOP("RosterImport",
                           "没有身份证号，而姓名、支部、出生日期、入党日期与前面一行都相同")},
    Line{Reason::NameMissing, R, "name-missing", QT_TRANSLATE_NOOP("RosterImport", "没有姓名")},
    Line{Reason::BranchMissing, R, "branch-missing",
         QT_TRANSLATE_NOOP("RosterImport", "没有所在党支部")},
    Line{Reason::BranchAmbiguous, R, "branch-ambiguous",
         QT_TRANSLATE_NOOP("RosterImport", "支部名称对得上好几个支部，请写全称或指定一个")},
    Line{Reason::BranchRefused, R, "branch-refused",
         QT_TRANSLATE_NOOP("RosterImport", "所在党支部不在导入之列")},
    Line{Reason::JoinedUnreadable, R, "joined-unreadable",
         QT_TRANSLATE_NOOP(
             "RosterImport",
             "入党日期看不出是哪一天，或不在1900至2100年之间，请写成2001.07.01的样子")},
    Line{Reason::JoinedBefore18, R, "joined-before-18",
         QT_TRANSLATE_NOOP("RosterImport", "入党时不满18岁（发展党员工作细则第五条）")},
    Line{Reason::JoinedInFuture, R, "joined-in-future",
         QT_TRANSLATE_NOOP("RosterImport", "入党日期晚于今天")},
    Line{Reason::BornInFuture, R, "born-in-future",
         QT_TRANSLATE_NOOP("RosterImport", "出生日期晚于今天")},
    Line{Reason::TextTooLong, R, "text-too-long",
         QT_TRANSLATE_NOOP("RosterImport",
                           "有一格文字太长（姓名、支部名称最多100字，备注和背景信息最多30000字，"
                           "其他最多1000字），请缩短")},
    Line{Reason::NotMember, R, "not-a-member",
         QT_TRANSLATE_NOOP("RosterImport",
                           "政治面貌不是中共党员，人员类别也没有写明；是发展对象的请写明人员类别")},
    Line{Reason::IdCheckDigit, W, "id-check-digit",
         QT_TRANSLATE_NOOP("RosterImport", "身份证号校验位不对，可能有一位写错")},
    Line{Reason::IdMissing, W, "id-missing", QT_TRANSLATE_NOOP("RosterImport", "没有身份证号")},
    Line{Reason::IdLostPrecision, W, "id-lost-precision",
         QT_TRANSLATE_NOOP(
             "RosterImport",
             "身份证号在表格里成了数值，末几位已丢失，未导入号码；请把该列设为文本后重填")},
    Line{Reason::IdMalformed, W, "id-malformed",
         QT_TRANSLATE_NOOP("RosterImport", "身份证号不是18位或15位，未导入号码")},
    Line{Reason::IdBirth, W, "id-birth",
         QT_TRANSLATE_NOOP("RosterImport", "身份证号里的出生日期不存在")},
    Line{Reason::IdAdded, W, "id-added",
         QT_TRANSLATE_NOOP("RosterImport",
                           "库中同支部、同名、出生和入党日期相同的人没有身份证号，补上这个号码")},
    Line{Reason::SexDiffersFromId, W, "sex-differs-from-id",
         QT_TRANSLATE_NOOP("RosterImport", "性别与身份证号不一致，以档案为准")},
    Line{Reason::BornDiffersFromId, W, "born-differs-from-id",
         QT_TRANSLATE_NOOP("RosterImport", "出生日期与身份证号不一致，以档案为准")},
    Line{Reason::JoinedMissing, W, "joined-missing",
         QT_TRANSLATE_NOOP("RosterImport", "没有入党日期")},
    Line{Reason::DateUnreadable, W, "date-unreadable",
         QT_TRANSLATE_NOOP("RosterImport", "有日期看不出是哪一天，未导入该日期")},
    Line{Reason::DateOutOfRange, W, "date-out-of-range",
         QT_TRANSLATE_NOOP("RosterImport", "有日期不在1900至2100年之间，不合情理，未导入该日期")},
    Line{Reason::DateInFuture, W, "date-in-future",
         QT_TRANSLATE_NOOP("RosterImport", "转正日期晚于今天，请核对")},
    Line{Reason::CellUnreadable, W, "cell-unreadable",
         QT_TRANSLATE_NOOP("RosterImport",
                           "有单元格看不懂（应填是否、数字，或公式出错），未导入该格")},
    Line{Reason::StageUnknown, W, "stage-unknown",
         QT_TRANSLATE_NOOP("RosterImport", "人员类别没有写明，按入党和转正日期判断，请核对")},
    Line{Reason::NameDiffers, W, "name-differs",
         QT_TRANSLATE_NOOP("RosterImport", "身份证号相同而姓名不同，按改名处理，请核对")},
    Line{Reason::NameTurned, W, "name-turned",
         QT_TRANSLATE_NOOP("RosterImport", "姓名里有改变书写方向的隐藏符号，已去掉，请核对姓名")},
    Line{Reason::MaybeSamePerson, W, "maybe-same-person",
         QT_TRANSLATE_NOOP("RosterImport", "库中同支部有同名的人，可能是同一人，请核对")},
    Line{Reason::HasLeft, W, "has-left",
         QT_TRANSLATE_NOOP("RosterImport", "此人在库中已登记离开，只更新资料，不恢复在册")},
    Line{Reason::Id15DigitsUpgraded, A, "id-15-digits-upgraded",
         QT_TRANSLATE_NOOP("RosterImport", "15位身份证号已升为18位")},
    Line{Reason::Moved, A, "moved",
         QT_TRANSLATE_NOOP("RosterImport", "所在党支部变了，登记为转移")},
};

Reasons maskOf(Verdict verdict) {
    Reasons mask = 0;
    for (const Line& line : kLines)
        if (line.verdict == verdict) mask |= bit(line.reason);
    return mask;
}
}

Verdict verdictOf(Reasons reasons) {
    static const Reasons refusing = maskOf(R);
    static const Reasons warning = maskOf(W);
    return (reasons & refusing) != 0 ? R : (reasons & warning) != 0 ? W : A;
}

Reasons decisive(Reasons reasons) {
    static const Reasons refusing = maskOf(R);
    return (reasons & refusing) != 0 ? reasons & refusing : reasons;
}

QStringList reasonCodes(Reasons reasons) {
    QStringList codes;
    for (const Line& line : kLines)
        if (reasons & bit(line.reason)) codes.append(QLatin1String(line.code));
    return codes;
}

QStringList reasonTexts(Reasons reasons) {
    QStringList texts;
    for (const Line& line : kLines)
        if (reasons & bit(line.reason))
            texts.append(QCoreApplication::translate("RosterImport", line.text));
    return texts;
}

QString verdictCode(Verdict verdict) {
    return verdict == R ? u"refuse"_s : verdict == W ? u"warn"_s : u"accept"_s;
}

} // namespace baolei
