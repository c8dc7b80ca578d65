//! Files that lie, break or bomb, each made here: none hurts, and each has its sentence.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;

use super::*;
use crate::domain::upload::UploadKind;

mod files;

fn drawn(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        Rgb([(x % 256) as u8, (y % 256) as u8, 90])
    }))
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn read(file: &[u8], name: &str) -> Prepared {
    Prepared::read(file.to_vec(), name).unwrap_or_else(|fault| panic!("{name}: {}", fault.key))
}

fn refused(file: &[u8], name: &str) -> &'static str {
    match Prepared::read(file.to_vec(), name) {
        Err(fault) => fault.key,
        Ok(prepared) => panic!("{name} was taken as {}", prepared.kind),
    }
}

fn holds(file: &[u8], words: &[u8]) -> bool {
    file.windows(words.len()).any(|part| part == words)
}

/// A PNG of which the head says that it is so large; the checksum of the head is right.
fn lying_png(width: u32, height: u32) -> Vec<u8> {
    let mut lying = file(&drawn(8, 8), ImageFormat::Png);
    lying[16..20].copy_from_slice(&width.to_be_bytes());
    lying[20..24].copy_from_slice(&height.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&lying[12..29]);
    lying[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    lying
}

/// A JPEG of which the frame says that it is so large.
fn lying_jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut lying = file(&drawn(8, 8), ImageFormat::Jpeg);
    let frame = lying.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    lying[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    lying[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    lying
}

/// A photograph taken with a camera that was turned, and that knows where it was.
fn turned_jpeg(width: u32, height: u32) -> Vec<u8> {
    let plain = file(&drawn(width, height), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01".to_vec();
    // Orientation 6: turn it to the right.
    exif.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]);
    exif.extend_from_slice(b"GPS 52.5200 N 13.4050 E");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
}

#[test]
fn a_picture_is_written_anew_without_what_else_it_carried() {
    let mut carrying = file(&drawn(40, 20), ImageFormat::Png);
    carrying.extend_from_slice(b"PK\x03\x04<script>alert(1)</script>");
    let prepared = read(&carrying, "shot.png");
    assert_eq!((prepared.kind, prepared.name.as_str()), (UploadKind::Png, "shot.png"));
    assert!(!holds(&prepared.bytes, b"script") && !holds(&prepared.bytes, b"PK\x03\x04"));
    assert_eq!(
        prepared,
        read(&carrying, "shot.png"),
        "the same bytes become the same bytes"
    );

    let turned = read(&turned_jpeg(40, 20), "photo.jpg");
    let pixels = turned.pixels.unwrap();
    assert_eq!((pixels.width, pixels.height), (20, 40), "it stands as it was held");
    assert!(!holds(&turned.bytes, b"Exif") && !holds(&turned.bytes, b"GPS"));
}

#[test]
fn pictures_become_one_of_two_kinds() {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(9, 9, Rgba([1, 2, 3, 99])));
    let deep = DynamicImage::ImageRgb16(drawn(9, 9).into_rgb16());
    let cases = [
        (file(&drawn(9, 9), ImageFormat::Gif), "a.gif", UploadKind::Png, "a.png"),
        (
            file(&drawn(9, 9), ImageFormat::WebP),
            "a.webp",
            UploadKind::Jpeg,
            "a.jpg",
        ),
        (file(&clear, ImageFormat::WebP), "a.webp", UploadKind::Png, "a.png"),
        (file(&deep, ImageFormat::Png), "a.png", UploadKind::Png, "a.png"),
        (
            file(&drawn(9, 9), ImageFormat::Jpeg),
            "a.png",
            UploadKind::Jpeg,
            "a.jpg",
        ),
    ];
    for (file, name, kind, cleaned) in cases {
        let prepared = read(&file, name);
        assert_eq!((prepared.kind, prepared.name.as_str()), (kind, cleaned));
        assert!(image::load_from_memory(&prepared.bytes).is_ok(), "{name}");
    }
}

