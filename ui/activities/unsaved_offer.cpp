#include "ui/activities/unsaved_offer.h"

#include "core/activities/own_kinds.h"
#include "core/people/organisation.h"
#include "ui/base/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

QList<UnsavedEntry> unsavedOf(const Store& store) {
    if (store.isReadOnly()) return {};
    const auto file = unsavedFileOf(store);
    if (!file) return {};
    QList<UnsavedEntry> entries = unsavedEntries(*file).value_or(QList<UnsavedEntry>{});
    std::reverse(entries.begin(), entries.end());
    return entries;
}

std::optional<UnsavedEntry> unsavedFor(const Store& store, const RecordStart& start) {
    for (const UnsavedEntry& each : unsavedOf(store)) {
        const bool isOfRecord = each.opened && each.opened->id == start.activity;
        const bool isNew = !each.opened && start.activity.isNull()
            && each.edited.organisationId == start.organisation
            && (start.kind.isEmpty() || each.edited.kind == start.kind);
        if (isOfRecord || isNew) return each;
    }
    return std::nullopt;
}

QString unsavedText(const Reader& reader, const UnsavedEntry& entry) {
    const Activity& activity = entry.edited;
    KindNames names(townKinds(reader).value_or(QList<ActivityKind>{}));
    QString text = names.of(activity.kind, activity.also);
    if (const QDate day = activity.startsAt.date(); day.isValid())
        text.prepend(UnsavedBar::tr("%1月%2日").arg(day.month()).arg(day.day()));
    const auto holder = reader.find(activity.organisationId);
    if (holder && *holder) text += UnsavedBar::tr("（%1）").arg((*holder)->shortName);
    return UnsavedBar::tr("%1，写到 %2")
        .arg(text, entry.writtenAt.toLocalTime().toString(u"M月d日 HH:mm"_s));
}

std::optional<Unfinished> unfinishedRecord(const PageContext& context) {
    const QList<UnsavedEntry> entries = unsavedOf(context.store);
    if (entries.isEmpty()) return std::nullopt;
    return Unfinished{UnsavedBar::tr("上次有一份记录没有存完：%1。")
                          .arg(unsavedText(context.reader(), entries.first())),
                      UnsavedBar::tr("接着写"),
                      {u"activities"_s, u"go-on"_s, {entries.first().id}}};
}

UnsavedBar::UnsavedBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this)) {
    setObjectName(u"unsavedBar"_s);
    setProperty("role", u"bar"_s);
    m_text->setObjectName(u"unsavedText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::medium, space::tiny, space::medium, space::tiny);
    line->setSpacing(space::small);
    line->addWidget(m_text, 1);
    QPushButton* goOn = addButton(tr("接着写"), u"goOnUnsaved"_s);
    QPushButton* drop = addButton(tr("不要了"), u"dropUnsaved"_s);
    connect(goOn, &QPushButton::clicked, this, [this] { emit goOnWanted(m_newest); });
    connect(drop, &QPushButton::clicked, this, [this] { emit dropWanted(m_newest); });
    hide();
}

QPushButton* UnsavedBar::addButton(const QString& text, const QString& name) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    layout()->addWidget(button);
    return button;
}

void UnsavedBar::show(const Reader& reader, const QList<UnsavedEntry>& entries) {
    setVisible(!entries.isEmpty());
    if (entries.isEmpty()) return;
    m_newest = entries.first();
    QString text = tr("上次没有存完的记录：%1").arg(unsavedText(reader, m_newest));
    if (entries.size() > 1) text += tr("；另外还有 %1 份").arg(entries.size() - 1);
    m_text->setText(text);
    m_text->setAccessibleName(text);
}

} // namespace baolei
