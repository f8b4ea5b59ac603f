#include "core/spreadsheet/xlsx_workbook.h"

#include "core/spreadsheet/read_errors.h"
#include "core/spreadsheet/xml_parser.h"

#include <QDir>
#include <QUrl>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMaxFormats = 100'000;
constexpr int kMaxSheets = 10'000;
constexpr qsizetype kMaxRelations = 100'000;
constexpr qsizetype kLongestName = 255; // Excel takes 31 characters

struct Relation {
    QString type; ///< the last word of its address, the same in transitional and strict files
    QString target;
};

class RelationsSink final : public XmlSink {
public:
    explicit RelationsSink(QString base)
        : m_base(std::move(base)) { }
    QHash<QString, Relation> byId;

    void startElement(const char* name, XmlAttributes attributes) override {
        if (localName(name) != "Relationship") return;
        if (attributes.value("TargetMode") == "External") return;
        if (byId.size() >= kMaxRelations) error = expandsTooMuch();
        const QString type = attributes.text("Type").section(u'/', -1);
        QString target = QUrl::fromPercentEncoding(attributes.text("Target").toUtf8());
        target.replace(u'\\', u'/');
        if (!target.startsWith(u'/')) target = m_base + u'/' + target;
        byId.insert(attributes.text("Id"), {type, QDir::cleanPath(u'/' + target)});
    }

private:
    QString m_base;
};

/// The relations of `part`; none if it has none. The package itself is the part "".
Result<QHash<QString, Relation>> relationsOf(const ZipPackage& package, const QString& part) {
    const QString folder = part.section(u'/', 0, -2);
    const QString path = folder + u"/_rels/"_s + part.section(u'/', -1) + u".rels"_s;
    if (!package.contains(path)) return QHash<QString, Relation>();
    RelationsSink sink(folder);
    if (Result<void> read = parseXml(package, path, sink); !read) return fail(read.error());
    return std::move(sink.byId);
}

class WorkbookSink final : public XmlSink {
public:
    struct Sheet {
        SheetInfo info;
        QString relation;
    };
    QList<Sheet> sheets;
    bool from1904 = false;
    bool isWorkbook = false;

    void startElement(const char* name, XmlAttributes attributes) override {
        const std::string_view local = localName(name);
        if (local == "workbook") {
            isWorkbook = true;
        } else if (local == "workbookPr") {
            const std::string_view value = attributes.value("date1904");
            from1904 = value == "1" || value == "true";
        } else if (local == "sheet") {
            if (sheets.size() >= kMaxSheets) error = expandsTooMuch();
            const std::string_view state = attributes.value("state");
            sheets.append({{attributes.text("name").left(kLongestName),
                            state == "hidden" || state == "veryHidden"},
                           relationId(attributes)});
        }
    }

private:
    static QString relationId(XmlAttributes attributes) {
        for (const char** at = attributes.list; *at; at += 2)
            if (std::string_view(*at).ends_with(":id")) return QString::fromUtf8(at[1]);
        return {};
    }
};

class StylesSink final : public XmlSink {
public:
    std::vector<int> ids; ///< the format number of each cell style
    QHash<int, NumberFormat> custom;

    void startElement(const char* name, XmlAttributes attributes) override {
        const std::string_view local = localName(name);
        if (local == "cellXfs") {
            m_inCells = true;
        } else if (local == "numFmt" && !m_inCells) {
            if (custom.size() >= qsizetype(kMaxFormats)) error = expandsTooMuch();
            if (const auto id = toInt(attributes.value("numFmtId")))
                custom.insert(*id, numberFormatOf(attributes.text("formatCode")));
        } else if (local == "xf" && m_inCells) {
            ids.push_back(toInt(attributes.value("numFmtId")).value_or(0));
            if (ids.size() > kMaxFormats) error = expandsTooMuch();
        }
    }
    void endElement(const char* name) override {
        if (localName(name) == "cellXfs") finished = true;
    }

private:
    bool m_inCells = false;
};

Result<std::vector<NumberFormat>> readFormats(const ZipPackage& package, const QString& part) {
    StylesSink sink;
    if (Result<void> read = parseXml(package, part, sink); !read) return fail(read.error());
    std::vector<NumberFormat> formats;
    formats.reserve(sink.ids.size());
    for (int id : sink.ids) {
        const auto own = sink.custom.constFind(id);
        formats.push_back(own != sink.custom.constEnd() ? *own : builtinNumberFormat(id));
    }
    return formats;
}

QString targetOfType(const QHash<QString, Relation>& relations, QStringView type) {
    for (const Relation& relation : relations)
        if (relation.type == type) return relation.target;
    return {};
}

Result<QString> workbookPart(const ZipPackage& package) {
    const auto relations = relationsOf(package, {});
    if (!relations) return fail(relations.error());
    const QString target = targetOfType(*relations, u"officeDocument");
    if (package.contains(target)) return target;
    if (package.contains(u"/xl/workbook.xml"_s)) return u"/xl/workbook.xml"_s;
    return fail(notASpreadsheet());
}

/// Where the sheet is kept; empty if the entry is a chart or a macro, not a sheet of cells.
QString sheetPart(const ZipPackage& package, const QHash<QString, Relation>& relations,
                  const QString& id, qsizetype position) {
    const auto relation = relations.constFind(id);
    if (relation != relations.constEnd())
        return relation->type == u"worksheet" ? relation->target : QString();
    const QString usual = u"/xl/worksheets/sheet%1.xml"_s.arg(position + 1);
    return package.contains(usual) ? usual : QString();
}

QString presentOrEmpty(const ZipPackage& package, const QString& part) {
    return package.contains(part) ? part : QString();
}

} // namespace

Result<XlsxWorkbook> readXlsxWorkbook(const ZipPackage& package) {
    const Result<QString> part = workbookPart(package);
    if (!part) return fail(part.error());
    if (part->endsWith(u".bin"_s, Qt::CaseInsensitive)) return fail(notASpreadsheet()); // .xlsb
    WorkbookSink sink;
    if (Result<void> read = parseXml(package, *part, sink); !read) return fail(read.error());
    if (!sink.isWorkbook) return fail(notASpreadsheet());
    const auto relations = relationsOf(package, *part);
    if (!relations) return fail(relations.error());

    XlsxWorkbook book;
    book.from1904 = sink.from1904;
    for (qsizetype i = 0; i < sink.sheets.size(); ++i) {
        const QString where = sheetPart(package, *relations, sink.sheets[i].relation, i);
        if (!where.isEmpty()) book.sheets.append({sink.sheets[i].info, where});
    }
    if (book.sheets.isEmpty()) return fail(damagedFile());
    book.sharedStringsPart = presentOrEmpty(package, targetOfType(*relations, u"sharedStrings"));
    const QString styles = presentOrEmpty(package, targetOfType(*relations, u"styles"));
    if (styles.isEmpty()) return book;
    Result<std::vector<NumberFormat>> formats = readFormats(package, styles);
    if (!formats) return fail(formats.error());
    book.formats = std::move(*formats);
    return book;
}

} // namespace baolei
