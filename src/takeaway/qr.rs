//! A link as a QR code (ISO/IEC 18004), for the camera of another phone.
//!
//! The screen draws it as one path in an inline SVG: dark on a light ground, also in dark colours, because many
//! scanners do not read light on dark.
//!
//! ```
//! # use ask_about_immunotherapy::takeaway::qr;
//! let code = qr::draw("https://any.host/app/#/open/1.CHECK.DATA").unwrap();
//! let svg = format!(r#"<svg viewBox="0 0 {0} {0}"><path d="{1}"/></svg>"#, code.side, code.path);
//! assert!(svg.contains("M4 4h7v1h-7z"), "the first corner stands behind a quiet zone of four modules");
//! ```

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::{self, Write as _};

/// Light modules around the code, which scanners need to find it.
pub const QUIET: usize = 4;

/// The largest version that is drawn: 117 modules wide, which a phone's camera still tells apart on another phone's
/// screen. (Version 40 has 177.)
const LARGEST: u8 = 25;

/// The most bytes of a text that is drawn: what version 25 holds at the lowest error correction.
pub const LIMIT: usize = 1273;

/// A drawn code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Width and height in modules, quiet zone included: the `viewBox` is `0 0 side side`.
    pub side: usize,
    /// The dark modules, for the `d` of a path that is filled black on white; each module is 1 by 1.
    pub path: String,
    /// From 1 (21 modules) to 25 (117 modules).
    pub version: u8,
    /// Whether it is still read with 15% of it unreadable; else with 7%.
    pub sturdy: bool,
}

/// The text is longer than [`LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("This list is too long for a picture that a phone can read. Send the link, or save the list as a file and open the file on the other device.")
    }
}

impl std::error::Error for TooLong {}

/// The code of a text, at medium error correction where that fits, else at low.
pub fn draw(text: &str) -> Result<Qr, TooLong> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let code = |level| {
        // Not boosted: a higher level than medium is of less use on a screen than larger modules.
        QrCode::encode_segments_advanced(&segments, level, Version::MIN, Version::new(LARGEST), None, false)
            .ok()
    };
    let medium = code(QrCodeEcc::Medium);
    let sturdy = medium.is_some();
    let code = medium.or_else(|| code(QrCodeEcc::Low)).ok_or(TooLong)?;
    let size = code.size();
    Ok(Qr { side: size as usize + 2 * QUIET, path: path(&code), version: code.version().value(), sturdy })
}

/// Each run of dark modules in a row as a bar.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut start = 0;
        while start < code.size() {
            let dark = |x: &i32| code.get_module(*x, y);
            let end = (start..code.size()).find(|x| !dark(x)).unwrap_or(code.size());
            if start < end {
                let (x, y, length) = (start as usize + QUIET, y as usize + QUIET, end - start);
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
            start = end + 1;
        }
    }
    path
}
