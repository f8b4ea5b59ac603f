#include "core/activities/own_kinds.h"

#include "core/activities/activity.h"
#include "core/base/normal_text.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(OwnKinds)
};

constexpr Op kSaveKind{"kind.save", QT_TRANSLATE_NOOP("Op", "保存本镇的活动种类：%1")};
constexpr Op kRemoveKind{"kind.remove", QT_TRANSLATE_NOOP("Op", "删除本镇的活动种类：%1")};
constexpr Op kRetireKind{"kind.retire", QT_TRANSLATE_NOOP("Op", "停用活动种类：%1")};
constexpr Op kResumeKind{"kind.resume", QT_TRANSLATE_NOOP("Op", "重新启用活动种类：%1")};

constexpr int kLongestKindName = 20;
constexpr int kLongestShortName = 4;
constexpr int kMostFields = 30;

void giveFieldIds(QList<ActivityField>& fields) {
    const auto isFree = [&fields](const QString& id) {
        return std::none_of(fields.begin(), fields.end(),
                            [&id](const ActivityField& field) { return field.id == id; });
    };
    int number = 0;
    for (ActivityField& field : fields) {
        while (field.id.isEmpty())
            if (const QString id = u"f%1"_s.arg(++number); isFree(id)) field.id = id;
        for (qsizetype i = 0; i < field.columns.size(); ++i)
            if (field.columns[i].id.isEmpty()) field.columns[i].id = u"c%1"_s.arg(i + 1);
    }
}

void tidy(OwnKind& own) {
    ActivityKind& kind = own.kind;
    for (QString* text :
         {&kind.name, &kind.shortName, &kind.symbol, &kind.source.document, &kind.source.article})
        *text = normalLine(*text).trimmed();
    for (ActivityField& field : kind.fields)
        field.title = normalLine(field.title).trimmed();
    giveFieldIds(kind.fields);
    if (!kind.required.contains(u"date"_s)) kind.required.prepend(u"date"_s);
    kind.cadence.clear(); // known by the days above, when it is read
    if (own.times == 0) own.from = own.until = QDate();
}

// What the columns of one field hold in all records; a field that none has filled in is not there.
Result<QHash<QString, int>> filledFields(const Reader& reader, const QString& kind) {
    QHash<QString, int> filled;
    const auto done
        = reader.each("SELECT details FROM live_activity WHERE details <> ''"
                      " AND (kind = :kind OR instr(also, :kind) > 0)",
                      {{":kind", kind}}, [&](const Row& row) {
                          const QJsonObject details
                              = QJsonDocument::fromJson(row.as<QString>(0).toUtf8()).object();
                          for (auto each = details.begin(); each != details.end(); ++each)
                              if (!each.value().toString().isEmpty()) ++filled[each.key()];
                      });
    if (!done) return fail(done.error());
    return filled;
}

// What stands in a field can still be read as text of another length, and as nothing else.
bool canBecome(const ActivityField& before, const ActivityField& now) {
    const auto isText
        = [](FieldType type) { return type == FieldType::Text || type == FieldType::Lines; };
    if (before.type == FieldType::Rows)
        return now.type == FieldType::Rows && now.columns.size() >= before.columns.size();
    return before.type == now.type || (isText(now.type) && before.type != FieldType::People);
}

Result<void> refuseLosses(const Reader& reader, const ActivityKind& before,
                          const ActivityKind& now) {
    QList<ActivityField> endangered;
    for (const ActivityField& field : before.fields) {
        const ActivityField* same = fieldWithId(now, field.id);
        if (!same || !canBecome(field, *same)) endangered.append(field);
    }
    if (endangered.isEmpty()) return {};
    const auto filled = filledFields(reader, before.id);
    if (!filled) return fail(filled.error());
    for (const ActivityField& field : std::as_const(endangered))
        if (const int times = filled->value(field.id); times > 0)
            return fail(ErrorCode::Refused,
                        Text::tr("“%1”这一栏已有 %2 次记录填了内容，不能去掉或改成别的样式")
                            .arg(field.title, QString::number(times)),
                        Text::tr("什么都没有改动。可以给它改名，或另加一栏"));
    return {};
}

Result<OwnKind> ownKindWithId(const Reader& reader, const QString& id) {
    const auto own = ownKinds(reader);
    if (!own) return fail(own.error());
    for (const OwnKind& each : *own)
        if (each.kind.id == id) return each;
    return fail(ErrorCode::NotFound, Text::tr("没有这个本镇的活动种类"),
                Text::tr("程序自带的种类不能改动；可以照样新建一种"));
}

bool isTaken(const QString& word, const QList<ActivityKind>& others) {
    return std::any_of(others.begin(), others.end(), [&word](const ActivityKind& other) {
        return other.id == word || other.name == word || other.shortName == word;
    });
}

// Made anywhere, so that the kinds of two offices never become one.
QString newId(Session& session) {
    return u"own-"_s + session.newId<OwnKind>().value.toText().remove(u'-');
}

// What is written must be what is read: nothing is kept that would be lost at the next start.
Result<void> refuseUnreadable(const OwnKind& own) {
    const auto read = ownKindFrom(settingText(own).toUtf8(), Text::tr("本镇的活动种类"));
    return read ? Result<void>() : fail(read.error());
}

