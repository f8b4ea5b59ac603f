#include "ui/base/form_dialog.h"

#include "ui/base/ask.h"
#include "ui/base/theme.h"

#include <QApplication>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

FormDialog::FormDialog(const QString& title, Form* form, QWidget* parent)
    : QDialog(parent)
    , m_form(form)
    , m_saveButton(new QPushButton(tr("保存"), this))
    , m_buttons(new QHBoxLayout) {
    setWindowTitle(title);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(form);
    m_saveButton->setProperty("role", u"primary"_s);
    m_saveButton->setObjectName(u"save"_s);
    m_saveButton->setToolTip(tr("Ctrl+S"));
    m_saveButton->setDefault(false);
    m_saveButton->setAutoDefault(true);
    auto* cancel = new QPushButton(tr("取消"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAutoDefault(false);
    m_buttons->setSpacing(space::small);
    m_buttons->addStretch(1);
    m_buttons->addWidget(cancel);
    m_buttons->addWidget(m_saveButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::large);
    column->addWidget(scroll, 1);
    column->addLayout(m_buttons);
    connect(m_saveButton, &QPushButton::clicked, this, &FormDialog::save);
    connect(cancel, &QPushButton::clicked, this, &FormDialog::reject);
    connect(form, &Form::edited, this, &FormDialog::touch);
    connect(qApp, &QApplication::focusChanged, scroll, [form, scroll](QWidget*, QWidget* now) {
        if (now && form->isAncestorOf(now)) scroll->ensureWidgetVisible(now, 0, space::huge);
    });
    connect(form, &Form::finished, m_saveButton, [this] { m_saveButton->setFocus(); });
    for (const auto& keys :
         {QKeySequence(Qt::CTRL | Qt::Key_S), QKeySequence(Qt::CTRL | Qt::Key_Return)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &FormDialog::save);
}

void FormDialog::setSaveText(const QString& verb) {
    m_saveButton->setText(verb);
}

QPushButton* FormDialog::addSecondSave(const QString& verb, std::function<void()> afterwards) {
    auto* button = new QPushButton(verb, this);
    button->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    connect(button, &QPushButton::clicked, this, [this, afterwards = std::move(afterwards)] {
        if (save()) afterwards();
    });
    return button;
}

QSize FormDialog::wantedSize() const {
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    const QSize wanted = m_form->sizeHint() + QSize(scaled(80), scaled(120));
    return {qBound(scaled(480), wanted.width(), screen.width() - 80),
            qMin(wanted.height(), screen.height() - 80)};
}

bool FormDialog::ask() {
    // What was filled in beforehand is not the person's typing.
    m_isTouched = false;
    resize(wantedSize());
    m_form->setFocus(); // else it were the button, which was made first
    return exec() == Accepted;
}

bool FormDialog::save() {
    FormProblems problems = m_form->ownProblems();
    if (m_check) problems += m_check();
    m_form->showProblems(problems);
    if (hasErrors(problems)) {
        // The lines below the fields shall not push the last fields out of sight.
        resize(size().expandedTo(QSize(width(), wantedSize().height())));
        return false;
    }
    if (m_save) {
        if (const auto saved = m_save(); !saved) {
            ask::error(this, saved.error());
            return false;
        }
    }
    m_isTouched = false;
    accept();
    return true;
}

void FormDialog::reject() {
    if (!m_isTouched || ask::mayDiscard(this)) QDialog::reject();
}

} // namespace baolei
