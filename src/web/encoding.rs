//! How a body travels: which compression a browser takes, and compressing.

use std::cell::RefCell;
use std::io::Write;

use actix_web::http::header::{self, HeaderMap, HeaderValue};

/// Below this many bytes compressing costs more than it saves.
pub const SMALLEST: usize = 600;

/// A compression of HTTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// None.
    Identity,
    /// `gzip`, which everybody takes.
    Gzip,
    /// `br`, the smallest.
    Brotli,
    /// `zstd`, the quickest to make.
    Zstd,
}

/// How much work compressing may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// For one reader, who waits.
    Once,
    /// For everybody who asks in the next minute.
    Often,
    /// For ever.
    Always,
}

impl Encoding {
    /// The best encoding that a browser takes, for this effort.
    pub fn choose(headers: &HeaderMap, effort: Effort) -> Self {
        let Some(accepted) = headers.get(header::ACCEPT_ENCODING) else {
            return Encoding::Identity;
        };
        let accepted = accepted.to_str().unwrap_or_default();
        let order = match effort {
            Effort::Once => [Encoding::Zstd, Encoding::Gzip, Encoding::Brotli],
            Effort::Often | Effort::Always => [Encoding::Brotli, Encoding::Zstd, Encoding::Gzip],
        };
        let best = order.into_iter().find(|encoding| encoding.is_in(accepted));
        best.unwrap_or(Encoding::Identity)
    }

    /// Whether a browser takes it.
    pub fn is_taken(self, headers: &HeaderMap) -> bool {
        let accepted = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok());
        accepted.is_some_and(|accepted| self.is_in(accepted))
    }

    /// Its name in a header.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Identity => "identity",
            Encoding::Gzip => "gzip",
            Encoding::Brotli => "br",
            Encoding::Zstd => "zstd",
        }
    }

    /// Its value for `Content-Encoding`; identity is said by silence.
    pub fn header(self) -> Option<HeaderValue> {
        (self != Encoding::Identity).then(|| HeaderValue::from_static(self.name()))
    }

    /// The body in this encoding; `None` when it is better sent as it is.
    pub fn pack(self, body: &[u8], effort: Effort) -> Option<Vec<u8>> {
        let packed = match self {
            Encoding::Identity => return None,
            Encoding::Gzip => gzip(body, effort),
            Encoding::Brotli => brotli(body, effort),
            Encoding::Zstd => zstd(body, effort),
        };
        packed.ok()
    }

    /// Whether a header such as `gzip, br;q=0.5, *;q=0` takes this encoding; a `*` is nobody's wish for a particular one.
    fn is_in(self, accepted: &str) -> bool {
        accepted.split(',').any(|part| {
            let (name, quality) = part.split_once(';').unwrap_or((part, ""));
            let refused = quality
                .trim()
                .strip_prefix("q=")
                .is_some_and(|quality| quality.trim().parse::<f32>().unwrap_or(1.0) == 0.0);
            name.trim().eq_ignore_ascii_case(self.name()) && !refused
        })
    }
}

fn gzip(body: &[u8], effort: Effort) -> std::io::Result<Vec<u8>> {
    let level = match effort {
        Effort::Once => 1,
        Effort::Often => 6,
        Effort::Always => 9,
    };
    let room = Vec::with_capacity(body.len() / 3);
    let mut writer = flate2::write::GzEncoder::new(room, flate2::Compression::new(level));
    writer.write_all(body)?;
    writer.finish()
}

fn brotli(body: &[u8], effort: Effort) -> std::io::Result<Vec<u8>> {
    let quality = match effort {
        Effort::Once => 1,
        Effort::Often => 5,
        Effort::Always => 10,
    };
    let mut writer = brotli::CompressorWriter::new(Vec::with_capacity(body.len() / 4), 4_096, quality, 20);
    writer.write_all(body)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

thread_local! {
    /// What compressing for one reader works in: making it anew for each page would cost a fifth of the work.
    static QUICK: RefCell<Option<zstd::bulk::Compressor<'static>>> = const { RefCell::new(None) };
}

fn zstd(body: &[u8], effort: Effort) -> std::io::Result<Vec<u8>> {
    let level = match effort {
        Effort::Once => return QUICK.with_borrow_mut(|quick| zstd_once(body, quick)),
        Effort::Often => 6,
        Effort::Always => 19,
    };
    zstd::bulk::compress(body, level)
}

fn zstd_once(body: &[u8], quick: &mut Option<zstd::bulk::Compressor<'static>>) -> std::io::Result<Vec<u8>> {
    let quick = match quick {
        Some(quick) => quick,
        None => quick.insert(zstd::bulk::Compressor::new(1)?),
    };
    quick.compress(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(accepted: &str, effort: Effort) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_str(accepted).unwrap());
        Encoding::choose(&headers, effort)
    }

    #[test]
    fn a_browser_gets_what_suits_the_effort() {
        let chrome = "gzip, deflate, br, zstd";
        assert_eq!(choose(chrome, Effort::Often), Encoding::Brotli);
        assert_eq!(choose(chrome, Effort::Once), Encoding::Zstd);
        assert_eq!(choose("gzip, deflate", Effort::Often), Encoding::Gzip);
        assert_eq!(choose("br;q=0, GZIP;q=0.1", Effort::Often), Encoding::Gzip);
        assert_eq!(choose("br; q=0", Effort::Often), Encoding::Identity);
        assert_eq!(choose("identity", Effort::Often), Encoding::Identity);
        assert_eq!(choose("*", Effort::Often), Encoding::Identity);
        assert_eq!(Encoding::choose(&HeaderMap::new(), Effort::Once), Encoding::Identity);
    }

    #[test]
    fn what_is_packed_is_smaller_and_comes_out_again() {
        let body = "the same words again and again; ".repeat(200);
        for effort in [Effort::Once, Effort::Often, Effort::Always] {
            let mut gzip = String::new();
            let packed = Encoding::Gzip.pack(body.as_bytes(), effort).unwrap();
            std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&*packed), &mut gzip).unwrap();
            let packed = Encoding::Brotli.pack(body.as_bytes(), effort).unwrap();
            let mut brotli = Vec::new();
            brotli::BrotliDecompress(&mut &*packed, &mut brotli).unwrap();
            let packed = Encoding::Zstd.pack(body.as_bytes(), effort).unwrap();
            assert!(packed.len() < body.len() / 10);
            assert_eq!(zstd::decode_all(&*packed).unwrap(), body.as_bytes());
            assert_eq!((gzip.as_bytes(), &*brotli), (body.as_bytes(), body.as_bytes()));
        }
        assert!(Encoding::Identity.pack(body.as_bytes(), Effort::Once).is_none());
    }
}