#[test]
fn large_pictures_come_in_widths_for_small_screens_and_no_larger_than_a_large_screen() {
    let prepared = read(&file(&drawn(1500, 300), ImageFormat::Jpeg), "wide.jpg");
    let sizes = prepared.smaller.iter().map(|(width, bytes)| {
        let picture = image::load_from_memory(bytes).unwrap();
        (*width, picture.width(), picture.height())
    });
    assert_eq!(sizes.collect::<Vec<_>>(), [(640, 640, 128), (1280, 1280, 256)]);
    assert!(
        read(&file(&drawn(600, 3), ImageFormat::Png), "small.png")
            .smaller
            .is_empty()
    );

    let pixels = read(&file(&drawn(4500, 2500), ImageFormat::Jpeg), "huge.jpg")
        .pixels
        .unwrap();
    assert!(pixels.width * pixels.height <= MOST_KEPT_PIXELS, "{pixels}");
    assert!(
        pixels.width > 3800 && pixels.width * 5 / 9 - pixels.height <= 1,
        "{pixels}"
    );
}

#[test]
fn what_promises_too_many_pixels_is_not_decoded() {
    assert_eq!(refused(&lying_png(30_000, 30_000), "bomb.png"), "problem-upload-pixels");
    assert_eq!(
        refused(&lying_png(0x7fff_ffff, 0x7fff_ffff), "bomb.png"),
        "problem-upload-pixels"
    );
    assert_eq!(refused(&lying_png(50_000, 10), "long.png"), "problem-upload-pixels");
    // A hundred megapixels in some hundred bytes.
    assert_eq!(
        refused(&lying_jpeg(10_000, 10_000), "huge.jpg"),
        "problem-upload-pixels"
    );
    let mut gif = file(&drawn(8, 8), ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0xff; 4]);
    assert_eq!(refused(&gif, "bomb.gif"), "problem-upload-pixels");
}

#[test]
fn a_photograph_that_goes_over_itself_without_end_is_refused() {
    let plain = file(&drawn(8, 8), ImageFormat::Jpeg);
    let end = plain.len() - 2;
    let again = [0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 0x3f, 0].repeat(50_000);
    let bomb = [&plain[..end], &again, &plain[end..]].concat();
    assert_eq!(refused(&bomb, "scans.jpg"), "problem-upload-broken");
}

#[test]
fn what_is_broken_is_refused() {
    for format in [ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let whole = file(&drawn(64, 64), format);
        assert_eq!(
            refused(&whole[..whole.len() / 2], "half"),
            "problem-upload-broken",
            "{format:?}"
        );
    }
    assert_eq!(refused(&lying_png(2_000, 2_000), "lying.png"), "problem-upload-broken");
    assert_eq!(
        refused(b"GIF89a/*\0\0\0*/=alert(1)//", "script.gif"),
        "problem-upload-broken"
    );
    assert_eq!(
        refused(b"\xff\xd8\xff\xe0<?php system('id');", "shell.jpg"),
        "problem-upload-broken"
    );
    assert_eq!(refused(b"", "nothing.txt"), "problem-upload-empty");
}

#[test]
fn text_that_no_picture_needs_is_not_unpacked_beyond_bounds() {
    // Ten megabytes of zeros, packed into ten kilobytes of a chunk of text.
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut packed, &vec![0; 10 << 20]).unwrap();
    let chunk = [&b"zTXtComment\0\0"[..], &packed.finish().unwrap()].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&chunk);
    let length = u32::try_from(chunk.len() - 4).unwrap().to_be_bytes();
    let plain = file(&drawn(8, 8), ImageFormat::Png);
    let bomb = [&plain[..33], &length, &chunk, &sum.sum().to_be_bytes(), &plain[33..]].concat();
    match Prepared::read(bomb, "text.png") {
        Ok(prepared) => assert!(prepared.bytes.len() < 1_000),
        Err(fault) => assert!(fault.key.starts_with("problem-upload-"), "{}", fault.key),
    }
}

#[test]
fn drawings_that_may_hold_scripts_are_refused_however_they_begin() {
    let script = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let wide: Vec<u8> = script.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (drawing, name) in [
        (script.as_bytes().to_vec(), "a.svg"),
        (script.as_bytes().to_vec(), "a.txt"),
        (
            format!("\u{feff}<?xml version='1.0'?>\n<!-- x -->{script}").into_bytes(),
            "a.xml",
        ),
        (script.to_uppercase().into_bytes(), "a.log"),
        (wide, "a.txt"),
    ] {
        assert_eq!(refused(&drawing, name), "problem-upload-svg", "{name}");
    }
}

