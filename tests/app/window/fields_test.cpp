// Whatever can be typed or pasted anywhere in the window: every field of every page and of every
// dialog that a button of a page opens is found and filled. A new field is found by itself.

#include "core/activities/activity.h"
#include "core/base/normal_text.h"
#include "core/names/name_text.h"
#include "core/people/id_number.h"
#include "core/people/post.h"
#include "core/store/setting.h"
#include "tests/app/window/open_window.h"
#include "ui/base/ask.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QTimer>
#include <QToolTip>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

QString controls() {
    QString text = u"王\u202e强\u202c\u001b[31m\ufeff\r\nb\tc\u2028d"_s;
    text += QChar(u'\0');
    return text + QChar(0xd800) + u"末"_s;
}

QStringList nastyTexts() {
    return {controls(),
            u"=cmd|'/C calc'!A0 <b>x</b><img src='x.png'> %1 %2 &amp; x'); DROP TABLE person;--"
            u" 䶮㛃𬭚 👨‍👩‍👧👍🏽 مرحبا שלום"_s,
            QString(10'000, u'长')};
}

/// Lines that can be typed into, those of choices among them, and texts of many lines.
QWidgetList fieldsIn(const QWidget* in) {
    QWidgetList fields;
    const auto add = [&](QWidget* field, bool isReadOnly) {
        if (field->isVisibleTo(in) && field->isEnabled() && !isReadOnly) fields.append(field);
    };
    for (auto* each : in->findChildren<QLineEdit*>())
        add(each, each->isReadOnly());
    for (auto* each : in->findChildren<QPlainTextEdit*>())
        add(each, each->isReadOnly());
    for (auto* each : in->findChildren<QTextEdit*>())
        add(each, each->isReadOnly());
    return fields;
}

QString textIn(const QWidget* field) {
    if (const auto* line = qobject_cast<const QLineEdit*>(field)) return line->text();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(field)) return text->toPlainText();
    return qobject_cast<const QTextEdit*>(field)->toPlainText();
}

/// In the place of all that stands there, on the way that the clipboard takes.
void paste(QWidget* field, const QString& text) {
    field->setFocus();
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        line->selectAll();
        line->insert(text);
    } else if (auto* lines = qobject_cast<QPlainTextEdit*>(field)) {
        lines->selectAll();
        lines->insertPlainText(text);
    } else if (auto* rich = qobject_cast<QTextEdit*>(field)) {
        rich->selectAll();
        rich->insertPlainText(text);
    }
}

QString nameOf(const QWidget* field) {
    const QWidget* named = field;
    while (named->objectName().isEmpty() || named->objectName().startsWith("qt_"_L1))
        named = named->parentWidget();
    return field->window()->objectName() + u'/' + named->objectName();
}

bool isWrong(const QWidget* field) {
    return field->property("state").toString() == u"wrong"
        || field->parentWidget()->property("state").toString() == u"wrong";
}

/// What a field takes must stand there whole; only one that takes numbers may take nothing of it.
void fill(QWidget* field, const QString& text) {
    paste(field, text);
    const auto* line = qobject_cast<QLineEdit*>(field);
    if (line && line->validator()) return;
    EXPECT_EQ(normalText(textIn(field)), normalText(text)) << nameOf(field).toStdString();
}

void expectPlainTexts(const QWidget* in) {
    for (const auto* label : in->findChildren<QLabel*>()) {
        if (!label->isVisible()) continue; // looked at when it is first shown
        EXPECT_NE(label->textFormat(), Qt::AutoText)
            << label->objectName().toStdString() << ": " << label->text().left(40).toStdString();
    }
}

/// Fills what opens while the keys and buttons of a page are tried, and saves it.
class Visitor : public QObject {
public:
    explicit Visitor(QString text)
        : m_text(std::move(text)) {
        connect(&m_watch, &QTimer::timeout, this, &Visitor::look);
        m_watch.start(5);
    }
    QSet<QString> seen; ///< fields, by dialog and name
    int saved = 0;

private:
    void look() {
        if (QWidget* popup = QApplication::activePopupWidget()) {
            popup->close();
            return;
        }
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog || dialog == m_inside) return;
        m_inside = dialog;
        visit(dialog);
        m_inside = nullptr;
        if (dialog->isVisible()) dialog->done(QDialog::Rejected);
    }

    void visit(QDialog* dialog) {
        QHash<QWidget*, QString> before;
        for (QWidget* field : fieldsIn(dialog)) {
            seen.insert(nameOf(field));
            before.insert(field, textIn(field));
            fill(field, m_text);
        }
        QApplication::processEvents();
        expectPlainTexts(dialog);
        auto* save = dialog->findChild<QAbstractButton*>(u"save"_s);
        for (int i = 0; save && i < 3 && dialog->isVisible(); ++i) {
            save->click();
            if (!dialog->isVisible()) break;
            // What a field does not take it says; what stood there before is put back.
            for (auto field = before.begin(); field != before.end(); ++field)
                if (isWrong(field.key()) || i > 0) paste(field.key(), field.value());
        }
        if (save && !dialog->isVisible()) ++saved;
    }

    QString m_text;
    QTimer m_watch;
    QDialog* m_inside = nullptr;
};

/// Presses every button and starts every action of the page, whatever they open.
void tryEverything(QWidget* page) {
    QList<QPointer<QAbstractButton>> buttons;
    for (auto* each : page->findChildren<QAbstractButton*>())
        if (each->isVisibleTo(page->window()) && each->isEnabled()) buttons.append(each);
    for (const auto& button : buttons)
        if (button && button->isEnabled()) button->click();
    QList<QPointer<QAction>> actions;
    for (auto* each : page->findChildren<QAction*>())
        if (each->isEnabled()) actions.append(each);
    for (const auto& action : actions)
        if (action && action->isEnabled()) action->trigger();
    QApplication::processEvents();
}

