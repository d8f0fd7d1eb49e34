//! Bytes as letters that an address may hold: base64url (RFC 4648, section 5) without padding, and a check sum.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bytes as letters.
pub(super) fn letters(bytes: &[u8]) -> String {
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let three =
            chunk.iter().fold(0, |three, byte| three << 8 | usize::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            out.push(char::from(LETTERS[three >> (18 - 6 * place) & 63]));
        }
    }
    out
}

/// The bytes that [`letters`] wrote. Another way to write the same bytes is refused, so that no change is missed.
pub(super) fn bytes(letters: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for chunk in letters.as_bytes().chunks(4) {
        let mut three = 0;
        for letter in chunk {
            three = three << 6 | LETTERS.iter().position(|known| known == letter)?;
        }
        three <<= 6 * (4 - chunk.len());
        let count = chunk.len() - 1;
        if count == 0 || three << (8 * count) & 0xff_ffff != 0 {
            return None;
        }
        out.extend((0..count).map(|place| (three >> (16 - 8 * place)) as u8));
    }
    Some(out)
}

/// CRC-32 as in ISO 3309 and PNG: any one change of up to 32 bits in a row shows.
pub(super) fn check_sum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_standard() {
        for (plain, written) in
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("ÿ~", "w79-")]
        {
            assert_eq!(letters(plain.as_bytes()), written);
            assert_eq!(bytes(written).as_deref(), Some(plain.as_bytes()));
        }
        assert_eq!(letters(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn other_letters_and_other_spellings_are_refused() {
        for wrong in ["A", "Zg==", "Zh", "Zm9", "Zm9vA", "Z g", "Zé", "Zm+v", "Zm/v"] {
            assert_eq!(bytes(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_check_sum_is_that_of_the_standard() {
        assert_eq!(check_sum(b"123456789"), 0xcbf4_3926);
    }
}
