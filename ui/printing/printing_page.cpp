#include "ui/printing/printing_page.h"

#include "core/people/queries.h"
#include "ui/base/ask.h"
#include "ui/base/background.h"
#include "ui/base/theme.h"
#include "ui/printing/preview.h"
#include "ui/printing/to_printer.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
enum PeriodChoice { WholeYear, ScopePeriod };

QString summaryOf(const QList<BatchItem>& items) {
    QStringList problems;
    for (const BatchItem& item : items)
        if (item.path.isEmpty()) problems.append(item.branch + u"："_s + item.problem);
    QString text = PrintingPage::tr("做好 %1 份。").arg(items.size() - problems.size());
    if (!problems.isEmpty())
        text += u'\n' + PrintingPage::tr("没有做成 %1 份：").arg(problems.size()) + u'\n'
            + problems.join(u'\n');
    return text;
}
}

PrintingPage::PrintingPage(const PageContext& context)
    : Page(context, tr("打印")) {
    connect(addPrimaryButton(tr("打印"), u"printing"_s, QKeySequence::Print), &QPushButton::clicked,
            this, &PrintingPage::printNow);
    connect(addHeadButton(tr("存为 PDF 或表格"), u"export"_s, QKeySequence::Save),
            &QPushButton::clicked, this, &PrintingPage::saveFile);
    connect(addHeadButton(tr("所有支部各存一份"), u"folder"_s), &QPushButton::clicked, this,
            &PrintingPage::saveAll);
    auto* row = new QHBoxLayout;
    body()->addLayout(row, 1);
    auto* side = new QWidget;
    side->setFixedWidth(scaled(280));
    buildChoices(side);
    row->addWidget(side);
    auto* right = new QVBoxLayout;
    row->addLayout(right, 1);
    m_problem = new QLabel;
    m_problem->setObjectName(u"printProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    right->addWidget(m_problem);
    m_preview = new Preview;
    right->addWidget(m_preview, 1);
    m_pageLabel = new QLabel;
    m_pageLabel->setObjectName(u"pageNumber"_s);
    m_pageLabel->setAlignment(Qt::AlignCenter);
    right->addWidget(m_pageLabel);
    connect(m_preview, &Preview::pageChanged, this, &PrintingPage::sayPage);
    connect(m_preview, &Preview::recordClicked, this, &PrintingPage::openRecord);
}

void PrintingPage::buildChoices(QWidget* side) {
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new QLabel(tr("党支部")));
    m_branch = new QComboBox;
    m_branch->setObjectName(u"printBranch"_s);
    m_branch->setAccessibleName(tr("党支部"));
    column->addWidget(m_branch);
    column->addWidget(new QLabel(tr("期间")));
    m_period = new QComboBox;
    m_period->setObjectName(u"printPeriod"_s);
    m_period->setAccessibleName(tr("期间"));
    column->addWidget(m_period);
    column->addWidget(new QLabel(tr("表")));
    m_forms = new QListWidget;
    m_forms->setObjectName(u"printForms"_s);
    m_forms->setAccessibleName(tr("表"));
    column->addWidget(m_forms, 1);
    auto* hint = new QLabel(tr("在预览上按 PageDown 翻页，点一下内容可以去修改。"));
    hint->setWordWrap(true);
    setInk(hint, Tone::Secondary);
    column->addWidget(hint);
    fillForms();
    const auto again = [this] {
        m_activity = {};
        showDocument();
    };
    connect(m_branch, &QComboBox::activated, this, again);
    connect(m_period, &QComboBox::activated, this, again);
    connect(m_forms, &QListWidget::currentRowChanged, this, [this, again](int row) {
        const bool isDisclosure = row >= 0 && m_forms->item(row)->data(Qt::UserRole + 1).toBool();
        m_period->setCurrentIndex(isDisclosure ? ScopePeriod : WholeYear);
        again();
    });
}

void PrintingPage::fillForms() {
    QStringList problems;
    const QSignalBlocker quiet(m_forms);
    for (const PrintableForm& each : printableForms(&problems)) {
        auto* item = new QListWidgetItem(each.title, m_forms);
        item->setData(Qt::UserRole, each.id);
        item->setData(Qt::UserRole + 1, each.isDisclosure);
        if (each.isDisclosure) item->setText(each.title + tr("（公示）"));
    }
    m_forms->setCurrentRow(0);
    for (const QString& problem : problems) {
        auto* item = new QListWidgetItem(tr("⚠ 有一张表写错了"), m_forms);
        item->setToolTip(problem);
        item->setFlags(Qt::NoItemFlags);
    }
}

QSet<QByteArray> PrintingPage::tables() const {
    return {"organisation", "person", "post", "activity", "setting"};
}

void PrintingPage::refresh() {
    fillBranches();
    showDocument();
}

void PrintingPage::fillBranches() {
    const auto inScope = organisationsUnder(reader(), scope().organisation());
    if (!succeeded(inScope)) return;
    const QString chosen = m_branch->currentText();
    m_branches = branchesIn(*inScope);
    const QSignalBlocker quiet(m_branch);
    m_branch->clear();
    for (const Organisation& branch : m_branches)
        m_branch->addItem(branch.shortName);
    m_branch->setCurrentIndex(qMax(0, m_branch->findText(chosen)));
    const int period = qMax(0, m_period->currentIndex());
    const QSignalBlocker quietPeriod(m_period);
    m_period->clear();
    m_period->addItem(Period::ofYear(scope().year()).chinese());
    m_period->addItem(scope().period().chinese());
    m_period->setCurrentIndex(period);
}

