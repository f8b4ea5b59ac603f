#include "tests/gates/layering.h"

#include <QDir>
#include <QHash>
#include <QLibraryInfo>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// A module may include itself, what stands here, and what that may include.
const QHash<QString, QStringList>& arrows() {
    static const QHash<QString, QStringList> table{
        {u"core/base"_s, {}},
        {u"core/store"_s, {u"core/base"_s}},
        {u"core/rules"_s, {u"core/base"_s}},
        {u"core/names"_s, {u"core/base"_s}},
        {u"core/spreadsheet"_s, {u"core/base"_s}},
        {u"core/people"_s,
         {u"core/store"_s, u"core/names"_s, u"core/spreadsheet"_s, u"core/rules"_s}},
        {u"core/activities"_s, {u"core/people"_s, u"core/rules"_s}},
        {u"core/plans"_s, {u"core/activities"_s}},
        {u"core/pictures"_s, {u"core/base"_s}},
        {u"core/attachments"_s, {u"core/activities"_s, u"core/pictures"_s}},
        {u"core/forms"_s, {u"core/spreadsheet"_s, u"core/pictures"_s}},
        {u"core/handbook"_s, {u"core/forms"_s, u"core/plans"_s, u"core/attachments"_s}},
        {u"core/demo"_s, {u"core/plans"_s}},
    };
    return table;
}

const QStringList kDrawing{u"core/pictures"_s, u"core/forms"_s, u"core/handbook"_s};

QString moduleOf(const QString& path) {
    return path.section(u'/', 0, 1);
}

bool mayInclude(const QString& from, const QString& to) {
    if (from == to) return true;
    const QStringList next = arrows().value(from);
    return std::any_of(next.begin(), next.end(),
                       [&](const QString& each) { return mayInclude(each, to); });
}

QString problemOf(const QString& path, const QString& include, const QtHeaders& qt) {
    const QString layer = path.section(u'/', 0, 0);
    const QString module = moduleOf(path);
    const QString target = include.section(u'/', 0, 0);
    const QString bare = include.section(u'/', -1);
    if (layer == u"core"_s) {
        if (!arrows().contains(module)) return u"has no place in the table of arrows"_s;
        if (qt.widgets.contains(bare)) return u"core knows no widgets"_s;
        if (qt.gui.contains(bare) && !kDrawing.contains(module))
            return u"only core/pictures, core/forms and core/handbook draw"_s;
        if (target == u"ui"_s || target == u"app"_s) return u"core lies below"_s;
        if (target == u"core"_s && !mayInclude(module, moduleOf(include)))
            return u"goes against the arrow"_s;
    }
    if (layer == u"ui"_s) {
        if (target == u"app"_s) return u"ui lies below"_s;
        if (target == u"ui"_s && moduleOf(include) != module && moduleOf(include) != u"ui/base"_s)
            return u"features of ui do not know each other"_s;
    }
    if (target == u"tests"_s) return u"the program does not know its tests"_s;
    if (include.startsWith(u".."_s)) return u"include from the root"_s;
    return {};
}
}

QtHeaders installedQtHeaders() {
    const QString root = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    const auto in = [&](const QString& library) {
        const QStringList names = QDir(root + u'/' + library).entryList(QDir::Files);
        return QSet<QString>(names.begin(), names.end());
    };
    return {in(u"QtGui"_s), in(u"QtWidgets"_s) + in(u"QtPrintSupport"_s)};
}

QStringList layeringProblems(const QList<SourceFile>& files, const QtHeaders& qt) {
    QStringList problems;
    for (const SourceFile& file : files) {
        for (const QString& include : includesOf(file)) {
            const QString why = problemOf(file.path, include, qt);
            if (!why.isEmpty())
                problems.append(u"%1 includes %2 – %3"_s.arg(file.path, include, why));
        }
    }
    return problems;
}

} // namespace baolei
