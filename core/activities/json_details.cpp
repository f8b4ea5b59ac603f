#include "core/activities/json_details.h"

#include "core/base/partial_date.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ActivityJson)
};

auto bad(const QString& what) {
    return fail(ErrorCode::Refused, what, Text::tr("请改正 JSON 文件再试"));
}

QString textIn(const QJsonValue& value) {
    if (!value.isArray()) return value.toVariant().toString().trimmed();
    QStringList lines;
    for (const QJsonValue each : value.toArray())
        lines.append(each.toVariant().toString().trimmed());
    return lines.join(u'\n');
}

qsizetype columnCalled(const ActivityField& field, const QString& word) {
    for (qsizetype i = 0; i < field.columns.size(); ++i)
        if (field.columns[i].id == word || field.columns[i].title == word) return i;
    return -1;
}

Result<QString> rowsFrom(const ActivityField& field, const QJsonValue& value) {
    QList<FieldRow> rows;
    for (const QJsonValue each : value.toArray()) {
        if (!each.isObject())
            return bad(
                Text::tr("“%1”的每一行应当是一组“列名：内容”，写在花括号里").arg(field.title));
        const QJsonObject cells = each.toObject();
        FieldRow row;
        row.resize(field.columns.size());
        for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
            const qsizetype column = columnCalled(field, cell.key());
            if (column < 0) return bad(Text::tr("“%1”没有“%2”这一列").arg(field.title, cell.key()));
            row[column] = cell.value().toVariant().toString();
        }
        rows.append(row);
    }
    return storedRows(rows);
}
}

Result<QString> detailFromJson(const ActivityField& field, const QJsonValue& value) {
    if (field.type == FieldType::Rows) {
        if (!value.isArray()) return bad(Text::tr("“%1”应当是列表，写在方括号里").arg(field.title));
        return rowsFrom(field, value);
    }
    const QString text = textIn(value);
    if (text.isEmpty()) return text;
    bool isRight = true;
    QString wanted;
    switch (field.type) {
    case FieldType::Number:
        static_cast<void>(text.toDouble(&isRight));
        wanted = Text::tr("“%1”应当是数字").arg(field.title);
        break;
    case FieldType::Date:
        isRight = !PartialDate::fromText(text).isNull();
        wanted = Text::tr("“%1”应当是日期，如 2026-09-15").arg(field.title);
        break;
    case FieldType::Choice:
        isRight = field.options.contains(text);
        wanted = Text::tr("“%1”只能是：%2").arg(field.title, field.options.join(u'、'));
        break;
    case FieldType::People:
        return namesIn(text).join(u'\n');
    default:
        break;
    }
    if (!isRight) return bad(wanted);
    return text;
}

} // namespace baolei
