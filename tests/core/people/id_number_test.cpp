#include "core/people/id_number.h"
#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(IdNumber, passesTheExamplesOfTheStandard) {
    for (const QString& number : {u"11010519491231002X"_s, u"440524188001010014"_s}) {
        const IdNumber id = readIdNumber(number);
        EXPECT_EQ(id.fault, IdFault::None) << number.toStdString();
        EXPECT_EQ(id.text, number);
        EXPECT_EQ(idCheckDigit(QStringView(number).first(17)), number.back());
    }
}

TEST(IdNumber, givesItsParts) {
    const IdNumber woman = readIdNumber(u"11010519491231002X");
    EXPECT_EQ(woman.region, u"110105"_s);
    EXPECT_EQ(woman.birth, QDate(1949, 12, 31));
    EXPECT_EQ(woman.sex, u"2"_s);
    EXPECT_EQ(readIdNumber(u"440524188001010014").sex, u"1"_s);
    EXPECT_FALSE(woman.upgraded);
}

TEST(IdNumber, takesWhatPeopleTypeAroundIt) {
    for (const QString& cell :
         {u" 11010519491231002x "_s, u"'11010519491231002X"_s,
          u"１１０１０５１９４９１２３１００２Ｘ"_s, u"110105 19491231 002X"_s,
          u"110105\u300019491231\u00a0002X\u200b"_s, u"110105-19491231-002×"_s})
        EXPECT_EQ(readIdNumber(cell).text, u"11010519491231002X"_s) << cell.toStdString();
}

TEST(IdNumber, upgradesFifteenPlaces) {
    const IdNumber id = readIdNumber(u"329999780517671");
    EXPECT_EQ(id.fault, IdFault::None);
    EXPECT_TRUE(id.upgraded);
    EXPECT_EQ(id.text, u"329999197805176712"_s); // the same person stands in the samples with 18
    EXPECT_EQ(id.birth, QDate(1978, 5, 17));
    EXPECT_EQ(id.sex, u"1"_s);
    EXPECT_EQ(readIdNumber(u"329999781317671").fault, IdFault::Birth);
    EXPECT_EQ(readIdNumber(u"32999978051767X").fault, IdFault::Characters);
}

TEST(IdNumber, saysWhatIsWrong) {
    EXPECT_EQ(readIdNumber(u"110105194912310021").fault, IdFault::CheckDigit);
    EXPECT_EQ(readIdNumber(u"110105194912310021").birth, QDate(1949, 12, 31)); // parts still known
    EXPECT_EQ(readIdNumber(u"110105194902300021").fault, IdFault::Birth);
    EXPECT_EQ(readIdNumber(u"110105179912310021").fault, IdFault::Birth);
    EXPECT_EQ(readIdNumber(u"11010519491231002").fault, IdFault::Length);
    EXPECT_EQ(readIdNumber(u"11010519491231002XX").fault, IdFault::Length);
    EXPECT_EQ(readIdNumber(u"1101051949123100X2").fault, IdFault::Characters);
    EXPECT_EQ(readIdNumber(u"不详").fault, IdFault::Length);
    for (const QString& nothing : {u""_s, u"  "_s, u"无"_s, u"/"_s, u"—"_s})
        EXPECT_EQ(readIdNumber(nothing).fault, IdFault::Missing);
}

TEST(IdNumber, everyWrongDigitIsFound) {
    const QString good = u"11010519491231002X"_s;
    for (qsizetype place = 0; place < 17; ++place)
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QString bad = good;
            bad[place] = QChar(digit);
            if (bad == good) continue;
            EXPECT_NE(readIdNumber(bad).fault, IdFault::None) << bad.toStdString();
        }
}

TEST(IdNumber, neverGuessesDigitsThatASheetLost) {
    EXPECT_EQ(readIdNumber(u"3.29999E+17").fault, IdFault::LostPrecision);
    EXPECT_EQ(readIdNumber(u"3.29999e+17").fault, IdFault::LostPrecision);
    EXPECT_EQ(readIdNumber(u"329999199512010000", true).fault, IdFault::LostPrecision);
    EXPECT_EQ(readIdNumber(u"329999199512010000.0", true).fault, IdFault::LostPrecision);
    EXPECT_EQ(readIdNumber(u"329999780517671", true).fault, IdFault::None); // 15 digits are whole
    EXPECT_EQ(readIdNumber(u"329999780517671.0", true).fault, IdFault::None);
}

TEST(IdNumber, isMaskedAndNeverSaid) {
    EXPECT_EQ(maskedIdNumber(u"11010519491231002X"), u"110105********002X"_s);
    EXPECT_EQ(maskedIdNumber(u"123"), u"***"_s);
    EXPECT_EQ(maskedIdNumber(u""), QString());
    for (const auto fault : {IdFault::Missing, IdFault::LostPrecision, IdFault::Length,
                             IdFault::Characters, IdFault::Birth, IdFault::CheckDigit})
        EXPECT_FALSE(idFaultText(fault).isEmpty());
    EXPECT_TRUE(idFaultText(IdFault::None).isEmpty());
}
