#include "ui/activities/view_bar.h"

#include "ui/base/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

namespace baolei {

using namespace Qt::StringLiterals;

ViewBar::ViewBar(QWidget* parent)
    : QWidget(parent)
    , m_views(new QButtonGroup(this))
    , m_kinds(new QComboBox(this))
    , m_search(new QLineEdit(this)) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::small);
    struct Named {
        QString name;
        QString text;
    };
    const QList<Named> views{{u"viewMatrix"_s, tr("矩阵")},
                             {u"viewFindings"_s, tr("待办")},
                             {u"viewList"_s, tr("列表")}};
    for (int i = 0; i < views.size(); ++i) {
        auto* button = new QPushButton(views[i].text, this);
        button->setObjectName(views[i].name);
        button->setAccessibleName(views[i].text);
        button->setCheckable(true);
        button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        button->setToolTip(u"%1  Ctrl+%2"_s.arg(views[i].text).arg(i + 1));
        m_views->addButton(button, i);
        line->addWidget(button);
    }
    m_views->button(0)->setChecked(true);
    line->addSpacing(space::small);
    m_kinds->setObjectName(u"activityKind"_s);
    m_kinds->setAccessibleName(tr("类型"));
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    line->addWidget(m_kinds);
    m_search->setObjectName(u"activitySearch"_s);
    m_search->setAccessibleName(tr("在本页查找"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    line->addWidget(m_search, 1);
    setKinds({});
    tellPlaceholder();
    connect(m_views, &QButtonGroup::idToggled, this, [this](int, bool isChecked) {
        if (!isChecked) return;
        tellPlaceholder();
        emit viewChanged();
    });
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &ViewBar::kindChanged);
    connect(m_search, &QLineEdit::textChanged, this, &ViewBar::searchChanged);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
}

ActivityView ViewBar::view() const {
    return static_cast<ActivityView>(m_views->checkedId());
}

void ViewBar::setView(ActivityView view) {
    m_views->button(static_cast<int>(view))->setChecked(true);
}

void ViewBar::setKinds(const QStringList& names) {
    const QString chosen = m_kinds->currentText();
    const QSignalBlocker quiet(m_kinds);
    m_kinds->clear();
    m_kinds->addItem(tr("全部类型"));
    m_kinds->addItems(names);
    m_kinds->setCurrentIndex(qMax(0, m_kinds->findText(chosen)));
}

int ViewBar::kind() const {
    return m_kinds->currentIndex() - 1;
}

void ViewBar::setKind(int kind) {
    m_kinds->setCurrentIndex(kind + 1);
}

QString ViewBar::searched() const {
    return m_search->text().trimmed();
}

void ViewBar::clearSearch() {
    m_search->clear();
}

void ViewBar::tellPlaceholder() {
    const QString what = view() == ActivityView::Matrix ? tr("找支部")
        : view() == ActivityView::Findings              ? tr("找党组织、事项、规则")
                                                        : tr("找名称、党组织、地点");
    m_search->setPlaceholderText(what + u"   Ctrl+F"_s);
}

// Down and Enter lead from the search to what was found; Esc empties it.
bool ViewBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            focusNextChild();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace baolei
