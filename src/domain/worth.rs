//! What a contact is worth that was not necessary: an amount of money.

use super::problem::{Fault, Problems};

/// The most that a contact may be worth, in whole units of its currency.
pub const LARGEST_WORTH: i64 = 1_000_000;

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// In hundredths of the currency's unit, more than nothing.
    pub hundredths: i64,
    /// The code of the currency, three capital letters.
    pub currency: String,
}

impl Worth {
    /// Reads an amount with at most two decimals and a currency's code; both empty is none.
    pub fn parse(amount: &str, currency: &str, problems: &mut Problems) -> Option<Option<Self>> {
        let (amount, currency) = (amount.trim(), currency.trim());
        if amount.is_empty() && currency.is_empty() {
            return Some(None);
        }
        let hundredths = hundredths(amount).ok_or(Fault::with_limit("problem-contact-worth", LARGEST_WORTH));
        let hundredths = problems.keep("contact_worth", hundredths);
        let is_code = currency.len() == 3 && currency.chars().all(|letter| letter.is_ascii_alphabetic());
        let code = is_code.then(|| currency.to_ascii_uppercase());
        let currency = problems.keep("currency", code.ok_or(Fault::new("problem-currency")));
        Some(Some(Self {
            hundredths: hundredths?,
            currency: currency?,
        }))
    }

    /// The amount as forms and rows have it: `12.50`.
    pub fn amount(&self) -> String {
        format!("{}.{:02}", self.hundredths / 100, self.hundredths % 100)
    }

    /// What so many contacts are worth, in hundredths, rounded.
    pub fn of_contacts(&self, contacts: f64) -> i64 {
        (contacts * self.hundredths as f64).round() as i64
    }
}

/// An amount in hundredths; the decimals stand behind a point or a comma. Thousands are not set apart: `1,000` could be either.
fn hundredths(text: &str) -> Option<i64> {
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let are_digits = |text: &str| text.chars().all(|digit| digit.is_ascii_digit());
    if whole.is_empty() || decimals.len() > 2 || !are_digits(whole) || !are_digits(decimals) {
        return None;
    }
    let whole: i64 = whole.parse().ok().filter(|whole| *whole < LARGEST_WORTH)?;
    let decimals: i64 = format!("{decimals:0<2}").parse().ok()?;
    Some(whole * 100 + decimals).filter(|hundredths| *hundredths > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(amount: &str, currency: &str) -> Result<Option<Worth>, Vec<&'static str>> {
        let mut problems = Problems::none();
        let worth = Worth::parse(amount, currency, &mut problems);
        worth.ok_or_else(|| problems.iter().map(|problem| problem.key).collect())
    }

    #[test]
    fn a_worth_is_an_amount_and_a_currency() {
        let worth = read(" 12,5 ", "eur").unwrap().unwrap();
        assert_eq!((worth.amount(), worth.currency.as_str()), ("12.50".to_owned(), "EUR"));
        assert_eq!((worth.of_contacts(2.5), worth.of_contacts(-1.0)), (3_125, -1_250));
        assert_eq!(read("", " "), Ok(None));
        let (amount, currency) = ("problem-contact-worth", "problem-currency");
        for (typed, code, expected) in [
            ("12", "", vec![currency]),
            ("", "EUR", vec![amount]),
            ("0", "EUR", vec![amount]),
            ("1,000", "EUR", vec![amount]),
            ("1000000", "EUR", vec![amount]),
            ("-1", "EUR", vec![amount]),
            ("1e3", "EURO", vec![amount, currency]),
        ] {
            assert_eq!(read(typed, code), Err(expected), "{typed}");
        }
    }
}
