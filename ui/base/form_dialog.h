#pragma once
// A dialog around a form: edits a copy, says below each field what is wrong, keeps the entry when
// saving fails. Ctrl+S or Ctrl+Enter saves, Esc asks before it throws away what was typed.

#include "ui/base/form.h"

#include "core/base/result.h"

#include <QDialog>
#include <QPushButton>
#include <functional>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QScrollArea;
QT_END_NAMESPACE

namespace baolei {

class FormDialog final : public QDialog {
    Q_OBJECT
public:
    /// The dialog takes the form, which may be any widget that holds forms.
    FormDialog(const QString& title, Form* form, QWidget* parent);

    /// What is wrong with the entry as it stands; asked before saving, after the form's own.
    void setCheck(std::function<FormProblems()> check) { m_check = std::move(check); }
    /// Saves; an error is shown and the dialog stays open.
    void setSave(std::function<Result<void>()> save) { m_save = std::move(save); }
    void setSaveText(const QString& verb);
    /// One more button beside 保存, such as 保存并打印; called after saving.
    QPushButton* addSecondSave(const QString& verb, std::function<void()> afterwards);
    /// Opens it and gives whether something was saved.
    bool ask();

    bool save(); ///< as the button does
    void reject() override;

private:
    void touch() { m_isTouched = true; }
    QSize wantedSize() const; ///< of all fields and what is said below them

    Form* m_form;
    QPushButton* m_saveButton;
    QHBoxLayout* m_buttons;
    std::function<FormProblems()> m_check;
    std::function<Result<void>()> m_save;
    bool m_isTouched = false;
};

} // namespace baolei
