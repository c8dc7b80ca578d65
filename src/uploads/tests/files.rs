//! The files of `tests/fixtures/uploads`, which lie, break and bomb: each ends as it is written here, in bounded time.

use std::path::Path;
use std::time::{Duration, Instant};

use super::*;

/// What becomes of each: what it is kept as, or the sentence about it.
const ENDS: &[(&str, Result<UploadKind, &str>)] = &[
    ("a-wrong-sum.png", Err("problem-upload-broken")),
    ("bomb-100-megapixels.jpg", Err("problem-upload-pixels")),
    ("bomb-400-megapixels.png", Err("problem-upload-pixels")),
    ("bomb-lying-about-its-frame.gif", Err("problem-upload-pixels")),
    ("bomb-lying-about-its-size.jpg", Ok(UploadKind::Jpeg)),
    ("bomb-of-a-canvas.gif", Err("problem-upload-pixels")),
    ("bomb-of-a-canvas.webp", Err("problem-upload-broken")),
    ("bomb-of-a-profile.png", Ok(UploadKind::Png)),
    ("bomb-of-a-side.png", Err("problem-upload-pixels")),
    ("bomb-of-scans.jpg", Err("problem-upload-broken")),
    ("bomb-of-text.png", Ok(UploadKind::Png)),
    ("bomb-within-bounds.png", Ok(UploadKind::Png)),
    ("bomb.gz", Ok(UploadKind::Gzip)),
    ("bomb.zip", Ok(UploadKind::Zip)),
    ("clear.webp", Ok(UploadKind::Png)),
    ("cmyk.jpg", Ok(UploadKind::Jpeg)),
    ("film.gif", Ok(UploadKind::Png)),
    ("film.mp4", Ok(UploadKind::Mp4)),
    ("film.png", Ok(UploadKind::Png)),
    ("film.webm", Ok(UploadKind::Webm)),
    ("film.webp", Ok(UploadKind::Jpeg)),
    ("gif-and-script.gif", Err("problem-upload-broken")),
    ("half.gif", Err("problem-upload-broken")),
    ("half.jpg", Err("problem-upload-broken")),
    ("half.png", Err("problem-upload-broken")),
    ("half.webp", Err("problem-upload-broken")),
    ("heic-named.jpg", Err("problem-upload-heic")),
    ("jpeg-and-page.jpg", Ok(UploadKind::Jpeg)),
    ("jpeg-named.png", Ok(UploadKind::Jpeg)),
    ("layers.psd", Err("problem-upload-picture-kind")),
    ("no-colours.png", Err("problem-upload-broken")),
    ("no-pixels.png", Err("problem-upload-broken")),
    ("nothing.png", Err("problem-upload-empty")),
    ("old.bmp", Err("problem-upload-picture-kind")),
    ("old.tiff", Err("problem-upload-picture-kind")),
    ("only-a-head.jpg", Err("problem-upload-broken")),
    ("only-a-head.png", Err("problem-upload-broken")),
    ("page-named.png", Err("problem-upload-lying")),
    ("page.html", Ok(UploadKind::Text)),
    ("page.js", Ok(UploadKind::Text)),
    ("page.xhtml", Ok(UploadKind::Text)),
    ("pdf-and-zip.pdf", Ok(UploadKind::Pdf)),
    ("pdf-with-script.pdf", Ok(UploadKind::Pdf)),
    ("photo.avif", Err("problem-upload-heic")),
    ("photo.heic", Err("problem-upload-heic")),
    ("plain.gif", Ok(UploadKind::Png)),
    ("plain.png", Ok(UploadKind::Png)),
    ("plain.webp", Ok(UploadKind::Jpeg)),
    ("png-and-page-in-text.png", Ok(UploadKind::Png)),
    ("png-and-page.png", Ok(UploadKind::Png)),
    ("png-and-zip.png", Ok(UploadKind::Png)),
    ("png-named.jpg", Ok(UploadKind::Png)),
    ("program-named.txt", Err("problem-upload-kind")),
    ("program.elf", Err("problem-upload-kind")),
    ("program.exe", Err("problem-upload-kind")),
    ("progressive.jpg", Ok(UploadKind::Jpeg)),
    ("script-behind-a-comment.svg", Err("problem-upload-svg")),
    ("script-in-utf-16.svg", Err("problem-upload-svg")),
    ("script.svg", Err("problem-upload-svg")),
    ("sixteen-bits.png", Ok(UploadKind::Png)),
    ("small.ico", Err("problem-upload-lying")),
    ("svg-named.png", Err("problem-upload-svg")),
    ("svg-named.txt", Err("problem-upload-svg")),
    ("svgz-named.svg", Err("problem-upload-lying")),
    ("text-in-latin-1.txt", Err("problem-upload-kind")),
    ("text-with-zeros.txt", Err("problem-upload-kind")),
    ("text.txt", Ok(UploadKind::Text)),
    ("too-much-behind-the-pixels.png", Ok(UploadKind::Png)),
    ("two-colours.png", Ok(UploadKind::Png)),
    ("webp-named.gif", Ok(UploadKind::Jpeg)),
    ("where-it-was-taken.jpg", Ok(UploadKind::Jpeg)),
    ("zip-named.jpg", Err("problem-upload-lying")),
    ("zip-named.png", Err("problem-upload-lying")),
    ("zip.zip", Ok(UploadKind::Zip)),
];

