#pragma once
// Files of this process may not grow beyond a size while one of these lives: what a full disk does
// to a program that writes, without filling one.

#include <QtGlobal>

#ifndef Q_OS_WIN
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <csignal>
#include <functional>
#include <sys/resource.h>

namespace baolei {

class FullDisk {
public:
    explicit FullDisk(qint64 bytes) {
        m_signal = std::signal(SIGXFSZ, SIG_IGN); // the call fails instead
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
    void (*m_signal)(int);
};

/// Writes the file `name` on a disk with room for nothing, a sixth of it, and so on: what stood
/// there before stays until a whole one (`expectWhole`) takes its place; no half file is left.
inline void expectWholeOrNothing(const QString& name,
                                 const std::function<Result<void>(const QString&)>& write,
                                 const std::function<void(const QString&)>& expectWhole) {
    const TempFolder folder;
    const QString path = folder.path(name);
    ASSERT_TRUE(ok(write(path)));
    const qint64 whole = QFile(path).size();
    const QByteArray before = "what was there before";
    int refused = 0;
    for (qint64 limit = 0; limit < 6 * whole; limit += qMax<qint64>(1, whole / 6)) {
        QFile old(path);
        ASSERT_TRUE(old.open(QIODevice::WriteOnly));
        old.write(before);
        old.close();
        const auto done = [&] {
            const FullDisk disk(limit);
            return write(path);
        }();
        if (done) {
            SCOPED_TRACE("room for " + std::to_string(limit));
            expectWhole(path);
            continue;
        }
        ++refused;
        EXPECT_EQ(done.error().code, ErrorCode::Io);
        EXPECT_FALSE(done.error().kept.isEmpty()) << done.error().what.toStdString();
        EXPECT_FALSE(done.error().next.isEmpty()) << done.error().what.toStdString();
        EXPECT_EQ(contentOf(path), before);
        EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
    EXPECT_GE(refused, 6);
}

} // namespace baolei
#endif
