#include "core/people/roster_import_row.h"

#include "core/base/normal_text.h"
#include "core/names/name_text.h"
#include "core/people/cell_text.h"
#include "core/people/codes.h"
#include "core/people/date_reading.h"
#include "core/people/id_number.h"
#include "core/people/queries.h"

#include <QRegularExpression>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRememberedWords = 2000; // a column of codes has few; free text has no end
constexpr int kJoiningAge = 18; // 发展党员工作细则 art. 5
constexpr int kProbationMonths = 12; // art. 31
constexpr int kFirstYear = 1900; // nobody alive was born before

void give(RowFacts& facts, int column, const Value& value) {
    const Column& target = tableOf<Person>().columns()[column];
    const Value kept = normalValue(target, value);
    if (isTooLong(target, kept)) {
        facts.reasons |= bit(Reason::TextTooLong);
        return;
    }
    target.write(&facts.person, kept);
    facts.given |= quint64(1) << column;
}

/// Marks after which the letters that follow are shown backwards: a name would be read as another.
bool turnsDirection(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return (c >= QChar(0x202a) && c <= QChar(0x202e))
            || (c >= QChar(0x2066) && c <= QChar(0x2069));
    });
}

/// Free text keeps its punctuation; a number to call is kept as it is dialled.
QString freeText(const QString& field, const QString& text) {
    const bool isNumber = field == u"phone" || field == u"landline" || field == u"registered_phone";
    return isNumber ? plainCell(text) : normalText(text).trimmed();
}

bool keepsShape(IdFault fault) {
    return fault == IdFault::None || fault == IdFault::CheckDigit || fault == IdFault::Birth;
}

Reasons reasonOf(const IdNumber& number) {
    switch (number.fault) {
    case IdFault::None:
        return number.upgraded ? bit(Reason::Id15DigitsUpgraded) : 0;
    case IdFault::Missing:
        return bit(Reason::IdMissing);
    case IdFault::LostPrecision:
        return bit(Reason::IdLostPrecision);
    case IdFault::Length:
    case IdFault::Characters:
        return bit(Reason::IdMalformed);
    case IdFault::Birth:
        return bit(Reason::IdBirth);
    case IdFault::CheckDigit:
        return bit(Reason::IdCheckDigit);
    }
    return 0;
}

/// Sex and birth beside the number, as far as the row gives all of them.
Reasons contradictions(const Person& person, const IdNumber& number) {
    if (number.fault != IdFault::None) return 0;
    Reasons reasons = 0;
    const bool hasSex = person.sex == u"1" || person.sex == u"2";
    if (hasSex && person.sex != number.sex) reasons |= bit(Reason::SexDiffersFromId);
    const PartialDate& born = person.bornOn;
    if (number.birth.year() < kFirstYear) reasons |= bit(Reason::DateOutOfRange);
    if (!born.isNull() && (number.birth < born.earliest() || number.birth > born.latest()))
        reasons |= bit(Reason::BornDiffersFromId);
    return reasons;
}

/// 12 or *** is nobody's name.
bool isName(const QString& text) {
    const bool hasLetter = std::any_of(text.begin(), text.end(),
                                       [](QChar c) { return c.isLetter() || c.isSurrogate(); });
    return hasLetter && !isWordForNothing(text);
}

/// Whether the table of 政治面貌 knows the word, and it is not a member's.
bool isOutsideParty(const QString& political) {
    return !political.isEmpty() && political != u"01" && political != u"02"
        && nameOf(u"political", political) != political;
}

bool isKnownStage(const QString& stage) {
    return !stage.isEmpty() && nameOf(u"category", stage) != stage;
}

