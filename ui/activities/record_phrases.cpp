#include "ui/activities/record_phrases.h"

#include "ui/activities/phrases_dialog.h"
#include "ui/activities/search_popup.h"
#include "ui/base/ask.h"
#include "ui/base/theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kNameStart = 12;

QPushButton* footButton(const QString& text, const QString& name, SearchPopup* popup) {
    auto* button = new QPushButton(text, popup);
    button->setObjectName(name);
    button->setProperty("role", u"plain"_s);
    return button;
}

// Where somebody looks: at the line that is being written.
QRect placeIn(QWidget* field) {
    if (const auto* text = qobject_cast<QPlainTextEdit*>(field)) return text->cursorRect();
    return field->rect();
}
}

RecordPhrases::RecordPhrases(Store& store, QWidget* window)
    : QObject(window)
    , m_store(store)
    , m_window(window) { }

void RecordPhrases::open(RecordForm& form, const QString& field, const RecordSetup& setup) {
    if (!form.textField(field)) return;
    const auto all = phrasesOf(m_store.reader());
    if (!all) {
        ask::error(m_window, all.error());
        return;
    }
    QList<Phrase> phrases = phrasesFor(*all, kindsServed(setup.kind.id, setup.also), field);
    if (field == u"agenda"_s) {
        const auto topics = usualTopics(m_store.reader(), setup.kind, setup.holder.id, setup.day);
        for (const QString& topic : topics.value_or(QStringList{}))
            phrases.append({{}, topic, {}, field, topic});
    }
    openList(form, field, setup, phrases);
}

void RecordPhrases::openList(RecordForm& form, const QString& field, const RecordSetup& setup,
                             const QList<Phrase>& phrases) {
    QWidget* place = form.textField(field);
    QStringList names;
    for (const Phrase& each : phrases)
        names.append(each.name);
    auto* popup = new SearchPopup(names, tr("常用语的名称或拼音首字母，回车放进来"), place);
    QListWidget* list = popup->list();
    list->setAccessibleName(tr("常用语"));
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setToolTip(phrases[i].text);
    const auto insert = [&form, popup, field, phrases, holder = setup.holder.shortName](int at) {
        const QString text = filledPhrase(phrases[at].text, pack(form.record()), holder);
        popup->close();
        form.insertText(field, text);
    };
    connect(popup, &SearchPopup::picked, &form, insert);
    connect(list, &QListWidget::itemClicked, &form,
            [insert, list](QListWidgetItem* item) { insert(list->row(item)); });
    auto* keepIt = footButton(tr("把这段存为常用语…"), u"keepPhrase"_s, popup);
    auto* manage = footButton(tr("管理常用语…"), u"managePhrases"_s, popup);
    const QString text = form.chosenText(field);
    keepIt->setEnabled(!text.isEmpty());
    auto* foot = new QHBoxLayout;
    foot->addWidget(keepIt);
    foot->addWidget(manage);
    popup->box()->addLayout(foot);
    connect(keepIt, &QPushButton::clicked, this, [this, popup, text, field, kind = setup.kind.id] {
        popup->close();
        keep(text, field, kind);
    });
    connect(manage, &QPushButton::clicked, this, [this, popup, kinds = setup.rules.kinds] {
        popup->close();
        managePhrases(m_window, m_store, kinds);
    });
    popup->openBelow(placeIn(place));
}

void RecordPhrases::keep(const QString& text, const QString& field, const QString& kind) {
    const auto name = ask::line(m_window, tr("存为常用语"), tr("名称（以后按名称或拼音首字母找）"),
                                text.section(u'\n', 0, 0).left(kNameStart));
    if (!name) return;
    const auto saved = savePhrase(m_store, {{}, *name, {kind}, field, text});
    if (!saved) ask::error(m_window, saved.error());
}

} // namespace baolei
