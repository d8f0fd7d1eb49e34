//! The browser's own functions, thin and total: what is missing or refused comes back as `None`, `false` or an
//! error value, and nothing here panics. Knows the web, and not Leptos.

pub mod clock;
pub mod device;
pub mod drag;
pub mod kept;
pub mod leaving;
pub mod location;
pub mod page;
pub mod recorder;
pub mod recordings;
pub mod storage;
pub mod tabs;
pub mod turning;
pub mod wake;