Reasons joiningReasons(const Person& person, bool hasJoinedFault, QDate today) {
    if (!isMember(person.stage)) return hasJoinedFault ? bit(Reason::DateUnreadable) : 0;
    const bool isKnown = !person.joinedOn.isNull();
    if (isKnown && !person.bornOn.isNull()
        && person.joinedOn.latest() < person.bornOn.earliest().addYears(kJoiningAge))
        return bit(Reason::JoinedBefore18);
    if (hasJoinedFault) return bit(Reason::JoinedUnreadable);
    if (isKnown && person.joinedOn.earliest() > today) return bit(Reason::JoinedInFuture);
    return 0;
}
}

RosterRowReader::RosterRowReader(const Mapping& mapping, bool from1904)
    : m_from1904(from1904) {
    for (int i = 0; i < int(mapping.fields.size()); ++i) {
        const RosterColumn* roster = rosterColumn(mapping.fields[i]);
        if (!roster || roster->kind == ColumnKind::Ignored) continue;
        m_targets.append({i, roster, personColumn(roster->field.toLatin1()), {}});
    }
}

bool RosterRowReader::hasColumn(QByteArrayView field) const {
    for (const Target& target : m_targets)
        if (target.roster->field == QLatin1StringView(field)) return true;
    return false;
}

QString RosterRowReader::codeIn(Target& target, const QString& text) {
    if (const auto known = target.codes.constFind(text); known != target.codes.constEnd())
        return *known;
    // What no table knows stays as it is written, and is shown so.
    const QString code = isWordForNothing(text)
        ? QString()
        : codeFor(target.roster->table, text).value_or(plainCell(text));
    if (target.codes.size() < kRememberedWords) target.codes.insert(text, code);
    return code;
}

void RosterRowReader::readId(const Target& target, const Cell& cell, RowFacts& facts) {
    const IdNumber number
        = readIdNumber(cell.text, cell.lostPrecision || cell.type == CellType::Number);
    facts.reasons |= reasonOf(number);
    // What has not the shape of a number is not kept as one: two people may both have 待补.
    if (keepsShape(number.fault)) give(facts, target.column, number.text);
}

void RosterRowReader::readDay(const Target& target, const Cell& cell, RowFacts& facts) {
    const DateReading day = cell.type == CellType::Number ? readDateNumber(cell.text, m_from1904)
                                                          : readDate(cell.text);
    const bool isJoining = target.roster->field == u"joined_on";
    if (day.fault == DateFault::Missing) return;
    if (!day.date.isNull() && (isJoining || day.fault == DateFault::None))
        give(facts, target.column, day.date.text());
    if (day.fault == DateFault::None) return;
    const bool isFarOff = day.fault == DateFault::OutOfRange;
    if (isFarOff) facts.reasons |= bit(Reason::DateOutOfRange);
    if (isJoining)
        facts.hasJoinedFault = true;
    else if (!isFarOff)
        facts.reasons |= bit(Reason::DateUnreadable);
}

void RosterRowReader::readPosts(const Cell& cell, RowFacts& facts) {
    static const QRegularExpression between(u"[、,;/|兼\\s]+"_s);
    for (const QString& word : plainCell(cell.text).split(between, Qt::SkipEmptyParts))
        if (const auto code = codeFor(u"post", word); code && !facts.posts.contains(*code))
            facts.posts.append(*code);
}

