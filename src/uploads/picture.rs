//! Pictures: decoded within bounds and written anew, so that nothing else that the file carried is kept.
//!
//! Photographs stay JPEG and all else becomes PNG. Of an animation its first picture is kept. How a camera was held is applied and
//! not kept, nor is where it was, when, or its colour profile.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::Prepared;
use crate::domain::problem::Fault;
use crate::domain::upload::{FileName, Pixels, UploadKind};

/// The most pixels that are decoded.
pub const MOST_PIXELS: u32 = 40_000_000;
/// The most pixels that are kept: as many as the largest common screen has. What is larger is made smaller.
pub const MOST_KEPT_PIXELS: u32 = 3840 * 2160;
/// The most pixels across or down.
const LONGEST_SIDE: u32 = 20_000;
/// The most bytes of decoded pixels: four for each.
const MOST_BYTES: u64 = 4 * MOST_PIXELS as u64;
/// The most scans of a photograph.
const MOST_SCANS: u64 = 100;
/// The most pixels of all its scans together: ten or so make a photograph, and each may go over the whole of it again.
const MOST_SCANNED: u64 = 25 * MOST_PIXELS as u64;
/// How good a photograph is, of 100.
const QUALITY: u8 = 85;

/// Decodes a picture and writes it anew, in its own and in smaller widths.
pub fn rewrite(file: &[u8], format: ImageFormat, sent_name: &str) -> Result<Prepared, Fault> {
    let picture = decoded(file, format)?;
    let is_photograph = matches!(format, ImageFormat::Jpeg | ImageFormat::WebP) && !picture.color().has_alpha();
    let kind = if is_photograph {
        UploadKind::Jpeg
    } else {
        UploadKind::Png
    };
    let picture = plain(fitting(picture), kind);
    let pixels = Pixels {
        width: picture.width(),
        height: picture.height(),
    };
    let smaller = |width: u32| Ok((width, written(&plain(narrowed(&picture, width), kind), kind)?));
    Ok(Prepared {
        kind,
        name: FileName::clean(sent_name, kind),
        bytes: written(&picture, kind)?,
        smaller: pixels.smaller_widths().map(smaller).collect::<Result<_, Fault>>()?,
        pixels: Some(pixels),
    })
}

fn decoded(file: &[u8], format: ImageFormat) -> Result<DynamicImage, Fault> {
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(2 * MOST_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| told(&error))?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > u64::from(MOST_PIXELS)
        || width > LONGEST_SIDE
        || height > LONGEST_SIDE
        || decoder.total_bytes() > MOST_BYTES
    {
        return Err(too_large());
    }
    let scans = if format == ImageFormat::Jpeg { scans(file) } else { 1 };
    if scans > MOST_SCANS || scans.saturating_mul(pixels) > MOST_SCANNED {
        return Err(Fault::new("problem-upload-broken"));
    }
    let orientation = decoder.orientation().map_err(|error| told(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| told(&error))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// How often a JPEG begins a scan; within one these two bytes never stand.
fn scans(file: &[u8]) -> u64 {
    let begins = file.windows(2).filter(|pair| matches!(pair, [0xff, 0xda]));
    u64::try_from(begins.count()).unwrap_or(u64::MAX)
}

/// The picture with no more pixels than are kept.
fn fitting(picture: DynamicImage) -> DynamicImage {
    let pixels = f64::from(picture.width()) * f64::from(picture.height());
    let most = f64::from(MOST_KEPT_PIXELS);
    if pixels <= most {
        return picture;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "less than the width of a picture"
    )]
    let width = (f64::from(picture.width()) * (most / pixels).sqrt()) as u32;
    narrowed(&picture, width.max(1))
}

/// The picture in this width, as high as it then is.
fn narrowed(picture: &DynamicImage, width: u32) -> DynamicImage {
    let height = u64::from(picture.height()) * u64::from(width) / u64::from(picture.width().max(1));
    picture.thumbnail_exact(width, u32::try_from(height).unwrap_or(1).max(1))
}

/// Eight bits a channel, and no channel that the written kind has no use for.
fn plain(picture: DynamicImage, kind: UploadKind) -> DynamicImage {
    let has_alpha = picture.color().has_alpha() && kind == UploadKind::Png;
    match (picture.color().has_color(), has_alpha) {
        (true, true) => DynamicImage::ImageRgba8(picture.into_rgba8()),
        (true, false) => DynamicImage::ImageRgb8(picture.into_rgb8()),
        (false, true) => DynamicImage::ImageLumaA8(picture.into_luma_alpha8()),
        (false, false) => DynamicImage::ImageLuma8(picture.into_luma8()),
    }
}

fn written(picture: &DynamicImage, kind: UploadKind) -> Result<Vec<u8>, Fault> {
    let mut file = Vec::new();
    let outcome = match kind {
        UploadKind::Jpeg => picture.write_with_encoder(JpegEncoder::new_with_quality(&mut file, QUALITY)),
        _ => {
            let encoder = PngEncoder::new_with_quality(&mut file, CompressionType::Default, FilterType::Adaptive);
            picture.write_with_encoder(encoder)
        }
    };
    outcome.map_err(|error| told(&error))?;
    Ok(file)
}

fn told(error: &ImageError) -> Fault {
    match error {
        ImageError::Limits(_) => too_large(),
        _ => Fault::new("problem-upload-broken"),
    }
}

fn too_large() -> Fault {
    Fault::with_limit("problem-upload-pixels", i64::from(MOST_PIXELS / 1_000_000))
}
