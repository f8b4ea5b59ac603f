#include "core/people/id_number.h"

#include "core/people/cell_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(IdNumber)
};

constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr QStringView kCheckDigits = u"10X98765432";

bool allDigits(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Upper case X at the end, no spaces, hyphens or the apostrophe that makes Excel keep text.
QString normalised(QStringView cell) {
    QString out;
    for (QChar c : plainCell(cell)) {
        if (c.isSpace() || c == u'\'' || c == u'’' || c == u'‘' || c == u'`' || c == u'-') continue;
        out += c == u'×' ? QChar(u'X') : c.toUpper();
    }
    return out;
}

/// 3.29999E+17, as Excel writes a long number into a .csv.
bool isScientific(QStringView text) {
    const qsizetype e = text.indexOf(u"E+");
    return e > 0 && allDigits(text.sliced(e + 2))
        && allDigits(text.first(e).toString().remove(u'.'));
}

/// 329999199512010000.0, as a number cell may be written.
QString withoutZeroFraction(QString text) {
    const qsizetype dot = text.indexOf(u'.');
    if (dot > 0 && QStringView(text).sliced(dot + 1).toString().remove(u'0').isEmpty())
        text.truncate(dot);
    return text;
}

void readParts(IdNumber& id) {
    id.region = id.text.left(6);
    const QStringView text(id.text);
    id.birth
        = QDate(text.sliced(6, 4).toInt(), text.sliced(10, 2).toInt(), text.sliced(12, 2).toInt());
    id.sex = id.text[16].digitValue() % 2 == 1 ? u"1"_s : u"2"_s;
    // The standard's own example was born in 1880; a year below 1800 is a slip of the pen.
    if (!id.birth.isValid() || id.birth.year() < 1800 || id.birth.year() > 2100) {
        id.birth = {};
        id.fault = IdFault::Birth;
    } else {
        const bool fits = id.text[17] == idCheckDigit(QStringView(id.text).first(17));
        id.fault = fits ? IdFault::None : IdFault::CheckDigit;
    }
}

} // namespace

QChar idCheckDigit(QStringView first17) {
    if (first17.size() != 17 || !allDigits(first17)) return {};
    int sum = 0;
    for (size_t i = 0; i < kWeights.size(); ++i)
        sum += kWeights[i] * first17[qsizetype(i)].digitValue();
    return kCheckDigits[sum % 11];
}

IdNumber readIdNumber(QStringView text, bool fromNumber) {
    IdNumber id;
    if (isWordForNothing(text)) return id;
    id.text = normalised(text);
    if (fromNumber) id.text = withoutZeroFraction(id.text);
    if (isScientific(id.text) || (fromNumber && id.text.size() > 15)) {
        id.fault = IdFault::LostPrecision;
        return id;
    }
    const qsizetype length = id.text.size();
    if (length != 18 && length != 15) {
        id.fault = IdFault::Length;
        return id;
    }
    const bool lastMayBeX = length == 18 && id.text.back() == u'X';
    if (!allDigits(lastMayBeX ? QStringView(id.text).chopped(1) : QStringView(id.text))) {
        id.fault = IdFault::Characters;
        return id;
    }
    if (length == 15) {
        // Numbers of 15 places were only given to people born in the 1900s.
        id.text.insert(6, u"19"_s);
        id.text += idCheckDigit(id.text);
        id.upgraded = true;
    }
    readParts(id);
    return id;
}

QString maskedIdNumber(QStringView number) {
    if (number.size() < 10) return QString(number.size(), u'*');
    return number.first(6).toString() + QString(number.size() - 10, u'*')
        + number.last(4).toString();
}

QString idFaultText(IdFault fault) {
    switch (fault) {
    case IdFault::None:
        return {};
    case IdFault::Missing:
        return Text::tr("没有身份证号");
    case IdFault::LostPrecision:
        return Text::tr("身份证号在表格里成了数值，末几位已经丢失；请把该列设为文本后重新填写");
    case IdFault::Length:
        return Text::tr("身份证号不是18位或15位");
    case IdFault::Characters:
        return Text::tr("身份证号里有数字和末位X以外的字符");
    case IdFault::Birth:
        return Text::tr("身份证号里的出生日期不存在");
    case IdFault::CheckDigit:
        return Text::tr("身份证号校验位不对，可能有一位写错");
    }
    return {};
}

} // namespace baolei