std::optional<PrintSubject> PrintingPage::subject() const {
    const int at = m_branch->currentIndex();
    if (at < 0 || at >= m_branches.size()) return std::nullopt;
    const Period period = m_period->currentIndex() == ScopePeriod ? scope().period()
                                                                  : Period::ofYear(scope().year());
    return PrintSubject{m_branches[at], period, clock().today()};
}

QString PrintingPage::form() const {
    const QListWidgetItem* item = m_forms->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void PrintingPage::showDocument() {
    const auto chosen = subject();
    if (!chosen) {
        m_problem->setText(tr("还没有党支部。请先到“组织与党员”导入花名册。"));
        m_problem->show();
        m_preview->setDocument({});
        return;
    }
    const QString path = store().path();
    const QString id = form();
    const Id<Activity> activity = m_activity;
    const int asked = ++m_asked;
    runInBackground(
        this, tr("正在排版"),
        [path, id, activity, subject = *chosen](Progress&) -> Result<Document> {
            const auto own = Reader::open(path);
            if (!own) return fail(own.error());
            const Fonts fonts; // a thread needs its own
            if (!activity.isNull())
                return activityDocument(*own, activity, subject.printedOn, fonts);
            return documentOf(*own, id, subject, fonts);
        },
        [this, asked](const Result<Document>& document) {
            if (asked == m_asked) showResult(document);
        },
        BackgroundLook::Quiet);
}

void PrintingPage::showResult(const Result<Document>& document) {
    m_problem->setVisible(!document);
    m_problem->setText(document ? QString() : document.error().text());
    m_preview->setDocument(document ? *document : Document{});
    sayPage();
}

void PrintingPage::sayPage() {
    const auto pages = m_preview->document().pages.size();
    m_pageLabel->setText(
        pages == 0 ? QString() : tr("第 %1 页，共 %2 页").arg(m_preview->page() + 1).arg(pages));
}

void PrintingPage::printNow() {
    if (m_preview->document().pages.isEmpty()) return;
    const auto printed = printWithDialog(this, m_preview->document(), m_preview->fonts());
    if (succeeded(printed) && *printed) navigator().say(tr("已送到打印机"));
}

QString PrintingPage::suggestedName() const {
    const auto chosen = subject();
    if (!chosen || !m_forms->currentItem()) return {};
    return chosen->branch.shortName + u'-' + chosen->period.text() + u'-'
        + m_forms->currentItem()->text() + u".pdf"_s;
}

void PrintingPage::saveFile() {
    const auto chosen = subject();
    if (!chosen) return;
    const auto path = ask::saveFile(
        this, {u"print"_s, tr("存为"), tr("PDF 文件 (*.pdf);;表格 (*.xlsx)")}, suggestedName());
    if (!path) return;
    runInBackground(
        this, tr("正在写文件"),
        [id = form(), subject = *chosen, path = *path,
         store = store().path()](Progress& progress) -> Result<int> {
            const auto own = Reader::open(store);
            if (!own) return fail(own.error());
            return printToFile(*own, id, subject, path, Fonts(),
                               [&](int done, int total) { return progress.report(done, total); });
        },
        [this, path = *path](const Result<int>& pages) {
            if (succeeded(pages)) navigator().say(tr("已存 %1 页：%2").arg(*pages).arg(path));
        });
}

void PrintingPage::saveAll() {
    const auto chosen = subject();
    if (!chosen) return;
    const auto folder = ask::folder(this, {u"print"_s, tr("每个支部一份，存到哪个文件夹")});
    if (!folder) return;
    runInBackground(
        this, tr("正在打印所有支部"),
        [id = form(), branches = m_branches, subject = *chosen, folder = *folder,
         store = store().path()](Progress& progress) -> Result<QList<BatchItem>> {
            const auto own = Reader::open(store);
            if (!own) return fail(own.error());
            return printAll(*own, id, branches, subject.period, subject.printedOn, folder, Fonts(),
                            [&](int done, int total) { return progress.report(done, total); });
        },
        [this](const Result<QList<BatchItem>>& items) {
            if (succeeded(items)) ask::inform(this, tr("所有支部"), summaryOf(*items));
        });
}

void PrintingPage::openRecord(const QString& record) {
    const Uuid id = Uuid::fromText(record.section(u'/', 1));
    if (record.startsWith(u"activity/"_s)) navigator().open({u"activities"_s, u"open"_s, {id}});
    if (record.startsWith(u"person/"_s)) navigator().open({u"people"_s, u"person"_s, {id}});
}

void PrintingPage::show(const Target& target) {
    if (target.ids.isEmpty()) return;
    if (target.action == u"activity"_s) {
        m_activity = {target.ids.first()};
        showDocument();
        return;
    }
    for (int i = 0; i < m_forms->count(); ++i)
        if (m_forms->item(i)->data(Qt::UserRole).toString() == target.text)
            m_forms->setCurrentRow(i);
    for (int i = 0; i < m_branches.size(); ++i)
        if (m_branches[i].id.value == target.ids.first()) m_branch->setCurrentIndex(i);
    m_activity = {};
    showDocument();
}

} // namespace baolei
