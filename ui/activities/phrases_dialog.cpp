#include "ui/activities/phrases_dialog.h"

#include "ui/base/ask.h"
#include "ui/base/form_dialog.h"
#include "ui/base/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPlainTextEdit>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PhrasesDialog)
};

constexpr int kTextLines = 6;
constexpr int kWidth = 560;
constexpr int kHeight = 480;

QString kindsText(const QList<ActivityKind>& kinds, const QStringList& ids) {
    QStringList names;
    for (const ActivityKind& kind : kinds)
        if (ids.contains(kind.id)) names.append(kind.name);
    return names.isEmpty() ? Text::tr("各类活动") : names.join(u'、');
}

// The texts that activities have, and those of the kinds.
Choices fieldChoices(const QList<ActivityKind>& kinds) {
    Choices choices;
    for (const char* column : {"agenda", "content", "resolution"})
        choices.append({QString::fromLatin1(column), tableOf<Activity>().find(column)->title});
    QStringList seen;
    for (const ActivityKind& kind : kinds)
        for (const ActivityField& field : kind.fields) {
            if (field.type != FieldType::Lines || seen.contains(field.id)) continue;
            seen.append(field.id);
            choices.append({field.id, field.title});
        }
    return choices;
}

QString fieldText(const QList<ActivityKind>& kinds, const QString& field) {
    for (const Choice& choice : fieldChoices(kinds))
        if (choice.code == field) return choice.name;
    return field;
}

// One choice: every kind, one of them, or the several that the phrase has now.
Choices kindChoices(const QList<ActivityKind>& kinds, const QStringList& now) {
    Choices choices{{u"*"_s, Text::tr("各类活动")}};
    if (now.size() > 1) choices.append({now.join(u' '), kindsText(kinds, now)});
    for (const ActivityKind& kind : kinds)
        choices.append({kind.id, kind.name, {kind.shortName}});
    return choices;
}

bool editPhrase(QWidget* parent, Store& store, const QList<ActivityKind>& kinds,
                const Phrase& phrase) {
    auto* form = new Form(1);
    auto* name = form->addLine(u"name"_s, Text::tr("名称"));
    auto* kind = form->addField(u"kind"_s, Text::tr("用于"),
                                new ChoiceField(kindChoices(kinds, phrase.kinds), false));
    auto* field
        = form->addField(u"field"_s, Text::tr("栏目"), new ChoiceField(fieldChoices(kinds), false));
    auto* text = form->addText(u"text"_s, Text::tr("文字"), kTextLines);
    text->setToolTip(
        Text::tr("可以写 {支部}、{日期}、{主持人}、{应到}、{实到}，放进记录时换成实际内容"));
    name->setText(phrase.name);
    kind->setCode(phrase.kinds.isEmpty() ? u"*"_s : phrase.kinds.join(u' '));
    field->setCode(phrase.field);
    text->setPlainText(phrase.text);
    FormDialog dialog(phrase.id.isEmpty() ? Text::tr("新的常用语") : Text::tr("修改常用语"), form,
                      parent);
    dialog.setSave([&]() -> Result<void> {
        Phrase edited = phrase;
        edited.name = name->text();
        edited.kinds = kind->code() == u"*"_s ? QStringList() : kind->code().split(u' ');
        edited.field = field->code();
        edited.text = text->toPlainText();
        const auto saved = savePhrase(store, edited);
        return saved ? Result<void>() : fail(saved.error());
    });
    return dialog.ask();
}

class PhrasesDialog final : public QDialog {
public:
    PhrasesDialog(QWidget* parent, Store& store, const QList<ActivityKind>& kinds)
        : QDialog(parent)
        , m_store(store)
        , m_kinds(kinds)
        , m_list(new QListWidget(this)) {
        setObjectName(u"phrasesDialog"_s);
        setWindowTitle(Text::tr("管理常用语"));
        m_list->setObjectName(u"phrases"_s);
        m_list->setAccessibleName(Text::tr("常用语"));
        auto* buttons = new QVBoxLayout;
        add(buttons, Text::tr("新建…"), u"newPhrase"_s, [this] { edit({}); });
        m_change = add(buttons, Text::tr("修改…"), u"changePhrase"_s, [this] { edit(chosen()); });
        m_remove = add(buttons, Text::tr("删除"), u"removePhrase"_s, [this] { remove(); });
        add(buttons, Text::tr("恢复自带的"), u"restorePhrases"_s, [this] { restore(); });
        buttons->addStretch(1);
        add(buttons, Text::tr("关闭"), u"closePhrases"_s, [this] { accept(); });
        auto* row = new QHBoxLayout(this);
        row->addWidget(m_list, 1);
        row->addLayout(buttons);
        resize(scaled(kWidth), scaled(kHeight));
        connect(m_list, &QListWidget::itemActivated, this, [this] { edit(chosen()); });
        fill();
    }

private:
    template <typename F>
    QPushButton* add(QVBoxLayout* column, const QString& text, const QString& name, F action) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, action);
        column->addWidget(button);
        return button;
    }

    Phrase chosen() const { return m_phrases.value(m_list->currentRow()); }

    void fill() {
        const auto all = phrasesOf(m_store.reader());
        if (!all) ask::error(this, all.error());
        m_phrases = all.value_or(QList<Phrase>{});
        const int row = m_list->currentRow();
        m_list->clear();
        for (const Phrase& each : m_phrases) {
            const QString place
                = kindsText(m_kinds, each.kinds) + u" · "_s + fieldText(m_kinds, each.field);
            auto* item = new QListWidgetItem(Text::tr("%1（%2）").arg(each.name, place), m_list);
            item->setToolTip(each.text);
        }
        m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
        m_change->setEnabled(!m_phrases.isEmpty());
        m_remove->setEnabled(!m_phrases.isEmpty());
    }

    void edit(Phrase phrase) {
        if (phrase.field.isEmpty()) phrase.field = u"content"_s;
        if (editPhrase(this, m_store, m_kinds, phrase)) fill();
    }

    void remove() { settle(removePhrase(m_store, chosen())); }
    void restore() { settle(restorePhrases(m_store)); }
    void settle(const Result<void>& done) {
        if (!done) ask::error(this, done.error());
        fill();
    }

    Store& m_store;
    QList<ActivityKind> m_kinds;
    QListWidget* m_list;
    QPushButton* m_change = nullptr;
    QPushButton* m_remove = nullptr;
    QList<Phrase> m_phrases;
};
}

void managePhrases(QWidget* parent, Store& store, const QList<ActivityKind>& kinds) {
    PhrasesDialog(parent, store, kinds).exec();
}

} // namespace baolei
