//! A canvas of pixels: shapes with smooth edges, and how it becomes a PNG.

/// A colour: red, green, blue.
pub type Colour = [u8; 3];

/// Pixels in rows, from the top left.
pub struct Canvas {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Canvas {
    /// A canvas of one colour.
    pub fn new(width: u32, height: u32, colour: Colour) -> Self {
        let count = width as usize * height as usize;
        Self {
            width,
            height,
            pixels: colour.iter().copied().cycle().take(count * 3).collect(),
        }
    }

    /// Lays a colour over a pixel, as far as `cover` says (0 to 1); outside the canvas nothing happens.
    pub fn blend(&mut self, x: i64, y: i64, colour: Colour, cover: f32) {
        let is_inside = (0..i64::from(self.width)).contains(&x) && (0..i64::from(self.height)).contains(&y);
        let place = usize::try_from((y * i64::from(self.width) + x) * 3).unwrap_or(usize::MAX);
        let Some(pixel) = self
            .pixels
            .get_mut(place..place.saturating_add(3))
            .filter(|_| is_inside)
        else {
            return;
        };
        let cover = cover.clamp(0.0, 1.0);
        for (under, over) in pixel.iter_mut().zip(colour) {
            let mixed = f32::from(*under) * (1.0 - cover) + f32::from(over) * cover;
            *under = mixed.round() as u8;
        }
    }

    /// Fills a rectangle whose corners are round.
    pub fn fill(&mut self, left: f32, top: f32, width: f32, height: f32, radius: f32, colour: Colour) {
        let radius = radius.min(width / 2.0).min(height / 2.0);
        for y in top.floor() as i64..=(top + height).ceil() as i64 {
            for x in left.floor() as i64..=(left + width).ceil() as i64 {
                // How far the middle of the pixel lies outside the rectangle, counted from its round edge.
                let across = (x as f32 + 0.5 - left - width / 2.0).abs() - (width / 2.0 - radius);
                let along = (y as f32 + 0.5 - top - height / 2.0).abs() - (height / 2.0 - radius);
                let outside = across.max(0.0).hypot(along.max(0.0)) + across.max(along).min(0.0) - radius;
                self.blend(x, y, colour, 0.5 - outside);
            }
        }
    }

    /// The canvas as a PNG.
    pub fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(file)
    }
}
