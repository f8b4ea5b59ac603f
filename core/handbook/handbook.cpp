#include "core/handbook/handbook.h"

#include "core/base/data_files.h"
#include "core/base/files.h"
#include "core/forms/form_reader.h"
#include "core/forms/layout.h"
#include "core/forms/workbook.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

/// One form with what it is filled with.
struct Filled {
    PaperForm form;
    FormData data;
};

/// Everything that goes into one file.
struct Filling {
    QString title; ///< 西荡村党支部2026年党员花名册
    QList<Filled> forms;
};

struct HandbookDefinition {
    QString title;
    QStringList pages; ///< forms; which are filled several times, they say themselves
};

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
        if (!each.isEmpty() && each != u"activity"_s && each != u"member"_s && each != u"month"_s)
            return broken(Text::tr("“each”只能是 activity、member 或 month"));
        definition.pages.append(form);
    }
    if (definition.pages.isEmpty()) return broken(Text::tr("一页也没有"));
    return definition;
}

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
    auto kinds = loadKinds();
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

Result<void> appendForm(const Reader& reader, QList<Filled>& filled, Material& material,
                        const QString& id, const FieldCatalogue& fields) {
    const auto form = loadForm(id, fields);
    if (!form) return fail(form.error());
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

Result<Filling> filledForms(const Reader& reader, const QString& what,
                            const PrintSubject& subject) {
    const auto fields = fieldCatalogue();
    if (!fields) return fail(fields.error());
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

Result<Filling> filledActivity(const Reader& reader, Id<Activity> id, QDate printedOn) {
    const auto activity = reader.find(id);
    if (!activity) return fail(activity.error());
    if (!*activity) return fail(ErrorCode::NotFound, Text::tr("这次记录已不在"));
    auto holder = reader.find((*activity)->organisationId);
    if (!holder) return fail(holder.error());
    // A group's meeting stands in the handbook of its branch.
    if (*holder && (*holder)->type == u"group"_s) holder = reader.find((*holder)->parentId);
    if (!holder) return fail(holder.error());
    if (!*holder) return fail(ErrorCode::NotFound, Text::tr("这次记录的党组织已不在"));
    PrintSubject subject{**holder, Period::ofYear((*activity)->startsAt.date().year()), printedOn};
    auto material = materialFor(reader, subject);
    if (!material) return fail(material.error());
    const auto fields = fieldCatalogue();
    if (!fields) return fail(fields.error());
    QString form;
    for (const ActivityKind& kind : material->kinds)
        if (kind.id == (*activity)->kind) form = kind.form;
    material->held.all.removeIf([&](const Activity& each) { return each.id != id; });
    Filling filling;
    if (const auto done = appendForm(reader, filling.forms, *material, form, *fields); !done)
        return fail(done.error());
    if (filling.forms.isEmpty())
        return fail(ErrorCode::Refused, Text::tr("草稿不能打印"), Text::tr("请先保存为正式记录"));
    filling.title = (*holder)->shortName + (*activity)->startsAt.date().toString(Qt::ISODate)
        + filling.forms.first().form.title;
    return filling;
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

Result<Document> joinedPages(const Filling& filling, const Fonts& fonts) {
    QList<Document> parts;
    for (const Filled& each : filling.forms) {
        auto part = layOut(each.form, each.data, fonts);
        if (!part) return fail(part.error());
        parts.append(std::move(*part));
    }
    Document document = joined(parts, fonts);
    document.title = filling.title;
    return document;
}

Result<int> writeFilled(const Filling& filling, const QString& path, const Fonts& fonts,
                        const PageProgress& progress) {
    if (path.endsWith(u".xlsx"_s, Qt::CaseInsensitive)) {
        Document sheets;
        for (const Filled& each : filling.forms) {
            auto part = layOutForWorkbook(each.form, each.data, fonts);
            if (!part) return fail(part.error());
            sheets.pages += part->pages;
        }
        if (const auto done = writeWorkbook(sheets, path); !done) return fail(done.error());
        return int(sheets.pages.size());
    }
    if (!path.endsWith(u".pdf"_s, Qt::CaseInsensitive))
        return fail(ErrorCode::Usage, Text::tr("只能写成 .pdf 或 .xlsx 文件"));
    const auto document = joinedPages(filling, fonts);
    if (!document) return fail(document.error());
    if (const auto done = writePdf(*document, path, fonts, progress); !done)
        return fail(done.error());
    return int(document->pages.size());
}
}

QList<PrintableForm> printableForms(QStringList* problems) {
    QList<PrintableForm> forms;
    if (const auto definition = handbookDefinition())
        forms.append({kHandbook, definition->title, false});
    else if (problems)
        problems->append(definition.error().text());
    const auto fields = fieldCatalogue();
    for (const QString& id : formIds()) {
        if (!fields) break;
        if (const auto form = loadForm(id, *fields))
            forms.append({form->id, form->title, form->forDisclosure});
        else if (problems)
            problems->append(form.error().text());
    }
    return forms;
}

Result<Document> documentOf(const Reader& reader, const QString& form, const PrintSubject& subject,
                            const Fonts& fonts) {
    const auto filling = filledForms(reader, form, subject);
    if (!filling) return fail(filling.error());
    return joinedPages(*filling, fonts);
}

Result<Document> activityDocument(const Reader& reader, Id<Activity> activity, QDate printedOn,
                                  const Fonts& fonts) {
    const auto filling = filledActivity(reader, activity, printedOn);
    if (!filling) return fail(filling.error());
    return joinedPages(*filling, fonts);
}

Result<Document> personDocument(const Reader& reader, Id<Person> person, int year, QDate printedOn,
                                const Fonts& fonts) {
    const auto filling = filledPerson(reader, person, year, printedOn);
    if (!filling) return fail(filling.error());
    return joinedPages(*filling, fonts);
}

Result<int> printToFile(const Reader& reader, const QString& form, const PrintSubject& subject,
                        const QString& path, const Fonts& fonts, const PageProgress& progress) {
    const auto filling = filledForms(reader, form, subject);
    if (!filling) return fail(filling.error());
    return writeFilled(*filling, path, fonts, progress);
}

Result<int> printActivityToFile(const Reader& reader, Id<Activity> activity, QDate printedOn,
                                const QString& path, const Fonts& fonts) {
    const auto filling = filledActivity(reader, activity, printedOn);
    if (!filling) return fail(filling.error());
    return writeFilled(*filling, path, fonts, {});
}

Result<int> printPersonToFile(const Reader& reader, Id<Person> person, int year, QDate printedOn,
                              const QString& path, const Fonts& fonts) {
    const auto filling = filledPerson(reader, person, year, printedOn);
    if (!filling) return fail(filling.error());
    return writeFilled(*filling, path, fonts, {});
}

QList<BatchItem> printAll(const Reader& reader, const QString& form,
                          const QList<Organisation>& branches, const Period& period,
                          QDate printedOn, const QString& folder, const Fonts& fonts,
                          const PageProgress& progress) {
    QList<BatchItem> items;
    QString title;
    QSet<QString> taken; // branches of two towns may have one short name
    for (const PrintableForm& each : printableForms())
        if (each.id == form) title = each.title;
    for (qsizetype i = 0; i < branches.size(); ++i) {
        if (progress && !progress(int(i), int(branches.size()))) break;
        const Organisation& branch = branches[i];
        const QString name = fileNameOf(branch.shortName + u'-' + period.text() + u'-' + title);
        QString path = QDir(folder).filePath(name + u".pdf"_s);
        for (int copy = 2; taken.contains(path); ++copy)
            path = QDir(folder).filePath(u"%1-%2.pdf"_s.arg(name, QString::number(copy)));
        taken.insert(path);
        const auto pages = printToFile(reader, form, {branch, period, printedOn}, path, fonts);
        if (pages)
            items.append({branch.shortName, path, {}});
        else
            items.append({branch.shortName, {}, pages.error().text()});
    }
    return items;
}

} // namespace baolei
