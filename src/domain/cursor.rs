//! A keyset position in a list, and a slice of one.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};

/// A keyset position: the sort key and the id of the last row that was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The sort key: microseconds since 1970 for times, the score for votes.
    pub key: i64,
    /// The row's id, which breaks ties.
    pub id: i64,
}

/// What stood where a cursor was expected is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor")]
pub struct NotACursor;

impl Cursor {
    /// The position in a list that is ordered by time.
    pub fn at(moment: DateTime<Utc>, id: i64) -> Self {
        Self {
            key: moment.timestamp_micros(),
            id,
        }
    }

    /// The time of a position in such a list; `None` when no calendar has it.
    pub fn moment(self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp_micros(self.key)
    }

    /// Writes the position for an address.
    pub fn encode(self) -> String {
        let mut bytes = [0_u8; 17];
        bytes[..8].copy_from_slice(&self.key.to_be_bytes());
        bytes[8..16].copy_from_slice(&self.id.to_be_bytes());
        bytes[16] = checksum(&bytes[..16]);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads a position of an address; one that was tampered with is refused.
    pub fn decode(text: &str) -> Result<Self, NotACursor> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| NotACursor)?;
        let bytes: [u8; 17] = bytes.try_into().map_err(|_| NotACursor)?;
        let [key @ .., _, _, _, _, _, _, _, _, _] = bytes;
        let [_, _, _, _, _, _, _, _, id @ .., check] = bytes;
        let cursor = Cursor {
            key: i64::from_be_bytes(key),
            id: i64::from_be_bytes(id),
        };
        let is_whole = checksum(&bytes[..16]) == check;
        let is_a_time = (-62_135_596_800_000_000..253_402_300_800_000_000).contains(&cursor.key);
        if is_whole && is_a_time && cursor.id > 0 {
            Ok(cursor)
        } else {
            Err(NotACursor)
        }
    }
}

/// Catches a cursor that was cut or mistyped; it is no secret, and a made-up one does no harm.
fn checksum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0x5a_u8, |sum, byte| sum.rotate_left(3) ^ byte)
}

/// A slice of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageOf<T> {
    /// What stands on the page.
    pub items: Vec<T>,
    /// Where the next page begins, when there is more.
    pub more: Option<Cursor>,
}

impl<T> PageOf<T> {
    /// Cuts a slice to its size; the store reads one row more than that to know whether there is more.
    pub fn cut(mut rows: Vec<T>, size: usize, position: impl Fn(&T) -> Cursor) -> Self {
        let has_more = rows.len() > size;
        rows.truncate(size);
        let more = if has_more { rows.last().map(position) } else { None };
        Self { items: rows, more }
    }

    /// The same slice of other things.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> PageOf<U> {
        PageOf {
            items: self.items.into_iter().map(change).collect(),
            more: self.more,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_in_time_says_its_moment() {
        let moment: DateTime<Utc> = "2026-03-02T09:00:00.000001Z".parse().unwrap();
        assert_eq!(Cursor::at(moment, 7).moment(), Some(moment));
        assert_eq!(Cursor { key: i64::MAX, id: 7 }.moment(), None);
    }

    #[test]
    fn a_cursor_reads_back_and_a_changed_one_does_not() {
        let cursor = Cursor {
            key: 1_700_000_000_000_000,
            id: 42,
        };
        let text = cursor.encode();
        assert_eq!(Cursor::decode(&text), Ok(cursor));
        for (place, _) in text.char_indices() {
            let mut changed = text.clone().into_bytes();
            changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            assert_ne!(Cursor::decode(&changed), Ok(cursor), "{changed}");
        }
        assert_eq!(Cursor::decode(""), Err(NotACursor));
        assert_eq!(Cursor::decode("💥"), Err(NotACursor));
    }
}
