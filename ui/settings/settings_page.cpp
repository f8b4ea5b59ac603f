#include "ui/settings/settings_page.h"

#include "core/base/files.h"
#include "core/base/normal_text.h"
#include "core/store/setting.h"
#include "ui/base/ask.h"
#include "ui/base/background.h"
#include "ui/base/figures.h"
#include "ui/base/ui_settings.h"
#include "ui/settings/backup_rows.h"
#include "ui/settings/kinds_dialog.h"
#include "ui/settings/rules_dialog.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kBackupsShown = 5;

QLabel* secondary(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    setInk(label, Tone::Secondary);
    return label;
}

QPushButton* button(const QString& name, const QString& text, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(text);
    return made;
}
}

SettingsPage::SettingsPage(const PageContext& context)
    : Page(context, tr("设置")) {
    auto* inner = new QWidget(this);
    auto* grid = new QGridLayout(inner);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::medium);
    grid->addWidget(makeLook(), 0, 0);
    grid->addWidget(makeNames(), 1, 0);
    grid->addWidget(makeRules(), 2, 0);
    grid->addWidget(makeBackups(), 0, 1, 4, 1);
    grid->addWidget(makeCheck(), 3, 0);
    grid->addWidget(makeAbout(), 4, 0, 1, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setRowStretch(3, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    scroll->setWidget(inner);
    body()->addWidget(scroll, 1);
}

Card* SettingsPage::makeLook() {
    auto* card = new Card(this, tr("显示"));
    m_largeType = new QCheckBox(tr("大字"), card);
    m_largeType->setObjectName(u"largeType"_s);
    m_largeType->setChecked(isLargeType());
    card->box()->addWidget(m_largeType);
    card->box()->addWidget(secondary(tr("随时可以用 Ctrl++ 和 Ctrl+- 切换。"), card));
    connect(m_largeType, &QCheckBox::toggled, this, &setLargeType);
    return card;
}

Card* SettingsPage::makeNames() {
    auto* card = new Card(this, tr("名称"));
    m_actor = new QLineEdit(card);
    m_actor->setObjectName(u"actor"_s);
    m_actor->setAccessibleName(tr("这台电脑前是谁"));
    m_town = new QLineEdit(card);
    m_town->setObjectName(u"town"_s);
    m_town->setAccessibleName(tr("镇（街道）名称"));
    card->box()->addWidget(secondary(tr("这台电脑前是谁（记在历史里）"), card));
    card->box()->addWidget(m_actor);
    card->box()->addWidget(secondary(tr("镇（街道）名称"), card));
    card->box()->addWidget(m_town);
    connect(m_actor, &QLineEdit::editingFinished, this, &SettingsPage::keepActor);
    connect(m_town, &QLineEdit::editingFinished, this, &SettingsPage::keepTown);
    return card;
}

Card* SettingsPage::makeRules() {
    auto* card = new Card(this, tr("组织生活的种类和规则"));
    m_rules = secondary({}, card);
    m_rules->setObjectName(u"rulesLine"_s);
    auto* open = button(u"openRules"_s, tr("查看和调整"), card);
    auto* kinds = button(u"openKinds"_s, tr("活动种类"), card);
    kinds->setToolTip(tr("添本镇自己的活动种类，如读书会"));
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(open);
    line->addWidget(kinds);
    line->addStretch(1);
    card->box()->addWidget(m_rules);
    card->box()->addLayout(line);
    connect(kinds, &QPushButton::clicked, this, [this] { KindsDialog(store(), this).exec(); });
    connect(open, &QPushButton::clicked, this, [this] { openRules(); });
    return card;
}

Card* SettingsPage::makeBackups() {
    auto* card = new Card(this, tr("备份"));
    m_backups = new RecordModel<BackupInfo>(backupColumns(), backupId, this);
    m_list = new RecordTable(u"backups"_s, tr("备份"), card);
    m_list->setRecordModel(m_backups);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->emptyState().set(tr("还没有备份。每次打开时会自动做一份，也可以现在就做。"),
                             tr("立即备份"), [this] { backUpNow(); });
    auto* now = button(u"backUpNow"_s, tr("立即备份"), card);
    m_restore = button(u"restore"_s, tr("恢复这一份"), card);
    m_test = button(u"testBackup"_s, tr("验证这一份"), card);
    auto* folder = button(u"backupFolder"_s, tr("打开文件夹"), card);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    for (QPushButton* each : {now, m_restore, m_test, folder})
        line->addWidget(each);
    line->addStretch(1);
    card->box()->addWidget(m_list, 1);
    card->box()->addLayout(line);
    card->box()->addWidget(secondary(
        tr("最近 10 份都留着，更早的每周留一份、每月留一份。请常把备份文件夹拷到优盘上。"), card));
    connect(now, &QPushButton::clicked, this, &SettingsPage::backUpNow);
    connect(m_restore, &QPushButton::clicked, this, &SettingsPage::restoreChosen);
    connect(m_test, &QPushButton::clicked, this, &SettingsPage::checkChosen);
    connect(folder, &QPushButton::clicked, this,
            [this] { ask::openOutside(backupFolderOf(store().path())); });
    connect(m_list, &RecordTable::currentRecordChanged, this, [this](const Uuid& id) {
        m_restore->setEnabled(!id.isNull());
        m_test->setEnabled(!id.isNull());
    });
    return card;
}

Card* SettingsPage::makeCheck() {
    auto* card = new Card(this, tr("检查数据"));
    m_verify = button(u"verify"_s, tr("检查数据"), card);
    m_report = secondary(tr("从头核对每一条记录和它的历史，看有没有被别的程序改动过。"), card);
    m_report->setObjectName(u"report"_s);
    m_report->setTextFormat(Qt::PlainText);
    m_report->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->box()->addWidget(m_verify, 0, Qt::AlignLeft);
    card->box()->addWidget(m_report);
    card->box()->addStretch(1);
    connect(m_verify, &QPushButton::clicked, this, &SettingsPage::verifyNow);
    return card;
}

Card* SettingsPage::makeAbout() {
    auto* card = new Card(this, tr("关于"));
    auto* file = secondary(tr("数据文件：%1").arg(shownPath(store().path())), card);
    file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    file->setTextFormat(Qt::PlainText);
    card->box()->addWidget(file);
    card->box()->addWidget(
        secondary(tr("堡垒 %1。自由软件，按 GPL 第 3 版发布。数据只在这台电脑上，程序不联网。")
                      .arg(QCoreApplication::applicationVersion()),
                  card));
    return card;
}

void SettingsPage::refresh() {
    m_actor->setText(currentActor());
    m_town->setText(settingOf(reader(), kTownName).value_or(QString()));
    readRules();
    readBackups();
}

void SettingsPage::show(const Target& target) {
    if (target.action == u"rule"_s) openRules(target.text);
    if (target.action == u"kinds"_s) KindsDialog(store(), this).exec();
}

void SettingsPage::readRules() {
    const auto settings = ruleSettings(reader());
    if (!settings) {
        m_rules->setText(settings.error().text());
        return;
    }
    const auto changed = std::count_if(settings->begin(), settings->end(),
                                       [](const RuleSetting& each) { return each.choice; });
    const QString all = tr("待办和矩阵按 %1 条规则检查，每条都有依据。").arg(settings->size());
    m_rules->setText(changed == 0 ? all : all + tr("本镇改过 %1 条。").arg(changed));
}

void SettingsPage::openRules(const QString& chosen) {
    RulesDialog dialog(store(), this);
    if (!chosen.isEmpty()) dialog.choose(chosen);
    dialog.exec();
}

void SettingsPage::readBackups() {
    m_backups->setRecords(backupsIn(backupFolderOf(store().path())));
    const bool hasChosen = !m_list->currentId().isNull();
    m_restore->setEnabled(hasChosen);
    m_test->setEnabled(hasChosen);
}

void SettingsPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    readBackups(); // files come and go without the store's word
}

