#pragma once
// The words of baolei-cli: each command is a row of a table and a function.

#include "core/base/clock.h"
#include "core/people/organisation.h"
#include "core/store/store.h"

#include <QCommandLineOption>
#include <QTextStream>

namespace baolei::cli {

/// What was typed after the command's name, and where answers go.
struct Call {
    QStringList words; ///< positional, as many as the command asks for; what may be missing is not
    QHash<QString, QStringList> options; ///< given ones, as often as given; a flag has no value
    QTextStream& out;
    QTextStream& err;
    const Clock& clock;

    bool has(const char* option) const { return options.contains(QString::fromLatin1(option)); }
    QString word(int position) const { return words.value(position); } ///< empty: missing
    /// The last one given.
    QString option(const char* name, const QString& otherwise = {}) const {
        const QStringList given = all(name);
        return given.isEmpty() ? otherwise : given.last();
    }
    QStringList all(const char* name) const { return options.value(QString::fromLatin1(name)); }
    void printJson(const QJsonObject& object) const;
    void printJson(const QJsonArray& array) const;
};

struct OptionSpec {
    const char* name; ///< "--json" is {"json", nullptr, …}
    const char* value; ///< what it takes; null: a flag
    const char* meaning;
};

struct Command {
    const char* name;
    QStringList words; ///< names of the positional words; [SO] may be missing, a last […] repeats
    const char* meaning;
    QList<OptionSpec> options;
    Result<void> (*run)(const Call&);
    bool needsFonts = false; ///< measures text: the program starts with Qt's font engine
};

QList<Command> storeCommands();
QList<Command> peopleCommands();
QList<Command> activityCommands();
QList<Command> attachCommands();
QList<Command> kindCommands();
QList<Command> ruleCommands();
QList<Command> exemptCommands();
QList<Command> studyCommands();
QList<Command> planCommands();
QList<Command> printCommands();

/// Works as the person logged in to this machine.
StoreOptions storeOptions(const Clock& clock);

/// Opens the store for writing.
Result<std::unique_ptr<Store>> openStore(const QString& path, const Clock& clock);

/// Opens the store of the first word read-only, also while the window has it open. Refuses what is
/// no store. What an older program wrote is brought up to date first, with a copy of how it was.
Result<Reader> openReader(const Call& call);
/// The same, but leaves what an older program wrote as it is: for looking at the file itself.
Result<Reader> openReaderAsItIs(const Call& call);

/// The organisation of --org; null where it was not given.
Result<Id<Organisation>> scopeOf(const Call& call, const Reader& reader);

/// The day of an option; null where it was not given. Refuses what is no day.
Result<QDate> dayOf(const Call& call, const char* option);

/// Parses and runs. 0 done; 1 refused, with the reason on `err`; 2 wrong usage.
int runCli(const QStringList& arguments, QTextStream& out, QTextStream& err, const Clock& clock);

/// Whether the command in `arguments` measures text.
bool needsFonts(const QStringList& arguments);

} // namespace baolei::cli
