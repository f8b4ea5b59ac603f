#include "ui/activities/attachments_box.h"

#include "core/attachments/queries.h"
#include "core/base/files.h"
#include "core/pictures/picture.h"
#include "core/store/contents.h"
#include "ui/activities/attachments_entering.h"
#include "ui/activities/attachments_viewer.h"
#include "ui/base/ask.h"
#include "ui/base/background.h"
#include "ui/base/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPicture = 96;
constexpr int kPictureInStrip = 56;

QString tipOf(const Attachment& attachment) {
    return attachment.title() + u'\n' + attachment.type.toUpper() + u'，'
        + sizeText(attachment.size) + u'\n'
        + AttachmentsBox::tr("回车打开，F2 写说明，Delete 移除");
}
}

AttachmentsBox::AttachmentsBox(Store& store, Look look, QWidget* area)
    : QWidget(area)
    , m_store(store)
    , m_look(look)
    , m_area(area)
    , m_hint(new QLabel(this))
    , m_list(new QListWidget(this)) {
    setObjectName(u"attachments"_s);
    setAccessibleName(tr("附件"));
    build();
    buildMenu();
    followType();
    fill();
    m_area->setAcceptDrops(true);
    m_area->installEventFilter(this);
    qApp->installEventFilter(this);
}

AttachmentsBox::~AttachmentsBox() = default;

QPushButton* AttachmentsBox::addButton(const QString& name, const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

void AttachmentsBox::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::small);
    auto* title = new QLabel(tr("附件"), this);
    setInk(title, Tone::Secondary);
    QPushButton* add = addButton(u"addAttachments"_s,
                                 m_look == Look::Strip ? tr("添加照片或 PDF…") : tr("添加…"));
    m_export = addButton(u"exportAttachments"_s, tr("导出…"));
    row->addWidget(title);
    row->addWidget(add);
    row->addWidget(m_export);
    m_print = addButton(u"printAttachments"_s, tr("打印"));
    row->addWidget(m_print);
    m_hint->setObjectName(u"attachmentsHint"_s);
    m_hint->setText(tr("也可拖进来，或按 Ctrl+V 粘贴。%1。").arg(enteredHint()));
    setInk(m_hint, Tone::Secondary);
    row->addWidget(m_hint, 1);
    add->setToolTip(m_hint->text());
    row->addStretch(1);
    column->addLayout(row);
    m_list->setObjectName(u"attachmentList"_s);
    m_list->setAccessibleName(tr("附件"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setWrapping(m_look == Look::Panel);
    m_list->setSpacing(space::tiny);
    m_list->setAcceptDrops(false);
    column->addWidget(m_list);
    connect(add, &QPushButton::clicked, this, [this] {
        const QString filter
            = tr("照片、扫描件和 PDF") + u" (*."_s + enteredSuffixes().join(u" *."_s) + u')';
        enterFiles(ask::openFiles(this, {u"attachments"_s, tr("添加附件"), filter}));
    });
    connect(m_print, &QPushButton::clicked, this, &AttachmentsBox::printWanted);
    connect(m_export, &QPushButton::clicked, this, &AttachmentsBox::exportAll);
    connect(m_list, &QListWidget::itemActivated, this, &AttachmentsBox::open);
}

void AttachmentsBox::buildMenu() {
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString& text, const QKeySequence& keys, auto act) {
        auto* action = new QAction(text, m_list);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_list->addAction(action);
    };
    add(tr("打开"), {}, &AttachmentsBox::open);
    add(tr("写说明…"), Qt::Key_F2, &AttachmentsBox::describe);
    add(tr("往前移"), QKeySequence(Qt::CTRL | Qt::Key_Left), [this] { move(-1); });
    add(tr("往后移"), QKeySequence(Qt::CTRL | Qt::Key_Right), [this] { move(1); });
    add(tr("移除"), QKeySequence::Delete, &AttachmentsBox::remove);
}

void AttachmentsBox::followType() {
    const int side = scaled(m_look == Look::Strip ? kPictureInStrip : kPicture);
    const int height = side + m_list->fontMetrics().height() + space::medium;
    m_list->setIconSize({side, side});
    m_list->setGridSize({side + space::large, height});
    const int rows = m_look == Look::Strip ? 1 : qBound(1, int(m_entries.size() + 1) / 2, 3);
    const int bar = m_look == Look::Strip ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
    m_list->setFixedHeight(rows * height + bar + 2 * m_list->frameWidth() + space::tiny);
}

