#include "ui/base/pass_bar.h"

#include "ui/base/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kTickMs = 100;
constexpr int kPatience = 5; // ticks
constexpr int kBarWidth = 160;
}

PassBar::PassBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_button(new QPushButton(this)) {
    setObjectName(u"passBar"_s);
    m_text->setObjectName(u"passText"_s);
    m_button->setObjectName(u"passButton"_s);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("进度"));
    setInk(m_text, Tone::Secondary);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::medium);
    line->addWidget(m_text);
    line->addWidget(m_bar);
    line->addWidget(m_button);
    line->addStretch(1);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &PassBar::look);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_progress)
            m_progress->cancel();
        else
            emit goOnWanted();
    });
    hide();
}

void PassBar::follow(const QString& what, const std::shared_ptr<Progress>& progress) {
    m_what = what;
    m_progress = progress;
    m_ticks = 0;
    m_bar->setFixedWidth(scaled(kBarWidth));
    m_tick.start();
    hide();
}

void PassBar::end(const QString& note) {
    m_tick.stop();
    m_progress.reset();
    m_text->setText(note);
    m_bar->hide();
    m_button->hide();
    setVisible(!note.isEmpty());
}

void PassBar::endStopped(const QString& note) {
    end(note);
    m_button->setText(tr("继续"));
    m_button->setAccessibleName(tr("继续"));
    m_button->show();
}

void PassBar::look() {
    if (++m_ticks < kPatience) return;
    const qint64 total = m_progress->total();
    m_text->setText(total > 0 ? tr("%1：%2 / %3").arg(m_what).arg(m_progress->done()).arg(total)
                              : m_what);
    m_bar->setMaximum(int(total));
    m_bar->setValue(int(m_progress->done()));
    m_button->setText(tr("停止"));
    m_button->setAccessibleName(tr("停止"));
    m_bar->show();
    m_button->show();
    show();
}

} // namespace baolei
