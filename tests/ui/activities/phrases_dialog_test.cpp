#include "ui/activities/phrases_dialog.h"

#include "tests/ui/support.h"
#include "ui/base/ask.h"
#include "ui/base/form_dialog.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QTimer>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct PhrasesTown : PageTown {
    QList<ActivityKind> kinds = loadKinds().value_or(QList<ActivityKind>{});

    std::optional<Phrase> named(const QString& name) {
        const auto all = phrasesOf(reader());
        EXPECT_TRUE(ok(all));
        for (const Phrase& each : *all)
            if (each.name == name) return each;
        return std::nullopt;
    }
    // Opens the dialog, does `act` with it and closes it.
    void manage(const std::function<void(QDialog&)>& act) {
        bool isDone = false;
        QTimer look; // the dialog runs a loop of its own
        QObject::connect(&look, &QTimer::timeout, [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (isDone || !dialog || dialog->objectName() != u"phrasesDialog"_s) return;
            isDone = true;
            act(*dialog);
            dialog->accept();
        });
        look.start(10);
        managePhrases(nullptr, *store, kinds);
        EXPECT_TRUE(isDone);
    }
    static void click(QDialog& dialog, const char* button) {
        QTest::mouseClick(child<QPushButton>(&dialog, button), Qt::LeftButton);
    }
    // Clicks a button that opens the form, fills it in and saves.
    static void edit(QDialog& dialog, const char* button, const QString& name,
                     const QString& text) {
        QTimer look;
        bool isSaved = false;
        QObject::connect(&look, &QTimer::timeout, [&] {
            auto* form = qobject_cast<FormDialog*>(QApplication::activeModalWidget());
            if (isSaved || !form) return;
            isSaved = true;
            form->findChild<Form*>()->field(u"name"_s)->setProperty("text", name);
            qobject_cast<QPlainTextEdit*>(form->findChild<Form*>()->field(u"text"_s))
                ->setPlainText(text);
            EXPECT_TRUE(form->save());
        });
        look.start(10);
        click(dialog, button);
        EXPECT_TRUE(isSaved);
    }
    static void choose(QDialog& dialog, const QString& start) {
        auto* list = child<QListWidget>(&dialog, "phrases");
        for (int i = 0; i < list->count(); ++i)
            if (list->item(i)->text().startsWith(start)) list->setCurrentRow(i);
        EXPECT_TRUE(list->currentItem()->text().startsWith(start));
    }
};
}

TEST(PhrasesDialog, makesChangesAndRemoves) {
    PhrasesTown town;
    town.manage([&](QDialog& dialog) {
        town.edit(dialog, "newPhrase", u"自己的"_s, u"第一稿"_s);
        town.choose(dialog, u"自己的"_s);
        town.edit(dialog, "changePhrase", u"我们的"_s, u"第二稿"_s);
    });
    EXPECT_FALSE(town.named(u"自己的"_s));
    ASSERT_TRUE(town.named(u"我们的"_s));
    EXPECT_EQ(town.named(u"我们的"_s)->text, u"第二稿"_s);
    EXPECT_TRUE(town.named(u"我们的"_s)->kinds.isEmpty());
    town.manage([&](QDialog& dialog) {
        town.choose(dialog, u"我们的"_s);
        town.click(dialog, "removePhrase");
    });
    EXPECT_FALSE(town.named(u"我们的"_s));
}

TEST(PhrasesDialog, changesAShippedOneWithItsKindsAndBringsItBack) {
    PhrasesTown town;
    const auto before = town.named(u"学习传达"_s);
    ASSERT_TRUE(before);
    town.manage([&](QDialog& dialog) {
        town.choose(dialog, u"学习传达"_s);
        town.edit(dialog, "changePhrase", u"学习传达"_s, u"只此一项"_s);
    });
    EXPECT_EQ(town.named(u"学习传达"_s)->text, u"只此一项"_s);
    EXPECT_EQ(town.named(u"学习传达"_s)->kinds, before->kinds);
    EXPECT_EQ(town.named(u"学习传达"_s)->field, u"agenda"_s);
    town.manage([&](QDialog& dialog) { town.click(dialog, "restorePhrases"); });
    EXPECT_EQ(town.named(u"学习传达"_s), before);
}

} // namespace baolei
