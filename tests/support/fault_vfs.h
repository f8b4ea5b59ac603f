#pragma once
// A disk that fails where a test wants it to: stands between SQLite and the real file layer, counts
// the calls and fails the n-th one, once or from then on. While one lives it is SQLite's default,
// so that everything which opens a file goes through it. Nothing is synced: tests need no platter.

#include <QByteArray>
#include <atomic>
#include <memory>

namespace baolei {

struct FaultLayer;

class FaultVfs {
public:
    enum class Kind {
        Full, ///< no room left: writes, files that would grow or be made
        Io, ///< the disk does not answer: every call
    };
    enum class Lasting { Once, FromThenOn };

    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    /// Lets every call through, and counts those of this kind after now.
    void count(Kind kind);
    int calls() const { return m_calls; }
    /// Fails the `nth` call (from 1) of this kind after now.
    void failAt(int nth, Kind kind, Lasting lasting);
    void heal();
    bool hasFailed() const { return !m_failed.isEmpty(); }
    const QByteArray& failedCall() const { return m_failed; } ///< such as "write", for messages

    /// Asked by each call: the code to fail with, or 0.
    int next(const char* call, int code, bool isWrite);

private:
    std::unique_ptr<FaultLayer> m_layer;
    std::atomic<int> m_calls = 0;
    int m_failingCall = 0; ///< 0: none is coming
    bool m_isFailing = false;
    Kind m_kind = Kind::Io;
    Lasting m_lasting = Lasting::Once;
    QByteArray m_failed;
};

} // namespace baolei