void RosterRowReader::readCell(Target& target, const Cell& cell, RowFacts& facts) {
    switch (target.roster->kind) {
    case ColumnKind::Name:
        if (turnsDirection(cell.text)) facts.reasons |= bit(Reason::NameTurned);
        if (const QString name = cleanName(cell.text); isName(name))
            give(facts, target.column, name);
        return;
    case ColumnKind::IdNumber:
        return readId(target, cell, facts);
    case ColumnKind::Date:
        return readDay(target, cell, facts);
    case ColumnKind::Code:
        if (const QString code = codeIn(target, cell.text); !code.isEmpty())
            give(facts, target.column, code);
        return;
    case ColumnKind::YesNo:
        if (const auto yes = readYesNo(cell.text))
            give(facts, target.column, qint64(*yes));
        else if (!isWordForNothing(cell.text))
            facts.reasons |= bit(Reason::CellUnreadable);
        return;
    case ColumnKind::Number: {
        bool isNumber = false;
        const qint64 number = plainCell(cell.text).toLongLong(&isNumber);
        if (isNumber)
            give(facts, target.column, number);
        else if (!isWordForNothing(cell.text))
            facts.reasons |= bit(Reason::CellUnreadable);
        return;
    }
    case ColumnKind::Organisation:
        (target.roster->field == u"group" ? facts.group : facts.branch) = plainCell(cell.text);
        if (cell.text.size() > kLongestName) facts.reasons |= bit(Reason::TextTooLong);
        return;
    case ColumnKind::Post:
        return readPosts(cell, facts);
    case ColumnKind::Text:
        if (!isWordForNothing(cell.text))
            give(facts, target.column, freeText(target.roster->field, cell.text));
        return;
    case ColumnKind::Ignored:
        return;
    }
}

/// What a failed formula should have said is not known: nothing is kept of it.
void RosterRowReader::readError(const Target& target, RowFacts& facts) {
    if (target.roster->field == u"joined_on")
        facts.hasJoinedFault = true;
    else if (target.roster->kind != ColumnKind::Organisation)
        facts.reasons |= bit(Reason::CellUnreadable);
}

RowFacts RosterRowReader::read(const SheetRow& row) {
    static const int kId = personColumn("id_number");
    RowFacts facts;
    bool hasIdCell = false;
    for (Target& target : m_targets) {
        if (std::size_t(target.cell) >= row.cells.size()) continue;
        const Cell& cell = row.cells[std::size_t(target.cell)];
        if (cell.isEmpty()) continue;
        if (cell.type == CellType::Error || isSpreadsheetError(cell.text)) {
            readError(target, facts);
            continue;
        }
        hasIdCell = hasIdCell || target.column == kId;
        readCell(target, cell, facts);
    }
    if (!hasIdCell && hasColumn("id_number")) facts.reasons |= bit(Reason::IdMissing);
    if (!facts.person.idNumber.isEmpty())
        facts.reasons |= contradictions(facts.person, readIdNumber(facts.person.idNumber));
    return facts;
}

void deriveMissing(Person& person, QDate today, Reasons& reasons) {
    if (person.sex.isEmpty() || person.bornOn.isNull()) {
        const IdNumber number = readIdNumber(person.idNumber);
        if (number.fault == IdFault::None) {
            if (person.sex.isEmpty()) person.sex = number.sex;
            if (person.bornOn.isNull() && number.birth.year() >= kFirstYear)
                person.bornOn = PartialDate(number.birth);
        }
    }
    if (isKnownStage(person.stage)) return;
    reasons |= bit(Reason::StageUnknown);
    // A column of 政治面貌 may hold 入党积极分子, or say itself who is on probation.
    if (const auto stage = codeFor(u"category", person.political);
        stage && person.political != u"01") {
        person.stage = *stage;
        return;
    }
    if (person.political == u"02") {
        person.stage = u"probationary"_s;
        return;
    }
    if (isOutsideParty(person.political)) reasons |= bit(Reason::NotMember);
    const bool isFull = (!person.fullOn.isNull() && person.fullOn.earliest() <= today)
        || person.joinedOn.isNull() || person.joinedOn.latest().addMonths(kProbationMonths) < today;
    person.stage = isFull ? u"full"_s : u"probationary"_s;
}

Reasons dayReasons(const Person& person, bool hasJoinedFault, QDate today) {
    if (!person.bornOn.isNull() && person.bornOn.earliest() > today)
        return bit(Reason::BornInFuture);
    const bool fullLater = person.stage == u"full"_s && !person.fullOn.isNull()
        && person.fullOn.earliest() > today;
    return joiningReasons(person, hasJoinedFault, today)
        | (fullLater ? bit(Reason::DateInFuture) : 0);
}

} // namespace baolei
