#include "core/activities/phrases.h"

#include "core/base/data_files.h"
#include "core/rules/strict_json.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

constexpr Op kSavePhrase{"phrase.save", QT_TRANSLATE_NOOP("Op", "保存常用语：%1")};
constexpr Op kRemovePhrase{"phrase.remove", QT_TRANSLATE_NOOP("Op", "删除常用语：%1")};
constexpr Op kRestorePhrases{"phrase.restore", QT_TRANSLATE_NOOP("Op", "恢复自带的常用语")};
const QString kPrefix = u"phrase."_s;
const QString kFile = u"phrases/phrases.json"_s;
constexpr int kLongestPhraseName = 40;
constexpr int kLongestPhrase = 4000;

Result<QList<Phrase>> shippedPhrases() {
    const auto bytes = readDataFile(kFile);
    if (!bytes) return fail(bytes.error());
    const auto top = jsonObjectOf(*bytes, dataFilePath(kFile));
    if (!top) return fail(top.error());
    JsonFields fields(*top);
    QList<Phrase> phrases;
    for (const auto& value : fields.array(u"phrases"_s)) {
        JsonFields item(value);
        Phrase phrase{item.text(u"id"_s),
                      item.text(u"name"_s),
                      item.texts(u"kinds"_s),
                      item.text(u"field"_s),
                      item.text(u"text"_s),
                      true,
                      false};
        if (const QString problem = item.problem(); !problem.isEmpty())
            fields.refuse(u"“%1”：%2"_s.arg(phrase.id, problem));
        phrases.append(std::move(phrase));
    }
    if (const QString problem = fields.problem(); !problem.isEmpty())
        return fail(ErrorCode::BadFile,
                    Text::tr("常用语文件“%1”写错了：%2").arg(dataFilePath(kFile), problem),
                    Text::tr("请改正这个文件，或删去自己的副本以恢复原样"));
    return phrases;
}

QString jsonOf(const Phrase& phrase) {
    const QJsonObject object{{u"name"_s, phrase.name},
                             {u"kinds"_s, QJsonArray::fromStringList(phrase.kinds)},
                             {u"field"_s, phrase.field},
                             {u"text"_s, phrase.text}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// What the store keeps of a phrase; without a name it was removed.
Phrase keptPhrase(const Setting& setting) {
    const QJsonObject object = QJsonDocument::fromJson(setting.value.toUtf8()).object();
    Phrase phrase;
    phrase.id = setting.name.sliced(kPrefix.size());
    phrase.name = object[u"name"_s].toString();
    for (const auto& kind : object[u"kinds"_s].toArray())
        phrase.kinds.append(kind.toString());
    phrase.field = object[u"field"_s].toString();
    phrase.text = object[u"text"_s].toString();
    phrase.isOwn = true;
    return phrase;
}

Result<QList<Phrase>> keptPhrases(const Reader& reader) {
    const auto kept = reader.all<Setting>("WHERE r.name LIKE 'phrase.%' ORDER BY r.name");
    if (!kept) return fail(kept.error());
    QList<Phrase> phrases;
    for (const Setting& each : *kept)
        phrases.append(keptPhrase(each));
    return phrases;
}

const Phrase* phraseIn(const QList<Phrase>& phrases, const QString& id) {
    for (const Phrase& each : phrases)
        if (each.id == id) return &each;
    return nullptr;
}

Result<void> refuseWhatIsWrong(const Phrase& phrase) {
    const QString next = Text::tr("请改正后再保存");
    if (phrase.name.isEmpty())
        return fail(ErrorCode::Refused, Text::tr("请给这段常用语起个名称"), next);
    if (phrase.text.isEmpty())
        return fail(ErrorCode::Refused, Text::tr("常用语里还没有文字"), next);
    if (phrase.name.size() > kLongestPhraseName)
        return fail(ErrorCode::Refused, Text::tr("名称太长，最多 %1 个字").arg(kLongestPhraseName),
                    next);
    if (phrase.text.size() > kLongestPhrase)
        return fail(ErrorCode::Refused,
                    Text::tr("这段文字太长，常用语最多 %1 个字").arg(kLongestPhrase), next);
    return {};
}
}

Result<QList<Phrase>> phrasesOf(const Reader& reader) {
    const auto shipped = shippedPhrases();
    if (!shipped) return fail(shipped.error());
    const auto kept = keptPhrases(reader);
    if (!kept) return fail(kept.error());
    QList<Phrase> phrases;
    for (Phrase each : *kept) {
        each.isShipped = phraseIn(*shipped, each.id) != nullptr;
        if (!each.name.isEmpty()) phrases.append(each);
    }
    for (const Phrase& each : *shipped)
        if (!phraseIn(*kept, each.id)) phrases.append(each);
    return phrases;
}

QList<Phrase> phrasesFor(const QList<Phrase>& all, const QStringList& kinds, const QString& field) {
    QList<Phrase> phrases;
    for (const Phrase& each : all) {
        const bool isOfKind = each.kinds.isEmpty()
            || std::any_of(kinds.begin(), kinds.end(),
                           [&](const QString& kind) { return each.kinds.contains(kind); });
        if (isOfKind && each.field == field) phrases.append(each);
    }
    std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
        return std::pair(!a.isOwn, a.kinds.isEmpty()) < std::pair(!b.isOwn, b.kinds.isEmpty());
    });
    return phrases;
}

