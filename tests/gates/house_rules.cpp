#include "tests/gates/house_rules.h"

#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// What stands in `namespace { … }` belongs to its file alone.
QString withoutUnnamedNamespaces(QString code) {
    static const QRegularExpression opening(u"\\bnamespace \\{"_s);
    for (auto match = opening.match(code); match.hasMatch(); match = opening.match(code)) {
        qsizetype end = match.capturedEnd();
        for (int depth = 1; depth > 0 && end < code.size(); ++end)
            depth += code[end] == u'{' ? 1 : code[end] == u'}' ? -1 : 0;
        code.remove(match.capturedStart(), end - match.capturedStart());
    }
    return code;
}

constexpr qsizetype kMaxLines = 400;
}

QStringList writesOutsideStore(const QList<SourceFile>& code) {
    QStringList problems;
    for (const SourceFile& file : code) {
        if (file.path.startsWith(u"core/store/"_s)) continue;
        problems += matchesOf(
            file, withoutComments(file.text),
            u"(?i)\\b(INSERT\\s+(OR\\s+\\w+\\s+)?INTO|REPLACE\\s+INTO|DELETE\\s+FROM"
            "|UPDATE\\s+\\w+\\s+SET|(CREATE|DROP|ALTER)\\s+(TABLE|INDEX|VIEW|TRIGGER))\\b"_s,
            u"only core/store writes"_s);
    }
    return problems;
}

QStringList wallClockReads(const QList<SourceFile>& code) {
    QStringList problems;
    for (const SourceFile& file : code) {
        if (file.path == u"core/base/clock.cpp"_s) continue;
        problems += matchesOf(file, withoutComments(file.text),
                              u"\\bQ(DateTime|Date|Time)::current\\w+|\\bsystem_clock\\b"
                              "|\\bstd::time\\s*\\(|\\bCURRENT_(TIME|DATE|TIMESTAMP)\\b"
                              "|\\((date|time|datetime|julianday)\\('now'"
                              "|\\b(date|time|datetime|julianday|strftime)\\([^)]*'now'"_s,
                              u"ask the injected clock"_s);
    }
    return problems;
}

QStringList variablesOfThreads(const QList<SourceFile>& code) {
    QStringList problems;
    for (const SourceFile& file : code)
        problems += matchesOf(file, withoutComments(file.text), u"\\bthread_local\\b"_s,
                              u"MinGW frees it before it destroys it"_s);
    return problems;
}

QStringList typesDefinedTwice(const QList<SourceFile>& code) {
    static const QRegularExpression definition(
        u"^(?:struct|class|enum class) (\\w+)\\b(?!::)[^;\\n]*\\{"_s,
        QRegularExpression::MultilineOption);
    QHash<QString, QString> homes;
    QStringList problems;
    for (const SourceFile& file : code) {
        auto match = definition.globalMatch(withoutUnnamedNamespaces(withoutComments(file.text)));
        while (match.hasNext()) {
            const QString name = match.next().captured(1);
            if (const QString home = homes.value(name); !home.isEmpty())
                problems.append(u"%1 is defined in %2 and in %3"_s.arg(name, home, file.path));
            homes.insert(name, file.path);
        }
    }
    return problems;
}

QStringList halfWidthPunctuation(const QList<SourceFile>& code) {
    QStringList problems;
    // Texts for people have no prefix; u"…" holds patterns and filters too.
    const QString pattern
        = uR"re((?<![uR\w])"(?=[^"\n]*[一-龥])[^"\n]*([一-龥][,:;!?(]|[,:!?)][一-龥]|(?<!;);[一-龥]|%\d[,:;]))re"_s;
    for (const SourceFile& file : code)
        problems += matchesOf(file, withoutComments(file.text), pattern,
                              u"Chinese sentences take ，：；！？（）"_s);
    return problems;
}

QStringList longFiles(const QList<SourceFile>& code) {
    QStringList problems;
    for (const SourceFile& file : code) {
        const qsizetype lines
            = file.text.count(u'\n') + (file.text.isEmpty() || file.text.endsWith(u'\n') ? 0 : 1);
        if (lines > kMaxLines) problems.append(u"%1 has %2 lines"_s.arg(file.path).arg(lines));
    }
    return problems;
}

QStringList machinePaths(const QList<SourceFile>& files) {
    QStringList problems;
    for (const SourceFile& file : files)
        problems += matchesOf(file, file.text,
                              u"(?<![\\w.*/-])/(work|home|root)/|[A-Z]:\\\\{1,2}Users\\\\"_s,
                              u"a path of one machine"_s);
    return problems;
}

QStringList unanswerableDialogs(const QList<SourceFile>& code) {
    QStringList problems;
    for (const SourceFile& file : code) {
        if (file.path.startsWith(u"ui/base/"_s)) continue;
        problems
            += matchesOf(file, withoutComments(file.text),
                         u"\\bQ(MessageBox|FileDialog|InputDialog)\\b"_s, u"ask through ui/base"_s);
    }
    return problems;
}

QStringList operationProblems(const QList<SourceFile>& code) {
    static const QRegularExpression op(
        u"\\bOp\\s+(k\\w+)\\s*(?:=\\s*)?\\{\\s*(?:\\.key\\s*=\\s*)?\"([^\"]*)\"\\s*,\\s*(\\S+)"_s);
    QStringList problems;
    QHash<QString, QString> seen;
    for (const SourceFile& file : code) {
        const QString plain = withoutComments(file.text);
        for (auto matches = op.globalMatch(plain); matches.hasNext();) {
            const auto match = matches.next();
            const QString here = place(file, match.capturedStart(), match.captured(1));
            const QString key = match.captured(2);
            if (seen.contains(key))
                problems.append(u"%1 has the key %2 of %3"_s.arg(here, key, seen.value(key)));
            seen.insert(key, here);
            if (!match.captured(3).contains(u"QT_TRANSLATE_NOOP"_s))
                problems.append(here + u" has a label that is not marked for translation"_s);
        }
    }
    return problems;
}

QStringList unreadableData(const QList<SourceFile>& files) {
    QStringList problems;
    for (const SourceFile& file : files) {
        if (file.path.endsWith(u".json"_s)) {
            QJsonParseError error;
            QJsonDocument::fromJson(file.text.toUtf8(), &error);
            if (error.error != QJsonParseError::NoError)
                problems.append(file.path + u": "_s + error.errorString());
            continue;
        }
        QXmlStreamReader xml(file.text);
        while (!xml.atEnd())
            xml.readNext();
        if (xml.hasError()) problems.append(file.path + u": "_s + xml.errorString());
    }
    return problems;
}

QStringList unfinishedTranslations(const QList<SourceFile>& translations) {
    QStringList problems;
    for (const SourceFile& file : translations)
        problems += matchesOf(file, file.text,
                              u"<translation[^>]*type=\"(unfinished|vanished|obsolete)\""_s,
                              u"run lupdate and translate"_s);
    return problems;
}

QStringList looseEnds(const QList<SourceFile>& code) {
    QStringList problems;
    // In two parts: this file is read as well.
    const QString words = u"\\b(TO"_s + u"DO|FIX"_s + u"ME|X"_s + u"XX)\\b"_s;
    for (const SourceFile& file : code)
        problems += matchesOf(file, file.text, words, u"finish it or leave it out"_s);
    return problems;
}

} // namespace baolei
