#include "core/people/roster_import_pack.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kChunk = 1 << 20;
constexpr int kFirstColumn = 3; // behind id, branch_id, group_id, which are kept otherwise
enum Tag : quint64 { Nothing, Number, Characters };

void putNumber(QByteArray& out, quint64 number) {
    for (; number >= 0x80; number >>= 7)
        out.append(char(0x80 | (number & 0x7F)));
    out.append(char(number));
}

void putText(QByteArray& out, const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    putNumber(out, quint64(utf8.size()));
    out.append(utf8);
}

/// Each cell begins with its tag.
void putValue(QByteArray& out, const Value& value) {
    if (const auto* number = std::get_if<qint64>(&value)) {
        putNumber(out, Number);
        putNumber(out, quint64(*number));
    } else if (const auto* text = std::get_if<QString>(&value)) {
        putNumber(out, Characters);
        putText(out, *text);
    } else {
        putNumber(out, Nothing);
    }
}

class Cursor {
public:
    explicit Cursor(QByteArrayView bytes)
        : m_bytes(bytes) { }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    quint64 number() {
        quint64 out = 0;
        for (int shift = 0; !atEnd(); shift += 7) {
            const auto byte = quint64(static_cast<unsigned char>(m_bytes[m_at++]));
            out |= (byte & 0x7F) << shift;
            if (!(byte & 0x80)) break;
        }
        return out;
    }
    int index() { return int(number()) - 1; }
    QByteArrayView bytes(qsizetype count) {
        const QByteArrayView out = m_bytes.sliced(m_at, count);
        m_at += count;
        return out;
    }
    QString text() { return QString::fromUtf8(bytes(qsizetype(number()))); }
    Value value() {
        switch (number()) {
        case Number:
            return qint64(number());
        case Characters:
            return text();
        default:
            return {};
        }
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

PackedPerson unpacked(Cursor& cursor) {
    PackedPerson out;
    out.row = int(cursor.number());
    out.branch = cursor.index();
    out.group = cursor.index();
    const quint64 flags = cursor.number();
    out.isMoved = flags & 1;
    if (flags & 2) out.person.id.value = Uuid::fromBytes(cursor.bytes(16));
    if (const QString posts = cursor.text(); !posts.isEmpty()) out.posts = posts.split(u' ');
    out.columns = cursor.number();
    const auto& columns = tableOf<Person>().columns();
    for (int i = kFirstColumn; i < int(columns.size()); ++i)
        if (out.columns >> i & 1) columns[i].write(&out.person, cursor.value());
    return out;
}
}

void PackedPeople::append(const PackedPerson& person) {
    if (m_chunks.isEmpty() || m_chunks.back().size() > kChunk) {
        m_chunks.append(QByteArray());
        m_chunks.back().reserve(kChunk + 4096);
    }
    QByteArray& out = m_chunks.back();
    putNumber(out, quint64(person.row));
    putNumber(out, quint64(person.branch) + 1);
    putNumber(out, quint64(person.group) + 1);
    const bool isKnown = !person.person.id.isNull();
    putNumber(out, (person.isMoved ? 1u : 0u) | (isKnown ? 2u : 0u));
    if (isKnown) out.append(person.person.id.value.toBytes());
    putText(out, person.posts.join(u' '));
    putNumber(out, person.columns);
    const auto& columns = tableOf<Person>().columns();
    for (int i = kFirstColumn; i < int(columns.size()); ++i)
        if (person.columns >> i & 1) putValue(out, columns[i].read(&person.person));
    ++m_size;
}

bool PackedPeople::each(const std::function<bool(const PackedPerson&)>& person) const {
    for (const QByteArray& chunk : m_chunks)
        for (Cursor cursor(chunk); !cursor.atEnd();)
            if (!person(unpacked(cursor))) return false;
    return true;
}

qsizetype PackedPeople::bytes() const {
    qsizetype sum = 0;
    for (const QByteArray& chunk : m_chunks)
        sum += chunk.capacity();
    return sum;
}

quint64 filledColumns(const Person& person) {
    static const Person empty;
    const auto& columns = tableOf<Person>().columns();
    Q_ASSERT(columns.size() <= 64);
    quint64 filled = 0;
    for (int i = kFirstColumn; i < int(columns.size()); ++i)
        if (!isDefault(columns[i].read(&person))) filled |= quint64(1) << i;
    return filled;
}

int personColumn(QByteArrayView name) {
    const auto& columns = tableOf<Person>().columns();
    for (int i = 0; i < int(columns.size()); ++i)
        if (columns[i].name == name) return i;
    return -1;
}

} // namespace baolei