QString nameProblem(const QString& name, int longest, const QList<ActivityKind>& others) {
    if (name.isEmpty()) return Text::tr("请起个名称");
    if (name.size() > longest) return Text::tr("太长，最多 %1 个字").arg(longest);
    if (name.contains(u'{') || name.contains(u'}')) return Text::tr("名称里不能有花括号");
    if (isTaken(name, others)) return Text::tr("已有叫“%1”的种类").arg(name);
    return {};
}

QString fieldsProblem(const QList<ActivityField>& fields) {
    if (fields.size() > kMostFields) return Text::tr("最多 %1 栏").arg(kMostFields);
    QStringList titles;
    for (const ActivityField& field : fields) {
        if (field.title.isEmpty()) return Text::tr("每一栏都要有名称");
        if (titles.contains(field.title)) return Text::tr("有两栏都叫“%1”").arg(field.title);
        titles.append(field.title);
        if (field.type == FieldType::Choice && field.options.isEmpty())
            return Text::tr("请写出“%1”有哪些选项，用、隔开").arg(field.title);
        if (field.type == FieldType::Rows && field.columns.isEmpty())
            return Text::tr("请写出“%1”这张表有哪些列，用、隔开").arg(field.title);
    }
    return {};
}
}

QList<FieldProblem> checkOwnKind(const OwnKind& own, const QList<ActivityKind>& others) {
    QList<FieldProblem> problems;
    const auto refuse = [&problems](const char* column, const QString& message) {
        if (!message.isEmpty()) problems.append({column, message, true});
    };
    const ActivityKind& kind = own.kind;
    refuse("name", nameProblem(kind.name, kLongestKindName, others));
    refuse("short", nameProblem(kind.shortName, kLongestShortName, others));
    if (kind.symbol.toUcs4().size() != 1) refuse("symbol", Text::tr("写一个字，如“读”"));
    if (own.times > 0 && !own.from.isValid()) refuse("from", Text::tr("请写从哪天起要求"));
    if (kind.source.document.isEmpty())
        refuse("source", Text::tr("请写依据，如文件名称；没有文件就写“本镇做法”"));
    refuse("fields", fieldsProblem(kind.fields));
    return problems;
}

Result<OwnKind> saveOwnKind(Store& store, OwnKind own) {
    return store.run({kSaveKind, {own.kind.name}}, [&](Session& session) -> Result<OwnKind> {
        const bool isNew = own.kind.id.isEmpty();
        if (isNew) own.kind.id = newId(session);
        tidy(own);
        auto others = townKinds(session.reader());
        if (!others) return fail(others.error());
        if (!isNew) {
            const auto before = ownKindWithId(session.reader(), own.kind.id);
            if (!before) return fail(before.error());
            const auto fine = refuseLosses(session.reader(), before->kind, own.kind);
            if (!fine) return fail(fine.error());
            others->removeIf([&](const ActivityKind& each) { return each.id == own.kind.id; });
        }
        if (others->size() >= kMostKinds)
            return fail(ErrorCode::Refused, Text::tr("活动种类最多 %1 种").arg(kMostKinds),
                        Text::tr("请先删去没有用过的"));
        for (const FieldProblem& problem : checkOwnKind(own, *others))
            return fail(ErrorCode::Refused, problem.message, Text::tr("请改正后再保存"));
        if (const auto fine = refuseUnreadable(own); !fine) return fail(fine.error());
        const auto put = putSetting(session, kOwnKindPrefix + own.kind.id, settingText(own));
        if (!put) return fail(put.error());
        return own;
    });
}

Result<int> usesOf(const Reader& reader, const QString& kind) {
    int uses = 0;
    const auto done
        = reader.each("SELECT (SELECT count(*) FROM live_activity"
                      "  WHERE kind = :kind OR instr(also, :kind) > 0)"
                      " + (SELECT count(*) FROM live_plan_item WHERE kind = :kind)",
                      {{":kind", kind}}, [&uses](const Row& row) { uses = row.as<int>(0); });
    if (!done) return fail(done.error());
    return uses;
}

Result<void> removeOwnKind(Store& store, const QString& kind) {
    const auto own = ownKindWithId(store.reader(), kind);
    if (!own) return fail(own.error());
    return store.run({kRemoveKind, {own->kind.name}}, [&](Session& session) -> Result<void> {
        const auto uses = usesOf(session.reader(), kind);
        if (!uses) return fail(uses.error());
        if (*uses > 0)
            return fail(ErrorCode::Refused,
                        Text::tr("“%1”已有 %2 条记录或计划，不能删除")
                            .arg(own->kind.name, QString::number(*uses)),
                        Text::tr("什么都没有改动。可以停用它：以后不再列出，已记的都保留"));
        return eraseSetting(session, kOwnKindPrefix + kind);
    });
}

Result<void> retireOwnKind(Store& store, const QString& kind, bool isRetired) {
    auto own = ownKindWithId(store.reader(), kind);
    if (!own) return fail(own.error());
    if (!own->problem.isEmpty()) return fail(ErrorCode::Refused, own->problem);
    own->kind.isRetired = isRetired;
    const QDate today = store.clock().today();
    own->until = isRetired ? QDate(today.year(), today.month(), 1).addDays(-1) : QDate();
    return store.run({isRetired ? kRetireKind : kResumeKind, {own->kind.name}},
                     [&](Session& session) {
                         return putSetting(session, kOwnKindPrefix + kind, settingText(*own));
                     });
}

} // namespace baolei
