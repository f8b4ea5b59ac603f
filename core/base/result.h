#pragma once
// What can fail at run time answers with Result<T>. An Error is written for the person at the
// desk: what happened, what was kept, what to do next, in plain Chinese and without private data.

#include <QString>
#include <tl/expected.hpp>

namespace baolei {

enum class ErrorCode {
    Refused, ///< a rule of the program says no; the person can change something and try again
    NotFound, ///< what was asked for is not there
    BadFile, ///< a file is damaged, of another kind, or cannot be read
    Damaged, ///< the store itself is damaged: its newest sound backup is offered
    NewerFile, ///< written by a newer version of the program
    Locked, ///< held by another copy of the program
    Io, ///< disk, stick or network
    ReadOnly, ///< lies where it can be read and not written
    Usage, ///< wrong words on the command line
    Cancelled, ///< the person stopped it
    Broken, ///< a promise inside the program was broken
};

struct Error {
    ErrorCode code = ErrorCode::Refused;
    QString what; ///< what happened
    QString kept; ///< what was kept; empty: nothing had been changed
    QString next; ///< what to do next
    /// The three parts as one sentence after another.
    QString text() const;
    bool operator==(const Error&) const = default;
};

template <typename T> using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::Refused, tr("…"), tr("…"));`
inline tl::unexpected<Error> fail(ErrorCode code, QString what, QString next = {},
                                  QString kept = {}) {
    return tl::unexpected<Error>({code, std::move(what), std::move(kept), std::move(next)});
}
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace baolei