/// How long one may take, without much optimising.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long this thread was on a processor, so that a busy machine makes no file seem slow; elsewhere than on Linux nothing tells it.
fn worked() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|first| first.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

fn all() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/uploads");
    let files = std::fs::read_dir(folder).unwrap().map(|file| {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read(path).unwrap())
    });
    let mut files: Vec<_> = files.collect();
    files.sort();
    files
}

/// What a picture that was written anew never holds.
const SMUGGLED: &[&[u8]] = &[
    b"script",
    b"<?php",
    b"PK\x03\x04",
    b"Exif",
    b"Secret",
    b"Comment",
    b"iCCP",
    b"acTL",
];

fn kept(file: &[u8], name: &str) -> Result<UploadKind, &'static str> {
    let began = worked();
    let prepared = Prepared::read(file.to_vec(), name);
    let took = worked().saturating_sub(began);
    assert!(took < PATIENCE, "{name} took {took:?}");
    let prepared = prepared.map_err(|fault| fault.key)?;
    if prepared.kind.is_picture() {
        let widths = prepared.smaller.iter().map(|(_, bytes)| bytes);
        for written in widths.chain([&prepared.bytes]) {
            let smuggled = SMUGGLED.iter().find(|words| holds(written, words));
            assert_eq!(smuggled, None, "{name}");
        }
        let again = image::load_from_memory(&prepared.bytes).unwrap();
        let pixels = prepared.pixels.unwrap();
        assert_eq!((again.width(), again.height()), (pixels.width, pixels.height), "{name}");
        assert!(pixels.width * pixels.height <= MOST_KEPT_PIXELS, "{name}: {pixels}");
    } else {
        assert_eq!(
            prepared.bytes, file,
            "{name}: no file but a picture is changed, nor unpacked"
        );
    }
    Ok(prepared.kind)
}

#[test]
fn each_file_of_the_set_ends_as_it_should() {
    let all = all();
    let known: Vec<&str> = ENDS.iter().map(|(name, _)| *name).collect();
    let found: Vec<&str> = all.iter().map(|(name, _)| &**name).collect();
    assert_eq!(found, known);
    for ((name, file), (_, end)) in all.iter().zip(ENDS) {
        assert_eq!(kept(file, name), *end, "{name}");
    }
}

/// Numbers that only look like chance, so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most.max(1)).unwrap()).unwrap()
    }
}

/// A few bytes changed, left out or doubled, or two files put together.
fn changed(file: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut changed = file.to_vec();
    for _ in 0..=dice.below(4) {
        let (from, to) = (dice.below(changed.len()), dice.below(changed.len()));
        match dice.below(6) {
            0 => changed.truncate(from),
            1 => drop(changed.drain(from.min(to)..from.max(to))),
            2 => changed.extend_from_within(from.min(to)..from.max(to)),
            3 => changed.extend_from_slice(&other[dice.below(other.len())..]),
            _ if changed.is_empty() => {}
            4 => changed[from] ^= 1 << dice.below(8),
            _ => changed[from] = [0, 1, 0x7f, 0x80, 0xff][dice.below(5)],
        }
    }
    changed
}

/// The short form of `fuzz/`: whatever is done to a file, it is read or refused in bounded time, and what is kept can be shown.
#[test]
fn a_changed_file_is_read_or_refused_too() {
    let all: Vec<_> = all().into_iter().filter(|(_, file)| file.len() < 8_000).collect();
    let seconds = if std::env::var_os("TANYA_TEST_LONG").is_some() {
        300
    } else {
        3
    };
    let mut dice = Dice(0x7A4A_11A5);
    let began = Instant::now();
    let mut count = 0;
    while began.elapsed().as_secs() < seconds {
        let (name, file) = &all[dice.below(all.len())];
        let (_, other) = &all[dice.below(all.len())];
        let _end = kept(&changed(file, other, &mut dice), name);
        count += 1;
    }
    assert!(count > 0);
}
