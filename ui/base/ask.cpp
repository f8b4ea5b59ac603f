#include "ui/base/ask.h"

#include "core/base/files.h"
#include "ui/base/icons.h"
#include "ui/base/ui_settings.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrl>

namespace baolei::ask {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Ask)
};

const QString kYes = u"yes"_s;
Script* running = nullptr;

QString folderKey(const FilePurpose& purpose) {
    return u"folders/"_s + purpose.key;
}

QString lastFolder(const FilePurpose& purpose) {
    return uiSetting(folderKey(purpose), QDir::homePath()).toString();
}

std::optional<QString> picked(const FilePurpose& purpose, const QString& path) {
    if (path.isEmpty()) return std::nullopt;
    keepUiSetting(folderKey(purpose), QFileInfo(path).absolutePath());
    return path;
}

// The position of the chosen verb; nothing for Esc. The texts are plain: names from files may
// hold anything, and must not be read as markup.
std::optional<int> showBox(QWidget* parent, const QString& iconName, const QString& title,
                           const QString& text, const QStringList& verbs, int enter, int escape) {
    QMessageBox box(QMessageBox::NoIcon, title, title, QMessageBox::NoButton, parent);
    const Tone tone = iconName == u"warning"_s ? Tone::Due : Tone::Secondary;
    box.setIconPixmap(icon(iconName, tone).pixmap(scaled(32), scaled(32)));
    box.setStyleSheet(u"QLabel#qt_msgbox_label { font-weight: 600; }"_s);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(text);
    QList<QPushButton*> buttons;
    for (qsizetype i = 0; i < verbs.size(); ++i)
        buttons.append(box.addButton(
            verbs[i], i == escape ? QMessageBox::RejectRole : QMessageBox::AcceptRole));
    box.setDefaultButton(buttons[enter]);
    if (escape >= 0) box.setEscapeButton(buttons[escape]);
    // Each text that is set lays the box out anew: its least width comes last.
    if (auto* grid = qobject_cast<QGridLayout*>(box.layout()))
        grid->addItem(new QSpacerItem(scaled(460), 0), grid->rowCount(), 0, 1, grid->columnCount());
    box.exec();
    const qsizetype at = buttons.indexOf(static_cast<QPushButton*>(box.clickedButton()));
    if (at < 0 || at == escape) return std::nullopt;
    return int(at);
}
}

bool confirm(QWidget* parent, const Question& question) {
    if (running) return running->take(question.title + u'\n' + question.text, true) == kYes;
    const QString no = question.no.isEmpty() ? Text::tr("取消") : question.no;
    return showBox(parent, question.isDangerous ? u"warning"_s : u"help"_s, question.title,
                   question.text, {question.yes, no}, question.isDangerous ? 1 : 0, 1)
        .has_value();
}

bool mayDiscard(QWidget* parent) {
    return confirm(parent,
                   {Text::tr("不保存就关闭吗？"), Text::tr("刚才填写的内容会丢掉。"),
                    Text::tr("不保存"), Text::tr("继续填写"), true});
}

std::optional<int> choose(QWidget* parent, const QString& title, const QString& text,
                          const QStringList& verbs) {
    if (running) {
        const auto answer = running->take(title + u'\n' + text, true);
        bool isNumber = false;
        const int at = answer.value_or(QString()).toInt(&isNumber);
        return isNumber && at < verbs.size() ? std::optional(at) : std::nullopt;
    }
    return showBox(parent, u"help"_s, title, text, verbs + QStringList{Text::tr("取消")}, 0,
                   int(verbs.size()));
}

void inform(QWidget* parent, const QString& title, const QString& text) {
    if (running) {
        running->take(title + u'\n' + text, false);
        return;
    }
    showBox(parent, u"check"_s, title, text, {Text::tr("知道了")}, 0, 0);
}

QString restOf(const Error& error) {
    QStringList lines;
    lines.append(error.kept.isEmpty() ? Text::tr("什么都没有改动。") : error.kept);
    if (!error.next.isEmpty()) lines.append(error.next);
    for (QString& line : lines)
        if (!line.endsWith(u'。') && !line.endsWith(u'!')) line += u'。';
    return lines.join(u'\n');
}

