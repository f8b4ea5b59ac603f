#pragma once
// Widgets side by side, each as wide as it wants to be, in as many lines as they need.

#include <QLayout>

namespace baolei {

class FlowLayout final : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int at) const override { return m_items.value(at); }
    QLayoutItem* takeAt(int at) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override; ///< all in one line
    QSize minimumSize() const override; ///< of the widest
    void setGeometry(const QRect& area) override;

private:
    int arrange(const QRect& area, bool isMeant) const;
    QList<QLayoutItem*> m_items;
};

} // namespace baolei
