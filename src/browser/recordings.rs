//! Recordings, such as voice notes: held by the tab, and kept on the device (`IndexedDB`) when the person asked to
//! keep the list. The database exists only while something is in it.

use gloo::events::EventListener;
use js_sys::Promise;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransactionMode};

const DATABASE: &str = "ask-about-immunotherapy";
const STORE: &str = "recordings";

thread_local! {
    static HELD: RefCell<Vec<(String, Blob)>> = const { RefCell::new(Vec::new()) };
}

/// Holds a recording under a name, in place of an earlier one, and keeps it on the device if `keep`; whether the
/// device took it where it should.
pub async fn add(name: &str, recording: &Blob, keep: bool) -> bool {
    hold(name, recording.clone());
    !keep || write(vec![(name.to_owned(), recording.clone())]).await.is_some()
}

/// The recording of this name.
pub async fn get(name: &str) -> Option<Blob> {
    let held = HELD.with_borrow(|held| held.iter().find(|(held, _)| held == name).map(|held| held.1.clone()));
    match held {
        Some(recording) => Some(recording),
        None => read(name).await,
    }
}

/// The names of all recordings, of the tab and of the device.
pub async fn names() -> Vec<String> {
    let mut names = kept_names().await.unwrap_or_default();
    HELD.with_borrow(|held| {
        for (name, _) in held {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    });
    names
}

/// Forgets the recording of this name, in the tab and on the device.
pub async fn remove(name: &str) {
    HELD.with_borrow_mut(|held| held.retain(|(held, _)| held != name));
    if let Some(database) = open(false).await {
        // A recording that is not on the device need not be taken off it.
        let _ = change(&database, |store| store.delete(&name.into())).await;
        let empty = keys(&database).await.is_some_and(|names| names.is_empty());
        database.close();
        if empty {
            delete().await;
        }
    }
}

/// Keeps on the device what the tab holds; whether the device took it.
pub async fn keep_held() -> bool {
    let held = HELD.with_borrow(Clone::clone);
    held.is_empty() || write(held).await.is_some()
}

/// Takes every recording off the device. The tab still holds them.
pub async fn take_off_device() {
    for name in kept_names().await.unwrap_or_default() {
        if HELD.with_borrow(|held| held.iter().all(|(held, _)| *held != name))
            && let Some(recording) = read(&name).await
        {
            hold(&name, recording);
        }
    }
    delete().await;
}

/// Forgets every recording, in the tab and on the device; whether the device did.
pub async fn erase() -> bool {
    forget_held();
    delete().await.is_some()
}

/// Forgets what the tab holds.
pub fn forget_held() {
    HELD.with_borrow_mut(Vec::clear);
}

fn hold(name: &str, recording: Blob) {
    HELD.with_borrow_mut(|held| {
        held.retain(|(held, _)| held != name);
        held.push((name.to_owned(), recording));
    });
}

async fn write(recordings: Vec<(String, Blob)>) -> Option<()> {
    let database = open(true).await?;
    let put = |store: &IdbObjectStore| {
        let mut last = store.count();
        for (name, recording) in &recordings {
            last = store.put_with_key(recording, &name.into());
        }
        last
    };
    let written = change(&database, put).await;
    database.close();
    written
}

async fn read(name: &str) -> Option<Blob> {
    let database = open(false).await?;
    let found =
        match store(&database, IdbTransactionMode::Readonly).and_then(|store| store.get(&name.into()).ok()) {
            Some(request) => result(&request).await,
            None => None,
        };
    database.close();
    found?.dyn_into().ok()
}

async fn kept_names() -> Option<Vec<String>> {
    let database = open(false).await?;
    let names = keys(&database).await;
    database.close();
    names
}

async fn keys(database: &IdbDatabase) -> Option<Vec<String>> {
    let request = store(database, IdbTransactionMode::Readonly)?.get_all_keys().ok()?;
    let names = result(&request).await?.dyn_into::<js_sys::Array>().ok()?;
    Some(names.iter().filter_map(|name| name.as_string()).collect())
}

fn factory() -> Option<IdbFactory> {
    web_sys::window()?.indexed_db().ok().flatten()
}

/// The database. If it is not there and shall not be made, none is left behind.
async fn open(make: bool) -> Option<IdbDatabase> {
    let request = factory()?.open_with_u32(DATABASE, 1).ok()?;
    let new = request.clone();
    let _made = EventListener::once(&request, "upgradeneeded", move |_| {
        // What is refused here makes the opening fail, which is heard.
        if make {
            let database = new.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok());
            let _ = database.map(|database| database.create_object_store(STORE));
        } else if let Some(transaction) = new.transaction() {
            let _ = transaction.abort();
        }
    });
    let database: IdbDatabase = result(&request).await?.dyn_into().ok()?;
    // Another tab that erases must not wait for this one.
    let open = database.clone();
    EventListener::once(&database, "versionchange", move |_| open.close()).forget();
    Some(database)
}

async fn delete() -> Option<()> {
    let request = factory()?.delete_database(DATABASE).ok()?;
    settled(&request).await
}

fn store(database: &IdbDatabase, mode: IdbTransactionMode) -> Option<IdbObjectStore> {
    database.transaction_with_str_and_mode(STORE, mode).ok()?.object_store(STORE).ok()
}

/// Changes the store; returns when that is on the device, or refused.
async fn change(
    database: &IdbDatabase,
    change: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Option<()> {
    let store = store(database, IdbTransactionMode::Readwrite)?;
    change(&store).ok()?;
    let transaction = store.transaction();
    let mut listen = |done: js_sys::Function, failed: js_sys::Function| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onabort(Some(&failed));
    };
    JsFuture::from(Promise::new(&mut listen)).await.ok().map(drop)
}

async fn result(request: &IdbRequest) -> Option<JsValue> {
    settled(request).await?;
    request.result().ok()
}

async fn settled(request: &IdbRequest) -> Option<()> {
    let mut listen = |done: js_sys::Function, failed: js_sys::Function| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    };
    JsFuture::from(Promise::new(&mut listen)).await.ok().map(drop)
}
