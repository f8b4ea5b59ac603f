#pragma once
// A disk that remembers everything that was asked of it, so that the state in which a loss of power
// would have left it can be made for any moment. It promises no more than a disk has to: what was
// written is there only once that file was synced, and a name only once its folder was; of the rest
// any part may have arrived, in any order, and the last write may have stopped in the middle.

#include <QHash>
#include <QList>
#include <QString>
#include <mutex>
#include <random>

namespace baolei {

struct DiskEvent {
    /// Known: it was there, name and all, before it was first asked for.
    enum class What { Known, Name, Unname, Rename, Write, Truncate, Sync, SyncFolder, Note };
    What what;
    int file = -1; ///< which one, whatever its name; a folder: kFolder; Note: its number
    QString path = {};
    QString to = {}; ///< Rename
    qint64 at = 0; ///< Write; Truncate: the new size
    QByteArray bytes = {};
};
inline constexpr int kFolder = -2;

/// What is recorded of one folder and all below it.
class DiskLog {
public:
    explicit DiskLog(const QString& root);

    // Paths outside the root, and files that were never opened here, are left out.
    int opened(const QString& path, bool isNew);
    void wrote(int file, qint64 at, const QByteArray& bytes);
    void truncated(int file, qint64 size);
    void synced(const QString& path); ///< file or folder
    void madeFolder(const QString& path);
    void removed(const QString& path);
    void renamed(const QString& from, const QString& to);
    void note(int number);

    void setPaused(bool isPaused) { m_isPaused = isPaused; }
    const QList<DiskEvent>& events() const { return m_events; }
    const QList<QByteArray>& contents() const { return m_contents; }

private:
    void append(DiskEvent event);
    bool isOurs(const QString& path) const { return path.startsWith(m_root + u'/'); }

    QString m_root;
    std::recursive_mutex m_mutex;
    bool m_isPaused = false;
    QHash<QString, int> m_names;
    QList<QByteArray> m_contents; ///< of each file when it was first opened
    QList<DiskEvent> m_events;
};

/// How much of what was not synced is lost.
enum class Loss { All, Some, SomeAndTorn };

/// The disk as the events go by.
class Disk {
public:
    explicit Disk(const DiskLog& log);
    void advance(); ///< by one event
    qsizetype position() const { return m_position; }
    /// Writes what a loss of power now would leave into `folder`.
    void leaveIn(const QString& folder, const QString& root, Loss loss, std::mt19937& random) const;

private:
    struct File {
        QByteArray synced;
        QList<const DiskEvent*> pending;
    };
    QByteArray remains(const File& file, Loss loss, std::mt19937& random) const;

    const DiskLog& m_log;
    qsizetype m_position = 0;
    QList<File> m_files;
    QHash<QString, int> m_names; ///< synced
    QList<const DiskEvent*> m_pending; ///< of names
};

} // namespace baolei