void SettingsPage::changeEvent(QEvent* event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_largeType) {
        m_largeType->setChecked(isLargeType());
        m_list->setMinimumHeight(rowHeight() * (kBackupsShown + 1));
    }
}

void SettingsPage::keepActor() {
    const QString name = normalLine(m_actor->text()).trimmed();
    if (name == currentActor()) return;
    keepUiSetting(QLatin1StringView(kActorKey), name);
    const bool isKept = finishUiSettings();
    store().setActor(name);
    navigator().say(isKept ? tr("以后的操作记在“%1”名下").arg(name)
                           : tr("这次的操作记在“%1”名下；设置没有存住（磁盘已满或不能写），"
                                "下次打开请再填一次")
                                 .arg(name));
}

void SettingsPage::keepTown() {
    const QString name = normalLine(m_town->text()).trimmed();
    if (name == settingOf(reader(), kTownName).value_or(QString())) return;
    if (name.isEmpty()) {
        refresh();
        return;
    }
    if (succeeded(changeSetting(store(), kTownName, name)))
        navigator().say(tr("镇名改为“%1”").arg(name));
}

void SettingsPage::backUpNow() {
    runInBackground(
        this, tr("正在备份"),
        [path = store().path(), &clock = clock()](Progress& progress) {
            return backUp(path, backupFolderOf(path), clock, std::ref(progress));
        },
        [this](const Result<QString>& made) {
            if (!succeeded(made)) return;
            readBackups();
            navigator().backedUp();
            navigator().say(tr("已备份并验证：%1").arg(QFileInfo(*made).fileName()));
        });
}

void SettingsPage::checkChosen() {
    const BackupInfo* backup = m_backups->find(m_list->currentId());
    if (!backup) return;
    runInBackground(
        this, tr("正在验证备份"),
        [path = backup->path](Progress& progress) { return checkBackup(path, std::ref(progress)); },
        [this](const Result<void>& sound) {
            if (succeeded(sound))
                ask::inform(this, tr("这份备份是好的"), tr("可以打开，结构和引用都完整。"));
        });
}

void SettingsPage::restoreChosen() {
    if (const BackupInfo* backup = m_backups->find(m_list->currentId()))
        navigator().restore(backup->path);
}

void SettingsPage::verifyNow() {
    runInBackground(
        this, tr("正在检查数据"),
        [path = store().path()](Progress& progress) -> Result<VerifyReport> {
            const auto own = Reader::open(path);
            if (!own) return fail(own.error());
            return verifyStore(*own, std::ref(progress));
        },
        [this](const Result<VerifyReport>& report) { showReport(report); });
}

void SettingsPage::showReport(const Result<VerifyReport>& report) {
    if (!succeeded(report)) return;
    if (report->problems.isEmpty()) {
        setInk(m_report, Tone::Done);
        m_report->setText(tr("● 一切完好：核对了 %1 步操作、%2 条记录。")
                              .arg(report->operations)
                              .arg(report->records));
        return;
    }
    setInk(m_report, Tone::Missing);
    m_report->setText(tr("○ 发现 %1 处不对：\n%2\n请先备份这个文件，再从出问题以前的备份恢复。")
                          .arg(report->problems.size())
                          .arg(report->problems.mid(0, 10).join(u'\n')));
}

} // namespace baolei
