#include "ui/base/take_back.h"

#include "ui/base/background.h"

#include <QCoreApplication>
#include <QWidget>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(TakeBack)
};

constexpr qint64 kFewRecords = 300; ///< taken back within a blink
}

void takeBack(QWidget* parent, qint64 records,
              std::function<Result<OperationInfo>(const Store::WorkProgress&)> step,
              std::function<void(const Result<OperationInfo>&)> done) {
    if (records <= kFewRecords) {
        done(step({}));
        return;
    }
    runInBackground(
        parent, Text::tr("正在收回 %1 条记录").arg(records),
        [step = std::move(step)](Progress& progress) { return step(std::ref(progress)); },
        std::move(done));
}

} // namespace baolei
