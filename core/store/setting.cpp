#include "core/store/setting.h"

#include "core/store/store.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Setting)
};

constexpr int kLongestValue = 1'000'000; // the columns of a remembered roster may be 16,384

constexpr Op kChangeSetting{"setting.change", QT_TRANSLATE_NOOP("Op", "修改设置")};

// The key is made from the name, so that two copies of a store mean the same row by it.
Id<Setting> idOf(const QString& name) {
    const QByteArray hash
        = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Blake2b_256);
    Uuid id = Uuid::fromBytes(hash.first(16));
    id.bytes[6] = static_cast<unsigned char>((id.bytes[6] & 0x0F) | 0x80); // a version-8 UUID
    id.bytes[8] = static_cast<unsigned char>((id.bytes[8] & 0x3F) | 0x80);
    return {id};
}
}

template <> const Table& tableOf<Setting>() {
    static const Table table{
        "setting",
        Text::tr("设置"),
        {column("id", Text::tr("编号"), &Setting::id),
         column("name", Text::tr("名称"), &Setting::name),
         column("value", Text::tr("内容"), &Setting::value).withLines(kLongestValue)}};
    return table;
}

Result<QString> settingOf(const Reader& reader, const QString& name, const QString& otherwise) {
    const auto setting = reader.find(idOf(name));
    if (!setting) return fail(setting.error());
    return *setting ? (*setting)->value : otherwise;
}

Result<void> putSetting(Session& session, const QString& name, const QString& value) {
    const auto put = session.put(Setting{idOf(name), name, value});
    if (!put) return fail(put.error());
    return {};
}

Result<void> eraseSetting(Session& session, const QString& name) {
    return session.erase(idOf(name));
}

Result<void> changeSetting(Store& store, const QString& name, const QString& value) {
    return store.run({kChangeSetting}, [&](Session& s) { return putSetting(s, name, value); });
}

} // namespace baolei
