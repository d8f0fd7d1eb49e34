//! A folder as a static web site on this computer, for `make serve`, `make bench` and the whole-app tests.
//!
//! The folder stands at `/` and again at [`PORTAL`], with the headers that `docs/` asks of a host. Every site runs
//! on a thread of its own: [`Site::stop`] closes the listener and every open connection before it returns, so that
//! "the server is stopped" is true in a test.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderName, LOCATION, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::any};
use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

/// The second place of the folder: a portal's sub-path.
pub(crate) const PORTAL: &str = "/portal/app/";

/// A request that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Such as `GET`.
    pub(crate) method: String,
    /// Path and query; of a request to a proxy the whole address.
    pub(crate) path: String,
    /// The host that it was meant for, with its port.
    pub(crate) host: String,
}

/// A folder that is served.
#[derive(Debug)]
pub(crate) struct Site {
    /// Where it listens. It stays the same when the site is stopped and started again.
    pub(crate) address: SocketAddr,
    shared: Arc<Shared>,
    running: Option<Running>,
}

#[derive(Debug, Default)]
struct Shared {
    asked: Mutex<Vec<Asked>>,
    pages: Mutex<BTreeMap<String, String>>,
}

#[derive(Debug)]
struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Site {
    /// Serves a folder on a port of this computer; 0 takes a free one.
    pub(crate) fn start(folder: &Path, port: u16) -> io::Result<Self> {
        let shared = Arc::<Shared>::default();
        let (address, running) = run(folder, port, &shared)?;
        Ok(Self { address, shared, running: Some(running) })
    }

    /// Stops listening and closes every open connection. It returns when that is done.
    pub(crate) fn stop(&mut self) {
        if let Some(Running { stop, thread }) = self.running.take() {
            // Both fail only when the thread has ended already.
            let _ = stop.send(());
            let _ = thread.join();
        }
    }

    /// Serves a folder, the same or another, at the same address.
    pub(crate) fn restart(&mut self, folder: &Path) -> io::Result<()> {
        self.stop();
        let (_, running) = run(folder, self.address.port(), &self.shared)?;
        self.running = Some(running);
        Ok(())
    }

    /// The address of a path that starts with `/`.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The same under another name of this computer, which for a browser is another site.
    pub(crate) fn foreign_url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.address.port())
    }

    /// Adds a page of a test, such as a portal that frames the app. It comes before a file of that name.
    pub(crate) fn add_page(&self, path: &str, html: impl Into<String>) {
        held(&self.shared.pages).insert(path.to_owned(), html.into());
    }

    /// Every request so far, of all runs.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        held(&self.shared.asked).clone()
    }

    /// Forgets the requests so far.
    pub(crate) fn forget(&self) {
        held(&self.shared.asked).clear();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A lock; what a panicking test left in it is still right.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Listens before it returns, so that the first request finds the site.
fn run(folder: &Path, port: u16, shared: &Arc<Shared>) -> io::Result<(SocketAddr, Running)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let router = router(folder, shared);
    let (stop, stopped) = oneshot::channel();
    let thread = std::thread::Builder::new().name(format!("site {address}")).spawn(move || {
        runtime.block_on(async {
            let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
            tokio::select! {
                _ = axum::serve(listener, router) => {}
                _ = stopped => {}
            }
        });
        // Dropping the runtime drops every connection.
        drop(runtime);
    })?;
    Ok((address, Running { stop, thread }))
}

fn router(folder: &Path, shared: &Arc<Shared>) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let portal = PORTAL.trim_end_matches('/');
    Router::new()
        .route(portal, any((StatusCode::PERMANENT_REDIRECT, [(LOCATION, PORTAL)])))
        .nest_service(PORTAL, files.clone().redirect_path_prefix(portal))
        .fallback_service(files)
        .layer(from_fn_with_state(Arc::clone(shared), attend))
}

/// Notes the request, answers it, and adds the headers.
async fn attend(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    held(&shared.asked).push(Asked {
        method: request.method().to_string(),
        path: request.uri().to_string(),
        host: host.to_owned(),
    });
    let page = held(&shared.pages).get(&path).cloned();
    let mut response = match page {
        Some(html) => ([(CONTENT_TYPE, "text/html; charset=utf-8")], Body::from(html)).into_response(),
        None => next.run(request).await,
    };
    let known = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    for (name, value) in headers(&path, known) {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// What a host should send with a file of the app. That a file is missing must not be remembered.
fn headers(path: &str, known: bool) -> Vec<(HeaderName, &'static str)> {
    let cache = if known && is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut headers = vec![
        (CACHE_CONTROL, cache),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ];
    if known && path.ends_with(".webmanifest") {
        headers.push((CONTENT_TYPE, "application/manifest+json"));
    }
    headers
}

/// Whether the name says what is in the file: it holds a hash, as in `boot-0123456789abcdef.js`.
pub(crate) fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '_', '.']).any(|part| {
        part.len() >= 12
            && part.bytes().all(|byte| byte.is_ascii_hexdigit())
            && part.bytes().any(|byte| byte.is_ascii_digit())
    })
}
