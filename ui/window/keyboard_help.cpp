#include "ui/window/keyboard_help.h"

#include "ui/base/figures.h"

#include <QCoreApplication>
#include <QDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(KeyboardHelp)
};

QList<FactList::Fact> windowKeys() {
    return {{u"Alt+1 … Alt+9"_s, Text::tr("打开左边第几页")},
            {u"Ctrl+Tab"_s, Text::tr("下一页")},
            {u"Ctrl+K"_s, Text::tr("查找党员、党组织、功能")},
            {u"Ctrl+G"_s, Text::tr("选择党组织")},
            {u"Ctrl+M"_s, Text::tr("选择年、季度或月")},
            {u"Alt+PgUp / Alt+PgDn"_s, Text::tr("上一期、下一期")},
            {u"Ctrl+Z"_s, Text::tr("撤销上一步")},
            {u"Ctrl+Y"_s, Text::tr("重做")},
            {u"F5"_s, Text::tr("重新读取")},
            {u"Ctrl++ / Ctrl+-"_s, Text::tr("大字、平常字")},
            {u"F1"_s, Text::tr("这张表")}};
}

QList<FactList::Fact> pageKeys() {
    return {{u"Ctrl+N"_s, Text::tr("这一页的主要操作，例如 记一次会")},
            {u"Ctrl+P"_s, Text::tr("打印")},
            {u"Ctrl+F"_s, Text::tr("在这一页里筛选")},
            {u"Ctrl+C"_s, Text::tr("复制表格里选中的行，可以粘贴到电子表格")},
            {u"Enter"_s, Text::tr("表格里：打开这一行；填写时：到下一项")},
            {u"Ctrl+D"_s, Text::tr("组织生活的列表里：复制到下月")},
            {u"Ctrl+L / Ctrl+T"_s, Text::tr("记一次会时：带入上次的内容、放进常用语")},
            {u"Ctrl+S"_s, Text::tr("填写时：保存")},
            {u"Esc"_s, Text::tr("关闭；没有保存的会先问")}};
}
}

void showKeyboardHelp(QWidget* parent) {
    QDialog dialog(parent);
    dialog.setWindowTitle(Text::tr("键盘"));
    dialog.setObjectName(u"keyboardHelp"_s);
    auto* column = new QVBoxLayout(&dialog);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(space::medium);
    column->addLayout(cards, 1);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::medium);
    for (const auto& [heading, facts] : {std::pair(Text::tr("整个窗口"), windowKeys()),
                                         std::pair(Text::tr("每一页"), pageKeys())}) {
        auto* card = new Card(&dialog, heading);
        auto* list = new FactList(card);
        list->setFacts(facts);
        card->box()->addWidget(list);
        card->box()->addStretch(1);
        cards->addWidget(card, 1);
    }
    auto* close = new QPushButton(Text::tr("知道了"), &dialog);
    QObject::connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    dialog.resize(scaled(860), scaled(400)); // grows by itself to what the texts need
    close->setFocus();
    dialog.exec();
}

} // namespace baolei
