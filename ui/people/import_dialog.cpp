#include "ui/people/import_dialog.h"

#include "core/base/files.h"
#include "core/people/queries.h"
#include "ui/base/ask.h"
#include "ui/people/import_branches_step.h"
#include "ui/people/import_columns_step.h"
#include "ui/people/import_done_step.h"
#include "ui/people/import_file_step.h"
#include "ui/people/import_preview_step.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
/// The file that is held over the dialog, if it is one.
QString fileOf(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    const QString path = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    return QFileInfo(path).isFile() ? path : QString();
}

/// What the thread brings back for the steps.
struct ReadPlan {
    std::shared_ptr<const ImportPlan> plan;
    QList<Organisation> organisations;
};

Result<ReadPlan> readPlan(const Store& store, const QString& path, const ImportOptions& options,
                          Progress& progress) {
    const auto reader = store.newReader();
    if (!reader) return fail(reader.error());
    auto plan = planImport(path, *reader, options, std::ref(progress));
    if (!plan) return fail(plan.error());
    auto all = organisations(*reader);
    if (!all) return fail(all.error());
    all->removeIf(
        [](const Organisation& each) { return each.type == u"group" || each.type == u"unit"; });
    return ReadPlan{std::make_shared<const ImportPlan>(std::move(*plan)), std::move(*all)};
}
}

void letGo(std::shared_ptr<const ImportPlan> plan) {
    QThreadPool::globalInstance()->start([held = std::move(plan)] {});
}

ImportDialog::ImportDialog(Store& store, Navigator& navigator, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_navigator(navigator) {
    setWindowTitle(tr("导入花名册"));
    setObjectName(u"importDialog"_s);
    setAcceptDrops(true);
    m_state.options.today = store.clock().today();
    QWidget* trail = makeTrail();
    m_steps = new QStackedWidget(this);
    m_file = new ImportFileStep(m_steps);
    m_columns = new ImportColumnsStep(m_state, m_steps);
    m_branches = new ImportBranchesStep(m_state, m_steps);
    m_preview = new ImportPreviewStep(m_state, m_steps);
    m_done = new ImportDoneStep(m_steps);
    for (QWidget* step :
         std::initializer_list<QWidget*>{m_file, m_columns, m_branches, m_preview, m_done})
        m_steps->addWidget(step);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::medium);
    column->addWidget(trail);
    column->addWidget(m_steps, 1);
    column->addLayout(makeButtons());
    connectSteps();
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    resize(qMin(scaled(1080), screen.width() - 60), qMin(scaled(720), screen.height() - 80));
    show(Step::File);
}

ImportDialog::~ImportDialog() {
    delete m_steps; // they hold the plan too
    letGo(std::move(m_state.plan));
}

void ImportDialog::show(Step step) {
    m_step = step;
    if (step == Step::Branches) m_branches->load();
    if (step == Step::Preview) m_preview->load();
    if (step == Step::Done) m_done->load(*m_state.plan);
    m_steps->setCurrentIndex(int(step));
    showTrail();
    showButtons();
    // Where the proposals are usually right, Enter goes on; the preview is to be read first.
    const bool isQuick = step == Step::Columns || step == Step::Branches || step == Step::Done;
    if (isQuick && m_next->isEnabled())
        m_next->setFocus();
    else
        m_steps->currentWidget()->setFocus();
}

void ImportDialog::showButtons() {
    const bool isDone = m_step == Step::Done;
    const bool hasNothing = m_step == Step::Preview && m_state.plan && m_state.plan->isEmpty();
    m_next->setVisible(m_step != Step::File);
    m_next->setText(isDone                        ? tr("看党员名册")
                        : hasNothing              ? tr("关闭")
                        : m_step == Step::Preview ? tr("导入")
                                                  : tr("下一步"));
    m_next->setEnabled(m_step != Step::Columns || m_columns->isComplete());
    m_back->setVisible(!isDone && m_step != Step::File);
    m_cancel->setText(isDone ? tr("关闭") : tr("取消"));
    m_rejects->setVisible(m_step == Step::Preview && m_state.plan && m_state.plan->refused > 0);
}

void ImportDialog::setBusy(bool isBusy) {
    m_isBusy = isBusy;
    m_steps->setEnabled(!isBusy);
    for (QPushButton* button : {m_rejects, m_back, m_cancel, m_next})
        button->setEnabled(!isBusy);
    if (!isBusy) showButtons();
}

void ImportDialog::readFile(const QString& path, int sheet) {
    if (m_isBusy) return;
    setBusy(true);
    m_file->clearError();
    runInBackground(
        this, tr("正在打开花名册"),
        [&store = m_store, path, sheet](Progress& progress) -> Result<RosterLook> {
            const auto reader = store.newReader();
            if (!reader) return fail(reader.error());
            return lookAtRoster(path, *reader, sheet, [&] { return progress.report(0, 0); });
        },
        [this](const Result<RosterLook>& look) {
            setBusy(false);
            if (look) {
                m_state.options.branches.clear();
                m_state.options.defaultBranch.clear();
                m_state.isTouched = false;
                takeLook(*look);
                show(Step::Columns);
            } else if (m_step == Step::File) {
                if (look.error().code != ErrorCode::Cancelled) m_file->showError(look.error());
                m_file->setFocus();
            } else {
                ask::error(this, look.error());
                m_columns->load(); // the sheet that was shown before
            }
        });
}

