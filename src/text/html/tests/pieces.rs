//! HTML put together by chance.

use proptest::prelude::*;

use super::{again, shown};
use crate::text::html::to_markdown;

const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<s>",
    "</s>",
    "<code>",
    "</code>",
    "<a href=\"http://a.b/\">",
    "</a>",
    "<ul>",
    "</ul>",
    "<ol>",
    "<li>",
    "</li>",
    "<blockquote>",
    "</blockquote>",
    "<br>",
    "<h2>",
    "</h2>",
    "<kbd>",
    "</kbd>",
    "a",
    "b",
    " ",
    "\n",
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "!",
    "#",
    "-",
    "1.",
    "&lt;",
    "&gt;",
    "&amp;",
    "|",
    "~",
    "\\",
    ".",
    ":",
    "é",
    "x y",
    "www.a.b",
    "http://c.d/e_f_",
    "https://x.y/*",
    "a_b@c.d",
    "@",
    "www.",
    "http://",
    "://",
    "&nbsp;",
    "<img src=\"/i.png\" alt=\"i]\">",
    "<hr>",
    "=",
];

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read(html in any::<String>()) {
        to_markdown(&html);
    }

    #[test]
    fn what_is_shown_stays_the_same(html in pieces()) {
        prop_assert_eq!(shown(&again(&html)), shown(&html), "{}", to_markdown(&html));
    }
}
