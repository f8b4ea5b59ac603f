#include "core/people/post.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Post)
};
}

template <> const Table& tableOf<Post>() {
    static const Table table{"post",
                             Text::tr("职务"),
                             {column("id", Text::tr("编号"), &Post::id),
                              column("person_id", Text::tr("党员"), &Post::personId),
                              column("organisation_id", Text::tr("党组织"), &Post::organisationId),
                              column("kind", Text::tr("职务"), &Post::kind),
                              column("title", Text::tr("职务名称"), &Post::title),
                              column("duty", Text::tr("分工"), &Post::duty),
                              column("from_on", Text::tr("任职日期"), &Post::fromOn),
                              column("until_on", Text::tr("免职日期"), &Post::untilOn),
                              column("votes", Text::tr("选举得票"), &Post::votes)}};
    return table;
}

template <> const Table& tableOf<Movement>() {
    using M = Movement;
    static const Table table{"movement",
                             Text::tr("党员增减"),
                             {column("id", Text::tr("编号"), &M::id),
                              column("person_id", Text::tr("党员"), &M::personId),
                              column("organisation_id", Text::tr("党组织"), &M::organisationId),
                              column("direction", Text::tr("增减"), &M::direction),
                              column("kind", Text::tr("方式"), &M::kind),
                              column("happened_on", Text::tr("日期"), &M::happenedOn),
                              column("counterpart", Text::tr("来去向"), &M::counterpart),
                              column("basis", Text::tr("依据"), &M::basis)}};
    return table;
}

} // namespace baolei
