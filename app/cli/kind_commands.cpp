#include "app/cli/command.h"
#include "core/activities/own_kinds.h"
#include "core/rules/rule.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

tl::unexpected<Error> misused(const QString& what) {
    return fail(ErrorCode::Usage, what,
                Text::tr("请写成 kind 文件 list、show 种类、save 种类.json、retire 种类、"
                         "resume 种类 或 remove 种类"));
}

QString stateText(const OwnKind& own) {
    if (!own.problem.isEmpty()) return own.problem;
    if (own.kind.isRetired) return Text::tr("停用");
    return own.times > 0
        ? Text::tr("每%1 %2 次，%3 起")
              .arg(unitText(own.per), QString::number(own.times), own.from.toString(Qt::ISODate))
        : Text::tr("不定次数");
}

Result<void> list(const Call& call) {
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto kinds = townKinds(*reader);
    const auto own = ownKinds(*reader);
    if (!kinds) return fail(kinds.error());
    if (!own) return fail(own.error());
    QHash<QString, QString> states; // of the town's own
    for (const OwnKind& each : *own)
        states.insert(each.kind.id, stateText(each));
    QJsonArray array;
    for (const ActivityKind& kind : *kinds) {
        QJsonObject object = jsonOf(kind);
        object.insert(u"own"_s, states.contains(kind.id));
        array.append(object);
        if (call.has("json")) continue;
        call.out << kind.symbol << "  " << kind.name << u"（"_s << kind.shortName << u"）"_s
                 << (states.contains(kind.id) ? Text::tr("本镇，%1").arg(states[kind.id])
                                              : Text::tr("程序自带"))
                 << u"〔"_s << kind.source.text() << u"〕\n"_s;
    }
    for (const OwnKind& each : *own)
        if (!each.problem.isEmpty() && !call.has("json"))
            call.out << "?  " << each.kind.name << u"："_s << each.problem << "\n";
    if (call.has("json")) call.printJson(array);
    return {};
}

// As a file of its own would hold it, also of a shipped kind: what a new one is made from.
Result<void> show(const Call& call) {
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto kinds = townKinds(*reader);
    const auto own = ownKinds(*reader);
    if (!kinds) return fail(kinds.error());
    if (!own) return fail(own.error());
    const ActivityKind* kind = kindCalled(*kinds, call.word(2));
    if (!kind)
        return fail(ErrorCode::NotFound, Text::tr("没有“%1”这一类组织生活").arg(call.word(2)));
    OwnKind shown{*kind, {}, 0, {}, {}};
    for (const OwnKind& each : *own)
        if (each.kind.id == kind->id) shown = each;
    call.printJson(QJsonDocument::fromJson(settingText(shown).toUtf8()).object());
    return {};
}

Result<void> save(const Call& call) {
    QFile file(call.word(2));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, Text::tr("读不到文件“%1”").arg(call.word(2)),
                    Text::tr("什么都没有改动。请核对路径"));
    const auto own = ownKindFrom(file.readAll(), call.word(2));
    if (!own) return fail(own.error());
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto saved = saveOwnKind(**store, *own);
    if (!saved) return fail(saved.error());
    call.out << Text::tr("已保存本镇的活动种类：%1，%2〔%3〕")
                    .arg(saved->kind.name, stateText(*saved), saved->kind.id)
             << "\n";
    return {};
}

// The ones that a person may name: also by its name.
Result<QString> ownId(const Reader& reader, const QString& word) {
    const auto own = ownKinds(reader);
    if (!own) return fail(own.error());
    for (const OwnKind& each : *own)
        if (each.kind.id == word || each.kind.name == word || each.kind.shortName == word)
            return each.kind.id;
    return word; // refused by who changes it
}

Result<void> change(const Call& call, const QString& action) {
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto id = ownId((*store)->reader(), call.word(2));
    if (!id) return fail(id.error());
    const auto done = action == u"remove"_s ? removeOwnKind(**store, *id)
                                            : retireOwnKind(**store, *id, action == u"retire"_s);
    if (!done) return done;
    const QString said = action == u"remove"_s ? Text::tr("已删除：%1")
        : action == u"retire"_s ? Text::tr("已停用：%1。以后不再列出，已记的都保留")
                                : Text::tr("已重新启用：%1");
    call.out << said.arg(call.word(2)) << "\n";
    return {};
}

Result<void> kind(const Call& call) {
    const QString action = call.word(1);
    if (action == u"list"_s) return list(call);
    if (call.word(2).isEmpty()) return misused(Text::tr("没有写是哪一种"));
    if (action == u"show"_s) return show(call);
    if (action == u"save"_s) return save(call);
    if (QStringList{u"retire"_s, u"resume"_s, u"remove"_s}.contains(action))
        return change(call, action);
    return misused(Text::tr("没有“%1”这个做法").arg(action));
}
}

QList<Command> kindCommands() {
    static const OptionSpec json{"json", nullptr, QT_TRANSLATE_NOOP("Cli", "按 JSON 输出")};
    return {
        {"kind",
         {u"STORE"_s, u"list|show|save|retire|resume|remove"_s, u"[KIND|FILE.json]"_s},
         QT_TRANSLATE_NOOP("Cli", "看活动种类；保存、停用、启用或删除本镇自己的种类"),
         {json},
         kind},
    };
}

} // namespace baolei::cli