void ImportDialog::takeLook(const RosterLook& look) {
    m_state.look = look;
    m_state.isPlanStale = true;
    m_columns->load();
}

ImportOptions ImportDialog::optionsForPlan() const {
    ImportOptions options = m_state.options;
    const RosterLook& look = m_state.look;
    options.sheet = look.isWhole ? -1 : look.sheet;
    if (look.isUnderstood && m_state.fields == look.mapping.fields) return options;
    // What a person mapped is handed over, and remembered with the import.
    Mapping mapping = look.mapping;
    for (int i = 0; i < int(mapping.fields.size()); ++i)
        if (mapping.fields[i] != m_state.fields[i])
            mapping = mappingWith(std::move(mapping), i, m_state.fields[i]);
    options.mapping = mapping;
    return options;
}

void ImportDialog::read(Step then) {
    if (m_isBusy) return;
    if (m_state.plan && !m_state.isPlanStale) {
        show(then);
        return;
    }
    setBusy(true);
    runInBackground(
        this, tr("正在读取花名册"),
        [&store = m_store, path = m_state.look.path, options = optionsForPlan()](
            Progress& progress) { return readPlan(store, path, options, progress); },
        [this, then](const Result<ReadPlan>& outcome) {
            setBusy(false);
            if (!outcome) {
                ask::error(this, outcome.error());
                m_steps->currentWidget()->setFocus();
                return;
            }
            m_state.plan = outcome->plan;
            m_state.organisations = outcome->organisations;
            m_state.isPlanStale = false;
            show(then);
        });
}

void ImportDialog::goOn() {
    if (m_isBusy || !m_next->isVisible() || !m_next->isEnabled()) return;
    switch (m_step) {
    case Step::File:
        break;
    case Step::Columns:
        read(Step::Branches);
        break;
    case Step::Branches:
        read(Step::Preview);
        break;
    case Step::Preview:
        m_state.plan->isEmpty() ? QDialog::reject() : write();
        break;
    case Step::Done:
        accept();
        m_navigator.open({u"people"_s});
        break;
    }
}

void ImportDialog::goBack() {
    if (m_isBusy || m_step == Step::File || m_step == Step::Done) return;
    show(Step(int(m_step) - 1));
}

void ImportDialog::write() {
    setBusy(true);
    runInBackground(
        this, tr("正在导入"),
        [&store = m_store, plan = m_state.plan](Progress& progress) {
            return applyImport(store, *plan, std::ref(progress));
        },
        [this](const Result<void>& done) {
            setBusy(false);
            if (!done) {
                m_state.isPlanStale = true; // going back and on again reads anew
                ask::error(this, done.error());
                return;
            }
            m_state.isTouched = false;
            m_navigator.say(importedText(*m_state.plan));
            show(Step::Done);
        });
}

void ImportDialog::saveRejects() {
    if (m_isBusy || !m_state.plan) return;
    const QString name = QFileInfo(m_state.plan->path).completeBaseName();
    auto path = ask::saveFile(this, {u"rejects"_s, tr("另存退回的行"), tr("Excel 表格 (*.xlsx)")},
                              tr("%1-退回的行").arg(name), u".xlsx"_s);
    if (!path) return;
    if (QFileInfo(*path).suffix().toLower() != u"xlsx") *path += u".xlsx"_s;
    setBusy(true);
    runInBackground(
        this, tr("正在写出退回的行"),
        [plan = m_state.plan, path = *path](Progress& progress) {
            return writeRejects(*plan, path, std::ref(progress));
        },
        [this, path = *path](const Result<void>& written) {
            setBusy(false);
            if (!written) {
                ask::error(this, written.error());
                return;
            }
            m_navigator.say(
                tr("退回的%1行存在：%2").arg(m_state.plan->refused).arg(shownPath(path)));
            m_done->showSaved(path);
            m_rejects->setToolTip(tr("已存在：%1").arg(shownPath(path)));
        });
}

void ImportDialog::reject() {
    if (m_isBusy) return;
    if (m_state.isTouched && m_step != Step::Done
        && !ask::confirm(this,
                         {tr("不导入就关闭吗？"), tr("改过的对应会丢掉，数据没有改动。"),
                          tr("关闭"), tr("继续导入"), true}))
        return;
    QDialog::reject();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (m_isBusy || m_step != Step::File || fileOf(event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    m_file->setHovered(true);
}

void ImportDialog::dragLeaveEvent(QDragLeaveEvent* event) {
    m_file->setHovered(false);
    QDialog::dragLeaveEvent(event);
}

void ImportDialog::dropEvent(QDropEvent* event) {
    m_file->setHovered(false);
    const QString path = fileOf(event->mimeData());
    if (path.isEmpty()) return;
    event->acceptProposedAction();
    readFile(path);
}

// Enter presses the button that has the focus, leaves a field, and else goes on.
void ImportDialog::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QDialog::keyPressEvent(event);
        return;
    }
    QWidget* at = focusWidget();
    if (auto* button = qobject_cast<QPushButton*>(at))
        button->click();
    else if (qobject_cast<QComboBox*>(at) || qobject_cast<QLineEdit*>(at))
        focusNextChild();
    else
        goOn();
}

} // namespace baolei