void error(QWidget* parent, const Error& error) {
    if (error.code == ErrorCode::Cancelled) return;
    if (running) {
        running->take(error.what + u'\n' + restOf(error), false);
        return;
    }
    showBox(parent, u"warning"_s, error.what, restOf(error), {Text::tr("知道了")}, 0, 0);
}

std::optional<QString> line(QWidget* parent, const QString& title, const QString& label,
                            const QString& initial) {
    if (running) return running->take(title + u'\n' + label, true);
    QInputDialog dialog(parent);
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setTextValue(initial);
    dialog.setOkButtonText(Text::tr("确定"));
    dialog.setCancelButtonText(Text::tr("取消"));
    if (dialog.exec() != QDialog::Accepted) return std::nullopt;
    return dialog.textValue();
}

std::optional<QString> openFile(QWidget* parent, const FilePurpose& purpose) {
    if (running) return running->take(purpose.title, true);
    return picked(
        purpose,
        QFileDialog::getOpenFileName(parent, purpose.title, lastFolder(purpose), purpose.filter));
}

QStringList openFiles(QWidget* parent, const FilePurpose& purpose) {
    if (running)
        return running->take(purpose.title, true)
            .value_or(QString())
            .split(u'\n', Qt::SkipEmptyParts);
    const QStringList paths
        = QFileDialog::getOpenFileNames(parent, purpose.title, lastFolder(purpose), purpose.filter);
    if (!paths.isEmpty()) static_cast<void>(picked(purpose, paths.first()));
    return paths;
}

std::optional<QString> saveFile(QWidget* parent, const FilePurpose& purpose, const QString& title,
                                const QString& suffix) {
    if (running) return running->take(purpose.title, true);
    QString filter;
    const QString path = QFileDialog::getSaveFileName(
        parent, purpose.title, lastFolder(purpose) + u'/' + fileNameOf(title) + suffix,
        purpose.filter, &filter);
    const QString wanted = withSuffixOf(path, filter, suffix);
    if (wanted != path && QFile::exists(wanted)) {
        const Question question{
            Text::tr("替换原来的文件？"),
            Text::tr("“%1”已经有了，替换后原来的内容就没有了。").arg(QFileInfo(wanted).fileName()),
            Text::tr("替换"),
            {},
            true};
        if (!confirm(parent, question)) return std::nullopt;
    }
    return picked(purpose, wanted);
}

QString withSuffixOf(const QString& path, const QString& filter, const QString& proposed) {
    static const QRegularExpression kPattern(uR"(\*(\.\w+))"_s);
    QString first;
    for (const QRegularExpressionMatch& match : kPattern.globalMatch(filter)) {
        if (path.endsWith(match.captured(1), Qt::CaseInsensitive)) return path;
        if (first.isEmpty()) first = match.captured(1);
    }
    if (path.isEmpty() || first.isEmpty()) return path;
    if (path.endsWith(proposed)) return path.chopped(proposed.size()) + first;
    static const QStringList kKnown{u"xlsx"_s, u"csv"_s, u"pdf"_s};
    return kKnown.contains(QFileInfo(path).suffix().toLower()) ? path : path + first;
}

std::optional<QString> folder(QWidget* parent, const FilePurpose& purpose) {
    if (running) return running->take(purpose.title, true);
    return picked(purpose,
                  QFileDialog::getExistingDirectory(parent, purpose.title, lastFolder(purpose)));
}

void openOutside(const QString& path) {
    if (running) {
        running->take(path, false);
        return;
    }
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

Script::Script()
    : m_previous(running) {
    running = this;
}

Script::~Script() {
    running = m_previous;
}

Script& Script::yes() {
    return text(kYes);
}

Script& Script::no() {
    return text({});
}

Script& Script::text(const QString& answer) {
    m_answers.append(answer);
    return *this;
}

Script& Script::option(int position) {
    return text(QString::number(position));
}

std::optional<QString> Script::take(const QString& asked, bool needsAnswer) {
    m_shown.append(asked);
    if (!needsAnswer) return std::nullopt;
    if (m_answers.isEmpty()) {
        m_wasSurprised = true;
        return std::nullopt;
    }
    const QString answer = m_answers.takeFirst();
    return answer.isNull() ? std::nullopt : std::optional(answer);
}

} // namespace baolei::ask
