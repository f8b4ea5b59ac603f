#include "core/store/snapshot.h"

namespace baolei {

// Where it cannot begin, questions are asked one by one as ever, and say themselves what is wrong.
Snapshot::Snapshot(const Reader& reader) {
    Connection& connection = reader.connection();
    if (!connection.isInTransaction() && connection.execute("BEGIN")) m_connection = &connection;
}

Snapshot::~Snapshot() {
    if (m_connection) static_cast<void>(m_connection->execute("COMMIT"));
}

} // namespace baolei
