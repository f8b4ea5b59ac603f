#pragma once
// What was being written when the program ended, offered to go on with.

#include "ui/activities/record_dialog.h"
#include "ui/base/page.h"

#include <QFrame>

namespace baolei {

/// Those that can be gone on with, the newest first; none where nothing can be saved.
QList<UnsavedEntry> unsavedOf(const Store& store);
/// The newest that whoever sets out so may mean: of the same record, or a new one of the same
/// organisation and kind.
std::optional<UnsavedEntry> unsavedFor(const Store& store, const RecordStart& start);
/// 11月18日党员大会（西荡村党支部），写到 11月20日 20:31
QString unsavedText(const Reader& reader, const UnsavedEntry& entry);
/// For the window, when a store has been opened.
std::optional<Unfinished> unfinishedRecord(const PageContext& context);

/// A strip on the page: the newest of them, to go on with or to throw away.
class UnsavedBar final : public QFrame {
    Q_OBJECT
public:
    explicit UnsavedBar(QWidget* parent = nullptr);
    void show(const Reader& reader, const QList<UnsavedEntry>& entries);
    using QFrame::show;

signals:
    void goOnWanted(const baolei::UnsavedEntry& entry);
    void dropWanted(const baolei::UnsavedEntry& entry);

private:
    QPushButton* addButton(const QString& text, const QString& name);

    UnsavedEntry m_newest;
    QLabel* m_text;
};

} // namespace baolei
