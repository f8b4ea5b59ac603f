// A roster that cannot be trusted: nothing of it comes into the store unseen or changed.

#include "tests/core/people/roster_fixture.h"
#include "tests/support/hostile_files.h"

#include "core/people/finder.h"
#include "core/people/roster_export.h"

#include <QFile>

using namespace baolei;

namespace {

const QString kHeader = u"姓名|性别|公民身份号码|所在党支部|出生日期|入党日期|人员类别|备注"_s;

QString rowOf(const QString& name, const QString& born = u"1970-01-01"_s,
              const QString& joined = u"2001-07-01"_s, const QString& note = {}) {
    return QStringList{name, u"男"_s, {}, u"西荡村党支部"_s, born, joined, u"正式党员"_s, note}
        .join(u'|');
}

/// What is said of one row besides that it has no ID number.
QString saidOf(const QString& row) {
    RosterTown town;
    QString codes = said(town.plan({kHeader, row})).value(0);
    return codes.remove(u"id-missing"_s).simplified();
}

void spill(const QString& path, const QByteArray& bytes) {
    QFile::remove(path);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_EQ(file.write(bytes), bytes.size());
}

/// A day as a number in a sheet, with or without a date format, in a cell of 入党日期.
QString joinedBy(const QByteArray& number, bool isFormatted, bool from1904 = false) {
    const auto text = [](const char* words) {
        return "<c t='inlineStr'><is><t>" + QByteArray(words) + "</t></is></c>";
    };
    const QByteArray rows = "<row>" + text("姓名") + text("入党日期") + text("所在党支部")
        + "</row><row>" + text("王强") + "<c" + (isFormatted ? " s='1'" : "") + "><v>" + number
        + "</v></c>" + text("西荡村党支部") + "</row>";
    const QByteArray book = QByteArray("<workbook><workbookPr date1904='") + (from1904 ? "1" : "0")
        + "'/><sheets><sheet name='a'/></sheets></workbook>";
    const Parts parts{
        {"xl/workbook.xml", book},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='y' Type='x/styles' Target='styles.xml'/>"
         "</Relationships>"},
        {"xl/styles.xml",
         "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
    RosterTown town;
    const QString path = town.folder.path(u"a.xlsx"_s);
    spill(path, zipped(parts));
    const ImportPlan plan = town.planOf(path);
    EXPECT_TRUE(ok(applyImport(*town.store, plan)));
    return plan.accepted() == 1 ? town.person(u"王强"_s).joinedOn.text()
                                : said(plan).value(0).remove(u"id-missing"_s).simplified();
}

}

TEST(HostileRoster, isRefusedAndLeavesTheStoreAsItWas) {
    RosterTown town;
    const qint64 operations = town.count("operation");
    for (const HostileFile& file : hostileFiles()) {
        const QString path = town.folder.path(file.name);
        spill(path, file.bytes);
        const auto plan = planImport(path, town.reader(), town.options);
        ASSERT_FALSE(plan) << file.name.toStdString();
        EXPECT_TRUE(plan.error().what.contains(file.says))
            << file.name.toStdString() << ": " << plan.error().text().toStdString();
        EXPECT_FALSE(plan.error().next.isEmpty());
    }
    EXPECT_EQ(town.count("operation"), operations);
    EXPECT_EQ(town.count("person"), 0);
}

TEST(HostileRoster, survivesBeingCutOffAtEveryKilobyte) {
    RosterTown town;
    QStringList lines{kHeader};
    for (int i = 0; i < 2000; ++i)
        lines.append(rowOf(u"王%1强"_s.arg(QChar(0x4e00 + i))));
    const QByteArray xlsx = contentOf(town.file(lines));
    QList<XlsText> cells;
    QByteArray ods;
    for (int row = 0; row < 1500; ++row) {
        const QStringList texts = ::cells(lines[row]);
        ods += "<table:table-row>";
        for (int column = 0; column < int(texts.size()); ++column) {
            cells.append({row, column, texts[column]});
            ods += "<table:table-cell office:value-type='string'><text:p>" + texts[column].toUtf8()
                + "</text:p></table:table-cell>";
        }
        ods += "</table:table-row>";
    }
    const QString csv = lines.join(u"\r\n"_s).replace(u'|', u',');
    const std::pair<QString, QByteArray> files[] = {{u"a.xlsx"_s, xlsx},
                                                    {u"a.ods"_s, odsOf(ods)},
                                                    {u"a.xls"_s, xlsOf(cells)},
                                                    {u"a.csv"_s, csv.toUtf8()}};
    for (const auto& [name, whole] : files) {
        EXPECT_TRUE(whole.size() > 4000) << name.toStdString();
        const QString path = town.folder.path(name);
        for (qsizetype size = 0; size < whole.size(); size += 1024) {
            spill(path, whole.first(size));
            const auto plan = planImport(path, town.reader(), town.options);
            EXPECT_TRUE(plan || (!plan.error().what.isEmpty() && !plan.error().next.isEmpty()))
                << name.toStdString() << " cut at " << size;
            // Only a .csv is still a table when it is cut: every other must be noticed.
            EXPECT_TRUE(!plan || name.endsWith(u"csv"_s)) << name.toStdString() << " at " << size;
        }
    }
}

TEST(HostileRoster, saysWhatIsWrongWithFarOffDays) {
    EXPECT_EQ(saidOf(rowOf(u"王强"_s, u"1890-05-01"_s)), u"date-out-of-range"_s);
    EXPECT_EQ(saidOf(rowOf(u"王强"_s, u"2090-05-01"_s)), u"born-in-future"_s);
    EXPECT_EQ(saidOf(rowOf(u"王强"_s, {}, u"2090-05-01"_s)), u"joined-in-future"_s);
    EXPECT_EQ(saidOf(rowOf(u"王强"_s, {}, u"1890-05-01"_s)), u"joined-unreadable"_s);
    EXPECT_EQ(saidOf(rowOf(u"王强"_s, {}, u"1900-02-29"_s)), u"joined-unreadable"_s);
    EXPECT_TRUE(reasonTexts(bit(Reason::DateOutOfRange)).first().contains(u"1900至2100"_s));
    // By the number, nobody born then is alive.
    RosterTown town;
    const QString row
        = u"李强|男|"_s + idOf(u"18900501"_s, u"001"_s) + u"|西荡村党支部||1920-07-01|正式党员|"_s;
    EXPECT_EQ(said(town.import({kHeader, row})), QStringList{u"date-out-of-range"_s});
    EXPECT_TRUE(town.person(u"李强"_s).bornOn.isNull());
}

TEST(HostileRoster, neverShiftsADaySilently) {
    // In a cell with a date format, days count as Excel counts them.
    EXPECT_EQ(joinedBy("37073", true), u"2001-07-01"_s);
    EXPECT_EQ(joinedBy("35611", true, true), u"2001-07-01"_s);
    EXPECT_EQ(joinedBy("0", true), u"joined-unreadable"_s);
    EXPECT_EQ(joinedBy("60", true), u"joined-unreadable"_s); // Excel's 29 February 1900
    EXPECT_EQ(joinedBy("-1", true), u"joined-unreadable"_s);
    EXPECT_EQ(joinedBy("2958466", true), u"joined-unreadable"_s); // beyond the year 9999
    EXPECT_EQ(joinedBy("1e300", true), u"joined-unreadable"_s);
    // Without one they are days only where they can be nothing else.
    EXPECT_EQ(joinedBy("37073", false), u"2001-07-01"_s);
    EXPECT_EQ(joinedBy("35611", false, true), u"2001-07-01"_s);
    EXPECT_EQ(joinedBy("2001", false), u"2001"_s);
    EXPECT_EQ(joinedBy("60", false), u"joined-unreadable"_s);
}

TEST(HostileRoster, takesNoNameThatIsNotTheOneShown) {
    RosterTown town;
    const ImportPlan plan = town.import(
        {kHeader, rowOf(u"王\u202e强\u202c"_s), rowOf(u"\ufeff李\u200b\u00a0强\u3000"_s),
         rowOf(u"张　　三"_s), rowOf(u"王䶮㛃𬭚"_s), rowOf(QString(101, u'长'))});
    EXPECT_EQ(said(plan),
              (QStringList{u"id-missing name-turned"_s, u"id-missing"_s, u"id-missing"_s,
                           u"id-missing"_s, u"text-too-long"_s}));
    EXPECT_EQ(town.person(u"王强"_s).name.size(), 2);
    EXPECT_EQ(town.person(u"李强"_s).name.size(), 2);
    EXPECT_EQ(town.person(u"张三"_s).name.size(), 2);
    const auto finder = Finder::load(town.reader());
    ASSERT_TRUE(ok(finder));
    const QList<Id<Person>> rare{town.person(u"王䶮㛃𬭚"_s).id};
    for (const QString& typed : {u"𬭚"_s, u"䶮㛃"_s, u"wyj"_s, u"wangyanjie"_s})
        EXPECT_EQ(finder->find(typed, 9), rare) << typed.toStdString();
}

TEST(HostileRoster, returnsLongTextsWithTheReason) {
    RosterTown town;
    const QString tooLong(30'001, u'长');
    const ImportPlan plan
        = town.plan({kHeader, rowOf(u"王强"_s, {}, u"2001.07"_s, QString(10'000, u'备')),
                     rowOf(u"李强"_s, {}, u"2001.07"_s, tooLong)});
    EXPECT_EQ(said(plan), (QStringList{u"id-missing"_s, u"text-too-long"_s}));
    ASSERT_TRUE(ok(applyImport(*town.store, plan)));
    EXPECT_EQ(town.person(u"王强"_s).note, QString(10'000, u'备'));
    const QString rejects = town.folder.path(u"退回.xlsx"_s);
    ASSERT_TRUE(ok(writeRejects(plan, rejects)));
    EXPECT_EQ(said(town.planOf(rejects)), QStringList{u"text-too-long"_s});
}

TEST(HostileRoster, returnsTextThatLooksLikeAFormulaAsText) {
    RosterTown town;
    const QString formula = u"=HYPERLINK(\"http://x\",\"+1\")"_s;
    const ImportPlan plan = town.plan({kHeader, rowOf(formula, {}, u"不详"_s, u"@我"_s)});
    ASSERT_EQ(plan.refused, 1);
    const QString rejects = town.folder.path(u"退回.xlsx"_s);
    ASSERT_TRUE(ok(writeRejects(plan, rejects)));
    const ImportPlan again = town.planOf(rejects);
    EXPECT_EQ(again.rows.first().name, formula);
    EXPECT_EQ(said(again), said(plan));
}

TEST(HostileRoster, copesWithAsManyColumnsAsASheetHas) {
    RosterTown town;
    QString header = kHeader;
    QString row = rowOf(u"王强"_s);
    for (int i = 8; i < kMaxSheetColumns; ++i) {
        header += u"|列%1"_s.arg(i);
        row += u"|甲"_s;
    }
    EXPECT_EQ(said(town.import({header, row})), QStringList{u"id-missing"_s});
    EXPECT_EQ(town.person(u"王强"_s).joinedOn.text(), u"2001-07-01"_s);
}

TEST(HostileRoster, findsTheBranchAmongManyMergedCells) {
    RosterTown town;
    QStringList lines{kHeader};
    QList<CellRange> merged;
    for (int i = 0; i < 400; ++i) {
        QString row = rowOf(u"王%1"_s.arg(QChar(0x4e00 + i)));
        if (i % 2 == 1) row.replace(u"西荡村党支部"_s, u""_s);
        if (i % 4 == 2) row.replace(u"西荡村党支部"_s, u"东堰村党支部"_s);
        lines.append(row);
        if (i % 2 == 1) merged.append({i + 1, 3, i + 2, 3});
    }
    const ImportPlan plan = town.planOf(town.file(lines, merged));
    EXPECT_EQ(plan.refused, 0);
    ASSERT_TRUE(ok(applyImport(*town.store, plan)));
    EXPECT_EQ(town.person(u"王%1"_s.arg(QChar(0x4e00 + 397))).branchId, town.xidang.id);
    EXPECT_EQ(town.person(u"王%1"_s.arg(QChar(0x4e00 + 399))).branchId, town.dongyan.id);
}

// Whatever people write comes back from our own files as it was.
TEST(HostileRoster, comesBackFromItsExportAsItWas) {
    const QStringList texts{u"=1+1"_s,
                            u"+86 139"_s,
                            u"-x"_s,
                            u"@我"_s,
                            u"＝１"_s,
                            u"'撇"_s,
                            u"1E5"_s,
                            u"0012"_s,
                            u"3-1"_s,
                            u"12345678901234567"_s,
                            u"<b>x</b><img src='a'>"_s,
                            u"%1 %2 %n"_s,
                            u"_x000D_"_s,
                            u"说\"引\"号；分，逗,号;（全角）"_s,
                            u"一行\n二行"_s,
                            u"甲\t乙"_s,
                            u"䶮㛃𬭚"_s,
                            u"👨‍👩‍👧👍🏽"_s,
                            u"مرحبا שלום"_s,
                            u"Robert'); DROP TABLE person;--"_s,
                            QString(10'000, u'长')};
    for (const QString& file : {u"导出.xlsx"_s, u"导出.csv"_s}) {
        RosterTown town;
        QHash<QString, QString> notes;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            Person person = town.member(u"王%1"_s.arg(QChar(char16_t(u'一' + i))), town.xidang.id);
            person.note = texts[i];
            if (i < 16 && i != 14 && i != 15) person.address = person.joinedAt = texts[i];
            ASSERT_TRUE(ok(savePerson(*town.store, person)));
            notes.insert(person.name, texts[i]);
        }
        const QString path = town.folder.path(file);
        RosterExport wanted;
        wanted.withPrivate = true;
        ASSERT_TRUE(ok(exportRoster(town.reader(), path, wanted)));
        RosterTown other;
        const ImportPlan plan = other.planOf(path);
        ASSERT_EQ(plan.refused, 0) << said(plan).join(u'\n').toStdString();
        ASSERT_TRUE(ok(applyImport(*other.store, plan)));
        for (const auto& [name, note] : notes.asKeyValueRange()) {
            const Person back = other.person(name);
            const Person before = town.person(name);
            EXPECT_EQ(back.note, note) << file.toStdString();
            EXPECT_EQ(back.address, before.address) << file.toStdString();
            EXPECT_EQ(back.joinedAt, before.joinedAt) << file.toStdString();
        }
        // And to import it once more changes nothing.
        EXPECT_EQ(town.planOf(path).changed, 0) << file.toStdString();
    }
}

TEST(StoredTexts, areInTheirNormalFormAndNoLongerThanTheirColumn) {
    RosterTown town;
    Person person = town.member(u"王强"_s, town.xidang.id);
    person.job = QString(u"a\0b"_s) + QChar(0xd800) + u"\r\nc\u202e"_s;
    person.note = u"一\r\n二\u2028三"_s;
    person.phone = u"１３８ "_s;
    ASSERT_TRUE(ok(savePerson(*town.store, person)));
    EXPECT_EQ(town.person(u"王强"_s).job, u"ab\ufffd c"_s);
    EXPECT_EQ(town.person(u"王强"_s).note, u"一\n二\n三"_s);
    EXPECT_EQ(town.person(u"王强"_s).phone, u"138"_s);
    person.joinedAt = QString(1001, u'长');
    const auto refused = savePerson(*town.store, person);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().what, u"“入党时所在支部”有 1001 个字，最多 1000 个字"_s);
    const auto kept = town.store->run({kChangePerson, {}},
                                      [&](Session& session) { return session.put(person); });
    EXPECT_FALSE(kept);
    EXPECT_EQ(town.person(u"王强"_s).joinedAt, QString());
}
