#include "core/spreadsheet/zip_package.h"

#include "core/base/files.h"
#include "core/spreadsheet/read_errors.h"

#include <QFile>
#include <QFileInfo>
#include <zip.h>

namespace baolei {

namespace {

// A roster of 323,200 rows is 483 MB of XML at about 15:1; deflate can reach 1032:1.
constexpr qint64 kMaxExpanded = 4'000'000'000;
constexpr qint64 kRatioCountsFrom = 64'000'000;
constexpr qint64 kMaxRatio = 250;
constexpr zip_int64_t kMaxParts = 20'000;

bool tooTight(qint64 expanded, qint64 packed) {
    return expanded > kMaxExpanded
        || (expanded > kRatioCountsFrom && expanded / kMaxRatio > packed);
}

/// Nothing where the file is no archive.
zip* openArchive(const QString& path) {
#ifdef Q_OS_WIN
    const QString native = systemPath(path);
    zip_source* source = zip_source_win32w_create(reinterpret_cast<const wchar_t*>(native.utf16()),
                                                  0, -1, nullptr);
#else
    zip_source* source
        = zip_source_file_create(QFile::encodeName(path).constData(), 0, -1, nullptr);
#endif
    zip* archive = source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (!archive) zip_source_free(source); // otherwise it belongs to the archive
    return archive;
}

QString normalised(const QString& part) {
    QString name = part.toLower();
    name.replace(u'\\', u'/'); // some .NET writers
    while (name.startsWith(u'/'))
        name.remove(0, 1);
    return name;
}

} // namespace

void ZipPart::Closer::operator()(zip_file* file) const {
    zip_fclose(file);
}

void ZipPackage::Closer::operator()(zip* archive) const {
    zip_discard(archive);
}

Result<qint64> ZipPart::read(char* buffer, qint64 size) {
    if (m_goOn && !m_goOn()) return fail(readingStopped());
    const qint64 count = zip_fread(m_file.get(), buffer, zip_uint64_t(size));
    if (count < 0) return fail(damagedFile());
    m_expanded += count;
    if (tooTight(m_expanded, m_packed)) return fail(expandsTooMuch());
    return count;
}

Result<std::unique_ptr<ZipPackage>> ZipPackage::open(const QString& path,
                                                     std::function<bool()> goOn) {
    zip* archive = openArchive(path);
    if (!archive) return fail(damagedFile());
    auto package = std::make_unique<ZipPackage>();
    package->m_zip.reset(archive);
    package->m_goOn = std::move(goOn);
    package->m_size = QFileInfo(path).size();
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count <= 0 || count > kMaxParts) return fail(damagedFile());
    for (zip_uint64_t i = 0; i < zip_uint64_t(count); ++i) {
        const char* name = zip_get_name(archive, i, ZIP_FL_ENC_GUESS);
        if (!name) continue;
        // The first of two parts of one name counts, here as in Office.
        const QString key = normalised(QString::fromUtf8(name));
        if (!package->m_index.contains(key)) package->m_index.insert(key, i);
    }
    return package;
}

std::optional<quint64> ZipPackage::find(const QString& part) const {
    const auto it = m_index.constFind(normalised(part));
    if (it == m_index.constEnd()) return std::nullopt;
    return *it;
}

bool ZipPackage::contains(const QString& part) const {
    return find(part).has_value();
}

Result<ZipPart> ZipPackage::part(const QString& name) const {
    const std::optional<quint64> index = find(name);
    if (!index) return fail(damagedFile());
    zip_stat_t stat;
    zip_stat_init(&stat);
    const zip_uint64_t needed = ZIP_STAT_COMP_SIZE | ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(m_zip.get(), *index, 0, &stat) != 0 || (stat.valid & needed) != needed)
        return fail(damagedFile());
    if (stat.encryption_method != ZIP_EM_NONE) return fail(passwordProtected());
    ZipPart part;
    part.m_goOn = m_goOn;
    // A part that says it is longer than the file lies about how tightly it is packed.
    part.m_packed = qint64(std::min<zip_uint64_t>(stat.comp_size, zip_uint64_t(m_size)));
    if (stat.size > zip_uint64_t(kMaxExpanded) || tooTight(qint64(stat.size), part.m_packed))
        return fail(expandsTooMuch());
    part.m_file.reset(zip_fopen_index(m_zip.get(), *index, 0));
    if (!part.m_file) return fail(damagedFile());
    return part;
}

Result<QByteArray> ZipPackage::bytes(const QString& name, qint64 limit) const {
    Result<ZipPart> source = part(name);
    if (!source) return fail(source.error());
    QByteArray all;
    QByteArray chunk(65'536, Qt::Uninitialized);
    while (true) {
        const Result<qint64> count = source->read(chunk.data(), chunk.size());
        if (!count) return fail(count.error());
        if (*count == 0) return all;
        all.append(chunk.constData(), *count);
        if (all.size() > limit) return fail(expandsTooMuch());
    }
}

} // namespace baolei
