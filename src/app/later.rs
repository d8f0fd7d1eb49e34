//! The screens that come after the first ones: their code is a part of the program of its own, `later`, which is
//! fetched as soon as the app has started. Home, the steps and the treatments do not wait for it. Reading what comes
//! second (questions, drugs, card bodies, a kept list) is in it too.
//!
//! Only the release build divides the program (feature `split`, see `.ci/build`); elsewhere the same screens are
//! called directly, and are there at once.

use super::dom::El;
use super::pages;
use super::screen;
use super::state::State;
use crate::browser::page;
use crate::content::read;
use crate::route::Route;
use js_sys::Promise;
use std::cell::Cell;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Whether the later part of the program is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Later {
    /// It is on its way.
    Loading,
    /// Its screens can be drawn.
    Here,
    /// It could not be fetched. The person can try again.
    Failed,
}

/// Fetches the later part. Its screens wait for their style sheet too, which `boot.js` promises: without it they would
/// be shown plain first. A style sheet that cannot be fetched keeps nobody from reading.
pub(super) fn fetch(state: State, styles: Option<Promise>) {
    state.later.set(Later::Loading);
    spawn_local(async move {
        let found = load().await.is_ok();
        if let Some(styles) = styles {
            let _ = JsFuture::from(styles).await;
        }
        // Who was led to the heading of a screen that waited is led to where the screen begins. Nobody else is.
        let waits = page::holds_focus("page");
        state.later.set(if found { Later::Here } else { Later::Failed });
        if let Some(details) = WAITING.take().filter(|_| found) {
            // They waited for this part, which could not be fetched at first. Nobody but these screens can say now
            // that they cannot be read.
            let failed = take_in(state, details).await.is_err();
            if failed {
                state.later.set(Later::Failed);
            }
        }
        if found && waits {
            page::soon(move || screen::lead(&state.route.get_untracked()));
        }
    });
}

/// Takes in what comes second, as JSON, once the later part is there.
///
/// # Errors
/// The details cannot be read.
pub(super) async fn take_in(state: State, details: String) -> Result<(), String> {
    match reading(state, details.clone()).await {
        Ok(()) => Ok(()),
        Err(Missing::Details(reason)) => Err(reason),
        // Its screens say so and offer to try again: then the details are read.
        Err(Missing::Part) => {
            WAITING.set(Some(details));
            Ok(())
        }
    }
}

/// Why what comes second could not be taken in.
enum Missing {
    /// The later part of the program could not be fetched.
    #[cfg_attr(not(feature = "split"), expect(dead_code, reason = "undivided, the part is always there"))]
    Part,
    /// The details cannot be read.
    Details(String),
}

thread_local! {
    /// Details that wait for the later part.
    static WAITING: Cell<Option<String>> = const { Cell::new(None) };
}

fn second(state: State, details: &str) -> Result<(), Missing> {
    let second = read::details(details).map_err(|error| Missing::Details(format!("details: {error}")))?;
    state.add_second(second);
    Ok(())
}

/// A later screen, or what there is to say until it is there.
pub(super) fn screen(state: State, route: Route, title: &str) -> Vec<El> {
    match state.later.get() {
        Later::Here => draw(state, route),
        Later::Loading => vec![pages::waiting::loading(state, title)],
        Later::Failed => {
            page::announce(state.say("later.failed"));
            vec![pages::waiting::failed(state, title)]
        }
    }
}

/// Every screen of the later part. What only these call is not in the first part.
fn screens(state: State, route: Route) -> Vec<El> {
    let page = match route {
        Route::Check => pages::check::page(state),
        Route::Ten => pages::ten::page(state),
        Route::Questions => pages::questions::page(state),
        Route::Sheet(paper) => pages::sheet::page(state, paper),
        Route::Visit(place) => pages::visit::page(state, place),
        Route::After => pages::after::page(state),
        Route::Lists => pages::lists::page(state),
        Route::Alert => pages::alert::page(state),
        Route::Take => pages::take::page(state),
        Route::Open(data) => pages::open::page(state, &data),
        Route::Card(id, row) => pages::card::page(state, &id, row),
        Route::Signs(class) => pages::signs::page(state, class.as_deref()),
        Route::Words(id) => pages::words::page(state, id),
        Route::Article => pages::article::page(state),
        Route::Quiz(place) => pages::quiz::page(state, place),
        Route::About => pages::about::page(state),
        Route::Home | Route::Step(_) | Route::Change(_) | Route::Treatments(_) | Route::NotFound(_) => {
            return Vec::new();
        }
    };
    vec![page]
}

#[cfg(feature = "split")]
use split::{draw, load, reading};

/// Where the build divides the program.
#[cfg(feature = "split")]
mod split {
    use super::{El, Missing, Route, State};
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[allow(clippy::unnecessary_wraps, reason = "the loader's error is put in around it")]
    #[wasm_split(later, preload(load), fallible)]
    pub(super) fn divided(state: State, route: Route) -> Result<Vec<El>, SplitLoaderError> {
        Ok(super::screens(state, route))
    }

    impl From<SplitLoaderError> for Missing {
        fn from(_: SplitLoaderError) -> Self {
            Self::Part
        }
    }

    #[wasm_split(later, fallible)]
    pub(super) fn reading(state: State, details: String) -> Result<(), Missing> {
        super::second(state, &details)
    }

    /// Draws at once: the part is there, so the call has nothing to wait for.
    pub(super) fn draw(state: State, route: Route) -> Vec<El> {
        match pin!(divided(state, route)).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Ok(parts)) => parts,
            Poll::Ready(Err(_)) | Poll::Pending => Vec::new(),
        }
    }
}

#[cfg(not(feature = "split"))]
use screens as draw;

#[cfg(not(feature = "split"))]
fn reading(state: State, details: String) -> std::future::Ready<Result<(), Missing>> {
    std::future::ready(second(state, &details))
}

#[cfg(not(feature = "split"))]
fn load() -> std::future::Ready<Result<(), std::convert::Infallible>> {
    std::future::ready(Ok(()))
}