void AttachmentsBox::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) followType();
}

bool AttachmentsBox::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_area
        && (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop)) {
        auto* drop = static_cast<QDropEvent*>(event);
        if (!holdsFiles(*drop->mimeData()) || !isVisible()) return false;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop) enterFrom(*drop->mimeData());
        return true;
    }
    if (event->type() != QEvent::KeyPress || !isVisible()) return false;
    const auto* at = qobject_cast<QWidget*>(watched);
    if (!at || !m_area->isAncestorOf(at)
        || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste))
        return false;
    // What may be text as well, such as cells of a sheet, is text where text is written.
    const QMimeData* mime = QApplication::clipboard()->mimeData();
    const bool isText = mime && mime->hasFormat(u"text/plain"_s) && filesIn(*mime).isEmpty();
    if (!mime || !holdsFiles(*mime) || (isText && !isAncestorOf(at))) return false;
    enterFrom(*mime);
    return true;
}

void AttachmentsBox::enterFiles(const QStringList& paths) {
    if (paths.isEmpty()) return;
    enter([paths](Progress& progress) { return enteredFiles(paths, std::ref(progress)); });
}

void AttachmentsBox::enterFrom(const QMimeData& mime) {
    const QStringList paths = filesIn(mime);
    if (!paths.isEmpty()) return enterFiles(paths);
    const auto image = mime.imageData().value<QImage>();
    enter([image, name = tr("粘贴的图片")](Progress&) { return enteredImage(name, image); });
}

void AttachmentsBox::enter(const std::function<EnteredFiles(Progress&)>& work) {
    ++m_entering;
    runInBackground(
        this, tr("正在添加附件"), work,
        [this, activity = m_activity](const EnteredFiles& entered) { take(entered, activity); });
}

void AttachmentsBox::take(const EnteredFiles& entered, Id<Activity> activity) {
    --m_entering;
    if (entered.problem) ask::error(this, *entered.problem);
    if (activity != m_activity) { // another one was chosen meanwhile
        const auto added = attach(m_store, activity, entered.files);
        if (!added) ask::error(this, added.error());
        return;
    }
    const qsizetype before = m_entries.size();
    for (const EnteredFile& file : entered.files) {
        AttachmentEntry entry = newEntry(file);
        const bool isThere
            = std::any_of(m_entries.begin(), m_entries.end(), [&](const AttachmentEntry& each) {
                  return each.attachment.contentHash == entry.attachment.contentHash;
              });
        if (!isThere) m_entries.append(std::move(entry));
    }
    fill();
    if (m_entries.size() > before) emit edited();
}

Result<void> AttachmentsBox::showStored(Id<Activity> activity) {
    const auto stored = attachmentsOf(m_store.reader(), activity);
    if (!stored) return fail(stored.error());
    const int row = activity == m_activity ? current() : -1;
    m_activity = activity;
    m_entries.clear();
    for (const Attachment& each : *stored)
        m_entries.append({each, {}});
    fill();
    if (row >= 0) m_list->setCurrentRow(qMin(row, m_list->count() - 1));
    return {};
}

AlongWith AttachmentsBox::keeping() const {
    if (!isBusy()) return keepingAttachments(m_entries);
    return [](Session&, const Activity&) -> Result<void> {
        return fail(ErrorCode::Refused, tr("附件还没有处理完，没有存"), tr("请等几秒再存"));
    };
}

void AttachmentsBox::fill() {
    m_list->clear();
    for (int row = 0; row < m_entries.size(); ++row)
        fillItem(row);
    m_list->setVisible(!m_entries.isEmpty());
    m_hint->setVisible(m_look == Look::Strip && m_entries.isEmpty());
    for (QPushButton* button : {m_export, m_print})
        button->setVisible(m_look == Look::Panel && !m_entries.isEmpty());
    followType();
    readPictures();
}

void AttachmentsBox::fillItem(int row) {
    const Attachment& attachment = m_entries[row].attachment;
    auto* item = new QListWidgetItem(attachment.title(), m_list);
    item->setToolTip(tipOf(attachment));
    item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
    item->setIcon(m_pictures.value(attachment.contentHash, icon(u"file"_s, Tone::Secondary)));
}

