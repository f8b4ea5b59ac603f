// Works on a store until it is killed, and tells on its standard output what it begins and what has
// succeeded, one line each:
//   begin <work> <what it is about>
//   done <work> <operation> <digest> <what it was about>
//   refused <work>
// kill_child FOLDER SEED WORK: half of what it does is WORK.

#include "tests/stress/clerk.h"

#include <QCoreApplication>
#include <cstdio>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
// In the pipe, and so safe from what happens to this process, when the function returns.
void say(const QStringList& words) {
    const QByteArray line = words.join(u'\t').toUtf8() + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

bool tell(Work work, const Result<Deed>& done) {
    if (done) {
        say({u"done"_s, nameOf(work),
             done->operation.isNull() ? QString() : done->operation.toText(),
             QString::fromLatin1(done->digest), done->file});
        return true;
    }
    const bool isAnswer
        = done.error().code == ErrorCode::Refused || done.error().code == ErrorCode::NotFound;
    say({isAnswer ? u"refused"_s : u"failed"_s, nameOf(work), done.error().text()});
    return isAnswer;
}

Work anyWork(Clerk& clerk) {
    const int dice = clerk.below(20);
    if (dice < 9) return Work::Edit;
    if (dice < 13) return Work::Activity;
    if (dice < 15) return Work::Undo;
    return Work(int(Work::Import) + dice - 15);
}
}

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const auto wanted = workNamed(words.value(3));
    if (words.size() != 4 || !wanted) return 2;
    const unsigned seed = words[2].toUInt();
    FixedClock clock(QDate(2026, 11, 20));
    clock.advanceSeconds(qint64(seed % 10'000) * 1000); // later than the runs before it
    Clerk clerk(words[1], seed, clock);
    say({u"begin"_s, nameOf(Work::Open)});
    if (!tell(Work::Open, clerk.open())) return 1;
    while (true) {
        const Work work = *wanted != Work::Open && clerk.below(2) == 0 ? *wanted : anyWork(clerk);
        say({u"begin"_s, nameOf(work), clerk.prepare(work)});
        if (!tell(work, clerk.act(work))) return 1;
    }
}
