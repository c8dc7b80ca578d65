//! What the estimators need of the normal distribution.

/// How many standard deviations around the mean hold 95 %: the 97.5 % point of the standard normal distribution.
pub(super) const Z_95: f64 = 1.959_963_984_540_054;

/// How likely a chi-square of one degree of freedom is to be at least this large, by chance alone.
///
/// Such a chi-square is the square of a standard normal variable (Pearson, 1900), so its tail is that of the error function.
pub(super) fn chi_square_tail(chi_square: f64) -> f64 {
    libm::erfc((chi_square.max(0.0) / 2.0).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_of_a_chi_square_is_that_of_tables() {
        for (chi_square, tail) in [
            (0.0, 1.0),
            (3.841_458_820_694_124, 0.05),
            (6.634_896_601_021_213, 0.01),
            (10.827_566_170_662_733, 0.001),
            (Z_95 * Z_95, 0.05),
        ] {
            assert!((chi_square_tail(chi_square) - tail).abs() < 1e-12, "{chi_square}");
        }
        assert!(chi_square_tail(2000.0) >= 0.0);
        assert_eq!(chi_square_tail(-1e-18), 1.0);
    }
}
