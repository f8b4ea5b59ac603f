#pragma once
// Every question, message and file picker of the program. Tests answer in advance; a question that
// no test expected is answered with No and remembered, so that a test never hangs.

#include "core/base/result.h"

#include <QStringList>
#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei::ask {

struct Question {
    QString title; ///< 恢复这份备份?
    QString text; ///< what will happen, what is kept
    QString yes; ///< a verb: 恢复
    QString no = {}; ///< empty: 取消
    bool isDangerous = false; ///< then No is chosen by Enter
};

bool confirm(QWidget* parent, const Question& question);
/// Whether an entry that is not saved may be thrown away.
bool mayDiscard(QWidget* parent);
/// One of several verbs, by position; nothing when cancelled.
std::optional<int> choose(QWidget* parent, const QString& title, const QString& text,
                          const QStringList& verbs);
void inform(QWidget* parent, const QString& title, const QString& text);
/// What happened, what was kept, what to do next. Something that the person stopped says nothing.
void error(QWidget* parent, const Error& error);
/// What was kept and what to do next, one sentence a line.
QString restOf(const Error& error);
/// A line of text; nothing when cancelled.
std::optional<QString> line(QWidget* parent, const QString& title, const QString& label,
                            const QString& initial = {});

/// `filter` as in QFileDialog: "表格 (*.xlsx *.csv)". Starts where the last file of `purpose` was.
struct FilePurpose {
    QString key; ///< remembers the folder: "roster", "store"
    QString title;
    QString filter = {};
};
std::optional<QString> openFile(QWidget* parent, const FilePurpose& purpose);
/// Several files; none where it was cancelled.
QStringList openFiles(QWidget* parent, const FilePurpose& purpose);
/// Suggests a file named after `title`, with `suffix` (".pdf").
std::optional<QString> saveFile(QWidget* parent, const FilePurpose& purpose, const QString& title,
                                const QString& suffix);
/// The file as the kind that was chosen wants it, where the system's dialog did not see to it:
/// with `proposed` .xlsx and "打印稿 (*.pdf)", 名册.xlsx becomes 名册.pdf. Another suffix that was
/// typed is what the person wants.
QString withSuffixOf(const QString& path, const QString& filter, const QString& proposed);
std::optional<QString> folder(QWidget* parent, const FilePurpose& purpose);
/// Shows a file or folder in the system's own program.
void openOutside(const QString& path);

/// For tests. While one lives, nothing is shown: each question takes the next answer.
class Script {
public:
    Script();
    ~Script();
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;

    Script& yes();
    Script& no();
    Script&
    text(const QString& answer); ///< for line, openFile, saveFile and folder; openFiles: one a line
    Script& option(int position); ///< for choose
    /// Titles and texts of all that was asked or said, in order.
    const QStringList& shown() const { return m_shown; }
    bool allAnswered() const { return m_answers.isEmpty() && !m_wasSurprised; }

    /// Used by the functions above.
    std::optional<QString> take(const QString& asked, bool needsAnswer);

private:
    QStringList m_answers;
    QStringList m_shown;
    bool m_wasSurprised = false;
    Script* m_previous;
};

} // namespace baolei::ask
