#include "ui/settings/kinds_dialog.h"

#include "core/activities/compliance.h"
#include "ui/base/ask.h"
#include "ui/settings/kind_form.h"

#include <QCryptographicHash>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScreen>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 1080;
constexpr int kHeight = 600;

Uuid idOf(const KindLine& line) {
    const QByteArray hash
        = QCryptographicHash::hash(line.own.kind.id.toUtf8(), QCryptographicHash::Blake2b_256);
    return Uuid::fromBytes(hash.first(16));
}

QString originText(const KindLine& line) {
    if (!line.isOwn) return KindsDialog::tr("程序自带");
    if (!line.own.problem.isEmpty()) return line.own.problem;
    return line.own.kind.isRetired ? KindsDialog::tr("本镇，已停用") : KindsDialog::tr("本镇");
}

QString fieldsText(const KindLine& line) {
    QStringList titles;
    for (const ActivityField& field : line.own.kind.fields)
        titles.append(field.title);
    return titles.join(u'、');
}

QList<RecordColumn<KindLine>> kindColumns() {
    using L = KindLine;
    using C = RecordColumn<L>;
    const auto source = [](const L& line) { return line.own.kind.source.text(); };
    return {
        C(u"symbol"_s, KindsDialog::tr("代号"),
          [](const L& line) {
              return line.own.kind.symbol;
          }).wide(3),
        C(u"name"_s, KindsDialog::tr("名称"),
          [](const L& line) {
              return line.own.kind.name;
          }).wide(10),
        C(u"demand"_s, KindsDialog::tr("多久一次"),
          [](const L& line) {
              return line.demand;
          }).wide(9),
        C(u"fields"_s, KindsDialog::tr("另记的栏目"), fieldsText).filling().hinted(fieldsText),
        C(u"source"_s, KindsDialog::tr("依据"), source).wide(16).hinted(source),
        C(u"origin"_s, KindsDialog::tr("来自"), originText).wide(7).inked([](const L& line) {
            return line.isOwn ? Tone::Text : Tone::Secondary;
        }),
    };
}

Result<QList<KindLine>> readLines(const Reader& reader, QDate today) {
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    const auto own = ownKinds(reader);
    if (!own) return fail(own.error());
    const auto demandOf = [&](const ActivityKind& kind) {
        const Rule* rule = rules->book.find(kind.cadence, today);
        return rule && rule->enabled ? figuresText(*rule) : KindsDialog::tr("不作要求");
    };
    QList<KindLine> lines;
    for (const OwnKind& each : *own)
        lines.append({each, demandOf(each.kind), true});
    for (const ActivityKind& kind : rules->kinds)
        if (std::none_of(own->begin(), own->end(),
                         [&kind](const OwnKind& each) { return each.kind.id == kind.id; }))
            lines.append({OwnKind{kind, {}, 0, {}}, demandOf(kind), false});
    return lines;
}
}

KindsDialog::KindsDialog(Store& store, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_model(new RecordModel<KindLine>(kindColumns(), idOf, this))
    , m_table(new RecordTable(u"kinds"_s, tr("活动种类"), this)) {
    setObjectName(u"kindsDialog"_s);
    setWindowTitle(tr("活动种类"));
    m_table->setRecordModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    const auto button = [&](const QString& name, const QString& text, const QString& hint,
                            void (KindsDialog::*action)()) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setToolTip(hint);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, action);
        line->addWidget(made);
        return made;
    };
    button(u"newKind"_s, tr("新建…"), tr("添一种本镇自己的活动"), &KindsDialog::add);
    m_addLike = button(u"kindLike"_s, tr("照样新建…"), tr("以选中的一种为样子，另起名称"),
                       &KindsDialog::addLike);
    m_change = button(u"changeKind"_s, tr("修改…"), tr("修改  回车"), &KindsDialog::change);
    m_retire = button(u"retireKind"_s, tr("停用"), tr("以后不再列出，已记的都保留"),
                      &KindsDialog::retire);
    m_remove = button(u"removeKind"_s, tr("删除"), tr("只能删去没有用过的"), &KindsDialog::remove);
    line->addStretch(1);
    auto* close = new QPushButton(tr("关闭"), this);
    close->setObjectName(u"closeKinds"_s);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    line->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::medium);
    column->addWidget(m_table, 1);
    column->addLayout(line);
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    resize(qMin(scaled(kWidth), screen.width() - 80), qMin(scaled(kHeight), screen.height() - 80));
    connect(m_table, &RecordTable::currentRecordChanged, this, &KindsDialog::followChoice);
    connect(m_table, &RecordTable::recordActivated, this, &KindsDialog::change);
    connect(&store, &Store::changed, this, [this](const Changes& changes) {
        if (changes.touches("setting")) read();
    });
    read();
    m_table->setFocus();
}

void KindsDialog::read() {
    const auto lines = readLines(m_store.reader(), m_store.clock().today());
    if (lines)
        m_model->setRecords(*lines);
    else
        m_table->emptyState().set(lines.error().text());
    if (m_table->currentId().isNull() && m_model->rowCount() > 0) m_table->selectRow(0);
    followChoice();
}

const KindLine* KindsDialog::chosen() const {
    return m_model->find(m_table->currentId());
}

void KindsDialog::followChoice() {
    const KindLine* line = chosen();
    const bool isReadable = line && line->own.problem.isEmpty();
    const bool isRetired = line && line->own.kind.isRetired;
    m_addLike->setEnabled(isReadable);
    m_change->setEnabled(isReadable && line->isOwn);
    m_retire->setEnabled(isReadable && line->isOwn);
    m_remove->setEnabled(line && line->isOwn);
    m_retire->setText(isRetired ? tr("重新启用") : tr("停用"));
}

void KindsDialog::edit(const OwnKind& own) {
    auto others = townKinds(m_store.reader());
    if (!others) {
        ask::error(this, others.error());
        return;
    }
    others->removeIf([&own](const ActivityKind& each) { return each.id == own.kind.id; });
    editKind(m_store, own, *others, this);
}

void KindsDialog::add() {
    edit(newKind(m_store.clock().today()));
}

void KindsDialog::addLike() {
    if (const KindLine* line = chosen()) edit(kindLike(line->own, m_store.clock().today()));
}

void KindsDialog::change() {
    const KindLine* line = chosen();
    if (line && line->isOwn && line->own.problem.isEmpty())
        edit(OwnKind(line->own)); // a copy: saving reads the list anew
}

void KindsDialog::retire() {
    if (const KindLine* line = chosen())
        settle(retireOwnKind(m_store, QString(line->own.kind.id), !line->own.kind.isRetired));
}

void KindsDialog::remove() {
    if (const KindLine* line = chosen()) settle(removeOwnKind(m_store, QString(line->own.kind.id)));
}

void KindsDialog::settle(const Result<void>& done) {
    if (!done) ask::error(this, done.error());
}

} // namespace baolei
