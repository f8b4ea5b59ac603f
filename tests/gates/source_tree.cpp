#include "tests/gates/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QString kRoot = QStringLiteral(BAOLEI_SOURCE_DIR "/");

QString textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Where a comment or a literal that begins at `at` ends; `at` itself where none begins.
qsizetype endOfPiece(const QString& code, qsizetype at, bool& isComment) {
    static const QRegularExpression piece(
        u"\\G(?:(//[^\\n]*|/\\*.*?\\*/)|R\"([^(\\n]*)\\(.*?\\)\\2\"|\"(?:\\\\.|[^\"\\\\\\n])*\""
        "|'(?:\\\\[^'\\n]+|[^'\\\\\\n])')"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = piece.match(code, at, QRegularExpression::NormalMatch,
                                   QRegularExpression::AnchorAtOffsetMatchOption);
    isComment = match.hasMatch() && match.hasCaptured(1);
    return match.hasMatch() ? match.capturedEnd() : at;
}
}

QList<SourceFile> filesUnder(const QStringList& roots, const QStringList& suffixes) {
    QList<SourceFile> files;
    const auto add = [&](const QString& full) {
        const bool isWanted = std::any_of(suffixes.begin(), suffixes.end(),
                                          [&](const QString& end) { return full.endsWith(end); });
        if (isWanted) files.append({full.mid(kRoot.size()), textOf(full)});
    };
    for (const QString& root : roots) {
        if (!QFileInfo(kRoot + root).isDir()) {
            if (QFile::exists(kRoot + root)) add(kRoot + root);
            continue;
        }
        QDirIterator entries(kRoot + root, QDir::Files | QDir::Hidden,
                             QDirIterator::Subdirectories);
        while (entries.hasNext())
            add(entries.next());
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

QList<SourceFile> codeUnder(const QStringList& roots) {
    return filesUnder(roots, {u".h"_s, u".cpp"_s});
}

QString withoutComments(const QString& code) {
    QString plain = code;
    for (qsizetype at = 0; at < code.size();) {
        if (!u"/\"'R"_s.contains(code[at])) {
            ++at;
            continue;
        }
        bool isComment = false;
        const qsizetype end = endOfPiece(code, at, isComment);
        for (qsizetype i = at; isComment && i < end; ++i)
            if (code[i] != u'\n') plain[i] = u' ';
        at = qMax(end, at + 1);
    }
    return plain;
}

QStringList includesOf(const SourceFile& file) {
    static const QRegularExpression include(
        u"^[ \\t]*#[ \\t]*include[ \\t]*[<\"]([^>\"\\n]+)[>\"]"_s,
        QRegularExpression::MultilineOption);
    QStringList found;
    const QString code = withoutComments(file.text);
    for (auto matches = include.globalMatch(code); matches.hasNext();)
        found.append(matches.next().captured(1));
    return found;
}

QString place(const SourceFile& file, qsizetype offset, const QString& what) {
    return u"%1:%2: %3"_s.arg(file.path)
        .arg(QStringView(file.text).first(offset).count(u'\n') + 1)
        .arg(what);
}

QStringList matchesOf(const SourceFile& file, const QString& code, const QString& pattern,
                      const QString& why) {
    QStringList problems;
    const QRegularExpression wanted(pattern, QRegularExpression::MultilineOption);
    for (auto matches = wanted.globalMatch(code); matches.hasNext();) {
        const auto match = matches.next();
        problems.append(place(file, match.capturedStart(), match.captured() + u" – "_s + why));
    }
    return problems;
}

} // namespace baolei
