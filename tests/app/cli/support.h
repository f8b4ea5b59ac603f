#pragma once
// The command line as a script calls it, on a folder of its own, on 20 November 2026.

#include "app/cli/command.h"
#include "tests/support/support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

namespace baolei {

struct CommandLine {
    struct Answer {
        int code = -1;
        QString out;
        QString err;
        QJsonArray array() const { return QJsonDocument::fromJson(out.toUtf8()).array(); }
    };

    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    QString store = folder.path(QStringLiteral("示范镇.baolei"));

    Answer run(const QStringList& words) const {
        Answer answer;
        QTextStream out(&answer.out);
        QTextStream err(&answer.err);
        answer.code
            = cli::runCli(QStringList{QStringLiteral("baolei-cli")} + words, out, err, clock);
        out.flush();
        err.flush();
        return answer;
    }
    /// What a command that must succeed prints with --json.
    QJsonArray array(const QStringList& words) const {
        const Answer answer = run(words);
        EXPECT_EQ(answer.code, 0) << answer.err.toStdString();
        return answer.array();
    }
};

} // namespace baolei
