#pragma once
// Under the preview: paging and size.

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace baolei {

class Preview;

class PreviewBar final : public QWidget {
    Q_OBJECT
public:
    explicit PreviewBar(Preview* preview, QWidget* parent = nullptr);

private:
    QToolButton* addButton(const QString& name, const QString& text, const QString& iconName = {},
                           const QString& keys = {});
    void followPage();

    Preview* m_preview;
    QLabel* m_page;
    QToolButton* m_back;
    QToolButton* m_next;
};

} // namespace baolei
