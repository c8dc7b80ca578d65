//! Where uploads are given out.

use super::{Urls, encode};
use crate::domain::id::UploadId;
use crate::domain::upload::{MOST_IN_A_TEXT, Pixels, Upload};

impl Urls {
    fixed! {
        /// Takes a file from a script.
        uploads = "/uploads";
        /// How much somebody may upload.
        admin_uploads = "/admin/uploads";
    }

    /// A file; a picture's address says how large it is, so that a page leaves room for it.
    pub fn upload(&self, upload: &Upload) -> String {
        let name = encode(upload.name.as_str());
        match upload.pixels {
            Some(pixels) => format!("/uploads/{}/{pixels}/{name}", upload.id),
            None => format!("/uploads/{}/{name}", upload.id),
        }
    }
}

/// What the address of a picture of this site says: how large it is, and where it is narrower.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureAddress<'a> {
    id: UploadId,
    /// How large it says that the picture is.
    pub pixels: Pixels,
    name: &'a str,
}

impl<'a> PictureAddress<'a> {
    /// Reads an address such as `/uploads/7/1600x900/shot.png`.
    pub fn read(address: &'a str) -> Option<Self> {
        let mut parts = address.strip_prefix("/uploads/")?.split('/');
        let (id, pixels, name) = (parts.next()?, parts.next()?, parts.next()?);
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte);
        if parts.next().is_some() || name.is_empty() || !name.bytes().all(is_plain) {
            return None;
        }
        Some(Self {
            id: id.parse().ok()?,
            pixels: Pixels::parse(pixels)?,
            name,
        })
    }

    /// The address in a smaller width.
    pub fn narrowed(&self, width: u32) -> String {
        format!("/uploads/{}/{width}/{}", self.id, self.name)
    }

    /// All widths with their addresses, as a page offers them to browsers; nothing when there is only one.
    pub fn choices(&self) -> Option<String> {
        let smaller: Vec<String> = self
            .pixels
            .smaller_widths()
            .map(|width| format!("{} {width}w", self.narrowed(width)))
            .collect();
        let own = format!(
            "/uploads/{}/{}/{} {}w",
            self.id, self.pixels, self.name, self.pixels.width
        );
        (!smaller.is_empty()).then(|| format!("{}, {own}", smaller.join(", ")))
    }
}

/// Whether this is what [`PictureAddress::choices`] makes: nothing but widths of one picture of this site.
pub fn are_choices(text: &str) -> bool {
    let own = text.rsplit(", ").next().and_then(|own| own.split(' ').next());
    let address = own.and_then(PictureAddress::read);
    text.len() < 2_000
        && address
            .and_then(|address| address.choices())
            .is_some_and(|made| made == text)
}

/// Whether Markdown shows a picture of this site without a description.
pub fn shows_undescribed(markdown: &str) -> bool {
    markdown.contains("![](/uploads/")
}

/// The number of an upload in an address, in whichever width.
pub fn upload_at(address: &str) -> Option<UploadId> {
    let (id, name) = address.strip_prefix("/uploads/")?.split_once('/')?;
    if name.is_empty() { None } else { id.parse().ok() }
}

/// The uploads that HTML shows or leads to; each once, a hundred at most.
pub fn uploads_shown(html: &str) -> Vec<UploadId> {
    let mut found = Vec::new();
    for (at, _) in html.match_indices("\"/uploads/") {
        let before = html.get(..at).unwrap_or_default();
        if !before.ends_with(" href=") && !before.ends_with(" src=") {
            continue;
        }
        let address = html.get(at + 1..).and_then(|rest| rest.split('"').next());
        let id = address.and_then(upload_at);
        if let Some(id) = id.filter(|id| !found.contains(id) && found.len() < MOST_IN_A_TEXT) {
            found.push(id);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::upload::SMALLER_WIDTHS;

    #[test]
    fn the_address_of_a_picture_says_where_it_is_narrower() {
        let address = PictureAddress::read("/uploads/7/1600x900/a%20shot.png").unwrap();
        let choices = address.choices().unwrap();
        assert_eq!(
            choices,
            "/uploads/7/640/a%20shot.png 640w, /uploads/7/1280/a%20shot.png 1280w, /uploads/7/1600x900/a%20shot.png 1600w"
        );
        assert!(are_choices(&choices));
        assert!(!are_choices(
            "https://evil.example/x 640w, /uploads/7/1600x900/a.png 1600w"
        ));
        assert_eq!(
            PictureAddress::read("/uploads/7/300x200/a.png").unwrap().choices(),
            None
        );
        assert_eq!([640, 1280], SMALLER_WIDTHS);
        for wrong in [
            "/uploads/7/a.png",
            "https://x/uploads/7/1x1/a.png",
            "/uploads/7/1x1/a b.png",
            "/uploads/7/1x1/a\".png",
            "/uploads/07/1x1/a.png",
            "/uploads/7/1x1/a/b.png",
        ] {
            assert_eq!(PictureAddress::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_uploads_of_a_text_are_those_that_it_shows_or_leads_to() {
        let html = "<img src=\"/uploads/7/1x1/a.png\" alt=\"x\"> <a href=\"/uploads/8/b.pdf\">b</a> \
            <a title=\" href=/uploads/9/c\" href=\"https://x/uploads/10/d\">d</a> <code>\"/uploads/11/e\"</code> \
            <img src=\"/uploads/7/640/a.png\">";
        let found: Vec<i64> = uploads_shown(html).iter().map(|id| id.get()).collect();
        assert_eq!(found, [7, 8]);
    }
}
