#pragma once
// A form that a dialog opens, filled in as a person would.

#include "ui/base/form_dialog.h"

#include <QApplication>
#include <QTimer>
#include <gtest/gtest.h>

namespace baolei {

/// Fills in the form that `open` shows; what `fill` does not save is thrown away.
inline void fillIn(const std::function<void()>& open,
                   const std::function<void(FormDialog*)>& fill) {
    bool wasThere = false;
    QTimer::singleShot(0, qApp, [&] {
        auto* dialog = qobject_cast<FormDialog*>(QApplication::activeModalWidget());
        ASSERT_TRUE(dialog);
        wasThere = true;
        fill(dialog);
        if (dialog->isVisible()) dialog->QDialog::reject();
    });
    open();
    EXPECT_TRUE(wasThere);
}

} // namespace baolei
