// Descriptors and schema say the same: what a record lists is what its table holds.

#include "core/activities/activity.h"
#include "core/activities/exemption.h"
#include "core/attachments/attachment.h"
#include "core/people/person.h"
#include "core/people/post.h"
#include "core/people/term.h"
#include "core/plans/plan_item.h"
#include "core/store/migrations.h"
#include "core/store/setting.h"
#include "core/store/store.h"
#include "tests/gates/source_tree.h"
#include "tests/support/support.h"

#include <QRegularExpression>
#include <QSet>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct Described {
    QString type; ///< Person
    const Table* table;
    QList<Value> empty; ///< cells of a record that was just made
};

template <typename T> Described described(const QString& type) {
    return {type, &tableOf<T>(), valuesOf(T{})};
}

QList<Described> everyRecord() {
    return {described<Setting>(u"Setting"_s),
            described<Organisation>(u"Organisation"_s),
            described<Person>(u"Person"_s),
            described<Post>(u"Post"_s),
            described<Movement>(u"Movement"_s),
            described<Activity>(u"Activity"_s),
            described<GrantedExemption>(u"GrantedExemption"_s),
            described<TermExtension>(u"TermExtension"_s),
            described<PlanItem>(u"PlanItem"_s),
            described<Attachment>(u"Attachment"_s)};
}

struct SchemaColumn {
    QByteArray type;
    bool isRequired = false;
    bool isKey = false;
};
using Schema = QHash<QByteArray, SchemaColumn>;

Schema schemaOf(const Reader& reader, const QByteArray& table) {
    Schema columns;
    EXPECT_TRUE(ok(reader.each("SELECT name, type, \"notnull\", pk FROM pragma_table_info(:table)",
                               {{":table", QString::fromLatin1(table)}}, [&](const Row& row) {
                                   columns.insert(row.text(0).toUtf8(),
                                                  {row.text(1).toUtf8(), row.integer(2) != 0,
                                                   row.integer(3) != 0});
                               })));
    return columns;
}

// What an empty cell of the record says against the column: "" where it is fine.
QString cellProblem(const Value& empty, const SchemaColumn& column) {
    const QHash<qsizetype, QByteArray> types{{1, "INTEGER"}, {2, "TEXT"}, {3, "BLOB"}};
    if (!isNull(empty) && types.value(qsizetype(empty.index())) != column.type)
        return u"has another type"_s;
    if (!isNull(empty) && !column.isRequired)
        return u"is never missing in the record: NOT NULL is missing in the schema"_s;
    return {};
}

QStringList mismatches(const Reader& reader, const Described& record) {
    QStringList problems;
    const QString name = QString::fromLatin1(record.table->name());
    Schema schema = schemaOf(reader, record.table->name());
    if (schema.isEmpty()) return {name + u" is in no migration"_s};
    const auto& columns = record.table->columns();
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const QString where = name + u'.' + QString::fromLatin1(columns[i].name);
        if (!schema.contains(columns[i].name)) {
            problems.append(where + u" is not in the schema"_s);
            continue;
        }
        const SchemaColumn column = schema.take(columns[i].name);
        const QString problem = cellProblem(record.empty[i], column);
        if (!problem.isEmpty()) problems.append(where + u' ' + problem);
        if (column.isKey != (i == 0)) problems.append(where + u": the key comes first"_s);
        if (columns[i].title.isEmpty()) problems.append(where + u" has no title"_s);
    }
    if (schema.take("deleted_at").type != "TEXT") problems.append(name + u" has no deleted_at"_s);
    for (const QByteArray& left : schema.keys())
        problems.append(name + u'.' + QString::fromLatin1(left) + u" is in no descriptor"_s);
    const auto view = reader.integer("SELECT count(*) FROM sqlite_master WHERE type = 'view'"
                                     " AND name = :name",
                                     {{":name", u"live_"_s + name}});
    if (view.value_or(0) != 1) problems.append(u"live_"_s + name + u" is missing"_s);
    return problems;
}

