#pragma once
// The zip file that an .xlsx or .ods is, read part by part. Limits the expansion, so that a small
// file cannot fill the memory or keep the program busy for ever. Internal to core/spreadsheet.

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <functional>
#include <memory>
#include <optional>

struct zip;
struct zip_file;

namespace baolei {

/// One part being inflated.
class ZipPart {
public:
    /// Up to `size` bytes; 0 at the end.
    Result<qint64> read(char* buffer, qint64 size);

private:
    friend class ZipPackage;
    struct Closer {
        void operator()(zip_file* file) const;
    };
    std::unique_ptr<zip_file, Closer> m_file;
    std::function<bool()> m_goOn;
    qint64 m_packed = 0;
    qint64 m_expanded = 0;
};

class ZipPackage {
public:
    /// `goOn`: asked with each piece that is read; false stops.
    static Result<std::unique_ptr<ZipPackage>> open(const QString& path,
                                                    std::function<bool()> goOn = {});

    /// Part names are compared as Office does: without regard to case and a leading slash.
    bool contains(const QString& part) const;
    /// The names of all parts, in small letters.
    QStringList parts() const { return m_index.keys(); }
    Result<ZipPart> part(const QString& name) const;
    /// The whole of a small part; refuses one above `limit`.
    Result<QByteArray> bytes(const QString& name, qint64 limit) const;

private:
    std::optional<quint64> find(const QString& part) const;

    struct Closer {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Closer> m_zip;
    std::function<bool()> m_goOn;
    qint64 m_size = 0; ///< of the file
    QHash<QString, quint64> m_index;
};

} // namespace baolei