#[test]
fn a_name_may_lie_and_is_not_believed() {
    assert_eq!(refused(b"PK\x03\x04rest", "holiday.png"), "problem-upload-lying");
    assert_eq!(refused(b"just text", "a.JPG"), "problem-upload-lying");
    assert_eq!(refused(b"\0\0\0\x18ftypheic\0\0", "a.heic"), "problem-upload-heic");
    assert_eq!(refused(b"\0\0\0\x18ftypavif\0\0", "a.jpg"), "problem-upload-heic");
    assert_eq!(refused(b"BM\x46\0\0\0\0\0", "a.bmp"), "problem-upload-picture-kind");
    assert_eq!(refused(b"MZ\x90\0\x03", "a.exe"), "problem-upload-kind");
    assert_eq!(refused(b"MZ\x90\0\x03", "a.txt"), "problem-upload-kind");
    assert_eq!(refused(b"text with \0 in it", "a.txt"), "problem-upload-kind");
    // An archive behind a document is what its first bytes say, and only ever downloaded.
    let polyglot = read(b"%PDF-1.7 PK\x03\x04<script>", "../../x.html");
    assert_eq!((polyglot.kind, polyglot.name.as_str()), (UploadKind::Pdf, "x.html.pdf"));
    let log = read("2026 grüße \x1b[31mred\x1b[0m\n".as_bytes(), "run.log");
    assert_eq!((log.kind, log.name.as_str()), (UploadKind::Text, "run.log"));
    assert_eq!(read(b"BM is what he said", "a.txt").kind, UploadKind::Text);
    assert_eq!(
        read(b"<html><script>alert(1)</script>", "a.html").name.as_str(),
        "a.html.txt"
    );
    assert_eq!(read(b"\0\0\0\x18ftypisom\0\0", "film.mp4").kind, UploadKind::Mp4);
}

proptest! {
    #[test]
    fn nothing_hurts(
        beginning in prop::sample::select(vec![
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 ", b"RIFF\0\0\0\0WEBPVP8L",
            b"\0\0\0\x18ftyp", b"", b"<",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..600),
        name in ".{0,40}",
    ) {
        let file = [beginning, &rest].concat();
        if let Ok(prepared) = Prepared::read(file, &name) {
            prop_assert!(!prepared.name.as_str().contains(['/', '\\', '\0']));
        }
    }

    #[test]
    fn no_bent_picture_hurts(place in 0usize..600, byte in any::<u8>(), which in 0usize..4) {
        let formats = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP];
        let mut bent = file(&drawn(16, 16), formats[which]);
        let place = place % bent.len();
        bent[place] = byte;
        let _taken = Prepared::read(bent, "bent");
    }
}

#[test]
fn a_full_disk_is_told_from_a_store_that_is_away() {
    let full = object_store::Error::Generic {
        store: "LocalFileSystem",
        source: Box::new(std::io::Error::from(std::io::ErrorKind::StorageFull)),
    };
    assert!(matches!(DepotError::from(full), DepotError::Full(_)));
    let away = object_store::Error::Generic {
        store: "S3",
        source: Box::new(std::io::Error::from(std::io::ErrorKind::ConnectionRefused)),
    };
    assert!(matches!(DepotError::from(away), DepotError::Failed(_)));
}

#[test]
fn a_folder_keeps_gives_and_forgets_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let depot = Depot::open(&crate::domain::upload::Place::Folder(folder.path().join("new"))).unwrap();
    depot.wait(async {
        depot.try_out().await.unwrap();
        depot.put("abc-1", b"0123456789".to_vec()).await.unwrap();
        assert_eq!(depot.size("abc-1").await.unwrap(), 10);
        assert_eq!(depot.piece("abc-1", 3..6).await.unwrap(), b"345");
        depot.remove("abc-1").await.unwrap();
        depot.remove("abc-1").await.unwrap();
        assert!(matches!(depot.size("abc-1").await, Err(DepotError::Missing(_))));
    });
}