template <typename T> void expectNormal(const Reader& reader) {
    const auto all = reader.all<T>("ORDER BY r.id");
    ASSERT_TRUE(ok(all));
    for (const T& record : *all)
        for (const Column& column : tableOf<T>().columns()) {
            const Value value = column.read(&record);
            EXPECT_EQ(baolei::textIn(value), baolei::textIn(normalValue(column, value)))
                << column.name.toStdString();
            EXPECT_FALSE(isTooLong(column, value)) << column.name.toStdString();
        }
}

void expectNormalStore(const OpenWindow& open) {
    expectNormal<Organisation>(open.reader());
    expectNormal<Person>(open.reader());
    expectNormal<Post>(open.reader());
    expectNormal<Movement>(open.reader());
    expectNormal<Activity>(open.reader());
    expectNormal<Setting>(open.reader());
}

/// A branch with two members, entered as the window's own store.
Id<Organisation> fillStore(OpenWindow& open) {
    Store& store = *open.window->store();
    Organisation branch;
    branch.name = u"中共示范镇西荡村支部委员会"_s;
    branch.shortName = u"西荡村党支部"_s;
    branch.type = u"branch"_s;
    branch = saveOrganisation(store, branch).value();
    for (const QString& name : {u"王强"_s, u"李敏"_s}) {
        Person person;
        person.name = name;
        person.branchId = branch.id;
        person.stage = u"full"_s;
        person.bornOn = PartialDate(1970, 1, 1);
        person.joinedOn = PartialDate(2001, 7, 1);
        EXPECT_TRUE(ok(savePerson(store, person)));
    }
    return branch.id;
}

}

TEST(EveryField, takesWhateverIsPastedAndSaysWhatItDoesNotTake) {
    for (const QString& text : nastyTexts()) {
        OpenWindow open;
        open.desk().scope().setOrganisation(fillStore(open));
        ask::Script script; // every question is answered with no
        Visitor visitor(text);
        const qsizetype pages = windowParts().pages.size();
        int fields = 0;
        for (int i = 0; i < int(pages); ++i) {
            ASSERT_TRUE(open.desk().showPage(i));
            QTest::qWait(50);
            Page* page = open.desk().currentPage();
            for (QWidget* field : fieldsIn(open.window.get())) {
                const QString before = textIn(field);
                fill(field, text);
                QApplication::processEvents();
                ++fields;
                if (qobject_cast<QComboBox*>(field->parentWidget())) continue;
                paste(field, before);
            }
            tryEverything(page);
            expectPlainTexts(open.window.get());
            (void)open.window->grab();
        }
        for (QWidget* each : QApplication::topLevelWidgets())
            if (each != open.window.get()) each->close(); // the next window is to be the active one
        EXPECT_GE(fields, 6);
        EXPECT_GE(visitor.seen.size(), 60) << visitor.seen.values().join(u' ').toStdString();
        EXPECT_GE(visitor.saved, 2);
        expectNormalStore(open);
    }
}

TEST(EveryField, comesBackAsItWasWritten) {
    const QString text = u"=1+1 <b>x</b> %1 &amp; 䶮㛃𬭚 👍🏽 مرحبا"_s;
    OpenWindow open;
    const Id<Organisation> branch = fillStore(open);
    open.desk().scope().setOrganisation(branch);
    ask::Script script;
    QHash<QString, QString> written;
    int rounds = 0;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog || rounds > 1) return;
        ++rounds;
        for (QWidget* field : fieldsIn(dialog)) {
            const auto* line = qobject_cast<QLineEdit*>(field);
            const bool isChoice = qobject_cast<QComboBox*>(field->parentWidget());
            const bool isDate = line && line->placeholderText() == u"年-月-日"_s;
            if (isChoice || isDate || (line && line->validator())) continue;
            if (rounds == 1) {
                paste(field, text);
                written.insert(nameOf(field), text);
            } else {
                QString expected = written.value(nameOf(field));
                if (field->objectName() == u"name") expected = cleanName(expected);
                if (field->objectName() == u"id_number") expected = readIdNumber(expected).text;
                EXPECT_EQ(textIn(field), expected) << nameOf(field).toStdString();
            }
        }
        if (rounds == 1) child<QAbstractButton>(dialog, "save")->click();
        EXPECT_TRUE(rounds > 1 || !dialog->isVisible()) << script.shown().join(u'\n').toStdString();
        dialog->done(QDialog::Rejected);
    });
    watch.start(5);
    ASSERT_TRUE(open.desk().showPage(1));
    const auto people = open.reader().all<Person>("ORDER BY r.id");
    ASSERT_TRUE(ok(people));
    open.desk().navigator().open({u"people"_s, u"person"_s, {people->first().id.value}});
    QTest::qWait(100);
    auto* edit = open.window->findChild<QAction*>(u"actionEdit"_s);
    ASSERT_TRUE(edit);
    edit->trigger();
    edit->trigger();
    EXPECT_EQ(rounds, 2);
    EXPECT_GE(written.size(), 15);
    const auto saved = open.reader().find(people->first().id);
    EXPECT_EQ((*saved)->name, cleanName(text));
}

TEST(EveryLabel, showsTagsAsTheyAre) {
    OpenWindow open;
    QLabel label(u"<b>x</b>"_s, open.window.get());
    label.show();
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
    QToolTip::showText({5, 5}, u"<b>x</b>"_s, open.window.get());
    for (const QWidget* each : QApplication::topLevelWidgets())
        if (const auto* tip = qobject_cast<const QLabel*>(each)) {
            EXPECT_EQ(tip->textFormat(), Qt::PlainText);
        }
    QToolTip::hideText();
}

} // namespace baolei
