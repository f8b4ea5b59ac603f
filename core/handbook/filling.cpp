#include "core/handbook/filling.h"

#include "core/activities/own_kinds.h"
#include "core/attachments/queries.h"
#include "core/base/data_files.h"
#include "core/forms/form_reader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

/// Everything that pages of one branch and period can show, read once.
struct Material {
    QList<ActivityKind> kinds;
    HeldActivities held;
    FormData base;
    PrintSubject subject;
    std::optional<StudyPages> study; ///< read for the first form that shows it
    std::optional<QList<PlanLine>> plan; ///< the same
};

Result<Material> materialFor(const Reader& reader, const PrintSubject& subject) {
    Material material;
    material.subject = subject;
    auto kinds = townKinds(reader);
    if (!kinds) return fail(kinds.error());
    material.kinds = std::move(*kinds);
    auto held = heldActivities(reader, subject);
    if (!held) return fail(held.error());
    material.held = std::move(*held);
    auto base = branchData(reader, subject);
    if (!base) return fail(base.error());
    material.base = std::move(*base);
    if (const auto done = addAttendance(material.base, material.held, material.kinds); !done)
        return fail(done.error());
    if (const auto done = addRegisters(material.base, material.held, material.kinds); !done)
        return fail(done.error());
    addPosted(material.base, material.held, material.kinds);
    return material;
}

// One meeting that served two kinds has a page of each.
bool isAnyOf(const QStringList& served, const QStringList& kinds) {
    return std::any_of(served.begin(), served.end(),
                       [&](const QString& each) { return kinds.contains(each); });
}

// Kinds of which each record has a page of this form.
QStringList kindsPrintedOn(const QList<ActivityKind>& kinds, const QString& form) {
    QStringList ids;
    for (const ActivityKind& kind : kinds)
        if (kind.form == form && !kind.isRegister) ids.append(kind.id);
    return ids;
}

bool shows(const PaperForm& form, const QString& list) {
    return std::any_of(form.blocks.begin(), form.blocks.end(),
                       [&](const FormBlock& block) { return block.each == list; });
}

Result<void> needStudy(const Reader& reader, Material& material) {
    if (material.study) return {};
    auto study = studyPages(reader, material.subject);
    if (!study) return fail(study.error());
    material.study = std::move(*study);
    addHours(material.base, *material.study);
    return {};
}

Result<void> needPlan(const Reader& reader, Material& material) {
    if (material.plan) return {};
    auto plan = planPages(reader, material.subject);
    if (!plan) return fail(plan.error());
    material.plan = std::move(*plan);
    addPlan(material.base, *material.plan);
    return {};
}

// The records of the period, those still to be held first in question; what is planned and not
// recorded yet, as if it were.
Result<QList<ActivityRecord>> meetingsOf(const Reader& reader, Material& material,
                                         const PaperForm& form) {
    QList<ActivityRecord> planned, held;
    for (const QList<Activity>* list : {&material.held.drafts, &material.held.all})
        for (const Activity& activity : *list) {
            const auto record = unpack(activity);
            if (!record) return fail(record.error());
            const bool isAhead = activity.state != u"final"_s
                || activity.startsAt.date() > material.subject.printedOn;
            if (suits(form, *record, material.kinds)) (isAhead ? planned : held).append(*record);
        }
    if (const auto done = needPlan(reader, material); !done) return fail(done.error());
    for (const PlanLine& line : std::as_const(*material.plan)) {
        const PlanItem& item = line.item;
        if (item.kind.isEmpty() || item.month == 0 || !item.activityId.isNull()) continue;
        if (!isOpen(line.state)
            || !material.subject.period.contains(QDate(item.year, item.month, 1)))
            continue;
        const ActivityRecord record = recordOf(item);
        if (suits(form, record, material.kinds)) planned.append(record);
    }
    return planned.isEmpty() ? held : planned;
}

