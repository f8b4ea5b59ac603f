#include "ui/base/column_menu.h"

#include "ui/base/ui_settings.h"

#include <QHeaderView>
#include <QMenu>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QString hiddenKey(const RecordTable* table) {
    return u"hiddenColumns/"_s + table->objectName();
}

void apply(RecordTable* table, const QStringList& hidden) {
    const auto& heads = table->recordModel()->heads();
    for (int column = 1; column < heads.size(); ++column)
        table->setColumnHidden(column, hidden.contains(heads[column].key));
}
}

QStringList hiddenColumns(const RecordTable* table, const QStringList& hiddenAtFirst) {
    return uiSetting(hiddenKey(table), hiddenAtFirst).toStringList();
}

QMenu* makeColumnMenu(RecordTable* table, const QStringList& hiddenAtFirst) {
    auto* menu = new QMenu(table);
    menu->setObjectName(u"columnMenu"_s);
    const QStringList hidden = hiddenColumns(table, hiddenAtFirst);
    const auto& heads = table->recordModel()->heads();
    for (int column = 1; column < heads.size(); ++column) {
        QAction* tick = menu->addAction(heads[column].title);
        tick->setObjectName(heads[column].key);
        tick->setCheckable(true);
        tick->setChecked(!hidden.contains(heads[column].key));
        QObject::connect(tick, &QAction::toggled, table, [table, menu] {
            QStringList unticked;
            for (const QAction* each : menu->actions())
                if (!each->isChecked()) unticked.append(each->objectName());
            keepUiSetting(hiddenKey(table), unticked);
            apply(table, unticked);
        });
    }
    apply(table, hidden);
    QHeaderView* header = table->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QWidget::customContextMenuRequested, menu,
                     [header, menu](QPoint at) { menu->popup(header->mapToGlobal(at)); });
    return menu;
}

} // namespace baolei
