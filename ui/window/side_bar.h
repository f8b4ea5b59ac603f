#pragma once
// The list of pages at the left: the current one unmistakable, with counts of what waits.

#include "ui/base/page.h"

#include <QFrame>

namespace baolei {

class SideEntry;

class SideBar final : public QFrame {
    Q_OBJECT
public:
    explicit SideBar(const QList<PageEntry>& pages, QWidget* parent = nullptr);
    void setCurrent(int position);
    void setWaiting(int position, int count);

signals:
    void chosen(int position);

protected:
    void changeEvent(QEvent* event) override;

private:
    void followType();
    QList<SideEntry*> m_entries;
};

} // namespace baolei
