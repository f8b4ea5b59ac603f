#include "ui/people/import_wizard.h"

#include "ui/people/import_dialog.h"

namespace baolei {

void importRoster(QWidget* parent, Store& store, Navigator& navigator) {
    ImportDialog dialog(store, navigator, parent);
    dialog.exec();
}

} // namespace baolei
