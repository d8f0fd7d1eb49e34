//! The browser's entry: `public/boot.js` calls these two with the content it fetched.

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
mod entry {
    use js_sys::Promise;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Starts the app with the catalog, as JSON, and a promise of the style sheet of the later screens.
    #[wasm_bindgen]
    pub fn start(catalog: &str, styles: Promise) -> Result<(), String> {
        ask_about_immunotherapy::app::start(catalog, styles)
    }

    /// Adds what is read later, as JSON.
    #[wasm_bindgen]
    pub fn add_details(details: &str) -> Result<(), String> {
        ask_about_immunotherapy::app::add_details(details)
    }
}

fn main() {}
