//! Keeping the screen on (Screen Wake Lock). A browser without it, a frame without the permission and a battery that
//! runs low all refuse; who holds it is told how it stands.

use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::EventTarget;

type Told = Rc<dyn Fn(bool)>;

struct Held {
    told: Told,
    lock: Option<EventTarget>,
    /// Hears when the browser takes the lock back.
    ended: Option<EventListener>,
    _shown: Option<EventListener>,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
    /// Whether the browser is being asked: it gives one lock for each request.
    static ASKING: Cell<bool> = const { Cell::new(false) };
}

/// Keeps the screen on until [`release`]. `told` hears whether it stays on, now and whenever that changes; it takes the
/// place of an earlier one.
pub fn hold(told: impl Fn(bool) + 'static) {
    let told: Told = Rc::new(told);
    let on = HELD.with_borrow_mut(|held| {
        let held =
            held.get_or_insert_with(|| Held { told: told.clone(), lock: None, ended: None, _shown: shown() });
        held.told = told.clone();
        held.lock.is_some()
    });
    if on {
        told(true);
    } else {
        ask();
    }
}

/// Lets the screen go off again.
pub fn release() {
    let lock = HELD.take().and_then(|held| held.lock);
    if let Some(lock) = lock {
        give_back(&lock);
    }
}

/// The browser takes the lock back when the page is hidden; it is asked again when the page is shown.
fn shown() -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let seen = document.clone();
    Some(EventListener::new(&document, "visibilitychange", move |_| {
        if !seen.hidden() {
            ask();
        }
    }))
}

fn ask() {
    let waits = HELD.with_borrow(|held| held.as_ref().is_some_and(|held| held.lock.is_none()));
    if !waits || ASKING.replace(true) {
        return;
    }
    spawn_local(async {
        let lock = match request() {
            Some(promise) => JsFuture::from(promise).await.ok().map(JsValue::unchecked_into::<EventTarget>),
            None => None,
        };
        ASKING.set(false);
        took(lock);
    });
}

fn took(lock: Option<EventTarget>) {
    let on = lock.is_some();
    let ended = lock.as_ref().map(|lock| EventListener::new(lock, "release", |_| lost()));
    let told = HELD.with_borrow_mut(|held| {
        let held = held.as_mut()?;
        (held.lock, held.ended) = (lock.clone(), ended);
        Some(held.told.clone())
    });
    match (told, lock) {
        (Some(told), _) => told(on),
        // Nobody wants it any more.
        (None, Some(lock)) => give_back(&lock),
        (None, None) => {}
    }
}

fn lost() {
    let told = HELD.with_borrow_mut(|held| {
        let held = held.as_mut()?;
        held.lock = None;
        Some(held.told.clone())
    });
    if let Some(told) = told {
        told(false);
    }
}

fn request() -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let lock = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
    call(&lock, "request", Some("screen"))?.dyn_into().ok()
}

fn give_back(lock: &EventTarget) {
    // A lock that is gone already need not be given back.
    let _ = call(lock, "release", None);
}

fn call(on: &JsValue, name: &str, with: Option<&str>) -> Option<JsValue> {
    let function: Function = Reflect::get(on, &name.into()).ok()?.dyn_into().ok()?;
    match with {
        Some(with) => function.call1(on, &with.into()).ok(),
        None => function.call0(on).ok(),
    }
}
