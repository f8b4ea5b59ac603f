// The parts of an .xlsx or .ods as text, each after a line "@@@ name"; the package is put around
// them here. A changed byte of a packed file would only ever be a wrong checksum.

#include "tests/fuzz/every_sheet.h"

#include <zip.h>

using namespace baolei;

namespace {
const QByteArray kMark("@@@ ");

void addPart(zip_t* package, const QByteArray& text) {
    const qsizetype end = text.indexOf('\n');
    if (end <= 0) return;
    const QByteArray name = text.first(end);
    zip_source_t* source = zip_source_buffer(package, text.constData() + end + 1,
                                             zip_uint64_t(text.size() - end - 1), 0);
    const auto index = zip_file_add(package, name.constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) return zip_source_free(source);
    zip_set_file_compression(package, zip_uint64_t(index), ZIP_CM_STORE, 0);
}

bool writePackage(const QString& path, const QByteArray& parts) {
    zip_t* package = zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (!package) return false;
    QList<QByteArray> texts; // libzip reads them when it closes the package
    for (qsizetype at = parts.indexOf(kMark); at >= 0 && texts.size() < 50;) {
        const qsizetype from = at + kMark.size();
        at = parts.indexOf("\n" + kMark, from);
        texts.append(parts.mid(from, at < 0 ? -1 : at - from));
        if (at >= 0) ++at;
    }
    for (const QByteArray& text : std::as_const(texts))
        addPart(package, text);
    if (zip_close(package) == 0) return true;
    zip_discard(package);
    return false;
}
}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const QString path = scratchFile(QStringLiteral("table.xlsx"), {});
    QByteArray parts = bytesOf(bytes, size);
    if (!writePackage(path, parts)) return 0;
    const std::size_t print = readEverySheet(path);
    // Usual rows are read by hand; a comment in front of each cell leaves them to expat, which must
    // see the same. Where there are comments or the like already, this one might change the sense.
    if (parts.contains("<!") || !parts.contains("<c ")) return 0;
    parts.replace("<c ", "<!----><c ");
    require(writePackage(path, parts) && readEverySheet(path) == print, "both ways read the same");
    return 0;
}
