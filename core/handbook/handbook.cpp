#include "core/handbook/handbook.h"

#include "core/activities/own_kinds.h"
#include "core/attachments/queries.h"
#include "core/base/files.h"
#include "core/forms/form_reader.h"
#include "core/forms/layout.h"
#include "core/forms/workbook.h"
#include "core/handbook/filling.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

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

PrintableForm printable(const PaperForm& form) {
    PrintableForm found{form.id, form.title};
    found.isMonthly
        = form.forDisclosure || form.each == FormEach::Meeting || form.each == FormEach::Vote;
    found.isForTown = form.each == FormEach::Town;
    return found;
}
}

QList<PrintableForm> printableForms(QStringList* problems) {
    QList<PrintableForm> forms;
    if (const auto definition = handbookDefinition())
        forms.append({kHandbook, definition->title});
    else if (problems)
        problems->append(definition.error().text());
    const auto fields = fieldCatalogue();
    for (const QString& id : formIds()) {
        if (!fields) break;
        if (const auto form = loadForm(id, *fields))
            forms.append(printable(*form));
        else if (problems)
            problems->append(form.error().text());
    }
    return forms;
}

Result<QList<PrintableForm>> formsOf(const Reader& reader, Id<Activity> id) {
    QList<PrintableForm> forms;
    const auto activity = reader.find(id);
    if (!activity) return fail(activity.error());
    if (!*activity) return forms;
    const auto kinds = townKinds(reader);
    if (!kinds) return fail(kinds.error());
    const auto record = unpack(**activity);
    if (!record) return fail(record.error());
    const auto fields = fieldCatalogue();
    if (!fields) return fail(fields.error());
    const ActivityKind* kind = kindWithId(*kinds, (*activity)->kind);
    const auto attached = attachmentCount(reader, id);
    if (!attached) return fail(attached.error());
    QStringList voted;
    for (const VoteItem& item : record->votes)
        voted.append(voteKindWord(item.kind));
    QList<PrintableForm> before, others;
    for (const QString& each : formIds()) {
        const auto form = loadForm(each, *fields);
        if (!form) continue; // the list of all forms says so
        const bool isOfVote = std::any_of(voted.begin(), voted.end(), [&](const QString& word) {
            return form->only.isEmpty() || form->only.contains(word);
        });
        if (kind && kind->form == each && (*activity)->state == u"final"_s)
            forms.append(printable(*form));
        else if (form->each == FormEach::Meeting && suits(*form, *record, *kinds))
            (form->only.isEmpty() ? before : others).append(printable(*form));
        else if (form->each == FormEach::Attachments && *attached > 0)
            others.append(printable(*form));
        else if (form->each == FormEach::Vote && isOfVote)
            others.append(printable(*form));
    }
    return forms + before + others;
}

Result<PrintSubject> townSubject(const Reader& reader, Id<Organisation> scope, const Period& period,
                                 QDate printedOn) {
    PrintSubject subject{{}, period, printedOn};
    if (!scope.isNull()) {
        const auto found = reader.find(scope);
        if (!found) return fail(found.error());
        if (!*found) return fail(ErrorCode::NotFound, Text::tr("所选的党组织已不在"));
        subject.branch = **found;
        return subject;
    }
    const auto town = settingOf(reader, kTownName);
    if (!town) return fail(town.error());
    subject.branch.name = subject.branch.shortName = *town;
    return subject;
}

Result<Document> documentOf(const Reader& reader, const QString& form, const PrintSubject& subject,
                            const Fonts& fonts) {
    const auto filling = filledForms(reader, form, subject);
    if (!filling) return fail(filling.error());
    return joinedPages(*filling, fonts);
}

Result<Document> recordDocument(const Reader& reader, const PrintRecord& record, QDate printedOn,
                                const Fonts& fonts) {
    const auto filling = filledRecord(reader, record, printedOn);
    if (!filling) return fail(filling.error());
    return joinedPages(*filling, fonts);
}

Result<int> printToFile(const Reader& reader, const QString& form, const PrintSubject& subject,
                        const QString& path, const Fonts& fonts, const PageProgress& progress) {
    const auto filling = filledForms(reader, form, subject);
    if (!filling) return fail(filling.error());
    return writeFilled(*filling, path, fonts, progress);
}

Result<int> printRecordToFile(const Reader& reader, const PrintRecord& record, QDate printedOn,
                              const QString& path, const Fonts& fonts) {
    const auto filling = filledRecord(reader, record, printedOn);
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
