//! The time and chance, which the plain rooms take as parameters.

use js_sys::{Date, Math};

/// Now in UTC, as ISO 8601.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// Today where the person is, `YYYY-MM-DD`.
pub fn today() -> String {
    let date = Date::new_0();
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// A random UUID (version 4), to tell files apart; nothing secret rests on it.
pub fn uuid() -> String {
    let digit = |place: usize| match place {
        12 => '4',
        16 => char::from_digit(8 + (Math::random() * 4.0) as u32, 16).unwrap_or('8'),
        _ => char::from_digit((Math::random() * 16.0) as u32, 16).unwrap_or('0'),
    };
    let digits: String = (0..32).map(digit).collect();
    [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
}
