#include "ui/printing/printing_page.h"

#include "core/base/files.h"
#include "core/people/queries.h"
#include "ui/base/ask.h"
#include "ui/base/background.h"
#include "ui/base/empty_state.h"
#include "ui/base/theme.h"
#include "ui/printing/preview.h"
#include "ui/printing/preview_bar.h"
#include "ui/printing/print_choices.h"
#include "ui/printing/to_printer.h"

#include <QLabel>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
/// Of `wanted` branches; where the person stopped it, some have no item.
QString summaryOf(const QList<BatchItem>& items, qsizetype wanted) {
    QStringList problems;
    for (const BatchItem& item : items)
        if (item.path.isEmpty()) problems.append(item.branch + u"："_s + item.problem);
    QString text = PrintingPage::tr("做好 %1 份。").arg(items.size() - problems.size());
    if (!problems.isEmpty())
        text += u'\n' + PrintingPage::tr("没有做成 %1 份：").arg(problems.size()) + u'\n'
            + problems.join(u'\n');
    if (items.size() < wanted)
        text += u'\n'
            + PrintingPage::tr("已按要求停止，还有 %1 份没有做。").arg(wanted - items.size());
    return text;
}
}

struct PrintJob {
    QString store; ///< its file: a thread needs a reader of its own
    QString form;
    PrintRecord record; ///< instead of a form of a branch
    std::optional<Organisation> branch;
    Id<Organisation> scope; ///< of a form about a town
    bool isForTown = false;
    Period period;
    QDate today;

    bool isEmpty() const { return record.isNone() && !isForTown && !branch; }
    Result<PrintSubject> subject(const Reader& reader) const {
        if (isForTown) return townSubject(reader, scope, period, today);
        return PrintSubject{*branch, period, today};
    }
};

namespace {
std::optional<PrintRecord> recordIn(const Target& target) {
    const Uuid id = target.ids.first();
    PrintRecord record;
    if (target.action == u"activity"_s) {
        record.activity = {id};
        record.form = target.text;
    } else if (target.action == u"plan"_s) {
        record.item = {id};
        record.form = target.text;
    } else if (target.action == u"person"_s) {
        record.person = {id};
        record.year = target.text.toInt();
    } else {
        return std::nullopt;
    }
    return record;
}

/// Pages, and of one meeting the forms that it has besides.
struct Made {
    Document document;
    QList<PrintableForm> forms;
    QString form; ///< of them
};

Result<Made> made(PrintJob job) {
    Made made;
    const auto reader = Reader::open(job.store);
    if (!reader) return fail(reader.error());
    const Fonts fonts; // a thread needs its own
    if (!job.record.activity.isNull()) {
        auto forms = formsOf(*reader, job.record.activity);
        if (!forms) return fail(forms.error());
        made.forms = std::move(*forms);
        if (job.record.form.isEmpty() && !made.forms.isEmpty())
            job.record.form = made.forms.first().id;
    }
    made.form = job.record.form;
    auto document = [&]() -> Result<Document> {
        if (!job.record.isNone()) return recordDocument(*reader, job.record, job.today, fonts);
        const auto subject = job.subject(*reader);
        if (!subject) return fail(subject.error());
        return documentOf(*reader, job.form, *subject, fonts);
    }();
    if (!document) return fail(document.error());
    made.document = std::move(*document);
    return made;
}

Result<int> saved(const PrintJob& job, const QString& path, const PageProgress& progress) {
    const auto reader = Reader::open(job.store);
    if (!reader) return fail(reader.error());
    if (!job.record.isNone())
        return printRecordToFile(*reader, job.record, job.today, path, Fonts());
    const auto subject = job.subject(*reader);
    if (!subject) return fail(subject.error());
    return printToFile(*reader, job.form, *subject, path, Fonts(), progress);
}
}

