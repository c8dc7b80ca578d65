//! How the picture of a thread looks: the site's name on a band, the title, where it stands, and how many replied.

use super::canvas::{Canvas, Colour};
use super::lettering::Lettering;
use crate::domain::thread::Standing;

/// How wide a picture is, in pixels: what sites that show links ask for.
pub const WIDTH: u32 = 1_200;
/// How high a picture is, in pixels.
pub const HEIGHT: u32 = 630;

const MARGIN: f32 = 72.0;
const ROOM: f32 = WIDTH as f32 - 2.0 * MARGIN;
const BAND: f32 = 108.0;

// The colours of the style sheet by day.
const PAPER: Colour = [0xfa, 0xf8, 0xf4];
const INK: Colour = [0x21, 0x1e, 0x1a];
const SOFT: Colour = [0x5a, 0x54, 0x4b];
const BAND_COLOUR: Colour = [0x2c, 0x3c, 0x85];
const WHITE: Colour = [0xff, 0xff, 0xff];

/// What stands on a picture.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The name of the site.
    pub site_name: String,
    /// The title of the thread.
    pub title: String,
    /// Where it stands, in a word.
    pub standing: String,
    /// How many replied, in words; may be empty.
    pub replies: String,
    /// Where it stands, which decides the colours of the word.
    pub look: Standing,
}

/// Draws a picture as a PNG; what the font cannot write is left out.
pub fn draw(scene: &Scene) -> Result<Vec<u8>, String> {
    let lettering = Lettering::new().map_err(|error| error.to_string())?;
    let mut canvas = Canvas::new(WIDTH, HEIGHT, PAPER);
    let site_name = lettering.writable(&scene.site_name);
    let title = lettering.writable(&scene.title);
    band(&mut canvas, &lettering, site_name.as_deref());
    // Without its title, a picture shows at least where the thread is.
    if let Some(text) = title.or(site_name) {
        headline(&mut canvas, &lettering, &text);
    }
    foot(&mut canvas, &lettering, scene);
    canvas.png().map_err(|error| error.to_string())
}

/// The band on top, with the site's sign and name.
fn band(canvas: &mut Canvas, lettering: &Lettering, site_name: Option<&str>) {
    canvas.fill(0.0, -20.0, WIDTH as f32, BAND + 20.0, 0.0, BAND_COLOUR);
    canvas.fill(MARGIN, 26.0, 56.0, 56.0, 28.0, WHITE);
    let sign = lettering.width("?", 44.0);
    lettering.write(canvas, "?", 44.0, MARGIN + 28.0 - sign / 2.0, 69.0, BAND_COLOUR);
    if let Some(name) = site_name {
        let name = lettering.one_line(name, 40.0, ROOM - 80.0);
        lettering.write(canvas, &name, 40.0, MARGIN + 80.0, 68.0, WHITE);
    }
}

/// The title, as large as it fits.
fn headline(canvas: &mut Canvas, lettering: &Lettering, text: &str) {
    let sizes = [(76.0, 2), (66.0, 3), (58.0, 4)];
    let fits = |(size, most): &(f32, usize)| lettering.wrap(text, *size, ROOM, usize::MAX).len() <= *most;
    let (size, most) = sizes.into_iter().find(fits).unwrap_or((58.0, 4));
    let mut baseline = BAND + 52.0 + size * 0.8;
    for line in lettering.wrap(text, size, ROOM, most) {
        lettering.write(canvas, &line, size, MARGIN, baseline, INK);
        baseline += size * 1.22;
    }
}

/// Where the thread stands, as on its page, and how many replied.
fn foot(canvas: &mut Canvas, lettering: &Lettering, scene: &Scene) {
    let baseline = HEIGHT as f32 - 62.0;
    let mut left = MARGIN;
    if let Some(word) = lettering.writable(&scene.standing) {
        let word = lettering.one_line(&word, 34.0, ROOM / 2.0);
        let (colour, wash) = colours(scene.look);
        let width = lettering.width(&word, 34.0);
        canvas.fill(left, baseline - 46.0, width + 56.0, 66.0, 33.0, wash);
        lettering.write(canvas, &word, 34.0, left + 28.0, baseline, colour);
        left += width + 56.0 + 32.0;
    }
    if let Some(words) = lettering.writable(&scene.replies) {
        let words = lettering.one_line(&words, 34.0, WIDTH as f32 - MARGIN - left);
        lettering.write(canvas, &words, 34.0, left, baseline, SOFT);
    }
}

fn colours(standing: Standing) -> (Colour, Colour) {
    match standing {
        Standing::Resolved => ([0x1b, 0x66, 0x38], [0xe2, 0xf1, 0xe6]),
        Standing::Answered => ([0x82, 0x4c, 0x00], [0xfb, 0xee, 0xd6]),
        Standing::Unanswered => ([0x34, 0x47, 0x9b], [0xe8, 0xeb, 0xf8]),
        Standing::Closed | Standing::Talk => (SOFT, [0xeb, 0xe6, 0xdd]),
    }
}
