#include "ui/base/fields.h"

#include "core/base/normal_text.h"
#include "core/names/name_keys.h"
#include "core/people/codes.h"
#include "core/people/date_reading.h"
#include "ui/base/background.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QWheelEvent>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

constexpr int kSearchRole = ChoiceModel::kSearchRole;
constexpr qsizetype kManyChoices = 300; ///< whose readings take a thread

// What readDate leaves to whoever knows the day: words, and days without a year.
PartialDate dateIn(const QString& typed, QDate today, DateFault& fault) {
    fault = DateFault::None;
    const QString text = typed.trimmed();
    if (text == Text::tr("今天")) return PartialDate(today);
    if (text == Text::tr("昨天")) return PartialDate(today.addDays(-1));
    static const QRegularExpression shortForm(u"^(\\d{1,2})[-./月](\\d{1,2})日?$"_s);
    if (const auto match = shortForm.match(text); match.hasMatch()) {
        const PartialDate date(today.year(), match.captured(1).toInt(), match.captured(2).toInt());
        if (date.isNull()) fault = DateFault::Impossible;
        return date;
    }
    const DateReading reading = readDate(text);
    fault = reading.fault;
    return reading.fault == DateFault::None ? reading.date : PartialDate();
}

// Shows names but finds them by everything that people type.
class ChoiceCompleter final : public QCompleter {
public:
    using QCompleter::QCompleter;
    QString pathFromIndex(const QModelIndex& index) const override {
        return index.data(Qt::DisplayRole).toString();
    }
    QStringList splitPath(const QString& path) const override { return {path.toLower()}; }
};

QStringList searchTexts(const Choices& choices) {
    QStringList texts;
    texts.reserve(choices.size());
    for (const Choice& choice : choices) {
        const NameKeys keys = nameKeys(choice.name);
        const QStringList words
            = QStringList{choice.name, choice.code} + choice.aliases + keys.initials + keys.pinyin;
        texts.append(words.join(u' ').toLower());
    }
    return texts;
}
}

void ChoiceModel::setChoices(const Choices& choices, bool mayBeEmpty) {
    beginResetModel();
    m_choices = choices;
    m_texts.clear();
    if (mayBeEmpty) m_choices.prepend({});
    endResetModel();
}

void ChoiceModel::append(const Choice& choice) {
    beginInsertRows({}, rowCount(), rowCount());
    m_choices.append(choice);
    endInsertRows();
}

int ChoiceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_choices.size());
}

QVariant ChoiceModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const Choice& choice = m_choices[at.row()];
    if (role == Qt::DisplayRole || role == Qt::EditRole) return choice.name;
    if (role == Qt::UserRole) return choice.code;
    if (role == kSearchRole) return m_texts.value(at.row(), choice.name.toLower());
    return {};
}

DateField::DateField(QDate today, QWidget* parent)
    : QLineEdit(parent)
    , m_today(today) {
    setPlaceholderText(Text::tr("年-月-日"));
    setToolTip(Text::tr("20261120、2026.11.20、11-20、今天 都可以；只知道年月就写 2026-11"));
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const PartialDate read = date(); !read.isNull()) setText(read.text());
    });
}

void DateField::setDate(const PartialDate& date) {
    setText(date.text());
}

PartialDate DateField::date() const {
    DateFault fault{};
    return dateIn(text(), m_today, fault);
}

QString DateField::problem() const {
    if (text().trimmed().isEmpty()) return {};
    DateFault fault{};
    const PartialDate read = dateIn(text(), m_today, fault);
    return read.isNull() ? dateFaultText(fault) : QString();
}

Choices choicesOf(QStringView codeTable) {
    Choices choices;
    for (const Code& code : codesOf(codeTable))
        choices.append({code.code, code.name, code.aliases});
    return choices;
}

ChoiceField::ChoiceField(const Choices& choices, bool mayBeEmpty, QWidget* parent)
    : QComboBox(parent)
    , m_choices(new ChoiceModel(this)) {
    setModel(m_choices);
    setEditable(true);
    setInsertPolicy(NoInsert);
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    setMaxVisibleItems(14);
    auto* found = new ChoiceCompleter(this);
    found->setModel(model());
    found->setCompletionRole(kSearchRole);
    found->setFilterMode(Qt::MatchContains);
    found->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(found);
    setChoices(choices, mayBeEmpty);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ChoiceField::settle);
}

void ChoiceField::setChoices(const Choices& choices, bool mayBeEmpty) {
    m_choices->setChoices(choices, mayBeEmpty);
    setCurrentIndex(count() > 0 ? 0 : -1);
    const int asked = ++m_asked;
    if (choices.size() <= kManyChoices) {
        m_choices->setSearchTexts(searchTexts(m_choices->choices()));
        return;
    }
    runInBackground(
        this, {}, [all = m_choices->choices()](Progress&) { return searchTexts(all); },
        [this, asked](const QStringList& texts) {
            if (asked == m_asked) m_choices->setSearchTexts(texts);
        },
        BackgroundLook::Quiet);
}

void ChoiceField::setCode(const QString& code) {
    int at = findData(code);
    if (at < 0 && !code.isEmpty()) {
        m_choices->append({code, code});
        at = count() - 1;
    }
    setCurrentIndex(at);
}

QString ChoiceField::code() const {
    const int at = findText(currentText(), Qt::MatchFixedString | Qt::MatchCaseSensitive);
    return at < 0 ? QString() : itemData(at).toString();
}

QString ChoiceField::problem() const {
    if (currentText().trimmed().isEmpty() || findText(currentText(), Qt::MatchFixedString) >= 0)
        return {};
    constexpr qsizetype kShown = 20;
    const QString typed = currentText();
    return Text::tr("“%1”不在可选的名目里")
        .arg(typed.size() > kShown ? startOf(typed, kShown) + u'…' : typed);
}

// The only choice that matches; none where several do.
int ChoiceField::onlyOne(const std::function<bool(const QString&)>& matches) const {
    int only = -1;
    for (int i = 0; i < count(); ++i) {
        if (!matches(itemData(i, kSearchRole).toString())) continue;
        if (only >= 0) return -1;
        only = i;
    }
    return only;
}

// Where what was typed means one choice only, that is taken; a code in full comes before a name or
// initials in full (sj is 书记 and not 副书记), and these before an appearance within others.
void ChoiceField::settle() {
    const QString typed = currentText().trimmed().toLower();
    if (typed.isEmpty() || findText(currentText(), Qt::MatchFixedString) >= 0) return;
    int found = findData(typed);
    if (found < 0)
        found = onlyOne([&](const QString& words) { return words.split(u' ').contains(typed); });
    if (found < 0) found = onlyOne([&](const QString& words) { return words.contains(typed); });
    if (found >= 0) setCurrentIndex(found);
}

void ChoiceField::focusOutEvent(QFocusEvent* event) {
    settle();
    QComboBox::focusOutEvent(event);
}

void ChoiceField::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) {
        QComboBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace baolei
