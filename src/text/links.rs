//! Where a rendered text leads.

use std::collections::BTreeSet;

/// How many addresses with a host HTML that was rendered leads to, each counted once: what stands on this forum is linked without one.
pub fn count_elsewhere(html: &str) -> usize {
    let addresses = html.split("<a ").skip(1).filter_map(|tag| {
        let tag = tag.split('>').next().unwrap_or_default();
        let address = tag.split("href=\"").nth(1)?.split('"').next()?;
        has_host(address).then_some(address)
    });
    addresses.collect::<BTreeSet<_>>().len()
}

fn has_host(address: &str) -> bool {
    let begins = |with: &str| {
        address
            .get(..with.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(with))
    };
    begins("http://") || begins("https://") || begins("//")
}

#[cfg(test)]
mod tests {
    use crate::text::markdown::render;

    #[test]
    fn addresses_of_the_web_are_counted_however_they_are_written() {
        let rows = [
            ("nothing", 0),
            ("[a](https://a.example) and [again](https://a.example)", 1),
            ("https://a.example and <http://b.example> and [c](HTTPS://c.example)", 3),
            (
                "[a]: https://a.example\n\n[a] and ![picture](https://b.example/p.png)",
                2,
            ),
            // HTML is shown as it was typed.
            ("<a href=\"https://a.example\">a</a> [b](//b.example)", 1),
            ("[here](/threads/1) @ada mail@a.example [there](#there)", 0),
            ("`https://a.example`\n\n    https://b.example\n", 0),
        ];
        for (written, count) in rows {
            let shown = render(written);
            assert_eq!(shown.links_elsewhere(), count, "{written}\n{}", shown.as_str());
        }
    }
}
