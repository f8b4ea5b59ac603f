// A store where nothing can be written: a CD, a stick whose switch is on, a folder of others.

#include "core/store/migrations.h"
#include "core/store/store.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};
}

Error onlyReadable() {
    return {ErrorCode::ReadOnly, Text::tr("这个数据文件放在只能读的地方，不能修改"),
            Text::tr("什么都没有改动"),
            Text::tr("请把它复制到自己的电脑上，从那里打开，再做这一步")};
}

Result<void> Store::mayWrite() const {
    if (isReadOnly()) return fail(onlyReadable());
    return {};
}

// Without a lock: whoever may write here is not hindered, and readers see what he saves.
Result<std::unique_ptr<Store>> Store::openReadOnly(const QString& path, StoreOptions options) {
    auto reader = Reader::open(path, options.vfs);
    if (!reader) return fail(reader.error());
    const auto version = schemaOf(reader->connection());
    if (!version) return fail(version.error());
    if (*version < newestSchema())
        return fail(ErrorCode::ReadOnly,
                    Text::tr("数据文件是旧版本的程序写的，打开前要升级，而它放在只能读的地方"),
                    Text::tr("请把它复制到自己的电脑上，从那里打开"), Text::tr("程序没有改动它"));
    std::unique_ptr<Store> store(
        new Store(path, std::move(options), nullptr, nullptr, std::move(*reader)));
    if (const auto done = store->loadChain(store->m_reader); !done) return fail(done.error());
    store->m_notices.append(
        Text::tr("这个数据文件放在只能读的地方（光盘、开了写保护的U盘，或别人的文件夹）："
                 "可以查看和打印，不能修改。要修改，请把它复制到自己的电脑上，从那里打开"));
    store->notice();
    return store;
}

} // namespace baolei
