#pragma once
// The attachments of one activity: small pictures, and what can be done with them. Files are
// entered by a button, by dragging and by pasting. It edits a list; who owns it saves.

#include "core/attachments/commands.h"

#include <QHash>
#include <QIcon>
#include <QWidget>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QListWidget;
class QMimeData;
class QPushButton;
class QTemporaryDir;
QT_END_NAMESPACE

namespace baolei {

class Progress;
struct EnteredFiles;

class AttachmentsBox final : public QWidget {
    Q_OBJECT
public:
    enum class Look {
        Panel, ///< as many rows as there are
        Strip, ///< one row; nothing but a line while there are none
    };
    /// Files may be dropped anywhere on `area`, and pasted while the keyboard is in it.
    AttachmentsBox(Store& store, Look look, QWidget* area);
    ~AttachmentsBox() override;

    /// What the activity has in the store; null: none.
    Result<void> showStored(Id<Activity> activity);
    const QList<AttachmentEntry>& entries() const { return m_entries; }
    /// Files are being read and shrunk.
    bool isBusy() const { return m_entering > 0; }
    /// Keeps what is shown, in the operation that records the activity.
    AlongWith keeping() const;

    /// As the button, a drop and a paste do. What cannot be added is said.
    void enterFiles(const QStringList& paths);
    void enterFrom(const QMimeData& mime);

signals:
    void edited();
    void printWanted();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildMenu();
    QPushButton* addButton(const QString& name, const QString& text);
    void followType();
    void enter(const std::function<EnteredFiles(Progress&)>& work);
    void take(const EnteredFiles& entered, Id<Activity> activity);
    void fill();
    void fillItem(int row);
    void readPictures();
    int current() const; ///< -1: none
    void open();
    void openOutside(const AttachmentEntry& entry);
    void describe();
    void move(int by);
    void remove();
    void exportAll();

    Store& m_store;
    const Look m_look;
    QWidget* m_area;
    Id<Activity> m_activity;
    QList<AttachmentEntry> m_entries;
    QHash<QByteArray, QIcon> m_pictures; ///< by content
    QLabel* m_hint;
    QListWidget* m_list;
    QPushButton* m_export = nullptr;
    QPushButton* m_print = nullptr;
    int m_entering = 0;
    int m_reading = 0; ///< of the newest reading of pictures
    std::unique_ptr<QTemporaryDir> m_outside; ///< what other programs show
};

} // namespace baolei
