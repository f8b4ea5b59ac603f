#include "tests/ui/activities/record_support.h"

namespace baolei {

using namespace Qt::StringLiterals;

RecordTown::RecordTown() {
    for (const QString& name : {u"钟建国"_s, u"李秀英"_s, u"王强"_s, u"王芳"_s, u"赵丽"_s,
                                u"孙华"_s, u"周明"_s, u"吴桂兰"_s, u"郑海"_s, u"冯春"_s})
        people.insert(name, member(name, xidang.id));
    appoint(u"钟建国"_s, u"secretary"_s);
    appoint(u"李秀英"_s, u"organisation_member"_s);
    appoint(u"王强"_s, u"publicity_member"_s);
}

void RecordTown::appoint(const QString& name, const QString& kind) {
    Post post;
    post.personId = people[name].id;
    post.organisationId = xidang.id;
    post.kind = kind;
    post.fromOn = PartialDate(2021, 3, 1);
    EXPECT_TRUE(ok(baolei::appoint(*store, post)));
}

Activity RecordTown::held(const QString& kind, QDate day, const QString& agenda) {
    ActivityRecord record;
    record.activity.kind = kind;
    record.activity.organisationId = xidang.id;
    record.activity.title = u"上一次"_s;
    record.activity.startsAt = QDateTime(day, QTime(14, 30));
    record.activity.endsAt = QDateTime(day, QTime(16, 0));
    record.activity.place = u"二楼会议室"_s;
    record.activity.host = u"钟建国"_s;
    record.activity.hostId = people[u"钟建国"_s].id;
    record.activity.recorder = u"李秀英"_s;
    record.activity.agenda = agenda;
    record.activity.content = u"上次的内容"_s;
    for (const Person& person : std::as_const(people))
        record.attendance.append({person.id.value, Mark::Present, true, {}, {}});
    const auto saved = saveActivity(*store, record);
    EXPECT_TRUE(ok(saved));
    return saved.value_or(record.activity);
}

RecordWindow& RecordTown::open(const RecordStart& start) {
    const auto setup = recordSetup(*store, start);
    EXPECT_TRUE(ok(setup));
    window = std::make_unique<RecordWindow>(*store, *setup, nullptr);
    EXPECT_TRUE(ok(window->fill()));
    window->resize(1120, 700);
    window->show();
    window->activateWindow();
    EXPECT_TRUE(eventually([this] { return window->isActiveWindow(); }));
    return *window;
}

QList<Activity> RecordTown::stored() const {
    const auto all = activitiesOf(reader(), xidang.id, Period::ofYear(2026));
    EXPECT_TRUE(ok(all));
    return all.value_or(QList<Activity>{});
}

ActivityRecord RecordTown::only() const {
    const QList<Activity> all = stored();
    EXPECT_EQ(all.size(), 1);
    const auto record = unpack(all.value(0));
    EXPECT_TRUE(ok(record));
    return record.value_or(ActivityRecord{});
}

Mark RecordTown::markOf(const ActivityRecord& record, const QString& name) const {
    for (const Attendee& each : record.attendance)
        if (each.person == people[name].id.value) return each.mark;
    ADD_FAILURE() << name.toStdString() << " is not in the attendance";
    return Mark::Present;
}

void RecordTown::press(int key, Qt::KeyboardModifiers modifiers) {
    // The list of a field that offers names takes the keys while it is open.
    QWidget* list = QApplication::activePopupWidget();
    QTest::keyClick(list ? list : QApplication::focusWidget(), static_cast<Qt::Key>(key),
                    modifiers);
}

void RecordTown::type(const QString& text) {
    QWidget* field = QApplication::focusWidget();
    if (auto* combo = qobject_cast<QComboBox*>(field)) field = combo->lineEdit();
    if (auto* line = qobject_cast<QLineEdit*>(field)) line->insert(text);
    if (auto* lines = qobject_cast<QPlainTextEdit*>(field)) lines->insertPlainText(text);
}

void RecordTown::enter(const char* name, const QString& text) {
    auto* widget = field<QWidget>(name);
    ASSERT_TRUE(widget);
    if (QWidget* list = QApplication::activePopupWidget()) list->close();
    // A list that closes leaves the offscreen window inactive for a while.
    window->activateWindow();
    EXPECT_TRUE(eventually([this] { return window->isActiveWindow(); }));
    widget->setFocus();
    if (auto* combo = qobject_cast<QComboBox*>(widget)) combo->lineEdit()->selectAll();
    if (auto* line = qobject_cast<QLineEdit*>(widget)) line->selectAll();
    if (auto* lines = qobject_cast<QPlainTextEdit*>(widget)) lines->selectAll();
    type(text);
}

} // namespace baolei
