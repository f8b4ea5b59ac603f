#pragma once
// Files of this process may not grow beyond a size while one of these lives: what a full disk does
// to a program that writes, without filling one.

#include <QtGlobal>

#ifndef Q_OS_WIN
#include <csignal>
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

} // namespace baolei
#endif