// On a thread: a photo takes a hundredth of a second.
void AttachmentsBox::readPictures() {
    QList<AttachmentEntry> wanted;
    for (const AttachmentEntry& each : std::as_const(m_entries))
        if (each.attachment.isPicture() && !m_pictures.contains(each.attachment.contentHash))
            wanted.append(each);
    if (wanted.isEmpty()) return;
    const QSize size = m_list->iconSize() * devicePixelRatioF();
    runInBackground(
        this, QString(),
        [path = m_store.path(), wanted, size](Progress& progress) {
            return picturesOf(path, wanted, size, std::ref(progress));
        },
        [this, asked = ++m_reading](const QHash<QByteArray, QImage>& pictures) {
            for (auto each = pictures.cbegin(); each != pictures.cend(); ++each)
                m_pictures.insert(each.key(), QPixmap::fromImage(each.value()));
            if (asked != m_reading) return;
            for (int row = 0; row < m_list->count(); ++row)
                if (const auto found = m_pictures.constFind(m_entries[row].attachment.contentHash);
                    found != m_pictures.constEnd())
                    m_list->item(row)->setIcon(*found);
        },
        BackgroundLook::Quiet);
}

int AttachmentsBox::current() const {
    return m_list->currentRow();
}

void AttachmentsBox::open() {
    const int row = current();
    if (row < 0) return;
    if (!m_entries[row].attachment.isPicture()) return openOutside(m_entries[row]);
    QList<AttachmentEntry> pictures;
    int first = 0;
    for (int i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i].attachment.isPicture()) continue;
        if (i == row) first = int(pictures.size());
        pictures.append(m_entries[i]);
    }
    AttachmentViewer(m_store.path(), pictures, first, this).exec();
}

// A copy: what other programs do to it leaves the store alone. It goes with the window.
void AttachmentsBox::openOutside(const AttachmentEntry& entry) {
    const auto bytes = bytesOf(m_store.reader(), entry);
    if (!bytes) return ask::error(this, bytes.error());
    if (!m_outside) m_outside = std::make_unique<QTemporaryDir>();
    const Attachment& attachment = entry.attachment;
    const QString path
        = m_outside->filePath(fileNameOf(attachment.title()) + u'.' + attachment.type);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.flush())
        return ask::openOutside(path);
    ask::error(this,
               {ErrorCode::Io, tr("打不开这个附件：临时文件夹写不进去"), tr("附件没有改动"),
                tr("请检查磁盘空间，或先导出再打开")});
}

void AttachmentsBox::describe() {
    const int row = current();
    if (row < 0) return;
    Attachment& attachment = m_entries[row].attachment;
    const auto text
        = ask::line(this, tr("附件的说明"), tr("印在附件页照片下面："), attachment.caption);
    if (!text || text->trimmed() == attachment.caption) return;
    attachment.caption = text->trimmed().left(kLongestLine);
    fill();
    m_list->setCurrentRow(row);
    emit edited();
}

void AttachmentsBox::move(int by) {
    const int row = current();
    if (row < 0 || row + by < 0 || row + by >= m_entries.size()) return;
    m_entries.swapItemsAt(row, row + by);
    fill();
    m_list->setCurrentRow(row + by);
    emit edited();
}

void AttachmentsBox::remove() {
    const int row = current();
    if (row < 0) return;
    m_entries.removeAt(row);
    fill();
    m_list->setCurrentRow(qMin(row, m_list->count() - 1));
    emit edited();
}

void AttachmentsBox::exportAll() {
    const auto folder = ask::folder(this, {u"attachments-out"_s, tr("附件导出到哪个文件夹")});
    if (!folder) return;
    runInBackground(
        this, tr("正在导出附件"),
        [path = m_store.path(), activity = m_activity,
         folder = *folder](Progress& progress) -> Result<QStringList> {
            const auto reader = Reader::open(path);
            if (!reader) return fail(reader.error());
            return exportAttachments(*reader, {activity}, folder, std::ref(progress));
        },
        [this, folder = *folder](const Result<QStringList>& paths) {
            if (!paths) return ask::error(this, paths.error());
            ask::openOutside(folder);
        });
}

} // namespace baolei
