#include "tests/stress/disk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace baolei {

namespace {
constexpr qint64 kSector = 512;

QString folderOf(const QString& path) {
    return path.left(path.lastIndexOf(u'/'));
}

void put(QByteArray& content, qint64 at, const QByteArray& bytes, char gap) {
    if (content.size() < at) content.append(QByteArray(at - content.size(), gap));
    content.replace(at, qMin(bytes.size(), content.size() - at), bytes);
}

void apply(QByteArray& content, const DiskEvent& event) {
    if (event.what == DiskEvent::What::Write)
        put(content, event.at, event.bytes, '\0');
    else
        content.truncate(event.at);
}

void applyName(QHash<QString, int>& names, const DiskEvent& event) {
    using enum DiskEvent::What;
    if (event.what != Name) names.remove(event.path);
    if (event.what == Name) names.insert(event.path, event.file);
    if (event.what == Rename) names.insert(event.to, event.file);
}
}

DiskLog::DiskLog(const QString& root)
    : m_root(root) { }

void DiskLog::append(DiskEvent event) {
    if (!m_isPaused) m_events.append(std::move(event));
}

int DiskLog::opened(const QString& path, bool isNew) {
    const std::lock_guard lock(m_mutex);
    if (m_isPaused || !isOurs(path)) return -1;
    const auto known = m_names.constFind(path);
    if (known != m_names.constEnd()) return *known;
    QFile file(path);
    QByteArray content;
    if (!isNew && file.open(QIODevice::ReadOnly)) content = file.readAll();
    const int number = int(m_contents.size());
    m_contents.append(content);
    m_names.insert(path, number);
    using enum DiskEvent::What;
    append({.what = isNew ? Name : Known, .file = number, .path = path});
    return number;
}

void DiskLog::wrote(int file, qint64 at, const QByteArray& bytes) {
    const std::lock_guard lock(m_mutex);
    if (file >= 0) append({.what = DiskEvent::What::Write, .file = file, .at = at, .bytes = bytes});
}

void DiskLog::truncated(int file, qint64 size) {
    const std::lock_guard lock(m_mutex);
    if (file >= 0) append({.what = DiskEvent::What::Truncate, .file = file, .at = size});
}

void DiskLog::synced(const QString& path) {
    const std::lock_guard lock(m_mutex);
    if (path == m_root || (isOurs(path) && QFileInfo(path).isDir()))
        append({.what = DiskEvent::What::SyncFolder, .path = path});
    else if (m_names.contains(path))
        append({.what = DiskEvent::What::Sync, .file = m_names.value(path)});
}

void DiskLog::madeFolder(const QString& path) {
    const std::lock_guard lock(m_mutex);
    if (isOurs(path)) append({.what = DiskEvent::What::Name, .file = kFolder, .path = path});
}

void DiskLog::removed(const QString& path) {
    const std::lock_guard lock(m_mutex);
    if (m_names.remove(path)) append({.what = DiskEvent::What::Unname, .path = path});
}

void DiskLog::renamed(const QString& from, const QString& to) {
    const std::lock_guard lock(m_mutex);
    if (!m_names.contains(from)) return;
    const int file = m_names.take(from);
    m_names.insert(to, file);
    append({.what = DiskEvent::What::Rename, .file = file, .path = from, .to = to});
}

void DiskLog::note(int number) {
    const std::lock_guard lock(m_mutex);
    append({.what = DiskEvent::What::Note, .file = number});
}

Disk::Disk(const DiskLog& log)
    : m_log(log) {
    for (const QByteArray& content : log.contents())
        m_files.append({content, {}});
}

void Disk::advance() {
    using enum DiskEvent::What;
    const DiskEvent& event = m_log.events()[m_position++];
    switch (event.what) {
    case Write:
    case Truncate:
        m_files[event.file].pending.append(&event);
        break;
    case Sync: {
        File& file = m_files[event.file];
        for (const DiskEvent* each : file.pending)
            apply(file.synced, *each);
        file.pending.clear();
        break;
    }
    case Name:
    case Unname:
    case Rename:
        m_pending.append(&event);
        break;
    case Known:
        m_names.insert(event.path, event.file);
        break;
    case SyncFolder:
        for (const DiskEvent* each : m_pending)
            if (folderOf(each->path) == event.path) applyName(m_names, *each);
        m_pending.removeIf(
            [&](const DiskEvent* each) { return folderOf(each->path) == event.path; });
        break;
    case Note:
        break;
    }
}

QByteArray Disk::remains(const File& file, Loss loss, std::mt19937& random) const {
    QByteArray content = file.synced;
    if (loss == Loss::All) return content;
    // What was never written shows what lay there before.
    const char gap = random() % 2 == 0 ? '\0' : '\x5A';
    for (const DiskEvent* event : file.pending) {
        if (event->what == DiskEvent::What::Truncate) {
            if (random() % 2 == 0) apply(content, *event);
            continue;
        }
        const bool isTorn = loss == Loss::SomeAndTorn && event == file.pending.last();
        const qint64 end = event->at
            + (isTorn ? qint64(random() % (size_t(event->bytes.size()) + 1)) : event->bytes.size());
        for (qint64 at = event->at; at < end;) {
            const qint64 next = qMin(end, (at / kSector + 1) * kSector);
            if (isTorn || random() % 2 == 0)
                put(content, at, event->bytes.mid(at - event->at, next - at), gap);
            at = next;
        }
    }
    return content;
}

void Disk::leaveIn(const QString& folder, const QString& root, Loss loss,
                   std::mt19937& random) const {
    QHash<QString, int> names = m_names;
    for (const DiskEvent* event : m_pending)
        if (loss != Loss::All && random() % 2 == 0) applyName(names, *event);
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        if (*name == kFolder) continue;
        // What lies in a folder is lost with the folder's own name.
        bool isReachable = true;
        for (QString above = folderOf(name.key()); above != root; above = folderOf(above))
            isReachable = isReachable && names.contains(above);
        if (!isReachable) continue;
        const QString path = folder + name.key().sliced(root.size());
        QDir().mkpath(folderOf(path));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) file.write(remains(m_files[*name], loss, random));
    }
}

} // namespace baolei
