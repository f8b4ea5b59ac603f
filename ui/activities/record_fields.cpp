#include "ui/activities/record_fields.h"

#include "ui/base/theme.h"

#include <QCompleter>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QWheelEvent>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

constexpr int kKeysRole = Qt::UserRole + 1;
constexpr int kMostCount = 99999;

class NameCompleter final : public QCompleter {
public:
    using QCompleter::QCompleter;
    QString pathFromIndex(const QModelIndex& index) const override {
        return index.data(Qt::DisplayRole).toString();
    }
    QStringList splitPath(const QString& path) const override { return {path.toLower()}; }
};

QString keysText(const QString& name) {
    const NameKeys keys = nameKeys(name);
    return (QStringList{name} + keys.initials + keys.pinyin).join(u' ').toLower();
}
}

QTime readTime(const QString& typed) {
    QString text = typed.trimmed();
    text.replace(Text::tr("点半"), u":30"_s).replace(Text::tr("点"), u":"_s);
    if (text.endsWith(u':')) text += u"00"_s;
    static const QRegularExpression parts(u"^(\\d{1,2})[:：.]?(\\d{2})分?$"_s);
    static const QRegularExpression hour(u"^\\d{1,2}$"_s);
    if (hour.match(text).hasMatch()) return QTime(text.toInt(), 0);
    const auto match = parts.match(text);
    return match.hasMatch() ? QTime(match.captured(1).toInt(), match.captured(2).toInt()) : QTime();
}

TimeField::TimeField(QWidget* parent)
    : QLineEdit(parent) {
    setPlaceholderText(Text::tr("时：分"));
    setToolTip(Text::tr("9、930、9:30、9点半 都可以"));
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const QTime read = time(); read.isValid()) setTime(read);
    });
}

void TimeField::setTime(QTime time) {
    setText(time.isValid() ? time.toString(u"HH:mm"_s) : QString());
}

QString TimeField::problem() const {
    if (text().trimmed().isEmpty() || time().isValid()) return {};
    return Text::tr("“%1”不是时间，请写成 09:30").arg(text());
}

TimesField::TimesField(QObject* mover, QWidget* parent)
    : QWidget(parent)
    , m_start(new TimeField(this))
    , m_end(new TimeField(this)) {
    m_start->setObjectName(u"starts_at"_s);
    m_start->setAccessibleName(Text::tr("开始时间"));
    m_end->setObjectName(u"ends_at"_s);
    m_end->setAccessibleName(Text::tr("结束时间"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tiny);
    row->addWidget(m_start, 1);
    row->addWidget(new QLabel(u"–"_s, this));
    row->addWidget(m_end, 1);
    m_start->installEventFilter(this);
    m_end->installEventFilter(mover);
    setFocusPolicy(Qt::ClickFocus); // no stop for Tab beside its fields
}

QString TimesField::problem() const {
    return m_start->problem().isEmpty() ? m_end->problem() : m_start->problem();
}

bool TimesField::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    const bool isEnter = pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter;
    if (!isEnter || pressed->modifiers() & Qt::ControlModifier) return false;
    m_end->setFocus();
    m_end->selectAll();
    return true;
}

void TimesField::focusInEvent(QFocusEvent*) {
    m_start->setFocus();
    m_start->selectAll();
}

NameField::NameField(const QStringList& names, QWidget* parent)
    : QComboBox(parent) {
    setEditable(true);
    setInsertPolicy(NoInsert);
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(4);
    setMaxVisibleItems(14);
    for (const QString& name : names) {
        addItem(name);
        setItemData(count() - 1, keysText(name), kKeysRole);
    }
    auto* found = new NameCompleter(this);
    found->setModel(model());
    found->setCompletionRole(kKeysRole);
    found->setFilterMode(Qt::MatchContains);
    found->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(found);
    setEditText({});
    connect(lineEdit(), &QLineEdit::editingFinished, this, &NameField::settle);
}

QString nameMeant(const QString& typed, const QStringList& names) {
    const QString query = pinyinQuery(typed);
    if (query.isEmpty()) return typed;
    QString only;
    for (const QString& name : names) {
        if (!matchesKeys(nameKeys(name), query)) continue;
        if (!only.isEmpty()) return typed;
        only = name;
    }
    return only.isEmpty() ? typed : only;
}

QString NameField::name() const {
    QStringList names;
    for (int i = 0; i < count(); ++i)
        names.append(itemText(i));
    return nameMeant(currentText().trimmed(), names);
}

void NameField::settle() {
    if (const QString settled = name(); settled != currentText()) setEditText(settled);
}

void NameField::focusOutEvent(QFocusEvent* event) {
    settle();
    QComboBox::focusOutEvent(event);
}

void NameField::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) {
        QComboBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

QLineEdit* newNumberField(const QString& objectName, const QString& title, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setObjectName(objectName);
    field->setAccessibleName(title);
    field->setValidator(new QIntValidator(0, kMostCount, field));
    field->setAlignment(Qt::AlignRight);
    field->setMaximumWidth(scaled(64));
    field->setMinimumWidth(scaled(48));
    return field;
}

} // namespace baolei
