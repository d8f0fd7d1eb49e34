//! Addresses within the app: the part after `#`, so that the folder works at any path and in any frame.
//!
//! Parsing is total: what is not an address of ours becomes [`Route::NotFound`], never an error.

use crate::content::{Row, StepId};

/// A screen of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The first screen, which `index.html` holds.
    Home,
    /// One step of the walkthrough.
    Step(StepId),
    /// One step, to change its answer: it leads back to [`Route::Check`].
    Change(StepId),
    /// What was answered, step by step, before the list is shown.
    Check,
    /// The ten questions for whoever is in a hurry.
    Ten,
    /// The ranked list that the answers bring, to work with.
    Questions,
    /// The list to print.
    Sheet(Paper),
    /// The list at the visit, one question at a time, by its place from 1.
    Visit(usize),
    /// What came of the visit: what was heard, what to do next, what is still open.
    After,
    /// Every list, one for each visit.
    Lists,
    /// The card for the wallet.
    Alert,
    /// Every way to take the list along.
    Take,
    /// A list that came in the address, from another device.
    Open(String),
    /// Search and all treatments; the words that were searched for.
    Treatments(String),
    /// A therapy card, perhaps at one of its rows.
    Card(String, Option<Row>),
    /// Warning signs, perhaps of one treatment.
    Signs(Option<String>),
    /// The glossary, perhaps at one word.
    Words(Option<String>),
    /// The opening article: what is immunotherapy?
    Article,
    /// A statement of the quiz, by its place from 1.
    Quiz(usize),
    /// About the app, privacy, saving and erasing.
    About,
    /// No screen has this address.
    NotFound(String),
}

/// How the list is set out on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// One page for the doctor's eye.
    Page,
    /// Large letters.
    Large,
    /// Every question, with the notes and room to write.
    Full,
}

impl Paper {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Page, Self::Large, Self::Full];

    /// Its word in addresses and in keys of the interface's words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Large => "large",
            Self::Full => "full",
        }
    }
}

impl Route {
    /// Reads an address such as `#/treatments/car-t/good`, with or without `#`.
    ///
    /// ```
    /// use ask_about_immunotherapy::route::Route;
    /// assert_eq!(Route::parse("#/signs/car-t"), Route::Signs(Some("car-t".into())));
    /// assert_eq!(Route::parse(""), Route::Home);
    /// assert_eq!(Route::parse("#/nonsense"), Route::NotFound("/nonsense".into()));
    /// ```
    pub fn parse(hash: &str) -> Self {
        let address = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts[..] {
            [] => Self::Home,
            ["step", id] => Self::Step(StepId::from(id)),
            ["change", id] => Self::Change(StepId::from(id)),
            ["check"] => Self::Check,
            ["ten"] => Self::Ten,
            ["questions"] => Self::Questions,
            ["print"] => Self::Sheet(Paper::Page),
            ["print", paper] => match Paper::ALL.into_iter().find(|known| known.as_str() == paper) {
                Some(paper) => Self::Sheet(paper),
                None => Self::NotFound(path.to_owned()),
            },
            ["visit"] => Self::Visit(1),
            ["visit", place] => match place.parse() {
                Ok(place) => Self::Visit(place),
                Err(_) => Self::NotFound(path.to_owned()),
            },
            ["after"] => Self::After,
            ["lists"] => Self::Lists,
            ["alert"] => Self::Alert,
            ["take"] => Self::Take,
            ["open", data] => Self::Open(data.to_owned()),
            ["treatments"] => Self::Treatments(decode(query.strip_prefix("q=").unwrap_or_default())),
            ["treatments", id] => Self::Card(id.to_owned(), None),
            ["treatments", id, row] => match Row::ALL.into_iter().find(|known| known.as_str() == row) {
                Some(row) => Self::Card(id.to_owned(), Some(row)),
                None => Self::NotFound(path.to_owned()),
            },
            ["signs"] => Self::Signs(None),
            ["signs", class] => Self::Signs(Some(class.to_owned())),
            ["words"] => Self::Words(None),
            ["words", id] => Self::Words(Some(id.to_owned())),
            ["immunotherapy"] => Self::Article,
            ["quiz"] => Self::Quiz(1),
            ["quiz", place] => match place.parse() {
                Ok(place) => Self::Quiz(place),
                Err(_) => Self::NotFound(path.to_owned()),
            },
            ["about"] => Self::About,
            _ => Self::NotFound(path.to_owned()),
        }
    }

    /// The address to link to. `Route::parse(route.to_hash())` is the same route.
    pub fn to_hash(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Step(id) => format!("#/step/{}", encode(id.as_str())),
            Self::Change(id) => format!("#/change/{}", encode(id.as_str())),
            Self::Check => "#/check".to_owned(),
            Self::Ten => "#/ten".to_owned(),
            Self::Questions => "#/questions".to_owned(),
            Self::Sheet(Paper::Page) => "#/print".to_owned(),
            Self::Sheet(paper) => format!("#/print/{}", paper.as_str()),
            Self::Visit(place) => format!("#/visit/{place}"),
            Self::After => "#/after".to_owned(),
            Self::Lists => "#/lists".to_owned(),
            Self::Alert => "#/alert".to_owned(),
            Self::Take => "#/take".to_owned(),
            Self::Open(data) => format!("#/open/{}", encode(data)),
            Self::Treatments(words) if words.is_empty() => "#/treatments".to_owned(),
            Self::Treatments(words) => format!("#/treatments?q={}", encode(words)),
            Self::Card(id, None) => format!("#/treatments/{}", encode(id)),
            Self::Card(id, Some(row)) => format!("#/treatments/{}/{}", encode(id), row.as_str()),
            Self::Signs(None) => "#/signs".to_owned(),
            Self::Signs(Some(class)) => format!("#/signs/{}", encode(class)),
            Self::Words(None) => "#/words".to_owned(),
            Self::Words(Some(id)) => format!("#/words/{}", encode(id)),
            Self::Article => "#/immunotherapy".to_owned(),
            Self::Quiz(place) => format!("#/quiz/{place}"),
            Self::About => "#/about".to_owned(),
            Self::NotFound(path) => format!("#{path}"),
        }
    }
}

/// Writes everything but unreserved ASCII as `%XX` (RFC 3986, section 2.1).
fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            const HEX: [char; 16] =
                ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
            out.extend(['%', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        }
        out
    })
}

/// Reads `%XX`; a percent sign without two hexadecimal digits stands for itself.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let pair =
            bytes.get(at + 1..at + 3).filter(|pair| byte == b'%' && pair.iter().all(u8::is_ascii_hexdigit));
        let pair = pair.and_then(|pair| std::str::from_utf8(pair).ok());
        if let Some(value) = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            out.push(value);
            at += 3;
        } else {
            out.push(byte);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
