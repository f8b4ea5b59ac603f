#include "tests/core/store/toys.h"

#include "core/store/verify.h"

namespace baolei {

using namespace Qt::StringLiterals;

const char* const kToyTables = R"(
CREATE TABLE IF NOT EXISTS club (
    id         BLOB NOT NULL PRIMARY KEY,
    parent_id  BLOB REFERENCES club(id) DEFERRABLE INITIALLY DEFERRED,
    name       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    founded_on TEXT,
    deleted_at TEXT
) STRICT;
CREATE VIEW IF NOT EXISTS live_club AS SELECT * FROM club WHERE deleted_at IS NULL;
CREATE TABLE IF NOT EXISTS player (
    id         BLOB NOT NULL PRIMARY KEY,
    club_id    BLOB REFERENCES club(id) DEFERRABLE INITIALLY DEFERRED,
    name       TEXT NOT NULL,
    number     TEXT,
    height     INTEGER NOT NULL CHECK (height >= 0),
    is_lost    INTEGER NOT NULL,
    hand       INTEGER NOT NULL,
    joined_on  TEXT,
    seen_at    TEXT,
    trains_at  TEXT,
    picture    BLOB,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS player_number ON player(number)
    WHERE deleted_at IS NULL AND number IS NOT NULL;
CREATE VIEW IF NOT EXISTS live_player AS SELECT * FROM player WHERE deleted_at IS NULL;
)";

template <> const Table& tableOf<Club>() {
    static const Table table{
        "club",
        u"俱乐部"_s,
        {column("id", u"编号"_s, &Club::id), column("parent_id", u"上级"_s, &Club::parentId),
         column("name", u"名称"_s, &Club::name), column("position", u"次序"_s, &Club::position),
         column("founded_on", u"成立"_s, &Club::foundedOn)}};
    return table;
}

template <> const Table& tableOf<Player>() {
    static const Table table{
        "player",
        u"队员"_s,
        {column("id", u"编号"_s, &Player::id), column("club_id", u"俱乐部"_s, &Player::clubId),
         column("name", u"姓名"_s, &Player::name),
         column("number", u"证号"_s, &Player::number).asPrivate(),
         column("height", u"身高"_s, &Player::height),
         column("is_lost", u"失联"_s, &Player::isLost), column("hand", u"惯用手"_s, &Player::hand),
         column("joined_on", u"加入"_s, &Player::joinedOn),
         column("seen_at", u"见到"_s, &Player::seenAt),
         column("trains_at", u"训练"_s, &Player::trainsAt),
         column("picture", u"照片"_s, &Player::picture)}};
    return table;
}

ToyStore::ToyStore()
    : ToyStore(QString()) { }

ToyStore::ToyStore(const QString& path_)
    : path(path_.isEmpty() ? folder.path(u"示范镇.baolei"_s) : path_) {
    auto made = Store::create(path, u"示范镇"_s, {.clock = &clock, .actor = u"小林"_s});
    EXPECT_TRUE(ok(made));
    if (made) store = std::move(*made);
    tamper(path, kToyTables);
}

void ToyStore::reopen() {
    store.reset();
    auto opened = Store::open(path, {.clock = &clock, .actor = u"小林"_s});
    ASSERT_TRUE(ok(opened));
    store = std::move(*opened);
}

Club ToyStore::club(const QString& name, Id<Club> parent) {
    Club made;
    made.id = newId<Club>();
    made.parentId = parent;
    made.name = name;
    return made;
}

Player ToyStore::player(const QString& name, Id<Club> club) {
    Player made;
    made.id = newId<Player>();
    made.clubId = club;
    made.name = name;
    return made;
}

QStringList ToyStore::problems() const {
    const auto report = verifyStore(store->reader());
    EXPECT_TRUE(ok(report));
    return report ? report->problems : QStringList{u"?"_s};
}

void tamper(const QString& path, const QByteArray& sql) {
    const auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    ASSERT_TRUE(ok(connection));
    ASSERT_TRUE(ok((*connection)->execute(sql)));
}

} // namespace baolei