class SchemaGate : public testing::Test {
protected:
    void SetUp() override {
        auto made = Store::create(m_folder.path(u"镇.baolei"_s), u"示范镇"_s, {.clock = &m_clock});
        ASSERT_TRUE(ok(made));
        m_store = std::move(*made);
    }
    const Reader& reader() const { return m_store->reader(); }
    QStringList texts(const QByteArray& sql) const {
        QStringList found;
        EXPECT_TRUE(ok(reader().each(sql, {}, [&](const Row& row) { found.append(row.text(0)); })));
        return found;
    }

private:
    TempFolder m_folder;
    FixedClock m_clock{QDate(2026, 11, 23)};
    std::unique_ptr<Store> m_store;
};
}

TEST_F(SchemaGate, agreesWithEveryDescriptor) {
    for (const Described& record : everyRecord())
        EXPECT_EQ(mismatches(reader(), record), QStringList()) << record.type.toStdString();
}

TEST_F(SchemaGate, findsADescriptorThatDisagrees) {
    const Table wrong{"setting",
                      u"设置"_s,
                      {column("id", u"编号"_s, &Setting::id),
                       column("title", u"名称"_s, &Setting::name),
                       column("value", u""_s, &Setting::value)}};
    // title is unknown, value has no title, name is in no descriptor.
    EXPECT_EQ(mismatches(reader(), {u"Setting"_s, &wrong, valuesOf(Setting{})}).size(), 3);
    EXPECT_FALSE(cellProblem(Value{qint64(0)}, {"TEXT", true, false}).isEmpty());
    EXPECT_FALSE(cellProblem(Value{u""_s}, {"TEXT", false, false}).isEmpty());
    EXPECT_TRUE(cellProblem(Value{}, {"TEXT", false, false}).isEmpty());
}

TEST_F(SchemaGate, everyDescriptorAndEveryTableIsCompared) {
    QSet<QString> compared;
    QSet<QString> tables;
    for (const Described& record : everyRecord()) {
        compared.insert(record.type);
        tables.insert(QString::fromLatin1(record.table->name()));
    }
    const QRegularExpression definition(u"\\btableOf<(\\w+)>\\(\\)\\s*\\{"_s);
    for (const SourceFile& file : codeUnder({u"core"_s, u"ui"_s, u"app"_s})) {
        const QString code = withoutComments(file.text);
        for (auto matches = definition.globalMatch(code); matches.hasNext();) {
            const QString type = matches.next().captured(1);
            EXPECT_TRUE(compared.contains(type)) << type.toStdString() << ": name it above";
        }
    }
    const QStringList withDeletion
        = texts("SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c"
                " WHERE m.type = 'table' AND c.name = 'deleted_at' ORDER BY m.name");
    EXPECT_EQ(QSet<QString>(withDeletion.begin(), withDeletion.end()), tables);
}

// SQLite searches a child table without one for every row that is added to its parent.
TEST_F(SchemaGate, everyReferenceHasAnIndex) {
    EXPECT_EQ(texts("SELECT m.name || '.' || f.\"from\" FROM sqlite_master m,"
                    " pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND NOT EXISTS ("
                    "  SELECT 1 FROM pragma_index_list(m.name) i, pragma_index_info(i.name) c"
                    "  WHERE c.seqno = 0 AND c.name = f.\"from\") ORDER BY 1"),
              QStringList());
}

TEST_F(SchemaGate, everyTableIsStrictAndEveryReferenceWaitsForTheEnd) {
    EXPECT_EQ(texts("SELECT name FROM pragma_table_list"
                    " WHERE schema = 'main' AND type = 'table' AND strict = 0"
                    " AND name NOT LIKE 'sqlite_%' ORDER BY name"),
              QStringList());
    EXPECT_EQ(texts("SELECT name FROM sqlite_master WHERE type = 'table' AND"
                    " (length(sql) - length(replace(sql, 'REFERENCES', ''))) / 10 <>"
                    " (length(sql) - length(replace(sql, 'INITIALLY DEFERRED', ''))) / 18"
                    " ORDER BY name"),
              QStringList());
}

// Two people whose number is not on record must both fit.
TEST_F(SchemaGate, uniqueCellsMayBeMissingTwice) {
    EXPECT_EQ(texts("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '%UNIQUE%'"
                    " AND tbl_name <> 'operation' AND sql NOT LIKE '%<> ''''%' ORDER BY name"),
              QStringList());
}