Result<void> appendMeetings(const Reader& reader, QList<Filled>& filled, Material& material,
                            const PaperForm& form) {
    const auto records = meetingsOf(reader, material, form);
    if (!records) return fail(records.error());
    for (const ActivityRecord& record : *records) {
        auto data = activityData(material.base, material.held, record, material.kinds);
        if (!data) return fail(data.error());
        const auto done = addMeeting(*data, reader, material.held, record, material.kinds);
        if (!done) return fail(done.error());
        filled.append({form, std::move(*data)});
    }
    return {};
}

Result<void> appendVotes(const Reader& reader, QList<Filled>& filled, const Material& material,
                         const PaperForm& form) {
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    for (const QList<Activity>* list : {&material.held.drafts, &material.held.all})
        for (const Activity& activity : *list) {
            const auto record = unpack(activity);
            if (!record) return fail(record.error());
            const auto terms = electionTerms(rules->book, activity.startsAt.date());
            for (const VoteItem& item : record->votes) {
                if (!form.only.isEmpty() && !form.only.contains(voteKindWord(item.kind))) continue;
                auto data = activityData(material.base, material.held, *record, material.kinds);
                if (!data) return fail(data.error());
                addVote(*data, item, terms);
                filled.append({form, std::move(*data)});
            }
        }
    return {};
}

Result<void> appendAttachments(const Reader& reader, QList<Filled>& filled,
                               const Material& material, const PaperForm& form) {
    for (const Activity& activity : material.held.all) {
        const auto count = attachmentCount(reader, activity.id);
        if (!count) return fail(count.error());
        if (*count == 0) continue;
        const auto record = unpack(activity);
        if (!record) return fail(record.error());
        auto data = activityData(material.base, material.held, *record, material.kinds);
        if (!data) return fail(data.error());
        if (const auto done = addAttachments(*data, reader, activity.id); !done) return done;
        filled.append({form, std::move(*data)});
    }
    return {};
}

Result<void> appendForm(const Reader& reader, QList<Filled>& filled, Material& material,
                        const QString& id, const FieldCatalogue& fields) {
    const auto form = loadForm(id, fields);
    if (!form) return fail(form.error());
    if (form->each == FormEach::Meeting) return appendMeetings(reader, filled, material, *form);
    if (form->each == FormEach::Vote) return appendVotes(reader, filled, material, *form);
    if (form->each == FormEach::Attachments)
        return appendAttachments(reader, filled, material, *form);
    if (form->each == FormEach::Member || shows(*form, u"hours"_s))
        if (const auto done = needStudy(reader, material); !done) return done;
    if (form->each == FormEach::Month || shows(*form, u"plan"_s))
        if (const auto done = needPlan(reader, material); !done) return done;
    if (form->each == FormEach::Member) {
        for (const PersonStudy& person : material.study->study.people)
            filled.append({*form, memberData(material.base, *material.study, person)});
        return {};
    }
    if (form->each == FormEach::Month) {
        for (const int month : plannedMonths(*material.plan, material.subject.period))
            filled.append({*form, monthData(material.base, *material.plan, month)});
        return {};
    }
    const QStringList kinds = kindsPrintedOn(material.kinds, id);
    if (kinds.isEmpty()) {
        filled.append({*form, material.base});
        return {};
    }
    for (const Activity& activity : material.held.all) {
        if (!isAnyOf(kindsServed(activity.kind, activity.also), kinds)) continue;
        const auto record = unpack(activity);
        if (!record) return fail(record.error());
        auto data = activityData(material.base, material.held, *record, material.kinds);
        if (!data) return fail(data.error());
        filled.append({*form, std::move(*data)});
    }
    return {};
}

QString titleOf(const PrintSubject& subject, const QString& title) {
    return subject.branch.shortName + subject.period.chinese() + title;
}

Result<Filling> filledTown(const Reader& reader, const PaperForm& form,
                           const PrintSubject& subject) {
    auto data
        = townData(reader, subject,
                   shows(form, u"townMeetings"_s) ? TownShows::Meetings : TownShows::Branches);
    if (!data) return fail(data.error());
    return Filling{titleOf(subject, form.title), {{form, std::move(*data)}}};
}

