#pragma once
// 打印: choose a form, see it, print it or write it to a file; one branch or all in the scope.
// Targets: {"printing", "form", {branch}, form id}, {"printing", "activity", {activity}}.

#include "core/handbook/handbook.h"
#include "ui/base/page.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QListWidget;
QT_END_NAMESPACE

namespace baolei {

class Preview;

class PrintingPage final : public Page {
    Q_OBJECT
public:
    explicit PrintingPage(const PageContext& context);
    void show(const Target& target) override;

protected:
    QSet<QByteArray> tables() const override;
    void refresh() override;

private:
    void buildChoices(QWidget* side);
    void fillBranches();
    void fillForms();
    void showDocument();
    void showResult(const Result<Document>& document);
    void printNow();
    void saveFile();
    void saveAll();
    void openRecord(const QString& record);
    std::optional<PrintSubject> subject() const;
    QString form() const;
    QString suggestedName() const;
    void sayPage();

    QListWidget* m_forms = nullptr;
    QComboBox* m_branch = nullptr;
    QComboBox* m_period = nullptr;
    Preview* m_preview = nullptr;
    QLabel* m_pageLabel = nullptr;
    QLabel* m_problem = nullptr;
    QList<Organisation> m_branches;
    Id<Activity> m_activity; ///< shown instead of a form; null: the chosen form
    int m_asked = 0; ///< of the newest layout that was begun
};

} // namespace baolei
