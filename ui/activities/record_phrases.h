#pragma once
// 常用语 in the dialog: found by initials, put in where the keyboard is, made of what stands there.

#include "core/activities/phrases.h"
#include "ui/activities/record_form.h"
#include "ui/activities/record_setup.h"

namespace baolei {

class RecordPhrases final : public QObject {
    Q_OBJECT
public:
    RecordPhrases(Store& store, QWidget* window);

    /// Opens the list for a text field of `form` by its name; nothing where it is none.
    void open(RecordForm& form, const QString& field, const RecordSetup& setup);

private:
    void openList(RecordForm& form, const QString& field, const RecordSetup& setup,
                  const QList<Phrase>& phrases);
    void keep(const QString& text, const QString& field, const QString& kind);

    Store& m_store;
    QWidget* m_window;
};

} // namespace baolei