// A group's meeting stands in the handbook of its branch.
Result<PrintSubject> holderOf(const Reader& reader, Id<Organisation> organisation, int year,
                              QDate printedOn) {
    auto holder = reader.find(organisation);
    if (!holder) return fail(holder.error());
    if (*holder && (*holder)->type == u"group"_s) holder = reader.find((*holder)->parentId);
    if (!holder) return fail(holder.error());
    if (!*holder) return fail(ErrorCode::NotFound, Text::tr("这次记录的党组织已不在"));
    return PrintSubject{**holder, Period::ofYear(year), printedOn};
}

Result<Filling> finished(QList<Filled> forms, const PrintSubject& subject, QDate day) {
    Filling filling;
    filling.title = subject.branch.shortName
        + (day.isValid() ? day.toString(Qt::ISODate) : QString()) + forms.first().form.title;
    filling.forms = std::move(forms);
    return filling;
}

Result<Filling> filledActivity(const Reader& reader, const PrintRecord& wanted, QDate printedOn) {
    const auto activity = reader.find(wanted.activity);
    if (!activity) return fail(activity.error());
    if (!*activity) return fail(ErrorCode::NotFound, Text::tr("这次记录已不在"));
    const QDate day = (*activity)->startsAt.date();
    const auto subject = holderOf(reader, (*activity)->organisationId, day.year(), printedOn);
    if (!subject) return fail(subject.error());
    auto material = materialFor(reader, *subject);
    if (!material) return fail(material.error());
    const auto fields = fieldCatalogue();
    if (!fields) return fail(fields.error());
    QString form = wanted.form;
    if (const ActivityKind* kind = kindWithId(material->kinds, (*activity)->kind);
        kind && form.isEmpty())
        form = kind->form;
    const auto isOther = [&](const Activity& each) { return each.id != wanted.activity; };
    material->held.all.removeIf(isOther);
    material->held.drafts.removeIf(isOther);
    material->plan.emplace(); // nothing but this record is asked about
    QList<Filled> forms;
    if (const auto done = appendForm(reader, forms, *material, form, *fields); !done)
        return fail(done.error());
    if (!forms.isEmpty()) return finished(std::move(forms), *subject, day);
    if (wanted.form.isEmpty())
        return fail(ErrorCode::Refused, Text::tr("草稿不能打印"), Text::tr("请先保存为正式记录"));
    return fail(ErrorCode::NotFound, Text::tr("这次会议没有要印在这张表上的内容"),
                Text::tr("要印表决票、选票和计票单，请先在记录里写上表决事项和候选人；"
                         "要印附件页，请先把照片加进正式记录"));
}

Result<Filling> filledItem(const Reader& reader, const PrintRecord& wanted, QDate printedOn) {
    const auto item = reader.find(wanted.item);
    if (!item) return fail(item.error());
    if (!*item) return fail(ErrorCode::NotFound, Text::tr("这项计划已不在"));
    const auto subject = holderOf(reader, (*item)->organisationId, (*item)->year, printedOn);
    if (!subject) return fail(subject.error());
    auto material = materialFor(reader, *subject);
    if (!material) return fail(material.error());
    const auto fields = fieldCatalogue();
    if (!fields) return fail(fields.error());
    material->held = {};
    material->plan = QList<PlanLine>{{**item, PlanState::Planned, {}, {}, false}};
    QList<Filled> forms;
    if (const auto done = appendForm(reader, forms, *material, wanted.form, *fields); !done)
        return fail(done.error());
    if (forms.isEmpty())
        return fail(ErrorCode::Refused, Text::tr("这项计划不是要通知党员到会的活动"));
    return finished(std::move(forms), *subject, (*item)->day);
}

const QString kPersonForm = u"p19"_s;