PrintingPage::PrintingPage(const PageContext& context)
    : Page(context, tr("打印"))
    , m_choices(new PrintChoices)
    , m_preview(new Preview)
    , m_problem(new QLabel)
    , m_desk(new QWidget)
    , m_empty(new EmptyState) {
    m_actions = {addPrimaryButton(tr("打印"), u"printing"_s, QKeySequence::Print),
                 addHeadButton(tr("存为 PDF 或表格"), u"export"_s, QKeySequence::Save),
                 addHeadButton(tr("所有支部各存一份"), u"folder"_s)};
    connect(m_actions[0], &QPushButton::clicked, this, &PrintingPage::printNow);
    connect(m_actions[1], &QPushButton::clicked, this, &PrintingPage::saveFile);
    connect(m_actions[2], &QPushButton::clicked, this, &PrintingPage::saveAll);
    auto* row = new QHBoxLayout(m_desk);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::large);
    row->addWidget(m_choices);
    auto* right = new QVBoxLayout;
    right->setSpacing(space::small);
    row->addLayout(right, 1);
    m_problem->setObjectName(u"printProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setInk(m_problem, Tone::Due);
    right->addWidget(m_problem);
    right->addWidget(m_preview, 1);
    right->addWidget(new PreviewBar(m_preview));
    body()->addWidget(m_desk, 1);
    body()->addWidget(m_empty, 1);
    m_empty->hide();
    m_preview->setToolTip(tr("点一下内容，可以到它的记录里去修改"));
    setFocusProxy(m_preview);
    connect(m_choices, &PrintChoices::changed, this, &PrintingPage::choose);
    connect(m_choices, &PrintChoices::recordFormChosen, this, &PrintingPage::chooseRecordForm);
    connect(m_preview, &Preview::recordClicked, this, &PrintingPage::openRecord);
}

QSet<QByteArray> PrintingPage::tables() const {
    return {"organisation", "person", "post", "activity", "setting", "plan_item", "exemption"};
}

// A town's branches are there at once; a city's take a thread, and what was asked for waits.
void PrintingPage::refresh() {
    const int asked = ++m_branchesAsked;
    runInBackground(
        this, {},
        [store = &store(),
         scope = scope().organisation()](Progress&) -> Result<QList<Organisation>> {
            const auto own = store->newReader();
            const auto inScope = own ? organisationsUnder(*own, scope) : fail(own.error());
            if (!inScope) return fail(inScope.error());
            return branchesIn(*inScope);
        },
        [this, asked](const Result<QList<Organisation>>& branches) {
            if (asked == m_branchesAsked && succeeded(branches)) showBranches(*branches);
        },
        BackgroundLook::Quiet);
}

void PrintingPage::showBranches(const QList<Organisation>& branches) {
    m_choices->setBranches(branches);
    m_choices->setPeriods(Period::ofYear(scope().year()), scope().period());
    const bool isEmpty = branches.isEmpty();
    m_empty->set(scope().isWholeTown() ? tr("还没有党支部。") : tr("所选的党组织下面没有党支部。"),
                 tr("到“组织与党员”去 →"), [this] { navigator().open({u"people"_s}); });
    m_empty->setVisible(isEmpty);
    m_desk->setVisible(!isEmpty);
    for (QPushButton* action : m_actions)
        action->setEnabled(!isEmpty);
    m_hasBranches = true;
    if (m_wanted)
        show(*std::exchange(m_wanted, std::nullopt));
    else
        showDocument();
}

PrintJob PrintingPage::job() const {
    PrintJob job;
    job.store = store().path();
    job.form = m_choices->form();
    job.record = m_record;
    job.branch = m_choices->branch();
    job.scope = scope().organisation();
    job.isForTown = m_record.isNone() && m_choices->isForTown();
    job.period = m_choices->period();
    job.today = clock().today();
    return job;
}

void PrintingPage::choose() {
    m_record = {};
    if (m_choices->form().isEmpty()) m_choices->chooseForm(kHandbook);
    m_preview->setPage(0);
    showDocument();
}

void PrintingPage::chooseRecordForm(const QString& form) {
    m_record.form = form;
    m_preview->setPage(0);
    showDocument();
}

