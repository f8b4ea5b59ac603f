#pragma once
// The page on a small town, and a way to answer its dialogs.

#include "core/people/id_number.h"
#include "core/people/queries.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"
#include "ui/base/form_dialog.h"
#include "ui/people/people_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QTimer>

namespace baolei {

/// 329999 born 1970-01-01 with this number of order, completed by its check digit.
inline QString idNumber(int order) {
    const QString first = QStringLiteral("32999919700101%1").arg(order, 3, 10, QChar(u'0'));
    return first + idCheckDigit(first);
}

/// 王强, 张丽 (a woman) in 西荡村, 丁一 in 东堰村, an activist 李想 in 西荡村.
struct PeopleTown : PageTown {
    Person wang = member(QStringLiteral("王强"), xidang.id);
    Person zhang = member(QStringLiteral("张丽"), xidang.id);
    Person ding = member(QStringLiteral("丁一"), dongyan.id);
    Person li = member(QStringLiteral("李想"), xidang.id);

    PeopleTown() {
        wang.idNumber = idNumber(11);
        wang.phone = QStringLiteral("13900001234");
        wang.address = QStringLiteral("西荡村三组");
        zhang.sex = QStringLiteral("2");
        li.stage = QStringLiteral("activist");
        li.joinedOn = {};
        li.fullOn = {};
        for (const Person& each : {wang, zhang, li})
            EXPECT_TRUE(ok(savePerson(*store, each)));
    }
    Person again(const Person& person) const {
        const auto found = reader().find(person.id);
        EXPECT_TRUE(ok(found));
        return found->value_or(Person());
    }
    qint64 count(const QByteArray& table) const {
        return *reader().integer("SELECT count(*) FROM live_" + table);
    }
};

/// The page on the screen, with everything read.
struct ShownPage {
    PeopleTown& town;
    PeoplePage page{town.context()};
    RecordTable* table = child<RecordTable>(&page, "people");
    OrganisationTreeView* tree = child<OrganisationTreeView>(&page, "organisations");
    QLineEdit* typed = child<QLineEdit>(&page, "peopleSearch");

    explicit ShownPage(PeopleTown& of, int wanted = 4)
        : town(of) {
        page.resize(1200, 700);
        page.QWidget::show();
        settle(wanted);
        focus(table);
    }
    /// Keys go to the active window only.
    void focus(QWidget* widget) {
        page.activateWindow();
        EXPECT_TRUE(eventually([&] { return QApplication::activeWindow() == &page; }));
        widget->setFocus();
    }
    int rows() const { return table->recordModel()->rowCount(); }
    void settle(int wanted) {
        EXPECT_TRUE(eventually([&] { return rows() == wanted && !tree->tree().members.empty(); }))
            << rows();
        QTest::qWait(100);
    }
    QStringList names() const {
        QStringList found;
        for (int row = 0; row < rows(); ++row)
            found.append(table->recordModel()->textsOfRow(row)[0]);
        return found;
    }
    void choose(const Person& person) {
        EXPECT_TRUE(table->selectId(person.id.value));
        QTest::qWait(100);
    }
    QString detailText() {
        QString text;
        for (const QLabel* label :
             child<PersonDetail>(&page, "personDetail")->findChildren<QLabel*>())
            if (label->isVisible()) text += label->text() + QChar(u'\n');
        return text;
    }
};

/// Runs `act` once the dialog of this name stands open. Dialogs close by themselves in the end, so
/// that a test never hangs.
template <typename F> void inDialog(const char* name, F act) {
    auto* timer = new QTimer(qApp);
    timer->setInterval(10);
    QObject::connect(timer, &QTimer::timeout, qApp, [=, waited = 0]() mutable {
        auto* dialog = qobject_cast<FormDialog*>(QApplication::activeModalWidget());
        if (!dialog && ++waited < 500) return;
        timer->stop();
        timer->deleteLater();
        ASSERT_TRUE(dialog) << name;
        EXPECT_EQ(dialog->objectName(), QString::fromLatin1(name));
        dialog->activateWindow(); // so that fields notice when they are left
        EXPECT_TRUE(eventually([=] { return QApplication::activeWindow() == dialog; }));
        act(dialog);
        if (dialog->isVisible()) {
            ask::Script leave;
            leave.yes();
            dialog->reject();
        }
    });
    timer->start();
}

inline void type(QWidget* in, const char* field, const QString& text) {
    if (auto* choice = in->findChild<ChoiceField*>(QString::fromLatin1(field))) {
        choice->setFocus();
        choice->setEditText(text);
        QTest::keyClick(choice->lineEdit(), Qt::Key_Return);
        return;
    }
    auto* line = child<QLineEdit>(in, field);
    line->setFocus();
    line->selectAll();
    line->insert(text); // as an input method does
    QTest::keyClick(line, Qt::Key_Return);
}

} // namespace baolei