Result<Phrase> savePhrase(Store& store, Phrase phrase) {
    phrase.name = phrase.name.simplified();
    phrase.text = phrase.text.trimmed();
    if (const auto fine = refuseWhatIsWrong(phrase); !fine) return fail(fine.error());
    return store.run({kSavePhrase, {phrase.name}}, [&](Session& session) -> Result<Phrase> {
        if (phrase.id.isEmpty()) phrase.id = session.newId<Phrase>().value.toText();
        phrase.isOwn = true;
        const auto done = putSetting(session, kPrefix + phrase.id, jsonOf(phrase));
        if (!done) return fail(done.error());
        return phrase;
    });
}

Result<void> removePhrase(Store& store, const Phrase& phrase) {
    return store.run({kRemovePhrase, {phrase.name}}, [&](Session& session) {
        const QString name = kPrefix + phrase.id;
        return phrase.isShipped ? putSetting(session, name, u"{}"_s) : eraseSetting(session, name);
    });
}

Result<void> restorePhrases(Store& store) {
    const auto shipped = shippedPhrases();
    if (!shipped) return fail(shipped.error());
    return store.run({kRestorePhrases}, [&](Session& session) -> Result<void> {
        const auto kept = keptPhrases(session.reader());
        if (!kept) return fail(kept.error());
        for (const Phrase& each : *kept) {
            if (!phraseIn(*shipped, each.id)) continue;
            if (const auto done = eraseSetting(session, kPrefix + each.id); !done) return done;
        }
        return {};
    });
}

QString filledPhrase(const QString& text, const Activity& activity, const QString& branch) {
    QString filled = text;
    const auto put = [&filled](const QString& placeholder, const QString& value) {
        if (!value.isEmpty()) filled.replace(placeholder, value);
    };
    const QDate day = activity.startsAt.date();
    put(Text::tr("{支部}"), branch);
    if (day.isValid())
        put(Text::tr("{日期}"),
            Text::tr("%1年%2月%3日").arg(day.year()).arg(day.month()).arg(day.day()));
    put(Text::tr("{主持人}"), activity.host);
    if (activity.due == 0) return filled;
    put(Text::tr("{应到}"), QString::number(activity.due));
    put(Text::tr("{实到}"), QString::number(activity.present));
    put(Text::tr("{有表决权应到}"), QString::number(activity.votingDue));
    put(Text::tr("{有表决权实到}"), QString::number(activity.votingPresent));
    return filled;
}

} // namespace baolei
