//! The logo as it is taken in: decoded within bounds, and written anew, so that nothing else that the file carried is kept.

use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::domain::problem::Fault;
use crate::domain::setting::Logo;

/// The largest file, in bytes.
pub const LARGEST_FILE: usize = 64 * 1024;
/// The most pixels across or down.
pub const MOST_PIXELS: u32 = 1024;
/// What decoding may allocate besides the pixels, in bytes.
const ROOM: usize = 8 * 1024 * 1024;
/// A picture that is larger once it is written anew, in bytes, had better be made simpler.
const LARGEST_KEPT: usize = 256 * 1024;

/// A picture that this program wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The bytes of the file.
    pub png: Vec<u8>,
    /// Its hash and its size.
    pub logo: Logo,
}

impl Picture {
    /// Reads a PNG that somebody sent: of at most 64 kB and 1,024 pixels a side. It takes some milliseconds.
    pub fn read(file: &[u8]) -> Result<Self, Fault> {
        if file.len() > LARGEST_FILE {
            return Err(Fault::with_limit("problem-logo-large", LARGEST_FILE as i64 / 1024));
        }
        Self::decode(file)
    }

    /// Reads back what a preview gave along; it is larger than the file was, and no more believed.
    pub fn read_again(kept: &str) -> Result<Self, Fault> {
        let file = URL_SAFE_NO_PAD.decode(kept).map_err(|_| not_png())?;
        if file.len() > LARGEST_KEPT {
            return Err(not_png());
        }
        Self::decode(&file)
    }

    /// The bytes as a form gives them along.
    pub fn to_form(&self) -> String {
        URL_SAFE_NO_PAD.encode(&self.png)
    }

    fn decode(file: &[u8]) -> Result<Self, Fault> {
        let mut decoder = png::Decoder::new_with_limits(Cursor::new(file), png::Limits { bytes: ROOM });
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        decoder.set_ignore_text_chunk(true);
        decoder.set_ignore_iccp_chunk(true);
        let mut reader = decoder.read_info().map_err(|_| not_png())?;
        let (width, height) = reader.info().size();
        if width > MOST_PIXELS || height > MOST_PIXELS {
            return Err(Fault::with_limit("problem-logo-wide", i64::from(MOST_PIXELS)));
        }
        let mut pixels = vec![0; reader.output_buffer_size().ok_or_else(not_png)?];
        reader.next_frame(&mut pixels).map_err(|_| not_png())?;
        let (colours, depth) = reader.output_color_type();
        let png = encode(&pixels, (width, height), colours, depth).map_err(|_| not_png())?;
        if png.len() > LARGEST_KEPT {
            return Err(Fault::new("problem-logo-rich"));
        }
        let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(&png));
        let logo = Logo {
            hash: hash.get(..16).unwrap_or(&hash).to_owned(),
            width,
            height,
        };
        Ok(Self { png, logo })
    }
}

fn encode(
    pixels: &[u8],
    (width, height): (u32, u32),
    colours: png::ColorType,
    depth: png::BitDepth,
) -> Result<Vec<u8>, png::EncodingError> {
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, width, height);
    encoder.set_color(colours);
    encoder.set_depth(depth);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(png)
}

fn not_png() -> Fault {
    Fault::new("problem-logo-no-png")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: u32, height: u32, words: Option<&str>) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        if let Some(words) = words {
            encoder.add_text_chunk("Comment".to_owned(), words.to_owned()).unwrap();
        }
        let mut writer = encoder.write_header().unwrap();
        writer
            .write_image_data(&vec![120; (width * height * 4) as usize])
            .unwrap();
        writer.finish().unwrap();
        file
    }

    fn problem(file: &[u8]) -> &'static str {
        Picture::read(file).unwrap_err().key
    }

    #[test]
    fn a_picture_is_written_anew_without_what_else_it_carried() {
        let mut file = drawn(40, 20, Some("<script>alert(1)</script>"));
        file.extend_from_slice(b"<?php trailing");
        let picture = Picture::read(&file).unwrap();
        assert_eq!((picture.logo.width, picture.logo.height), (40, 20));
        assert!(
            !picture
                .png
                .windows(6)
                .any(|part| part == b"script" || part == b"<?php ")
        );
        assert_eq!(Picture::read_again(&picture.to_form()).unwrap(), picture);
        assert_eq!(Logo::stored(&picture.logo.to_row()), Some(picture.logo));
    }

    #[test]
    fn what_is_no_png_is_refused() {
        let gif = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";
        assert_eq!(problem(gif), "problem-logo-no-png");
        assert_eq!(problem(b""), "problem-logo-no-png");
        let whole = drawn(40, 20, None);
        assert_eq!(problem(&whole[..whole.len() / 2]), "problem-logo-no-png");
        let mut bent = whole.clone();
        let middle = bent.len() / 2;
        bent[middle] ^= 0xff;
        assert_eq!(problem(&bent), "problem-logo-no-png");
        assert!(Picture::read_again("no base64 !").is_err());
    }

    #[test]
    fn a_picture_that_unpacks_to_more_than_it_may_is_not_unpacked() {
        // 5,000 × 5,000 pixels of one colour are some kilobytes of file and a hundred megabytes of pixels.
        let bomb = drawn(5_000, 5_000, None);
        assert!(bomb.len() < 600 * 1024);
        assert_eq!(Picture::decode(&bomb).unwrap_err().key, "problem-logo-wide");
        // A header that promises more than any machine has.
        let mut liar = drawn(8, 8, None);
        liar[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
        assert!(Picture::read(&liar).is_err());
        assert_eq!(problem(&vec![0; LARGEST_FILE + 1]), "problem-logo-large");
    }
}
