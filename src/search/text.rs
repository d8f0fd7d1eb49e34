//! From text to words: case and accents folded, punctuation and hyphens split, plurals and stop words known.

/// Words that say nothing about what is looked for, as [`words`] writes them, in English and Spanish. They are
/// left out of names, texts and queries alike.
#[rustfmt::skip]
const STOP_WORDS: [&str; 74] = [
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "can", "could", "did", "do",
    "des", // does
    "for", "from", "give", "had", "has", "have", "how", "i", "if", "im", "in", "is", "it", "its", "me", "my", "of",
    "on", "or", "our", "please", "should", "show", "so", "tell", "that", "the", "their", "there", "they", "this",
    "to", "was", "we", "what", "whats", "when", "which", "who", "why", "will", "with", "would", "you", "your",
    "como", "con", "de", "del", "el", "en", "es", "la", "las", "los", "para", "por", "que",
];

/// The base letters of U+00C0 to U+017F (Latin-1 letters and Latin Extended-A). `.` separates words; what stands
/// for two letters (`*`) is spelt out in [`spelt`].
const LATIN: &[u8; 192] = b"\
    aaaaaa*ceeeeiiiidnooooo.ouuuuy**aaaaaa*ceeeeiiiidnooooo.ouuuuy*y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll\
    lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Letters, in lower case, that are written as several.
fn spelt(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        'α' => " alpha ",
        'β' => " beta ",
        'γ' => " gamma ",
        'δ' => " delta ",
        'κ' => " kappa ",
        'λ' => " lambda ",
        'μ' | 'µ' => " mu ",
        'ω' => " omega ",
        _ => return None,
    })
}

/// The words of a text, folded: lower case, no accents, split at everything but letters and digits; apostrophes
/// and accents written apart are dropped, Greek letters spelt out. `ae` and `oe` become `e`, so that the British
/// and the American spelling of medical words are one.
///
/// ```
/// use ask_about_immunotherapy::search::text::words;
/// assert_eq!(words("CAR-T (Células)"), ["car", "t", "celulas"]);
/// assert_eq!(words("Crohn’s, TNF-α, leukaemia"), ["crohns", "tnf", "alpha", "leukemia"]);
/// ```
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for letter in text.chars().map(lower) {
        match spelt(letter) {
            Some(letters) => letters.chars().for_each(|letter| add(&mut words, &mut word, letter)),
            None => add(&mut words, &mut word, folded(letter)),
        }
    }
    end(&mut words, &mut word);
    words
}

/// The lower case of what [`folded`] and [`spelt`] look at. `char::to_lowercase` would bring 11 kB of tables; accented
/// Latin letters need no lower case here, since [`LATIN`] holds both.
fn lower(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        'Æ' => 'æ',
        'Þ' => 'þ',
        'Œ' => 'œ',
        'Ĳ' => 'ĳ',
        'ẞ' => 'ß',
        // Greek and Cyrillic capitals stand 32 places before their small letters.
        'Α'..='Ω' | 'А'..='Я' => char::from_u32(letter as u32 + 32).unwrap_or(letter),
        '\u{2126}' => 'ω',
        '\u{212a}' => 'k',
        '\u{212b}' => 'å',
        _ => letter,
    }
}

/// The base letter of one in lower case, a space for what separates words, NUL for what is dropped.
fn folded(letter: char) -> char {
    match letter {
        'a'..='z' | '0'..='9' => letter,
        '\'' | '’' | '‘' | '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => '\0',
        '\0'..='\u{bf}' => ' ',
        '\u{c0}'..='\u{17f}' => char::from(LATIN[letter as usize - 0xc0]),
        _ if letter.is_alphanumeric() => letter,
        _ => ' ',
    }
}

fn add(words: &mut Vec<String>, word: &mut String, letter: char) {
    match letter {
        '\0' => {}
        ' ' | '.' => end(words, word),
        _ => {
            while letter == 'e' && word.ends_with(['a', 'o']) {
                word.pop();
            }
            word.push(letter);
        }
    }
}

fn end(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

/// Whether a word says nothing about what is looked for.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(&word)
}

/// The form under which a word is kept: one for singular and plural, `tumor` and `tumour`, `alfa` and `alpha`.
///
/// ```
/// use ask_about_immunotherapy::search::text::stem;
/// assert_eq!(["viruses", "biopsies", "inhibitors"].map(stem), ["virus", "biopsy", "inhibitor"]);
/// assert_eq!(["tecartus", "loss", "tumours"].map(stem), ["tecartus", "loss", "tumor"]);
/// ```
pub fn stem(word: &str) -> String {
    let mut stem = singular(word);
    if stem.len() > 4 && stem.ends_with("our") {
        stem.truncate(stem.len() - 2);
        stem.push('r');
    } else if stem == "alfa" {
        "alpha".clone_into(&mut stem);
    }
    stem
}

fn singular(word: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let cut = |letters: usize| word[..word.len() - letters].to_owned();
    if word.len() < 4 || !word.ends_with('s') || ends(&["ss", "us", "is"]) {
        word.to_owned()
    } else if word.len() > 4 && ends(&["ies"]) {
        cut(3) + "y"
    } else if ends(&["xes", "ches", "shes", "sses", "ruses"]) {
        cut(2)
    } else {
        cut(1)
    }
}
