//! What a text means, as a direction: two texts of one meaning point the same way.

/// Where numbers of a vector end.
const MOST: f32 = 127.0;

/// A direction in a space that a model made, each number in eight bits: a quarter of the room, and the cosine of two of
/// them is off by less than a hundredth.
#[derive(Debug, Clone, PartialEq)]
pub struct Vector {
    scale: f32,
    numbers: Box<[i8]>,
    shortened: f32,
}

impl Vector {
    /// Rounds numbers to 255 steps between the least and the greatest of them; `None` when one is no number, or when all are
    /// 0, which is no direction.
    pub fn of(numbers: &[f32]) -> Option<Self> {
        let most = numbers.iter().fold(0.0_f32, |most, number| most.max(number.abs()));
        if most <= 0.0 || !numbers.iter().all(|number| number.is_finite()) {
            return None;
        }
        let scale = most / MOST;
        #[expect(clippy::cast_possible_truncation, reason = "between -127 and 127")]
        let numbers = numbers.iter().map(|number| (number / scale).round() as i8).collect();
        Some(Self::scaled(scale, numbers))
    }

    fn scaled(scale: f32, numbers: Box<[i8]>) -> Self {
        Self {
            scale,
            shortened: shortened(&numbers),
            numbers,
        }
    }

    /// By what each number is multiplied to be what it was.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// The numbers.
    pub fn numbers(&self) -> &[i8] {
        &self.numbers
    }

    /// One divided by the length of the numbers: what makes a cosine of a scalar product.
    pub fn shortened(&self) -> f32 {
        self.shortened
    }

    /// How near another direction is: 1 for the same, 0 for nothing in common, also when they are of different spaces.
    pub fn cosine(&self, other: &Self) -> f32 {
        if self.numbers.len() != other.numbers.len() {
            return 0.0;
        }
        product(&self.numbers, &other.numbers) * self.shortened * other.shortened
    }

    /// As bytes, to be kept: the scale, then a byte for each number.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.scale.to_le_bytes().to_vec();
        bytes.extend(self.numbers.iter().map(|number| number.to_le_bytes()[0]));
        bytes
    }

    /// Reads what [`Vector::bytes`] wrote; `None` for anything else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (scale, rest) = bytes.split_first_chunk::<4>()?;
        let scale = f32::from_le_bytes(*scale);
        let numbers: Box<[i8]> = rest.iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        let is_direction = scale.is_finite() && scale > 0.0 && numbers.iter().any(|number| *number != 0);
        is_direction.then(|| Self::scaled(scale, numbers))
    }
}

/// The scalar product of whole numbers; exact, as a few thousand of them cannot leave the range.
#[expect(clippy::cast_precision_loss, reason = "a ten-millionth of what is compared")]
pub fn product(a: &[i8], b: &[i8]) -> f32 {
    let products = a.iter().zip(b).map(|(a, b)| i32::from(*a) * i32::from(*b));
    products.sum::<i32>() as f32
}

/// One divided by the length of whole numbers; 0 for no direction.
fn shortened(numbers: &[i8]) -> f32 {
    let square = product(numbers, numbers);
    if square > 0.0 { square.sqrt().recip() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cosine(a: &[f32], b: &[f32]) -> f32 {
        let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
        dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
    }

    #[test]
    fn what_is_no_direction_is_no_vector() {
        assert_eq!(Vector::of(&[0.0, 0.0]), None);
        assert_eq!(Vector::of(&[]), None);
        assert_eq!(Vector::of(&[f32::NAN, 1.0]), None);
        assert_eq!(Vector::of(&[f32::INFINITY, 1.0]), None);
        assert_eq!(Vector::read(&[0; 8]), None);
        assert_eq!(Vector::read(b"ab"), None);
    }

    #[test]
    fn vectors_of_different_spaces_have_nothing_in_common() {
        let short = Vector::of(&[1.0]).unwrap();
        assert!(short.cosine(&Vector::of(&[1.0, 0.0]).unwrap()).abs() < f32::EPSILON);
    }

    proptest! {
        #[test]
        fn rounding_moves_a_cosine_by_less_than_a_hundredth(
            a in prop::collection::vec(-1.0_f32..1.0, 384),
            b in prop::collection::vec(-1.0_f32..1.0, 384),
        ) {
            let (rounded, other) = (Vector::of(&a).unwrap(), Vector::of(&b).unwrap());
            prop_assert!((rounded.cosine(&other) - cosine(&a, &b)).abs() < 0.01);
            prop_assert!((rounded.cosine(&rounded) - 1.0).abs() < 1e-5);
            prop_assert_eq!(Vector::read(&rounded.bytes()), Some(rounded));
        }
    }
}
