#include "ui/base/plain_texts.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kQtLongestLine = 32'767; // where a QLineEdit cuts unless it is told otherwise
constexpr int kLongestLine = 10'000'000;

// Each widget is polished once before it is first shown; so are tool tips, which are labels.
class PolishWatch final : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Polish) return false;
        if (auto* label = qobject_cast<QLabel*>(watched)) {
            if (label->textFormat() == Qt::AutoText) label->setTextFormat(Qt::PlainText);
        } else if (auto* line = qobject_cast<QLineEdit*>(watched)) {
            if (line->maxLength() == kQtLongestLine) line->setMaxLength(kLongestLine);
        }
        return false;
    }
};
}

void takeTextsAsTheyAre(QApplication& app) {
    static auto* watch = new PolishWatch(&app);
    app.installEventFilter(watch);
}

QString onButton(QString text) {
    return text.replace(u'&', "&&"_L1);
}

} // namespace baolei
