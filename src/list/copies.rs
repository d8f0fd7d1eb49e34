//! Opening the newest of several copies that can be read.

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened<T, E> {
    /// The newest that could be read, with its text.
    pub found: Option<(T, String)>,
    /// Those before it that could not, each with the reason.
    pub damaged: Vec<(E, String)>,
}

/// Opens the first of these copies, the newest first, that can be read. Copies behind it are not looked at.
///
/// ```
/// use ask_about_immunotherapy::list::open_newest;
/// let copies = ["4x", "3", "2"].map(str::to_owned);
/// let opened = open_newest(copies, |text| text.parse::<u8>().map_err(drop));
/// assert_eq!(opened.found, Some((3, "3".to_owned())));
/// assert_eq!(opened.damaged, [((), "4x".to_owned())]);
/// ```
pub fn open_newest<T, E>(
    copies: impl IntoIterator<Item = String>,
    read: impl Fn(&str) -> Result<T, E>,
) -> Opened<T, E> {
    let mut damaged = Vec::new();
    for text in copies {
        match read(&text) {
            Ok(value) => return Opened { found: Some((value, text)), damaged },
            Err(reason) => damaged.push((reason, text)),
        }
    }
    Opened { found: None, damaged }
}
