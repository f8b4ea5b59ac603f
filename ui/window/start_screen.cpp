#include "ui/window/start_screen.h"

#include "core/base/files.h"
#include "ui/base/ask.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QLabel* wrapped(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}
}

StartScreen::StartScreen(bool hasDemo, QWidget* parent)
    : QWidget(parent)
    , m_ways(new QVBoxLayout)
    , m_last(nullptr)
    , m_failure(nullptr) {
    setObjectName(u"startScreen"_s);
    auto* title = new QLabel(tr("堡垒"), this);
    setTypeRole(title, TypeRole::Figure);
    setInk(title, Tone::Missing);
    auto* lead = wrapped(u"lead"_s, this);
    lead->setText(tr("党建台账都在一个数据文件里，放在自己的电脑上，不用联网。每做一步都自动保存，"
                     "随时可以撤销，每次打开都自动备份。"));
    setInk(lead, Tone::Secondary);
    m_ways->setSpacing(space::small);
    m_last = addWay(u"openLast"_s, u"file"_s, tr("打开上次的数据文件"), {});
    m_last->hide();
    auto* open = addWay(u"openStore"_s, u"folder"_s, tr("打开数据文件"),
                        tr("选一个 .baolei 文件，例如别人拷给您的"));
    auto* create = addWay(u"createStore"_s, u"file-new"_s, tr("新建"),
                          tr("写上镇名，从空白开始；下一步通常是导入花名册"));
    auto* restore = addWay(u"restoreStore"_s, u"restore"_s, tr("从备份恢复"),
                           tr("选一份备份，放到新的位置打开；备份本身不会改动"));
    auto* demo = addWay(u"openDemo"_s, u"town"_s, tr("打开示范镇"),
                        tr("一个虚构的镇，12 个村，可以随便试"));
    demo->setVisible(hasDemo);
    auto* inner = new QVBoxLayout;
    inner->setSpacing(space::large);
    inner->addStretch(2);
    inner->addWidget(title);
    inner->addWidget(lead);
    m_failure = makeFailure();
    inner->addWidget(m_failure);
    inner->addLayout(m_ways);
    inner->addStretch(3);
    auto* line = new QHBoxLayout(this);
    line->addStretch(1);
    line->addLayout(inner, 2);
    line->addStretch(1);
    connect(m_last, &QPushButton::clicked, this, [this] { emit againWanted(m_lastPath); });
    connect(open, &QPushButton::clicked, this, &StartScreen::openWanted);
    connect(create, &QPushButton::clicked, this, &StartScreen::createWanted);
    connect(restore, &QPushButton::clicked, this, &StartScreen::restoreWanted);
    connect(demo, &QPushButton::clicked, this, &StartScreen::demoWanted);
}

// A button with its verb, and beside it what comes of it.
QPushButton* StartScreen::addWay(const QString& name, const QString& iconName, const QString& verb,
                                 const QString& teaching) {
    auto* button = new QPushButton(icon(iconName), verb, this);
    button->setObjectName(name);
    button->setAccessibleName(verb);
    button->setAccessibleDescription(teaching);
    button->setMinimumWidth(220);
    auto* label = wrapped(name + u"Teaching"_s, this);
    label->setText(teaching);
    setInk(label, Tone::Secondary);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::large);
    line->addWidget(button);
    line->addWidget(label, 1);
    m_ways->addLayout(line);
    return button;
}

QFrame* StartScreen::makeFailure() {
    auto* frame = new QFrame(this);
    frame->setObjectName(u"failure"_s);
    frame->setProperty("role", u"card"_s);
    m_what = wrapped(u"failureWhat"_s, frame);
    setInk(m_what, Tone::Missing);
    m_next = wrapped(u"failureNext"_s, frame);
    m_offer = wrapped(u"failureOffer"_s, frame);
    auto* again = new QPushButton(tr("再试一次"), frame);
    again->setObjectName(u"tryAgain"_s);
    m_useBackup = new QPushButton(frame);
    m_useBackup->setObjectName(u"useBackup"_s);
    m_useBackup->setProperty("role", u"primary"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    buttons->addWidget(m_useBackup);
    buttons->addWidget(again);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    column->addWidget(m_what);
    column->addWidget(m_next);
    column->addWidget(m_offer);
    column->addLayout(buttons);
    connect(again, &QPushButton::clicked, this, [this] { emit againWanted(m_failedPath); });
    connect(m_useBackup, &QPushButton::clicked, this,
            [this] { emit latestBackupWanted(m_backup, m_failedPath); });
    frame->hide();
    return frame;
}

void StartScreen::setLastStore(const QString& path) {
    m_lastPath = path;
    m_last->setVisible(!path.isEmpty());
    auto* label = findChild<QLabel*>(u"openLastTeaching"_s);
    label->setText(shownPath(path));
    label->setVisible(!path.isEmpty());
}

void StartScreen::showFailure(const QString& path, const Error& error,
                              const std::optional<BackupInfo>& backup) {
    m_failedPath = path;
    m_backup = backup ? backup->path : QString();
    m_what->setText(error.what);
    m_next->setText(ask::restOf(error));
    m_useBackup->setVisible(backup.has_value());
    m_offer->setVisible(backup.has_value());
    if (backup) {
        const QString moment = backup->madeAt.toString(tr("yyyy年M月d日 HH:mm"));
        m_offer->setText(tr("最近一份完好的备份是 %1 做的，刚才又检查过。恢复以前，"
                            "现在这个文件另存一份在备份文件夹里。")
                             .arg(moment));
        m_useBackup->setText(tr("恢复 %1 的备份").arg(moment));
        m_useBackup->setAccessibleName(m_useBackup->text());
        m_useBackup->setToolTip(QFileInfo(backup->path).fileName());
    }
    m_failure->show();
}

void StartScreen::clearFailure() {
    m_failure->hide();
}

} // namespace baolei