void PrintingPage::showDocument() {
    const PrintJob wanted = job();
    const int asked = ++m_asked;
    m_actions[2]->setEnabled(m_hasBranches && !m_choices->isForTown());
    if (m_record.activity.isNull()) m_choices->setRecordForms({}, {});
    if (wanted.isEmpty()) return showResult(Document{});
    runInBackground(
        this, tr("正在排版"), [wanted](Progress&) { return made(wanted); },
        [this, asked](const Result<Made>& made) {
            if (asked != m_asked) return;
            if (!made) return showResult(fail(made.error()));
            m_record.form = made->form;
            m_choices->setRecordForms(made->forms, made->form);
            showResult(made->document);
        },
        BackgroundLook::Quiet);
}

void PrintingPage::showResult(const Result<Document>& document) {
    m_problem->setVisible(!document);
    m_problem->setText(document ? QString() : document.error().text());
    m_preview->setDocument(document ? *document : Document{});
}

void PrintingPage::printNow() {
    const Document document = m_preview->document();
    if (document.pages.isEmpty()) return;
    const auto printer = askForPrinter(this, document);
    if (!printer) return;
    runInBackground(
        this, tr("正在打印"),
        [printer, document](Progress& progress) {
            return printPages(*printer, document, Fonts(), std::ref(progress));
        },
        [this](const Result<void>& printed) {
            if (succeeded(printed))
                navigator().say(tr("已送到打印机"));
            else if (printed.error().code == ErrorCode::Cancelled)
                navigator().say(tr("已停止打印；已经送出的页可能还会印出来"));
        });
}

void PrintingPage::saveFile() {
    if (m_preview->document().pages.isEmpty()) return;
    const auto path
        = ask::saveFile(this, {u"print"_s, tr("存为"), tr("PDF 文件 (*.pdf);;表格 (*.xlsx)")},
                        m_preview->document().title, u".pdf"_s);
    if (!path) return;
    runInBackground(
        this, tr("正在写文件"),
        [job = job(), path = *path](Progress& progress) {
            return saved(job, path, std::ref(progress));
        },
        [this, path = *path](const Result<int>& pages) {
            if (succeeded(pages))
                navigator().say(tr("已存 %1 页：%2").arg(*pages).arg(shownPath(path)));
        });
}

void PrintingPage::saveAll() {
    const PrintJob wanted = job();
    const QString form = m_choices->form().isEmpty() ? QString(kHandbook) : m_choices->form();
    if (!wanted.branch) return;
    const auto folder = ask::folder(this, {u"print"_s, tr("每个支部一份，存到哪个文件夹")});
    if (!folder) return;
    runInBackground(
        this, tr("正在打印所有支部"),
        [form, branches = m_choices->branches(), wanted,
         folder = *folder](Progress& progress) -> Result<QList<BatchItem>> {
            const auto own = Reader::open(wanted.store);
            if (!own) return fail(own.error());
            return printAll(*own, form, branches, wanted.period, wanted.today, folder, Fonts(),
                            std::ref(progress));
        },
        [this, count = m_choices->branches().size()](const Result<QList<BatchItem>>& items) {
            if (succeeded(items)) ask::inform(this, tr("所有支部"), summaryOf(*items, count));
        });
}

void PrintingPage::openRecord(const QString& record) {
    const Uuid id = Uuid::fromText(record.section(u'/', 1));
    if (record.startsWith(u"activity/"_s)) navigator().open({u"activities"_s, u"open"_s, {id}});
    if (record.startsWith(u"person/"_s)) navigator().open({u"people"_s, u"person"_s, {id}});
}

void PrintingPage::show(const Target& target) {
    if (target.ids.isEmpty()) return;
    if (!m_hasBranches) {
        m_wanted = target;
        return;
    }
    if (const auto record = recordIn(target)) {
        m_record = *record;
        m_choices->chooseForm({});
    } else {
        m_record = {};
        m_choices->chooseForm(target.text);
        const Id<Organisation> branch{target.ids.first()};
        if (!m_choices->chooseBranch(branch) && scope().organisation() != branch) {
            m_hasBranches = false;
            m_wanted = target;
            scope().setOrganisation(branch); // its branches are read now
            return;
        }
    }
    m_preview->setPage(0);
    showDocument();
}

} // namespace baolei
