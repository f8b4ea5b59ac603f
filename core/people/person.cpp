#include "core/people/person.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Person)
};
}

template <> const Table& tableOf<Person>() {
    using P = Person;
    static const Table table{
        "person",
        Text::tr("党员"),
        {column("id", Text::tr("编号"), &P::id),
         column("branch_id", Text::tr("所在党支部"), &P::branchId).inGroup("branch"),
         column("group_id", Text::tr("党小组"), &P::groupId).inGroup("branch"),
         column("name", Text::tr("姓名"), &P::name).upTo(kLongestName),
         column("sex", Text::tr("性别"), &P::sex),
         column("id_number", Text::tr("公民身份号码"), &P::idNumber).asPrivate(),
         column("id_remark", Text::tr("身份证说明"), &P::idRemark),
         column("ethnicity", Text::tr("民族"), &P::ethnicity),
         column("born_on", Text::tr("出生日期"), &P::bornOn),
         column("education", Text::tr("学历"), &P::education),
         column("degree", Text::tr("学位"), &P::degree),
         column("stage", Text::tr("人员类别"), &P::stage).inGroup("stage"),
         column("membership", Text::tr("党籍状态"), &P::membership),
         column("joined_on", Text::tr("入党日期"), &P::joinedOn).inGroup("stage"),
         column("full_on", Text::tr("转正日期"), &P::fullOn).inGroup("stage"),
         column("join_kind", Text::tr("入党类型"), &P::joinKind),
         column("full_result", Text::tr("转正情况"), &P::fullResult).inGroup("stage"),
         column("probation_until", Text::tr("延长预备期至"), &P::probationUntil).inGroup("stage"),
         column("joined_at", Text::tr("入党时所在支部"), &P::joinedAt),
         column("seniority_correction", Text::tr("党龄校正值"), &P::seniorityCorrection),
         column("job", Text::tr("工作岗位"), &P::job),
         column("technical_post", Text::tr("从事专业技术职务"), &P::technicalPost),
         column("technical_title", Text::tr("技术职称"), &P::technicalTitle),
         column("stratum", Text::tr("新社会阶层类型"), &P::stratum),
         column("is_migrant_worker", Text::tr("是否农民工"), &P::isMigrantWorker),
         column("frontline", Text::tr("一线情况"), &P::frontline),
         column("training", Text::tr("培训情况"), &P::training),
         column("work_started_on", Text::tr("参加工作日期"), &P::workStartedOn),
         column("marital", Text::tr("婚姻状况"), &P::marital),
         column("native_place", Text::tr("籍贯"), &P::nativePlace),
         column("is_taiwanese", Text::tr("是否台湾省籍"), &P::isTaiwanese),
         column("archive_at", Text::tr("党员档案所在单位"), &P::archiveAt),
         column("phone", Text::tr("手机号码"), &P::phone).asPrivate(),
         column("landline", Text::tr("固定电话"), &P::landline).asPrivate(),
         column("registered_phone", Text::tr("注册手机号"), &P::registeredPhone).asPrivate(),
         column("address", Text::tr("现居住地"), &P::address).asPrivate(),
         column("household", Text::tr("户籍所在地"), &P::household).asPrivate(),
         column("registered_on", Text::tr("党员注册时间"), &P::registeredOn),
         column("is_lost", Text::tr("是否失联党员"), &P::isLost).inGroup("lost"),
         column("lost_since", Text::tr("失联日期"), &P::lostSince).inGroup("lost"),
         column("is_floating", Text::tr("是否流动党员"), &P::isFloating).inGroup("floating"),
         column("floating_to", Text::tr("外出流向"), &P::floatingTo).inGroup("floating"),
         column("applied_on", Text::tr("申请入党日期"), &P::appliedOn),
         column("applied_to", Text::tr("接受申请党组织"), &P::appliedTo),
         column("activist_on", Text::tr("确定入党积极分子日期"), &P::activistOn),
         column("league_joined_on", Text::tr("入团日期"), &P::leagueJoinedOn),
         column("political", Text::tr("政治面貌"), &P::political),
         column("background", Text::tr("背景信息"), &P::background).withLines(),
         column("increase_note", Text::tr("党员增加信息"), &P::increaseNote),
         column("decrease_note", Text::tr("党员减少信息"), &P::decreaseNote),
         column("exempt_since", Text::tr("免作要求起"), &P::exemptSince),
         column("quorum_exclusion", Text::tr("不计入应到的原因"), &P::quorumExclusion)
             .inGroup("quorum"),
         column("quorum_excluded_on", Text::tr("不计入应到批准日"), &P::quorumExcludedOn)
             .inGroup("quorum"),
         column("quorum_excluded_by", Text::tr("不计入应到批准机关"), &P::quorumExcludedBy)
             .inGroup("quorum"),
         column("rights_suspended_until", Text::tr("表决权恢复日"), &P::rightsSuspendedUntil),
         column("left_on", Text::tr("离开日期"), &P::leftOn),
         column("note", Text::tr("备注"), &P::note).withLines()}};
    return table;
}

} // namespace baolei
