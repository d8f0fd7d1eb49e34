//! What the device can do with the list: share, copy, print, keep a file and open one.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlTextAreaElement, Url};

/// Puts text on the clipboard and says whether that worked. Where the clipboard is refused (a frame without the
/// permission, an old browser), a selected text area is copied instead.
pub fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    let clipboard = web_sys::window()
        .and_then(|window| js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).ok())
        .and_then(|value| value.dyn_into::<web_sys::Clipboard>().ok());
    spawn_local(async move {
        let written = match clipboard {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        done(written || copy_selected(&text).unwrap_or(false));
    });
}

fn copy_selected(text: &str) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    body.append_child(&area).ok()?;
    area.select();
    let command =
        js_sys::Reflect::get(&document, &"execCommand".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let copied = command.call1(&document, &"copy".into()).ok().as_ref().and_then(JsValue::as_bool);
    area.remove();
    copied
}

/// What became of a press on "Share".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The device took it.
    Yes,
    /// The person closed the share sheet.
    Cancelled,
    /// The browser has no share sheet, or the frame may not use it.
    Impossible,
}

/// Hands text to the share sheet of the device.
pub fn share(title: &str, text: &str, done: impl FnOnce(Shared) + 'static) {
    let data = js_sys::Object::new();
    for (name, value) in [("title", title), ("text", text)] {
        // Setting a field of a new object cannot fail.
        let _ = js_sys::Reflect::set(&data, &name.into(), &value.into());
    }
    let asked = web_sys::window().and_then(|window| {
        let navigator = window.navigator();
        let share: js_sys::Function =
            js_sys::Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
        share.call1(&navigator, &data).ok()?.dyn_into::<js_sys::Promise>().ok()
    });
    let Some(asked) = asked else { return done(Shared::Impossible) };
    spawn_local(async move {
        done(match JsFuture::from(asked).await {
            Ok(_) => Shared::Yes,
            Err(reason) if named(&reason, "AbortError") => Shared::Cancelled,
            Err(_) => Shared::Impossible,
        });
    });
}

/// Whether a reason that the browser gives has this name.
fn named(reason: &JsValue, name: &str) -> bool {
    js_sys::Reflect::get(reason, &"name".into()).is_ok_and(|found| found == *name)
}

/// The text of the file that was chosen in a field, unless there is none, it cannot be read, or it has more than
/// `limit` bytes: then nothing.
pub fn read_chosen(
    field: &web_sys::HtmlInputElement,
    limit: usize,
    done: impl FnOnce(Option<String>) + 'static,
) {
    let file = field.files().and_then(|files| files.get(0)).filter(|file| file.size() <= limit as f64);
    let Some(file) = file else { return done(None) };
    let text = file.text();
    // The same file can be chosen again.
    field.set_value("");
    spawn_local(async move { done(JsFuture::from(text).await.ok().and_then(|text| text.as_string())) });
}

/// Opens the print dialog. A frame without `allow-modals` ignores it silently; no code can tell.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Offers a file for download; whether the browser took it.
pub fn save_file(name: &str, kind: &str, text: &str) -> bool {
    offer(name, kind, text).is_some()
}

fn offer(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address).ok()
}
