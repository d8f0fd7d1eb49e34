//! What is on printed pages, as an independent reader of PDF sees it: poppler's `pdftotext` and `pdftoppm`.

use crate::browser::{Browser, root};
use serde_json::json;
use std::path::PathBuf;
use std::process::Command;
use thirtyfour::common::print::{PrintPage, PrintParameters};

/// A4 and US Letter, in centimetres.
pub(crate) const PAPERS: [(&str, f64, f64); 2] = [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)];

/// Points in a millimetre.
pub(crate) const POINTS: f64 = 72.0 / 25.4;

/// A printed document.
#[derive(Debug)]
pub(crate) struct Pdf {
    file: PathBuf,
    /// Its pages.
    pub(crate) pages: Vec<Page>,
}

/// A page; lengths are in points, from its upper left corner.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Its width.
    pub(crate) width: f64,
    /// Its height.
    pub(crate) height: f64,
    /// Every word on it.
    pub(crate) words: Vec<Word>,
}

/// A word: its letters, and the box it stands in.
#[derive(Debug)]
pub(crate) struct Word {
    /// Its letters.
    pub(crate) text: String,
    /// Left, upper, right and lower edge.
    pub(crate) edges: [f64; 4],
}

impl Pdf {
    /// Reads a document, and leaves it in `target/screenshots/` for the eye.
    pub(crate) fn read(name: &str, bytes: &[u8]) -> Self {
        let folder = root().join("target/screenshots");
        std::fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join(format!("{name}.pdf"));
        std::fs::write(&file, bytes).expect("a file");
        let found = Command::new("pdftotext").args(["-raw", "-bbox"]).arg(&file).arg("-").output();
        let found = found.expect("pdftotext, of poppler-utils");
        assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
        let mut pages: Vec<Page> = Vec::new();
        for line in String::from_utf8_lossy(&found.stdout).lines().map(str::trim) {
            let number = |name: &str| {
                let rest = line.split(&format!("{name}=\"")).nth(1).unwrap_or_default();
                rest.split('"').next().unwrap_or_default().parse::<f64>().expect("a number")
            };
            if line.starts_with("<page ") {
                pages.push(Page { width: number("width"), height: number("height"), words: Vec::new() });
            } else if line.starts_with("<word ") {
                let text =
                    line.split('>').nth(1).and_then(|text| text.strip_suffix("</word")).expect("a word");
                let plain = [
                    ("&lt;", "<"),
                    ("&gt;", ">"),
                    ("&quot;", "\""),
                    ("&apos;", "'"),
                    ("&#39;", "'"),
                    ("&amp;", "&"),
                ];
                let text =
                    plain.iter().fold(text.to_owned(), |text, (coded, letter)| text.replace(coded, letter));
                let edges = ["xMin", "yMin", "xMax", "yMax"].map(number);
                pages.last_mut().expect("a page before its words").words.push(Word { text, edges });
            }
        }
        Self { file, pages }
    }

    /// Every word of every page.
    pub(crate) fn text(&self) -> String {
        self.pages.iter().map(Page::text).collect::<Vec<_>>().join(" ")
    }

    /// How many pages hold these words, without a break between them.
    pub(crate) fn pages_with(&self, words: &str) -> usize {
        self.pages.iter().filter(|page| page.has(words)).count()
    }

    /// That every word stands whole within the margins, in millimetres, of its page.
    pub(crate) fn assert_nothing_cut(&self, margin: f64) {
        let margin = margin * POINTS - 0.5;
        for (number, page) in self.pages.iter().enumerate() {
            for word in &page.words {
                let [left, top, right, bottom] = word.edges;
                let within =
                    left >= margin && top >= 0.0 && right <= page.width - margin && bottom <= page.height;
                assert!(within, "page {}: {word:?} of {} x {}", number + 1, page.width, page.height);
            }
        }
    }

    /// That it is drawn without any colour.
    pub(crate) fn assert_black_and_white(&self) {
        let drawn = Command::new("pdftoppm").args(["-r", "60"]).arg(&self.file).output();
        let drawn = drawn.expect("pdftoppm, of poppler-utils").stdout;
        // One PPM after the other: three lines of letters, then three bytes a dot.
        let mut rest = &drawn[..];
        let mut dark = 0;
        while rest.starts_with(b"P6") {
            let mut lines = rest.splitn(4, |byte| *byte == b'\n');
            let size = String::from_utf8_lossy(lines.nth(1).expect("the size")).into_owned();
            let dots: usize = size.split(' ').map(|side| side.parse::<usize>().expect("a side")).product();
            let picture = lines.nth(1).expect("the dots");
            for dot in picture[..3 * dots].chunks(3) {
                let spread = dot.iter().max().unwrap() - dot.iter().min().unwrap();
                assert!(spread <= 2, "a coloured dot: {dot:?}");
                dark += usize::from(dot[0] < 128);
            }
            rest = &picture[3 * dots..];
        }
        assert!(dark > 500, "nothing is drawn");
    }
}

impl Page {
    /// Its words in reading order, one space between two.
    pub(crate) fn text(&self) -> String {
        self.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Whether these words stand on it one after the other. (A word broken at a hyphen counts as whole.)
    pub(crate) fn has(&self, words: &str) -> bool {
        squeezed(&self.text()).contains(&squeezed(words))
    }
}

/// Without spaces: where lines and words are broken says nothing about what is there.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Prints the page.
pub(crate) async fn print(browser: &Browser, name: &str, (paper, width, height): (&str, f64, f64)) -> Pdf {
    let page = PrintPage { width, height };
    let printed = browser.driver.print_page(PrintParameters { page, ..PrintParameters::default() }).await;
    Pdf::read(&format!("{name}-{paper}"), &printed.expect("a PDF"))
}

/// Prints the page as a person does who leaves the browser's own head and foot switched on.
pub(crate) async fn print_with_furniture(browser: &Browser, name: &str) -> Pdf {
    let printed = browser.chromium("Page.printToPDF", json!({"displayHeaderFooter": true})).await;
    Pdf::read(name, &from_base64(printed["data"].as_str().expect("a PDF")))
}

fn from_base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let value = LETTERS.iter().position(|known| *known == letter).expect("base64");
        held = (held << 6) | u32::try_from(value).expect("under 64");
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).expect("a byte"));
        }
    }
    bytes
}
