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

Result<Document> recordDocument(const Reader& reader, const PrintRecord& record, QDate printedOn,
                                const Fonts& fonts) {
    if (!record.activity.isNull())
        return activityDocument(reader, record.activity, printedOn, fonts);
    return personDocument(reader, record.person, record.year, printedOn, fonts);
}

Result<int> saveRecord(const Reader& reader, const PrintRecord& record, QDate printedOn,
                       const QString& path) {
    if (!record.activity.isNull())
        return printActivityToFile(reader, record.activity, printedOn, path, Fonts());
    return printPersonToFile(reader, record.person, record.year, printedOn, path, Fonts());
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

std::optional<PrintSubject> PrintingPage::subject() const {
    const auto branch = m_choices->branch();
    if (!branch) return std::nullopt;
    return PrintSubject{*branch, m_choices->period(), clock().today()};
}

void PrintingPage::choose() {
    m_record = {};
    if (m_choices->form().isEmpty()) m_choices->chooseForm(kHandbook);
    m_preview->setPage(0);
    showDocument();
}

void PrintingPage::showDocument() {
    const auto chosen = subject();
    const int asked = ++m_asked;
    if (!chosen && m_record.isNone()) return showResult(Document{});
    runInBackground(
        this, tr("正在排版"),
        [path = store().path(), id = m_choices->form(), record = m_record, today = clock().today(),
         chosen](Progress&) -> Result<Document> {
            const auto own = Reader::open(path);
            if (!own) return fail(own.error());
            const Fonts fonts; // a thread needs its own
            if (!record.isNone()) return recordDocument(*own, record, today, fonts);
            return documentOf(*own, id, *chosen, fonts);
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
    const auto chosen = subject();
    if (m_preview->document().pages.isEmpty()) return;
    const auto path
        = ask::saveFile(this, {u"print"_s, tr("存为"), tr("PDF 文件 (*.pdf);;表格 (*.xlsx)")},
                        m_preview->document().title, u".pdf"_s);
    if (!path) return;
    runInBackground(
        this, tr("正在写文件"),
        [id = m_choices->form(), record = m_record, today = clock().today(), chosen, path = *path,
         store = store().path()](Progress& progress) -> Result<int> {
            const auto own = Reader::open(store);
            if (!own) return fail(own.error());
            if (!record.isNone()) return saveRecord(*own, record, today, path);
            return printToFile(*own, id, *chosen, path, Fonts(), std::ref(progress));
        },
        [this, path = *path](const Result<int>& pages) {
            if (succeeded(pages))
                navigator().say(tr("已存 %1 页：%2").arg(*pages).arg(shownPath(path)));
        });
}

void PrintingPage::saveAll() {
    const auto chosen = subject();
    const QString form = m_choices->form().isEmpty() ? QString(kHandbook) : m_choices->form();
    if (!chosen) return;
    const auto folder = ask::folder(this, {u"print"_s, tr("每个支部一份，存到哪个文件夹")});
    if (!folder) return;
    runInBackground(
        this, tr("正在打印所有支部"),
        [form, branches = m_choices->branches(), subject = *chosen, folder = *folder,
         store = store().path()](Progress& progress) -> Result<QList<BatchItem>> {
            const auto own = Reader::open(store);
            if (!own) return fail(own.error());
            return printAll(*own, form, branches, subject.period, subject.printedOn, folder,
                            Fonts(), std::ref(progress));
        },
        [this, wanted = m_choices->branches().size()](const Result<QList<BatchItem>>& items) {
            if (succeeded(items)) ask::inform(this, tr("所有支部"), summaryOf(*items, wanted));
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
    if (target.action == u"activity"_s || target.action == u"person"_s) {
        const Uuid id = target.ids.first();
        m_record = target.action == u"person"_s ? PrintRecord{{}, {id}, target.text.toInt()}
                                                : PrintRecord{{id}, {}, 0};
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