Result<Filling> filledPerson(const Reader& reader, Id<Person> id, int year, QDate printedOn) {
    const auto person = reader.find(id);
    if (!person) return fail(person.error());
    if (!*person) return fail(ErrorCode::NotFound, Text::tr("这个人的记录已不在"));
    const auto branch = reader.find((*person)->branchId);
    if (!branch) return fail(branch.error());
    if (!*branch) return fail(ErrorCode::NotFound, Text::tr("这个人所在的党支部已不在"));
    const PrintSubject subject{**branch, Period::ofYear(year), printedOn};
    auto material = materialFor(reader, subject);
    if (!material) return fail(material.error());
    auto study = studyPages(reader, subject, id);
    if (!study) return fail(study.error());
    material->study = std::move(*study);
    const auto fields = fieldCatalogue();
    if (!fields) return fail(fields.error());
    Filling filling;
    if (const auto done = appendForm(reader, filling.forms, *material, kPersonForm, *fields); !done)
        return fail(done.error());
    filling.title = (*person)->name + subject.period.chinese() + filling.forms.first().form.title;
    return filling;
}
}

bool suits(const PaperForm& form, const ActivityRecord& record, const QList<ActivityKind>& kinds) {
    const QStringList served = kindsServed(record.activity.kind, record.activity.also);
    if (!form.only.isEmpty()) return isAnyOf(served, form.only);
    const ActivityKind kind = combinedKind(kinds, served);
    return !kind.id.isEmpty() && kind.attends != Attends::None
        && (kind.attends != Attends::Chosen || !record.attendance.isEmpty());
}

Result<HandbookDefinition> handbookDefinition() {
    const QString name = u"forms/handbook.json"_s;
    const auto bytes = readDataFile(name);
    if (!bytes) return fail(bytes.error());
    const auto broken = [&](const QString& why) {
        return fail(ErrorCode::BadFile,
                    Text::tr("手册的页目“%1”不对：%2").arg(dataFilePath(name), why),
                    Text::tr("请改正这个文件，或删掉它，用程序自带的页目"));
    };
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(*bytes, &error).object();
    if (error.error != QJsonParseError::NoError)
        return broken(Text::tr("第 %1 行附近写错").arg(bytes->first(error.offset).count('\n') + 1));
    HandbookDefinition definition;
    definition.title = object[u"title"_s].toString();
    const QStringList known = formIds();
    for (const auto& value : object[u"pages"_s].toArray()) {
        const QJsonObject page = value.toObject();
        const QString form = page[u"form"_s].toString();
        const QString each = page[u"each"_s].toString();
        if (!known.contains(form)) return broken(Text::tr("没有“%1”这张表").arg(form));
        static const QStringList words{QString(), u"activity"_s, u"member"_s, u"month"_s,
                                       u"attachments"_s};
        if (!words.contains(each))
            return broken(Text::tr("“each”只能是 activity、member、month 或 attachments"));
        definition.pages.append(form);
    }
    if (definition.pages.isEmpty()) return broken(Text::tr("一页也没有"));
    return definition;
}

Result<Filling> filledForms(const Reader& reader, const QString& what,
                            const PrintSubject& subject) {
    const auto fields = fieldCatalogue();
    if (!fields) return fail(fields.error());
    if (what != kHandbook)
        if (const auto form = loadForm(what, *fields); form && form->each == FormEach::Town)
            return filledTown(reader, *form, subject);
    auto material = materialFor(reader, subject);
    if (!material) return fail(material.error());
    Filling filling;
    if (what != kHandbook) {
        if (const auto done = appendForm(reader, filling.forms, *material, what, *fields); !done)
            return fail(done.error());
        if (filling.forms.isEmpty())
            return fail(ErrorCode::NotFound,
                        Text::tr("%1%2没有可打印的记录")
                            .arg(subject.branch.shortName, subject.period.chinese()),
                        Text::tr("请先记录，或换一个期间"));
        filling.title = titleOf(subject, filling.forms.first().form.title);
        return filling;
    }
    const auto definition = handbookDefinition();
    if (!definition) return fail(definition.error());
    for (const QString& page : definition->pages)
        if (const auto done = appendForm(reader, filling.forms, *material, page, *fields); !done)
            return fail(done.error());
    filling.title = titleOf(subject, definition->title);
    return filling;
}

Result<Filling> filledRecord(const Reader& reader, const PrintRecord& record, QDate printedOn) {
    if (!record.activity.isNull()) return filledActivity(reader, record, printedOn);
    if (!record.item.isNull()) return filledItem(reader, record, printedOn);
    return filledPerson(reader, record.person, record.year, printedOn);
}

} // namespace baolei
