#include "core/activities/unsaved.h"

#include "core/base/files.h"
#include "core/store/store.h"

#include <QCborArray>
#include <QCborMap>
#include <QCoreApplication>
#include <QFile>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Unsaved)
};

constexpr int kVersion = 1;
constexpr qint64 kLargest = 64 * 1024 * 1024; // whatever lies there, it is not read into memory

// Keys of the file.
const QString kVersionKey = u"version"_s;
const QString kStoreKey = u"store"_s;
const QString kEntriesKey = u"entries"_s;
const QString kIdKey = u"id"_s;
const QString kWrittenKey = u"written"_s;
const QString kOpenedKey = u"opened"_s;
const QString kEditedKey = u"edited"_s;

QCborValue toCbor(const Value& value) {
    if (const auto* number = std::get_if<qint64>(&value)) return *number;
    if (const auto* text = std::get_if<QString>(&value)) return *text;
    if (const auto* bytes = std::get_if<QByteArray>(&value)) return *bytes;
    return nullptr;
}

Value fromCbor(const QCborValue& value) {
    if (value.isInteger()) return value.toInteger();
    if (value.isString()) return value.toString();
    if (value.isByteArray()) return value.toByteArray();
    return {};
}

QCborMap cellsOf(const Activity& activity) {
    QCborMap cells;
    for (const Column& column : tableOf<Activity>().columns())
        cells.insert(QString::fromLatin1(column.name), toCbor(column.read(&activity)));
    return cells;
}

// Columns that a newer program has added are as in a new record.
Activity activityFrom(const QCborMap& cells) {
    Activity activity;
    for (const Column& column : tableOf<Activity>().columns())
        column.write(&activity, fromCbor(cells[QString::fromLatin1(column.name)]));
    return activity;
}

QCborMap toCbor(const UnsavedEntry& entry) {
    QCborMap map{{kIdKey, entry.id.toBytes()},
                 {kWrittenKey, toCbor(toValue(entry.writtenAt))},
                 {kEditedKey, cellsOf(entry.edited)}};
    if (entry.opened) map.insert(kOpenedKey, cellsOf(*entry.opened));
    return map;
}

UnsavedEntry entryFrom(const QCborMap& map) {
    UnsavedEntry entry;
    entry.id = Uuid::fromBytes(map[kIdKey].toByteArray());
    entry.writtenAt = Codec<QDateTime>::fromValue(fromCbor(map[kWrittenKey]));
    entry.edited = activityFrom(map[kEditedKey].toMap());
    if (map.contains(kOpenedKey)) entry.opened = activityFrom(map[kOpenedKey].toMap());
    return entry;
}

tl::unexpected<Error> notKept() {
    return fail(ErrorCode::Io, Text::tr("正在写的记录没有备到磁盘上"),
                Text::tr("请检查磁盘空间和写保护，并尽快保存"), Text::tr("写下的内容还在窗口里"));
}

QString halfMade(const UnsavedFile& file) {
    return file.path + u".part"_s;
}

// All at once or not at all: a program killed in between leaves the state before.
Result<void> write(const UnsavedFile& file, const QList<UnsavedEntry>& entries) {
    QCborArray list;
    for (const UnsavedEntry& entry : entries)
        list.append(toCbor(entry));
    const QCborMap whole{
        {kVersionKey, kVersion}, {kStoreKey, file.store.toBytes()}, {kEntriesKey, list}};
    const QByteArray bytes = whole.toCborValue().toCbor();
    QFile part(halfMade(file));
    bool isWritten = part.open(QIODevice::WriteOnly)
        && part.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    isWritten = isWritten && part.write(bytes) == bytes.size() && part.flush();
    part.close();
    if (isWritten && syncToDisk(part.fileName())) {
        if (replaceFile(part.fileName(), file.path)) return {};
    }
    part.remove();
    return notKept();
}
}

Result<UnsavedFile> unsavedFileOf(const Store& store) {
    UnsavedFile file{store.path() + u".unsaved"_s, {}};
    const auto done = store.reader().each("SELECT value FROM store_info WHERE name = 'store'", {},
                                          [&](const Row& row) { file.store = row.as<Uuid>(0); });
    if (!done) return fail(done.error());
    return file;
}

Result<QList<UnsavedEntry>> unsavedEntries(const UnsavedFile& file) {
    QList<UnsavedEntry> entries;
    QFile kept(file.path);
    if (!kept.exists()) return entries;
    if (!kept.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, Text::tr("上次没有存完的记录读不出来"),
                    Text::tr("请检查文件“%1”能不能读").arg(shownPath(file.path)));
    if (kept.size() > kLargest) return entries;
    QCborParserError problem; // of what is cut off Qt gives half a map, which nobody may read
    const QCborMap whole = QCborValue::fromCbor(kept.readAll(), &problem).toMap();
    if (problem.error != QCborError::NoError) return entries;
    if (whole[kVersionKey].toInteger() != kVersion) return entries;
    if (whole[kStoreKey].toByteArray() != file.store.toBytes()) return entries;
    for (const QCborValue& each : whole[kEntriesKey].toArray())
        if (const UnsavedEntry entry = entryFrom(each.toMap()); !entry.id.isNull())
            entries.append(entry);
    return entries;
}

Result<void> keepUnsaved(const UnsavedFile& file, const UnsavedEntry& entry) {
    auto entries = unsavedEntries(file);
    if (!entries) return fail(entries.error());
    const auto same = std::find_if(entries->begin(), entries->end(),
                                   [&](const UnsavedEntry& each) { return each.id == entry.id; });
    if (same == entries->end())
        entries->append(entry);
    else
        *same = entry;
    return write(file, *entries);
}

Result<void> dropUnsaved(const UnsavedFile& file, const Uuid& entry) {
    auto entries = unsavedEntries(file);
    if (!entries) return fail(entries.error());
    entries->removeIf([&](const UnsavedEntry& each) { return each.id == entry; });
    QFile::remove(halfMade(file));
    if (!entries->isEmpty()) return write(file, *entries);
    if (!QFile::exists(file.path) || QFile::remove(file.path)) return {};
    return fail(ErrorCode::Io, Text::tr("没有存完的那份记录没有去掉"),
                Text::tr("请删除文件“%1”").arg(shownPath(file.path)));
}

} // namespace baolei
