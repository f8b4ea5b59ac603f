#include "core/forms/fields.h"

#include "core/base/data_files.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

int lineAt(const QByteArray& text, qsizetype offset) {
    return int(text.first(qBound<qsizetype>(0, offset, text.size())).count('\n')) + 1;
}

tl::unexpected<Error> broken(const QString& path, const QString& reason) {
    return fail(ErrorCode::BadFile, Text::tr("字段目录“%1”有错：%2").arg(path, reason),
                Text::tr("请改正该文件，或删去用户数据文件夹中的副本以恢复自带的目录"));
}

// Number of letters to change, add or leave out to come from one name to the other.
int distance(const QString& a, const QString& b) {
    QList<int> row(b.size() + 1);
    for (int j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (int i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.size(); ++j) {
            const int above = row[j];
            row[j] = qMin(qMin(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
            diagonal = above;
        }
    }
    return row.last();
}
}

const FieldInfo* FieldCatalogue::find(const QString& name) const {
    const auto at = byName.constFind(name);
    return at == byName.constEnd() ? nullptr : &fields[*at];
}

QString FieldCatalogue::nearest(const QString& name) const {
    QString best;
    int bestDistance = int(qMax<qsizetype>(3, name.size() / 2));
    for (const FieldInfo& field : fields) {
        const int d = distance(name, field.name);
        if (d >= bestDistance) continue;
        bestDistance = d;
        best = field.name;
    }
    return best;
}

Result<FieldCatalogue> readFields(const QByteArray& json, const QString& path) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return broken(path, Text::tr("第%1行不是合法的 JSON").arg(lineAt(json, error.offset)));
    FieldCatalogue catalogue;
    for (const QJsonValue value : document.object()[u"fields"_s].toArray()) {
        const QJsonObject entry = value.toObject();
        FieldInfo field;
        field.isList = entry.contains(u"list"_s);
        field.name = entry[field.isList ? u"list"_s : u"name"_s].toString();
        field.meaning = entry[u"meaning"_s].toString();
        field.isPrivate = entry[u"private"_s].toBool();
        field.onDisclosure = entry[u"disclosure"_s].toBool();
        if (field.name.isEmpty() || field.meaning.isEmpty())
            return broken(path,
                          Text::tr("第%1个字段缺名称或含义").arg(catalogue.fields.size() + 1));
        if (field.isPrivate && field.onDisclosure)
            return broken(path, Text::tr("“%1”是私密字段，不能允许公示").arg(field.name));
        if (catalogue.byName.contains(field.name))
            return broken(path, Text::tr("“%1”写了两次").arg(field.name));
        catalogue.byName.insert(field.name, catalogue.fields.size());
        catalogue.fields.append(field);
    }
    if (catalogue.fields.isEmpty()) return broken(path, Text::tr("没有任何字段"));
    return catalogue;
}

Result<FieldCatalogue> fieldCatalogue() {
    const QString name = u"forms/fields.json"_s;
    const Result<QByteArray> json = readDataFile(name);
    if (!json) return fail(json.error());
    return readFields(*json, dataFilePath(name));
}

} // namespace baolei
