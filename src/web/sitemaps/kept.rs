//! Sitemaps that were made lately, compressed: robots come in crowds, and a part is fifty readings of the database.

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix_web::web::Bytes;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use futures_util::stream::{self, Stream};

use crate::web::cache::{Moment, PageCache, Shows};

/// How long a part is kept at most; what others may keep says the same.
const LONGEST: Duration = Duration::from_secs(600);
/// Bytes of all that is kept.
const ROOM: usize = 16 * 1024 * 1024;
/// Bytes that are unpacked at once.
const PIECE: usize = 64 * 1024;

/// One file of the sitemap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// All, or the index of the parts.
    Whole,
    /// All that is no thread.
    Pages,
    /// The threads of a range of ids.
    Threads(i64),
}

/// The files that were made lately.
#[derive(Default)]
pub struct Sitemaps {
    kept: Mutex<HashMap<Part, Kept>>,
}

struct Kept {
    packed: Bytes,
    made_at: Instant,
    born: Moment,
}

impl Sitemaps {
    /// A file that is kept, unless something that it may list has gone since.
    pub fn find(&self, part: Part, pages: &PageCache) -> Option<Bytes> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|_, one| one.made_at.elapsed() < LONGEST && pages.holds(Shows::Addresses, one.born));
        kept.get(&part).map(|one| one.packed.clone())
    }

    /// Keeps a file; the oldest make room for it.
    pub fn keep(&self, part: Part, packed: Bytes, born: Moment) {
        if packed.len() > ROOM {
            return;
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.remove(&part);
        while kept.values().map(|one| one.packed.len()).sum::<usize>() + packed.len() > ROOM {
            let oldest = kept.iter().min_by_key(|(_, one)| one.made_at).map(|(part, _)| *part);
            oldest.and_then(|part| kept.remove(&part));
        }
        let made_at = Instant::now();
        kept.insert(part, Kept { packed, made_at, born });
    }
}

/// A file while it is made: it is never whole in memory but compressed.
pub struct Packing(GzEncoder<Vec<u8>>);

impl Packing {
    /// A file that begins with this.
    pub fn of(xml: &str) -> Self {
        let mut packing = Self(GzEncoder::new(Vec::new(), Compression::default()));
        packing.push(xml);
        packing
    }

    /// Goes on with this.
    pub fn push(&mut self, xml: &str) {
        // Writing into memory cannot fail.
        let _written = self.0.write_all(xml.as_bytes());
    }

    /// The whole file.
    pub fn finish(self) -> Option<Bytes> {
        self.0.finish().ok().map(Bytes::from)
    }
}

/// The file for whoever does not take it compressed, piece by piece.
pub fn unpacked(packed: Bytes) -> impl Stream<Item = Result<Bytes, std::io::Error>> {
    stream::unfold(GzDecoder::new(Cursor::new(packed)), |mut reader| async move {
        let mut piece = Vec::with_capacity(PIECE);
        match reader.by_ref().take(PIECE as u64).read_to_end(&mut piece) {
            Ok(0) => None,
            Ok(_) => Some((Ok(Bytes::from(piece)), reader)),
            Err(error) => Some((Err(error), reader)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::cache::ROOM as ROOM_FOR_PAGES;

    #[test]
    fn what_is_kept_stays_in_bounds_and_the_oldest_goes_first() {
        let pages = PageCache::with_room(ROOM_FOR_PAGES);
        let sitemaps = Sitemaps::default();
        let half = || Bytes::from(vec![0; ROOM / 2]);
        for number in 1..=3 {
            sitemaps.keep(Part::Threads(number), half(), pages.moment());
        }
        let found = |number| sitemaps.find(Part::Threads(number), &pages).is_some();
        assert_eq!([1, 2, 3].map(found), [false, true, true]);
        sitemaps.keep(Part::Pages, Bytes::from(vec![0; ROOM + 1]), pages.moment());
        assert!(sitemaps.find(Part::Pages, &pages).is_none() && found(2));
        pages.hear_of_everything();
        assert_eq!([2, 3].map(found), [false, false]);
    }
}
