#include "core/forms/form_reader.h"

#include "core/base/data_files.h"
#include "core/forms/form_file.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};
}

QSizeF textArea(const PaperForm& form) {
    const PageMargins& m = form.margins;
    if (m.boundAtTop)
        return {form.paper.width() - 2 * m.outer, form.paper.height() - m.binding - m.bottom};
    return {form.paper.width() - m.binding - m.outer, form.paper.height() - m.top - m.bottom};
}

Result<PaperForm> readForm(const QByteArray& xml, const QString& path,
                           const FieldCatalogue& fields) {
    FormFile reader(xml, fields);
    PaperForm form = reader.read();
    const QXmlStreamReader& state = reader.xml();
    if (!state.hasError()) return form;
    const QString reason = state.error() == QXmlStreamReader::CustomError
        ? state.errorString()
        : Text::tr("不是合法的 XML(%1)").arg(state.errorString());
    return fail(ErrorCode::BadFile,
                Text::tr("表单“%1”第%2行有错：%3").arg(path).arg(state.lineNumber()).arg(reason),
                Text::tr("请改正该行；若是改坏的副本，删去它即恢复自带的表单"));
}

Result<PaperForm> loadForm(const QString& id, const FieldCatalogue& fields) {
    if (!formIds().contains(id))
        return fail(ErrorCode::NotFound, Text::tr("没有表单“%1”").arg(id),
                    Text::tr("可用的表单：%1").arg(formIds().join(u'、')));
    const QString name = u"forms/"_s + id + u".form.xml"_s;
    const Result<QByteArray> xml = readDataFile(name);
    if (!xml) return fail(xml.error());
    return readForm(*xml, dataFilePath(name), fields);
}

QStringList formIds() {
    QStringList ids;
    for (const QString& file : dataFiles(u"forms"_s, u".form.xml"_s))
        ids.append(file.section(u'/', -1).chopped(9));
    return ids;
}

} // namespace baolei
